"""The garbage collector, and how to keep it from holding a frame up."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

_AWAY = 5_000  # milliseconds that another program has been in front


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest while much is made that stays, and pass it over from then on.

    Values without cycles, as all rows of an article are, go by themselves when nobody holds them. To look through the
    20,000 rows of a large article takes the collector 50 ms each time, and making them would call it again and again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()


class Sweeping(QObject):
    """Lets go of what `uncollected` passed over and nobody holds any more, once nobody looks at the window.

    Cycles are rare, but a closed dialog may be in one, with all it holds. To look through everything takes the
    collector 200 ms with the window and a small article alone (90,000 objects), cannot be done in parts, and would be
    felt by whoever types: it waits until another program has been in front for a while.
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
