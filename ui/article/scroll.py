"""Scrolling of the article: heights out of sight are estimates, and correcting them must not move visible text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSignalBlocker
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.model.values import Part
from ui.article.layout.article_layout import ArticleLayout, Changed
from ui.article.layout.blocks import BlockKind

_OVER = 4  # pixels that strokes and rings extend beyond their line
_BESIDE = 6  # the same sideways; names may have slanted letters
_LINES = 2  # of text that must be visible above and below a place
_THIRD = 3  # a place that is scrolled to stands at this part of the height


class Anchor(NamedTuple):
    """A line that is to stay in place: an offset on it, and how many pixels its text is below the upper edge."""

    offset: int
    below: int


def joined(rects: Iterable[QRect], edge: int) -> list[QRect]:
    """Join vertically adjacent rectangles on each side of ``edge``, which lies between the text and the cards.

    Text and cards split a region into bands. The result may exceed the rectangles; Qt clips painting to them anyway.
    """
    sides: tuple[list[QRect], list[QRect]] = [], []
    for rect in rects:
        left, right = QRect(rect), QRect(rect)
        left.setRight(min(rect.right(), edge - 1))
        right.setLeft(max(rect.left(), edge))
        for side, part in zip(sides, (left, right), strict=True):
            if part.isEmpty():
                continue
            if side and part.top() <= side[-1].bottom() + 1:
                side[-1] = side[-1].united(part)
            else:
                side.append(part)
    return [*sides[0], *sides[1]]


class ArticleScroll:
    """Scrolls the article, and keeps the scroll bar and the layout in step."""

    def __init__(self, area: QAbstractScrollArea, layout: ArticleLayout) -> None:
        self._area = area
        self._layout = layout
        self._first = 0  # the block at the upper edge
        self._below = 0  # its top below that edge; unlike the bar's value it changes only here
        self._held: Anchor | None = None  # kept so that repeated relayouts do not drift

    @property
    def top(self) -> int:
        """The scroll position in pixels."""
        return self._area.verticalScrollBar().value()

    @property
    def edge(self) -> int:
        """The height in pixels of the text that must be visible above and below a place that was scrolled to."""
        line = self._layout.measures.styles[BlockKind.BODY].line
        return min(_LINES * line, self._area.viewport().height() // 6)

    def show(self, layout: ArticleLayout, anchor: Anchor | None) -> None:
        """Switch to another layout, and go to the anchor or to the top."""
        self._layout = layout
        self._area.verticalScrollBar().setSingleStep(max(8, layout.measures.scaled(20)))
        self.restore(anchor)

    def anchor(self) -> Anchor | None:
        """Return the anchor of the line at the upper edge, or None at the very top."""
        if self.top == 0:
            return None
        if self._held is not None and self._below_of(self._held.offset) == self._held.below:
            return self._held
        index = self._layout.find(self.top)
        laid = self._layout.laid(index)
        below = self.top - self._layout.top(index)
        line = next((line for line in laid.lines if line.top >= below), laid.lines[-1])
        return Anchor(line.start, line.words - below)

    def anchor_at(self, offset: int) -> Anchor | None:
        """Return the anchor of the line of an offset, or None if its text is not in sight."""
        index, laid, line = self._layout.place(offset)
        row = laid.lines[line]
        below, tall = self._layout.top(index) + row.words - self.top, row.lanes - row.words
        return Anchor(offset, below) if 0 <= below <= self._area.viewport().height() - tall else None

    def restore(self, anchor: Anchor | None) -> None:
        """Scroll back to an anchor; None stands for the top."""
        if anchor is None:
            self._settle(0, 0)
        else:
            self.go(anchor)
        self._held = anchor

    def go(self, anchor: Anchor) -> None:
        """Scroll until the line of an anchor is in its place, or as near to it as the article's ends allow."""
        index, laid, line = self._layout.place(anchor.offset)
        self._layout.count(index)  # else a line below the estimated height would lie in the next block
        self._settle(index, self._layout.top(index) + laid.lines[line].words - anchor.below)

    def scrolled(self) -> int | None:
        """Lay out what came into sight; return how far the picture moved as a whole, or None if all of it is new.

        The distance that Qt reports is of no use, because it ignores values corrected in the meantime.
        """
        height = self._area.viewport().height()
        first, below = self._first, self._below
        distance = self._layout.top(first) - self.top - below
        if abs(distance) <= height:
            self._settle(first)
        elif self.top == self._area.verticalScrollBar().maximum():
            self._go_to_end()
        else:
            self._settle(0)
        return self._moved(first, below)

    def repaint(self, parts: Iterable[Part]) -> None:
        """Repaint the lines that these parts of the text are on."""
        for part in parts:
            top, bottom = self._layout.stretch(*part)
            self._update_words(QRectF(0, top, self._layout.measures.width, bottom - top))

    def foot(self, blocks: Sequence[int]) -> int:
        """Return the height in the article at which the lowest of these blocks ends; 0 without blocks."""
        return self._layout.top(max(blocks) + 1) if blocks else 0

    def repaint_blocks(self, blocks: Sequence[int], margins: Iterable[int], foot: int) -> None:
        """Repaint what changed in blocks whose rows were replaced, and the margins of some of these blocks.

        The picture below is moved: before the change, the last of the blocks ended at the height ``foot``.
        """
        if not blocks:
            return
        known = [changed for index in blocks if (changed := self._layout.changed(index)) is not None]
        now = self.foot(blocks)
        apart = len(blocks) == 1 or (now == foot and all(changed.foot == changed.now for changed in known))
        if apart and len(known) == len(blocks):
            for changed in known:
                self._repaint_changed(changed)
        else:  # everything between: blocks may have grown and shrunk by the same amount
            self._shift(foot, now)
            self._update(self._layout.top(min(blocks)), now)
        for index in margins:
            self._update(self._layout.top(index), self._layout.top(index + 1), self._layout.measures.left)

    def ensure_visible(self, start: int, end: int, *, partly: bool = False, least: bool = False) -> None:
        """Scroll to a stretch of text that is out of sight or at the edge, so that it stands at a third of the height.

        All moves to a place scroll with this. A stretch too long for that stands higher.

        Args:
            start: The first offset; it is shown in any case.
            end: The last offset.
            partly: Do not scroll if any line of the stretch is in sight.
            least: Scroll no further than needed, as a caret does that moves line by line.
        """
        height = self._area.viewport().height()
        for index in sorted({self._layout.block_at(start), self._layout.block_at(end)}):
            self._count(index)
        first, last = self._layout.caret_box(start), self._layout.caret_box(end)
        edge = self.edge
        tall = min(int(max(first.bottom(), last.bottom()) - first.top()), height - 2 * edge)
        top = int(first.top()) - self.top
        if partly and top + tall > 0 and top + int(first.height()) <= height:
            return
        if edge <= top <= height - edge - tall:
            return
        below = min(height // _THIRD, height - edge - tall)
        if least and abs(top) <= height + edge:
            below = edge if top < edge else height - edge - tall
        before = self._first, self._below
        self.go(Anchor(start, below))
        moved = self._moved(*before)
        if moved is None:
            self._area.viewport().update()
        else:
            self._area.viewport().scroll(0, moved)

    def is_visible(self, start: int, end: int) -> bool:
        """Return whether all lines of a stretch of text are in sight."""
        first, last = self._layout.caret_box(start), self._layout.caret_box(end)
        return self.top <= first.top() and last.bottom() <= self.top + self._area.viewport().height()

    def keep_visible(self, part: Part, before: int) -> None:
        """Scroll to a part that shrinking the area has hidden; the area was ``before`` pixels high."""
        height = self._area.viewport().height()
        if height >= before:
            return
        first, last = (self._layout.caret_box(offset).translated(0, -self.top) for offset in part)
        if 0 <= first.top() < before and last.bottom() > height:
            self.ensure_visible(*part)

    def _repaint_changed(self, changed: Changed) -> None:
        """Repaint what changed in a block, and move the picture below it."""
        if changed.foot == changed.now:
            self._update_words(changed.rect)
        else:
            self._shift(changed.foot, changed.now)
            self._update(int(changed.rect.top()), changed.now)

    def _shift(self, foot: int, now: int) -> None:
        """Move the picture below the height ``foot`` of the article to the height ``now``."""
        area, first = self._area.viewport(), max(0, min(foot, now) - self.top)
        if now != foot and first < area.height():
            area.scroll(0, now - foot, QRect(0, first, area.width(), area.height() - first))

    def _update(self, top: int, bottom: int, width: int | None = None) -> None:
        """Repaint from one height of the article to another, in full width or ``width`` pixels wide."""
        area, above = self._area.viewport(), self.top
        if bottom > top and bottom >= above and top <= above + area.height():
            area.update(0, top - above - _OVER, area.width() if width is None else width, bottom - top + 2 * _OVER)

    def _update_words(self, words: QRectF) -> None:
        """Repaint the lines in a rectangle of the text, without the margin and the cards.

        Lines are repainted in full width, because Qt starts a dash pattern elsewhere if its stroke is clipped.
        """
        if words.isEmpty():
            return
        left, width = self._layout.measures.left, self._layout.measures.width
        lines = words.united(QRectF(0, words.top(), width, words.height())).translated(left, -self.top)
        self._area.viewport().update(lines.toAlignedRect().adjusted(-_BESIDE, -_OVER, _BESIDE, _OVER))

    def _moved(self, first: int, below: int) -> int | None:
        """Return how far the picture moved since the block ``first`` was ``below`` the edge; None if all is new."""
        moved = self._layout.top(first) - self.top - below
        return moved if abs(moved) < self._area.viewport().height() else None

    def _below_of(self, offset: int) -> int:
        index, laid, line = self._layout.place(offset)
        return self._layout.top(index) + laid.lines[line].words - self.top

    def _go_to_end(self) -> None:
        last = len(self._layout.blocks) - 1
        self._layout.count(last)
        self._settle(last, max(0, self._layout.total() - self._area.viewport().height()))

    def _count(self, index: int) -> None:
        """Replace a block's estimated height by the true one; visible text stays where it is."""
        difference = self._layout.count(index)
        if difference:
            self._set(self.top + (difference if index < self._first else 0))

    def _set(self, top: int) -> None:
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        with QSignalBlocker(bar):
            bar.setRange(0, max(0, self._layout.total() - height))
            bar.setPageStep(height)
            bar.setValue(top)

    def _settle(self, keep: int, top: int | None = None) -> None:
        self._held = None
        wanted = self.top if top is None else top
        while True:  # terminates: each round lays out further blocks
            wanted += self._layout.settle(wanted, self._area.viewport().height(), keep)
            self._set(wanted)
            tried, wanted = wanted, self.top
            if wanted == tried:
                break  # else the bar's end was reached, so other blocks are in sight
        self._first = self._layout.find(wanted)
        self._below = self._layout.top(self._first) - wanted
