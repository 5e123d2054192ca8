"""Patterns that distinguish labels without colour: thin lines behind the text."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

# Each pattern's lines: pixels to the right per pixel upwards, None for horizontal ones.
_SLOPES: tuple[tuple[float | None, ...], ...] = ((), (1.0,), (-1.0,), (0.0,), (0.0, None), (None,), (1.0, -1.0))
_APART = 1.75  # distance of lines, in lane pitches
_STRENGTH = 0.45


def draw_pattern(painter: QPainter, rect: QRectF, colour: QColor, pattern: int, pitch: float) -> None:
    """Fill a rectangle with a pattern.

    ``pattern`` is below `ui.base.look.look.PATTERNS`; ``pitch`` is the distance of label lanes in pixels.
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


def faint(colour: QColor) -> QColor:
    """Return a label's colour as its pattern shows it."""
    found = QColor(colour)
    found.setAlphaF(_STRENGTH)
    return found
