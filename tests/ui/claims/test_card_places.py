from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.claims.card_picture import Sizes, places

SIZES = Sizes(full=38, short=21, gap=4, joined=1)


def test_cards_stand_at_their_lines():
    found = places([10, 90, 200], [False, False, False], 300, SIZES)
    assert (found.tops, found.height, found.folded) == ((10, 90, 200), 38, 0)


def test_twin_cards_stand_closer():
    assert places([10, 10, 10], [False, True, False], 300, SIZES).tops == (10, 49, 91)


def test_cards_stay_within_block():
    assert places([10, 60, 62], [False, False, False], 130, SIZES).tops == (8, 50, 92)


def test_cards_shrink_then_fold():
    assert places([0, 0, 0], [False] * 3, 80, SIZES).height == 21
    found = places([0] * 5, [False] * 5, 48, SIZES)
    assert (len(found.tops), found.folded) == (2, 4)
    assert len(places([0], [False], 5, SIZES).tops) == 1


@given(
    st.lists(st.tuples(st.integers(0, 900), st.booleans()), min_size=1, max_size=40).map(sorted), st.integers(21, 900)
)
def test_cards_never_overlap_or_leave_block(cards, room):
    found = places([top for top, _ in cards], [twin for _, twin in cards], room, SIZES)
    assert all(after >= before + found.height for before, after in pairwise(found.tops))
    assert found.tops[0] >= 0
    assert found.tops[-1] + found.height <= room
    assert len(found.tops) + (found.folded - 1 if found.folded else 0) == len(cards)
