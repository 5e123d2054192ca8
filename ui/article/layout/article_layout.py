"""The geometry of one article: blocks are laid out when they come into sight, the rest is estimated.

Heights are whole pixels from the top of the article; offsets are code points.
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine

from annotator.model.values import Document, Part
from annotator.text.offsets import OffsetMap
from ui.article.layout.blocks import Block, Heights, Kind, cut, grapheme_step
from ui.article.layout.line_breaks import Bounds, Broken, break_lines
from ui.article.layout.measures import Measures
from ui.article.layout.row_index import Drawn, RowIndex
from ui.article.layout.span_picture import Crowd, Fragment, Line, Name, Pens, Picture, Style, crowd, draw_up, room

KEPT = 1000  # lines that stay laid out: more than a screen shows, but few for the garbage collector


class Laid(NamedTuple):
    """A block laid out. Lines, with a picture and a crowd each, are relative to its top left corner."""

    block: Block
    broken: Broken
    lines: tuple[Line, ...]
    crowds: tuple[Crowd, ...]
    pictures: tuple[Picture, ...]
    width: int
    height: int
    excluded: bool

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.broken.text

    @property
    def qt_lines(self) -> tuple[QTextLine, ...]:
        """Qt's lines, parallel to ``lines``."""
        return self.broken.qt_lines

    @property
    def names(self) -> Iterator[Name]:
        """The label names above the text."""
        return chain.from_iterable(picture.names for picture in self.pictures)

    def row_boxes(self, row_id: str) -> list[QRectF]:
        """Return the boxes of a row's text, from the first line to the last."""
        return [box for picture in self.pictures for box in picture.boxes.get(row_id, ())]

    def shown(self, low: float, high: float) -> range:
        """Return the indices of the lines that show between two heights."""
        first = bisect_right(self.lines, low, key=attrgetter("bottom"))
        return range(first, max(first, bisect_left(self.lines, high, key=attrgetter("top"))))

    def line_of(self, offset: int) -> int:
        """Return the line of an offset; at a wrap, the later one."""
        index = bisect_right(self.lines, offset, key=lambda line: line.start) - 1
        return max(0, index)

    def x_of(self, offset: int) -> float:
        """Return where a caret at the offset stands."""
        return _x(self.qt_lines[self.line_of(offset)], self.broken.offsets.to_utf16(offset - self.block.start))

    def line_at(self, y: int) -> int:
        """Return the line at a height, or the last one."""
        return next((i for i, line in enumerate(self.lines) if y < line.bottom), len(self.lines) - 1)

    def offset_at(self, line: int, x: float) -> int:
        """Return the caret offset on a line nearest to ``x``."""
        found = self.block.start + self.broken.offsets.to_code_point(self.qt_lines[line].xToCursor(x))
        return min(found, self.last_of(line))

    def last_of(self, line: int) -> int:
        """Return the last offset at which a caret is still drawn on the line."""
        seen = self.lines[line].seen
        if line + 1 < len(self.lines) and seen == self.lines[line].end:
            return self.block.start + grapheme_step(self.text, seen - self.block.start, -1)
        return seen

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a stretch of text: one per line, more where the writing direction changes."""
        boxes: list[QRectF] = []
        for index in range(self.line_of(max(start, self.block.start)), len(self.lines)):
            line = self.lines[index]
            if line.start >= end:
                break
            low, high = max(start, line.start), min(end, line.seen)
            if low < high:
                stretches = _stretches(
                    self.qt_lines[index],
                    self.broken.offsets.to_utf16(low - self.block.start),
                    self.broken.offsets.to_utf16(high - self.block.start),
                    mixed=self.broken.mixed,
                )
                height = line.lanes - line.words
                boxes.extend(QRectF(left, line.words, right - left, height) for left, right in stretches)
        return boxes


class Changed(NamedTuple):
    """Where a block looks different, from the article's top and the column's left.

    What stood below ``foot`` now stands below ``now``, unchanged.
    """

    rect: QRectF
    foot: int
    now: int


class ArticleLayout:
    """All blocks of an article, of which those in sight are laid out."""

    def __init__(self, document: Document, rows: RowIndex, blocks: list[Block], measures: Measures) -> None:
        self.document = document
        self.rows = rows
        self.blocks = blocks
        self.measures = measures
        self._starts = [block.start for block in blocks]
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._lines = 0  # in `_laid`
        self._before: dict[int, Laid] = {}  # dropped last
        self.heights = Heights(_estimates(blocks, measures))
        self.changes = 0  # counts the changes that may have moved or altered laid-out text

    def block_at(self, offset: int) -> int:
        """Return the block of an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def top(self, index: int) -> int:
        """Return the height at which a block begins."""
        return self.measures.header + self.heights.top(index)

    def lines_between(self, top: int, bottom: int) -> Part:
        """Return the part of the text on the lines that show between two heights."""
        first, last = self.find(top), self.find(bottom)
        above, below = self.laid(first), self.laid(last)
        start = above.lines[above.line_at(top - self.top(first))].start
        return start, below.lines[below.line_at(bottom - self.top(last))].end

    def total(self) -> int:
        """Return the height of the whole article."""
        return self.measures.header + self.heights.total() + self.measures.foot

    def find(self, y: int) -> int:
        """Return the block at a height."""
        return self.heights.find(max(0, y - self.measures.header))

    def laid(self, index: int) -> Laid:
        """Lay out a block, or return it from the cache.

        Its height counts only once it is in sight, so that nothing visible moves.
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

    def recall(self, before: "ArticleLayout") -> None:
        """Take over the heights of a layout of the same blocks in the same style."""
        if self.blocks == before.blocks and self.measures.styles == before.measures.styles:
            self.heights = before.heights.copy()
            self.changes += 1

    def count(self, index: int) -> int:
        """Lay out a block and replace its estimated height; return the difference."""
        difference = self.heights.change(index, self.laid(index).height)
        self.changes += difference != 0
        return difference

    def settle(self, top: int, height: int, keep: int) -> int:
        """Lay out what shows from ``top`` to ``top`` + ``height``; return how far that moved the block ``keep``."""
        moved = 0
        index = self.find(top)
        y = self.top(index)
        while index < len(self.blocks) and y < top + moved + height:
            difference = self.count(index)
            if difference and index < keep:
                moved += difference
                index = self.find(top + moved)
                y = self.top(index)
            else:
                y += self.heights[index]
                index += 1
        return moved

    def touched(self, parts: Iterable[Part]) -> set[int]:
        """Return the blocks that share characters with the parts."""
        return {i for start, end in parts for i in range(self.block_at(start), self.block_at(end - 1) + 1)}

    def forget(self, blocks: Iterable[int]) -> None:
        """Drop the layout of some blocks, to lay them out anew."""
        self._before = {index: self._laid.pop(index) for index in blocks if index in self._laid}
        self._lines -= sum(len(laid.lines) for laid in self._before.values())
        self.changes += bool(self._before)

    def pictured(self, blocks: Iterable[int]) -> list[int]:
        """Return those of the blocks that are laid out, or were until they were dropped."""
        return [index for index in blocks if index in self._before or index in self._laid]

    def stretch(self, start: int, end: int) -> Part:
        """Return the heights between which the lines of a part lie; the blocks' edges where lines are unknown."""
        first, last = self.block_at(start), self.block_at(end)
        top, bottom = self.top(first), self.top(last + 1)
        if (laid := self._laid.get(first)) is not None:
            top += laid.lines[laid.line_of(start)].top
        if (laid := self._laid.get(last)) is not None:
            bottom = self.top(last) + laid.lines[laid.line_of(end)].bottom
        if start == end and self.blocks[first].kind is Kind.BLANK:
            return top - self._line_height(), bottom + self._line_height()  # the caret is taller than the gap
        return top, bottom

    def changed(self, index: int) -> Changed | None:
        """Return where a dropped block looks different now, or None if unknown."""
        before, now = self._before.get(index), self._laid.get(index)
        if before is None or now is None:
            return None
        top = self.top(index)
        new = [i for i, (old, crowded) in enumerate(zip(before.crowds, now.crowds, strict=True)) if old is not crowded]
        first, last = (new[0], new[-1]) if new else (0, 0)
        if before.lines == now.lines:
            rect = QRectF()
            for i in new:
                rect = rect.united(before.pictures[i].differing(now.pictures[i]))
        else:
            head, foot = now.lines[first].top, now.lines[last].bottom
            rect = QRectF(0, head, self.measures.width, foot - head)
        return Changed(rect.translated(0, top), top + before.lines[last].bottom, top + now.lines[last].bottom)

    def place(self, offset: int) -> tuple[int, Laid, int]:
        """Return block index, laid-out block and line of an offset."""
        index = self.block_at(offset)
        laid = self.laid(index)
        return index, laid, laid.line_of(offset)

    def caret_box(self, offset: int) -> QRectF:
        """Return the caret's rectangle at an offset, from the top of the article and the left of the column."""
        index, laid, line = self.place(offset)
        row = laid.lines[line]
        top, height = self.top(index) + row.words, row.lanes - row.words
        if laid.block.kind is Kind.BLANK:  # as tall as in a line of text, centred on the gap
            tall = self._line_height()
            top, height = top - (tall - height) // 2, tall
        return QRectF(laid.x_of(offset), top, 2, height)

    def offset_at(self, x: float, y: int) -> int:
        """Return the caret offset nearest to a point."""
        index = self.find(y)
        laid = self.laid(index)
        return laid.offset_at(laid.line_at(y - self.top(index)), x)

    def line_step(self, offset: int, x: float, step: int) -> int:
        """Return the offset at ``x`` one line up (-1) or down (1), or the end of the article."""
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
        """Return the beginning (-1) or the end (1) of the line."""
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
        hit = {row_id for row_id, boxes in boxed if _holds(boxes, point, below)}
        hit |= {name.row_id for name in laid.names if name.rect.contains(point)}
        rows = [row for row in map(self.rows.get, hit) if row is not None]
        return sorted(rows, key=lambda row: (row.end - row.start, row.start, row.id))

    def _line_height(self) -> int:
        body = self.measures.styles[Kind.BODY]
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
            else break_lines(self.document.text[block.start : block.end], style, formats)
        )
        rows = self.rows.within(block.start, block.end)
        return _lay(block, broken, rows, style, self.measures.pens, before, excluded=bool(formats))

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


