"""Label scores from a small neural network, which takes in more words around each word than the feature weights do.

A word's vector is made from the sum of its features' vectors; each layer combines it with its neighbours. The feature
weights and the network make different mistakes, so their scores are added.
Source: Collobert and others, Natural Language Processing (Almost) from Scratch, JMLR 2011; maxout and residuals as in
spaCy's encoder of windows.
"""

from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays
from annotator.suggest.crf.features import FeatureRows, summed
from annotator.suggest.crf.neighbour_features import EDGE, Keys, KnownWords, Layout, Numbers, grown, joined

Floats32 = NDArray[np.float32]

_LEAST_VARIANCE = 1e-5
_FINENESS = 4  # storage units per typical value of a vector: more make the file larger, fewer the results worse
_LARGEST = 127
_LEAST_SIZE = 1e-6


class NetworkLayer(NamedTuple):
    """The parameters of a layer.

    ``weights`` and ``bias`` map a word and its two neighbours to twice as many values; the larger value of each pair is
    kept. ``gain`` and ``shift`` scale the kept values.
    """

    weights: Floats32
    bias: Floats32
    gain: Floats32
    shift: Floats32


class Network:
    """A small neural network: trained vectors of features, and layers that combine neighbouring words."""

    def __init__(
        self, keys: Keys, vectors: Floats32, first: NetworkLayer, layers: tuple[NetworkLayer, ...], last: NetworkLayer
    ) -> None:
        """Store the parameters.

        Args:
            keys: The features, 32 bits each, sorted.
            vectors: The vectors, a row per feature.
            first: Maps the sum of a word's vectors to the word.
            layers: Each maps a word and its neighbours to the word in its context.
            last: Maps the word in its context to the scores of labels; its gain and shift are not used.
        """
        self._keys = keys
        self._rows = FeatureRows(keys)
        # The last row is for all unknown features.
        self._vectors = np.vstack([vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])
        self._first = first
        self._layers = layers
        self._last = last
        self._known = 0  # words in the cache
        self._words = np.zeros((0, first.weights.shape[1]), dtype=np.float32)  # the cache

    def drop_cache(self) -> None:
        """Drop the cached words. Call this whenever the table given to `scores` has been cleared."""
        self._known, self._words = 0, self._words[:0].copy()

    def scores(self, table: KnownWords, layout: Layout) -> NDArray[np.float64]:
        """Return the score of each label, with a row per word, for sentences that this table has laid out."""
        self._learn(table)
        numbers, is_word = _one_edge_between(layout.numbers)
        row = self._words[numbers]
        for layer in self._layers:
            values = _beside(row) @ layer.weights
            values += layer.bias
            row += _scaled(_larger(values), layer)
            row *= is_word[:, None]
        return np.asarray(row[is_word] @ self._last.weights + self._last.bias, dtype=np.float64)

    def _learn(self, table: KnownWords) -> None:
        """Cache the vectors of words that are new in the table; the edge stays 0."""
        fresh = table.own[self._known :]
        self._words = grown(self._words, len(table))
        if fresh:
            keys, starts = joined(fresh)
            sums = np.tanh(summed(self._vectors, self._rows.of(keys), starts))
            words = _scaled(sums @ self._first.weights + self._first.bias, self._first)
            self._words[self._known : len(table)] = words
            self._words[EDGE] = 0
        self._known = len(table)

    @classmethod
    def from_disk(cls, path: Path) -> Self:
        """Read a network.

        Raises:
            ValueError: if the file is not what `to_disk` wrote.
            OSError: if the file cannot be read.
        """
        try:
            loaded = load_arrays(path)
            first, *layers, last = (_layer(loaded, number) for number in range(int(loaded["layers"])))
            vectors = loaded["vectors"].astype(np.float32) * loaded["units"]
            keys = np.cumsum(loaded["steps"], dtype=np.uint64)
            sizes = [len(first.weights), *(len(layer.weights) // 3 for layer in layers), len(last.weights)]
            if len(keys) != len(vectors) or sizes != [vectors.shape[1], *[len(first.bias)] * (len(layers) + 1)]:
                raise ValueError("the arrays do not fit together")
        except (ValueError, LookupError, TypeError) as error:
            raise ValueError(f"{path.name} is not a network") from error
        return cls(keys, vectors, first, tuple(layers), last)

    def to_disk(self, path: Path) -> None:
        """Write the network, with vectors as 8-bit integers and layers at half precision."""
        vectors = self._vectors[:-1]
        units = np.maximum(np.sqrt(np.square(vectors).mean(axis=0)), _LEAST_SIZE) / _FINENESS
        layers = [self._first, *self._layers, self._last]
        arrays = {
            f"{name}{number}": getattr(layer, name).astype(np.float16)
            for number, layer in enumerate(layers)
            for name in NetworkLayer._fields
        }
        np.savez_compressed(
            path,
            allow_pickle=False,
            layers=np.array(len(layers)),
            steps=np.diff(self._keys, prepend=np.uint64(0)).astype(np.uint32),
            units=units.astype(np.float32),
            vectors=np.round(vectors / units).clip(-_LARGEST, _LARGEST).astype(np.int8),
            **arrays,
        )


def _layer(arrays: dict[str, NDArray[Any]], number: int) -> NetworkLayer:
    return NetworkLayer(*(arrays[f"{name}{number}"].astype(np.float32) for name in NetworkLayer._fields))


def _one_edge_between(numbers: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """Drop all edges but one before each sentence, since a layer looks at one neighbour on each side.

    Return the kept numbers, and for each whether it is a word.
    """
    is_word = numbers != EDGE
    kept = is_word | np.append(is_word[1:], False)  # nothing follows the last edge
    return numbers[kept], is_word[kept]


def _beside(row: Floats32) -> Floats32:
    """Return each row with the rows before and after it, concatenated; zeros stand for missing neighbours."""
    size, width = row.shape
    around = np.zeros((size + 2, width), dtype=np.float32)
    around[1:-1] = row
    windows = np.lib.stride_tricks.as_strided(around, (size, 3 * width), around.strides, writeable=False)
    return np.ascontiguousarray(windows)


def _larger(values: Floats32) -> Floats32:
    half = values.shape[1] // 2
    return np.maximum(values[:, :half], values[:, half:])


def _scaled(values: Floats32, layer: NetworkLayer) -> Floats32:
    """Normalise the values of each word, in place, to mean 0 and variance 1, then apply the layer's gain and shift."""
    values -= values.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", values, values)[:, None] / values.shape[1]
    values *= 1 / np.sqrt(variance + _LEAST_VARIANCE)
    values *= layer.gain
    values += layer.shift
    return values
