"""Control of the garbage collector, so that it does not delay a frame."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

_AWAY = 5_000  # milliseconds in the background until a collection


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector while many long-lived objects are made, and exempt them from later collections.

    Values without cycles, such as an article's rows, are freed by reference counts alone. Scanning the 20,000 rows of a
    large article takes the collector 50 ms each time, and making them would trigger it again and again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()


class BackgroundCollector(QObject):
    """Collects the objects that `uncollected` exempted, while the window is in the background.

    Cycles are rare, but a closed dialog may be part of one. A full collection takes 200 ms with the window and a small
    article (90,000 objects) and cannot be split, so it waits until another program has been in front for a while.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._away = QTimer(self, singleShot=True, interval=_AWAY)
        self._away.timeout.connect(self._sweep)
        application.applicationStateChanged.connect(self._on_state)

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()

    @Slot()
    def _sweep(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
