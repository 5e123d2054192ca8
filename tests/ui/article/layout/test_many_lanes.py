"""How far many lanes below a line move the lines below it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from tests.ui.article.layout.test_article_layout import LOOK, laid_out
from tests.ui.articles import span, whole

pytestmark = pytest.mark.usefixtures("qapp")

NESTED = (
    "Die Universität Möwenort am Hafen der Küstenstadt zahlt dem Rat dort nun wieder weniger Geld. Der Hafen bleibt."
)


def rooms(most, **look):
    """Return the room below the first line's words for 1, 2, … lanes; all lie in the line, apart from each other."""
    heights = []
    for number in range(1, most + 1):
        rows = [span(" ".join(NESTED.split()[1:end]), text=NESTED) for end in range(number + 1, 1, -1)]
        laid = laid_out(rows, NESTED, view=1600, look=replace(LOOK, column=1400, **look)).laid(0)
        lanes = sorted((band.rect for band in whole(laid).lanes), key=QRectF.top)
        assert len(lanes) == number
        assert all(upper.bottom() < lower.top() for upper, lower in pairwise(lanes))
        assert lanes[-1].bottom() <= laid.lines[0].bottom
        heights.append(laid.lines[0].bottom - laid.lines[0].lanes)
    return heights


def test_sixth_lane_makes_room_for_the_next_three():
    assert rooms(10) == [9] * 5 + [18] * 4 + [27], "one step for the sixth lane, one for the tenth"


@pytest.mark.parametrize("leading", [1.2, 1.45])
def test_nine_lanes_move_no_line_of_larger_height(leading):
    assert len(set(rooms(9, leading=leading))) == 1
