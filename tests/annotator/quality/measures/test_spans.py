"""F of spans, exact and by overlap."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.quality.measures.spans import SharedLabels, exact, overlapping, total
from annotator.quality.measures.units import cut_out, unit
from tests.annotator.quality.made import units

_SPAN = st.tuples(st.integers(0, 12), st.integers(1, 5), st.sampled_from("ab")).map(
    lambda each: (each[0], each[0] + each[1], each[2])
)


def most_pairs(one, other):
    """Find the most pairs by trying all."""
    if not one:
        return 0
    first, rest = one[0], one[1:]
    found = most_pairs(rest, other)
    for at, each in enumerate(other):
        if each.label == first.label and first.start < each.end and each.start < first.end:
            found = max(found, 1 + most_pairs(rest, [*other[:at], *other[at + 1 :]]))
    return found


def test_equal_spans_pair_one_by_one():
    one, other = units((0, 4, "PER"), (0, 4, "PER"), (6, 9, "LOC")), units((0, 4, "PER"), (6, 9, "ORG"))
    assert exact(one, other) == {"PER": SharedLabels(2, 3), "LOC": SharedLabels(0, 1), "ORG": SharedLabels(0, 1)}
    assert total(list(exact(one, other).values())).f == 2 / 5


def test_parts_count_and_not_the_hull():
    whole, split = [unit("CLAIM", ((0, 9),))], [unit("CLAIM", ((0, 3), (6, 9)))]
    assert total(list(exact(whole, split).values())).f == 0
    assert overlapping(whole, split).f == 1


def test_gap_between_parts_is_not_an_overlap():
    assert overlapping([unit("CLAIM", ((4, 5),))], [unit("CLAIM", ((0, 3), (6, 9)))]).f == 0


def test_nothing_at_all_has_no_share():
    assert overlapping([], []).f is None


@given(st.lists(_SPAN, max_size=5), st.lists(_SPAN, max_size=5))
def test_overlap_finds_the_most_pairs(one, other):
    ours, theirs = units(*one), units(*other)
    assert overlapping(ours, theirs).common == 2 * most_pairs(ours, theirs)


def test_long_chain_needs_no_recursion():
    left = units(*((at * 10, at * 10 + 11, "a") for at in range(1, 3_000)))
    right = units(*((at * 10 - 9, at * 10 + 1, "a") for at in range(1, 3_001)))
    assert overlapping(left, right).common == 2 * 2_999


def test_hundreds_of_spans_in_one_place_pair():
    assert overlapping(units(*[(0, 5, "a")] * 800), units(*[(2, 9, "a")] * 500)).common == 2 * 500


def test_excluded_words_are_cut_out():
    assert cut_out(((0, 4), (8, 12)), ((2, 8),)) == ((0, 6),)
    assert cut_out(((3, 5),), ((2, 8),)) == ()
    assert cut_out(((9, 12),), ((2, 4), (5, 7))) == ((5, 8),)
