"""Choosing among overlapping spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import overlap
from annotator.system.errors import FormatError
from tests.annotator.formats.texts import span

SPANS = (
    span(1, "Zoe\u0308 Müller", parts=((2, 13),)),
    span(2, "Müller", parts=((7, 13),), layer="claims", label="CLAIM"),
    span(3, "Müller aus", parts=((10, 17),)),
    span(4, "Köln", parts=((18, 22),)),
)


def chosen(policy):
    return [int(found.id, 16) for found in overlap.flatten(SPANS, policy)[0]]


def test_policy_decides_winner():
    assert chosen("longest") == [1, 4]
    assert chosen("shortest") == [2, 4]
    assert chosen("first") == [1, 4]
    assert chosen("layer:claims") == [2, 4]
    assert chosen("layer:entities") == [1, 4]


def test_smaller_id_wins_tie():
    twins = [span(8, "Köln", label="ORG"), span(7, "Köln", label="LOC")]
    for order in (twins, twins[::-1]):
        kept, others = overlap.flatten(order, "longest")
        assert [found.label for found in kept] == ["LOC"]
        assert [found.label for found in others] == ["ORG"]


def test_span_fits_into_gap_of_another():
    gapped = span(1, "Köln", parts=((0, 5), (10, 15)))
    inside = span(2, "Köln", parts=((5, 10),))
    across = span(3, "Köln", parts=((4, 6),))
    kept, others = overlap.flatten([gapped, inside, across], "longest")
    assert kept == (gapped, inside)
    assert others == (across,)


@pytest.mark.parametrize("policy", ["", "layer:", "LONGEST", "best"])
def test_unknown_policy_raises(policy):
    with pytest.raises(FormatError, match="longest, shortest, first or layer:NAME"):
        overlap.check(policy)


def test_known_policies_pass():
    assert overlap.check("layer:claims") == "layer:claims"


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=30),
    st.sampled_from(["longest", "shortest", "first", "layer:claims"]),
)
def test_chosen_spans_are_a_maximal_set_without_overlap(ranges, policy):
    spans = [
        span(number, "Köln", parts=((start, start + length),), layer=("entities", "claims")[number % 2])
        for number, (start, length) in enumerate(ranges)
    ]
    kept, others = overlap.flatten(spans, policy)
    assert sorted(spans, key=lambda s: s.id) == sorted(kept + others, key=lambda s: s.id)
    for before, after in pairwise(kept):
        assert before.end <= after.start
    for left in others:
        assert any(left.start < taken.end and taken.start < left.end for taken in kept)