def article_blocks(document: Document) -> list[Block]:
    """Cut a document into blocks."""
    return cut(document.text, document.title)


def _lay(
    block: Block,
    broken: Broken,
    rows: Sequence[Drawn],
    style: Style,
    pens: Pens,
    before: Laid | None,
    *,
    excluded: bool,
) -> Laid:
    known = before.crowds if before is not None else ()
    crowds = crowd(_fragments(block, rows, broken), len(broken.bounds), pens, style.width, known)
    lines: list[Line] = []
    y = 0
    for qt_line, (start, end, seen), crowded in zip(broken.qt_lines, broken.bounds, crowds, strict=True):
        above, below = room(crowded, pens, style)
        extra = max(0, -int((style.font_ascent - qt_line.ascent()) // 1))  # of a taller fallback font, as for emoji
        words = y + above + extra
        baseline = words + style.ascent
        qt_line.setPosition(QPointF(0, baseline - qt_line.ascent()))
        lanes = baseline + style.descent
        bottom = lanes + below
        base = block.start
        lines.append(Line(base + start, base + end, base + seen, y, words, baseline, lanes, bottom))
        y = bottom
    return Laid(
        block=block,
        broken=broken,
        lines=tuple(lines),
        crowds=tuple(crowds),
        pictures=tuple(_pictures(crowds, lines, pens, before)),
        width=style.width,
        height=y + style.after,
        excluded=excluded,
    )


def _pictures(crowds: Sequence[Crowd], lines: Sequence[Line], pens: Pens, before: Laid | None) -> Iterator[Picture]:
    """Yield the picture of each line; an unmoved line with the same rows reuses its old one."""
    for index, (crowded, line) in enumerate(zip(crowds, lines, strict=True)):
        if before is not None and before.crowds[index] is crowded and before.lines[index] == line:
            yield before.pictures[index]
        else:
            yield draw_up(crowded, line, pens)


def _fragments(block: Block, rows: Sequence[Drawn], broken: Broken) -> Iterable[Fragment]:
    offsets = broken.offsets
    for row in rows:
        gaps = [(before[1], after[0]) for before, after in pairwise(row.parts)]
        for part, gap in (*((part, False) for part in row.parts), *((gap, True) for gap in gaps)):
            for line, low, high in _on_lines(part, block, broken.bounds):
                opens = not gap and low == row.start - block.start
                first, last = offsets.to_utf16(low), offsets.to_utf16(high)
                for left, right in _stretches(broken.qt_lines[line], first, last, mixed=broken.mixed):
                    yield Fragment(row, line, left, right, opens, gap=gap)
                    opens = False


def _on_lines(part: Part, block: Block, bounds: Sequence[Bounds]) -> Iterable[tuple[int, int, int]]:
    """Yield (line, start, end) of each line's share of a part, counted from the block's start."""
    start, end = max(0, part[0] - block.start), min(block.end - block.start, part[1] - block.start)
    first = bisect_right(bounds, start, key=itemgetter(0)) - 1
    for line in range(first, len(bounds)) if start < end else ():
        low, high = max(start, bounds[line][0]), min(end, bounds[line][2])
        if bounds[line][0] >= end:
            break
        if low < high:
            yield line, low, high


def _stretches(line: QTextLine, start: int, end: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Return left and right edges of a stretch (UTF-16 units) on a line: several where the direction changes.

    In mixed text cursorToX fits only one of two directions, so the glyph runs are measured there.
    """
    if not mixed:
        return [(_x(line, start), _x(line, end))]
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    joined: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, offset: int) -> float:
    found = line.cursorToX(offset)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # the stubs say object


def _holds(boxes: Sequence[QRectF], point: QPointF, below: int) -> bool:
    return any(box.adjusted(-1, -1, 1, below).contains(point) for box in boxes)


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
