"""Training of adapters on finished articles, in a separate process."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.edits import Edit, EditKind
from annotator.system.disk import reason
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.jobs.learning.learning import Learnt

_EXPECTED = {"adapter.few", "adapter.empty", "adapter.no_base"}  # reported only if the user started it
_PAUSE = 2_000  # milliseconds: the next article is opened first


class Learning(QObject):
    """Trains adapters after ten more articles are finished, or when the user asks for it."""

    told = Signal(str, str, object)  # text, button, action
    failed = Signal(object)  # an AnnotatorError
    progressed = Signal(int, int)  # done, total; (0, 0) when nothing runs
    begun = Signal()  # the user started it: earlier messages are obsolete

    def __init__(
        self, session: Session, process: JobProcess, suggesting: Suggesting, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._process = process
        self._suggesting = suggesting
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start_if_due)
        session.settled.connect(self._on_settled)
        session.project_opened.connect(self._pause.start)
        session.project_closing.connect(self.cancel)  # training needs the project's log

    @property
    def busy(self) -> bool:
        """Return whether training runs."""
        return self._job is not None

    @Slot()
    def start(self) -> None:
        """Train now because the user asked for it; any result is reported."""
        self.begun.emit()
        self._start(requested=True)

    @Slot()
    def stop(self) -> None:
        """Stop the training at the user's request."""
        if self.busy:
            self.cancel()
            self.told.emit(self.tr("Learning was stopped; nothing changed."), "", None)
        else:
            self.told.emit(self.tr("No model is learning at the moment."), "", None)

    @Slot()
    def cancel(self) -> None:
        """Stop the training; nothing is changed."""
        self._pause.stop()
        if self._job is not None:
            self._process.cancel(self._job)
            self._job = None
            self.progressed.emit(0, 0)

    @Slot()
    def go_back(self) -> None:
        """Go back to the adapter that was in use before the last training."""
        from annotator.suggest.adapter.shelf import shelf_of

        if not self._session.writable:
            return
        path = self._session.required().path
        try:
            if shelf_of(path).go_back():
                self.told.emit(self.tr("The previous model is in use again."), self.tr("Learn Again"), self.start)
            else:
                self.failed.emit(AnnotatorError("adapter.none", file=path.name))
        except OSError as error:
            self.failed.emit(AnnotatorError("adapter.unwritable", folder=path, reason=reason(error)))
        self._suggesting.look_again()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if any(edit.kind is EditKind.STATE for edit in edits):
            self._pause.start()

    @Slot()
    def _start_if_due(self) -> None:
        from annotator.jobs.learning.learning import is_due

        project = self._session.project
        if project is None or project.read_only or self._process.off:
            return
        try:
            due = is_due(project, self._suggesting.asked)
        except AnnotatorError:  # the suggestion queue reports it
            return
        if due:
            self._start(requested=False)

    def _start(self, *, requested: bool) -> None:
        from annotator.jobs.learning.learning import learn

        if not self._session.writable or self._job is not None:
            return
        project = self._session.required()
        self._job = self._process.start(
            learn,
            project.path,
            self._suggesting.asked,
            done=partial(self._on_learnt, requested=requested),
            failed=partial(self._on_failed, requested=requested),
            advanced=self.progressed.emit,
        )
        self.progressed.emit(0, 100)

    def _on_learnt(self, learnt: "Learnt", *, requested: bool) -> None:
        self._end()
        if learnt.taken:
            self._report_adopted(learnt)
        elif requested:
            words = self.tr("The model is unchanged: learning from {count} articles did not improve it{scores}.")
            scores = self.tr(", F1 {before} → {after}") if learnt.before or learnt.after else ""
            text = scores.format(before=round(learnt.before), after=round(learnt.after))
            self.told.emit(words.format(count=learnt.articles, scores=text), "", None)

    def _report_adopted(self, learnt: "Learnt") -> None:
        from annotator.jobs.learning import model_hashes

        try:
            model_hashes.record(self._session.required())
        except AnnotatorError as error:
            self.failed.emit(error)
        words = self.tr("The model has learnt from {count} articles: F1 {before} → {after} on held-out articles.")
        text = words.format(count=learnt.articles, before=round(learnt.before), after=round(learnt.after))
        self.told.emit(text, self.tr("Revert"), self.go_back)
        self._suggesting.look_again()

    def _on_failed(self, error: AnnotatorError, *, requested: bool) -> None:
        self._end()
        if requested or error.code not in _EXPECTED:
            self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._process.rest()  # its memory is free until ten more articles are finished
        self.progressed.emit(0, 0)
