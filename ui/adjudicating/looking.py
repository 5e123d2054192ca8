"""A read-only view of others' labels in the open article, drawn in lanes like suggestions."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.jobs.team.talk import labels_of_others
from annotator.model.values import Suggestion
from ui.bridge.placed_rows import PlacedRows
from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess


class Looking(QObject):
    """Shows others' labels until it is turned off or another article is opened. They cannot be accepted or rejected."""

    told = Signal(str)

    def __init__(self, session: Session, files: JobProcess, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.is_on = False
        self._asking = LastQuestion(files, self._on_found, self)
        self._asking.failed.connect(session.failed)
        session.document_closing.connect(self._stop)
        session.project_closing.connect(self._asking.cancel)

    @Slot()
    def turn(self) -> None:
        """Show other people's labels instead of the suggestions; if they are shown, show the suggestions again."""
        opened, project = self._session.opened, self._session.project
        if opened is None or project is None:
            return
        if self.is_on:
            self._session.open_document(opened.document.id)
        elif self._session.intercept is not None:
            self.told.emit(self.tr("Press Y to see everybody’s labels while you adjudicate."))
        else:
            self._asking.ask(labels_of_others, project.path, opened.document.id, opened.annotator)

    def _on_found(self, rows: Sequence[Suggestion]) -> None:
        opened = self._session.opened
        if opened is None or any(row.document != opened.document.id for row in rows):
            return
        if not rows:
            self.told.emit(self.tr("Nobody else has labelled this article here."))
            return
        self.is_on = True
        self._session.intercept = self._refuse
        self._session.opened = replace(opened, suggestions=PlacedRows(rows))
        self._session.suggestions_changed.emit(opened.document.id)
        names = ", ".join(sorted({row.source for row in rows}))
        self.told.emit(self.tr("You see the labels by {names}. You cannot change them.").format(names=names))

    def _refuse(self, edit: Edit) -> Edit | None:
        """Return the edit, or None if it would decide about someone else's label."""
        if not any(isinstance(change.before or change.after, Suggestion) for change in edit.changes):
            return edit
        self.told.emit(self.tr("You cannot change the labels of others."))
        return None

    @Slot()
    def _stop(self) -> None:
        self._asking.stop()
        if self.is_on:
            self.is_on, self._session.intercept = False, None
