import time

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.parts import assign

INTERVALS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=25).map(
    lambda pairs: sorted(((start, start + length) for start, length in pairs), key=lambda part: (part[0], -part[1]))
)


def test_overlapping_spans_have_own_lanes():
    assert assign([(0, 10), (0, 4), (2, 6), (4, 8), (10, 12)]) == [0, 1, 2, 1, 0]


def test_no_spans_need_no_lane():
    assert assign([]) == []


@given(INTERVALS)
def test_spans_in_a_lane_do_not_overlap(intervals):
    lanes = assign(intervals)
    for i, (start, end) in enumerate(intervals):
        for j in range(i):
            other_start, other_end = intervals[j]
            assert lanes[i] != lanes[j] or end <= other_start or other_end <= start


@given(INTERVALS)
def test_lanes_are_as_few_as_possible(intervals):
    deepest = max((sum(s <= place < e for s, e in intervals) for place in range(45)), default=0)
    assert len(set(assign(intervals))) == deepest


def test_thousands_of_overlapping_spans_are_quick():
    intervals = [(0, 40_000 - i) for i in range(20_000)]
    before = time.process_time()
    assert assign(intervals) == list(range(20_000))
    assert time.process_time() - before < 1
