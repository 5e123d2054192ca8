"""The best labels of sentences and their probabilities, from the scores of labels and of label transitions.

Source: the Viterbi and the forward-backward algorithm of linear-chain conditional random fields (Lafferty, McCallum,
Pereira: Conditional Random Fields, ICML 2001), for many sentences at once.
"""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Columns = NDArray[np.int64]


class Chains:
    """A batch of sentences, one after the other: a row per word, a column per label."""

    def __init__(self, scores: Floats, lengths: NDArray[np.int64], transitions: Floats) -> None:
        """Store the scores.

        Args:
            scores: A row per word, a column per label.
            lengths: The number of words of each sentence: one or more.
            transitions: Scores of a label (row) followed by another (column).
        """
        self._scores = scores
        self._transitions = transitions
        self._positions = list(_rows_by_position(lengths))
        self._last_words = np.cumsum(lengths) - 1
        # Subtracting the maximum prevents an overflow.
        self._emissions = np.exp(scores - scores.max(axis=1, keepdims=True))
        self._transition_factors = np.exp(transitions - transitions.max())

    def best(self) -> Columns:
        """Return the column of each word's label in the most probable labels of its sentence."""
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
        """Return the probability of each label of each word."""
        forward = _normalised(self._emissions)
        for rows in self._positions[1:]:
            forward[rows] = _normalised((forward[rows - 1] @ self._transition_factors) * self._emissions[rows])
        return _normalised(forward * self._backward)

    def next_probabilities(self, labels: Columns) -> Floats:
        """Return the probability of each label of the next word, given the word's own label; 0 after the last word."""
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
    """Normalise each row to sum 1, so that long products do not underflow."""
    whole: Floats = values / values.sum(axis=1, keepdims=True)
    return whole


def _rows_by_position(lengths: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield the rows of all first words, of all second words, and so on."""
    longest_first = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[longest_first]
    for step, count in enumerate(len(lengths) - np.cumsum(np.bincount(lengths))[:-1]):
        yield starts[:count] + step
