"""The window's keys work while a field has the focus; editing keys stay with the field."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.base.window_keys import WindowKeys

CONTROL = Qt.KeyboardModifier.ControlModifier


def is_taken(field, key, held=CONTROL):
    """Return whether the field handles a key itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U])
def test_control_letters_reach_window(qtbot, key):
    field = QLineEdit("Köln 🎈")
    qtbot.addWidget(field)
    WindowKeys(field)
    assert not is_taken(field, key)


def test_editing_keys_stay_in_field(qtbot):
    field = QLineEdit("Köln 🎈")
    qtbot.addWidget(field)
    WindowKeys(field)
    assert all(is_taken(field, key) for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_C))
    assert is_taken(field, Qt.Key.Key_Left)


def test_export_key_works_in_title_search(window, qtbot):
    opened = []
    window.actions_by_id["file.export"].triggered.disconnect()
    window.actions_by_id["file.export"].triggered.connect(lambda: opened.append(1))
    window.actions_by_id["search.focus"].trigger()
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_E, CONTROL)
    assert opened == [1]
