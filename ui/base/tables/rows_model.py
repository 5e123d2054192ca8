"""A model of rows that are only read: one class for what is the same in all of them, a subclass for the words."""

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.base.look.plain_text import tooltip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Column = TypeVar("Column", bound=IntEnum)
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[Row, Column]):
    """A row for each of some values, a column for each heading; words stand left, numbers right.

    Words that may be cut are there in full on hover. A subclass gives them by `words` and `told`.
    """

    def __init__(
        self,
        context: str,
        headings: Mapping[Column, str],
        parent: QObject | None = None,
        *,
        numbers: Collection[Column] = (),
    ) -> None:
        """Make it; ``context`` is where the translations of the headings stand, the headings are in their order."""
        super().__init__(parent)
        self.shown: Sequence[Row] = ()
        self._context = context
        self._headings = tuple(headings.items())
        self._numbers = numbers

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def words(self, row: Row, column: Column) -> str:
        """Give what stands there, in a line."""
        raise NotImplementedError

    def told(self, row: Row, column: Column) -> str:
        """Give what is told on hover."""
        return self.words(row, column)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
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
        """Tell in which column something stands."""
        return self._headings[index.column()][0]


def side(*, number: bool) -> Qt.AlignmentFlag:
    """Let words stand left and numbers right."""
    across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
