"""Finding English frames that lean on another clause: ", saying that …", "who insist that …", "Asked whether …"."""

from collections.abc import Iterator

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.hearers import past_hearer
from annotator.suggest.claims.english.phrases import until_finite
from annotator.suggest.claims.english.subjects import last_phrase, subject_before
from annotator.suggest.claims.english.word_lists import GERUNDS, VERBS, Verb
from annotator.suggest.claims.frame_values import NOBODY, Frame, Kind, Speaker
from annotator.suggest.claims.rules import verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, skip
from annotator.suggest.claims.speakers import named

_WHO = frozenset({"who", "which"})
_BETWEEN = en.ADVERBS | {"also", "do", "did", "n't"}
ASKED = frozenset("asked pressed questioned quizzed".split())
_ABOUT = frozenset("on about by reporters journalists".split())
_QUESTIONS = frozenset("if whether what why how when where who".split())
_TIMES = en.WEEKDAYS | frozenset("ago year week month day earlier later".split())
_DESCRIBING = frozenset("a an her his the their".split())
_LEADING = frozenset("when and but".split())
_BEFORE_QUESTION = en.ADVERBS | _ABOUT
_BEFORE_SUBJECT = en.CONJUNCTIONS | en.LINKING
_PAPERS = frozenset(
    "announcement e-mail email letter memo message note notice post release report statement tweet".split()
)
_ISSUING = frozenset("circulated issued posted published released sent shared signed tweeted wrote".split())
_BEFORE_FINITE = en.ADVERBS | {"since"}  # "Journal | since revised study"
_SKIPPED = en.SUBORDINATORS - en.PREPOSITIONS | ASKED  # they begin no main clause
_CONTRASTING = frozenset("although though whereas while".split())
_FEWEST_OF_CONTRAST = 4
_PRESENT = frozenset("are can cannot do does has have is will".split())


def dependent(sentence: Sentence, number: int, earlier: Speaker) -> Frame | None:
    """Return the frame of a stretch that begins with a participle or a relative pronoun, or None.

    ``earlier`` is the speaker of the sentence's frame before it, or `NOBODY`.
    """
    stretch = sentence.stretches[number]
    first = next((i for i in range(stretch.first, stretch.last) if sentence.tokens[i].is_word), stretch.last)
    if first == stretch.last:
        return None
    low = sentence.tokens[first].low
    by = low in ASKED and first + 1 < stretch.last and sentence.tokens[first + 1].low == "by"
    if number == 0 or by:
        return _asked(sentence, number, first)
    if low in GERUNDS:
        return _with_participle(sentence, number, first, earlier)
    return _of_relative(sentence, number, first) if low in _WHO and stretch.before == "," else None


