"""Base classes of read-only table and list models; a subclass supplies the text."""

from collections.abc import Collection, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.base.look.plain_text import tooltip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Column = TypeVar("Column", bound=int)
ROOT = QModelIndex()
VALUE = Qt.ItemDataRole.UserRole  # in a list model: the row's value itself


class RowsModel(QAbstractTableModel, Generic[Row, Column]):
    """A table model with a row for each value and a column for each heading. Text is aligned left, numbers right.

    A cell's tooltip has its full text. A subclass implements `words`, and `told` if the tooltip has another text.
    """

    def __init__(
        self,
        context: str,
        headings: Mapping[Column, str],
        parent: QObject | None = None,
        *,
        numbers: Collection[Column] = (),
    ) -> None:
        """Set the headings, which are in column order; ``context`` is their translation context."""
        super().__init__(parent)
        self.shown: Sequence[Row] = ()
        self._context = context
        self._headings = tuple(headings.items())
        self._numbers = numbers

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def words(self, row: Row, column: Column) -> str:
        """Return the text of a cell, as one line."""
        raise NotImplementedError

    def told(self, row: Row, column: Column) -> str:
        """Return the tooltip of a cell."""
        return self.words(row, column)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column, heading = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(self._context, heading)
        return side(number=column in self._numbers) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.shown[index.row()], self.column(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=column in self._numbers)
        if role == Qt.ItemDataRole.ToolTipRole and column not in self._numbers:
            return tooltip(self.told(row, column))
        return None

    def column(self, index: Index) -> Column:
        """Return the column that a Qt index is in."""
        return self._headings[index.column()][0]


class ListModel(QAbstractListModel, Generic[Row]):
    """A list model of values. Subclasses return the texts of a row, computed only when the row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def text(self, row: int) -> str:
        """Return the text of a row, as one line."""
        raise NotImplementedError

    def spoken(self, row: int) -> str:
        """Return the text of a row for screen readers."""
        return self.text(row)

    def tip(self, _row: int) -> str:
        """Return the tooltip of a row, or "" for none."""
        return ""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.row() not in range(len(self.shown)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and (tip := self.tip(index.row())):
            return tooltip(tip)
        return self.shown[index.row()] if role == VALUE else None


def side(*, number: bool) -> Qt.AlignmentFlag:
    """Return the alignment of a cell: numbers right, text left."""
    across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
