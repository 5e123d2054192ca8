"""The open document as a value: the current annotator's rows, and the pending suggestions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.editing.edits import Change, Edit
from annotator.editing.log.row_keys import document_of
from annotator.model.values import (
    Document,
    DocumentLabel,
    DocumentState,
    Part,
    Relation,
    Row,
    SentenceMark,
    Span,
    Suggestion,
    SuggestionState,
)
from annotator.text.tokens import Tokens
from ui.bridge.placed_rows import PlacedRows, TiedRelations

RowT = TypeVar("RowT", Span, Suggestion, Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The open document with the current annotator's rows. Spans and suggestions are in document order."""

    document: Document
    annotator: str
    spans: PlacedRows[Span]
    relations: TiedRelations
    suggestions: PlacedRows[Suggestion]  # pending ones
    state: DocumentState | None
    tokens: Tokens
    marks: frozenset[Part] = frozenset()  # sentences marked as read, without labels
    labels: frozenset[DocumentLabel] = frozenset()  # labels of the article as a whole
    decided: int = 0  # suggestions accepted, corrected or rejected
    by_others: int = 0  # suggestions that only others decided; they are not offered to this annotator

    def count(self, layer: str) -> int:
        """Count the spans of a layer."""
        return self.spans.count_of(layer)

    def span(self, id_: str | None) -> Span | None:
        """Find a span by its id."""
        return self.spans.get(id_ or "")

    def suggestion(self, id_: str | None) -> Suggestion | None:
        """Find a pending suggestion by its id."""
        return self.suggestions.get(id_ or "")

    def row(self, id_: str | None) -> Span | Suggestion | None:
        """Find a span or a pending suggestion by its id."""
        return self.spans.get(id_ or "") or self.suggestions.get(id_ or "")

    def tails(self, head: str, label: str) -> tuple[Span, ...]:
        """Return the spans in this document to which a head's relations of type ``label`` lead, in document order."""
        ids = {relation.tail for relation in self.relations.of_head(head, label)}
        found = [span for span in map(self.spans.get, ids) if span is not None]
        return tuple(sorted(found, key=lambda span: (span.start, span.end, span.id)))

    def spans_at(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that start and end exactly here, in code points, end exclusive."""
        return self.spans.at(start, end)

    def suggestions_at(self, start: int, end: int) -> tuple[Suggestion, ...]:
        """Return the pending suggestions that start and end exactly here, in code points, end exclusive."""
        return self.suggestions.at(start, end)

    def after(self, edit: Edit) -> "Opened":
        """Return the open document after an edit, without reading the project file."""
        changes = [change for change in edit.changes if self._concerns(change)]
        pairs = [(_pending(change.before), _pending(change.after)) for change in changes]
        opened = replace(
            self,
            spans=self.spans.exchanged(_of_kind(Span, pairs)),
            suggestions=self.suggestions.exchanged(_of_kind(Suggestion, pairs)),
            relations=self.relations.exchanged(_of_kind(Relation, pairs)),
            decided=self.decided + sum(_is_decided(c.after) - _is_decided(c.before) for c in changes),
        )
        for change in changes:
            opened = _with(opened, change)
        return opened

    def _concerns(self, change: Change) -> bool:
        row = change.after or change.before
        if getattr(row, "annotator", self.annotator) != self.annotator:
            return False  # an edit may change rows of other annotators
        return isinstance(row, Relation) or (row is not None and document_of(row) == self.document.id)


def _with(opened: Opened, change: Change) -> Opened:
    before, after = change.before, change.after
    match after or before:
        case Document() if isinstance(after, Document):
            return replace(opened, document=after)
        case DocumentState():
            return replace(opened, state=after if isinstance(after, DocumentState) else None)
        case DocumentLabel():
            gone = {before} if isinstance(before, DocumentLabel) else set()
            return replace(
                opened, labels=opened.labels - gone | ({after} if isinstance(after, DocumentLabel) else set())
            )
        case SentenceMark(start=start, end=end):
            return replace(opened, marks=opened.marks ^ {(start, end)})
        case _:
            return opened


def _of_kind(kind: type[RowT], pairs: Iterable[tuple[Row | None, Row | None]]) -> list[tuple[RowT | None, RowT | None]]:
    """Return the pairs (before, after) whose rows are of one kind."""
    return [
        (before if isinstance(before, kind) else None, after if isinstance(after, kind) else None)
        for before, after in pairs
        if isinstance(before or after, kind)
    ]


_DECIDED = frozenset({SuggestionState.ACCEPTED, SuggestionState.CORRECTED, SuggestionState.REJECTED})


def _is_decided(row: Row | None) -> bool:
    return isinstance(row, Suggestion) and row.state in _DECIDED


def _pending(row: Row | None) -> Row | None:
    """Return the row, or None for a suggestion that is no longer pending."""
    return None if isinstance(row, Suggestion) and row.state is not SuggestionState.PENDING else row
