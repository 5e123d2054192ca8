"""The best alignment against brute force, and disorders that other programs publish."""

import math
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.quality.measures.alignment import Weights, align, distance
from tests.annotator.quality.made import mean, units

EVEN = Weights(place=1.0)
_UNIT = st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from("ab")).map(
    lambda each: (each[0], each[0] + each[1], each[2])
)


def brute(raters, weights):
    """Find the least cost by trying all partitions into tuples."""
    flat = [(r, i) for r, rows in enumerate(raters) for i in range(len(rows))]
    pairs = len(raters) * (len(raters) - 1) / 2

    def price(chosen):
        near = sum(distance(raters[r][i], raters[q][j], weights) for (r, i), (q, j) in combinations(chosen, 2))
        return (near + pairs - len(chosen) * (len(chosen) - 1) / 2) / pairs

    def best(left):
        if not left:
            return 0.0
        first, rest = left[0], left[1:]
        others = [[None, *(u for u in rest if u[0] == r)] for r in range(len(raters)) if r != first[0]]
        found = math.inf
        for chosen in product(*others):
            taken = [first, *(each for each in chosen if each is not None)]
            found = min(found, price(taken) + best([each for each in rest if each not in taken]))
        return found

    return best(flat)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(2, 3).flatmap(lambda n: st.lists(st.lists(_UNIT, max_size=3), min_size=n, max_size=n)),
    st.sampled_from([Weights(), EVEN, Weights(place=1.0, label=0.0)]),
)
def test_alignment_equals_brute_force(people, weights):
    raters = [units(*rows) for rows in people]
    found, cost = align(raters, weights)
    assert cost == pytest.approx(brute(raters, weights), abs=1e-6)
    assert sum(each.cost for each in found) == pytest.approx(cost)
    taken = sorted((r, i) for each in found for r, i in enumerate(each.indices) if i is not None)
    assert taken == [(r, i) for r, rows in enumerate(raters) for i in range(len(rows))]


@settings(max_examples=40, deadline=None)
@given(st.integers(4, 5).flatmap(lambda n: st.lists(st.lists(_UNIT, max_size=1), min_size=n, max_size=n)))
def test_five_people_equal_brute_force(people):
    raters = [units(*rows) for rows in people]
    assert align(raters)[1] == pytest.approx(brute(raters, Weights()), abs=1e-6)


def _row(starts, length, labels):
    return [(start, start + length, labels[at % len(labels)]) for at, start in enumerate(starts)]


FIXTURES = {
    "two people": (EVEN, [_row((1, 6, 11), 4, "aba"), _row((2, 7, 12), 4, "aba")], 0.0625),
    "unequal": (EVEN, [_row((1, 6, 20, 30), 4, "ab"), [(2, 6, "a"), (31, 35, "b")]], 0.708333),
    "identical": (EVEN, [[(1, 5, "a"), (10, 15, "b"), (20, 25, "c")]] * 2, 0.0),
    "three people": (
        EVEN,
        [[(1, 5, "a"), (10, 14, "b")], [(2, 6, "a"), (11, 15, "b")], [(1, 4, "a"), (9, 14, "c")]],
        0.408756,
    ),
    "sixteen each": (
        EVEN,
        [_row(range(1, 152, 10), 5, "abc"), _row(range(2, 153, 10), 6, "bca")],
        1.07438,
    ),
    "weighted": (
        Weights(place=3.0, label=2.0),
        [[(1, 5, "a"), (6, 10, "b"), (11, 15, "c")], [(2, 7, "a"), (8, 12, "b"), (11, 15, "a")]],
        1.027778,
    ),
}


@pytest.mark.parametrize("name", FIXTURES)
def test_disorder_equals_other_programs(name):
    weights, people, expected = FIXTURES[name]
    raters = [units(*rows) for rows in people]
    assert align(raters, weights)[1] / mean(raters) == pytest.approx(expected, abs=1e-5)
