"""The kind of a claim from the rules' answer and from inner states of the encoder.

The rules know words, so new words mislead them. The inner layers of the encoder of meaning still hold mood and tense,
which its last layer has lost. A linear head weighs both. Only thorough suggestions use it.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.states import States, columns, states_of, words_of
from annotator.suggest.claims.frame_values import Found, Kind, Kinds, Rule
from annotator.suggest.claims.worth import sealed
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import SIZE
from annotator.text import sentences

FILE = "kinds.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "90d3b2f9e213555477e89fb0e3b6b1fac0b5073dd28e293dd12fbbfc9a03aa67"
LAYERS = (6, 8)  # of twelve; their states tell kinds best
WIDTH = 2 * len(LAYERS) * SIZE
KINDS = (Kind.FACT, Kind.OPINION, Kind.PREDICTION, Kind.DEMAND)  # that the head tells apart
_LEFT = frozenset({Kind.QUESTION, Kind.DEMAND})  # the rules are right about these more often
_DENIED = KINDS[: KINDS.index(Kind.DEMAND)]  # only what may be so can be denied
NO_RULE = ("no rule",)  # the signs of a claim that no rule found

_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_TOGETHER = 64  # claims read between two reports of progress
_KEPT = 20_000  # claims whose scores are kept, since an article is read again after decisions in it

_start, _end = itemgetter(0), itemgetter(1)

Parts: TypeAlias = Sequence[Part]


class _Head(NamedTuple):
    """The weights of the states [WIDTH, kinds], of each sign [kinds], and the bias [kinds].

    ``encoder`` is the SHA-256 of the encoder's file `MEANING` that the weights were learnt with.
    """

    states: Floats
    signs: Mapping[str, Floats]
    bias: Floats
    encoder: str


def kinds_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Kinds | None:
    """Return a function that decides kinds with an encoder.

    Arguments, result and errors are as for `finder.finder_of`. ``progress`` receives numbers of claims.
    """
    head = _head()
    states = states_of(folder, seal, head.encoder)
    if states is None:
        return None

    def decide(text: str, language: str, found: Sequence[Found]) -> list[Found]:
        asked = [_Asked(text, one.parts, one.cue) for one in found if one.kind not in _LEFT]
        missing = list(dict.fromkeys(one for one in asked if one not in _known))
        if len(_known) + len(missing) > _KEPT:
            _known.clear()
            missing = list(dict.fromkeys(asked))
        for start in range(0, len(missing), _TOGETHER):
            part = missing[start : start + _TOGETHER]
            rows = inputs(text, [(one.parts, one.cue) for one in part], states) @ head.states + head.bias
            _known.update(zip(part, rows, strict=True))
            progress(start + len(part), len(missing))
        return [_decided(text, language, one, head) for one in found]

    return decide


class _Asked(NamedTuple):
    """A claim whose states were read."""

    text: str
    parts: tuple[Part, ...]
    cue: Part | None


_known: dict[_Asked, Floats] = {}


def _decided(text: str, language: str, one: Found, head: _Head) -> Found:
    """Return a claim with its kind decided again, unless the rules call it a question or a demand."""
    if one.kind in _LEFT:
        return one
    said = [head.signs[sign] for sign in _signs_of(one, language) if sign in head.signs]
    scores = np.sum([_known[_Asked(text, one.parts, one.cue)], *said], 0)
    able = _DENIED if one.refutes else KINDS
    return replace(one, kind=KINDS[int(np.round(scores[: len(able)], _DIGITS).argmax())])


def _signs_of(one: Found, language: str) -> tuple[str, ...]:
    return NO_RULE if one.rule is Rule.MEANING else signs(language, one.form, one.rule, one.kind)


def signs(language: str, form: str, rule: str, kind: str) -> tuple[str, ...]:
    """Return the signs that the head gets from what the rules say about a claim."""
    return kind, rule, f"{kind}, {rule}", f"{kind}, {form or 'own'}", f"{kind}, {language}"


def inputs(text: str, claims: Sequence[tuple[Parts, Part | None]], states: States) -> Floats:
    """Return a row per claim, given by its parts and its cue: the mean states of its words, then of its cue's words."""
    whole = sentences.split(text)
    ends = [end for _, end in whole]
    wanted: set[int] = set()
    for parts, cue in claims:
        for start, end in (*parts, *([cue] if cue is not None else ())):
            for number in range(bisect_right(ends, start), len(whole)):
                if whole[number][0] >= end:
                    break
                wanted.add(number)
    read = [whole[number] for number in sorted(wanted)]
    spans = [(start + a, start + b) for start, end in read for a, b in words_of(text[start:end])]
    rows = np.zeros((len(claims), WIDTH), np.float32)
    if not spans:
        return rows
    every = np.concatenate(states.words([text[start:end] for start, end in read]))[:, columns(*LAYERS)]
    for row, (parts, cue) in zip(rows, claims, strict=True):
        of_cue = _within(spans, [cue] if cue is not None else [])
        own = _within(spans, parts)
        for at, chosen in ((0, own - of_cue or own), (WIDTH // 2, of_cue)):
            if chosen:
                row[at : at + WIDTH // 2] = every[sorted(chosen)].mean(0)
    return rows


def _within(words: Sequence[Part], parts: Parts) -> set[int]:
    """Return the words that touch any of the parts; ``words`` are in text order."""
    return {
        number
        for start, end in parts
        for number in range(bisect_right(words, start, key=_end), bisect_left(words, end, key=_start))
    }


@lru_cache(maxsize=1)
def _head() -> _Head:
    content = json.loads(sealed(FILE, HEAD))
    states = np.array(content["states"], np.float32).reshape(WIDTH, len(KINDS))
    weights = {str(sign): np.array(row, np.float32) for sign, row in content["signs"].items()}
    return _Head(states, weights, np.array(content["bias"], np.float32), str(content["encoder"]))
