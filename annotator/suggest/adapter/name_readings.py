"""Readings: the label and its probability that a recogniser of names gives each word."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

OUTSIDE = "O"


class Reading(NamedTuple):
    """One word: its label (B- or I- and an entity label, or O), that label's probability, and that of any name.

    ``chances`` is the probability of each label, None if the recogniser does not give it.
    """

    label: str
    sure: float
    named: float
    chances: Mapping[str, float] | None = None


NOTHING = Reading(OUTSIDE, 1.0, 0.0)


def labels_of(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the row of labels for names that do not overlap: the inverse of `crf.spans_of_iob`."""
    labels = [OUTSIDE] * length
    for start, end, label in spans:
        labels[start:end] = [f"I-{label}"] * (end - start)
        labels[start] = f"B-{label}"
    return labels
