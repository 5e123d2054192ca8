"""Ends the program in order when the system asks it to: at logout, at shutdown, by Ctrl+C in its terminal."""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_ASKING = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Says on the GUI thread that a signal came. Python itself would wait until Qt calls into it."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _pass)
            for name in _ASKING
            if sys.platform != "win32" and (number := getattr(signal, name, None)) is not None
        }

    def stop(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()
        self._ours.close()
        self._theirs.close()

    @Slot()
    def _on_signal(self) -> None:
        self._ours.recv(64)
        self.asked.emit()


def _pass(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte that the signal wrote wakes the notifier."""
