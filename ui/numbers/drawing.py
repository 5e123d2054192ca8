"""Painting of charts: rankings, columns and lines over time, axes and legends; also whole charts as pictures."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF

from ui.base import pictures
from ui.base.look.plain_text import sized
from ui.base.look.sizes import APART, NEAR, SMALL, TEXT, TIGHT, TITLE, WIDE
from ui.base.look.theme import LIGHT, palette
from ui.base.rows.row_list import paint_line
from ui.numbers.chart import Bar, Chart, ChartKind, as_csv
from ui.numbers.scales import Scale, tick_words

ROW = 30
AXIS = 24  # height of the axis below a ranking, in pixels
HEAD, FOOT = 36, 60  # pixels above (caption, amounts) and below (ticks, caption) the plot of a chart over time
SIDE = 64  # width of the axis of amounts, in pixels
_NAMES, _WIDEST_NAMES = 0.32, 300  # names in a ranking: share of the width, most pixels
_AMOUNT, _NOTED = 76, 140  # pixels behind a bar, for its amount, or amount and note
_EDGE, _BAR, _WIDEST = APART, 14, 48
_SEAM = 1.0  # pixels between two parts of a bar: two labels may have the same colour
_LEAST = 2.0  # least length of a bar that is not empty, in pixels
_POINT = 4.0  # radius of a point in pixels
_LINE = 18
_ROOMY = 34  # least width of a column that shows its amount, in pixels
_PICTURE, _HIGH, _MOST, _NARROWEST = 900, 460, 80, 6  # picture: width, height over time, most rows, least column
_TITLE = 44
_SOFT = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT, _MIDDLE = (Qt.AlignmentFlag[side] | _SOFT for side in ("AlignLeft", "AlignRight", "AlignHCenter"))


def ruler(chart: Chart, rect: QRect) -> tuple[QRectF, Scale]:
    """Return the rectangle for the bars of a ranking, and the axis of their amounts."""
    names = min(_WIDEST_NAMES, int(rect.width() * _NAMES))
    behind = _NOTED if any(bar.note for bar in chart.bars[:1]) else _AMOUNT
    left, width = rect.left() + names + NEAR, max(1, rect.width() - names - NEAR - behind - _EDGE)
    return QRectF(left, rect.top(), width, rect.height()), chart.scale(max(2, width // 90))


def paint_rules(painter: QPainter, rect: QRect, chart: Chart, colours: QPalette) -> None:
    """Paint the grid of a ranking."""
    plot, scale = ruler(chart, rect)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
    for tick in scale.ticks:
        x = round(plot.left() + plot.width() * tick / scale.top) + 0.5
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))


def paint_bar(
    painter: QPainter, rect: QRect, chart: Chart, bar: Bar, font: QFont, colours: QPalette, ground: QColor | None = None
) -> None:
    """Paint a row of a ranking; ``ground`` is the colour of its background, None for none."""
    painter.save()
    painter.setFont(sized(font, TEXT))
    plot, scale = ruler(chart, rect)
    if ground is not None:
        painter.fillRect(rect, ground)
    room = QRect(rect.left() + _EDGE, rect.top(), int(plot.left()) - NEAR - rect.left() - _EDGE, rect.height())
    _write(painter, room, bar.name, colours.color(QPalette.ColorRole.Text))
    x, top, whole = plot.left() + 1, rect.top() + (rect.height() - _BAR) / 2, plot.width() / scale.top
    for series, amount in zip(chart.series, bar.amounts, strict=True):
        if amount:
            part = max(_LEAST, whole * amount)
            painter.fillRect(QRectF(x, top, max(1.0, part - _SEAM), _BAR), series.colour(colours))
            x += part
    words = f"{chart.put(bar.total)} · {bar.note}" if bar.note else chart.put(bar.total)
    behind = QRect(int(x) + NEAR, rect.top(), rect.right() - int(x) - NEAR, rect.height())
    if bar.total and x + NEAR < plot.right():  # no line of the grid through the amount
        width = painter.fontMetrics().horizontalAdvance(words)
        box = QRectF(behind.left() - 3, top - 1, width + 6, _BAR + 2)
        for colour in filter(None, (colours.color(QPalette.ColorRole.Base), ground)):
            painter.fillRect(box, colour)
    _write(painter, behind, words, colours.color(QPalette.ColorRole.PlaceholderText))
    painter.restore()


def paint_axis(painter: QPainter, rect: QRect, chart: Chart, font: QFont, colours: QPalette) -> None:
    """Paint the axis below a ranking: its ticks, and a caption that says what is counted."""
    painter.save()
    painter.setFont(sized(font, SMALL))
    plot, scale = ruler(chart, rect)
    quiet = colours.color(QPalette.ColorRole.PlaceholderText)
    room = QRect(rect.left() + _EDGE, rect.top(), int(plot.left()) - WIDE - rect.left() - _EDGE, rect.height())
    _write(painter, room, chart.axis, quiet)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Dark), 1))
    painter.drawLine(QPointF(plot.left(), rect.top() + 0.5), QPointF(plot.right(), rect.top() + 0.5))
    for tick in scale.ticks:
        x = plot.left() + plot.width() * tick / scale.top
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Dark), 1))
        painter.drawLine(QPointF(round(x) + 0.5, rect.top()), QPointF(round(x) + 0.5, rect.top() + 4))
        painter.setPen(quiet)
        painter.drawText(QRectF(x - 45, rect.top() + 3, 90, rect.height() - 3), _MIDDLE, tick_words(tick, chart.unit))
    painter.restore()


def plot_in(rect: QRectF) -> QRectF:
    """Return the rectangle of the plot of a chart over time; ``rect`` is the area right of the axis of amounts."""
    return rect.adjusted(0, HEAD, 0, -FOOT)


def upright(chart: Chart, plot: QRectF) -> Scale:
    """Return the vertical axis of amounts for a chart over time."""
    return chart.scale(max(2, int(plot.height() // 56)))


def paint_amounts(painter: QPainter, plot: QRectF, chart: Chart, font: QFont, colours: QPalette) -> None:
    """Paint the texts of the axis of amounts to the left of the plot, and its caption above."""
    painter.setFont(sized(font, SMALL))
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    scale = upright(chart, plot)
    for tick in scale.ticks:
        y = plot.bottom() - plot.height() * tick / scale.top
        room = QRectF(plot.left() - SIDE, y - 9, SIDE - NEAR, _LINE)
        painter.drawText(room, _RIGHT, tick_words(tick, chart.unit))


def paint_grid(painter: QPainter, plot: QRectF, chart: Chart, font: QFont, colours: QPalette) -> None:
    """Paint the grid of a chart over time, and the captions of its two axes."""
    scale = upright(chart, plot)
    for tick in scale.ticks:
        y = round(plot.bottom() - plot.height() * tick / scale.top) + 0.5
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid if tick else QPalette.ColorRole.Dark), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    painter.setFont(sized(font, SMALL))
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    wide = QRectF(plot.left(), plot.top() - HEAD, plot.width(), _LINE)
    painter.drawText(wide, _LEFT, chart.axis)
    painter.drawText(wide.translated(0, plot.height() + HEAD + FOOT - _LINE), _RIGHT, chart.across)


def paint_column(
    painter: QPainter, plot: QRectF, middle: float, pitch: float, chart: Chart, bar: Bar, colours: QPalette
) -> None:
    """Paint a column centred on ``middle``, the x of its time, with its amount above if there is room."""
    width = max(1.0, min(_WIDEST, round(pitch * 0.7)))
    whole = plot.height() / upright(chart, plot).top
    y = plot.bottom()
    for series, amount in zip(chart.series, bar.amounts, strict=True):
        if amount:
            part = max(_LEAST, whole * amount)
            high = max(1.0, part - _SEAM)
            painter.fillRect(QRectF(middle - width / 2, y - part, width, high), series.colour(colours))
            y -= part
    if bar.total and pitch >= _ROOMY:
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRectF(middle - pitch / 2, y - _LINE, pitch, _LINE), _MIDDLE, chart.put(bar.total))


Placed = Sequence[tuple[float, Bar]]  # for each time, the x of its middle in pixels


def paint_lines(painter: QPainter, plot: QRectF, placed: Placed, chart: Chart, colours: QPalette) -> None:
    """Paint a line for each series, each with its own shape of points. A time without a share leaves a gap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = upright(chart, plot).top
    for at, series in enumerate(chart.series):
        colour, runs = series.colour(colours), [list[QPointF]()]
        for middle, bar in placed:
            amount = bar.amounts[at]
            if amount is None:
                runs.append([])
            else:
                runs[-1].append(QPointF(middle, plot.bottom() - plot.height() * amount / top))
        for run in runs:
            painter.setPen(QPen(colour, 2))
            painter.drawPolyline(QPolygonF(run))
            for place in run:
                paint_point(painter, place, at, colour, colours.color(QPalette.ColorRole.Base))
    painter.restore()


