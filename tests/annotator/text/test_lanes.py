import time

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.lanes import assign

INTERVALS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=25).map(
    lambda pairs: sorted(((start, start + length) for start, length in pairs), key=lambda part: (part[0], -part[1]))
)


def test_spans_that_overlap_stand_in_lanes_of_their_own():
    assert assign([(0, 10), (0, 4), (2, 6), (4, 8), (10, 12)]) == [0, 1, 2, 1, 0]


def test_nothing_needs_no_lane():
    assert assign([]) == []


@given(INTERVALS)
def test_no_two_spans_overlap_in_a_lane(intervals):
    lanes = assign(intervals)
    for i, (start, end) in enumerate(intervals):
        for j in range(i):
            other_start, other_end = intervals[j]
            assert lanes[i] != lanes[j] or end <= other_start or other_end <= start


@given(INTERVALS)
def test_there_are_no_more_lanes_than_spans_over_one_place(intervals):
    deepest = max((sum(s <= place < e for s, e in intervals) for place in range(45)), default=0)
    assert len(set(assign(intervals))) == deepest


def test_thousands_of_spans_over_the_same_words_do_not_hold_the_window_up():
    intervals = [(0, 40_000 - i) for i in range(20_000)]
    before = time.process_time()
    assert assign(intervals) == list(range(20_000))
    assert time.process_time() - before < 1
