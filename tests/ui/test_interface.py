"""Names and methods of the window that scripts, acceptance checks and screen readers rely on."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

FIXED = (
    "mainWindow articleView articleList labelPanel suggestionPanel claimCard inspector searchBar statusBar messageBar"
)
ACTIONS = "label.entities.LOC suggestion.accept edit.undo"


@pytest.mark.parametrize("name", FIXED.split())
def test_fixed_name_belongs_to_one_widget(window, name):
    found = [widget for widget in (window, *window.findChildren(QWidget)) if widget.objectName() == name]
    assert len(found) == 1
    assert QAccessible.queryAccessibleInterface(found[0]).text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", ACTIONS.split())
def test_action_is_found_by_its_id(window, name):
    assert window.actions_by_id[name].text()


def test_article_view_speaks_of_code_points(window):
    view, opened = window.view, window.session.opened
    text = opened.document.text
    start = text.index("Weifang")
    assert view.document_id() == opened.document.id
    view.select(start, start + len("Weifang"))
    assert view.selection() == (start, start + len("Weifang"))
    assert view.caret() in view.selection()
    window.actions_by_id["label.entities.LOC"].trigger()
    (span,) = (span for span in window.session.opened.spans if span.start == start)
    rects = view.span_rects(span.id)
    assert rects
    assert all(isinstance(rect, QRect) for rect in rects)
    assert view.offset_at(rects[0].center()) in range(start, start + len("Weifang") + 1)
    assert view.offset_at(QPoint(-10, -10)) is None
