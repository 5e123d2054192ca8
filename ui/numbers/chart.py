"""Charts of the project's numbers: how they are painted, copied and saved."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from annotator.model.query import Question
from annotator.model.schema import Label
from annotator.text.normalization import defused
from ui.base import pictures
from ui.base.i18n import number
from ui.base.look.look import label_colour, paint_dot
from ui.base.look.plain_text import sized
from ui.base.look.theme import LIGHT, palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series: a label with its colour, or a role of the palette."""

    name: str
    label: Label | None = None
    role: QPalette.ColorRole | None = QPalette.ColorRole.Accent

    def colour(self, palette: QPalette) -> QColor:
        """Return the colour of the series."""
        return palette.color(self.role) if self.role is not None else label_colour(self.label, palette)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row that leads to the results of a question, or to a document. ``amounts`` follow the chart's series."""

    name: str
    amounts: tuple[float, ...]
    question: Question | None = None
    document: str | None = None

    @property
    def total(self) -> float:
        """The sum of the amounts."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows with a title; ``empty`` is shown without rows, ``put`` formats an amount."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    empty: str
    stacked: bool = True  # a row can have several series, with a legend
    put: Callable[[float], str] = number

    @property
    def most(self) -> float:
        """The total of the longest bar, 1 if all are empty."""
        return max((bar.total for bar in self.bars), default=0) or 1

    def words(self, bar: Bar) -> str:
        """Return a row as text: ``Küstenbote: 12 (8 person, 4 place)``."""
        parts = [
            f"{self.put(amount)} {series.name}"
            for series, amount in zip(self.series, bar.amounts, strict=True)
            if amount
        ]
        inside = f" ({', '.join(parts)})" if self.stacked and parts else ""
        return f"{bar.name}: {self.put(bar.total)}{inside}"


ROW = 30
_NAMES, _WIDEST_NAMES = 0.32, 300  # share of the width
_AMOUNT = 76
_EDGE, _GAP, _BAR = 12, 10, 14
_SEAM = 1.0  # pixels between two parts: labels may share a colour
_LEAST = 2.0  # pixels of a bar that is not empty
_WORDS = 13
_CALM = 0.85
_PICTURE, _MOST = 900, 80  # width of a picture, and its rows
_HEAD, _LEGEND = 44, 26


def paint_bar(painter: QPainter, rect: QRect, chart: Chart, bar: Bar, font: QFont, colours: QPalette) -> None:
    """Paint a row."""
    painter.save()
    painter.setFont(sized(font, _WORDS))
    names = min(_WIDEST_NAMES, int(rect.width() * _NAMES))
    _write(painter, QRect(rect.left() + _EDGE, rect.top(), names - _EDGE, rect.height()), bar.name, colours)
    left, width = rect.left() + names + _GAP, max(0, rect.width() - names - _GAP - _AMOUNT - _EDGE)
    whole = width * bar.total / chart.most
    x, top = float(left), rect.top() + (rect.height() - _BAR) / 2
    for series, amount in zip(chart.series, bar.amounts, strict=True):
        if amount:
            part = max(_LEAST, whole * amount / bar.total)
            colour = series.colour(colours)
            colour.setAlphaF(_CALM)
            painter.fillRect(QRectF(x, top, max(1.0, part - _SEAM), _BAR), colour)
            x += part
    amount_at = QRect(int(x) + 8, rect.top(), _AMOUNT, rect.height())
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(amount_at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, chart.put(bar.total))
    painter.restore()


def legend_height(chart: Chart, width: int, font: QFont) -> int:
    """Return the height of the legend, 0 if none is needed."""
    places = _legend_places(chart, width, font)
    return places[-1].bottom() + 5 if places else 0


def paint_legend(
    painter: QPainter, left: int, top: int, chart: Chart, width: int, font: QFont, colours: QPalette
) -> None:
    """Paint the legend of the colours, in as many lines as needed."""
    painter.save()
    painter.setFont(sized(font, _WORDS - 1))
    for series, place in zip(chart.series, _legend_places(chart, width, font), strict=False):
        room = place.translated(left, top)
        x = paint_dot(painter, room.left(), room.center().y(), series.colour(colours))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room.adjusted(x - room.left() + 5, 0, 8, 0), Qt.AlignmentFlag.AlignVCenter, series.name)
    painter.restore()


def picture_size(chart: Chart, font: QFont) -> QSize:
    """Return the size of a chart's picture."""
    legend = legend_height(chart, _PICTURE - 2 * _EDGE, font)
    return QSize(_PICTURE, _HEAD + legend + ROW * min(len(chart.bars), _MOST) + _EDGE)


def paint_picture(painter: QPainter, chart: Chart, font: QFont) -> None:
    """Paint the first rows with title and legend, always in light colours, for use in documents."""
    colours, size = palette(LIGHT), picture_size(chart, font)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), colours.color(QPalette.ColorRole.Base))
    painter.setFont(sized(font, 16, QFont.Weight.DemiBold))
    _write(painter, QRect(_EDGE, 0, size.width() - 2 * _EDGE, _HEAD), chart.title, colours)
    paint_legend(painter, _EDGE, _HEAD - 6, chart, _PICTURE - 2 * _EDGE, font, colours)
    top = _HEAD + legend_height(chart, _PICTURE - 2 * _EDGE, font)
    for at, bar in enumerate(chart.bars[:_MOST]):
        paint_bar(painter, QRect(0, top + at * ROW, size.width(), ROW), chart, bar, font, colours)


def _legend_places(chart: Chart, width: int, font: QFont) -> list[QRect]:
    if not chart.stacked or not chart.bars:
        return []
    metrics = QFontMetrics(sized(font, _WORDS - 1))
    x, y, places = 0, 0, []
    for series in chart.series:
        needed = metrics.horizontalAdvance(series.name) + 18
        if x and x + needed > width:
            x, y = 0, y + _LEGEND - 4
        places.append(QRect(x, y, needed, _LEGEND - 6))
        x += needed + 16
    return places


def _write(painter: QPainter, room: QRect, words: str, colours: QPalette) -> None:
    painter.setPen(colours.color(QPalette.ColorRole.Text))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


SUFFIXES = ("csv", "svg", "png")


def save(chart: Chart, font: QFont, target: Path) -> None:
    """Write a chart whole or not at all, in the format of the suffix, one of `SUFFIXES`.

    Raises:
        FormatError: ``format.target``.
    """

    def paint(painter: QPainter) -> None:
        paint_picture(painter, chart, font)

    match target.suffix.lower():
        case ".csv":
            content = pictures.BOM + as_csv(chart).encode()
        case ".svg":
            content = pictures.svg(picture_size(chart, font), chart.title, paint)
        case _:
            content = pictures.png(picture_size(chart, font), paint)
    pictures.put(content, target)


def as_csv(chart: Chart) -> str:
    """Return a chart as CSV, times in milliseconds, with formulas defused."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    parts = [defused(series.name) for series in chart.series] if chart.stacked else []
    lines.writerow((defused(chart.title), *parts, "total"))
    for bar in chart.bars:
        amounts = [round(amount) for amount in bar.amounts] if chart.stacked else []
        lines.writerow((defused(bar.name), *amounts, round(bar.total)))
    return written.getvalue()