def paint_point(painter: QPainter, place: QPointF, at: int, colour: QColor, ground: QColor) -> None:
    """Paint the point of a series: a disc, a square, a diamond or a triangle."""
    painter.setPen(QPen(ground, 1.5))
    painter.setBrush(colour)
    r = _POINT + 1
    if at % 4 == 0:
        painter.drawEllipse(place, r, r)
    elif at % 4 == 1:
        painter.drawRect(QRectF(place.x() - r + 1, place.y() - r + 1, 2 * r - 2, 2 * r - 2))
    else:
        around = ((0, -r), (r, 0), (0, r), (-r, 0)) if at % 4 == 2 else ((0, -r), (r, r - 1), (-r, r - 1))
        painter.drawPolygon(QPolygonF([place + QPointF(x, y) for x, y in around]))


def paint_ticks(
    painter: QPainter, plot: QRectF, placed: Placed, pitch: float, chart: Chart, font: QFont, colours: QPalette
) -> None:
    """Paint the times below the axis: as many as there is room for, latest first, with the year where it changes."""
    painter.setFont(sized(font, SMALL))
    metrics = painter.fontMetrics()
    widest = max((metrics.horizontalAdvance(line) for bar in chart.bars[-60:] for line in bar.tick), default=0)
    every = max(1, -int(-(widest + WIDE) // pitch))
    order = {bar.name: at for at, bar in enumerate(chart.bars)}
    inside = [(middle, bar) for middle, bar in placed if plot.left() <= middle <= plot.right()]
    drawn = [(middle, bar) for middle, bar in inside if (len(chart.bars) - 1 - order[bar.name]) % every == 0]
    before = ""
    for middle, bar in drawn:
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Dark), 1))
        painter.drawLine(QPointF(round(middle) + 0.5, plot.bottom()), QPointF(round(middle) + 0.5, plot.bottom() + 4))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        upper, lower = bar.tick
        for line, words in enumerate((upper, lower if lower != before else "")):
            width = metrics.horizontalAdvance(words)
            left = min(max(middle - width / 2, plot.left()), plot.right() - width)  # no text is cut at the ends
            painter.drawText(QRectF(left, plot.bottom() + TIGHT + line * (_LINE - 2), width + 1, _LINE), _LEFT, words)
        before = lower


