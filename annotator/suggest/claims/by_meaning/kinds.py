"""The kind of a claim from the rules' answer and from what the reader of claims says.

The rules know words, so new words mislead them. A linear head weighs both. Only thorough suggestions use it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.reader import Answer, AskedClaim, reader_of
from annotator.suggest.claims.frame_values import Found, Kind, Kinds, Rule
from annotator.suggest.claims.worth import sealed
from annotator.suggest.encoder.encoder import Floats

FILE = "kinds.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "dcd47081f8d57a597aace635dd6b6732d830be9824b9108646ac1ef2c6774bda"
KINDS = (Kind.FACT, Kind.OPINION, Kind.PREDICTION, Kind.DEMAND)  # that the head tells apart
_LEFT = frozenset({Kind.QUESTION, Kind.DEMAND})  # the rules are right about these more often
_DENIED = KINDS[: KINDS.index(Kind.DEMAND)]  # only what may be so can be denied
NO_RULE = ("no rule",)  # the signs of a claim that no rule found

_DIGITS = 3  # of a score; further digits would depend on which texts share a batch


class _Head(NamedTuple):
    """The weights of what the reader says [its kinds, kinds], of each sign [kinds], and the bias [kinds]."""

    read: Floats
    signs: Mapping[str, Floats]
    bias: Floats


def kinds_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Kinds | None:
    """Return a function that decides kinds with an encoder.

    Arguments, result and errors are as for `finder.finder_of`.
    """
    head, model = _head(), reader_of(folder, seal)
    if model is None:
        return None

    def decide(text: str, language: str, found: Sequence[Found]) -> list[Found]:
        answers = model.article(text, progress).answer([AskedClaim(one.parts, one.cue) for one in found])
        return [_decided(language, one, answer, head) for one, answer in zip(found, answers, strict=True)]

    return decide


def _decided(language: str, one: Found, answer: Answer, head: _Head) -> Found:
    """Return a claim with its kind decided again, unless the rules call it a question or a demand."""
    if one.kind in _LEFT:
        return one
    said = [head.signs[sign] for sign in _signs_of(one, language) if sign in head.signs]
    scores = np.sum([head.bias, answer.kinds @ head.read, *said], 0)
    able = _DENIED if one.refutes else KINDS
    return replace(one, kind=KINDS[int(np.round(scores[: len(able)], _DIGITS).argmax())])


def _signs_of(one: Found, language: str) -> tuple[str, ...]:
    return NO_RULE if one.rule is Rule.MEANING else signs(language, one.form, one.rule, one.kind)


def signs(language: str, form: str, rule: str, kind: str) -> tuple[str, ...]:
    """Return the signs that the head gets from what the rules say about a claim."""
    return kind, rule, f"{kind}, {rule}", f"{kind}, {form or 'own'}", f"{kind}, {language}"


@lru_cache(maxsize=1)
def _head() -> _Head:
    content = json.loads(sealed(FILE, HEAD))
    read = np.array(content["read"], np.float32)
    weights = {str(sign): np.array(row, np.float32) for sign, row in content["signs"].items()}
    return _Head(read, weights, np.array(content["bias"], np.float32))
