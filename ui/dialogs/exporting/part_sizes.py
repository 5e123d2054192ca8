"""The sizes of the splits: articles and labels in each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from annotator.jobs.exporting.export_preflight import Portion
from annotator.model.schema import Schema
from ui.base.i18n import number
from ui.base.look.labels import label_name
from ui.base.look.plain_text import tooltip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST = 7  # most visible rows


class PartSizes(QTableWidget):
    """A row for the articles and for each label, a column for each split."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportSizes")
        self.setAccessibleName(self.tr("Sizes of the splits"))
        self._schema = schema
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(1)
        self.hide()

    def show_portions(self, portions: Sequence[Portion]) -> None:
        """Show the splits; without any the table is hidden."""
        labels = [(label.layer, label.id) for label in self._schema.labels]
        there = {label for portion in portions for label, count in portion.labels.items() if count}
        rows = [label for label in labels if label in there] + sorted(there.difference(labels))
        self.setRowCount(1 + len(rows))
        self.setColumnCount(1 + len(portions))
        for column, heading in enumerate(["", *(portion.name for portion in portions)]):
            cell = QTableWidgetItem(heading)
            cell.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(column, cell)
        self._put_row(0, self.tr("Articles"), [portion.documents for portion in portions])
        for row, (layer, label) in enumerate(rows, 1):
            name = label_name(self._schema, layer, label)
            self._put_row(row, name, [portion.labels.get((layer, label), 0) for portion in portions])
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.columnCount()):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._fit()
        self.setVisible(bool(portions))

    def _put_row(self, row: int, name: str, counts: Sequence[int]) -> None:
        heading = QTableWidgetItem(name)
        heading.setToolTip(tooltip(name))
        self.setItem(row, 0, heading)
        for column, count in enumerate(counts, 1):
            cell = QTableWidgetItem(number(count))
            cell.setTextAlignment(_RIGHT)
            self.setItem(row, column, cell)

    def _fit(self) -> None:
        """Size to the rows, up to a limit."""
        pitch = self.fontMetrics().lineSpacing() + 8
        self.verticalHeader().setDefaultSectionSize(pitch)
        rows = min(self.rowCount(), _MOST)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * pitch + 2 * self.frameWidth())
