"""Scores by label: whole words and label right, or with other edges counting half."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.schema import Schema
from annotator.training.evaluate import Evaluation, Score
from ui.i18n import number
from ui.panels.chips import label_name
from ui.tables.plain_table import PlainTable
from ui.tables.rows_model import RowsModel

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


class ScoreModel(RowsModel[tuple[str, Score], Column]):
    """A row for each label, the last for all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ScoreTable", _HEADERS, parent, numbers=frozenset(Column) - {Column.LABEL})

    def words(self, row: tuple[str, Score], column: Column) -> str:
        return _figure(*row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole and index.row() == len(self.shown) - 1:
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)


class ScoreTable(PlainTable):
    """Shows the scores."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("trainingScores", translate("ScoreTable", "Scores by label"), parent)
        self._schema = schema
        self._scores = ScoreModel(self)
        self.setModel(self._scores)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show these scores."""
        labels = in_order(self._schema, evaluation)
        rows = [(label_name(self._schema, *label), evaluation.scores[label]) for label in labels]
        if rows:
            rows.append((translate("ScoreTable", "All"), evaluation.total))
        self._scores.show_rows(rows)


def in_order(schema: Schema, evaluation: Evaluation) -> list[tuple[str, str]]:
    """Give the labels of an evaluation in the order of the schema; those that it does not know come last."""
    known = [(label.layer, label.id) for label in schema.labels]
    places = {label: place for place, label in enumerate(known)}
    return sorted(evaluation.scores, key=lambda label: (places.get(label, len(known)), label))


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
