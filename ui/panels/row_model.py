"""All spans and pending suggestions of the open document as a model: sorted, narrowed, and kept in step with edits."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.edits import Change
from annotator.model import Span, Suggestion
from annotator.schema import Schema
from ui.article.row_index import Drawn, is_drawn
from ui.panels.chips import label_name, one_line

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MANY = 64  # changes after which one reset is cheaper than that many moves
Key = tuple[Any, int, int, str]


class Order(StrEnum):
    """What rows are sorted by; rows that are alike stand in order of place."""

    PLACE = "place"
    LABEL = "label"
    WORDS = "words"
    DOUBT = "doubt"


SUGGESTED, DOUBTED = (
    ":suggested",
    ":doubted",
)  # what else than a layer the rows can be narrowed to; no layer is so called


class RowModel(QAbstractListModel):
    """Holds all rows, shows those that fit."""

    def __init__(self, describe: Callable[[Drawn, str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._every: dict[str, Drawn] = {}
        self._rows: list[Drawn] = []
        self._keys: list[Key] = []
        self._text = ""
        self._ranks: dict[tuple[str, str], int] = {}
        self._order = Order.PLACE
        self._words = self._kind = ""
        self.schema: Schema | None = None

    @property
    def held(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._every)

    def show_all(self, rows: Iterable[Drawn], text: str, schema: Schema | None) -> None:
        """Show the rows of a text."""
        self._every = {row.id: row for row in rows}
        self._text, self.schema = text, schema
        self._ranks = {(label.layer, label.id): i for i, label in enumerate(schema.labels)} if schema else {}
        self._sort()

    def arrange(self, order: Order) -> None:
        """Sort otherwise."""
        self._order = order
        self._sort()

    def narrow(self, words: str, kind: str) -> None:
        """Show only rows with these words, of a layer, suggestions or doubted ones; nothing stands for all."""
        self._words, self._kind = words.strip().casefold(), kind
        self._sort()

    def follow(self, changes: Sequence[Change], document: str) -> None:
        """Take over what an edit did to a document."""
        ours = [change for change in changes if _document(change) == document]
        step_by_step = len(ours) <= _MANY
        for change in ours:
            before, after = change.before, change.after
            if isinstance(before, Span | Suggestion) and (held := self._every.pop(before.id, None)) and step_by_step:
                self._take_away(held)
            if isinstance(after, Span | Suggestion) and is_drawn(after):
                self._every[after.id] = after
                if step_by_step:
                    self._bring(after)
        if not step_by_step:
            self._sort()

    def row(self, index: int) -> Drawn | None:
        """Give what is in a row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def index_of(self, row_id: str | None) -> int | None:
        """Give where a row stands; nothing where it is not shown."""
        row = self._every.get(row_id or "")
        place = bisect_left(self._keys, self._key(row)) if row is not None else len(self._rows)
        return place if place < len(self._rows) and self._rows[place].id == row_id else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.quote(self._text))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one_line(self._describe(row, self._text))
        return row if role == ROW else None

    def _sort(self) -> None:
        self.beginResetModel()
        fitting = sorted((self._key(row), row.id) for row in self._every.values() if self._fits(row))
        self._keys = [key for key, _ in fitting]
        self._rows = [self._every[row_id] for _, row_id in fitting]
        self.endResetModel()

    def _key(self, row: Drawn) -> Key:
        first: Any = 0
        match self._order:
            case Order.LABEL:
                first = self._ranks.get((row.layer, row.label), len(self._ranks))
            case Order.WORDS:
                first = row.quote(self._text).casefold()
            case Order.DOUBT:
                first = _certainty(row)
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
        return not self._words or self._words in self._searched(row)

    def _searched(self, row: Drawn) -> str:
        name = label_name(self.schema, row.layer, row.label) if self.schema is not None else ""
        note = row.note if isinstance(row, Span) else ""
        return f"{row.quote(self._text)}\n{row.label}\n{name}\n{note}".casefold()

    def _take_away(self, row: Drawn) -> None:
        key = self._key(row)
        place = bisect_left(self._keys, key)
        if place < len(self._rows) and self._keys[place] == key:
            self.beginRemoveRows(_ROOT, place, place)
            del self._rows[place], self._keys[place]
            self.endRemoveRows()

    def _bring(self, row: Drawn) -> None:
        if self._fits(row):
            key = self._key(row)
            place = bisect_left(self._keys, key)
            self.beginInsertRows(_ROOT, place, place)
            self._rows.insert(place, row)
            self._keys.insert(place, key)
            self.endInsertRows()


def _certainty(row: Drawn) -> float:
    """Give what sorts doubted spans first, then suggestions from the least sure one on, then what is decided."""
    if isinstance(row, Span):
        return -1.0 if row.doubt else 2.0
    return row.score if row.score is not None else 0.0


def _document(change: Change) -> str | None:
    row = change.after or change.before
    return row.document if isinstance(row, Span | Suggestion) else None
