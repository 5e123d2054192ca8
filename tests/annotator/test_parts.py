"""Putting parts together and taking them away."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Part, check_parts
from annotator.parts import joined, part_at, without

TEXT = "Nord- und Südkorea 🎈 und  Japan"


def test_parts_are_kept_in_order():
    assert joined(((10, 18),), (0, 5), TEXT) == ((0, 5), (10, 18))


def test_what_touches_or_has_but_white_space_between_it_is_one_part():
    assert joined(((0, 5),), (4, 9), TEXT) == ((0, 9),)
    assert joined(((0, 5),), (6, 9), TEXT) == ((0, 9),)
    assert joined(((0, 5), (10, 18)), (6, 9), TEXT) == ((0, 18),)


def test_taking_the_middle_out_leaves_two_parts_without_white_space_at_their_edges():
    assert without(((0, 18),), (6, 9), TEXT) == ((0, 5), (10, 18))
    assert without(((0, 5), (10, 18)), (10, 18), TEXT) == ((0, 5),)
    assert without(((0, 5),), (0, 5), TEXT) == ()


def test_the_part_at_the_caret():
    assert [part_at(((0, 5), (10, 18)), offset) for offset in (0, 5, 7, 18)] == [(0, 5), (0, 5), None, (10, 18)]


def covered(parts):
    return {at for start, end in parts for at in range(start, end) if not TEXT[at].isspace()}


stretch = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
    lambda pair: (pair[0], min(len(TEXT), sum(pair)))
)


@given(st.lists(stretch, min_size=1, max_size=5), stretch)
def test_what_is_put_together_is_whole_and_what_is_taken_away_is_gone(stretches, taken):
    parts: tuple[Part, ...] = ()
    for each in stretches:
        parts = joined(parts, each, TEXT)
    check_parts(parts)
    assert covered(parts) == covered(stretches)
    left = without(parts, taken, TEXT)
    if left:
        check_parts(left)
    assert covered(left) == covered(parts) - covered([taken])
