"""Long work on the GUI thread in slices: a generator is run for a few milliseconds in each turn of the event loop."""

from collections.abc import Callable, Generator
from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from annotator.system.errors import AnnotatorError
from ui.base.gc_pause import uncollected
from ui.bridge.session import Session

SLICE = 7  # milliseconds: half a frame is left for painting


class Slices(QObject):
    """Runs one generator at a time. What can be done in one slice is done when `start` returns.

    What takes longer may make a hundred thousand rows: the garbage collector rests, lest it look through them.
    It stops before the project is closed: what it reads and writes is gone then.
    """

    advanced = Signal(int)  # pauses that the generator has made so far

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[AnnotatorError], None] | None = None
        self._pauses = 0
        self._resting = ExitStack()  # the collector, during what takes more than one slice
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        session.project_closing.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Tell whether there is still something to do."""
        return self._work is not None

    def start(
        self,
        work: Generator[None, None, Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[AnnotatorError], None],
    ) -> None:
        """Run a generator in place of the one before; ``done`` is given what it returns."""
        self.stop()
        self._work, self._done, self._failed, self._pauses = work, done, failed, 0
        self._go_on()
        if self.busy:
            self._resting.enter_context(uncollected())

    @Slot()
    def stop(self) -> None:
        """Give up; nothing calls back after it."""
        self._next.stop()
        work = self._taken()
        if work is not None:
            work.close()

    @Slot()
    def _go_on(self) -> None:
        work, clock = self._work, QElapsedTimer()
        clock.start()
        try:
            while work is not None:
                next(work)
                self._pauses += 1
                if clock.elapsed() >= SLICE:
                    break
        except StopIteration as end:
            self._taken()
            if self._done is not None:
                self._done(end.value)
            return
        except AnnotatorError as error:
            self._taken()
            if self._failed is not None:
                self._failed(error)
            return
        except BaseException:  # a bug is told like any other, and nobody waits for the rest
            self._taken()
            if self._failed is not None:
                self._failed(AnnotatorError("step.bug"))
            raise
        if self._work is not None:
            self._next.start()
            self.advanced.emit(self._pauses)

    def _taken(self) -> Generator[None, None, Any] | None:
        """Have nothing to do any more; give what there was."""
        self._resting.close()
        work, self._work = self._work, None
        return work
