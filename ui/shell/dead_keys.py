"""Explains why a key does nothing, so that it does not seem broken."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions.menus import Menus


class DeadKeys(QObject):
    """Reports why a key that nothing in the window handled has no effect; a held key is reported once."""

    told = Signal(str)

    def __init__(self, window: QWidget, menus: Menus) -> None:
        super().__init__(window)
        self._menus = menus
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            reason = self._menus.why_not(QKeySequence(event.keyCombination()))
            if reason:
                self.told.emit(f"{reason}.")
        return super().eventFilter(watched, event)
