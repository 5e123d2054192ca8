"""The learning curve: scores after a quarter, a half, three quarters and all of the articles, and a forecast."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from annotator.jobs.learning.evaluate_models import Growth
from annotator.model.schema import Schema
from annotator.training.evaluate import Label
from annotator.training.train import Point
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import plain, tooltip
from ui.base.rows.plain_table import FigureModel, PlainTable
from ui.base.rows.row_list import paint_line
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill, named
from ui.training.confusion_table import in_order

_GAIN = 2.0  # gain that the forecast is for, in points of F1 (0 to 100)
_HOUR = 3600  # in seconds


class GrowthModel(FigureModel):
    """A row for each label and one for all labels; a column for each number of articles and one for the forecast."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._schema = schema
        self.growth: Growth | None = None  # the one on screen

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
    """The page of the learning curve: a button that computes it, a hint, and the table."""

    wanted = Signal()

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.model = GrowthModel(schema, self)
        self.button = dialog_button("trainingForecast", self.tr("Forecast"))
        hint = plain(
            self.tr("Trains four times: on a quarter, a half, three quarters and all of the articles."),
            "muted",
            wraps=True,
        )
        table = PlainTable("trainingGrowth", self.tr("Learning curve"))
        table.setModel(self.model)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = fill(QHBoxLayout(), self.button, (hint, 1), spacing=12)
        fill(QVBoxLayout(self), head, (table, 1), margins=0, spacing=8)
        self.button.clicked.connect(self.wanted)


def forecast(growth: Growth, label: Label | None) -> str:
    """Return how many more articles and hours a better score will take, as text, or "no forecast"."""
    articles = growth.forecast(label, _GAIN)
    if articles is None:
        return translate("GrowthPage", "no forecast")
    hours = articles * growth.pace / _HOUR
    if not growth.pace:
        return translate("GrowthPage", "about {articles} more articles").format(articles=number(articles))
    text = translate("GrowthPage", "about {articles} more articles, {hours} h")
    return text.format(articles=number(articles), hours=number(hours, 1))


_GRID = (0, 25, 50, 75, 100)
_TOP, _RIGHT, _BOTTOM, _LEFT = 30, 16, 26, 40  # pixels around the plot
_LEAST = 120


class CurveView(QWidget):
    """A plot of the score and the loss during training, with the last and the best score as text."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "trainingCurve", self.tr("Training progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST)
        self._points: Sequence[Point] = ()
        self._held_back = True

    @property
    def words(self) -> str:
        """The scores as text."""
        if not self._points:
            return self.tr("The curve appears during training.")
        if not self._held_back:
            text = self.tr("Score {last}, but on the training articles: it says nothing about new ones")
            return text.format(last=number(self._points[-1].score, 1))
        best = max(self._points, key=lambda point: point.score)
        text = self.tr("Dev score {last}, best {best} after {steps} steps")
        return text.format(last=number(self._points[-1].score, 1), best=number(best.score, 1), steps=number(best.step))

    def show_points(self, points: Sequence[Point], *, held_back: bool) -> None:
        """Plot the points; ``held_back`` says whether the scores were measured on articles left out of training."""
        if (list(points), held_back) != (list(self._points), self._held_back):
            self._points, self._held_back = list(points), held_back
            self.setAccessibleDescription(self.words)
            self.setToolTip(tooltip(self.words) if self._points else "")  # in a narrow window the text is cut
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect().adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM))
        self._paint_grid(painter, plot)
        self._paint_words(painter)
        if self._points:
            self._paint_steps(painter, plot)
            muted, accent = self._colour(QPalette.ColorRole.Dark), self._colour(QPalette.ColorRole.Accent)
            most = max(point.loss for point in self._points) or 1.0
            losses = [100 * point.loss / most for point in self._points]
            self._paint_line(painter, plot, losses, QPen(muted, 1.5, Qt.PenStyle.DashLine))
            self._paint_line(painter, plot, [point.score for point in self._points], QPen(accent, 2))

    # Inside

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        for score in _GRID:
            y = plot.bottom() - plot.height() * score / 100
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._colour(QPalette.ColorRole.Dark))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, round(y) - 10, _LEFT - 8, 20), side, str(score))

    def _paint_words(self, painter: QPainter) -> None:
        line = QRect(_LEFT, 0, self.width() - _LEFT - _RIGHT, _TOP - 6)
        painter.setPen(self._colour(QPalette.ColorRole.WindowText if self._points else QPalette.ColorRole.Dark))
        paint_line(painter, line, self.words)

    def _paint_steps(self, painter: QPainter, plot: QRectF) -> None:
        """Write the first and the last step below the plot, with the loss between them, away from the scores."""
        painter.setPen(self._colour(QPalette.ColorRole.Dark))
        line = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _BOTTOM - 4)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, number(self._points[0].step))
        text = self.tr("{steps} steps").format(steps=number(self._points[-1].step))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, text)
        loss = self.tr("dashed: loss, now {loss}").format(loss=number(self._points[-1].loss, 1))
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, loss)

    def _paint_line(self, painter: QPainter, plot: QRectF, heights: Sequence[float], pen: QPen) -> None:
        first, last = self._points[0].step, self._points[-1].step
        wide = plot.width() / max(1, last - first)
        places = [
            QPointF(plot.left() + (point.step - first) * wide, plot.bottom() - plot.height() * height / 100)
            for point, height in zip(self._points, heights, strict=True)
        ]
        painter.setPen(pen)
        if len(places) == 1:
            painter.drawEllipse(places[0], 2, 2)
        painter.drawPolyline(QPolygonF(places))
