"""Scores by label, exact and partial."""

from PySide6.QtCore import QCoreApplication

from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.training.evaluate import Evaluation, Score
from ui.base.i18n import number
from ui.base.look.labels import label_name
from ui.base.tables.figure_table import FigureTable

translate = QCoreApplication.translate
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
    """A row for each label, the last for all of them."""

    def __init__(self, schema: Schema) -> None:
        headers = [translate("ScoreTable", header) for header in _HEADERS]
        super().__init__("trainingScores", translate("ScoreTable", "Scores by label"), headers, summed=True)
        self._schema = schema

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the scores of an evaluation."""
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
