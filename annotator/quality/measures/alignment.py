"""Finding the alignment of several people's units that has the least disorder.

Source: Mathet, Widlöcher, Métivier, "The Unified and Holistic Method Gamma (γ)", 2015, equations 3 to 5. An empty place
costs 1. A tuple of k units is useful only if it costs at most k, which is what the units cost alone. Useful tuples fall
into groups that share no unit. Each group is solved by dynamic programming over its units in text order.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple, TypeAlias

from annotator.quality.measures.units import Raters, Unit

MOST_RATERS = 5  # people aligned together; if there are more, they are compared in pairs

_NEAREST = (0, 0, 64, 24, 16, 12)  # nearest neighbours of a unit that are tried, by number of people
_STATES, _KEPT = 200, 100  # limits of the beam search; with 20,000 states, the cost was the same
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of place and label in the distance of two units."""

    place: float = 3.0
    label: float = 1.0


BOTH = Weights()
PLACE_ALONE = Weights(label=0.0)


class Aligned(NamedTuple):
    """Units taken to be the same: the index of each person's unit, or None if the person has none."""

    cost: float
    indices: tuple[int | None, ...]


def distance(one: Unit, other: Unit, weights: Weights = BOTH) -> float:
    """Return the distance of two units, from their places and labels."""
    moved = abs(one[0] - other[0]) + abs(one[1] - other[1])
    length = (one[1] - one[0]) + (other[1] - other[0])
    return weights.place * (moved / length) ** 2 + weights.label * (one[2] != other[2])


def align(raters: Raters, weights: Weights = BOTH) -> tuple[list[Aligned], float]:
    """Return the tuples of the best alignment in text order, and the sum of their costs.

    It takes 2 to `MOST_RATERS` people.
    """
    problem = _Problem(raters, weights)
    chosen: list[_Tuple] = []
    total = 0.0
    for units, tuples in _groups(len(problem.flat), problem.tuples()):
        cost, picked = _cover(units, tuples)
        total += cost
        chosen += picked
    return [problem.aligned(each) for each in sorted(chosen, key=lambda each: each[1])], total


_Tuple: TypeAlias = tuple[float, tuple[int, ...]]  # cost, and the numbers of the units


class _Problem:
    """The units of all people in text order, numbered, and the neighbours of each unit."""

    def __init__(self, raters: Raters, weights: Weights) -> None:
        self._size = len(raters)
        self._pairs = self._size * (self._size - 1) / 2
        self._limit = self._pairs * self._size + _CLOSE  # largest useful sum of distances, before dividing
        self._raters, self._weights = raters, weights
        self.flat = sorted((u[0], u[1], r, i) for r, units in enumerate(raters) for i, u in enumerate(units))
        self._longest = max((end - start for start, end, _, _ in self.flat), default=0)
        self._near = [self._neighbours(x) for x in range(len(self.flat))]

    def tuples(self) -> list[_Tuple]:
        """Return all tuples of two or more units that may be useful."""
        found: list[_Tuple] = []
        for first in range(len(self.flat)):
            growing: list[tuple[tuple[int, ...], float]] = [((first,), 0.0)]
            while growing:
                chosen, cost = growing.pop()
                size = len(chosen)
                price = (cost + self._pairs - size * (size - 1) / 2) / self._pairs
                if size > 1 and price <= size + _CLOSE:  # at a tie, a pair is better than two single units
                    found.append((price, chosen))
                if size < self._size:
                    growing += self._grown(chosen, cost)
        return found

    def aligned(self, each: _Tuple) -> Aligned:
        """Return the alignment of a tuple, with a place for each person."""
        row: list[int | None] = [None] * self._size
        for x in each[1]:
            row[self.flat[x][2]] = self.flat[x][3]
        return Aligned(each[0], tuple(row))

    def _neighbours(self, x: int) -> dict[int, float]:
        """Return the distances to later units of other people, by number of the unit."""
        start, end, rater, i = self.flat[x]
        unit, weights, limit = self._raters[rater][i], self._weights, self._limit
        reach = math.sqrt(limit / weights.place)  # how far both ends may move together, in lengths of the two units
        found: dict[int, float] = {}
        for y in range(x + 1, len(self.flat)):
            since, _, other, j = self.flat[y]
            if other == rater:
                continue
            if since - start > reach * (end - start + self._longest):
                break
            if (apart := distance(unit, self._raters[other][j], weights)) <= limit:
                found[y] = apart
        if len(found) > _NEAREST[self._size]:
            found = dict(sorted(nsmallest(_NEAREST[self._size], found.items(), key=lambda each: each[1])))
        return found

    def _grown(self, chosen: tuple[int, ...], cost: float) -> list[tuple[tuple[int, ...], float]]:
        used = {self.flat[x][2] for x in chosen}
        found = []
        for y in self._near[chosen[-1]]:
            if self.flat[y][2] in used:
                continue
            more = cost
            for x in chosen:
                more += self._near[x].get(y, math.inf)
            if more <= self._limit:
                found.append(((*chosen, y), more))
        return found


