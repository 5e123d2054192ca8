"""The learning curve: scores after a quarter, a half, three quarters and all of the articles, and a forecast."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from annotator.jobs.learning.evaluate_models import Growth
from annotator.model.schema import Schema
from annotator.training.evaluate import Label
from ui.base.i18n import number
from ui.base.look.labels import label_name
from ui.base.look.plain_text import plain
from ui.base.tables.figure_table import FigureModel
from ui.base.tables.plain_table import PlainTable
from ui.base.widgets.button_names import dialog_button
from ui.training.score_table import in_order

translate = QCoreApplication.translate
_GAIN = 2.0  # points of F1
_HOUR = 3600  # seconds


class GrowthModel(FigureModel):
    """A row for each label and one for all; a column for each number of articles and one for the forecast."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._schema = schema
        self.growth: Growth | None = None  # what is shown

    def show_growth(self, growth: Growth) -> None:
        """Show a learning curve."""
        self.growth = growth
        header = translate("GrowthPage", "F1, {count} articles")
        self.show(
            [self._row(growth, label) for label in (*in_order(self._schema, growth.steps[-1][1]), None)],
            (
                translate("GrowthPage", "Label"),
                *(header.format(count=number(count)) for count, _ in growth.steps),
                translate("GrowthPage", "For +{gain} F1").format(gain=number(_GAIN)),
            ),
        )

    def _row(self, growth: Growth, label: Label | None) -> tuple[str, ...]:
        name = label_name(self._schema, *label) if label else translate("GrowthPage", "All")
        return name, *(number(score, 1) for _, score in growth.points(label)), forecast(growth, label)


class GrowthPage(QWidget):
    """A button, a hint and the table."""

    wanted = Signal()

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = GrowthModel(schema, self)
        self.button = dialog_button("trainingForecast", self.tr("Forecast"))
        hint = plain(
            self.tr("Trains four times: on a quarter, a half, three quarters and all of the articles."), "muted"
        )
        hint.setWordWrap(True)
        table = PlainTable("trainingGrowth", self.tr("Learning curve"))
        table.setModel(self.model)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.button)
        head.addWidget(hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(table, 1)
        self.button.clicked.connect(self.wanted)


def forecast(growth: Growth, label: Label | None) -> str:
    """Return the articles and hours needed for a better score, as text, as far as there is a forecast."""
    articles = growth.forecast(label, _GAIN)
    if articles is None:
        return translate("GrowthPage", "no forecast")
    hours = articles * growth.pace / _HOUR
    if not growth.pace:
        return translate("GrowthPage", "about {articles} more articles").format(articles=number(articles))
    text = translate("GrowthPage", "about {articles} more articles, {hours} h")
    return text.format(articles=number(articles), hours=number(hours, 1))
