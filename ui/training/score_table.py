"""Scores by label: whole words and label right, or with other edges counting half."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.schema import Schema
from annotator.training.evaluate import Evaluation, Score
from ui.i18n import number
from ui.panels.chips import label_name

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands in which column."""

    LABEL = 0
    GOLD = 1
    FOUND = 2
    PRECISION = 3
    RECALL = 4
    F = 5
    PARTIAL = 6


_HEADERS = {
    Column.LABEL: QT_TRANSLATE_NOOP("ScoreTable", "Label"),
    Column.GOLD: QT_TRANSLATE_NOOP("ScoreTable", "Decided"),
    Column.FOUND: QT_TRANSLATE_NOOP("ScoreTable", "Found"),
    Column.PRECISION: QT_TRANSLATE_NOOP("ScoreTable", "Precision"),
    Column.RECALL: QT_TRANSLATE_NOOP("ScoreTable", "Recall"),
    Column.F: QT_TRANSLATE_NOOP("ScoreTable", "F"),
    Column.PARTIAL: QT_TRANSLATE_NOOP("ScoreTable", "F, edges half"),
}


class ScoreModel(QAbstractTableModel):
    """A row for each label, the last for all of them."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._rows: list[tuple[str, Score]] = []

    def show(self, evaluation: Evaluation) -> None:
        """Show the scores of an evaluation."""
        self.beginResetModel()
        labels = in_order(self._schema, evaluation)
        self._rows = [(label_name(self._schema, *label), evaluation.scores[label]) for label in labels]
        if self._rows:
            self._rows.append((translate("ScoreTable", "All"), evaluation.total))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("ScoreTable", _HEADERS[Column(section)])
        return side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(index.column())
        if role == Qt.ItemDataRole.FontRole and index.row() == len(self._rows) - 1:
            font = QFont()
            font.setBold(True)
            return font
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name, score = self._rows[index.row()]
        return _figure(name, score, Column(index.column()))


class ScoreTable(QTableView):
    """Shows the scores."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainingScores")
        self.setAccessibleName(self.tr("Scores by label"))
        self._scores = ScoreModel(schema, self)
        self.setModel(self._scores)
        prepare(self)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show these scores."""
        self._scores.show(evaluation)


def in_order(schema: Schema, evaluation: Evaluation) -> list[tuple[str, str]]:
    """Give the labels of an evaluation in the order of the schema; those that it does not know come last."""
    known = [(label.layer, label.id) for label in schema.labels]
    places = {label: place for place, label in enumerate(known)}
    return sorted(evaluation.scores, key=lambda label: (places.get(label, len(known)), label))


def prepare(table: QTableView) -> None:
    """Let a table be one of rows that are read."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + 12)
    table.horizontalHeader().setHighlightSections(False)


def side(column: int) -> Qt.AlignmentFlag:
    """Let words stand left and numbers right."""
    words: Sequence[int] = (0,)
    across = Qt.AlignmentFlag.AlignLeft if column in words else Qt.AlignmentFlag.AlignRight
    return across | Qt.AlignmentFlag.AlignVCenter


def _figure(name: str, score: Score, column: Column) -> str:
    match column:
        case Column.LABEL:
            return name
        case Column.GOLD:
            return number(score.gold)
        case Column.FOUND:
            return number(score.found)
        case Column.PRECISION:
            return number(score.precision(), 1)
        case Column.RECALL:
            return number(score.recall(), 1)
        case Column.F:
            return number(score.f(), 1)
        case Column.PARTIAL:
            return number(score.f(partial=True), 1)
