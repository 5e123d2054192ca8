"""γ, γ-cat and γ_k: agreement about place and label beyond chance, computed from the best alignment.

Sources: Mathet, Widlöcher, Métivier, "The Unified and Holistic Method Gamma (γ)", 2015; Mathet, "The Agreement Measure
γ-cat", 2018, section 4.2.5. Articles are not averaged but pooled: 1 - Σ observed / Σ expected. The shuffling is seeded
by the article, so the order of articles does not matter.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from annotator.quality.measures.alignment import MOST_RATERS, PLACE_ALONE, Aligned, align, distance
from annotator.quality.measures.units import Raters, Unit

RaterT = TypeVar("RaterT")
_ENOUGH, _MOST = 300, 30  # shuffled continua wanted for a project, and at most for an article
_TRIES = 20  # attempts to find a shift that is far enough from the others


def shuffles(articles: int) -> int:
    """Return how often to shuffle each article if there are this many articles."""
    return max(1, min(_MOST, -(-_ENOUGH // max(1, articles))))


class Gamma:
    """Sums for γ over the articles of a layer."""

    def __init__(self) -> None:
        self._observed = self._expected = 0.0
        self._found, self._chance = Categories(), Categories()

    def add(self, raters: Raters, length: int, *, seed: str, shuffles: int) -> Iterator[tuple[Raters, list[Aligned]]]:
        """Add an article; yield units and their alignment, for all people at once or, if they are too many, by pair."""
        draw = random.Random(seed)  # noqa: S311  # the same figures each time
        for some in together(raters):
            units = sum(map(len, some))
            if not units:
                continue
            found, cost = align(some)
            self._observed += cost
            self._found.add(some, found)
            for _ in range(shuffles):
                other = shuffled(some, length, draw)
                if drawn := sum(map(len, other)):
                    by_chance, more = align(other)
                    self._expected += more * units / drawn / shuffles
                    self._chance.add(other, by_chance)
            yield some, found

    @property
    def gamma(self) -> float | None:
        """γ, or None if there is nothing to align."""
        return 1 - self._observed / self._expected if self._expected > 0 else None

    def category(self, label: str | None = None) -> float | None:
        """Return γ-cat, or γ_k of a label; None if no shuffled continuum has different labels."""
        found, chance = self._found.disorder(label), self._chance.disorder(label)
        return 1 - found / chance if found is not None and chance else None


class Categories:
    """The share of aligned pairs of units whose labels differ, weighted by how close the units are."""

    def __init__(self) -> None:
        self._weight: defaultdict[str | None, float] = defaultdict(float)
        self._differing: defaultdict[str | None, float] = defaultdict(float)

    def add(self, raters: Raters, alignment: Sequence[Aligned]) -> None:
        """Add the pairs of units in an alignment."""
        for each in alignment:
            units = [raters[r][i] for r, i in enumerate(each.indices) if i is not None]
            for one, other in combinations(units, 2):
                weight = max(0.0, 1 - distance(one, other, PLACE_ALONE)) / (len(units) - 1)
                for label in {None, one.label, other.label}:
                    self._weight[label] += weight
                    self._differing[label] += weight * (one.label != other.label)

    def disorder(self, label: str | None) -> float | None:
        """Return the share of differing labels for one label, or for all if None; None without aligned units."""
        weight = self._weight.get(label, 0.0)
        return self._differing[label] / weight if weight else None


def together(raters: Sequence[RaterT]) -> Iterator[Sequence[RaterT]]:
    """Yield the people to align together: all of them, or each pair if there are more than `MOST_RATERS`."""
    if len(raters) <= MOST_RATERS:
        yield raters
    else:
        yield from combinations(raters, 2)


def shuffled(raters: Raters, length: int, draw: random.Random) -> Raters:
    """Return a random continuum (section 5.2.1): each person gets the units of a random person, shifted round.

    The shifts are at least half the mean length of the units apart.
    """
    lengths = [unit.end - unit.start for units in raters for unit in units]
    apart = sum(lengths) / len(lengths) / 2 if lengths else 0.0
    shifts: list[int] = []
    for _ in raters:
        shift = 0
        for _try in range(_TRIES):
            shift = draw.randrange(length)
            if all(min(abs(shift - x), length - abs(shift - x)) > apart for x in shifts):
                break
        shifts.append(shift)
    return [_turned(draw.choice(raters), shift, length) for shift in shifts]


def _turned(units: Sequence[Unit], shift: int, length: int) -> list[Unit]:
    found = []
    for start, end, label, _ in units:
        at = (start + shift) % length
        found.append(Unit(at, at + end - start, label, ((at, at + end - start),)))
    return found
