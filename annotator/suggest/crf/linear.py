"""Label scores from feature weights, which python-crfsuite learns; here they are stored compactly and applied fast."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.array_files import load_arrays
from annotator.suggest.crf.features import FeatureRows, summed
from annotator.suggest.crf.neighbour_features import (
    ALWAYS,
    STEPS,
    Keys,
    KnownWords,
    Layout,
    grown,
    joined,
    neighbour_keys,
)

Floats = NDArray[np.float64]

_UNIT = 1 / 128  # weights are stored as multiples of this unit
_ARRAYS = frozenset({"labels", "transitions", "steps", "counts", "columns", "weights"})


class LinearModel:
    """A linear model: the weight of each feature for each label, and the scores of label transitions."""

    def __init__(self, labels: tuple[str, ...], transitions: Floats, keys: Keys, weights: NDArray[np.int16]) -> None:
        """Store the weights.

        Args:
            labels: The names of the labels: "O", "B-PER" …
            transitions: The score of each label (row) being followed by each label (column).
            keys: The features, 32 bits each, sorted.
            weights: A row per feature, a column per label, in units of 1/128.
        """
        self.labels = labels
        self.transitions = transitions
        self._keys = keys
        self._rows = FeatureRows(keys)
        # The last row is for all features without a weight.
        self._weights = np.vstack([weights, np.zeros((1, len(labels)), dtype=np.int16)])
        self._values = self._weights * np.float32(_UNIT)
        self._of_every_word = self._values[self._rows.of(np.array([ALWAYS]))[0]]
        self._known = 0  # words in the cache
        # The cache: by word, what it adds to its own scores, then to those of each neighbour in `STEPS`.
        self._sums = np.zeros((0, 1 + len(STEPS), len(labels)), dtype=np.float32)

    def drop_cache(self) -> None:
        """Drop the cached words. Call this whenever the table given to `scores` has been cleared."""
        self._known, self._sums = 0, self._sums[:0].copy()

    def scores(self, table: KnownWords, layout: Layout) -> Floats:
        """Return the score of each label, with a row per word, for sentences that this table has laid out."""
        self._learn(table)
        scores = np.zeros((len(layout.places), len(self.labels)), dtype=np.float32)
        for rows in self._rows.of(table.combined(layout)):  # row by row to save memory
            scores += self._values[rows]
        for column, step in enumerate((0, *STEPS)):
            scores += self._sums[layout.numbers[layout.places + step], column]
        return np.asarray(scores, dtype=np.float64)

    def _learn(self, table: KnownWords) -> None:
        """Cache the summed weights of words that are new in the table."""
        own, starts = joined(table.own[self._known :])
        around, begins = joined(table.around[self._known :])
        self._sums = grown(self._sums, len(table))
        if self._known < len(table):
            fresh = self._sums[self._known : len(table)]
            fresh[:, 0] = summed(self._values, self._rows.of(own), starts, self._of_every_word)
            for column, step in enumerate(STEPS, 1):
                fresh[:, column] = summed(self._values, self._rows.of(neighbour_keys(around, step)), begins)
        self._known = len(table)

    @classmethod
    def from_crfsuite(cls, path: Path) -> Self:
        """Convert a python-crfsuite model that was trained on `KnownWords.features`."""
        import pycrfsuite

        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        learnt = tagger.info()
        labels = tuple(sorted(tagger.labels()))
        column = {label: place for place, label in enumerate(labels)}
        transitions = np.zeros((len(labels), len(labels)))
        for (before, after), weight in learnt.transitions.items():
            transitions[column[before], column[after]] = weight
        keys = np.unique(np.array([int(feature) for feature, _ in learnt.state_features], dtype=np.uint64))
        weights = np.zeros((len(keys), len(labels)), dtype=np.int16)
        for (feature, label), weight in learnt.state_features.items():
            weights[keys.searchsorted(np.uint64(int(feature))), column[label]] = round(weight / _UNIT)
        used = weights.any(axis=1)
        return cls(labels, transitions, keys[used], weights[used])

    @classmethod
    def from_disk(cls, path: Path) -> Self:
        """Read a model.

        Raises:
            ValueError: if the file is not what `to_disk` wrote.
            OSError: if the file cannot be read.
        """
        try:
            loaded = load_arrays(path)
            if loaded.keys() != _ARRAYS:
                raise ValueError("an array is missing")
            labels = tuple(map(str, loaded["labels"]))
            weights = np.zeros((len(loaded["steps"]), len(labels)), dtype=np.int16)
            rows = np.repeat(np.arange(len(weights)), loaded["counts"])
            weights[rows, loaded["columns"]] = loaded["weights"]
            transitions = loaded["transitions"].reshape(len(labels), len(labels))
        except (ValueError, IndexError, TypeError) as error:
            raise ValueError(f"{path.name} is not a table of weights") from error
        return cls(labels, transitions, np.cumsum(loaded["steps"], dtype=np.uint64), weights)

    def to_disk(self, path: Path) -> None:
        """Write the model compactly: sorted features as differences, and only the weights that are not zero."""
        weights = self._weights[:-1]
        rows, columns = np.nonzero(weights)
        np.savez_compressed(
            path,
            allow_pickle=False,
            labels=np.array(self.labels),
            transitions=self.transitions,
            steps=np.diff(self._keys, prepend=np.uint64(0)).astype(np.uint32),
            counts=np.bincount(rows, minlength=len(weights)).astype(np.uint8),
            columns=columns.astype(np.uint8),
            weights=weights[rows, columns],
        )


Columns = NDArray[np.int64]


class Chains:
    """The label scores of a batch of sentences, and what a linear-chain CRF computes from them.

    Sentences follow one another, with a row per word and a column per label.
    """

    def __init__(self, scores: Floats, lengths: NDArray[np.int64], transitions: Floats) -> None:
        """Store the scores.

        Args:
            scores: A row per word, a column per label.
            lengths: The number of words of each sentence, at least one.
            transitions: The score of each label (row) being followed by each label (column).
        """
        self._scores = scores
        self._transitions = transitions
        self._positions = list(_rows_by_position(lengths))
        self._last_words = np.cumsum(lengths) - 1
        # Subtracting the maximum prevents an overflow.
        self._emissions = np.exp(scores - scores.max(axis=1, keepdims=True))
        self._transition_factors = np.exp(transitions - transitions.max())

    def best(self) -> Columns:
        """Return each word's label in the most probable labelling of its sentence, as a column number."""
        best = self._scores.copy()
        came_from = np.zeros(best.shape, dtype=np.int64)
        for rows in self._positions[1:]:
            paths = best[rows - 1][:, :, None] + self._transitions
            came_from[rows] = paths.argmax(axis=1)
            best[rows] += paths.max(axis=1)
        labels: Columns = best.argmax(axis=1)
        for rows in reversed(self._positions[1:]):
            labels[rows - 1] = came_from[rows, labels[rows]]
        return labels

    def probabilities(self) -> Floats:
        """Return the probability of each label for each word."""
        forward = _normalised(self._emissions)
        for rows in self._positions[1:]:
            forward[rows] = _normalised((forward[rows - 1] @ self._transition_factors) * self._emissions[rows])
        return _normalised(forward * self._backward)

    def next_probabilities(self, labels: Columns) -> Floats:
        """Return the probability of each label for the next word, given a word's own label; 0 after the last word."""
        chances = np.zeros_like(self._scores)
        chances[:-1] = _normalised(self._transition_factors[labels[:-1]] * self._emissions[1:] * self._backward[1:])
        chances[self._last_words] = 0
        return chances

    @cached_property
    def _backward(self) -> Floats:
        backward: Floats = np.ones_like(self._emissions)
        for rows in reversed(self._positions[1:]):
            backward[rows - 1] = _normalised((backward[rows] * self._emissions[rows]) @ self._transition_factors.T)
        return backward


def _normalised(values: Floats) -> Floats:
    """Scale each row to the sum 1, so that long products do not underflow."""
    whole: Floats = values / values.sum(axis=1, keepdims=True)
    return whole


def _rows_by_position(lengths: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield the rows of the first words of all sentences, then those of the second words, and so on."""
    longest_first = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[longest_first]
    for step, count in enumerate(len(lengths) - np.cumsum(np.bincount(lengths))[:-1]):
        yield starts[:count] + step
