"""Keys of open menus."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

Key = Qt.Key
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MOVING = frozenset(
    {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}
    | {Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Space, Key.Key_Tab, Key.Key_Backtab}
)


class OwnKeys(QObject):
    """A filter that sends keys to the open menu and its submenus, never to the window behind.

    The article keeps the focus below a menu: Qt would take an entry's mnemonic T for the article's key T, and it
    passes
    keys that match no entry on to the window (seen with 6.11).
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.installEventFilter(self)
        menu.aboutToShow.connect(self._take_those_below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.modifiers() & _OTHERS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self._answers_to(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _answers_to(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVING:
            return True
        pressed = QKeySequence(Qt.KeyboardModifier.AltModifier.value | event.key())
        return any(QKeySequence.mnemonic(line.text()) == pressed for line in self._menu.actions() if line.isVisible())

    @Slot()
    def _take_those_below(self) -> None:
        for below in self._menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if below.findChild(OwnKeys, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
                OwnKeys(below)
