"""The confusion matrix: a row for each label of the annotator, a column for each label found."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.model.schema import Schema
from annotator.training.evaluate import NOTHING, Evaluation, Label
from ui.base.i18n import number
from ui.base.look.labels import label_name
from ui.base.look.plain_text import tooltip
from ui.base.tables.plain_table import PlainTable
from ui.base.tables.rows_model import side
from ui.training.score_table import in_order

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_ROOT = QModelIndex()
TINT = Qt.ItemDataRole.UserRole  # a style sheet hides the background of cells
_WIDEST, _WIDEST_NAME = 110, 240  # pixels of a column
_STRONGEST = 90  # of 255: text stays legible on it


class ConfusionModel(QAbstractTableModel):
    """The model of the matrix. The first column has the names; the last row and column stand for no label."""

    def __init__(self, schema: Schema, palette: QPalette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._palette = palette
        self._evaluation = Evaluation()
        self._labels: list[Label] = []

    def show(self, evaluation: Evaluation) -> None:
        """Show the matrix of an evaluation."""
        self.beginResetModel()
        self._evaluation = evaluation
        self._labels = in_order(self._schema, evaluation)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._labels else len(self._labels) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._labels else len(self._labels) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=section > 0)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if section == 0:
            return translate("ConfusionTable", "Labelled ↓  found →")
        name = self._name(section - 1, translate("ConfusionTable", "missed"))
        return tooltip(name) if role == Qt.ItemDataRole.ToolTipRole else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=column > 0)
        if column == 0:
            name = self._name(row, translate("ConfusionTable", "nothing"))
            shown = {Qt.ItemDataRole.DisplayRole: name, Qt.ItemDataRole.ToolTipRole: tooltip(name)}
            return shown.get(Qt.ItemDataRole(role))
        count = self._count(row, column - 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return number(count) if count else ""
        if role == TINT and count:
            return self._tint(count, right=row == column - 1)
        return None

    def _name(self, place: int, nothing: str) -> str:
        return label_name(self._schema, *self._labels[place]) if place < len(self._labels) else nothing

    def _count(self, row: int, column: int) -> int:
        gold = self._labels[row] if row < len(self._labels) else None
        found = self._labels[column] if column < len(self._labels) else None
        layers = {label[0] for label in (gold, found) if label is not None}
        if len(layers) != 1:
            return 0
        key = (layers.pop(), gold[1] if gold else NOTHING, found[1] if found else NOTHING)
        return self._evaluation.matrix.get(key, 0)

    def _tint(self, count: int, *, right: bool) -> QColor:
        most = max(self._evaluation.matrix.values(), default=1)
        role = QPalette.ColorRole.Accent if right else QPalette.ColorRole.BrightText
        colour = QColor(self._palette.color(role))
        colour.setAlpha(20 + (_STRONGEST - 20) * count // most)
        return colour


class _Tinted(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tint = index.data(TINT)
        if tint is not None:
            painter.fillRect(option.rect.adjusted(2, 2, -2, -3), tint)
        super().paint(painter, option, index)


class ConfusionTable(PlainTable):
    """The table of the matrix: correct cells in the accent colour, wrong ones in that of warnings."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("trainingConfusions", translate("ConfusionTable", "Confusion matrix"), parent)
        self._cells = ConfusionModel(schema, self.palette(), self)
        self.setModel(self._cells)
        self.setItemDelegate(_Tinted(self))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the matrix of an evaluation. Long names are elided, so that all counts are visible."""
        self._cells.show(evaluation)
        for column in range(self._cells.columnCount()):
            wanted = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(wanted, _WIDEST if column else _WIDEST_NAME))
