"""The geometry of one article. Blocks are laid out once they are in sight; the other heights are estimates.

Heights are whole pixels from the top of the article; offsets are code points.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout

from annotator.model.values import Document, Part
from annotator.text.offsets import OffsetMap
from ui.article.layout.blocks import Block, BlockKind, Heights
from ui.article.layout.laid_block import Laid, break_lines, lay_out
from ui.article.layout.measures import Measures
from ui.article.layout.row_index import Drawn, RowIndex
from ui.article.layout.span_picture import overhang
from ui.article.layout.tab_stops import TabStops

KEPT = 1000  # lines that stay laid out: more than a screen shows, but few for the garbage collector


class Changed(NamedTuple):
    """The rectangle in which a block looks different, from the article's top and the column's left.

    What is below the block has only moved: from the height ``foot`` to the height ``now``.
    """

    rect: QRectF
    foot: int
    now: int


class ArticleLayout:
    """All blocks of an article; only those in sight are laid out."""

    def __init__(self, document: Document, rows: RowIndex, blocks: list[Block], measures: Measures) -> None:
        self.document = document
        self.rows = rows
        self.blocks = blocks
        self.measures = measures
        self._starts = [block.start for block in blocks]
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._tab_stops = TabStops(document.text, blocks)
        self._lines = 0  # in `_laid`
        self._before: dict[int, Laid] = {}  # layouts that were dropped last
        self.heights = Heights(_estimates(blocks, measures))
        self.changes = 0  # counts the changes that may have moved or altered laid-out text

    def block_at(self, offset: int) -> int:
        """Return the index of the block that an offset is in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def top(self, index: int) -> int:
        """Return the height of the article at which a block begins."""
        return self.measures.header + self.heights.top(index)

    def lines_between(self, top: int, bottom: int) -> Part:
        """Return the part of the text on the lines that are visible between two heights."""
        first, last = self.find(top), self.find(bottom)
        above, below = self.laid(first), self.laid(last)
        start = above.lines[above.line_at(top - self.top(first))].start
        return start, below.lines[below.line_at(bottom - self.top(last))].end

    def total(self) -> int:
        """Return the height of the whole article."""
        return self.measures.header + self.heights.total() + self.measures.foot

    def find(self, y: int) -> int:
        """Return the index of the block at a height."""
        return self.heights.find(max(0, y - self.measures.header))

    def laid(self, index: int) -> Laid:
        """Return a block laid out, from the cache if it is there.

        Its height replaces the estimate only once the block is in sight, so that nothing visible moves.
        """
        found = self._laid.get(index)
        if found is None:
            found = self._laid[index] = self._lay(index)
            self._lines += len(found.lines)
            while self._lines > KEPT and len(self._laid) > 1:
                self._lines -= len(self._laid.popitem(last=False)[1].lines)
        else:
            self._laid.move_to_end(index)
        return found

    def take_heights(self, before: "ArticleLayout") -> None:
        """Take over the heights of another layout, if it has the same blocks in the same style."""
        if self.blocks == before.blocks and self.measures.styles == before.measures.styles:
            self.heights = before.heights.copy()
            self.changes += 1

    def count(self, index: int) -> int:
        """Lay out a block and replace its estimated height by the true one; return the difference in pixels."""
        difference = self.heights.change(index, self.laid(index).height)
        self.changes += difference != 0
        return difference

    def settle(self, top: int, height: int, keep: int) -> int:
        """Lay out the ``height`` pixels below ``top``; return how far that moved the block ``keep``."""
        moved = 0
        index = self.find(top)
        y = self.top(index)
        while index < len(self.blocks) and y < top + moved + height:
            laid = self.laid(index)
            difference = self.heights.change(index, laid.height)
            self.changes += difference != 0
            if difference and index < keep:
                moved += difference
                index = self.find(top + moved)
                y = self.top(index)
            else:
                y += laid.height
                index += 1
        return moved

    def touched(self, parts: Iterable[Part]) -> set[int]:
        """Return the indices of the blocks that share characters with the parts."""
        return {i for start, end in parts for i in range(self.block_at(start), self.block_at(end - 1) + 1)}

    def drop(self, blocks: Iterable[int]) -> None:
        """Drop the layout of some blocks, so that they are laid out again when needed."""
        self._before = {index: self._laid.pop(index) for index in blocks if index in self._laid}
        self._lines -= sum(len(laid.lines) for laid in self._before.values())
        self.changes += bool(self._before)

    def pictured(self, blocks: Iterable[int]) -> list[int]:
        """Return those of the blocks that were painted: they are laid out, or were until they were dropped."""
        return [index for index in blocks if index in self._before or index in self._laid]

    def stretch(self, start: int, end: int) -> Part:
        """Return the top and bottom of a part's lines, or of its blocks where no lines are laid out."""
        first, last = self.block_at(start), self.block_at(end)
        top, bottom = self.top(first), self.top(last + 1)
        if (laid := self._laid.get(first)) is not None:
            top += laid.lines[laid.line_of(start)].top
        if (laid := self._laid.get(last)) is not None:
            bottom = self.top(last) + laid.lines[laid.line_of(end)].bottom
        if start == end and self.blocks[first].kind is BlockKind.BLANK:
            return top - self._line_height(), bottom + self._line_height()  # the caret is taller than the gap
        return top, bottom

    def changed(self, index: int) -> Changed | None:
        """Return where a dropped block looks different since it was laid out again, or None if unknown."""
        before, now = self._before.get(index), self._laid.get(index)
        if before is None or now is None:
            return None
        top = self.top(index)
        new = [i for i, (old, crowded) in enumerate(zip(before.crowds, now.crowds, strict=True)) if old is not crowded]
        if not new:
            return Changed(QRectF(), top, top)
        head, old, foot = now.lines[new[0]].top, before.lines[new[-1]].bottom, now.lines[new[-1]].bottom
        width = self.measures.width + overhang(self.measures.pens)
        return Changed(QRectF(0, top + head, width, foot - head), top + old, top + foot)

    def place(self, offset: int) -> tuple[int, Laid, int]:
        """Return the block index, the laid-out block and the line index of an offset."""
        index = self.block_at(offset)
        laid = self.laid(index)
        return index, laid, laid.line_of(offset)

    def caret_box(self, offset: int) -> QRectF:
        """Return the caret's rectangle at an offset, from the top of the article and the left of the column."""
        index, laid, line = self.place(offset)
        row = laid.lines[line]
        top, height = self.top(index) + row.words, row.lanes - row.words
        if laid.block.kind is BlockKind.BLANK:  # as tall as in a line of text, centred on the gap
            tall = self._line_height()
            top, height = top - (tall - height) // 2, tall
        return QRectF(laid.x_of(offset), top, 2, height)

    def offset_at(self, x: float, y: int) -> int:
        """Return the caret offset nearest to a point."""
        index = self.find(y)
        laid = self.laid(index)
        return laid.offset_at(laid.line_at(y - self.top(index)), x)

    def line_step(self, offset: int, x: float, step: int) -> int:
        """Return the offset at ``x`` one line up (-1) or down (1), or the article's end in that direction."""
        index, laid, line = self.place(offset)
        line += step
        if 0 <= line < len(laid.lines):
            return laid.offset_at(line, x)
        index += step
        if not 0 <= index < len(self.blocks):
            return 0 if step < 0 else len(self.document.text)
        laid = self.laid(index)
        return laid.offset_at(0 if step > 0 else len(laid.lines) - 1, x)

    def line_edge(self, offset: int, step: int) -> int:
        """Return the first (-1) or the last (1) caret offset on the line of an offset."""
        _, laid, line = self.place(offset)
        return laid.lines[line].start if step < 0 else laid.last_of(line)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a stretch of text, from the top of the article and the left of the column."""
        found: list[QRectF] = []
        for index in range(self.block_at(start), self.block_at(max(start, end - 1)) + 1):
            laid = self.laid(index)
            top = self.top(index)
            found.extend(box.translated(0, top) for box in laid.boxes(start, end))
        return found

    def rows_at(self, x: float, y: int) -> list[Drawn]:
        """Return the rows whose text, lane or name is at a point, the shortest first."""
        index = self.find(y)
        laid = self.laid(index)
        point = QPointF(x, y - self.top(index))
        below = self.measures.pens.pitch
        boxed = chain.from_iterable(picture.boxes.items() for picture in laid.pictures)
        hit = {row_id for row_id, boxes in boxed for box in boxes if box.adjusted(-1, -1, 1, below).contains(point)}
        hit |= {name.row_id for name in laid.names if name.rect.contains(point)}
        rows = [row for row in map(self.rows.get, hit) if row is not None]
        return sorted(rows, key=lambda row: (row.end - row.start, row.start, row.id))

    def _line_height(self) -> int:
        body = self.measures.styles[BlockKind.BODY]
        return body.ascent + body.descent

    def _lay(self, index: int) -> Laid:
        block, before = self.blocks[index], self._before.get(index)
        style = self.measures.styles[block.kind]
        if not block.closes:
            style = style._replace(after=0)
        formats = self._formats(block)
        broken = (
            before.broken
            if before is not None
            else break_lines(
                self.document.text[block.start : block.end], style, formats, self._tab_stops.of(index, style)
            )
        )
        rows = self.rows.within(block.start, block.end)
        return lay_out(block, broken, rows, style, self.measures.pens, before, excluded=bool(formats))

    def _formats(self, block: Block) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        for start, end in self.document.excluded:
            low, high = max(start, block.start), min(end, block.end)
            if low < high:
                offsets = OffsetMap(self.document.text[block.start : block.end])
                found = QTextLayout.FormatRange()
                found.start = offsets.to_utf16(low - block.start)
                found.length = offsets.to_utf16(high - block.start) - found.start
                form = QTextCharFormat()
                form.setForeground(self.measures.pens.look.muted)
                found.format = form
                formats.append(found)
        return formats


def _estimates(blocks: Sequence[Block], measures: Measures) -> list[int]:
    fits = {}
    for kind, style in measures.styles.items():
        fits[kind] = (
            max(1.0, style.width / QFontMetricsF(style.font).averageCharWidth() * 0.97),
            style.line,
            style.after,
        )
    heights = []
    for block in blocks:
        characters, line, after = fits[block.kind]
        lines = -int(-(block.end - block.start) // characters) or 1
        heights.append(lines * line + (after if block.closes else 0))
    return heights
