"""Finding frames: what both languages share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.suggest.claims.found import Speaker
from annotator.suggest.claims.frame_values import Frame, Shape, Verb
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import QUOTES, Stretch
from annotator.suggest.claims.speakers import named


class Spoken(NamedTuple):
    """A speech verb: the token of its cue, and the token where its verb group ("has also said", "hat") begins."""

    cue: int
    place: int
    verb: Any


FramesIn: TypeAlias = Callable[[Sentence, int, Sequence[Frame]], Iterable[Frame]]
"""Finds the frames in a stretch, given its number and the frames before it."""


def frames(sentence: Sentence, cues: frozenset[str], frames_in: FramesIn) -> list[Frame]:
    """Return the frames of a sentence in order; without any of the cues there are none."""
    found: list[Frame] = []
    if not cues.isdisjoint(sentence.words):
        for number in range(len(sentence.stretches)):
            if not sentence.is_quotation(number):
                found.extend(frames_in(sentence, number, found))
    return sorted(found, key=attrgetter("first"))


def spoken_verbs(
    sentence: Sentence,
    stretch: Stretch,
    verbs: Mapping[str, object],
    spoken_at: Callable[[Sentence, Stretch, int], Spoken | None],
) -> list[Spoken]:
    """Return the speech verbs of a stretch in order, outside the few quoted words that it may contain."""
    found = []
    quoted = False
    for index in range(stretch.first, stretch.last):
        token = sentence.tokens[index]
        quoted = quoted != (token.text in QUOTES)
        if not quoted and token.low in verbs and not (token.is_capital and index > 0):
            spoken = spoken_at(sentence, stretch, index)
            if spoken is not None:
                found.append(spoken)
    return found


def verb_frame(
    sentence: Sentence, number: int, verb: Verb, shape: Shape, *, cue: Part, speaker: Speaker, place: int, after: int
) -> Frame:
    """Build the frame of a verb at a token, which takes up all of a stretch."""
    stretch = sentence.stretches[number]
    return Frame(
        shape=shape,
        stretch=number,
        begin=number,
        first=stretch.first,
        last=stretch.last,
        cue=cue,
        speaker=speaker,
        lemma=verb.lemma,
        verb=place,
        after=after,
        kind=verb.kind,
        only_clause=verb.only_clause,
        refutes=verb.refutes,
    )


def phrase_frame(number: int, first: int, last: int, cue: Part, speaker: Speaker) -> Frame:
    """Build the frame of a phrase such as "according to police"."""
    return Frame(shape=Shape.PHRASE, stretch=number, begin=number, first=first, last=last, cue=cue, speaker=speaker)


def apposed(sentence: Sentence, number: int, *, marked: bool = False) -> Speaker | None:
    """Return the person whose name begins a stretch, with ``marked`` also after a mark: "the author, Ann Lee, said"."""
    if not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return None
    tokens = sentence.of(sentence.stretches[number])
    first = next((token for token in tokens if token.is_word or not marked), tokens[0])
    names = sentence.cast.within(first.start, tokens[-1].end)
    person = next((name for name in names if name.label == "PER"), None)
    return named(person) if person is not None and person.start == first.start else None
