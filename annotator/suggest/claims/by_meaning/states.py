"""Inner states of the words of sentences, which all heads for claims read.

An article is read again after each decision in it, and several heads read the same sentences, so the states of the last
sentences are kept.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Part
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import MEANING, SIZE, MeaningModel, loaded

LAYERS = (6, 8, 10)  # of twelve

_WORDS = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_MOST_WORDS = 128  # of a sentence; the encoder reads no more pieces
_KEPT = 400  # sentences whose states are kept, about 20 MB

States: TypeAlias = Callable[[Sequence[str]], list[Floats]]
"""A function that returns a matrix per sentence: a row per word (see `words_of`), with the states of all `LAYERS`."""


def words_of(sentence: str) -> list[Part]:
    """Return the first words and punctuation marks of a sentence, in code points from its start."""
    return [match.span() for match in islice(_WORDS.finditer(sentence), _MOST_WORDS)]


def columns(*layers: int) -> slice:
    """Return the columns of adjacent `LAYERS`."""
    first = LAYERS.index(layers[0])
    return slice(first * SIZE, (first + len(layers)) * SIZE)


@lru_cache(maxsize=1)
def states_of(folder: Path, seal: str | None, known: str | None = None) -> States | None:
    """Return a function that computes states, or None if the encoder is damaged or not the ``known`` one.

    The result is cached, so that a damaged file is not read again for each article.

    Args:
        folder: The encoder's folder.
        seal: The folder's expected `checksums.seal`, None if unknown.
        known: The expected SHA-256 of the encoder's file `MEANING`, None if unknown.
    """
    try:
        if known is not None and checksums.sum_of(folder, MEANING) != known:
            return None
        model = loaded(folder, seal)
    except (OSError, ValueError):
        return None
    return _Kept(model)


class _Kept:
    """The states of the last sentences that a model has read."""

    def __init__(self, model: MeaningModel) -> None:
        self._model = model
        self._known: OrderedDict[str, NDArray[np.float16]] = OrderedDict()

    def __call__(self, sentences: Sequence[str]) -> list[Floats]:
        """Return the states of the words of each sentence; those of new sentences are computed together."""
        missing = [one for one in dict.fromkeys(sentences) if one not in self._known]
        asked = [[(one[a:b], a == 0 or one[a - 1].isspace()) for a, b in words_of(one)] for one in missing]
        for one, rows in zip(missing, self._model.words(asked, LAYERS), strict=True):
            self._known[one] = rows.astype(np.float16)
        found = [self._known[one].astype(np.float32) for one in sentences]
        for one in sentences:
            self._known.move_to_end(one)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return found
