"""Inner states of words and vectors of sentences, which all heads for claims read.

An article is read again after each decision in it, and several heads read the same sentences. So both are computed in
one pass of the encoder, and those of the last sentences are kept.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Part
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import MEANING, SIZE, MeaningModel, Said, loaded, unit

LAYERS = (6, 8, 10)  # of twelve

_WORDS = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_MOST_WORDS = 128  # of a sentence; the encoder reads no more pieces
_KEPT = 400  # sentences whose states are kept, about 20 MB


def words_of(sentence: str) -> list[Part]:
    """Return the first words and punctuation marks of a sentence, in code points from its start."""
    return [match.span() for match in islice(_WORDS.finditer(sentence), _MOST_WORDS)]


def columns(*layers: int) -> slice:
    """Return the columns of adjacent `LAYERS`."""
    first = LAYERS.index(layers[0])
    return slice(first * SIZE, (first + len(layers)) * SIZE)


class _Kept(NamedTuple):
    words: NDArray[np.float16]
    direction: Floats


class States:
    """The states of sentences that an encoder has read; those of the latest sentences are kept."""

    def __init__(self, model: MeaningModel) -> None:
        """Store the encoder."""
        self._model = model
        self._known: OrderedDict[str, _Kept] = OrderedDict()

    def words(self, sentences: Sequence[str]) -> list[Floats]:
        """Return a matrix per sentence: a row per word (see `words_of`), with the states of all `LAYERS`."""
        return [kept.words.astype(np.float32) for kept in self._read(sentences)]

    def vectors(self, said: Sequence[Said]) -> Floats:
        """Return a vector of length 1 per sentence, as `MeaningModel.vectors` does."""
        if not said:
            return np.zeros((0, SIZE), np.float32)
        directions = np.stack([kept.direction for kept in self._read([each.text for each in said])])
        return unit(self._model.centred(directions, [each.language for each in said]))

    def _read(self, sentences: Sequence[str]) -> list[_Kept]:
        missing = [one for one in dict.fromkeys(sentences) if one not in self._known]
        asked = [[(one[a:b], a == 0 or one[a - 1].isspace()) for a, b in words_of(one)] for one in missing]
        for one, read in zip(missing, self._model.read(asked, LAYERS), strict=True):
            self._known[one] = _Kept(read.words.astype(np.float16), read.direction)
        found = [self._known[one] for one in sentences]
        for one in sentences:
            self._known.move_to_end(one)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return found


@lru_cache(maxsize=1)
def states_of(folder: Path, seal: str | None, known: str | None = None) -> States | None:
    """Return the object that reads with an encoder, or None if the encoder is damaged or not the ``known`` one.

    The result is cached, so that a damaged file is not read again for each article. ``seal`` is the folder's expected
    `checksums.seal`, ``known`` the expected SHA-256 of its file `MEANING`; both are None if unknown.
    """
    try:
        if known is not None and checksums.sum_of(folder, MEANING) != known:
            return None
        return States(loaded(folder, seal))
    except (OSError, ValueError):
        return None
