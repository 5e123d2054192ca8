"""Undo, redo, and how far one is with the article."""

from PySide6.QtCore import QObject, Signal

from annotator.edits import Edit
from annotator.model import Span, State, Suggestion, SuggestionState
from ui.hand.aim import Aim
from ui.session import Session


class Steps(QObject):
    """Goes back and forth in time, and on to the next article."""

    finished = Signal()  # the open article is done or skipped: go on to the next

    def __init__(self, session: Session, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aim = aim

    def undo(self) -> None:
        """Take the last step back and show where."""
        edit = self._session.next_undo()
        if self._session.undo() and edit is not None:
            self._show_touched(edit)

    def redo(self) -> None:
        """Do the step again and show where."""
        edit = self._session.next_redo()
        if self._session.redo() and edit is not None:
            self._show_touched(edit)

    def done(self) -> None:
        """Say that the article is done, and go on."""
        if self._session.set_state(State.DONE):
            self.finished.emit()

    def skip(self) -> None:
        """Leave the article out, and go on."""
        if self._session.set_state(State.SKIPPED):
            self.finished.emit()

    def reopen(self) -> None:
        """Say that there is still something to do."""
        self._session.set_state(State.OPEN)

    def _show_touched(self, edit: Edit) -> None:
        """Go to what is there again now that an edit was inverted."""
        shown = next((change.before for change in edit.changes if _is_shown(change.before)), None)
        self._aim.activate(shown.id if isinstance(shown, Span | Suggestion) else None)


def _is_shown(row: object) -> bool:
    return isinstance(row, Span) or (isinstance(row, Suggestion) and row.state is SuggestionState.PENDING)
