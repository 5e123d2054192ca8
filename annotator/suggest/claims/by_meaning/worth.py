"""Check-worthiness of sentences from their meaning and their words.

A linear head takes a sentence's vector and its features from `worth`. Computing a vector takes a hundred times as long
as computing the features, so only thorough suggestions use this ranking.
"""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np

from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.worth import Scores, features, sealed
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import MEANING, Said, loaded, unit

FILE = "meaning.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "ed567bf4a4d36116281d3ad73787b73facaed18322e548a62c6173a6c5815dea"

_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_TOGETHER = 128  # sentences read between two reports of progress
_KEPT = 100_000  # scores to keep, since an article is read again after decisions in it

Vectors: TypeAlias = Callable[[Sequence[Said]], Floats]


class _Head(NamedTuple):
    """The weights of a vector's numbers, followed by those of the features.

    ``encoder`` is the SHA-256 of the encoder's file `MEANING` that the weights were learnt with.
    """

    weights: Floats
    bias: float
    encoder: str


def scores_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Scores | None:
    """Return a function that scores sentences with an encoder.

    The result is None if the encoder is damaged, or is not the one that the head was learnt with. Arguments and errors
    are as for `finder.finder_of`, and ``progress`` receives numbers of sentences.
    """
    head = _head()
    try:
        if checksums.sum_of(folder, MEANING) != head.encoder:
            return None
        model = loaded(folder, seal)
    except (OSError, ValueError):
        return None

    def score(sentences: Sequence[str], language: str) -> list[float]:
        said = [Said(language, sentence) for sentence in sentences]
        missing = sorted({one for one in said if one not in _known}, key=lambda one: (len(one.text), one.text))
        if len(_known) + len(missing) > _KEPT:
            _known.clear()
            missing = sorted(set(said), key=lambda one: (len(one.text), one.text))
        for start in range(0, len(missing), _TOGETHER):
            part = missing[start : start + _TOGETHER]
            found = inputs(part, lambda each: unit(model.vectors(each))) @ head.weights + head.bias
            _known.update(zip(part, np.round(found, _DIGITS).tolist(), strict=True))
            progress(start + len(part), len(missing))
        return [_known[one] for one in said]

    return score


_known: dict[Said, float] = {}


def inputs(said: Sequence[Said], vectors: Vectors) -> Floats:
    """Return the head's input: a row per sentence, with its vector and then its features."""
    surface = np.array([features(one.text, one.language) for one in said], np.float32)
    return np.hstack([vectors(said), surface])


@lru_cache(maxsize=1)
def _head() -> _Head:
    content = json.loads(sealed(FILE, HEAD))
    return _Head(np.array(content["weights"], np.float32), float(content["bias"]), str(content["encoder"]))
