"""A chart over time, as a list from left to right. Each time has its figures as text, and leads to their articles."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import sized
from ui.base.look.sizes import SMALL
from ui.base.rows.plain_table import ENTER
from ui.base.rows.row_list import row_ground
from ui.base.rows.rows_model import VALUE
from ui.numbers.bar_list import BarModel
from ui.numbers.chart import Bar, Chart, ChartKind
from ui.numbers.drawing import SIDE, paint_amounts, paint_column, paint_grid, paint_lines, paint_ticks, plot_in

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_LEAST = 16  # least width of a time in pixels
_FOCUS = 4  # pixels between the focused time and its frame


class Course(QListView):
    """Columns or lines over time. Left and Right move from time to time; at first, the latest ones are visible."""

    leaving = Signal()  # on Return: the focus goes where the time leads

    def __init__(self, model: BarModel) -> None:
        super().__init__()
        self.setObjectName("numbersCourse")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(SIDE, 0, 0, 0)
        self._amounts = _Amounts(self)
        self.setItemDelegate(_TimeDelegate(self))
        self.setModel(model)

    @property
    def chart(self) -> Chart | None:
        model = self.model()
        return model.chart if isinstance(model, BarModel) else None

    @property
    def plot(self) -> QRectF:
        """The rectangle of the plot in the viewport, in pixels; scrolling does not move it."""
        return plot_in(QRectF(self.viewport().rect()))

    @property
    def pitch(self) -> int:
        """The width of a time in pixels."""
        count = max(1, len(self.chart.bars) if self.chart is not None else 1)
        return max(_LEAST, self.viewport().width() // count)

    def show_latest(self) -> None:
        """Scroll to the latest time, after fitting the times to the available width."""
        self.doItemsLayout()
        self._amounts.update()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Home and End; emit `leaving` on Return; let Escape close the window."""
        last = self.model().rowCount() - 1
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and last >= 0:
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif event.key() in ENTER:
            self.leaving.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.horizontalScrollBar()
        latest = bar.value() == bar.maximum()
        super().resizeEvent(event)
        self._amounts.setGeometry(0, 0, SIDE, self.viewport().height())
        self.doItemsLayout()
        if latest:
            bar.setValue(bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        chart = self.chart
        if chart is None or not chart.bars:
            return
        plot, colours, font = self.plot, self.palette(), self.font()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), colours.color(colours.ColorRole.Base))
            paint_grid(painter, plot, chart, font, colours)
        super().paintEvent(event)
        placed = self._placed(chart)
        with QPainter(self.viewport()) as painter:
            if chart.kind is ChartKind.LINES:
                paint_lines(painter, plot, placed, chart, colours)
            paint_ticks(painter, plot, placed, self.pitch, chart, font, colours)

    def _placed(self, chart: Chart) -> list[tuple[float, Bar]]:
        """Return the visible times with their x, and one more on each side, so that lines run to the edge."""
        pitch, start = self.pitch, self.visualRect(self.model().index(0, 0)).left()
        first = max(0, -start // pitch - 1)
        last = first + self.viewport().width() // pitch + 4
        return [(start + (first + at + 0.5) * pitch, bar) for at, bar in enumerate(chart.bars[first:last])]


class _Amounts(QWidget):
    """The axis of amounts, which stays in place when the times are scrolled."""

    def __init__(self, course: Course) -> None:
        super().__init__(course)
        self._course = course

    def paintEvent(self, _event: QPaintEvent) -> None:
        chart = self._course.chart
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(self.palette().ColorRole.Base))
            if chart is not None and chart.bars:
                plot = self._course.plot.translated(SIDE, 0)
                paint_amounts(painter, plot, chart, self.font(), self.palette())


class _TimeDelegate(QStyledItemDelegate):
    def __init__(self, course: Course) -> None:
        super().__init__(course)
        self._course = course

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._course.pitch, max(1, self._course.viewport().height() - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        course, bar = self._course, index.data(VALUE)
        chart, colours = course.chart, course.palette()
        if chart is None or not isinstance(bar, Bar):
            return
        rect, plot = option.rect, course.plot
        ground = QRect(rect.left(), int(plot.top()) - _FOCUS, rect.width(), int(plot.height()) + _FOCUS)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and course.hasFocus()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(ground, row_ground(colours))
        if chart.kind is ChartKind.COLUMNS:
            painter.save()
            painter.setFont(sized(course.font(), SMALL))
            paint_column(painter, plot, rect.left() + rect.width() / 2, rect.width(), chart, bar, colours)
            painter.restore()
        if chosen:
            paint_focus(painter, ground, colours)
