"""The cards beside the text, one for each claim: who says it, and what of it. Laid out block by block, when seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from annotator.model import CLAIMS, Span
from ui.article.accessible import Beside
from ui.article.blocks import Block
from ui.article.layout import Laid
from ui.article.measures import CARD
from ui.article.view import ArticleView
from ui.claims.card_places import Sizes, places
from ui.claims.claim_words import CardWords, ClaimWords
from ui.panels.chips import tooltip

_SIZES = Sizes(full=38, short=21, gap=4, joined=1)
_FONT, _SMALL = 12, 11
_BAR, _PADDING, _RADIUS = 3, 9, 5
_KEPT = 400  # blocks whose cards are kept


@dataclass(frozen=True, slots=True)
class MarginCard:
    """One card, from the block's top: its claims are several where there is no room for a card of each."""

    claims: tuple[Span, ...]
    words: CardWords
    top: int
    height: int
    short: bool
    joined: bool  # to the card above: the same words of the article


class Margin(QObject):
    """A layer of the article. A click on a card goes to its claim, a double click into the claim's fields."""

    chosen = Signal(str)
    fields_wanted = Signal(str)

    def __init__(self, view: ArticleView, words: ClaimWords) -> None:
        super().__init__(view)
        self._view = view
        self._words = words
        self._active: str | None = None
        self._pressed = False
        self._cards: dict[int, tuple[Laid, tuple[MarginCard, ...]]] = {}  # by block
        view.layers.append(self)
        view.accessible.besides.append(self.besides)
        view.viewport().installEventFilter(self)

    def cards(self, block: int) -> tuple[MarginCard, ...]:
        """Give the cards beside a block, from top to bottom."""
        laid = self._view.page.layout.laid(block)
        known = self._cards.get(block)
        if known is None or known[0] is not laid:
            if len(self._cards) > _KEPT:
                self._cards.clear()
            known = self._cards[block] = laid, tuple(self._made(laid))
        return known[1]

    def rect_of(self, block: int, card: MarginCard) -> QRect:
        """Give where a card is, in the viewport."""
        layout = self._view.page.layout
        top = layout.top(block) + card.top - self._view.scrolling.top
        return QRect(layout.measures.cards or 0, top, layout.measures.scaled(CARD), card.height)

    def card_at(self, point: QPoint) -> MarginCard | None:
        """Give the card at a point of the viewport."""
        layout = self._view.page.layout
        if layout.measures.cards is None or point.x() < layout.measures.cards or not layout.document.id:
            return None
        block = layout.find(point.y() + self._view.scrolling.top)
        return next((card for card in self.cards(block) if self.rect_of(block, card).contains(point)), None)

    @Slot(str)
    def set_active(self, claim: str | None) -> None:
        """Emphasise the card of a claim."""
        before, self._active = self._active, claim
        if before != claim:
            for block, card in self._seen():
                if {before, claim} & {span.id for span in card.claims}:
                    self._view.viewport().update(self.rect_of(block, card).adjusted(-2, -2, 2, 2))

    def refresh(self) -> None:
        """Look again at what cards say, before anything is painted: an edit of one claim may push those of others."""
        layout, area = self._view.page.layout, self._view.viewport()
        before, self._cards = self._cards, {}
        left = layout.measures.cards
        if left is None or self._view.document_id() is None:
            return
        for block in self._blocks(0, area.height()):
            if block not in before or before[block][1] != self.cards(block):
                top = layout.top(block) - self._view.scrolling.top
                area.update(left - 2, top - 2, layout.measures.scaled(CARD) + 4, layout.heights[block] + 4)

    @Slot()
    def forget(self) -> None:
        """Another article, or another language."""
        self._cards.clear()

    # What the view asks

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint the cards in ``clip``."""
        left = self._view.page.layout.measures.cards
        if left is None or clip.right() < left:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, card in self._within(clip.top(), clip.bottom()):
            rect = self.rect_of(block, card)
            if rect.adjusted(-2, -2, 2, 2).intersects(clip):
                self._paint(painter, rect, card)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            card = self.card_at(event.pos())
            if card is not None:
                QToolTip.showText(event.globalPos(), tooltip("\n".join(map(self.spoken, card.claims))))
                return True
        return False

    def besides(self, block: int) -> list[Beside]:
        """Say to a screen reader which cards a block has; nothing is laid out before it asks where they are."""
        page = self._view.page
        if page.layout.measures.cards is None:
            return []
        found = self._claims(page.layout.blocks[block])
        return [Beside(QAccessible.Role.Note, self.spoken(c), partial(self._rect, block, c.id)) for c in found]

    def spoken(self, claim: Span) -> str:
        """Say what a card shows, and the claim's words."""
        return f"{self._words.spoken(claim)}: {claim.quote(self._view.page.document.text)}"

    # Inside

    def _mouse(self, event: QMouseEvent) -> bool:
        """Take what the mouse does over a card; a press that began on the text stays the text's."""
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonRelease and event.button() == left:
            was_ours, self._pressed = self._pressed, False
            return was_ours
        if kind == QEvent.Type.MouseMove and event.buttons():
            return self._pressed
        card = self.card_at(event.position().toPoint())
        if card is None or (kind != QEvent.Type.MouseMove and event.button() != left):
            return False
        if kind == QEvent.Type.MouseMove:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif kind == QEvent.Type.MouseButtonPress:
            self._pressed = True
            self._choose(card)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._pressed = True
            self.fields_wanted.emit(self._active or card.claims[0].id)
        return True

    def _choose(self, card: MarginCard) -> None:
        """Choose the claim; of several under one card, the one after that which is active."""
        ids = [claim.id for claim in card.claims]
        following = ids.index(self._active) + 1 if self._active in ids else 0
        self.chosen.emit(ids[following % len(ids)])

    def _made(self, laid: Laid) -> Iterator[MarginCard]:
        claims = self._claims(laid.block) if self._view.page.layout.measures.cards is not None else []
        if not claims:
            return
        twins = [index > 0 and claims[index - 1].parts == claim.parts for index, claim in enumerate(claims)]
        wanted = [laid.lines[laid.line_of(claim.start)].words for claim in claims]
        found = places(wanted, twins, laid.height, self._sizes())
        for index, top in enumerate(found.tops):
            several = index == len(found.tops) - 1 and found.folded
            yield MarginCard(
                claims=tuple(claims[index:]) if several else (claims[index],),
                words=self._words.card(claims[index]),
                top=top,
                height=found.height,
                short=found.height < self._sizes().full,
                joined=twins[index],
            )

    def _claims(self, block: Block) -> list[Span]:
        """Give the claims that begin in a block, those with the same words one after the other."""
        rows = self._view.page.rows.within(block.start, block.end)
        claims = [row for row in rows if isinstance(row, Span) and row.layer == CLAIMS and row.start >= block.start]
        return sorted(claims, key=lambda claim: (claim.parts, claim.id))

    def _rect(self, block: int, claim: str) -> QRect:
        cards = (card for card in self.cards(block) if claim in {span.id for span in card.claims})
        return next((self.rect_of(block, card) for card in cards), QRect())

    def _sizes(self) -> Sizes:
        scaled = self._view.page.layout.measures.scaled
        return Sizes(
            full=scaled(_SIZES.full), short=scaled(_SIZES.short), gap=scaled(_SIZES.gap), joined=scaled(_SIZES.joined)
        )

    def _seen(self) -> Iterable[tuple[int, MarginCard]]:
        if self._view.page.layout.measures.cards is None or self._view.document_id() is None:
            return ()
        return self._within(0, self._view.viewport().height())

    def _within(self, top: int, bottom: int) -> Iterator[tuple[int, MarginCard]]:
        """Give the cards from one height of the viewport to another."""
        return ((block, card) for block in self._blocks(top, bottom) for card in self.cards(block))

    def _blocks(self, top: int, bottom: int) -> Iterator[int]:
        layout, scrolled = self._view.page.layout, self._view.scrolling.top
        block = layout.find(top + scrolled)
        while block < len(layout.blocks) and layout.top(block) <= bottom + scrolled:
            yield block
            block += 1

    # Drawing

    def _paint(self, painter: QPainter, rect: QRect, card: MarginCard) -> None:
        measures, look = self._view.page.layout.measures, self._view.display.look
        claim = card.claims[0]
        active = self._active in {span.id for span in card.claims}
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = measures.scaled(_RADIUS)
        painter.setPen(QPen(look.accent if active else look.line, measures.pens.stroke if active else 1))
        painter.setBrush(look.accent_ground if active else look.paper)
        painter.drawRoundedRect(box, radius, radius)
        bar = QRectF(box.left() + 2, box.top() + 3, measures.scaled(_BAR), box.height() - 6)
        painter.fillRect(bar, look.colour(claim.layer, claim.label))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(measures.scaled(_PADDING), measures.scaled(2), -measures.scaled(5), -measures.scaled(2))
        who, facts = self._lines(card)
        if card.short:
            self._write_short(painter, inner, who, facts, known=card.words.known)
            return
        half = inner.height() / 2
        upper, lower = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        self._write(painter, upper, who, look.ink if card.words.known else look.muted, strong=card.words.known)
        self._write(painter, lower, facts, look.muted, strong=False)

    def _lines(self, card: MarginCard) -> tuple[str, str]:
        facts = " · ".join(card.words.facts)
        if len(card.claims) == 1:
            return card.words.who, facts
        return self.tr("{count} more claims").format(count=len(card.claims)), ""

    def _write_short(self, painter: QPainter, inner: QRectF, who: str, facts: str, *, known: bool) -> None:
        """Write both on one line: the claimant has up to three fifths of it."""
        look = self._view.display.look
        gap = self._view.page.layout.measures.scaled(6)
        wanted = QFontMetricsF(self._font(strong=known)).horizontalAdvance(who)
        width = min(wanted + 1, inner.width() * (0.6 if facts else 1.0))
        self._write(
            painter,
            QRectF(inner.left(), inner.top(), width, inner.height()),
            who,
            look.ink if known else look.muted,
            strong=known,
        )
        rest = inner.adjusted(width + gap, 0, 0, 0)
        self._write(painter, rest, facts, look.muted, strong=False)

    def _write(self, painter: QPainter, rect: QRectF, words: str, colour: QColor, *, strong: bool) -> None:
        font = self._font(strong=strong)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, shown)

    def _font(self, *, strong: bool) -> QFont:
        font = QFont()
        font.setFamilies(list(self._view.display.look.sans))
        font.setPixelSize(max(6, self._view.page.layout.measures.scaled(_FONT if strong else _SMALL)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font
