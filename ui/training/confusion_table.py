"""The confusion matrix: a row for each of the annotator's labels, a column for each of the model's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.training.evaluate import NOTHING, Evaluation, Label, Score
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import tooltip
from ui.base.rows.plain_table import FigureModel, FigureTable, PlainTable
from ui.base.rows.rows_model import Index
from ui.base.widgets.empty_words import EmptyWords

_HEADERS = (
    QT_TRANSLATE_NOOP("ScoreTable", "Label"),
    QT_TRANSLATE_NOOP("ScoreTable", "Labelled"),
    QT_TRANSLATE_NOOP("ScoreTable", "Found"),
    QT_TRANSLATE_NOOP("ScoreTable", "Precision"),
    QT_TRANSLATE_NOOP("ScoreTable", "Recall"),
    QT_TRANSLATE_NOOP("ScoreTable", "F1"),
    QT_TRANSLATE_NOOP("ScoreTable", "F1 (partial)"),
)


class ScoreTable(FigureTable):
    """The scores: a row for each label, and a last row for all labels."""

    def __init__(self, schema: Schema) -> None:
        headers = [translate("ScoreTable", header) for header in _HEADERS]
        super().__init__("trainingScores", translate("ScoreTable", "Scores by label"), headers, summed=True)
        self._schema = schema
        EmptyWords(self, translate("ScoreTable", "Scores appear here once a model is trained or evaluated."))

    def show_evaluation(self, evaluation: Evaluation) -> None:
        labels = in_order(self._schema, evaluation)
        rows = [_figures(label_name(self._schema, *label), evaluation.scores[label]) for label in labels]
        if rows:
            rows.append(_figures(translate("ScoreTable", "All"), evaluation.total))
        self.figures.show(rows)


def in_order(schema: Schema, evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return the labels of an evaluation in the order of the schema; unknown ones come last."""
    known = [(label.layer, label.id) for label in schema.labels]
    places = {label: place for place, label in enumerate(known)}
    return sorted(evaluation.scores, key=lambda label: (places.get(label, len(known)), label))


def _figures(name: str, score: Score) -> tuple[str, ...]:
    counts = (number(score.gold), number(score.found))
    shares = (score.precision(), score.recall(), score.f(), score.f(partial=True))
    return (name, *counts, *(number(share, 1) for share in shares))


TINT = Qt.ItemDataRole.UserRole  # a style sheet hides the background of cells
_WIDEST, _WIDEST_NAME = 110, 240  # widest column, and widest column of names, in pixels
_STRONGEST = 90  # alpha of the strongest tint, out of 255: text stays legible on it


class ConfusionModel(FigureModel):
    """The model of the matrix. The first column has the labels' names; the last row and column mean "no label"."""

    def __init__(self, schema: Schema, palette: QPalette, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._schema = schema
        self._palette = palette
        self._counts: list[list[int]] = []
        self._most = 1

    def show_evaluation(self, evaluation: Evaluation) -> None:
        labels = in_order(self._schema, evaluation)
        if not labels:
            self.show((), ())
            return
        ends = [*labels, None]
        names = [label_name(self._schema, *label) for label in labels]
        self._most = max(evaluation.matrix.values(), default=1)
        self._counts = [[_count(evaluation, gold, found) for found in ends] for gold in ends]
        rows = zip([*names, translate("ConfusionTable", "nothing")], self._counts, strict=True)
        self.show(
            [(name, *(number(count) if count else "" for count in counts)) for name, counts in rows],
            (translate("ConfusionTable", "Labelled ↓  found →"), *names, translate("ConfusionTable", "missed")),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole and section:
            return tooltip(self._headings[section][1])
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != TINT:
            return super().data(index, role)
        row, column = index.row(), index.column() - 1
        count = self._counts[row][column] if column >= 0 else 0
        return self._tint(count, right=row == column) if count else None

    def _tint(self, count: int, *, right: bool) -> QColor:
        role = QPalette.ColorRole.Accent if right else QPalette.ColorRole.BrightText
        colour = QColor(self._palette.color(role))
        colour.setAlpha(20 + (_STRONGEST - 20) * count // self._most)
        return colour


class _Tinted(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tint = index.data(TINT)
        if tint is not None:
            painter.fillRect(option.rect.adjusted(2, 2, -2, -3), tint)
        super().paint(painter, option, index)


class ConfusionTable(PlainTable):
    """The table of the matrix: correct cells in the accent colour, wrong ones in the warning colour."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("trainingConfusions", translate("ConfusionTable", "Confusion matrix"), parent)
        self._cells = ConfusionModel(schema, self.palette(), self)
        self.setModel(self._cells)
        self.setItemDelegate(_Tinted(self))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the matrix of an evaluation. Long names are elided, so that all counts are visible."""
        self._cells.show_evaluation(evaluation)
        for column in range(self._cells.columnCount()):
            wanted = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(wanted, _WIDEST if column else _WIDEST_NAME))


def _count(evaluation: Evaluation, gold: Label | None, found: Label | None) -> int:
    layers = {label[0] for label in (gold, found) if label is not None}
    if len(layers) != 1:
        return 0
    key = (layers.pop(), gold[1] if gold else NOTHING, found[1] if found else NOTHING)
    return evaluation.matrix.get(key, 0)
