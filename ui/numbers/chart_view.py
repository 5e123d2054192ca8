"""Shows a chart: its legend, and the drawing or a table of the same figures; a hint if there are no figures yet."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.look.sizes import APART, NEAR
from ui.base.rows.plain_table import FigureTable
from ui.base.rows.rows_model import VALUE
from ui.base.widgets.inputs import fill, named
from ui.numbers.bar_list import BarModel, Ranking, RankingPage
from ui.numbers.chart import Chart, ChartKind
from ui.numbers.course_view import Course
from ui.numbers.drawing import legend_height, paint_legend

_EDGE = APART
_LOWEST = 240  # least height in pixels: both axes and something between them


class ChartView(QFrame):
    """The view of a ranking, columns or lines, drawn or as a table. Without rows, it hints at what will appear."""

    wanted = Signal(object)  # the `Bar` that was clicked, or chosen with Return
    menu_wanted = Signal(QPoint)  # global position for a context menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumHeight(_LOWEST)
        self.model = BarModel(self)
        self.legend = _Legend()
        self.rows = Ranking(self.model)
        self.course = Course(self.model)
        self.table = FigureTable("numbersTable", "", ("",))
        self.nothing = plain(role="muted", name="numbersNothing", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ranking = RankingPage(self.rows)
        self._pages = QStackedWidget()
        self._tabular = False
        self._lay_out()
        for view in (self.rows, self.course):
            view.clicked.connect(self._on_clicked)
            view.leaving.connect(self._on_return)
        for shown in (self.rows, self.course, self.table):
            shown.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            shown.customContextMenuRequested.connect(self._on_menu)

    @property
    def chart(self) -> Chart | None:
        return self.model.chart

    def show_chart(self, chart: Chart) -> None:
        """Show a chart. The row with the name of the selected one stays selected."""
        view = self.rows if chart.kind is ChartKind.RANKING else self.course
        before = view.currentIndex().data(VALUE)
        self.model.show_chart(chart)
        self.legend.show_chart(chart)
        headings, cells = chart.table()
        self.table.figures.show(cells, headings)
        for shown in (self.rows, self.course, self.table):
            shown.setAccessibleName(chart.title)
        self.nothing.setText(chart.empty)
        self._turn()
        names = [bar.name for bar in chart.bars]
        first = 0 if chart.kind is ChartKind.RANKING else len(names) - 1
        at = names.index(before.name) if before is not None and before.name in names else first
        self.course.show_latest()
        view.setCurrentIndex(self.model.index(at))

    def show_table(self, *, wanted: bool) -> None:
        """Show the figures as a table if ``wanted``, else drawn."""
        self._tabular = wanted
        self._turn()

    # Inside

    def _turn(self) -> None:
        chart = self.chart
        if chart is None or not chart.bars:
            self._pages.setCurrentWidget(self.nothing)
        elif self._tabular:
            self._pages.setCurrentWidget(self.table)
        else:
            self._pages.setCurrentWidget(self._ranking if chart.kind is ChartKind.RANKING else self.course)
        self.legend.allow(self._pages.currentWidget() in {self._ranking, self.course})

    def _lay_out(self) -> None:
        fill(QVBoxLayout(self), self.legend, (self._pages, 1), margins=NEAR, spacing=NEAR)
        for page in (self._ranking, self.course, self.table, self.nothing):
            self._pages.addWidget(page)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(VALUE))

    @Slot()
    def _on_return(self) -> None:
        view = self.rows if self.chart is not None and self.chart.kind is ChartKind.RANKING else self.course
        if view.currentIndex().isValid():
            self.wanted.emit(view.currentIndex().data(VALUE))

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        view = self._pages.currentWidget()
        if view is not None:
            self.menu_wanted.emit(view.mapToGlobal(place))


class _Legend(QLabel):
    """The legend of the colours; it is as high as it needs to be."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "numbersLegend", self.tr("Legend"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chart: Chart | None = None
        self._allowed = True

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(", ".join(series.name for series in chart.series) or self.tr("Legend"))
        self._fit()
        self.update()

    def allow(self, drawn: bool, /) -> None:  # noqa: FBT001
        """Show the legend if the chart is ``drawn``; hide it beside a table."""
        self._allowed = drawn
        self._fit()

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
        self.setVisible(height > 0 and self._allowed)
        if height and height != self.height():
            self.setFixedHeight(height)
