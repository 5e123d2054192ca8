"""Ends the program in order when the system asks it to: at logout, at shutdown, by Ctrl+C in its terminal.

Not for Windows, which has no such signals and takes no pipe to wake Qt with.
"""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_ASKING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ending(QObject):
    """Says on the GUI thread that a signal came. Python itself would wait until Qt calls into it."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard, self._told = os.pipe()
        for end in (self._heard, self._told):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _pass) for number in _ASKING}

    def stop(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.close(self._heard)
        os.close(self._told)

    @Slot()
    def _on_signal(self) -> None:
        os.read(self._heard, 64)
        self.asked.emit()


def _pass(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte that the signal wrote wakes the notifier."""
