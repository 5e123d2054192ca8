"""Painting of stances: signed numbers above a bar whose length is the number of claims."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from annotator.jobs.board import Stances
from ui.base.look.plain_text import sized
from ui.board.board_words import signed

MARGIN = 10
_BAR = 5  # height
_LEAST = 14  # least width of a bar with distinguishable shares
_CALM = 0.8  # opacity of a share
_NUMBERS = 12
_GAP = 6


def colours(palette: QPalette) -> tuple[QColor, QColor, QColor]:
    """Return the colours of affirming, refuting and unclear claims."""
    role = QPalette.ColorRole
    return palette.color(role.Accent), palette.color(role.BrightText), palette.color(role.PlaceholderText)


def paint_stances(painter: QPainter, rect: QRect, stances: Stances, most: int, font: QFont, palette: QPalette) -> None:
    """Paint a cell; ``most`` claims fill the whole width."""
    painter.save()
    painter.setFont(sized(font, _NUMBERS))
    metrics = QFontMetrics(painter.font())
    x, line = rect.left() + MARGIN, rect.top() + (rect.height() - metrics.height() - _BAR - 3) // 2
    for place, words in signed(stances):
        painter.setPen(colours(palette)[place])
        painter.drawText(QRect(x, line, rect.right() - x, metrics.height()), Qt.AlignmentFlag.AlignLeft, words)
        x += metrics.horizontalAdvance(words) + _GAP
    room = QRect(rect.left() + MARGIN, line + metrics.height() + 3, rect.width() - 2 * MARGIN, _BAR)
    paint_bar(painter, room, stances, most, palette)
    painter.restore()


def paint_bar(painter: QPainter, room: QRect, stances: Stances, most: int, palette: QPalette) -> None:
    """Paint the shares of a bar side by side from the left."""
    if not stances.total:
        return
    whole = min(room.width(), max(_LEAST, room.width() * stances.total / max(1, most)))
    x = float(room.left())
    for count, colour in zip(stances, shades(palette), strict=True):
        width = whole * count / stances.total
        painter.fillRect(QRectF(x, room.top(), width, room.height()), colour)
        x += width


def shades(palette: QPalette) -> tuple[QColor, ...]:
    """Return the fill colours of the stances, calmer than the text colours."""
    made = tuple(map(QColor, colours(palette)))
    for colour in made:
        colour.setAlphaF(_CALM)
    return made


def legend(palette: QPalette) -> tuple[tuple[str, QColor], ...]:
    """Return the sign and colour of each stance."""
    return tuple(zip(("+", "−", "?"), colours(palette), strict=True))
