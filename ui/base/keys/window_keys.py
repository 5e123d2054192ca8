"""Fields keep the keys that write and let the window have its own."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_WRITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z, Qt.Key.Key_Insert}
_LETTERS = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)


class WindowKeys(QObject):
    """Lets Ctrl and a letter reach the window's actions while a field has the keyboard.

    Under X11 Qt's fields take Ctrl+E and Ctrl+K as an Emacs does, which nobody expects here: they export, and open the
    palette. What copies, pastes and takes back stays the field's.
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
