"""A key whose action cannot be done now says why: it would seem broken else."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions.menus import Menus


class DeadKeys(QObject):
    """Hears of keys that nobody in the window wanted; one that is held is not heard of again."""

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
