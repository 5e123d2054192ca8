"""Labelled words as the measures see them: units on a continuum of characters."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part

Parts: TypeAlias = tuple[Part, ...]


class Unit(NamedTuple):
    """Labelled words. ``start`` and ``end`` enclose all ``parts``; code points, end exclusive."""

    start: int
    end: int
    label: str
    parts: Parts


Raters: TypeAlias = Sequence[Sequence[Unit]]
"""For each person, the units of one layer of one article."""


def unit(label: str, parts: Parts) -> Unit:
    """Build a unit from its parts, which are in order."""
    return Unit(parts[0][0], parts[-1][1], label, parts)


def cut_out(parts: Parts, excluded: Parts) -> Parts:
    """Return the offsets of parts after ``excluded`` (in order) is cut out of the text; parts inside it are dropped."""
    if not excluded:
        return parts
    found: list[Part] = []
    for start, end in parts:
        here, there = _moved(start, excluded), _moved(end, excluded)
        if there > here:
            joined = found and found[-1][1] == here
            found[-1:] = [(found[-1][0], there)] if joined else [*found[-1:], (here, there)]
    return tuple(found)


def _moved(offset: int, excluded: Parts) -> int:
    return offset - sum(min(end, offset) - start for start, end in excluded if start < offset)
