"""Finding English intentions and hearsay: "plans to", "is due to", "is expected to", "allegedly"."""

from annotator.model.values import Part
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.dependent import main_subject
from annotator.suggest.claims.english.other_uses import is_manner
from annotator.suggest.claims.english.phrases import phrase_end
from annotator.suggest.claims.english.subjects import subject_before
from annotator.suggest.claims.frame_values import NOBODY, Found, Kind
from annotator.suggest.claims.rules import alleged, hearsay, intended
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch
from annotator.suggest.claims.speakers import body_noun, named

_WANT = frozenset(
    "plans plan planned intends intend intended aims aim aimed hopes hope hoped wants want wanted".split()
)
_DUE = frozenset("due set expected scheduled planned".split())
_NO_WISH = frozenset("and at but by her him in it me nothing of on or that them this to us".split()) | {""}
_BE = frozenset("is are was were".split())
IS = frozenset("is are".split())
_AIMS = frozenset(  # after these words, "is to" is not a cue: "the aim is to win"
    "aim all answer blame difficulty dream goal hope how idea it job one plan point problem purpose task that"
    " there thing way what which who".split()
)
_ALLEGED = frozenset("allegedly reportedly supposedly".split())
_HEARD = frozenset(
    "alleged anticipated assumed believed claimed expected feared hoped presumed reported"
    " rumored rumoured said suspected thought understood".split()
)
_TOLD = frozenset("asked urged advised warned encouraged reminded requested told".split())
_OPEN_QUESTIONS = frozenset("how if what when where whether who why".split())
_ALSO = frozenset("have has also now widely still not".split())
_NOW = frozenset("is are be been being".split())
_WAS = _BE | _NOW | {"also", "repeatedly"}
_BEFORE_PASSIVE = _BE | _NOW | _ALSO
_BEFORE_NOUN = en.DETERMINERS | _BE | en.PREPOSITIONS  # after these words, "plans" is a noun
_CLAUSES = frozenset("as because when while".split())
_NEXT_MAIN = en.CONJUNCTIONS - {"and"}
_TIMES = en.WEEKDAYS | frozenset(
    "on at by from later this next tomorrow tonight before after during until soon".split()
)
CUES = frozenset({"accused"}) | _WANT | _DUE | _ALLEGED | _HEARD | _TOLD
"""Lower-case words; a sentence without any of them has no intention or hearsay, except one with "is to" or "are to"."""


