"""The window under a real window manager: mouse, focus and shortcuts."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.choosing.palette import Palette
from ui.dialogs.help.cheat_sheet import CheatSheet

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton


def spans(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT label, quote FROM span ORDER BY start, end").fetchall()


def states(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return dict(connection.execute("SELECT state, count(*) FROM suggestion GROUP BY state").fetchall())


def place(window, offset):
    """Return the point of a caret offset, found by asking the view for the offsets of many points."""
    view = window.view
    for y in range(2, view.viewport().height(), 4):
        for x in range(2, view.viewport().width(), 3):
            if view.offset_at(QPoint(x, y)) == offset and view.page.layout.line_edge(offset, -1) != offset:
                return QPoint(x, y)
    raise AssertionError(f"offset {offset} is nowhere")


def drag(window, start, end):
    viewport = window.view.viewport()
    first, last = place(window, start), place(window, end)
    middle = QPoint((first.x() + last.x()) // 2, (first.y() + last.y()) // 2)
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(viewport, middle)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, last)


def test_a_working_day_in_short(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(window.view.hasFocus)
    text = window.session.opened.document.text
    at = text.index("Kapitän")
    drag(window, at, at + len("Kapitän"))
    qtbot.keyClick(window.view, Qt.Key.Key_1)
    assert spans(window) == [("PER", "Kapitän")]
    window.view.select(0, 0)
    window.aim.activate(None)
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.keyClick(window.view, Qt.Key.Key_Backspace)
    assert spans(window) == [("LOC", "Weifang"), ("PER", "Kapitän")]
    assert (states(window)["accepted"], states(window)["rejected"]) == (1, 1)
    first = text.index("das Schiff")
    drag(window, first, at + len("Kapitän"))
    qtbot.keyClick(window.view, Qt.Key.Key_C)
    assert ("CLAIM", "das Schiff fahre „bald“ ohne Kapitän") in spans(window)
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(spans(window)) == 2
    qtbot.keyClick(window.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(spans(window)) == 3


def test_popups_take_the_keyboard_and_return_it(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(window.view.hasFocus)
    text = window.session.opened.document.text
    at = text.index("Kapitän")
    window.view.select(at, at + len("Kapitän"))
    qtbot.keyClick(window.view, Qt.Key.Key_L)
    qtbot.waitUntil(window.asking.picker.field.hasFocus)
    qtbot.keyClicks(window.asking.picker.field, "pers")
    qtbot.keyClick(window.asking.picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.view.hasFocus)
    assert spans(window) == [("PER", "Kapitän")]
    qtbot.keyClick(window.view, Qt.Key.Key_N)
    qtbot.waitUntil(window.asking.note.field.hasFocus)
    qtbot.keyClick(window.asking.note.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.view.hasFocus)
    qtbot.keyClick(window.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    qtbot.waitUntil(palette.field.hasFocus)
    qtbot.keyClicks(palette.field, "remove label")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.view.hasFocus)
    assert spans(window) == []
    qtbot.keyClick(window.view, Qt.Key.Key_Question)
    sheet = window.findChild(CheatSheet)
    qtbot.waitUntil(lambda: sheet.isAncestorOf(window.focusWidget()))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.view.hasFocus)