def legend_height(chart: Chart, width: int, font: QFont) -> int:
    """Return the height of the legend in pixels, 0 if none is needed."""
    places = _legend_places(chart, width, font)
    return places[-1].bottom() + 5 if places else 0


def paint_legend(
    painter: QPainter, left: int, top: int, chart: Chart, width: int, font: QFont, colours: QPalette
) -> None:
    """Paint the legend of the colours, in as many lines as needed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized(font, SMALL))
    for at, (series, place) in enumerate(zip(chart.series, _legend_places(chart, width, font), strict=False)):
        room = place.translated(left, top)
        shape = at if chart.kind is ChartKind.LINES else 1
        middle = QPointF(room.left() + 5, room.center().y() + 0.5)
        paint_point(painter, middle, shape, series.colour(colours), colours.color(QPalette.ColorRole.Window))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room.adjusted(WIDE - 1, 0, NEAR, 0), _SOFT, series.name)
    painter.restore()


def _legend_places(chart: Chart, width: int, font: QFont) -> list[QRect]:
    if not chart.stacked or not chart.bars:
        return []
    metrics = QFontMetrics(sized(font, SMALL))
    x, y, places = 0, 0, []
    for series in chart.series:
        needed = metrics.horizontalAdvance(series.name) + WIDE + 2
        if x and x + needed > width:
            x, y = 0, y + 22
        places.append(QRect(x, y, needed, 20))
        x += needed + WIDE
    return places


def _write(painter: QPainter, room: QRect, words: str, colour: QColor) -> None:
    painter.setPen(colour)
    paint_line(painter, room, words)


# As a picture


def picture_size(chart: Chart, font: QFont) -> QSize:
    """Return the size of a chart's picture in pixels."""
    above = _TITLE + legend_height(chart, _PICTURE - 2 * _EDGE, font)
    rows = ROW * min(len(chart.bars), _MOST) + AXIS if chart.kind is ChartKind.RANKING else _HIGH
    return QSize(_PICTURE, above + rows + _EDGE)


