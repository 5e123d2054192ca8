"""Notes and doubts are shown wherever the label is: in the article, on the card, in the list."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.articles import whole
from tests.ui.claims.claimed import WORDS, add, name
from ui.panels.articles.row_model import RowModel


@pytest.fixture
def wide(window):
    window.resize(1600, 900)
    return window


def names(window, span):
    """Return the captions above a span in the article."""
    layout = window.view.page.layout
    drawn = whole(layout.laid(layout.block_at(span.start))).names
    return [each.text for each in drawn if each.row_id == span.id]


def test_name_with_note_or_doubt_has_sign_and_tooltip(wide, qtbot):
    span = name(wide, "HD Hyundai")
    assert names(wide, span) == ["Organisation"]
    wide.decisions.change(span.id, note="Werft oder Konzern?", doubt=True)
    assert names(wide, span) == ["Organisation *?"]
    place = wide.view.span_rects(span.id)[0].center()
    area = wide.view.viewport()
    QApplication.sendEvent(area, QHelpEvent(QEvent.Type.ToolTip, place, area.mapToGlobal(place)))
    assert "Werft oder Konzern?" in QToolTip.text()
    assert "In doubt" in QToolTip.text()
    QToolTip.showText(QPoint(), "")


def test_claim_with_note_has_signs(wide, qtbot):
    span = add(wide, WORDS)
    assert names(wide, span) == []
    wide.decisions.change(span.id, note="prüfen")
    claim = wide.session.opened.span(span.id)
    assert names(wide, span) == ["*"]
    words = wide.claim_paths.drawn.words
    assert words.card(claim).facts[0] == "*"
    assert "prüfen" in words.spoken(claim)


def test_list_shows_note_as_tooltip(wide, qtbot):
    span = name(wide, "HD Hyundai")
    wide.decisions.change(span.id, note="Werft")
    model = RowModel(lambda row, text: row.quote(text))
    opened = wide.session.opened
    model.show_all([opened.span(span.id)], opened.document.text, wide.session.required().schema)
    assert "Werft" in str(model.data(model.index(0), Qt.ItemDataRole.ToolTipRole))
