"""English intention and hearsay: "plans to", "is due to", "is expected to", "allegedly"."""

from collections.abc import Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import subject_before
from annotator.suggest.claims.found import NOBODY, Form, Found, Kind, Rule, Speaker
from annotator.suggest.claims.frame_values import Context
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, Token
from annotator.suggest.claims.speakers import Cast, speaker_of

_WANT = frozenset(
    "plans plan planned intends intend intended aims aim aimed hopes hope hoped wants want wanted".split()
)
_DUE = frozenset("due set expected scheduled planned".split())
_BE = frozenset("is are was were".split())
IS = frozenset("is are".split())
_AIMS = frozenset(  # "the aim is to win" tells of an aim already
    "aim goal plan idea task job point way what it purpose answer difficulty problem hope dream who that which all"
    " blame there how one thing".split()
)
_ALLEGED = frozenset("allegedly reportedly supposedly".split())
CUES = _WANT | _DUE | _ALLEGED
"""No intention and no hearsay is without one of them, in small letters, or of `IS` with "to"."""


def intentions(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Give the intentions, plans and hearsay of a sentence: one of each stretch."""
    found: list[Found] = []
    for number, stretch in enumerate(sentence.stretches):
        if sentence.is_quotation(number):
            continue
        for index in range(stretch.first, stretch.last):
            one = _at(sentence, cast, context, stretch, index)
            if one is not None:
                found.append(one)
                break
    return found


def _at(sentence: Sentence, cast: Cast, context: Context, stretch: Stretch, index: int) -> Found | None:
    tokens = sentence.tokens
    low = tokens[index].low
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    before = tokens[index - 1].low if index > stretch.first else ""
    if low in _DUE and before in _BE:
        return _due(sentence, cast, context, stretch, index)
    if low in IS and following == "to" and not {token.low for token in tokens[stretch.first : index]} & _AIMS:
        return _due(sentence, cast, context, stretch, index)
    if low in _WANT and following == "to" and before not in en.DETERMINERS | _BE:
        return _want(sentence, cast, context, stretch, index, index + 2)
    wants = low in {"wants", "want", "wanted"} and before not in en.DETERMINERS
    if wants and _to_follows(tokens[index + 1 : stretch.last]):
        return _want(sentence, cast, context, stretch, index, index + 1)
    if low in _ALLEGED:
        return _alleged(sentence, stretch, index)
    return None


def _to_follows(tokens: Sequence[Token]) -> bool:
    """Tell whether somebody stands between a verb and its infinitive: "wants ministers to act"."""
    words = [token.low for token in tokens]
    return "to" in words[1:] and words[0] != "to"


def _want(sentence: Sentence, cast: Cast, context: Context, stretch: Stretch, index: int, first: int) -> Found | None:
    place = subject_before(sentence.tokens, stretch.first, index)
    part = sentence.words_from(first, _end(sentence, stretch), frozenset())
    if part is None:
        return None
    speaker = NOBODY
    if place is not None:
        phrase = sentence.tokens[place[0] : place[1]]
        speaker = speaker_of(cast, phrase, "en", context.speaker, sentence.paragraph)
    if speaker == NOBODY:
        speaker = context.body
    kind = Kind.DEMAND if first == index + 1 else Kind.PREDICTION
    kind = Kind.OPINION if sentence.tokens[index].low.startswith("hope") else kind
    return _made(sentence, index, [part], speaker, Rule.INTENTION, kind, Form.REPORTED)


def _due(sentence: Sentence, cast: Cast, context: Context, stretch: Stretch, index: int) -> Found | None:
    del cast
    tokens = sentence.tokens
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    if following not in {"to", "for", "in", ""} or (tokens[index].low == "set" and following != "to"):
        return None
    first = index + 2 if following == "to" else index + 1
    before = index if tokens[index].low in IS else index - 1
    parts = [
        sentence.words_from(stretch.first, before, en.LINKING),
        sentence.words_from(first, _end(sentence, stretch), frozenset()),
    ]
    speaker = NOBODY if tokens[index].low in IS | {"expected"} else context.body
    return _made(sentence, index, parts, speaker, Rule.INTENTION, Kind.PREDICTION, Form.REPORTED)


def _alleged(sentence: Sentence, stretch: Stretch, index: int) -> Found | None:
    parts = [
        sentence.words_from(stretch.first, index, en.LINKING),
        sentence.words_from(index + 1, stretch.last, frozenset()),
    ]
    return _made(sentence, index, parts, NOBODY, Rule.HEARSAY, Kind.FACT, Form.INDIRECT)


def _end(sentence: Sentence, stretch: Stretch) -> int:
    """Give where the clause of a stretch ends: its relative clauses belong to it, the next main clause does not."""
    end = stretch.last
    for other in sentence.stretches:
        if other.first >= stretch.last:
            if other.before in {";", ":"} or sentence.tokens[other.first].low in en.CONJUNCTIONS - {"and"}:
                break
            end = other.last
    return end


def _made(
    sentence: Sentence, index: int, parts: list[tuple[int, int] | None], speaker: Speaker, rule: Rule, kind: Kind,
    form: Form,
) -> Found | None:  # fmt: skip
    real = tuple(part for part in parts if part is not None)
    if not real:
        return None
    token = sentence.tokens[index]
    return Found(parts=real, cue=(token.start, token.end), speaker=speaker, form=form, kind=kind, rule=rule)
