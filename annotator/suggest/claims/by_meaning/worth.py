"""Check-worthiness of sentences from what the reader of claims makes of them, and from their words.

A linear head takes the mean of the reader's states in a sentence, and the features of `annotator.suggest.claims.worth`.
Only thorough suggestions use it.
"""

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.reader import ArticleRead, reader_of
from annotator.suggest.claims.worth import Scores, features, sealed
from annotator.suggest.encoder.encoder import Floats

FILE = "worth.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "485fcf121d5c3f1ca93dc8e2e8d809056288c062b21ac7ede413e899ecf9c1ff"

_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_start = itemgetter(0)


class _Head(NamedTuple):
    """The weights of the numbers of a mean state, followed by those of the features."""

    weights: Floats
    bias: float


def scores_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Scores | None:
    """Return a function that scores sentences with an encoder.

    Arguments, result and errors are as for `finder.finder_of`.
    """
    head, reader = _head(), reader_of(folder, seal)
    if reader is None:
        return None

    def score(text: str, language: str, sentences: Sequence[Part]) -> list[float]:
        if not sentences:
            return []
        values = inputs(reader.article(text, progress), language, sentences)
        scores: list[float] = np.round(values @ head.weights + head.bias, _DIGITS).tolist()
        return scores

    return score


def inputs(read: ArticleRead, language: str, sentences: Sequence[Part]) -> Floats:
    """Return the head's input: a row per sentence, with its mean state and then its features."""
    words = read.words
    firsts = [bisect_left(words.parts, start, key=_start) for start, _ in sentences]
    means = np.stack([read.sentences[words.sentences[first]].mean for first in firsts])
    surface = np.array([features(read.text[start:end], language) for start, end in sentences], np.float32)
    return np.hstack([means, surface])


@lru_cache(maxsize=1)
def _head() -> _Head:
    content = json.loads(sealed(FILE, HEAD))
    return _Head(np.array(content["weights"], np.float32), float(content["bias"]))
