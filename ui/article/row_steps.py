"""Stepping from span to span and from suggestion to suggestion, by place."""

from annotator.model.values import Span, Suggestion
from ui.article.canvas import ArticleCanvas
from ui.article.caret import Caret
from ui.article.layout.row_index import Drawn, place_of


class RowSteps:
    """Moves the ring; each step returns the id it went to, or None at the end."""

    def __init__(self, view: ArticleCanvas) -> None:
        self._view = view

    def next_suggestion(self) -> str | None:
        """Go to the suggestion after the active row, or after the caret."""
        return self._step(Suggestion, 1)

    def previous_suggestion(self) -> str | None:
        """Go to the suggestion before the active row, or before the caret."""
        return self._step(Suggestion, -1)

    def next_span(self) -> str | None:
        """Go to the span after the active row, or after the caret."""
        return self._step(Span, 1)

    def previous_span(self) -> str | None:
        """Go to the span before the active row, or before the caret."""
        return self._step(Span, -1)

    def cycle_active(self) -> str | None:
        """Activate the next of the rows at the caret; the caret stays, or first moves to the active row."""
        view = self._view
        active = view.page.rows.get(view.active() or "")
        if active is not None and not active.start <= view.caret() <= active.end:
            view.move_caret(Caret(active.start, active.start))
        found = view.page.rows.at(view.caret())
        if not found:
            return None
        place = found.index(active) + 1 if active in found else 0
        row = found[place % len(found)]
        view.set_active(row.id)
        view.activated.emit(row.id)
        return row.id

    def _step(self, kind: type[Drawn], step: int) -> str | None:
        view = self._view
        active = view.page.rows.get(view.active() or "")
        caret = view.caret()
        key = place_of(active) if active else (caret, -1 if step > 0 else caret, "")
        found = view.page.rows.next(kind, key, step)
        return self._go(found) if found else None

    def _go(self, row: Drawn) -> str:
        self._view.move_caret(Caret(row.start, row.start))
        self._view.set_active(row.id)
        self._view.activated.emit(row.id)
        return row.id


def activate(canvas: ArticleCanvas, row_id: str | None) -> None:
    """Put the ring around a row, or none, without scrolling, and emit `activated`."""
    canvas.set_overlay(canvas.overlay._replace(active=row_id))
    canvas.activated.emit(row_id or "")


def let_go(canvas: ArticleCanvas) -> None:
    """Deactivate a row that shares no character with the selection: the next key is meant for the selection."""
    row, (start, end) = canvas.page.rows.get(canvas.active() or ""), canvas.selection()
    if row is not None and start < end and not any(first < end and start < last for first, last in row.parts):
        activate(canvas, None)
