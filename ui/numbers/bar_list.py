"""A chart as a list: each row has its numbers as text and leads to its articles."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import plain, tooltip
from ui.base.plain_table import RowsView
from ui.numbers.chart import ROW, Bar, Chart, legend_height, paint_bar, paint_legend
from ui.occurrences.hit_list import row_ground

Index = QModelIndex | QPersistentModelIndex
BAR = Qt.ItemDataRole.UserRole
_EDGE = 12


class BarList(QWidget):
    """The legend and the rows; without rows, a hint at what will appear."""

    wanted = Signal(object)  # the `Bar` that was clicked, or chosen with Return

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = _BarModel(self)
        self.legend = _Legend()
        self.rows = _Rows("numbersBars", self.tr("Figures"), ROW)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(_BarDelegate(self.rows))
        self.rows.clicked.connect(self._on_clicked)
        self.rows.leaving.connect(self._on_return)
        self.nothing = plain(role="muted", name="numbersNothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.legend, self.rows, self.nothing):
            layout.addWidget(widget)
        layout.setStretchFactor(self.rows, 1)
        layout.setStretchFactor(self.nothing, 1)

    @property
    def chart(self) -> Chart | None:
        """The chart on screen."""
        return self.model.chart

    def show_chart(self, chart: Chart) -> None:
        """Show a chart and keep the selected row by its name."""
        before = self.rows.currentIndex().data(BAR)
        self.model.show_chart(chart)
        self.legend.show_chart(chart)
        self.rows.setAccessibleName(chart.title)
        self.rows.setVisible(bool(chart.bars))
        self.nothing.setVisible(not chart.bars)
        self.nothing.setText(chart.empty)
        names = [bar.name for bar in chart.bars]
        at = names.index(before.name) if before is not None and before.name in names else 0
        self.rows.setCurrentIndex(self.model.index(at))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(BAR))

    @Slot()
    def _on_return(self) -> None:
        index = self.rows.currentIndex()
        if index.isValid():
            self.wanted.emit(index.data(BAR))


class _Rows(RowsView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # closes the window
        else:
            super().keyPressEvent(event)


class _BarModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
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
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, row_ground(colours))
        paint_bar(painter, rect, chart, bar, view.font(), colours)
        if chosen and view.hasFocus():
            paint_focus(painter, rect, colours)


class _Legend(QLabel):
    """The legend of the colours, as high as needed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("numbersLegend")
        self.setAccessibleName(self.tr("Legend"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(", ".join(series.name for series in chart.series))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chart is not None:
            colours = QPalette(self.palette())
            painter = QPainter(self)
            paint_legend(painter, _EDGE, 0, self._chart, self.width() - 2 * _EDGE, self.font(), colours)

    def _fit(self) -> None:
        height = legend_height(self._chart, self.width() - 2 * _EDGE, self.font()) if self._chart is not None else 0
        self.setVisible(height > 0)
        if height and height != self.height():
            self.setFixedHeight(height)
