"""Selection and active row never contradict each other, and Escape clears them one after the other."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.keyboard import CONTROL, SHIFT, Key, hint_line, press, select

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def labelled(window):
    """A window with a label that is active."""
    at = window.session.opened.document.text.index("HD Hyundai")
    span = window.decisions.label(at, at + len("HD Hyundai"), "entities", "ORG")
    window.aim.activate(span.id)
    return span


def drag(qtbot, window, words):
    at = window.session.opened.document.text.index(words)
    window.view.scrolling.ensure_visible(at, at + len(words))
    layout, area = window.view.page.layout, window.view.viewport()
    boxes = [layout.caret_box(offset) for offset in (at, at + len(words))]
    first, last = (QPoint(round(box.left()) + layout.measures.left, round(box.center().y())) for box in boxes)
    down = QPoint(0, window.view.scrolling.top)
    qtbot.mousePress(area, LEFT, pos=first - down + QPoint(1, 0))
    qtbot.mouseMove(area, pos=last - down - QPoint(1, 0))
    qtbot.mouseRelease(area, LEFT, pos=last - down - QPoint(1, 0))


def test_mouse_selection_elsewhere_deactivates_but_can_be_added(window, qtbot, labelled):
    drag(qtbot, window, "ohne Kapitän")
    assert window.aim.selected
    assert window.view.active() is None
    hints = list(hint_line(window))
    assert hints.index("label as name") < hints.index("add to “HD Hyundai”")
    qtbot.keyClicks(window.view, "+")
    assert len(window.session.opened.span(labelled.id).parts) == 2


def test_key_selection_elsewhere_deactivates(window, qtbot, labelled):
    press(qtbot, window, Key.Key_Escape)
    window.aim.activate(labelled.id)
    at = window.session.opened.document.text.index("ohne Kapitän")
    window.view.select(at, at)
    window.aim.activate(labelled.id)
    press(qtbot, window, Key.Key_Right, SHIFT)
    assert window.view.active() is None


def test_selection_inside_keeps_active_row(window, qtbot, labelled):
    drag(qtbot, window, "Hyundai sagt")
    assert window.view.active() == labelled.id


def test_selection_beyond_suggestion_deactivates_it(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    suggestion = window.aim.row()
    press(qtbot, window, Key.Key_Right, CONTROL | SHIFT)
    assert window.view.selection()[1] <= suggestion.end
    assert window.view.active() == suggestion.id
    while window.view.selection()[1] <= suggestion.end:
        press(qtbot, window, Key.Key_Right, CONTROL | SHIFT)
    assert window.view.active() is None
    press(qtbot, window, Key.Key_1)
    assert window.session.opened.suggestion(suggestion.id) is None
    assert len(window.session.opened.spans) == 1


def test_escape_clears_selection_then_active_row(window, qtbot, labelled):
    select(window, "ohne Kapitän")
    press(qtbot, window, Key.Key_Escape)
    assert not window.aim.selected
    assert window.view.active() == labelled.id
    press(qtbot, window, Key.Key_Escape)
    assert window.view.active() is None
