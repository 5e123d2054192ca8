"""Runs a search on the window's thread, in slices short enough for the frame rate."""

from collections.abc import Generator, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from annotator.jobs.concordance import Place, find_places
from annotator.model.query import Question
from ui.bridge.session import Session
from ui.jobs.slice_runner import Slices


class SearchRunner(QObject):
    """One search at a time; a new one replaces it. A stopped search emits nothing more."""

    begun = Signal(list)  # the first results
    found = Signal(list)  # further results
    ended = Signal(bool, bool)  # whether anything was found, and whether more than listed
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fresh: list[Place] = []
        self._any = False
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._flush)

    @property
    def busy(self) -> bool:
        """Return whether the search is still running."""
        return self._slices.busy

    def start(self, question: Question, *, ranked: bool) -> None:
        """Start a search; results of the first slice are emitted before this returns."""
        project = self._session.required()
        self._fresh, self._any = [], False
        steps = find_places(project.read, question, project.annotator, ranked=ranked)
        self._slices.start(self._collecting(steps), done=self._on_end, failed=self.failed.emit)

    @Slot()
    def stop(self) -> None:
        """Cancel the search."""
        self._slices.stop()

    def _collecting(self, steps: Generator[Sequence[Place], None, bool]) -> Generator[None, None, bool]:
        while True:
            try:
                self._fresh += next(steps)
            except StopIteration as end:
                return bool(end.value)
            yield

    @Slot()
    def _flush(self) -> None:
        fresh, self._fresh = self._fresh, []
        if fresh:
            (self.found if self._any else self.begun).emit(fresh)
            self._any = True

    def _on_end(self, more: bool) -> None:  # noqa: FBT001 - what the work gave
        self._flush()
        self.ended.emit(self._any, more)
