"""How far something can be trusted, seen at a glance and without colour: one to three bars, and a heavier number."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from annotator.suggest.tiers import Tier, tier_of
from ui.panels.suggestion_words import score_words

_FILLED = {Tier.SURE: 3, Tier.LIKELY: 2, Tier.DOUBTFUL: 1}
_BARS, _WIDTH, _GAP, _LOWEST, _RISE = 3, 3, 2, 4, 3
_SPACE = 8
_FAINT = 0.28
_ROLES = {
    Tier.SURE: QPalette.ColorRole.Text,
    Tier.LIKELY: QPalette.ColorRole.Text,
    Tier.DOUBTFUL: QPalette.ColorRole.PlaceholderText,
}


def paint_score(painter: QPainter, rect: QRect, score: float | None, font: QFont, palette: QPalette) -> int:
    """Paint bars and number at the right of a row; give how much room they take, the same for every row."""
    tier = tier_of(score)
    weight = QFont.Weight.DemiBold if tier is Tier.SURE else QFont.Weight.Normal
    bold = _weighted(font, QFont.Weight.DemiBold)
    number = QFontMetrics(bold).horizontalAdvance(score_words(1.0))
    painter.setFont(_weighted(font, weight))
    painter.setPen(palette.color(_ROLES[tier]))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, score_words(score))
    bars = _BARS * (_WIDTH + _GAP) - _GAP
    _paint_bars(painter, rect.right() + 1 - number - _SPACE - bars, rect.center().y(), _FILLED[tier], palette)
    return number + _SPACE + bars


def _paint_bars(painter: QPainter, left: int, middle: int, filled: int, palette: QPalette) -> None:
    foot = middle + (_LOWEST + (_BARS - 1) * _RISE) // 2 + 1
    for bar in range(_BARS):
        colour = QColor(palette.color(QPalette.ColorRole.Text))
        if bar >= filled:
            colour.setAlphaF(_FAINT)
        height = _LOWEST + bar * _RISE
        painter.fillRect(QRectF(left + bar * (_WIDTH + _GAP), foot - height, _WIDTH, height), colour)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made
