"""Tables of figures: text at the left, numbers at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.base.look.plain_text import strong
from ui.base.tables.plain_table import PlainTable
from ui.base.tables.rows_model import Index, RowsModel

_MOST = 1_000  # columns
_LEAST = 130  # pixels of the first column, if its names are that long


class FigureModel(RowsModel[Sequence[str], int]):
    """Rows of formatted text; the last one may be the total."""

    def __init__(self, headers: Sequence[str] = (), parent: QWidget | None = None, *, summed: bool = False) -> None:
        super().__init__("", dict(enumerate(headers)), parent, numbers=range(1, _MOST))
        self._summed = summed

    def show(self, rows: Sequence[Sequence[str]], headers: Sequence[str] | None = None) -> None:
        """Replace the rows, and the headers if given."""
        self.beginResetModel()
        self.shown = rows
        if headers is not None:
            self._headings = tuple(enumerate(headers))
        self.endResetModel()

    def words(self, row: Sequence[str], column: int) -> str:
        return row[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole and self._summed and index.row() == len(self.shown) - 1:
            return strong(QFont())
        return super().data(index, role)


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
