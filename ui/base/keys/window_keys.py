"""Keys of the window while a text field has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_WRITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z, Qt.Key.Key_Insert}
_LETTERS = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)


class WindowKeys(QObject):
    """A filter that lets Ctrl+letter reach the window's actions while a field has the focus.

    Under X11 Qt's fields handle Ctrl+E and Ctrl+K as Emacs does, but here they export and open the palette. Keys
    for
    copy, paste and undo stay with the field.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.key() in _LETTERS
            and event.key() not in _WRITING
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
