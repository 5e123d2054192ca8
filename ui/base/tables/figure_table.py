"""Tables of figures: text at the left, numbers at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.base.look.plain_text import strong, tooltip
from ui.base.tables.plain_table import PlainTable
from ui.base.tables.rows_model import side

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST = 130  # pixels of the first column, if its names are that long


class FigureModel(QAbstractTableModel):
    """Rows of formatted text; the last one may be the total."""

    def __init__(self, headers: Sequence[str], parent: QWidget | None = None, *, summed: bool = False) -> None:
        super().__init__(parent)
        self._headers = headers
        self._summed = summed
        self._rows: Sequence[Sequence[str]] = ()

    def show(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return side(number=section > 0) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return tooltip(self._rows[index.row()][0])  # a long name is elided
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=index.column() > 0)
        if role == Qt.ItemDataRole.FontRole and self._summed and index.row() == len(self._rows) - 1:
            return strong(QFont())
        return None


class FigureTable(PlainTable):
    """A table of figures. Its first column takes the remaining width, but stays wide enough to read names."""

    def __init__(self, name: str, title: str, headers: Sequence[str], *, summed: bool = False) -> None:
        super().__init__(name, title)
        self.figures = FigureModel(headers, self, summed=summed)
        self.setModel(self.figures)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        columns.sectionResized.connect(self._on_resized)
        self.figures.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(int)
    def _on_resized(self, column: int) -> None:
        if column:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Size the first column so that names can be told apart, even if the table has to scroll then."""
        columns = self.horizontalHeader()
        others = columns.length() - columns.sectionSize(0)
        wanted = max(self.sizeHintForColumn(0), columns.sectionSizeHint(0))
        columns.resizeSection(0, max(self.viewport().width() - others, min(wanted, _LEAST)))
