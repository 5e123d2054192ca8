"""The open document as a value: what the current annotator decided in it, and what is suggested."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from annotator.edits import Change, Edit, document_of
from annotator.model import Document, DocumentState, Relation, Row, Span, Suggestion, SuggestionState
from annotator.tokens import Tokens

SpanOrSuggestion = TypeVar("SpanOrSuggestion", Span, Suggestion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The open document with what the current annotator decided. Spans and suggestions are in order of place."""

    document: Document
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]
    suggestions: tuple[Suggestion, ...]  # pending ones
    state: DocumentState | None
    tokens: Tokens
    by_id: Mapping[str, Span | Suggestion] | None = field(default=None, repr=False, compare=False)
    counts: Mapping[str, int] | None = field(default=None, repr=False, compare=False)  # spans of each layer

    def __post_init__(self) -> None:
        if self.by_id is None:
            rows: tuple[Span | Suggestion, ...] = (*self.spans, *self.suggestions)
            object.__setattr__(self, "by_id", {row.id: row for row in rows})
        if self.counts is None:
            object.__setattr__(self, "counts", Counter(span.layer for span in self.spans))

    def count(self, layer: str) -> int:
        """Count the spans of a layer."""
        return (self.counts or {}).get(layer, 0)

    def span(self, id_: str | None) -> Span | None:
        """Find a span."""
        row = (self.by_id or {}).get(id_ or "")
        return row if isinstance(row, Span) else None

    def suggestion(self, id_: str | None) -> Suggestion | None:
        """Find a pending suggestion."""
        row = (self.by_id or {}).get(id_ or "")
        return row if isinstance(row, Suggestion) else None

    def tails(self, head: str, label: str) -> tuple[Span, ...]:
        """Give the spans of this document that relations of a type lead to from a span."""
        ids = {relation.tail for relation in self.relations if relation.head == head and relation.label == label}
        return tuple(span for span in self.spans if span.id in ids)

    def spans_at(self, start: int, end: int) -> tuple[Span, ...]:
        """Give the spans whose hull is exactly this."""
        return _at(self.spans, start, end)

    def suggestions_at(self, start: int, end: int) -> tuple[Suggestion, ...]:
        """Give the pending suggestions whose hull is exactly this."""
        return _at(self.suggestions, start, end)

    def after(self, edit: Edit) -> "Opened":
        """Give what is open once an edit was made, without reading the file again."""
        changes = [change for change in edit.changes if self._concerns(change)]
        by_id, counts = dict(self.by_id or {}), Counter(self.counts or {})
        opened = self
        for change in changes:
            _exchange(by_id, counts, change)
            opened = opened._with(change)
        return replace(opened, by_id=by_id, counts=counts)

    def _concerns(self, change: Change) -> bool:
        row = change.after or change.before
        return isinstance(row, Relation) or (row is not None and document_of(row) == self.document.id)

    def _with(self, change: Change) -> "Opened":
        before, after = change.before, change.after
        match after or before:
            case Span():
                return replace(self, spans=_replaced(self.spans, before, after))
            case Suggestion():
                return replace(self, suggestions=_replaced(self.suggestions, _pending(before), _pending(after)))
            case Relation():
                gone = before.id if isinstance(before, Relation) else None
                kept = tuple(relation for relation in self.relations if relation.id != gone)
                return replace(self, relations=(*kept, after) if isinstance(after, Relation) else kept)
            case Document() if isinstance(after, Document):
                return replace(self, document=after)
            case DocumentState():
                return replace(self, state=after if isinstance(after, DocumentState) else None)
            case _:
                return self


def _exchange(by_id: dict[str, Span | Suggestion], counts: Counter[str], change: Change) -> None:
    for row, step in ((change.before, -1), (change.after, 1)):
        if isinstance(row, Span):
            counts[row.layer] += step
    if isinstance(change.before, Span | Suggestion):
        by_id.pop(change.before.id, None)
    after = _pending(change.after) if isinstance(change.after, Suggestion) else change.after
    if isinstance(after, Span | Suggestion):
        by_id[after.id] = after


def _place(row: Span | Suggestion) -> tuple[int, int, str]:
    return row.start, row.end, row.id


def _at(rows: tuple[SpanOrSuggestion, ...], start: int, end: int) -> tuple[SpanOrSuggestion, ...]:
    first = bisect_left(rows, (start, end, ""), key=_place)
    last = bisect_left(rows, (start, end + 1, ""), key=_place)
    return rows[first:last]


def _pending(row: Row | None) -> Row | None:
    return row if isinstance(row, Suggestion) and row.state is SuggestionState.PENDING else None


def _replaced(
    rows: tuple[SpanOrSuggestion, ...], before: Row | None, after: Row | None
) -> tuple[SpanOrSuggestion, ...]:
    changed: list[SpanOrSuggestion] = list(rows)
    if isinstance(before, Span | Suggestion):
        index = bisect_left(changed, _place(before), key=_place)
        if index < len(changed) and changed[index].id == before.id:
            del changed[index]
    if isinstance(after, Span | Suggestion):
        insort(changed, cast("SpanOrSuggestion", after), key=_place)
    return tuple(changed)
