from hypothesis import given
from hypothesis import strategies as st

from annotator.text.parts import Cover

places = st.integers(min_value=0, max_value=30)
ranges = st.lists(st.tuples(places, places))


@given(ranges, places, places)
def test_range_touches_cover_if_they_share_a_character(parts, start, end):
    covered = {place for first, last in parts for place in range(first, last)}
    assert Cover(parts).touches(start, end) == bool(covered & set(range(start, end)))


@given(ranges)
def test_gaps_are_uncovered_ranges(parts):
    covered = {place for first, last in parts for place in range(first, last)}
    gaps = list(Cover(parts).gaps(25))
    assert [place for start, end in gaps for place in range(start, end)] == [p for p in range(25) if p not in covered]
    assert gaps == sorted(gaps)


@given(ranges, places, places)
def test_cover_holds_range_if_all_characters_are_covered(parts, start, end):
    covered = {place for first, last in parts for place in range(first, last)}
    if start < end:
        assert Cover(parts).holds(start, end) == (set(range(start, end)) <= covered)
