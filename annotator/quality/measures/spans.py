"""The F-score of two people's spans: exact, and by overlap.

Source: Hripcsak, Rothschild, "Agreement, the F-Measure, and Reliability in Information Retrieval", 2005: κ approaches F
if there are many words that nobody labelled.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.quality.measures.units import Parts, Unit


class SharedLabels(NamedTuple):
    """Twice the number of labels that two people share, and the number of all their labels; the quotient is F."""

    common: float
    both: float

    @property
    def f(self) -> float | None:
        """The F-score, or None if neither person has any labels."""
        return self.common / self.both if self.both else None


def exact(one: Sequence[Unit], other: Sequence[Unit]) -> dict[str, SharedLabels]:
    """Return the share of each label. Units agree if the label and all parts are equal; each unit pairs only once."""
    ours, theirs = (Counter((unit.label, unit.parts) for unit in units) for units in (one, other))
    common: Counter[str] = Counter()
    for (label, _), number in (ours & theirs).items():
        common[label] += 2 * number
    both = Counter(unit.label for units in (one, other) for unit in units)
    return {label: SharedLabels(common[label], number) for label, number in both.items()}


def overlapping(one: Sequence[Unit], other: Sequence[Unit]) -> SharedLabels:
    """Return the share of units that overlap a unit with the same label, paired so that most units have a partner."""
    by_label: defaultdict[str, list[Unit]] = defaultdict(list)
    for each in sorted(other):
        by_label[each.label].append(each)
    found = 0
    for label in {unit.label for unit in one}:
        found += _Matching(sorted(unit for unit in one if unit.label == label), by_label[label]).size
    return SharedLabels(2 * found, len(one) + len(other))


def total(shares: Sequence[SharedLabels]) -> SharedLabels:
    """Return the sum of shares."""
    return SharedLabels(sum(share.common for share in shares), sum(share.both for share in shares))


def meet(one: Parts, other: Parts) -> bool:
    """Return whether two sets of parts have a character in common."""
    return any(start < until and since < end for start, end in one for since, until in other)


class _Matching:
    """The most pairs of overlapping units, found by augmenting paths; without recursion, as a path may be long."""

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit]) -> None:
        self._left, self._right = left, right
        self._longest = max((unit.end - unit.start for unit in right), default=0)
        self._partner: dict[int, int] = {}  # index on the right → index on the left
        self._useless: set[int] = set()  # indices on the right from which no path leads on
        self.size = sum(self._augment(at) for at in range(len(left)))

    def _near(self, at: int) -> Iterator[int]:
        unit, right = self._left[at], self._right
        for j in range(bisect_left(right, (unit.start - self._longest,)), len(right)):
            other = right[j]
            if other.start >= unit.end:
                return
            if other.end > unit.start and meet(unit.parts, other.parts):
                yield j

    def _augment(self, at: int) -> bool:
        free = next((j for j in self._near(at) if j not in self._partner), None)
        if free is not None:
            self._partner[free] = at
            return True
        seen: set[int] = set()
        path: list[tuple[int, Iterator[int]]] = [(at, self._near(at))]
        chosen: list[int] = []
        while path:
            j = next((j for j in path[-1][1] if j not in seen and j not in self._useless), None)
            if j is None:
                path.pop()
                if chosen:
                    chosen.pop()
                continue
            seen.add(j)
            chosen.append(j)
            if j not in self._partner:
                for (i, _), taken in zip(path, chosen, strict=True):
                    self._partner[taken] = i
                return True
            path.append((self._partner[j], self._near(self._partner[j])))
        self._useless |= seen
        return False