def claims_at(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the claims of intention, plan or hearsay that have this token as their cue."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    low = tokens[index].low
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    before = _word_before(sentence, stretch, index)
    if low in _DUE and before in _BE and following != "that":
        return _due(sentence, stretch, index)
    if low in IS and following == "to" and not {token.low for token in tokens[stretch.first : index]} & _AIMS:
        return _due(sentence, stretch, index)
    if told := _passive(sentence, number, index, before):
        return told
    asks = low in {"wants", "want", "wanted"} and following == "to" and before not in en.DETERMINERS
    if asks and index + 2 < stretch.last and tokens[index + 2].low == "know":
        place = subject_before(tokens, stretch.first, index)
        part = sentence.part(index + 3, len(tokens))
        return intended(sentence, index, [part], sentence.speaker(place), Kind.QUESTION)
    if low in _WANT and following == "to" and before not in _BEFORE_NOUN:
        return _want(sentence, stretch, index, index + 2)
    wants = low in {"wants", "want", "wanted"} and before not in en.DETERMINERS
    if wants and following not in _NO_WISH and before not in _BE:
        return _want(sentence, stretch, index, index + 1)
    if wants and following != "to" and any(t.low == "to" for t in tokens[index + 2 : stretch.last]):
        return _want(sentence, stretch, index, index + 1)  # "wants ministers to act"
    return alleged(sentence, stretch, index, en.LINKING) if low in _ALLEGED else []


def _passive(sentence: Sentence, number: int, index: int, before: str) -> list[Found]:
    """Return the claim of a verb in the passive: "is thought to", "was told that".

    ``before`` is the word before the cue, in lower case.
    """
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    low, following = tokens[index].low, tokens[index + 1].low if index + 1 < stretch.last else ""
    if low in _HEARD and before in _NOW and following in {"to", "that"}:
        return _held(sentence, stretch, index)
    if low == "accused" and following == "of" and sentence.is_headline and before not in _BE | {""}:
        return _accused(sentence, stretch, index)
    if low in _TOLD and before in _WAS and (told := _told(sentence, number, index)):
        return told
    if low == "asked" and before in _WAS and following in _OPEN_QUESTIONS:
        part = sentence.part(index + 1 + (following in {"if", "whether"}), _end(sentence, stretch))
        return intended(sentence, index, [part], NOBODY, Kind.QUESTION)
    return []


def _word_before(sentence: Sentence, stretch: Stretch, index: int) -> str:
    """Return the lower-case word before a cue and its adverbs: "is" in "is | widely expected"; "" if there is none."""
    tokens, place = sentence.tokens, index
    while place > stretch.first + 1 and (is_manner(tokens[place - 1]) or tokens[place - 1].low in {"now", "still"}):
        place -= 1
    return tokens[place - 1].low if place > stretch.first else ""


def _want(sentence: Sentence, stretch: Stretch, index: int, first: int) -> list[Found]:
    """Return the plan in "plans to close", or the demand in "wants ministers to act"; ``first`` is its first token."""
    tokens = sentence.tokens
    speaker = sentence.speaker(subject_before(tokens, stretch.first, index))
    number = sentence.stretch_of(index)
    if number > 0 and index == stretch.first and tokens[sentence.stretches[number - 1].first].low in en.RELATIVES:
        speaker = main_subject(sentence, number)  # "The club, which has 300 members, | wants …"
    if speaker == NOBODY:
        names = sentence.cast.within(sentence.start, tokens[index].start)
        speaker = named(names[-1]) if names else sentence.context.body
    kind = Kind.DEMAND if first == index + 1 else Kind.PREDICTION
    kind = Kind.OPINION if sentence.tokens[index].low.startswith("hope") else kind
    return intended(sentence, index, [sentence.part(first, _end(sentence, stretch))], speaker, kind)


def _told(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return what somebody was told: "was told by the clerk that it was shut", "have been told to leave"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    first, speaker = index + 1, NOBODY
    if first < stretch.last and tokens[first].low == "by":
        end = phrase_end(tokens, first + 1, stretch.last)
        first, speaker = end, sentence.speaker((first + 1, end)) if end > first + 1 else NOBODY
    following = tokens[first].low if first < stretch.last else ""
    if following == "to" or (following == "not" and first + 1 < stretch.last):
        parts = (_subject_of(sentence, number, index), sentence.part(first, _end(sentence, stretch)))
        return intended(sentence, index, parts, speaker, Kind.DEMAND)
    if following != "that":
        return []
    return hearsay(sentence, index, [sentence.part(first + 1, _end(sentence, stretch))], speaker)


def _held(sentence: Sentence, stretch: Stretch, index: int) -> list[Found]:
    """Return the claim that nobody in particular makes: "is thought to have left", "it is feared that …"."""
    tokens = sentence.tokens
    if tokens[index + 1].low == "that":
        return hearsay(sentence, index, [sentence.part(index + 2, _end(sentence, stretch))])
    parts = (
        _subject_of(sentence, sentence.stretch_of(index), index),
        sentence.part(index + 1, _end(sentence, stretch)),
    )
    return hearsay(sentence, index, parts)


def _accused(sentence: Sentence, stretch: Stretch, index: int) -> list[Found]:
    """Return the accusation that nobody in particular makes: "Bank accused of fraud"."""
    subject = _subject_of(sentence, sentence.stretch_of(index), index)
    return hearsay(sentence, index, [subject, sentence.part(index + 2, _end(sentence, stretch))])


def _subject_of(sentence: Sentence, number: int, index: int) -> Part | None:
    """Return the part before a passive verb, with its auxiliaries and an apposition left out."""
    tokens = sentence.tokens
    last = index
    while last > 0 and tokens[last - 1].low in _BEFORE_PASSIVE:
        last -= 1
    first = sentence.stretches[number].first
    clauses = (i + 1 for i in range(last - 2, first, -1) if tokens[i].low in _CLAUSES)
    begins = (i for i in clauses if tokens[i].is_capital or tokens[i].low in en.DETERMINERS | en.PRONOUNS)
    first = next(begins, first)  # "It wrote to them as | the inquest was due to open"
    if last == first and number > 1:  # "The chief executive, Ann Lee, is thought to"
        first = sentence.stretches[number - 2].first
    return sentence.part(first, last, en.LINKING)


def _due(sentence: Sentence, stretch: Stretch, index: int) -> list[Found]:
    """Return the plan in "is due to", "is expected to" or "is to", with the body whose plan it is."""
    tokens = sentence.tokens
    low = tokens[index].low
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    if following not in {"to", "for", "in", ""} | _TIMES or (low == "set" and following != "to"):
        return []
    first = index + 2 if following == "to" else index + 1
    if following == "to" and first < len(tokens) and tokens[first].low in en.DETERMINERS:
        return []  # "is due to the tolls"
    before = index if low in IS else index - 1
    parts = (
        _subject_of(sentence, sentence.stretch_of(index), index),
        sentence.part(first, _end(sentence, stretch)),
    )
    speaker = NOBODY
    if low in IS and first < len(tokens) and tokens[first].low != "be":  # "the museum is to return the head"
        subject = sentence.speaker(subject_before(tokens, stretch.first, before))
        speaker = subject if subject.name is not None and subject.name.label == "ORG" else NOBODY
    if low not in IS | {"expected"}:
        place = subject_before(tokens, stretch.first, before)
        subject = sentence.speaker(place)
        bodies = (each for each in (subject, sentence.about()) if each.name is not None)
        speaker = next((each for each in bodies if each.name is not None and each.name.label == "ORG"), NOBODY)
        if low == "planned" and speaker != subject:
            speaker = NOBODY
        if subject.name is None and place is not None and body_noun(tokens[place[0] : place[1]], "en"):
            speaker = subject  # "the council is due to decide"
    return intended(sentence, index, parts, speaker)


def _end(sentence: Sentence, stretch: Stretch) -> int:
    """Return the token that ends a clause with its relative clauses, before the next main clause."""
    end = stretch.last
    for other in sentence.stretches:
        if other.first >= stretch.last:
            if other.before in {";", ":"} or sentence.tokens[other.first].low in _NEXT_MAIN:
                break
            end = other.last
    return end
