"""A ranking as a list. Each row has its figures as text, and leads to its articles."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.base.look.painting import paint_focus
from ui.base.rows.plain_table import RowsView
from ui.base.rows.row_list import row_ground
from ui.base.rows.rows_model import VALUE, Index, ListModel
from ui.base.widgets.inputs import fill, named
from ui.numbers.chart import Bar, Chart
from ui.numbers.drawing import AXIS, ROW, paint_axis, paint_bar, paint_rules


class Ranking(RowsView):
    """The rows of a ranking, with grid lines at the ticks of `RankingAxis` behind them."""

    def __init__(self, model: "BarModel") -> None:
        super().__init__("numbersBars", self.tr("Figures"), ROW)
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
            event.ignore()  # so that Escape closes the window
        else:
            super().keyPressEvent(event)


class RankingAxis(QWidget):
    """The axis below the rows of a ranking."""

    def __init__(self, rows: Ranking) -> None:
        super().__init__()
        named(self, "numbersAxis", self.tr("Axis"))
        self.setFixedHeight(AXIS)
        self._rows = rows
        rows.verticalScrollBar().rangeChanged.connect(self.update)
        rows.model().modelReset.connect(self.update)  # charts with as many rows change no range

    def paintEvent(self, _event: QPaintEvent) -> None:
        model = self._rows.model()
        if isinstance(model, BarModel) and model.chart is not None:
            room = QRect(0, 0, self._rows.viewport().width(), AXIS)
            paint_axis(QPainter(self), room, model.chart, self.font(), self.palette())


class RankingPage(QWidget):
    """The rows of a ranking with the axis right below them: never a cut row, and no gap if there are few rows."""

    def __init__(self, rows: Ranking) -> None:
        super().__init__()
        self._rows = rows
        fill(QVBoxLayout(self), rows, RankingAxis(rows), 1, margins=0, spacing=0)
        rows.model().modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        fitting = max(1, (self.height() - AXIS) // ROW)
        self._rows.setFixedHeight(ROW * max(1, min(fitting, self._rows.model().rowCount())))


class BarModel(ListModel[Bar]):
    """The model of a chart's rows or times."""

    chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        self.chart = chart
        self.show_rows(chart.bars)

    def text(self, _row: int) -> str:
        return ""  # the delegate paints it

    def spoken(self, row: int) -> str:
        return self.chart.words(self.shown[row]) if self.chart is not None else ""

    def tip(self, row: int) -> str:
        return self.spoken(row)


class _BarDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, chart, bar = self.parent(), index.model().chart, index.data(VALUE)  # type: ignore[attr-defined]
        if not isinstance(view, RowsView) or not isinstance(chart, Chart) or not isinstance(bar, Bar):
            return
        rect, colours = option.rect, view.palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and view.hasFocus()
        tinted = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_bar(painter, rect, chart, bar, view.font(), colours, row_ground(colours) if tinted else None)
        if chosen:
            paint_focus(painter, rect, colours)
