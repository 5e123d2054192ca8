"""How a finder of names reads words: what it takes each for, and how sure it is."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

OUTSIDE = "O"


class Reading(NamedTuple):
    """One word: its label (B- and I- and a label of entities, or O), how probable that is, and that it is any name.

    ``chances`` tells how probable each label is, None where the finder does not say.
    """

    label: str
    sure: float
    named: float
    chances: Mapping[str, float] | None = None


NOTHING = Reading(OUTSIDE, 1.0, 0.0)


def labels_of(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Give the row of labels for names that do not overlap: the inverse of `crf.spans_of_iob`."""
    labels = [OUTSIDE] * length
    for start, end, label in spans:
        labels[start:end] = [f"I-{label}"] * (end - start)
        labels[start] = f"B-{label}"
    return labels