def _groups(size: int, tuples: Sequence[_Tuple]) -> list[tuple[list[int], list[_Tuple]]]:
    """Return the units and tuples of each group; no tuple joins units of two groups."""
    parent = list(range(size))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for _, chosen in tuples:
        for y in chosen[1:]:
            parent[root(y)] = root(chosen[0])
    units: defaultdict[int, list[int]] = defaultdict(list)
    for x in range(size):
        units[root(x)].append(x)
    theirs: defaultdict[int, list[_Tuple]] = defaultdict(list)
    for each in tuples:
        theirs[root(each[1][0])].append(each)
    return [(members, theirs[found]) for found, members in units.items()]


_Way: TypeAlias = "tuple[_Way | None, _Tuple] | None"  # linked list of the tuples chosen so far, the last one first


def _cover(units: Sequence[int], tuples: Sequence[_Tuple]) -> tuple[float, list[_Tuple]]:
    """Return the cheapest tuples that contain each unit once; a state is the set of later units already taken."""
    if len(units) == 1:
        return 1.0, [(1.0, (units[0],))]
    place = {x: i for i, x in enumerate(units)}
    starting: list[list[tuple[float, int, _Tuple]]] = [[] for _ in units]
    for cost, chosen in tuples:
        first = place[chosen[0]]
        ahead = 0
        for x in chosen:
            ahead |= 1 << (place[x] - first)
        starting[first].append((cost, ahead, (cost, chosen)))
    states: dict[int, tuple[float, _Way]] = {0: (0.0, None)}
    for i, x in enumerate(units):
        states = _next_states(states, starting[i], x)
    cost, way = states[0]
    picked = []
    while way is not None:
        way, one = way
        picked.append(one)
    return sum(one[0] for one in picked), picked


def _next_states(
    states: Mapping[int, tuple[float, _Way]], tuples: Sequence[tuple[float, int, _Tuple]], x: int
) -> dict[int, tuple[float, _Way]]:
    coming: dict[int, tuple[float, _Way]] = {}

    def keep(key: int, cost: float, way: _Way) -> None:
        if key not in coming or cost < coming[key][0] - 1e-12:
            coming[key] = (cost, way)

    alone: _Tuple = (1.0, (x,))
    for taken, (cost, way) in states.items():
        if taken & 1:
            keep(taken >> 1, cost, way)
            continue
        for more, ahead, chosen in tuples:
            if not ahead & taken:
                keep((ahead | taken) >> 1, cost + more, (way, chosen))
        keep(taken >> 1, cost + 1.0 + _CLOSE, (way, alone))
    if len(coming) > _STATES:
        return dict(sorted(coming.items(), key=lambda each: each[1][0])[:_KEPT])
    return coming
