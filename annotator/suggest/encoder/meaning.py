"""Vectors of sentences: sentences with a similar meaning, in German or English, get similar vectors.

This encoder has all layers as they were published. The layers that find names cannot be used, since their training has
made them forget what sentences mean. The mean vector of a language is subtracted, since it tells nothing about a
sentence.
Source: Wang and others, Multilingual E5 Text Embeddings, 2024.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log10
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import FIRST, LAST, Encoder, Floats
from annotator.suggest.encoder.name_model import VOCABULARY, WORDS, vocabulary
from annotator.suggest.encoder.unigram import Unigram

MEANING = "meaning.npz"
FILES = (VOCABULARY, WORDS, MEANING)
MEANS = "means."  # followed by a language: the array with the mean vector of its sentences
SIZE = 384  # numbers of a vector

_PREFIX = "query: "  # the encoder was trained with this prefix for texts that are compared with texts of the same kind
_LONGEST = 128  # pieces of a text that are read; enough for a sentence
_LARGEST = np.float32(127)

_LEAST = 0.44  # lowest cosine at which two of a thousand sentences may say the same
_RISES = 0.04  # added to `_LEAST` for ten times as many sentences, because more of them are near by chance
#: Cosines, and the likeness shown for each of them; values in between are interpolated.
_COSINES, _LIKENESS = (0.0, 0.44, 0.55, 0.7, 1.0), (0.0, 0.4, 0.6, 0.8, 1.0)

#: Vectors as they are stored: a row per vector, eight bits per number; only the direction of a vector counts.
Rows = NDArray[np.int8]


class Said(NamedTuple):
    """A text and its language: ``"de"``, ``"en"`` or another."""

    language: str
    text: str


class MeaningModel:
    """A model that computes the vectors of texts: the encoder, its vocabulary, and the mean vectors of languages."""

    def __init__(self, unigram: Unigram, encoder: Encoder, means: Mapping[str, Floats]) -> None:
        """Store the parts; ``means`` maps each language to its mean vector, ``""`` to that of any other language."""
        self._unigram = unigram
        self._encoder = encoder
        self._means = dict(means)
        self._prefix = [FIRST, *unigram.text(_PREFIX)]

    def vectors(self, texts: Sequence[Said]) -> Rows:
        """Return a vector for each text, packed as it is stored; only the beginning of a long text is read."""
        if not texts:
            return np.zeros((0, SIZE), np.int8)
        return self.centred(self.directions(said.text for said in texts), [said.language for said in texts])

    def centred(self, directions: Floats, languages: Sequence[str]) -> Rows:
        """Return packed vectors: directions without the mean vector of their language."""
        return packed(directions - np.stack([self._means.get(each, self._means[""]) for each in languages]))

    def directions(self, texts: Iterable[str]) -> Floats:
        """Return a vector of length 1 for each text, before the mean vector of its language is subtracted."""
        found = np.stack([matrix.mean(0) for matrix in self._encoder.read([self._pieces(text) for text in texts])])
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found

    def _pieces(self, text: str) -> Sequence[int]:
        return [*(self._prefix + self._unigram.text(text[: 20 * _LONGEST]))[: _LONGEST - 1], LAST]

    @classmethod
    def from_disk(cls, folder: Path, seal: str | None = None) -> Self:
        """Read a model; ``seal`` is the folder's expected `checksums.seal`, None if unknown.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        checksums.check(folder, FILES, seal)
        unigram, table = vocabulary(folder)
        if table.size != SIZE:
            raise ValueError(f"{WORDS} has an array of another shape")
        arrays = load_arrays(folder / MEANING)
        means = {name.removeprefix(MEANS): value for name, value in arrays.items() if name.startswith(MEANS)}
        if "" not in means or any(value.shape != (SIZE,) for value in means.values()):
            raise ValueError(f"{MEANING} contains no model of meaning")
        return cls(unigram, Encoder.from_arrays(table, arrays), means)


@lru_cache(maxsize=1)
def loaded(folder: Path, seal: str | None = None) -> MeaningModel:
    """Return a model from `MeaningModel.from_disk`; all callers in a process share it."""
    return MeaningModel.from_disk(folder, seal)


def packed(vectors: Floats) -> Rows:
    """Return vectors with eight bits per number; each vector is scaled to use the whole range."""
    most = np.maximum(np.abs(vectors).max(1, keepdims=True), np.float32(1e-12))
    rows: Rows = np.round(vectors * (_LARGEST / most)).astype(np.int8)
    return rows


def unit(rows: Rows) -> Floats:
    """Return stored vectors as vectors of length 1."""
    vectors = rows.astype(np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    vectors /= np.maximum(length, np.float32(1e-12))
    return vectors


def least_cosine(among: int) -> float:
    """Return the lowest cosine at which two sentences may say the same, if ``among`` sentences are compared."""
    return _LEAST + _RISES * max(0.0, log10(max(among, 1) / 1_000))


def likeness(cosine: float) -> float:
    """Return the likeness shown for a cosine, from 0 to 1."""
    return float(np.interp(cosine, _COSINES, _LIKENESS))
