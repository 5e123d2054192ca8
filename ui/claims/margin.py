"""The cards beside the text, one per claim, with claimant and facts. A block's cards are laid out when visible."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from annotator.model.values import CLAIMS, Part, Suggestion
from ui.article.accessible import Beside
from ui.article.layout.blocks import Block
from ui.article.layout.laid_block import Laid
from ui.article.layout.measures import CARD
from ui.article.layout.row_index import Drawn
from ui.article.layout.span_picture import Line
from ui.article.view import ArticleView
from ui.base.look.plain_text import tooltip
from ui.bridge.session import Session
from ui.claims.card_picture import CardPicture, MarginCard, Sizes, places
from ui.claims.claim_words import ClaimWords

_SIZES = Sizes(full=38, short=21, gap=4, joined=1)
_KEPT = 400  # most blocks whose cards are cached
_Known = tuple[tuple[Line, ...], tuple[MarginCard, ...], int]  # a block's lines, the cards beside them, its height


class Margin(QObject):
    """The layer of the article that draws the cards. A click goes to the card's claim, a double click to its fields.

    A suggestion is accepted or rejected with the usual keys, or with the two buttons on its card.
    """

    chosen = Signal(str)
    decided = Signal(str, bool)  # id of a suggestion, and whether it is accepted
    fields_wanted = Signal(str)

    def __init__(self, session: Session, view: ArticleView, words: ClaimWords) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._words = words
        self._active: str | None = None
        self._hovered: str | None = None
        self._pressed = False
        self._picture = CardPicture(view)
        self._cards: dict[int, _Known] = {}  # by block
        view.layers.append(self)
        view.shown_changed.connect(self._on_shown)
        view.accessible.besides.append(self.besides)
        view.viewport().installEventFilter(self)

    def cards(self, block: int) -> tuple[MarginCard, ...]:
        """Return the cards beside a block, top to bottom."""
        laid = self._view.page.layout.laid(block)
        known = self._cards.get(block)
        if known is None or known[0] is not laid.lines:
            if len(self._cards) > _KEPT:
                self._cards.clear()
            known = self._cards[block] = laid.lines, tuple(self._build_cards(laid)), laid.height
        return known[1]

    def rect_of(self, block: int, card: MarginCard) -> QRect:
        """Return the rectangle of a card in the viewport."""
        layout = self._view.page.layout
        top = layout.top(block) + card.top - self._view.scrolling.top
        return QRect(layout.measures.cards or 0, top, layout.measures.scaled(CARD), card.height)

    def card_at(self, point: QPoint) -> MarginCard | None:
        """Return the card at a point of the viewport, or None."""
        layout = self._view.page.layout
        if layout.measures.cards is None or point.x() < layout.measures.cards or not layout.document.id:
            return None
        block = layout.find(point.y() + self._view.scrolling.top)
        return next((card for card in self.cards(block) if self.rect_of(block, card).contains(point)), None)

    @Slot(str)
    def set_active(self, claim: str | None) -> None:
        """Highlight the card of a claim; None highlights no card."""
        before, self._active = self._active, claim
        if before != claim:
            self._repaint({before, claim})

    def refresh(self) -> None:
        """Recompute the cards and repaint what changed: an edit of one claim may move the cards of others."""
        before, self._cards = self._cards, {}
        self._repaint_changed(before, range(len(self._view.page.layout.blocks)))

    @Slot()
    def drop_cache(self) -> None:
        """Drop the cached cards, after a change of article or language."""
        self._cards.clear()

    def paint(self, painter: QPainter, clip: QRect) -> None:
        left = self._view.page.layout.measures.cards
        if left is None or clip.right() < left:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, card in self._within(clip.top(), clip.bottom()):
            rect = self.rect_of(block, card)
            if rect.adjusted(-2, -2, 2, 2).intersects(clip):
                ids = {claim.id for claim in card.claims}
                active, hovered = self._active in ids, self._hovered in ids
                self._picture.paint(painter, rect, card, active=active, hovered=hovered)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            card = self.card_at(event.pos())
            if card is not None:
                QToolTip.showText(event.globalPos(), tooltip("\n".join(map(self.spoken, card.claims))))
                return True
        return False

    def besides(self, block: int) -> list[Beside]:
        """Return a block's cards for a screen reader; a card is laid out when the reader asks for its place."""
        page = self._view.page
        if page.layout.measures.cards is None:
            return []
        found = self._claims(page.layout.blocks[block])
        return [Beside(QAccessible.Role.Note, self.spoken(c), partial(self._rect, block, c.id)) for c in found]

    def spoken(self, claim: Drawn) -> str:
        """Return a card's text, followed by the words of its claim."""
        return f"{self._words.spoken(claim)}: {claim.quote(self._view.page.document.text)}"

    @Slot(object)
    def _on_shown(self, parts: Sequence[Part] | None) -> None:
        """Repaint the whole cards of replaced rows, because the view repaints only the changed lines."""
        if parts:
            self._repaint_changed(self._cards.copy(), self._view.page.layout.touched(parts))

    def _repaint_changed(self, before: dict[int, _Known], touched: Container[int]) -> None:
        """Repaint the cards of each visible block in ``touched`` if they or its height differ from ``before``.

        A line that grows shifts the pixels below it, even those of a card that stays in place.
        """
        layout, area = self._view.page.layout, self._view.viewport()
        left = layout.measures.cards
        if left is None or self._view.document_id() is None:
            return
        for block in self._blocks(0, area.height()):
            known = before.get(block)
            if block in touched and (known is None or known[1:] != (self.cards(block), layout.heights[block])):
                top = layout.top(block) - self._view.scrolling.top
                area.update(left - 2, top - 2, layout.measures.scaled(CARD) + 4, layout.heights[block] + 4)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Handle a mouse event over a card; return whether it was handled. A drag that began on the text is ignored."""
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonRelease and event.button() == left:
            was_ours, self._pressed = self._pressed, False
            return was_ours
        if kind == QEvent.Type.MouseMove and event.buttons():
            return self._pressed
        card = self.card_at(event.position().toPoint())
        if kind == QEvent.Type.MouseMove:
            self._hover(card)
        if card is None or (kind != QEvent.Type.MouseMove and event.button() != left):
            return False
        if kind == QEvent.Type.MouseMove:
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif kind == QEvent.Type.MouseButtonPress:
            self._pressed = True
            if not self._decide(card, event.position().toPoint()):
                self._choose(card)
        elif kind == QEvent.Type.MouseButtonDblClick and not card.suggested:
            self._pressed = True
            self.fields_wanted.emit(self._active or card.claims[0].id)
        return True

    def _hover(self, card: MarginCard | None) -> None:
        """Show the buttons of the card under the mouse, and hide those of the previous card."""
        before, self._hovered = self._hovered, card.claims[0].id if card is not None and card.has_buttons else None
        if before != self._hovered:
            self._repaint({before, self._hovered})

    def _decide(self, card: MarginCard, point: QPoint) -> bool:
        """Accept or reject with the button at this point; return whether there is a button."""
        block = self._view.page.layout.find(point.y() + self._view.scrolling.top)
        buttons = self._picture.buttons(self.rect_of(block, card)) if card.has_buttons else ()
        pressed = next((place for place, button in enumerate(buttons) if button.contains(point)), None)
        if pressed is not None:
            self.decided.emit(card.claims[0].id, pressed == 0)
        return pressed is not None

    def _repaint(self, claims: set[str | None]) -> None:
        for block, card in self._seen():
            if claims & {claim.id for claim in card.claims}:
                self._view.viewport().update(self.rect_of(block, card).adjusted(-2, -2, 2, 2))

    def _choose(self, card: MarginCard) -> None:
        """Activate the card's claim; if the card stands for several, activate the one after the active claim."""
        ids = [claim.id for claim in card.claims]
        following = ids.index(self._active) + 1 if self._active in ids else 0
        self.chosen.emit(ids[following % len(ids)])

    def _build_cards(self, laid: Laid) -> Iterator[MarginCard]:
        claims = self._claims(laid.block) if self._view.page.layout.measures.cards is not None else []
        if not claims:
            return
        twins = [index > 0 and claims[index - 1].parts == claim.parts for index, claim in enumerate(claims)]
        wanted = [laid.lines[laid.line_of(claim.start)].words for claim in claims]
        found = places(wanted, twins, laid.height, self._sizes())
        for index, top in enumerate(found.tops):
            several = index == len(found.tops) - 1 and found.folded
            shown = tuple(claims[index:]) if several else (claims[index],)
            yield MarginCard(
                claims=shown,
                words=self._words.card(claims[index]),
                top=top,
                height=found.height,
                short=found.height < self._sizes().full,
                joined=twins[index],
                has_buttons=self._session.writable and len(shown) == 1 and isinstance(shown[0], Suggestion),
            )

    def _claims(self, block: Block) -> list[Drawn]:
        """Return the claims that begin in a block, by place; at the same place, decided claims precede suggestions."""
        rows = self._view.page.rows.within(block.start, block.end)
        claims = [row for row in rows if row.layer == CLAIMS and row.start >= block.start]
        return sorted(claims, key=lambda claim: (claim.parts, isinstance(claim, Suggestion), claim.id))

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
        """Yield the cards between two heights of the viewport, each with the number of its block."""
        return ((block, card) for block in self._blocks(top, bottom) for card in self.cards(block))

    def _blocks(self, top: int, bottom: int) -> range:
        layout, scrolled = self._view.page.layout, self._view.scrolling.top
        return range(layout.find(top + scrolled), layout.find(bottom + scrolled) + 1)
