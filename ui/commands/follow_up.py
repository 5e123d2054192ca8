"""New suggestions after decisions: a name that was labelled once may occur elsewhere in the article."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.model.values import Span, Suggestion
from ui.bridge.session import Session
from ui.jobs.suggestion_queue import Suggesting


class FollowUp(QObject):
    """Requests suggestions again once labels were decided and the article's last suggestion is settled."""

    progressed = Signal()  # `is_awaited` may have changed
    awaited_changed = Signal(bool)

    def __init__(self, session: Session, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting
        self._outdated = False  # labels were decided since the last request
        self._awaited = False  # last value emitted
        session.document_opened.connect(self._on_opened)
        session.edited.connect(self._on_edited)
        suggesting.progressed.connect(self._on_progress)

    @property
    def is_awaited(self) -> bool:
        """Return whether suggestions for the open article are still pending."""
        opened = self._session.opened
        return opened is not None and self._suggesting.is_asking_about(opened.document.id)

    def ask(self) -> None:
        """Request suggestions again if labels were decided since the last request."""
        if self._outdated:
            self._outdated = False
            self._suggesting.ask_about_open()

    @Slot()
    def _on_opened(self) -> None:
        self._outdated = False  # suggestions are requested whenever an article is opened
        self._emit_awaited()

    @Slot()
    def _on_progress(self) -> None:
        self._emit_awaited()
        self.progressed.emit()

    def _emit_awaited(self) -> None:
        awaited = self.is_awaited
        if awaited != self._awaited:
            self._awaited = awaited
            self.awaited_changed.emit(awaited)

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        opened = self._session.opened
        if opened is None or opened.document.id not in edit.document_ids:
            return
        rows = [change.after or change.before for change in edit.changes]
        self._outdated |= any(isinstance(row, Span) for row in rows)
        if not opened.suggestions and any(isinstance(row, Suggestion) for row in rows):
            self.ask()
