"""Agreement about the values that people give to the same things: Krippendorff's α, Cohen's κ and Fleiss' κ.

Sources: Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011. Cohen, "A coefficient of agreement for
nominal scales", 1960. Fleiss, "Measuring nominal scale agreement among many raters", 1971.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from enum import StrEnum
from itertools import product
from typing import TypeAlias

Value: TypeAlias = Hashable | None
"""A person's value for a thing, None if it is missing."""


class Metric(StrEnum):
    """A distance between two values: whether they differ, by their ranks, or by their numbers."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def alpha(
    things: Iterable[Sequence[Value]], metric: Metric = Metric.NOMINAL, order: Sequence[Value] = ()
) -> float | None:
    """Return α of the values that people gave each thing, or None if all are the same or no thing has two.

    ``order`` has the values by rank; it is needed for ordinal values that do not sort by themselves.
    """
    coincidences = _coincidences(things)
    totals: defaultdict[Value, float] = defaultdict(float)
    for (value, _), number in coincidences.items():
        totals[value] += number
    n = sum(totals.values())
    distance = _Distance(metric, totals, order)
    observed = sum(number * distance(*pair) for pair, number in coincidences.items())
    expected = sum(totals[a] * totals[b] * distance(a, b) for a, b in product(totals, repeat=2))
    return 1 - observed * (n - 1) / expected if expected > 0 else None


def cohen(table: Counter[tuple[Value, Value]]) -> float | None:
    """Return κ of two people, or None if both always gave the same single value; ``table`` counts pairs of values."""
    n = table.total()
    ours: Counter[Value] = Counter()
    theirs: Counter[Value] = Counter()
    for (a, b), number in table.items():
        ours[a] += number
        theirs[b] += number
    chance = sum(ours[value] * theirs[value] for value in ours)
    if n**2 == chance:
        return None
    return (n * sum(number for (a, b), number in table.items() if a == b) - chance) / (n**2 - chance)


class Fleiss:
    """Sums for κ of several people; each thing may have values from a different number of people."""

    def __init__(self) -> None:
        self._agreed = 0.0
        self._things = 0
        self._given: Counter[Value] = Counter()

    def add(self, values: Sequence[Value], times: int = 1) -> None:
        """Add the values of ``times`` equal things, each with at least two values."""
        counts, n = Counter(values), len(values)
        self._agreed += times * sum(c * (c - 1) for c in counts.values()) / (n * (n - 1))
        self._things += times
        for value, number in counts.items():
            self._given[value] += times * number

    @property
    def kappa(self) -> float | None:
        """κ, or None if all values are the same."""
        n = self._given.total()
        chance = sum(number * number for number in self._given.values())
        if n * n == chance:
            return None
        share = chance / (n * n)
        return (self._agreed / self._things - share) / (1 - share)


def _coincidences(things: Iterable[Sequence[Value]]) -> dict[tuple[Value, Value], float]:
    found: defaultdict[tuple[Value, Value], float] = defaultdict(float)
    for thing in things:
        counts = Counter(value for value in thing if value is not None)
        m = counts.total()
        if m > 1:
            for a, b in product(counts, repeat=2):
                if pairs := counts[a] * (counts[b] - (a == b)):
                    found[a, b] += pairs / (m - 1)
    return found


class _Distance:
    def __init__(self, metric: Metric, totals: dict[Value, float], order: Sequence[Value]) -> None:
        self._metric = metric
        self._totals = totals
        unknown = sorted((value for value in totals if value not in order), key=_by_value)
        self._values = [value for value in order if value in totals] + unknown
        self._ranks = {value: rank for rank, value in enumerate(self._values)}

    def __call__(self, a: Value, b: Value) -> float:
        match self._metric:
            case Metric.NOMINAL:
                return float(a != b)
            case Metric.INTERVAL:
                return float(a - b) ** 2  # type: ignore[operator]  # both are numbers
            case Metric.ORDINAL:
                low, high = sorted((self._ranks[a], self._ranks[b]))
                between = sum(self._totals[value] for value in self._values[low : high + 1])
                return (between - (self._totals[a] + self._totals[b]) / 2) ** 2


def _by_value(value: Value) -> tuple[bool, float, str]:
    is_number = isinstance(value, int | float)
    return not is_number, value if isinstance(value, int | float) else 0.0, str(value)
