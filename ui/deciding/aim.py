"""The target of the next key: the selection, and the active span or suggestion."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.values import CLAIMS, Part, Span, Suggestion
from ui.article.view import ArticleView
from ui.bridge.opened import Opened
from ui.bridge.session import Session


class Aim(QObject):
    """Maps the view's selection and active row to rows of the open document.

    ``last`` is the id of the span that was active last. It is kept when the caret leaves the span, so that words
    elsewhere can be added to the span.
    """

    active_changed = Signal(str)  # id of the active span or suggestion, "" for none
    told = Signal(str, bool)  # message, and whether to offer undo

    def __init__(self, session: Session, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self.last: str | None = None
        view.activated.connect(self._remember)

    @property
    def opened(self) -> Opened | None:
        """The open document, or None."""
        return self._session.opened

    @property
    def selected(self) -> bool:
        """Whether text is selected."""
        start, end = self._view.selection()
        return start < end

    def selection(self) -> Part:
        """Return the selection; an empty part at the caret if nothing is selected."""
        return self._view.selection()

    def row(self) -> Span | Suggestion | None:
        """Return the active span or suggestion, or None."""
        opened, active = self.opened, self._view.active()
        return opened.row(active) if opened is not None and active is not None else None

    def claim(self) -> Span | None:
        """Return the active claim, else the smallest claim around the caret, else None."""
        active = self.row()
        if isinstance(active, Span) and active.layer == CLAIMS:
            return active
        found = self._view.page.rows.at(self._view.caret())
        around = [row for row in found if isinstance(row, Span) and row.layer == CLAIMS]
        return min(around, key=lambda span: span.end - span.start, default=None)

    def go(self, start: int, end: int) -> None:
        """Put the caret at ``start``, and scroll to the text from ``start`` to ``end`` if it is out of sight."""
        self._view.select(start, start, exact=True)
        self._view.scrolling.ensure_visible(start, end)

    def go_to_words(self, start: int, end: int) -> None:
        """Go to the label on exactly these words, preferring a claim, so that keys act on it; else select the words."""
        spans = self.opened.spans_at(start, end) if self.opened is not None else ()
        shown = [span for span in spans if self._view.page.rows.get(span.id)]
        if shown:
            self.go(start, end)
            self.activate(max(shown, key=lambda span: span.layer == CLAIMS).id)
        else:
            self._view.select(start, end, exact=True)
            self._view.scrolling.ensure_visible(start, end)
            self.activate(None)

    def activate(self, row_id: str | None) -> None:
        """Activate a span or suggestion by its id, or none."""
        self._view.set_active(row_id)
        active = self._view.active() or ""
        self._remember(active)
        self.active_changed.emit(active)

    @Slot(str)
    def keep(self, row_id: str) -> None:
        """Put the caret at a span or suggestion and activate it, without scrolling, as only a field changed."""
        opened = self.opened
        row = opened.row(row_id) if opened is not None else None
        if row is not None:
            self._view.select(row.start, row.start, exact=True, active=row_id)
            active = self._view.active() or ""
            self._remember(active)
            self.active_changed.emit(active)

    @Slot()
    def forget(self) -> None:
        """Forget the span that was active last, because another action followed."""
        self.last = None

    @Slot(str)
    def _remember(self, row_id: str) -> None:
        if self.opened is not None and self.opened.span(row_id) is not None:
            self.last = row_id
