"""The base of list models, and rows of words in context."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.base.look.plain_text import one_line, tooltip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROOT = QModelIndex()


class InContext(Protocol):
    """Words with the text before and after them in their paragraph."""

    @property
    def before(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def after(self) -> str: ...


class ListModel(QAbstractListModel, Generic[Row]):
    """A list of values. A subclass returns the texts of a row, computed when the row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def text(self, row: int) -> str:
        """Return the text of a row, in one line."""
        raise NotImplementedError

    def spoken(self, row: int) -> str:
        """Return the accessible text of a row."""
        return self.text(row)

    def tip(self, _row: int) -> str:
        """Return the tooltip of a row, or "" for none."""
        return ""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and (tip := self.tip(index.row())):
            return tooltip(tip)
        return None


def around(row: InContext) -> str:
    """Return the words in their context, in one line."""
    return one_line(f"{row.before}{row.words}{row.after}")
