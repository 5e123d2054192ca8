"""Asks the user's language model in a separate process, and stores its suggestions."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.jobs.suggesting.language_model import ModelAnswer, Summary
    from annotator.suggest.llm.connection import Connection
    from annotator.suggest.llm.own_settings import OwnModel

_PATIENCE = 200  # milliseconds between checks whether a long edit has ended


class LanguageModelAsking(QObject):
    """Makes one run at a time. The process reads the API key itself; stopping a run kills the process."""

    progressed = Signal(int, int)  # articles done, all articles
    doubted = Signal(object)  # a `ModelAnswer`: the model's doubts about one article
    skipped = Signal(object)  # a ModelError: why an article got no answer
    tried = Signal(object)  # the Usage of a test of the connection
    stored = Signal(object)  # the OwnModel: the stored settings
    ended = Signal(object)  # the Summary of the run
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, process: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._process = process
        self._job: Job | None = None
        self._summary: Summary | None = None
        self._coming: deque[ModelAnswer] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._store_next)
        session.project_closed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Return whether the model is being asked, or an answer is being stored."""
        return self._job is not None or bool(self._coming)

    def suggest(self, ids: Sequence[str]) -> None:
        """Ask the model for suggestions for articles."""
        from annotator.jobs.suggesting.language_model import suggest_here

        self._ask(suggest_here, ids)

    def review(self, ids: Sequence[str]) -> None:
        """Ask the model which labels of articles it doubts."""
        from annotator.jobs.suggesting.language_model import review_here

        self._ask(review_here, ids)

    def try_out(self, connection: "Connection") -> None:
        """Test a connection by asking the model for one word; no text of the project is sent."""
        from annotator.jobs.suggesting.language_model import try_out

        self.stop()
        self._job = self._process.start(
            try_out, connection, done=partial(self._finish, self.tried.emit), failed=self._on_failed
        )

    def keep(self, own: "OwnModel") -> None:
        """Store the user's settings."""
        from annotator.jobs.suggesting.language_model import keep

        self.stop()
        self._job = self._process.start(keep, own, done=partial(self._finish, self.stored.emit), failed=self._on_failed)

    @Slot()
    def stop(self) -> None:
        """Stop asking at once; answers already stored are kept."""
        job, self._job = self._job, None
        self._coming.clear()
        self._summary = None
        if job is not None:
            self._process.cancel(job)

    # Inside

    def _ask(self, function: Callable[..., object], ids: Sequence[str]) -> None:
        self.stop()
        self._job = self._process.start(
            function,
            self._session.required().path,
            tuple(ids),
            done=self._on_done,
            failed=self._on_failed,
            advanced=self.progressed.emit,
            given=self._on_given,
        )

    def _on_given(self, asked: "ModelAnswer") -> None:
        self._coming.append(asked)
        self._next.start(0)

    @Slot()
    def _store_next(self) -> None:
        """Store one answer that has come; end the run after the last one."""
        project = self._session.project
        if project is None:
            return
        if self._coming and project.timeline.busy:
            self._next.start(_PATIENCE)
            return
        if self._coming:
            self._take(self._coming.popleft())
            self._next.start(0)
        elif self._summary is not None:
            summary, self._summary, self._job = self._summary, None, None
            self.ended.emit(summary)

    def _take(self, asked: "ModelAnswer") -> None:
        if asked.problem is not None:
            self.skipped.emit(asked.problem)
        elif asked.suggested is not None:
            self._session.answers.take_suggestions(asked.document, asked.sha256, [asked.suggested])
        elif asked.doubts:
            self.doubted.emit(asked)

    def _on_done(self, summary: "Summary") -> None:
        self._summary = summary
        self._next.start(0)

    def _finish(self, report: Callable[[object], None], found: object) -> None:
        self._job = None
        report(found)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.failed.emit(error)
