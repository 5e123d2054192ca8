"""Where text and cards stand, for views of any width."""

import pytest

from ui.article.layout.measures import CARD, measures, plain_caption
from ui.article.layout.span_picture import overhang
from ui.base.look.look import light


def found(view, *, zoom=1.0, cards=True):
    return measures(
        light({}), zoom=zoom, labelled=True, view=view, caption=plain_caption, has_byline=False, cards=cards
    )


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("view", range(300, 2600, 100))
def test_cards_stand_beside_the_text_and_in_the_view(view, zoom):
    measured = found(view, zoom=zoom)
    assert measured.left >= 8
    assert measured.left + measured.width <= view
    if measured.cards is not None:
        assert measured.cards > measured.left + measured.width
        assert measured.cards + measured.scaled(CARD) <= view
        assert measured.width >= 520 * zoom


def test_a_narrow_view_has_its_text_as_without_cards():
    for view in (300, 600, 740):
        assert found(view).cards is None
        assert (found(view).left, found(view).width) == (found(view, cards=False).left, found(view, cards=False).width)
    assert found(1000, cards=False).cards is None


def test_a_wide_view_has_the_text_as_wide_as_without_cards_and_both_in_the_middle():
    measured = found(2000)
    assert measured.width == found(2000, cards=False).width
    right = 2000 - measured.cards - CARD
    assert abs(measured.left - right) <= 12


@pytest.mark.parametrize("zoom", [0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0])
def test_a_name_that_stands_out_of_the_column_ends_before_the_cards(zoom):
    measured = found(3000, zoom=zoom)
    assert measured.cards is not None
    assert measured.left + measured.width + overhang(measured.pens) < measured.cards


def test_another_width_is_measured_as_if_there_had_been_none_before():
    narrow, wide = found(900, cards=True), found(1400, cards=True)
    again = narrow.in_view(1400, cards=True)
    assert (again.left, again.width, again.cards, again.header) == (wide.left, wide.width, wide.cards, wide.header)
    assert {kind: style.width for kind, style in again.styles.items()} == dict.fromkeys(wide.styles, wide.width)