def paint_picture(painter: QPainter, chart: Chart, font: QFont) -> None:
    """Paint the first rows or the latest times, with title and legend. Colours are those of the light theme."""
    colours, size = palette(LIGHT), picture_size(chart, font)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), colours.color(QPalette.ColorRole.Base))
    painter.setFont(sized(font, TITLE, QFont.Weight.DemiBold))
    ink = colours.color(QPalette.ColorRole.Text)
    _write(painter, QRect(_EDGE, 0, size.width() - 2 * _EDGE, _TITLE), chart.title, ink)
    paint_legend(painter, _EDGE, _TITLE - 6, chart, _PICTURE - 2 * _EDGE, font, colours)
    top = _TITLE + legend_height(chart, _PICTURE - 2 * _EDGE, font)
    if chart.kind is not ChartKind.RANKING:
        _paint_course(painter, QRectF(SIDE, top, size.width() - SIDE - _EDGE, _HIGH), chart, font, colours)
        return
    shown = chart.bars[:_MOST]
    paint_rules(painter, QRect(0, top, size.width(), len(shown) * ROW), chart, colours)
    for at, bar in enumerate(shown):
        paint_bar(painter, QRect(0, top + at * ROW, size.width(), ROW), chart, bar, font, colours)
    paint_axis(painter, QRect(0, top + len(shown) * ROW, size.width(), AXIS), chart, font, colours)


def _paint_course(painter: QPainter, room: QRectF, chart: Chart, font: QFont, colours: QPalette) -> None:
    plot = plot_in(room)
    shown = chart.bars[-int(plot.width() // _NARROWEST) :]
    pitch = plot.width() / max(1, len(shown))
    placed = [(plot.left() + (at + 0.5) * pitch, bar) for at, bar in enumerate(shown)]
    paint_grid(painter, plot, chart, font, colours)
    paint_amounts(painter, plot, chart, font, colours)
    if chart.kind is ChartKind.LINES:
        paint_lines(painter, plot, placed, chart, colours)
    else:
        painter.setFont(sized(font, SMALL))
        for middle, bar in placed:
            paint_column(painter, plot, middle, pitch, chart, bar, colours)
    paint_ticks(painter, plot, placed, pitch, chart, font, colours)


SUFFIXES = ("csv", "svg", "png")


def save(chart: Chart, font: QFont, target: Path) -> None:
    """Write a chart to a file, whole or not at all, in the format of the file's suffix (one of `SUFFIXES`).

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
