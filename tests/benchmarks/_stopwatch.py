"""Measures times in the real window: until a widget is painted, and until all delayed work is done."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

TURN = 150  # milliseconds after which an action must have no more consequences


class Painted(QObject):
    """Delivers a window's paint requests, and records when one that painted the widget was served."""

    def __init__(self, made: QMainWindow, widget: QWidget) -> None:
        super().__init__(made)
        self._window = made
        self._widget = widget
        self._seen = False
        self.at: tuple[float, float] | None = None
        for watched in (made, widget):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and event.type() is QEvent.Type.Paint:
            self._seen = True
        elif watched is self._window and event.type() is QEvent.Type.UpdateRequest:
            self._seen = False
            QMainWindow.event(self._window, event)
            if self._seen and self.at is None:
                self.at = time.perf_counter(), time.thread_time()
            return True
        return False

    def wait(self) -> tuple[float, float] | None:
        """Wait until the widget is painted; return the time and the CPU time of that, in seconds."""
        late = time.perf_counter() + 5
        while self.at is None and time.perf_counter() < late:
            QCoreApplication.processEvents()
        return self.at


class Stopwatch:
    """Durations by name, in milliseconds.

    ``wall`` and ``cpu`` end when the paint request that painted the widget was served, that is when the picture was
    handed to the system. ``turn`` is the CPU time of the window's thread from the action until 150 ms after that, with
    all that happens in them: delayed panels, their painting, timers. Idle time costs nothing.
    """

    def __init__(self, made: QMainWindow, widget: QWidget) -> None:
        self.painted = Painted(made, widget)
        self.wall: dict[str, list[float]] = defaultdict(list)
        self.cpu: dict[str, list[float]] = defaultdict(list)
        self.turn: dict[str, list[float]] = defaultdict(list)

    def measure(self, name: str, act: Callable[[], object]) -> None:
        """Call ``act``, wait until the widget is painted again, and then until all delayed work is done."""
        self.painted.at = None
        wall, cpu = time.perf_counter(), time.thread_time()
        act()
        painted = self.painted.wait()
        if painted is None:
            sys.exit(f"{name}: nothing was painted")
        self.wall[name].append((painted[0] - wall) * 1e3)
        self.cpu[name].append((painted[1] - cpu) * 1e3)
        self.rest()
        self.turn[name].append((time.thread_time() - cpu) * 1e3)

    @staticmethod
    def rest() -> None:
        """Let the window do its delayed work."""
        loop = QEventLoop()
        QTimer.singleShot(TURN, loop.quit)
        loop.exec()
