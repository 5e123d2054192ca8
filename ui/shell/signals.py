"""Ends the program cleanly on SIGTERM, SIGHUP and SIGINT: logout, shutdown, Ctrl+C in its terminal.

Not used on Windows, which has no such signals, and no pipe that can wake Qt.
"""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if sys.platform == "win32":
    raise ImportError("Windows has no such signals")

_ASKING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ending(QObject):
    """Emits a Qt signal when a process signal arrives, since Python's own handlers run only when Qt calls Python."""

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
        """Restore Python's own signal handling."""
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
    """Do nothing: the byte that the signal writes to the pipe wakes Qt."""
