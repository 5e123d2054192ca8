"""The progress of a long undo or redo in the message bar."""

from PySide6.QtCore import QObject, Slot

from ui.base.messages import MessageBar
from ui.commands.undo_done import Steps
from ui.jobs.bulk_edits import Everywhere


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
