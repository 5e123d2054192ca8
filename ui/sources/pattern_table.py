"""The table of the phrases and patterns in all word lists, while they are edited."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from annotator.model import patterns
from annotator.model.patterns import Pattern, PatternList
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import PlainTable
from ui.base.rows.rows_model import Index, RowsModel

_LONGEST = 300

Column = IntEnum("Column", "WORDS LABEL LIST", start=0)
_HEADINGS = {
    Column.WORDS: QT_TRANSLATE_NOOP("PatternTable", "Phrase or pattern"),
    Column.LABEL: QT_TRANSLATE_NOOP("PatternTable", "Label"),
    Column.LIST: QT_TRANSLATE_NOOP("PatternTable", "Word list"),
}

Row = tuple[str, int]
"""A row: the id of a list, and the index of a pattern in it."""


class PatternModel(RowsModel[Row, Column]):
    """A draft of the project's word lists; `narrow` chooses which entries are shown."""

    refused = Signal(str)  # why a phrase cannot be used (context "Patterns")

    def __init__(self, name_of: Callable[[str], str], parent: QObject, *, writable: bool) -> None:
        super().__init__("PatternTable", _HEADINGS, parent)
        self._name_of = name_of
        self._writable = writable
        self._lists: dict[str, PatternList] = {}
        self._only, self._sought = "", ""

    @property
    def lists(self) -> tuple[PatternList, ...]:
        return tuple(self._lists.values())

    def show_lists(self, lists: Sequence[PatternList]) -> None:
        self._lists = {each.id: each for each in lists}
        self._select()

    def narrow(self, only: str, sought: str) -> None:
        """Show the entries of the list with id ``only`` ("" for all lists) that contain ``sought``."""
        self._only, self._sought = only, sought.casefold()
        self._select()

    def put(self, changed: PatternList) -> None:
        """Replace the list with the same id, or append the list if there is none."""
        self._lists[changed.id] = changed
        self._select()

    def drop(self, id_: str) -> None:
        """Remove a list."""
        self._lists.pop(id_, None)
        self._select()

    def change(self, rows: Sequence[int], change: Callable[[Pattern], Pattern | None]) -> None:
        """Replace the patterns in these rows by what ``change`` returns; None removes a pattern."""
        touched: dict[str, dict[int, Pattern | None]] = {}
        for row in rows:
            id_, at = self.shown[row]
            touched.setdefault(id_, {})[at] = change(self._lists[id_].patterns[at])
        for id_, new in touched.items():
            kept = (new.get(at, one) for at, one in enumerate(self._lists[id_].patterns))
            self._lists[id_] = replace(self._lists[id_], patterns=tuple(one for one in kept if one is not None))
        if any(one is None for new in touched.values() for one in new.values()):
            self._select()
        elif rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def pattern(self, row: int) -> Pattern:
        id_, at = self.shown[row]
        return self._lists[id_].patterns[at]

    def words(self, row: Row, column: Column) -> str:
        one, found = self._lists[row[0]].patterns[row[1]], self._lists[row[0]]
        if column is Column.LIST:
            return one_line(found.name, patterns.LONGEST_NAME)
        return one_line(one.words, _LONGEST) if column is Column.WORDS else self._name_of(one.label)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not self._writable or index.column() != Column.WORDS:
            return usual
        return usual | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.WORDS:
            return Qt.CheckState.Checked if self.pattern(index.row()).on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole:
            return self.pattern(index.row()).words
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            self.change([index.row()], lambda one: replace(one, on=on))
            return True
        if role != Qt.ItemDataRole.EditRole:
            return False
        before = self.pattern(index.row())
        written = patterns.written_words(str(value), is_tokens=before.is_tokens)
        if (fault := patterns.unusable(written)) is not None:
            self.refused.emit(fault)
            return False
        self.change([index.row()], lambda one: patterns.pattern(written, one.label, on=one.on))
        return True

    def _select(self) -> None:
        self.show_rows(
            [
                (each.id, at)
                for each in self._lists.values()
                if self._only in {"", each.id}
                for at, one in enumerate(each.patterns)
                if self._sought in one.words.casefold()
            ]
        )


class PatternTable(PlainTable):
    """The table of patterns. Several rows can be selected; the space bar turns the current pattern on or off."""

    def __init__(self, model: PatternModel, accessible: str) -> None:
        super().__init__("patternTable", accessible)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)
        self.setModel(model)
        self.share_width([Column.WORDS])
        self.setColumnWidth(Column.LABEL, 150)
        self.setColumnWidth(Column.LIST, 170)

    def chosen_rows(self) -> list[int]:
        """Return the selected rows, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def show_row(self, row: int) -> None:
        """Select a row and scroll to it."""
        self.setCurrentIndex(self.model().index(row, 0, QModelIndex()))
        self.setFocus()
