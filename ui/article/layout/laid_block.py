"""One block laid out: its lines, and what is drawn around them.

Offsets are code points; only this module maps them to Qt's.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.model.values import Part
from annotator.text.offsets import OffsetMap
from ui.article.layout.blocks import Block, for_qt, grapheme_step
from ui.article.layout.row_index import Drawn
from ui.article.layout.span_picture import Crowd, Fragment, Line, Name, Pens, Picture, Style, crowd, draw_up, room

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

Bounds = tuple[int, int, int]  # start and end of a line, and start of the white space at its wrap


class BrokenLines(NamedTuple):
    """A block's text broken into lines. Offsets are code points from its start; ``offsets`` maps them to Qt's."""

    text: str
    offsets: OffsetMap
    layout: QTextLayout
    qt_lines: tuple[QTextLine, ...]
    bounds: tuple[Bounds, ...]
    mixed: bool  # some or all text runs from right to left
    right_to_left: bool  # the paragraph runs from right to left


def break_lines(
    text: str, style: Style, formats: list[QTextLayout.FormatRange], tab_stops: Sequence[float] = ()
) -> BrokenLines:
    """Break the text of a block into lines of the style's width; ``tab_stops`` are in pixels."""
    mixed = _RIGHT_TO_LEFT.search(text) is not None
    right_to_left = mixed and _is_right_to_left(text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right_to_left:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    elif tab_stops:
        option.setTabArray(tab_stops)
    layout, qt_lines = _break(text, style, formats, option)
    offsets = OffsetMap(text)
    bounds = tuple(_bounds(line, offsets, text) for line in qt_lines)
    return BrokenLines(text, offsets, layout, tuple(qt_lines), bounds, mixed, right_to_left)


def _break(
    text: str, style: Style, formats: list[QTextLayout.FormatRange], option: QTextOption
) -> tuple[QTextLayout, list[QTextLine]]:
    layout = QTextLayout(for_qt(text), style.font)
    layout.setCacheEnabled(True)
    layout.setTextOption(option)
    if formats:
        layout.setFormats(formats)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(style.width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _is_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in strong if direction in {"L", "R", "AL"}), False)


def _bounds(line: QTextLine, offsets: OffsetMap, text: str) -> Bounds:
    start = offsets.to_code_point(line.textStart())
    end = offsets.to_code_point(line.textStart() + line.textLength())
    return start, end, start + len(text[start:end].rstrip())


class Laid(NamedTuple):
    """A block laid out.

    Each line has a picture (what is drawn) and a crowd (its fragments); all are relative to the block's top left
    corner.
    """

    block: Block
    broken: BrokenLines
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
        """Qt's lines, in the same order as ``lines``."""
        return self.broken.qt_lines

    @property
    def names(self) -> Iterator[Name]:
        """The label names above the text."""
        return chain.from_iterable(picture.names for picture in self.pictures)

    def shown(self, low: float, high: float) -> range:
        """Return the indices of the lines that are visible between two heights of the block."""
        first = bisect_right(self.lines, low, key=attrgetter("bottom"))
        return range(first, max(first, bisect_left(self.lines, high, key=attrgetter("top"))))

    def line_of(self, offset: int) -> int:
        """Return the index of the line that an offset is on; at a wrap, the later line."""
        return max(0, bisect_right(self.lines, offset, key=attrgetter("start")) - 1)

    def x_of(self, offset: int) -> float:
        """Return the x of a caret at an offset."""
        return _x(self.qt_lines[self.line_of(offset)], self.broken.offsets.to_utf16(offset - self.block.start))

    def line_at(self, y: int) -> int:
        """Return the index of the line at a height; below all lines, the last one."""
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


def lay_out(
    block: Block,
    broken: BrokenLines,
    rows: Sequence[Drawn],
    style: Style,
    pens: Pens,
    before: Laid | None,
    *,
    excluded: bool,
) -> Laid:
    """Lay out the rows of a block around its lines; reuse what is the same in the layout ``before``."""
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


def _fragments(block: Block, rows: Sequence[Drawn], broken: BrokenLines) -> Iterable[Fragment]:
    offsets = broken.offsets
    for row in rows:
        gaps = [((before[1], after[0]), True) for before, after in pairwise(row.parts)]
        for part, gap in [(part, False) for part in row.parts] + gaps:
            for line, low, high in _on_lines(part, block, broken.bounds):
                opens = not gap and low == row.parts[0][0] - block.start
                first, last = offsets.to_utf16(low), offsets.to_utf16(high)
                for left, right in _stretches(broken.qt_lines[line], first, last, mixed=broken.mixed):
                    yield Fragment(row, line, left, right, opens, gap=gap)
                    opens = False


def _on_lines(part: Part, block: Block, bounds: Sequence[Bounds]) -> Iterable[tuple[int, int, int]]:
    """Yield (line, start, end) for each line that a part reaches, counted from the block's start."""
    start, end = max(0, part[0] - block.start), min(block.end - block.start, part[1] - block.start)
    first = bisect_right(bounds, start, key=itemgetter(0)) - 1
    for line in range(first, len(bounds)) if start < end else ():
        low, high = max(start, bounds[line][0]), min(end, bounds[line][2])
        if bounds[line][0] >= end:
            break
        if low < high:
            yield line, low, high


def _stretches(line: QTextLine, start: int, end: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Return the left and right edges of a stretch (UTF-16 units) on a line; several if the direction changes.

    In mixed text, `cursorToX` fits only one of the two directions, so the glyph runs are measured instead.
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
