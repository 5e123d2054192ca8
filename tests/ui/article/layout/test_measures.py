"""Columns of text and cards for views of any width."""

import pytest

from ui.article.layout.captions import plain_caption
from ui.article.layout.measures import CARD, measures
from ui.article.layout.span_picture import overhang
from ui.base.look.look import light


def found(view, *, zoom=1.0, cards=True):
    return measures(
        light({}), zoom=zoom, labelled=True, view=view, caption=plain_caption, has_byline=False, cards=cards
    )


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("view", range(300, 2600, 100))
def test_cards_fit_between_text_and_edge(view, zoom):
    measured = found(view, zoom=zoom)
    assert measured.left >= 8
    assert measured.left + measured.width <= view
    if measured.cards is not None:
        assert measured.cards > measured.left + measured.width
        assert measured.cards + measured.scaled(CARD) <= view
        assert measured.width >= 520 * zoom


def test_narrow_view_has_no_cards():
    for view in (300, 600, 740):
        assert found(view).cards is None
        assert (found(view).left, found(view).width) == (found(view, cards=False).left, found(view, cards=False).width)
    assert found(1000, cards=False).cards is None


def test_wide_view_centres_text_and_cards():
    measured = found(2000)
    assert measured.width == found(2000, cards=False).width
    right = 2000 - measured.cards - CARD
    assert abs(measured.left - right) <= 12


@pytest.mark.parametrize("zoom", [0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0])
def test_overhanging_name_ends_before_cards(zoom):
    measured = found(3000, zoom=zoom)
    assert measured.cards is not None
    assert measured.left + measured.width + overhang(measured.pens) < measured.cards


def test_in_view_equals_fresh_measures():
    narrow, wide = found(900, cards=True), found(1400, cards=True)
    again = narrow.in_view(1400, cards=True)
    assert (again.left, again.width, again.cards, again.header) == (wide.left, wide.width, wide.cards, wide.header)
    assert {kind: style.width for kind, style in again.styles.items()} == dict.fromkeys(wide.styles, wide.width)
