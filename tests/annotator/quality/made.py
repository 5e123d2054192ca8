"""Units and people for tests of the measures."""

from annotator.quality.measures.units import unit


def units(*rows):
    """Make units of (start, end, label)."""
    return [unit(label, ((start, end),)) for start, end, label in rows]


def mean(raters):
    """Compute the mean number of units of a person."""
    return sum(map(len, raters)) / len(raters)
