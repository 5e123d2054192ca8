"""Certainty at a glance and without colour: one to three bars, and a heavier number."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from annotator.suggest.tiers import Tier, tier_of
from ui.base.i18n import ui_language
from ui.panels.suggestions.suggestion_words import score_words

_FILLED = {Tier.SURE: 3, Tier.LIKELY: 2, Tier.DOUBTFUL: 1}
_BARS, _WIDTH, _GAP, _LOWEST, _RISE = 3, 3, 2, 4, 3
_SPACE = 8
_FAINT = 0.28
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Style(NamedTuple):
    """Fonts, colours and number width for painting."""

    plain: QFont
    bold: QFont
    number: int
    ink: QColor
    faint: QColor
    muted: QColor


class ScorePicture:
    """Painter of scores; caches fonts and colours, which are the same for all rows of a list."""

    def __init__(self) -> None:
        self._style: tuple[object, _Style] | None = None

    def paint(self, painter: QPainter, rect: QRect, score: float | None, font: QFont, palette: QPalette) -> int:
        """Paint bars and number at the right of a row; return their width, the same for every row."""
        style, tier = self._style_of(font, palette), tier_of(score)
        painter.setFont(style.bold if tier is Tier.SURE else style.plain)
        painter.setPen(style.muted if tier is Tier.DOUBTFUL else style.ink)
        painter.drawText(rect, _RIGHT, score_words(score))
        bars = _BARS * (_WIDTH + _GAP) - _GAP
        _paint_bars(painter, rect.right() + 1 - style.number - _SPACE - bars, rect.center().y(), _FILLED[tier], style)
        return style.number + _SPACE + bars

    def _style_of(self, font: QFont, palette: QPalette) -> _Style:
        cache_key = font.key(), palette.cacheKey(), ui_language()
        if self._style is None or self._style[0] != cache_key:
            bold = _weighted(font, QFont.Weight.DemiBold)
            ink = QColor(palette.color(QPalette.ColorRole.Text))
            faint = QColor(ink)
            faint.setAlphaF(_FAINT)
            made = _Style(
                plain=_weighted(font, QFont.Weight.Normal),
                bold=bold,
                number=QFontMetrics(bold).horizontalAdvance(score_words(1.0)),
                ink=ink,
                faint=faint,
                muted=palette.color(QPalette.ColorRole.PlaceholderText),
            )
            self._style = cache_key, made
        return self._style[1]


def _paint_bars(painter: QPainter, left: int, middle: int, filled: int, style: _Style) -> None:
    foot = middle + (_LOWEST + (_BARS - 1) * _RISE) // 2 + 1
    for bar in range(_BARS):
        height = _LOWEST + bar * _RISE
        place = QRectF(left + bar * (_WIDTH + _GAP), foot - height, _WIDTH, height)
        painter.fillRect(place, style.ink if bar < filled else style.faint)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made
