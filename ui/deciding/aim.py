"""What the next key acts on: the selection, and the span or suggestion with the ring."""

from PySide6.QtCore import QObject, Signal

from annotator.model.values import CLAIMS, Part, Span, Suggestion
from ui.article.view import ArticleView
from ui.bridge.opened import Opened
from ui.bridge.session import Session


class Aim(QObject):
    """Joins what the view shows as selected or active with the rows of the open document."""

    active_changed = Signal(str)  # id of the span or suggestion with the ring, empty for none
    told = Signal(str, bool)  # words for the user, and whether undo is offered

    def __init__(self, session: Session, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view

    @property
    def opened(self) -> Opened | None:
        """What is open."""
        return self._session.opened

    @property
    def selected(self) -> bool:
        """Whether words are selected."""
        start, end = self._view.selection()
        return start < end

    def selection(self) -> Part:
        """Give the selection; empty at the caret."""
        return self._view.selection()

    def row(self) -> Span | Suggestion | None:
        """Give the span or suggestion with the ring."""
        opened, active = self.opened, self._view.active()
        if opened is None or active is None:
            return None
        return opened.span(active) or opened.suggestion(active)

    def claim(self) -> Span | None:
        """Give the claim with the ring, else the smallest one around the caret."""
        active = self.row()
        if isinstance(active, Span) and active.layer == CLAIMS:
            return active
        found = self._view.page.rows.at(self._view.caret())
        around = [row for row in found if isinstance(row, Span) and row.layer == CLAIMS]
        return min(around, key=lambda span: span.end - span.start, default=None)

    def go(self, start: int, end: int) -> None:
        """Put the caret before words and scroll to them."""
        self._view.select(start, start, exact=True)
        self._view.scrolling.ensure_visible(start, end)

    def activate(self, row_id: str | None) -> None:
        """Put the ring around a row, or nowhere."""
        self._view.set_active(row_id)
        self.active_changed.emit(self._view.active() or "")
