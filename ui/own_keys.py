"""Menus keep the keys that are pressed while they are open."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class OwnKeys(QObject):
    """Lets letters reach the menu that is open.

    The article keeps the focus below a menu, so that Qt would take the mnemonic T of an entry for the article's key T,
    and do what nobody asked for (seen with 6.11).
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not event.modifiers() & _OTHERS
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)
