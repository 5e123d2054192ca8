"""Computes vectors of claims, used to find claims that say the same; runs while nothing is being trained."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.edits import Edit
from annotator.model.values import CLAIMS, Span
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.project.project import Project

_PAUSE = 1_500  # milliseconds: the article and its suggestions come first


class ClaimMeanings(QObject):
    """Computes vectors of a few hundred claims at a time, so that training waits a few seconds at most."""

    learnt = Signal()  # there are new vectors

    def __init__(self, session: Session, process: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._process = process
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)
        session.settled.connect(self._on_settled)
        session.project_opened.connect(self._pause.start)
        session.project_closing.connect(self.cancel)

    @Slot()
    def cancel(self) -> None:
        """Stop; the vectors made so far are kept."""
        self._pause.stop()
        if self._job is not None:
            self._process.cancel(self._job)
            self._job = None

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if any(isinstance(c.after, Span) and c.after.layer == CLAIMS for edit in edits for c in edit.changes):
            self._pause.start()

    @Slot()
    def _start(self) -> None:
        from annotator.jobs.searching.said_before import learn_claims

        project = self._session.project
        if project is None or self._process.off or not self._has_claims(project):
            return
        if self._job is not None:
            self._pause.start()
            return
        self._job = self._process.start(learn_claims, project.path, done=self._on_done, failed=self._on_failed)

    def _has_claims(self, project: "Project") -> bool:
        try:
            return project.read.claims.any()
        except AnnotatorError:  # the next reader of the project reports it
            return False

    def _on_done(self, left: int) -> None:
        self._job = None
        self.learnt.emit()
        if left:
            self._pause.start()

    def _on_failed(self, _error: AnnotatorError) -> None:
        """Do nothing: claims are still found by their words."""
        self._job = None
