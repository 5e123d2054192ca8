"""Stores the texts that are typed into the fields of a span."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.values import Span, Suggestion
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.span import span_fields
from ui.panels.span.drafts import CardDrafts, Typed
from ui.panels.span.field_grid import FieldGrid


class TextEntry(QObject):
    """Stores typed texts. A text that could not be stored, for example on a full disk, is offered again."""

    kept = Signal()  # a text that could not be stored was kept

    def __init__(
        self, session: Session, decisions: Decisions, shown: Callable[[], Span | Suggestion | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._decisions = decisions
        self._shown = shown
        self._unstored: dict[tuple[str, str], str] = {}  # by span id and field id
        self._drafts = CardDrafts(session, shown, self._on_draft, self)

    def serve(self, fields: FieldGrid) -> None:
        """Store what is typed into these fields."""
        fields.written.connect(self._on_written)
        fields.opened.connect(partial(self._on_opened, fields))
        self._drafts.serve(fields)

    def unstored(self, row: Span | Suggestion | None) -> Mapping[str, str]:
        """Return messages about a row's texts that are not stored, by field id."""
        texts = self._unstored.items()
        return {field: span_fields.not_saved(words) for (id_, field), words in texts if row and id_ == row.id}

    def forget(self) -> None:
        """Forget the texts that are not stored, because the project was closed."""
        self._unstored.clear()

    def _on_opened(self, fields: FieldGrid, field: str) -> None:
        row = self._shown()
        words = self._unstored.get((row.id, field)) if row is not None else None
        if words is not None:
            fields.go_on_with(words)

    @Slot(str, str)
    def _on_written(self, field: str, words: str) -> None:
        span = self._shown()
        if isinstance(span, Span):
            self._store(span, field, words)

    def _on_draft(self, span: Span, typed: Typed) -> None:
        self._store(span, typed.field, typed.words)

    def _store(self, span: Span, field: str, words: str) -> None:
        self._unstored.pop((span.id, field), None)
        if field == span_fields.NOTE:
            stored = self._decisions.change(span.id, note=words)
        else:
            stored = self._decisions.change(span.id, attributes={field: words or None})
        if not stored and words != span_fields.stored_text(span, field):
            self._unstored[span.id, field] = words
        self.kept.emit()
