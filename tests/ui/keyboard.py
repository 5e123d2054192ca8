"""Press keys in the article of a real window, and read the resulting labels from the file by plain SQLite."""

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

Key = Qt.Key
NONE, ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def rows(window, statement):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute(statement).fetchall()


def spans(window):
    return rows(window, "SELECT layer, label, quote FROM span ORDER BY start, end")


def states(window):
    found = rows(window, "SELECT state, count(*) FROM suggestion GROUP BY state")
    return dict(found)


def select(window, words, occurrence=0):
    text, at = window.session.opened.document.text, -1
    for _ in range(occurrence + 1):
        at = text.index(words, at + 1)
    window.view.select(at, at + len(words))
    return at


def press(qtbot, window, key, modifier=NONE):
    qtbot.keyClick(window.view, key, modifier)


def press_in(qtbot, panel, keys):
    """Press keys one by one in the open popup, else in the widget with the focus, else in the panel."""
    for key in keys:
        qtbot.keyClicks(QApplication.activePopupWidget() or QApplication.focusWidget() or panel, key)


def quote(window, row_id):
    opened = window.session.opened
    row = opened.span(row_id) or opened.suggestion(row_id)
    return row.quote(opened.document.text) if row else None


def active(window):
    return quote(window, window.view.active())


def hint_line(window):
    """Return the hints at the foot after pending updates: words → keys."""
    QApplication.processEvents()
    return {hint.words: hint.keys for hint in window.key_line.hints.hints}


def answer(window):
    """Click the button of the message at the foot."""
    names = "noticeAction", "messageAction"
    (button,) = (found for name in names if (found := window.findChild(QPushButton, name)).isVisible())
    button.click()


def undo_name(window):
    """Return the name of the step that undo would revert, after pending updates."""
    QApplication.processEvents()
    return window.actions_by_id["edit.undo"].text()
