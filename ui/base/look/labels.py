"""What labels look like in lists: name, colour and dot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from annotator.model.schema import Label, Schema, words
from ui.base.i18n import ui_language

ICON = 12  # pixels: a dot with room around it
DOT = 10  # pixels


def is_dark(palette: QPalette) -> bool:
    """Tell whether a palette is a dark one."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def label_colour(label: Label | None, palette: QPalette) -> QColor:
    """Give the colour of a label, a quiet one where the schema does not know it."""
    if label is None:
        return palette.color(QPalette.ColorRole.PlaceholderText)
    return QColor(label.dark if is_dark(palette) else label.light)


def label_name(schema: Schema, layer: str, label: str) -> str:
    """Give what a label is called; its id where the schema does not know it."""
    found = schema.label(layer, label)
    return words(found.name, ui_language()) if found is not None else label


def label_icon(label: Label, palette: QPalette) -> QIcon:
    """Give the dot of a label for a list of choices, `ICON` pixels wide."""
    picture = QPixmap(ICON * 2, ICON * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_dot(painter, 1, ICON // 2, label_colour(label, palette))
    return QIcon(picture)


def paint_dot(painter: QPainter, x: int, middle: int, colour: QColor) -> int:
    """Paint the coloured dot of a label; give where it ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, middle - DOT / 2, DOT, DOT), 3, 3)
    painter.restore()
    return x + DOT
