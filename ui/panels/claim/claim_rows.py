"""A claim in the list of an article's claims: claimant and worthiness, and below that its words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from annotator.model.values import Span
from ui.base.look.plain_text import sized
from ui.claims.claim_words import ClaimWords

HEIGHT = 48
_SMALL = 11


def paint_claim(painter: QPainter, rect: QRect, palette: QPalette, claim: Span, words: ClaimWords, quote: str) -> None:
    """Paint two lines into a row; ``quote`` is the claim's text."""
    font = painter.font()
    upper = QRect(rect.left(), rect.top() + 5, rect.width(), rect.height() // 2 - 4)
    lower = QRect(rect.left(), rect.center().y() + 1, rect.width(), rect.height() // 2 - 5)
    card, muted = words.card(claim), palette.color(QPalette.ColorRole.PlaceholderText)
    ink = palette.color(QPalette.ColorRole.Text)
    aside = words.worthiness(claim)[1] + (" ?" if claim.doubt else "")
    painter.setFont(sized(font, _SMALL))
    width = painter.fontMetrics().horizontalAdvance(aside)
    painter.setPen(muted)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(upper, flags | Qt.AlignmentFlag.AlignRight, aside)
    weight = QFont.Weight.DemiBold if card.known else QFont.Weight.Normal
    painter.setFont(sized(font, font.pixelSize() if font.pixelSize() > 0 else 13, weight))
    painter.setPen(ink if card.known else muted)
    _write(painter, upper.adjusted(0, 0, -width - 8, 0), card.who)
    painter.setFont(font)
    painter.setPen(ink)
    _write(painter, lower, quote)


def _write(painter: QPainter, rect: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
