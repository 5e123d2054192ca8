"""The model of all spans and pending suggestions of the open document: sorted, filtered, updated after edits."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeGuard

from PySide6.QtCore import QObject

from annotator.editing.edits import Change
from annotator.model.schema import Schema, words
from annotator.model.values import CLAIMS, Span, Suggestion
from ui.article.layout.captions import remarks
from ui.article.layout.row_index import Drawn, is_drawn
from ui.base.i18n import ui_language
from ui.base.look.plain_text import one_line
from ui.base.rows.rows_model import ROOT, ListModel
from ui.claims.claim_words import ClaimWords

_MANY = 64  # with more changes, one reset is cheaper than moving rows
Key = tuple[Any, int, int, str]


class RowOrder(StrEnum):
    """The sort order of rows; equal rows are sorted by place."""

    PLACE = "place"
    LABEL = "label"
    WORDS = "words"
    DOUBT = "doubt"
    CLAIMANT = "claimant"
    WORTHINESS = "worthiness"


SUGGESTED, DOUBTED = (
    ":suggested",
    ":doubted",
)  # filters in place of a layer's id; no layer has an id with a colon


class RowModel(ListModel[Drawn]):
    """Holds all rows and shows those that match the filter; ``claims`` supplies claimants and worthiness."""

    def __init__(
        self,
        describe: Callable[[Drawn, str], str],
        claims: ClaimWords | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._claims = claims
        self._every: dict[str, Drawn] = {}
        self._keys: dict[str, Key] = {}  # each row's sort key when it was last sorted
        self._all = Sorted()
        self._fitting = self._all
        self._searched: dict[str, str] = {}
        self._text = ""
        self._ranks: dict[tuple[str, str], int] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._order = RowOrder.PLACE
        self._typed = self._kind = ""
        self.schema: Schema | None = None

    @property
    def only_claims(self) -> bool:
        return self._kind == CLAIMS

    @property
    def held(self) -> int:
        """The number of rows, shown or filtered out."""
        return len(self._every)

    def show_all(self, rows: Iterable[Drawn], text: str, schema: Schema | None) -> None:
        self._every = {row.id: row for row in rows}
        self._text, self.schema = text, schema
        self._searched.clear()
        labels = schema.labels if schema is not None else ()
        self._ranks = {(label.layer, label.id): rank for rank, label in enumerate(labels)}
        self._names = {(label.layer, label.id): words(label.name, ui_language()) for label in labels}
        self._sort()

    def arrange(self, order: RowOrder) -> None:
        """Change the sort order."""
        self._order = order
        self._sort()

    def narrow(self, typed: str, kind: str) -> None:
        """Show rows that contain ``typed`` and are of ``kind``: a layer, `SUGGESTED` or `DOUBTED`. "" matches all."""
        self._typed, self._kind = typed.strip().casefold(), kind
        self.beginResetModel()
        self._narrow()
        self.endResetModel()

    def apply_changes(self, changes: Sequence[Change], document: str) -> None:
        """Apply the changes of an edit that concern a document."""
        ours = [change for change in changes if _document(change) == document]
        step_by_step = len(ours) <= _MANY
        for change in ours:
            before, after = change.before, change.after
            if isinstance(before, Span | Suggestion) and (held := self._every.pop(before.id, None)):
                self._searched.pop(held.id, None)
                if step_by_step:
                    self._take_away(held)
            if isinstance(after, Span | Suggestion) and is_drawn(after):
                self._every[after.id] = after
                if step_by_step:
                    self._bring(after)
        if not step_by_step:
            self._sort()

    def refresh_rows(self, ids: Iterable[str]) -> None:
        """Sort and filter these rows again, because rows related to them changed."""
        for row in [row for row in map(self._every.get, ids) if row is not None]:
            self._searched.pop(row.id, None)
            self._take_away(row)
            self._bring(row)

    def row(self, index: int) -> Drawn | None:
        return self.shown[index] if 0 <= index < len(self.shown) else None

    def index_of(self, row_id: str | None) -> int | None:
        row = self._every.get(row_id or "")
        return self._fitting.place(self._keys[row.id]) if row is not None else None

    def text(self, row: int) -> str:
        return one_line(self.shown[row].quote(self._text))

    def spoken(self, row: int) -> str:
        return one_line(self._describe(self.shown[row], self._text))

    def tip(self, row: int) -> str:
        return "\n".join(filter(None, (self.spoken(row), remarks(self.shown[row]))))

    def _sort(self) -> None:
        self.beginResetModel()
        self._keys = {row.id: self._key(row) for row in self._every.values()}
        ordered = sorted((self._keys[row_id], row_id) for row_id in self._every)
        self._all = Sorted([key for key, _ in ordered], [self._every[row_id] for _, row_id in ordered])
        self._narrow()
        self.endResetModel()

    def _narrow(self) -> None:
        self._fitting = self._all
        if self._typed or self._kind:
            pairs = [pair for pair in zip(self._all.keys, self._all.rows, strict=True) if self._fits(pair[1])]
            self._fitting = Sorted([key for key, _ in pairs], [row for _, row in pairs])
        self.shown = self._fitting.rows

    def _key(self, row: Drawn) -> Key:
        first: Any = 0
        match self._order:
            case RowOrder.LABEL:
                first = self._ranks.get((row.layer, row.label), len(self._ranks))
            case RowOrder.WORDS:
                first = row.quote(self._text).casefold()
            case RowOrder.DOUBT:
                first = _certainty(row)
            case RowOrder.CLAIMANT:
                name = self._claims.claimant(row).casefold() if self._claims and _is_claim(row) else ""
                first = 0 if name else 1 if _is_claim(row) else 2, name
            case RowOrder.WORTHINESS:
                first = self._claims.worthiness(row)[0] if self._claims and _is_claim(row) else math.inf
            case _:
                pass
        return first, row.start, row.end, row.id

    def _fits(self, row: Drawn) -> bool:
        if self._kind == SUGGESTED:
            if isinstance(row, Span):
                return False
        elif self._kind == DOUBTED:
            if not (isinstance(row, Span) and (row.doubt or row.note)):
                return False
        elif self._kind and row.layer != self._kind:
            return False
        return not self._typed or self._typed in self._text_of(row)

    def _text_of(self, row: Drawn) -> str:
        """Return the text of a row that the filter searches."""
        found = self._searched.get(row.id)
        if found is None:
            name = self._names.get((row.layer, row.label), "")
            note = row.note if isinstance(row, Span) else ""
            spoken = self._claims.spoken(row) if self._claims is not None and _is_claim(row) else ""
            found = f"{row.quote(self._text)}\n{row.label}\n{name}\n{note}\n{spoken}".casefold()
            self._searched[row.id] = found
        return found

    def _take_away(self, row: Drawn) -> None:
        key = self._keys.pop(row.id)
        place = self._fitting.place(key)
        if place is not None:
            self.beginRemoveRows(ROOT, place, place)
            self._fitting.remove(key)
        if self._fitting is not self._all:
            self._all.remove(key)
        if place is not None:
            self.endRemoveRows()

    def _bring(self, row: Drawn) -> None:
        key, fits = self._key(row), self._fits(row)
        self._keys[row.id] = key
        if fits:
            place = self._fitting.place_for(key)
            self.beginInsertRows(ROOT, place, place)
            self._fitting.add(key, row)
        if self._fitting is not self._all:
            self._all.add(key, row)
        if fits:
            self.endInsertRows()


class Sorted:
    """Rows sorted by their keys."""

    def __init__(self, keys: list[Key] | None = None, rows: list[Drawn] | None = None) -> None:
        self.keys = keys or []
        self.rows = rows or []

    def place(self, key: Key) -> int | None:
        """Return the index of the row with a sort key, or None if there is no such row."""
        place = bisect_left(self.keys, key)
        return place if place < len(self.keys) and self.keys[place] == key else None

    def place_for(self, key: Key) -> int:
        """Return the index at which a row with this sort key would be inserted."""
        return bisect_left(self.keys, key)

    def add(self, key: Key, row: Drawn) -> None:
        place = self.place_for(key)
        self.keys.insert(place, key)
        self.rows.insert(place, row)

    def remove(self, key: Key) -> None:
        """Remove a row, if it is there."""
        place = self.place(key)
        if place is not None:
            del self.keys[place], self.rows[place]


def _certainty(row: Drawn) -> float:
    """Return a sort key: doubted spans come first, then suggestions from least to most certain, then other spans."""
    if isinstance(row, Span):
        return -1.0 if row.doubt else 2.0
    return row.score if row.score is not None else 0.0


def _is_claim(row: Drawn) -> TypeGuard[Span]:
    return isinstance(row, Span) and row.layer == CLAIMS


def _document(change: Change) -> str | None:
    row = change.after or change.before
    return row.document if isinstance(row, Span | Suggestion) else None
