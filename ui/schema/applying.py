"""Applying or reverting a schema change: a backup, then one step in slices, which can be stopped."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.slice_runner import Slices
from ui.jobs.workers import Job, JobProcess

Making = Callable[[], "Generator[None, None, Edit | None]"]


class SchemaApplier(QObject):
    """Makes one schema change at a time. The open article shows it before `finished` is emitted."""

    begun = Signal(str)
    advanced = Signal(int, int)  # done, total; total 0 if unknown
    finished = Signal(object)  # the Edit, None if there was nothing to do
    failed = Signal(object)  # an AnnotatorError; nothing was changed

    def __init__(self, session: Session, files: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._backup: Job | None = None
        self._making: Making | None = None
        self._rows = 0
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._on_advanced)

    @property
    def busy(self) -> bool:
        """Return whether a change is being made."""
        return self._backup is not None or self._slices.busy

    def apply(self, change: SchemaChange, rows: int) -> None:
        """Change the schema; ``rows`` is the estimated number of rows to change."""
        from annotator.jobs import schema_change

        project = self._session.required()
        self._start(lambda: schema_change.step(project.read, change, annotator=project.annotator), rows)

    def take_back(self, edit: str) -> None:
        """Revert a schema change, given its edit's id."""
        from annotator.jobs import schema_change

        project = self._session.required()
        self._start(lambda: schema_change.going_back(project.read, edit, annotator=project.annotator), 0)

    @Slot()
    def stop(self) -> None:
        """Stop; nothing is changed."""
        if self._backup is not None:
            self._files.cancel(self._backup)
            self._backup = None
        self._slices.stop()

    def _start(self, making: Making, rows: int) -> None:
        if self.busy:
            return
        from annotator.project.project import back_up

        self._making, self._rows = making, rows
        self.begun.emit(self.tr("Writing a backup…"))
        self.advanced.emit(0, 0)
        path = self._session.required().path
        self._backup = self._files.start(back_up, path, "schema", done=self._on_backed_up, failed=self._on_failed)

    def _on_backed_up(self, _path: object) -> None:
        self._backup = None
        if self._making is not None:
            self.begun.emit(self.tr("Changing the labels…"))
            steps = self._session.required().timeline.doing(self._making())
            self._slices.start(steps, done=self._on_done, failed=self._on_failed)

    @Slot(int)
    def _on_advanced(self, pauses: int) -> None:
        total = 2 * self._rows
        self.advanced.emit(min(pauses, total), total)

    def _on_done(self, edit: Edit | None) -> None:
        if edit is not None:
            opened = self._session.opened
            self._session.trail.add(edit)
            self._session.schema_changed.emit()
            if opened is not None:
                self._session.open_document(opened.document.id)
            self._session.documents_changed.emit()
        self.finished.emit(edit)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._backup = None
        self.failed.emit(error)
