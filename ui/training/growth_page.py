"""The learning curve: scores after a quarter, a half, three quarters and all of the articles, and a forecast."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from annotator.jobs.learning.evaluate_models import Growth
from annotator.model.schema import Schema
from annotator.training.evaluate import Label
from ui.base.i18n import number
from ui.base.look.labels import label_name
from ui.base.look.plain_text import plain
from ui.base.tables.plain_table import PlainTable
from ui.base.tables.rows_model import side
from ui.training.score_table import in_order

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_ROOT = QModelIndex()
_GAIN = 2.0  # points of F1
_HOUR = 3600  # seconds


class GrowthModel(QAbstractTableModel):
    """A row for each label and one for all; a column for each number of articles and one for the forecast."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self.growth: Growth | None = None  # what is shown
        self._labels: list[Label | None] = []

    def show(self, growth: Growth) -> None:
        """Show a learning curve."""
        self.beginResetModel()
        self.growth = growth
        self._labels = [*in_order(self._schema, growth.steps[-1][1]), None]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.growth is None else len(self.growth.steps) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or self.growth is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=section > 0)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return translate("GrowthPage", "Label")
        if section > len(self.growth.steps):
            return translate("GrowthPage", "For +{gain} F1").format(gain=number(_GAIN))
        return translate("GrowthPage", "F1, {count} articles").format(count=number(self.growth.steps[section - 1][0]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(number=index.column() > 0)
        if role != Qt.ItemDataRole.DisplayRole or self.growth is None:
            return None
        label, column = self._labels[index.row()], index.column()
        if column == 0:
            return label_name(self._schema, *label) if label else translate("GrowthPage", "All")
        if column > len(self.growth.steps):
            return forecast(self.growth, label)
        return number(self.growth.points(label)[column - 1][1], 1)


class GrowthPage(QWidget):
    """A button, a hint and the table."""

    wanted = Signal()

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = GrowthModel(schema, self)
        self.button = QPushButton(self.tr("Forecast"))
        self.button.setObjectName("trainingForecast")
        self.button.setAutoDefault(False)
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
