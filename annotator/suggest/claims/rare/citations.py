"""Finding whom a medium quotes: "…, zitiert ihn die Zeitung", "…, wird Roth zitiert", "Lee was quoted as saying …"."""

from annotator.suggest.claims.english import phrases as english
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import NOBODY, Frame, Shape, Speaker, Verb
from annotator.suggest.claims.german import phrases as german
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.rules import verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.speakers import named

_QUOTES = frozenset("zitiert zitierte zitieren zitierten".split())
_OBJECTS = frozenset("ihn sie".split())
_ACCUSATIVE = frozenset("den einen".split())
_BE = frozenset("been is are was were".split())


def cited(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of a German stretch that says whom a medium quotes, with that person as speaker; or None."""
    if _QUOTES.isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    within = range(stretch.first, stretch.last)
    cue = next((i for i in within if tokens[i].low in _QUOTES), None)
    if cue is None:
        return None
    passive = next((i for i in within if tokens[i].low in de.PASSIVES), None)
    if passive is not None and (passive > cue or tokens[cue].low != "zitiert"):
        return None  # "wie Roth zitiert wird"
    verb = cue if passive is None else passive
    speaker = _object(sentence, cue, stretch.last) if passive is None else _subject(sentence, number, passive, cue)
    if speaker == NOBODY:
        return None
    shape = Shape.AFTER_CONTENT if verb == stretch.first and number > 0 else Shape.BEFORE_CONTENT
    place, quotes = sentence.place(cue), Verb("zitieren", only_clause=shape is Shape.BEFORE_CONTENT)
    return verb_frame(sentence, number, quotes, verb, speaker, after=stretch.last, cue=place, shape=shape)


def _subject(sentence: Sentence, number: int, passive: int, cue: int) -> Speaker:
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    place = german.subject_before(tokens, stretch.first, passive) or german.subject_after(tokens, passive + 1, cue)
    return sentence.speaker(place) if place is not None and german.can_speak(sentence, place) else NOBODY


def _object(sentence: Sentence, cue: int, last: int) -> Speaker:
    """Return who is quoted behind an active verb: a pronoun, a named person, or a phrase in the accusative."""
    tokens = sentence.tokens
    if cue + 1 < last and tokens[cue + 1].low in _OBJECTS:
        return sentence.speaker((cue + 1, cue + 2))
    names = sentence.cast.within(tokens[cue].end, tokens[last - 1].end)
    person = next((name for name in names if sentence.cast.is_person(name)), None)
    if person is not None:
        return named(person)
    first = next((i for i in range(cue + 1, last) if tokens[i].low in _ACCUSATIVE), last)
    end = german.phrase_end(tokens, first, last)
    return sentence.speaker((first, end)) if end > first else NOBODY


def quoted_as(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of an English stretch with "quoted as saying", with whoever is quoted as speaker; or None."""
    if not {"quoted", "saying"} <= sentence.words:
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    places = range(stretch.first + 1, stretch.last - 1)
    quoted = next((i for i in places if tokens[i].low == "quoted"), None)
    last = sentence.stretches[min(number + 1, len(sentence.stretches) - 1)].last  # "quoted Lee, the head, as saying"
    reach = range(stretch.first, last - 1)
    says = next((i for i in reach if tokens[i].low == "as" and tokens[i + 1].low == "saying"), None)
    if quoted is None or says is None or says < quoted:
        return None
    passive = next((i for i in range(stretch.first, quoted) if tokens[i].low in _BE), None)
    if passive is None:
        first, end = quoted + 1, min(says, stretch.last)
    else:
        first, end = stretch.first, english.phrase_end(tokens, stretch.first, passive)
    if first >= end:
        return None
    speaker = sentence.speaker((first, end))
    after = says + 2
    cue = tokens[quoted].start, tokens[quoted if passive is None else says + 1].end
    ends = number > 0 and english.is_tail(tokens, after, max(after, stretch.last))
    shape = Shape.AFTER_CONTENT if ends else Shape.BEFORE_CONTENT
    return verb_frame(sentence, number, en.VERBS["said"], says + 1, speaker, after=after, cue=cue, shape=shape)
