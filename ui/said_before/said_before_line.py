"""The line on the claim card with the number of earlier claims that say the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.editing.edits import Change, Edit
from annotator.model.values import CLAIMS, Span
from ui.base.i18n import number
from ui.base.widgets.inputs import named
from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

if TYPE_CHECKING:
    from annotator.jobs.searching.said_before import Earlier

_REST = 250  # milliseconds that a claim must be active before earlier ones are counted


class SaidBeforeLine(QPushButton):
    """Shows how many earlier claims say the same as the card's claim; a click lists them.

    The line always takes the same room, even without text.
    """

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "saidBefore", role="link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._session = session
        self._claim: str | None = None
        self._counting = LastQuestion(files, self._on_found, self)  # errors are reported when the list is opened
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        session.settled.connect(self._on_settled)
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self._on_document)
        self._show("", enabled=False)

    @Slot(str)
    def set_active(self, row_id: str) -> None:
        """Count for the active claim. If the active row is not a claim, the last count stays."""
        opened = self._session.opened
        span = opened.span(row_id) if opened is not None and row_id else None
        if span is None or span.layer != CLAIMS or span.id == self._claim:
            return
        self._claim = span.id
        self._counting.stop()
        self._show(self.tr("Said before?"), enabled=True)
        self._rest.start()

    @Slot()
    def _on_document(self) -> None:
        self._claim = None
        self._rest.stop()
        self._counting.stop()
        self._show("", enabled=False)

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        changes = (change for edit in edits for change in edit.changes)
        if self._claim is not None and self.isVisible() and any(map(_is_about_claims, changes)):
            self._rest.start()

    @Slot()
    def count_again(self) -> None:
        """Count the earlier claims again, because more claims can now be compared by their meaning."""
        if self._claim is not None and self.isVisible():
            self._rest.start()

    @Slot()
    def _ask(self) -> None:
        if self._claim is None or self._session.project is None:
            return
        from annotator.jobs.searching.said_before import said_before  # with SQLite: not before the window is painted

        self._counting.ask(said_before, self._session.project.path, self._claim)

    def _on_found(self, found: "Sequence[Earlier]") -> None:
        if not found:
            self._show(self.tr("Not said before"), enabled=False)
            return
        self._show(self.tr("Said before: {count}").format(count=number(len(found))), enabled=True)

    def _show(self, words: str, *, enabled: bool) -> None:
        self.setText(words)
        self.setAccessibleName(words or self.tr("Said before?"))
        self.setEnabled(enabled)


def _is_about_claims(change: Change) -> bool:
    row = change.after or change.before
    return isinstance(row, Span) and row.layer == CLAIMS
