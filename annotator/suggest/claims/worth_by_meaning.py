"""Check-worthiness of sentences by their meaning too: a linear head over vectors and the features of `worth`.

A vector takes a hundred times as long as the features, so only the thorough answer ranks by it.
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
#: The SHA-256 of the head; learning a new one requires its own here.
HEAD = "ed567bf4a4d36116281d3ad73787b73facaed18322e548a62c6173a6c5815dea"

_DIGITS = 3  # of a score; further ones depend on which texts share a batch
_TOGETHER = 128  # sentences read between two signs of progress
_KEPT = 100_000  # scores: an article is read again after decisions in it

Vectors: TypeAlias = Callable[[Sequence[Said]], Floats]


class _Head(NamedTuple):
    """Weights for the numbers of a vector and then the features; ``encoder`` is the SHA-256 of the file of meaning."""

    weights: Floats
    bias: float
    encoder: str


def scores_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Scores | None:
    """Return what scores sentences with an encoder, or None if it is damaged or not the one that the head knows.

    Args:
        folder: The encoder's folder.
        seal: The folder's `checksums.seal`, if known.
        progress: Receives the number of sentences read, and of all.

    Raises:
        ModelError: ``source.broken`` if the head is not the one that ships.
    """
    head = _head()
    vectors = _vectors(folder, seal, head.encoder)
    if vectors is None:
        return None

    def score(sentences: Sequence[str], language: str) -> list[float]:
        said = [Said(language, sentence) for sentence in sentences]
        missing = sorted({one for one in said if one not in _known}, key=lambda one: (len(one.text), one.text))
        if len(_known) + len(missing) > _KEPT:
            _known.clear()
            missing = sorted(set(said), key=lambda one: (len(one.text), one.text))
        for start in range(0, len(missing), _TOGETHER):
            part = missing[start : start + _TOGETHER]
            found = inputs(part, vectors) @ head.weights + head.bias
            _known.update(zip(part, np.round(found, _DIGITS).tolist(), strict=True))
            progress(start + len(part), len(missing))
        return [_known[one] for one in said]

    return score


_known: dict[Said, float] = {}


def inputs(said: Sequence[Said], vectors: Vectors) -> Floats:
    """Return a row for each sentence: its vector, then its features."""
    surface = np.array([features(one.text, one.language) for one in said], np.float32)
    return np.hstack([vectors(said), surface])


@lru_cache(maxsize=1)
def _vectors(folder: Path, seal: str | None, known: str) -> Vectors | None:
    """Return what makes vectors, or None; a damaged file is not read again for each article."""
    try:
        if checksums.sum_of(folder, MEANING) != known:
            return None
        model = loaded(folder, seal)
    except (OSError, ValueError):
        return None
    return lambda said: unit(model.vectors(said))


@lru_cache(maxsize=1)
def _head() -> _Head:
    content = json.loads(sealed(FILE, HEAD))
    return _Head(np.array(content["weights"], np.float32), float(content["bias"]), str(content["encoder"]))
