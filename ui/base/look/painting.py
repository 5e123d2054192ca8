"""Painting with the palette's colours: key caps, boxes and the focus ring."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from ui.base.look.plain_text import sized

RADIUS = 6.0
CAP = 11  # pixels, the font size of a key


def cap_size(font: QFont, key: str) -> QSize:
    """Return the size of a painted key cap."""
    metrics = QFontMetrics(sized(font, CAP))
    return QSize(max(18, metrics.horizontalAdvance(key) + 10), metrics.height() + 4)


def paint_cap(painter: QPainter, rect: QRect, key: str, palette: QPalette) -> None:
    """Paint a key cap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = palette.color(QPalette.ColorRole.Mid)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(line)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QPen(line, 1.5))
    painter.drawLine(QPointF(box.left() + 3, box.bottom() - 0.5), QPointF(box.right() - 3, box.bottom() - 0.5))
    painter.setFont(sized(painter.font(), CAP))
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_box(painter: QPainter, rect: QRect, palette: QPalette, *, line: QColor, dashed: bool = False) -> None:
    """Paint a rounded box with a hairline border."""
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
    """Paint the ring around the widget that has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.restore()
