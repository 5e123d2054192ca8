"""Krippendorff's alpha for unitizing, uα: agreement about which stretches of a text carry a label.

Source: Krippendorff, Mathet, Bouvry, Widlöcher, "On the reliability of unitizing textual continua", 2016, equations 1,
4 and 5a. Each label has its own continuum, because labels may overlap; articles are joined end to end.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from annotator.quality.measures.units import Raters

Segments: TypeAlias = Sequence[tuple[int, int, bool]]
"""One person's continuum, cut into segments: start, end, and whether the segment is a unit."""


class DisagreementSums(NamedTuple):
    """The observed and the expected disagreement."""

    observed: float
    expected: float

    @property
    def alpha(self) -> float | None:
        """α, or None if no disagreement is expected."""
        return 1 - self.observed / self.expected if self.expected > 0 else None


class Unitized:
    """Sums for uα of one label: how many characters people agree on, by kind of segment (unit or gap)."""

    def __init__(self) -> None:
        self._agreed = 0.0
        self._margin = {True: 0.0, False: 0.0}
        self._own = {True: 0, False: 0}

    def add(self, segments: Sequence[Segments]) -> None:
        """Add an article's continuum: the segments of each person, which cover the whole text."""
        weight = 1 / (len(segments) - 1)
        for one, other in combinations(segments, 2):
            i = j = 0
            while i < len(one) and j < len(other):
                (start, end, here), (since, until, there) = one[i], other[j]
                shared = min(end, until) - max(start, since)
                if shared > 0:
                    self._margin[here] += shared * weight
                    self._margin[there] += shared * weight
                    self._agreed += 2 * shared * weight if here == there else 0
                i += end <= until
                j += until <= end
        for each in segments:
            for start, end, is_unit in each:
                self._own[is_unit] += (end - start) ** 2 if is_unit else end - start

    def add_gap(self, characters: int) -> None:
        """Add text that nobody labelled; ``characters`` counts it once for each person."""
        self._agreed += characters
        self._margin[False] += characters
        self._own[False] += characters

    @property
    def disagreement(self) -> DisagreementSums:
        """The observed and the expected disagreement."""
        whole, own = sum(self._margin.values()), sum(self._own.values())
        if whole**2 <= own:
            return DisagreementSums(0, 0)
        same = whole * sum(self._margin[kind] ** 2 - self._own[kind] for kind in (True, False)) / (whole**2 - own)
        return DisagreementSums(whole - self._agreed, whole - same)


class UnitizedLayer:
    """Sums for uα of all labels in a layer."""

    def __init__(self) -> None:
        self._labels: dict[str, Unitized] = {}
        self._met: Counter[str] = Counter()  # characters, counted for each person, of the articles that have the label
        self._characters = 0

    def add(self, raters: Raters, length: int) -> None:
        """Add an article of ``length`` characters."""
        characters = length * len(raters)
        self._characters += characters
        for label in {unit.label for units in raters for unit in units}:
            cut = [
                segments((part for unit in units if unit.label == label for part in unit.parts), length)
                for units in raters
            ]
            self._labels.setdefault(label, Unitized()).add(cut)
            self._met[label] += characters

    def add_empty(self, characters: int) -> None:
        """Add articles without labels of the layer; ``characters`` counts their text once for each person."""
        self._characters += characters

    def by_label(self) -> dict[str, DisagreementSums]:
        """Return the observed and expected disagreement about each label."""
        found = {}
        for label in sorted(self._labels):
            sums = self._labels[label]
            sums.add_gap(self._characters - self._met[label])
            self._met[label] = self._characters
            found[label] = sums.disagreement
        return found


def segments(parts: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int, bool]]:
    """Cut a text into units and gaps; if two units overlap, the later one starts where the earlier one ends."""
    found: list[tuple[int, int, bool]] = []
    at = 0
    for start, end in sorted(parts):
        since, until = max(start, at), min(end, length)
        if until <= since:
            continue
        if since > at:
            found.append((at, since, False))
        found.append((since, until, True))
        at = until
    if at < length:
        found.append((at, length, False))
    return found