def issued(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "The company released a statement saying …", spoken by whoever released it, or None."""
    if _PAPERS.isdisjoint(sentence.words) or _ISSUING.isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    reach = range(stretch.first + 1, stretch.last - 1)
    cue = next((i for i in reach if tokens[i].low in GERUNDS and tokens[i - 1].low in _PAPERS), stretch.first)
    verb = next((i for i in range(cue - 1, stretch.first, -1) if tokens[i].low in _ISSUING), None)
    if verb is None:
        return None
    speaker = sentence.speaker(subject_before(tokens, stretch.first, verb))
    return _frame(sentence, number, GERUNDS[tokens[cue].low], cue, speaker) if speaker != NOBODY else None


def _with_participle(sentence: Sentence, number: int, first: int, earlier: Speaker) -> Frame | None:
    """Return the frame of "…, saying that", spoken by the last speaker or else by the subject of the main clause."""
    verb = GERUNDS[sentence.tokens[first].low]
    speaker = earlier if earlier != NOBODY else main_subject(sentence, number)
    if speaker == NOBODY:
        return None
    return _frame(sentence, number, verb, first, speaker)


def _frame(sentence: Sentence, number: int, verb: Verb, cue: int, speaker: Speaker) -> Frame:
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    end = cue + (2 if _has_particle(sentence, verb, cue) else 1)
    after = past_hearer(tokens, verb.lemma, end, stretch.last)
    place = tokens[cue].start, tokens[end - 1].end
    return verb_frame(sentence, number, verb, cue, speaker, after=after, cue=place)


def _has_particle(sentence: Sentence, verb: Verb, cue: int) -> bool:
    following = sentence.tokens[cue + 1].low if cue + 1 < len(sentence.tokens) else ""
    return following != "" and (following == en.PARTICLES.get(verb.lemma) or (verb.lemma, following) == ("call", "for"))


def _of_relative(sentence: Sentence, number: int, first: int) -> Frame | None:
    """Return the frame of "…, who insist that …"; its speaker is the phrase that ends the clause before."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    cue = skip(tokens, first + 1, stretch.last, _BETWEEN)
    before = sentence.stretches[number - 1]
    verb = VERBS.get(tokens[cue].low) if cue < stretch.last else None
    if verb is None or verb.progressive or verb.lemma in {"read", "hear"}:
        return None
    if tokens[before.last - 1].low in _TIMES:
        return None
    begin = last_phrase(tokens, before.first, before.last)
    names = sentence.cast.within(tokens[begin].start, tokens[before.last - 1].end)
    ends = next((name for name in names if name.end == tokens[before.last - 1].end), None)
    speaker = named(ends) if ends is not None else sentence.speaker((begin, before.last))
    if ends is None or ends.label == "LOC":
        speaker = _described(sentence, number - 1) or speaker
    return _frame(sentence, number, verb, cue, speaker) if speaker != NOBODY else None


def _described(sentence: Sentence, number: int) -> Speaker | None:
    """Return the person whom a stretch describes: "Ann Lee, a nurse in Leeds, who says …"; otherwise None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if number == 0 or stretch.before != "," or tokens[stretch.first].low not in _DESCRIBING:
        return None
    before = sentence.stretches[number - 1]
    end = tokens[before.last - 1].end
    names = sentence.cast.within(tokens[before.first].start, end)
    return named(names[-1]) if names and names[-1].end == end and sentence.cast.is_person(names[-1]) else None


def _asked(sentence: Sentence, number: int, first: int) -> Frame | None:
    """Return the frame of "Asked whether she would resign, …" or "Ann Lee, asked by a neighbour what she saw, …".

    Its question is that of the person in "Asked by Ann Lee whether …", otherwise nobody's in particular.
    """
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    cue = skip(tokens, first, stretch.last, _LEADING)
    if cue >= stretch.last or tokens[cue].low not in ASKED or len(sentence.stretches) == 1:
        return None
    after, speaker = skip(tokens, cue + 1, stretch.last, _BEFORE_QUESTION), NOBODY
    if after < stretch.last and tokens[after - 1].low == "by":
        begin = after
        after = next((i for i in range(begin, stretch.last) if tokens[i].low in _QUESTIONS), stretch.last)
        speaker = sentence.speaker((begin, after))
    if after >= stretch.last or tokens[after].low not in _QUESTIONS:
        return None
    return verb_frame(sentence, number, Verb("ask", kind=Kind.QUESTION), cue, speaker, after=after)


def main_subject(sentence: Sentence, number: int) -> Speaker:
    """Return the subject of the first main clause before a stretch: "The firm cut its forecast, | saying …"."""
    return next(_subjects(sentence, number), NOBODY)


def _subjects(sentence: Sentence, number: int) -> Iterator[Speaker]:
    """Yield the subjects of the main clauses before a stretch."""
    tokens = sentence.tokens
    for stretch in sentence.stretches[:number]:
        first = skip(tokens, stretch.first, stretch.last, _BEFORE_SUBJECT)
        if first >= stretch.last or not tokens[first].is_word:
            continue
        if tokens[first].low in _SKIPPED or tokens[first].low.endswith("ing"):
            continue
        end = until_finite(tokens, first, stretch.last)
        while end > first + 1 and tokens[end - 1].low in _BEFORE_FINITE:
            end -= 1
        if tokens[first].low in en.PREPOSITIONS:  # "In Oslo the minister | defended the cut, saying …"
            place = subject_before(tokens, first, end) if end < stretch.last else None
            speaker = sentence.speaker(place)
        else:
            speaker = sentence.speaker((first, end))
        if speaker != NOBODY:
            yield speaker


def contrasts(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a clause after a frame is reported, too: "…, she said, while the rival has three ships"."""
    low = [token.low for token in sentence.of(stretch) if token.is_word]
    if low[0] not in _CONTRASTING or len(low) < _FEWEST_OF_CONTRAST or low[1].endswith("ing"):
        return False
    if low[0] == "whereas" or not _PRESENT.isdisjoint(low[2:]):
        return True
    told = any(word in en.PAST or word in en.AUXILIARIES or word.endswith("ed") for word in low[2:])
    return low[0] == "while" and low[1] not in en.PREPOSITIONS and not told and any(w.endswith("s") for w in low[2:])
