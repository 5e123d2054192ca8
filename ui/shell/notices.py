"""Notices in the message bar: why a key does nothing, and how far a long undo is."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions.menus import Menus
from ui.base.messages import MessageBar
from ui.commands.undo_done import Steps
from ui.jobs.bulk_edits import Everywhere


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


class LongSteps(QObject):
    """Shows the progress of a long undo or redo."""

    def __init__(self, steps: Steps, everywhere: Everywhere, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._everywhere = everywhere
        self._messages = messages
        steps.advanced.connect(self._on_advanced)

    @Slot(str)
    def _on_advanced(self, words: str) -> None:
        self._messages.tell(words, self.tr("Stop"), self._stop)

    def _stop(self) -> None:
        self._everywhere.cancel()
        self._messages.tell(self.tr("Stopped; nothing was changed."))
