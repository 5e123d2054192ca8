"""A ranking as a list: each row has its numbers as text and leads to its articles."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import tooltip
from ui.base.plain_table import RowsView
from ui.numbers.chart import Bar, Chart
from ui.numbers.drawing import AXIS, ROW, paint_axis, paint_bar, paint_rules
from ui.occurrences.hit_list import row_ground

Index = QModelIndex | QPersistentModelIndex
BAR = Qt.ItemDataRole.UserRole


class Ranking(RowsView):
    """The rows of a ranking with the grid of `RankingAxis` behind them."""

    def __init__(self, model: "BarModel") -> None:
        super().__init__("numbersBars", "", ROW)
        self.setModel(model)
        self.setItemDelegate(_BarDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self.model()
        if isinstance(model, BarModel) and model.chart is not None:
            with QPainter(self.viewport()) as painter:
                paint_rules(painter, self.viewport().rect(), model.chart, self.palette())
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # closes the window
        else:
            super().keyPressEvent(event)


class RankingAxis(QWidget):
    """The axis below the rows of a ranking."""

    def __init__(self, rows: Ranking) -> None:
        super().__init__()
        self.setObjectName("numbersAxis")
        self.setFixedHeight(AXIS)
        self._rows = rows
        rows.verticalScrollBar().rangeChanged.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        model = self._rows.model()
        if isinstance(model, BarModel) and model.chart is not None:
            room = QRect(0, 0, self._rows.viewport().width(), AXIS)
            paint_axis(QPainter(self), room, model.chart, self.font(), self.palette())


class BarModel(QAbstractListModel):
    """The rows or times of a chart."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        """Replace the chart."""
        self.beginResetModel()
        self.chart = chart
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() or self.chart is None else len(self.chart.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.chart is None or not index.isValid():
            return None
        bar = self.chart.bars[index.row()]
        if role == BAR:
            return bar
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            said = self.chart.words(bar)
            return tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None


class _BarDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, chart, bar = self.parent(), index.model().chart, index.data(BAR)  # type: ignore[attr-defined]
        if not isinstance(view, RowsView) or not isinstance(chart, Chart) or not isinstance(bar, Bar):
            return
        rect, colours = option.rect, view.palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and view.hasFocus()
        tinted = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_bar(painter, rect, chart, bar, view.font(), colours, row_ground(colours) if tinted else None)
        if chosen:
            paint_focus(painter, rect, colours)
