"""Two small plots on a per cent scale: reliability of scores, and values over time."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.suggestions.reliability import Bin
from ui.base.i18n import number

_GRID = (0, 25, 50, 75, 100)
_TOP, _RIGHT, _BOTTOM, _LEFT = 28, 16, 26, 40  # pixels around the plot
_SIZE = QSize(320, 220)
_SMALLEST, _LARGEST = 3.0, 9.0  # radius of a point


class Plot(QWidget):
    """A plot with grid and caption."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_SIZE.height())

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect().adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM))
        for share in _GRID:
            y = plot.bottom() - plot.height() * share / 100
            painter.setPen(QPen(self.colour(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self.colour(QPalette.ColorRole.Dark))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, round(y) - 10, _LEFT - 8, 20), side, str(share))
        painter.drawText(QRectF(_LEFT, 0, plot.width(), _TOP - 8), Qt.AlignmentFlag.AlignVCenter, self.caption())
        self.paint_figures(painter, plot)

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """Return a colour of the theme."""
        return self.palette().color(role)

    def caption(self) -> str:
        """Return the caption of the vertical axis."""
        raise NotImplementedError

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the data."""
        raise NotImplementedError


class ReliabilityPlot(Plot):
    """A reliability diagram: a point for each bin, larger with more decisions, with its likely range.

    On the dashed line a score equals the share accepted; below it scores are too high.
    """

    def __init__(self) -> None:
        super().__init__("reliabilityPlot", "")
        self.setAccessibleName(self.tr("Scores and share accepted"))
        self._bins: Sequence[Bin] = ()

    def show_bins(self, bins: Sequence[Bin]) -> None:
        """Show bins."""
        self._bins = bins
        self.update()

    def caption(self) -> str:
        return self.tr("Share accepted, % (up) by score (right); dashed: ideal")

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self.colour(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        line = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _BOTTOM - 4)
        for share, side in ((0.0, "AlignLeft"), (0.5, "AlignHCenter"), (1.0, "AlignRight")):
            painter.drawText(line, Qt.AlignmentFlag[side], number(share, 1))
        most = max((each.decided for each in self._bins), default=1)
        accent = self.colour(QPalette.ColorRole.Accent)
        for each in self._bins:
            x = plot.left() + plot.width() * each.mean
            low, high = (plot.bottom() - plot.height() * share for share in each.between)
            painter.setPen(QPen(accent, 1.5))
            painter.drawLine(QPointF(x, low), QPointF(x, high))
            radius = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(each.decided / most)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(x, plot.bottom() - plot.height() * each.share), radius, radius)


class Moment(NamedTuple):
    """A point over time: label, height 0 to 100, filled or hollow."""

    when: str
    height: float
    full: bool = True


class CoursePlot(Plot):
    """Points in order of time."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self._title = title
        self._moments: Sequence[Moment] = ()

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show points."""
        self._moments = moments
        self.update()

    def caption(self) -> str:
        return self._title

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        if not self._moments:
            return
        wide = plot.width() / max(1, len(self._moments) - 1)
        places = [
            QPointF(plot.left() + order * wide, plot.bottom() - plot.height() * moment.height / 100)
            for order, moment in enumerate(self._moments)
        ]
        accent, paper = self.colour(QPalette.ColorRole.Accent), self.colour(QPalette.ColorRole.Window)
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(places))
        for place, moment in zip(places, self._moments, strict=True):
            painter.setBrush(accent if moment.full else paper)
            painter.drawEllipse(place, _SMALLEST + 1, _SMALLEST + 1)
        painter.setPen(self.colour(QPalette.ColorRole.Dark))
        line = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _BOTTOM - 4)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self._moments[0].when)
        if len(self._moments) > 1:
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._moments[-1].when)
