"""Labels in lists: name, colour and dot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from annotator.model.schema import Label, Schema, words
from ui.base.i18n import ui_language

ICON = 12  # pixels: a dot with room around it
DOT = 10  # pixels


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette is dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def label_colour(label: Label | None, palette: QPalette) -> QColor:
    """Return a label's colour, or a muted one for a label that the schema lacks."""
    if label is None:
        return palette.color(QPalette.ColorRole.PlaceholderText)
    return QColor(label.dark if is_dark(palette) else label.light)


def label_name(schema: Schema, layer: str, label: str) -> str:
    """Return a label's name, or its id if the schema lacks it."""
    found = schema.label(layer, label)
    return words(found.name, ui_language()) if found is not None else label


def label_icon(label: Label, palette: QPalette) -> QIcon:
    """Return a label's dot as an icon for a list, `ICON` pixels wide."""
    picture = QPixmap(ICON * 2, ICON * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_dot(painter, 1, ICON // 2, label_colour(label, palette))
    return QIcon(picture)


def paint_dot(painter: QPainter, x: int, middle: int, colour: QColor) -> int:
    """Paint a label's dot and return its right edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, middle - DOT / 2, DOT, DOT), 3, 3)
    painter.restore()
    return x + DOT
