"""Claims in the answers of an interview: each sentence is one of the person interviewed, unless it reports others."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Form, Found, Kind, Name, Rule
from annotator.suggest.claims.interviews.turns import Turn, turns
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.rules import kind_of
from annotator.suggest.claims.sentence import without_comma
from annotator.suggest.claims.speakers import named

_FEWEST_WORDS = 3  # of an answer that claims something
_LONGEST = 2_000  # characters of a sentence
_GOES_ON = frozenset({Rule.SUBJUNCTIVE_GOES_ON, Rule.QUOTATION_GOES_ON})
_EXPLICIT = frozenset(
    {Rule.ACCORDING_TO, Rule.ATTRIBUTED_AFTER, Rule.DISPUTED, Rule.QUOTATION, Rule.SPEECH_VERB, Rule.TOLD, *_GOES_ON}
)
_NOT_ASKED = frozenset({Rule.AUTHOR, Rule.HEADLINE})  # rules that do not hold in a question
_OURSELVES = frozenset("das es i ich ihr it man one that this us we wir you".split())
_RUMOURS = re.compile(r"angeblich|heißt|hieß|allegedly|reportedly|rumou?r|supposedly|Gerücht")
_COURTESIES = re.compile(r"(?:Vielen |Herzlichen )?Dank\b|Danke\b|Thank", re.IGNORECASE)


def with_answers(
    found: Sequence[Found], text: str, language: str, paragraphs: Sequence[Part], cast: Cast
) -> list[Found]:
    """Return the claims of a text, with those of the answers if it is an interview.

    Claims that an answer attributes to somebody else in the same sentence stay; nothing in a question is the author's.
    """
    every = turns(text, language, paragraphs, cast)
    if not every:
        return list(found)
    kept = [one for one in found if not _lies_in(one, every)]
    for turn in every:
        inside = [one for one in found if turn.start <= one.parts[0][0] < turn.end]
        if turn.who is None:
            kept += [one for one in inside if _reports(text, one)]
        else:
            kept += _answered(inside, text, language, turn, cast)
    return kept


def _reports(text: str, one: Found) -> bool:
    """Return whether a claim in a question reports what others say or plan."""
    asks = one.kind is Kind.QUESTION or text[one.parts[-1][1] - 1] == "?"
    return not asks and one.rule not in _NOT_ASKED


def _lies_in(one: Found, every: Sequence[Turn]) -> bool:
    return any(turn.start <= one.parts[0][0] < turn.end for turn in every)


def _answered(found: Sequence[Found], text: str, language: str, turn: Turn, cast: Cast) -> Iterator[Found]:
    """Yield the claims of an answer."""
    if turn.who is None:
        return
    places = cast.places.sentences
    others = False  # whether the sentence before reports somebody else's words
    first, last = bisect_left(places, (turn.start, turn.start)), bisect_left(places, (turn.end, 0))
    for begin, end in places[max(0, first - 1) : last]:
        place = max(begin, turn.start), end
        if place[0] >= place[1] or end - begin > _LONGEST:
            continue
        here = [one for one in found if place[0] <= one.parts[0][0] < end]
        stays = [
            one for one in here if _is_others(text, one, place, others=others) and not _is_own(cast, one, turn.who)
        ]
        others = bool(stays)
        yield from stays
        part = without_comma(text, place)
        if stays or part is None or not _claims(text[slice(*part)]):
            continue
        who = named(cast.nearest(turn.who, place[0]))
        kind = kind_of(text, (part,), None, language, is_direct=True)
        yield Found(parts=(part,), cue=None, speaker=who, form=Form.DIRECT, kind=kind, rule=Rule.ANSWER)


def _claims(words: str) -> bool:
    """Return whether a sentence of an answer can be a claim: it has some words, and does not ask or thank."""
    return len(words.split()) >= _FEWEST_WORDS and not words.endswith("?") and not _COURTESIES.match(words)


def _is_others(text: str, one: Found, place: Part, *, others: bool) -> bool:
    """Return whether a claim in an answer is somebody else's: its sentence says whose.

    ``others`` says whether the sentence before it reports somebody else's words, which may go on.
    """
    if one.rule is Rule.HEARSAY:
        return one.cue is not None and _RUMOURS.search(text, *one.cue) is not None
    if one.rule not in _EXPLICIT or one.speaker.part is None:
        return False
    if one.rule in _GOES_ON:
        return others
    said = one.speaker.reference or one.speaker.part
    if place[0] <= said[0] < place[1]:
        return text[slice(*said)].lower() not in _OURSELVES
    return one.cue is not None and place[0] <= one.cue[0] < place[1]  # "Er sagte, …"


def _is_own(cast: Cast, one: Found, who: Name) -> bool:
    """Return whether a pronoun was taken for the person interviewed, who says "I" instead."""
    return one.speaker.name is not None and cast.key(one.speaker.name) == cast.key(who)
