"""Painting of the cards beside the text, and of their buttons to accept or reject a suggestion."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.model.values import Suggestion
from ui.article.layout.row_index import Drawn
from ui.article.view import ArticleView
from ui.base.look.sizes import SMALL
from ui.claims.claim_words import CardWords

_BAR, _PADDING, _RADIUS = 3, 9, 5
_BUTTON = 20
_DASHES = [4.0, 3.0]
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class MarginCard:
    """A card beside the text, ``top`` pixels below the block's top. One card may stand for several claims."""

    claims: tuple[Drawn, ...]
    words: CardWords
    top: int
    height: int
    short: bool
    joined: bool  # its claim has the same words as the card above
    has_buttons: bool  # to accept or reject its claim: a single suggestion, if the project can be changed

    @property
    def suggested(self) -> bool:
        """Whether all the card's claims are suggestions."""
        return all(isinstance(claim, Suggestion) for claim in self.claims)


class CardPicture:
    """Paints cards in the look and zoom of a view; the cards of suggestions are hollow and dashed."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._fonts: tuple[object, dict[bool, tuple[QFont, QFontMetricsF]]] | None = None  # of a look and zoom

    def buttons(self, rect: QRect) -> tuple[QRect, QRect]:
        """Return the rectangles of a card's two buttons: accept, then reject."""
        size = min(self._scaled(_BUTTON), rect.height())
        refuse = QRect(rect.right() - size, rect.top(), size, rect.height())
        return refuse.translated(-size, 0), refuse

    def paint(self, painter: QPainter, rect: QRect, card: MarginCard, *, active: bool, hovered: bool) -> None:
        """Paint a card. The buttons of a suggestion are shown while it is hovered or active."""
        measures, look = self._view.page.layout.measures, self._view.display.look
        claim, with_buttons = card.claims[0], card.has_buttons and (active or hovered)
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self._scaled(_RADIUS)
        pen = QPen(look.accent if active else look.line, measures.pens.stroke if active else 1)
        if card.suggested:
            pen.setDashPattern(_DASHES)
            pen.setColor(look.accent if active else look.muted)
        painter.setPen(pen)
        painter.setBrush(look.accent_ground if active else Qt.BrushStyle.NoBrush if card.suggested else look.paper)
        painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bar = QRectF(box.left() + 2, box.top() + 3, self._scaled(_BAR), box.height() - 6)
        if card.suggested:
            painter.setPen(look.colour(claim.layer, claim.label))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(bar, look.colour(claim.layer, claim.label))
        inner = box.adjusted(self._scaled(_PADDING), self._scaled(2), -self._scaled(5), -self._scaled(2))
        if with_buttons:
            self._paint_buttons(painter, rect)
            inner.setRight(self.buttons(rect)[0].left())
        self._write_all(painter, inner, card)

    def _paint_buttons(self, painter: QPainter, rect: QRect) -> None:
        """Draw the buttons: a tick to accept, a cross to reject."""
        look, unit = self._view.display.look, self._scaled(4)
        accept, refuse = (QPointF(QRectF(place).center()) for place in self.buttons(rect))
        painter.setPen(QPen(look.ink, self._view.page.layout.measures.pens.stroke))
        hook = [QPointF(-unit, 0), QPointF(-unit / 3, unit * 0.8), QPointF(unit, -unit * 0.8)]
        painter.drawPolyline([accept + point for point in hook])
        for x in (-1, 1):
            end = QPointF(unit * 0.8 * x, unit * 0.8)
            painter.drawLine(refuse - end, refuse + end)

    def _write_all(self, painter: QPainter, inner: QRectF, card: MarginCard) -> None:
        look, known = self._view.display.look, card.words.known and not card.suggested
        who, facts = _lines(card)
        ink = look.ink if known else look.muted
        if card.short:
            self._write_short(painter, inner, who, facts, ink, strong=known)
            return
        half = inner.height() / 2
        self._write(painter, inner.adjusted(0, 0, 0, -half), who, ink, strong=known)
        self._write(painter, inner.adjusted(0, half, 0, 0), facts, look.muted, strong=False)

    def _write_short(
        self, painter: QPainter, inner: QRectF, who: str, facts: str, ink: QColor, *, strong: bool
    ) -> None:
        """Write claimant and facts on one line; the claimant gets up to three fifths."""
        gap = self._scaled(6)
        wanted = self._font(strong=strong)[1].horizontalAdvance(who)
        width = min(wanted + 1, inner.width() * (0.6 if facts else 1.0))
        self._write(painter, QRectF(inner.left(), inner.top(), width, inner.height()), who, ink, strong=strong)
        rest = inner.adjusted(width + gap, 0, 0, 0)
        self._write(painter, rest, facts, self._view.display.look.muted, strong=False)

    def _write(self, painter: QPainter, rect: QRectF, words: str, colour: QColor, *, strong: bool) -> None:
        font, metrics = self._font(strong=strong)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, _ONE_LINE, metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))

    def _font(self, *, strong: bool) -> tuple[QFont, QFontMetricsF]:
        measures = self._view.page.layout.measures
        cache_key = measures.pens.look.sans, measures.zoom
        if self._fonts is None or self._fonts[0] != cache_key:
            self._fonts = cache_key, {each: self._made(strong=each) for each in (False, True)}
        return self._fonts[1][strong]

    def _made(self, *, strong: bool) -> tuple[QFont, QFontMetricsF]:
        font = QFont()
        font.setFamilies(list(self._view.display.look.sans))
        font.setPixelSize(max(6, self._scaled(SMALL)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font, QFontMetricsF(font)

    def _scaled(self, pixels: float) -> int:
        return self._view.page.layout.measures.scaled(pixels)


def _lines(card: MarginCard) -> tuple[str, str]:
    facts = " · ".join(card.words.facts)
    if len(card.claims) == 1:
        return card.words.who, facts
    return QCoreApplication.translate("Margin", "{count} more claims").format(count=len(card.claims)), ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Heights of cards and gaps between them, in pixels.

    ``full`` is the height of a two-line card, ``short`` of a one-line card. ``gap`` is the usual gap, ``joined`` the
    gap between claims on the same words.
    """

    full: int
    short: int
    gap: int
    joined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTops:
    """The tops of cards that are all ``height`` pixels high.

    If ``folded`` is not 0, the last card stands for that many claims.
    """

    tops: tuple[int, ...]
    height: int
    folded: int = 0


def places(wanted: Sequence[int], twins: Sequence[bool], room: int, sizes: Sizes) -> CardTops:
    """Place cards near their wanted tops, within ``room`` pixels.

    ``twins`` says for each claim whether it is on the same words as the previous claim.

    Two-line cards are preferred, then one-line cards. If these do not fit either, the last ones are folded into one
    card.
    """
    gaps = [0, *(sizes.joined if twin else sizes.gap for twin in twins[1:])]
    for height in (sizes.full, sizes.short):
        if len(wanted) * height + sum(gaps) <= room:
            return CardTops(tops=_spread(wanted, gaps, height, room), height=height)
    fit = max(1, (room + sizes.gap) // (sizes.short + sizes.gap))
    if fit >= len(wanted):  # no room for more than one card
        return CardTops(tops=_spread(wanted, gaps, sizes.short, max(room, sizes.short)), height=sizes.short)
    tops = _spread(wanted[:fit], gaps[:fit], sizes.short, max(room, sizes.short))
    return CardTops(tops=tops, height=sizes.short, folded=len(wanted) - fit + 1)


def _spread(wanted: Sequence[int], gaps: Sequence[int], height: int, room: int) -> tuple[int, ...]:
    """Return tops at which cards do not overlap: cards move down first, then up if they leave the room."""
    tops: list[int] = []
    for top, gap in zip(wanted, gaps, strict=True):
        tops.append(max(top, tops[-1] + height + gap) if tops else max(0, top))
    limit = room - height
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = max(0, min(tops[index], limit))
        limit = tops[index] - gaps[index] - height
    return tuple(tops)
