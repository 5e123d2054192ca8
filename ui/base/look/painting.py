"""Painting with the palette's colours: key caps, boxes and the focus ring."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from ui.base.look.plain_text import sized
from ui.base.look.sizes import SMALL

RADIUS = 6.0


def cap_size(font: QFont, key: str) -> QSize:
    """Return the size of a painted key cap."""
    return cap_size_in(QFontMetrics(sized(font, SMALL)), key)


def cap_size_in(metrics: QFontMetrics, key: str) -> QSize:
    """Return the size of a painted key cap whose font has these metrics."""
    return QSize(max(18, metrics.horizontalAdvance(key) + 10), metrics.height() + 4)


def paint_cap(painter: QPainter, rect: QRect, key: str, palette: QPalette) -> None:
    """Paint a key cap with its key."""
    paint_caps(painter, [(rect, key)], palette)


def paint_caps(painter: QPainter, caps: Sequence[tuple[QRect, str]], palette: QPalette) -> None:
    """Paint key caps with their keys. Together this is faster, as fonts and pens change less often."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = palette.color(QPalette.ColorRole.Mid)
    boxes = [QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) for rect, _ in caps]
    painter.setPen(line)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    for box in boxes:
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QPen(line, 1.5))
    painter.drawLines(
        [QLineF(box.left() + 3, box.bottom() - 0.5, box.right() - 3, box.bottom() - 0.5) for box in boxes]
    )
    painter.setFont(sized(painter.font(), SMALL))
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    for rect, key in caps:
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_box(painter: QPainter, rect: QRect, palette: QPalette, *, line: QColor, dashed: bool = False) -> None:
    """Paint a rounded box with a border of one pixel."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(line, 1)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """Paint the focus ring just inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.restore()


# The lines of each pattern: pixels to the right per pixel upwards, or None for horizontal lines.
_SLOPES: tuple[tuple[float | None, ...], ...] = ((), (1.0,), (-1.0,), (0.0,), (0.0, None), (None,), (1.0, -1.0))
_APART = 1.75  # distance between lines, in multiples of the pitch


def draw_pattern(painter: QPainter, rect: QRectF, colour: QColor, pattern: int, pitch: float) -> None:
    """Fill a rectangle with the lines of a pattern.

    ``pattern`` is below `ui.base.look.look.PATTERNS`; ``pitch`` scales the lines and their distance.
    """
    height, step = rect.height(), max(4.0, pitch * _APART)
    lines: list[QLineF] = []
    for slope in _SLOPES[pattern]:
        if slope is None:
            heights = [rect.top() + step * (i + 0.5) for i in range(int(height // step))]
            lines += [QLineF(rect.left(), y, rect.right(), y) for y in heights]
        else:
            reach = abs(slope) * height
            x = rect.left() - reach
            while x < rect.right() + reach:
                lines.append(QLineF(x, rect.bottom(), x + slope * height, rect.top()))
                x += step
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, pitch / 4)))
    painter.drawLines(lines)
    painter.restore()
