"""Keeps the keys of the article from a menu that is open."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu


class MenuLetters(QObject):
    """Gives the letters that are pressed in a menu to the menu.

    The menu bar has the keyboard then, and Qt (6.11) takes the actions of all its menus for its own: without this,
    "L" for a line of the menu would label words.
    """

    def follow(self, menu: QMenu) -> None:
        """Do it for a menu."""
        menu.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return False
