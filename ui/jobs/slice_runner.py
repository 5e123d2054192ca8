"""Long work on the GUI thread, in slices: each turn of the event loop runs a generator for a few milliseconds."""

from collections.abc import Callable, Generator
from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from annotator.system.errors import AnnotatorError
from ui.base.gc_pause import uncollected
from ui.bridge.session import Session

SLICE = 7  # milliseconds: leaves half a frame for painting


class Slices(QObject):
    """Runs one generator at a time. Short work is complete when `start` returns.

    Longer work may create a hundred thousand rows, so the garbage collector is paused. Work stops before the project
    closes, because its data goes away.
    """

    advanced = Signal(int)  # yields of the generator so far

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[AnnotatorError], None] | None = None
        self._pauses = 0
        self._resting = ExitStack()  # keeps the garbage collector paused between slices
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        session.project_closing.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Return whether work is left."""
        return self._work is not None

    def start(
        self,
        work: Generator[None, None, Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[AnnotatorError], None],
    ) -> None:
        """Run a generator in place of the current one; ``done`` receives its return value."""
        self.stop()
        self._work, self._done, self._failed, self._pauses = work, done, failed, 0
        self._go_on()
        if self.busy:
            self._resting.enter_context(uncollected())

    @Slot()
    def stop(self) -> None:
        """Stop; no callback runs afterwards."""
        self._next.stop()
        work = self._pop_work()
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
            self._pop_work()
            if self._done is not None:
                self._done(end.value)
            return
        except AnnotatorError as error:
            self._pop_work()
            if self._failed is not None:
                self._failed(error)
            return
        except BaseException:  # a bug: raised again after the callback, and reported as usual
            self._pop_work()
            if self._failed is not None:
                self._failed(AnnotatorError("step.bug"))
            raise
        if self._work is not None:
            self._next.start()
            self.advanced.emit(self._pauses)

    def _pop_work(self) -> Generator[None, None, Any] | None:
        """Remove the current work and return it."""
        self._resting.close()
        work, self._work = self._work, None
        return work
