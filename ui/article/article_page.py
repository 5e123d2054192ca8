"""The content of an article view: document, rows, marks and look, and their layout, without widgets."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.editing.edits import Change
from annotator.model.sentence_states import SentenceState, states
from annotator.model.values import Document, Part, SentenceMark, Span, Suggestion
from annotator.text.parts import Cover
from annotator.text.sentences import split
from annotator.text.tokens import Tokens, provisional
from ui.article.caret import Words
from ui.article.layout.article_layout import ArticleLayout
from ui.article.layout.blocks import Block, BlockKind, cut, heading_of
from ui.article.layout.captions import Caption
from ui.article.layout.laid_block import Laid
from ui.article.layout.measures import WRAPPED, Measures, measures
from ui.article.layout.row_index import EVERYTHING, Drawn, RowIndex, ShownRows, is_drawn
from ui.article.layout.span_picture import Line
from ui.article.span_painter import Overlay, draw_block, draw_caret, draw_dot, draw_read
from ui.base.look.look import Look
from ui.base.look.plain_text import one_line

_LONGEST_TITLE = 1_000  # characters: Qt would lay out all of a longer one at each painting
Sentence = tuple[Part, SentenceState]


class ReadingProgress:
    """The states of sentences: unread, empty (read) or labelled. Page furniture has none. Offsets are code points."""

    def __init__(self, document: Document, blocks: Sequence[Block], rows: RowIndex, marks: Iterable[Part]) -> None:
        self._text = document.text
        self._blocks = blocks
        self._rows = rows
        self._excluded = Cover(document.excluded)
        self._starts = [block.start for block in blocks]
        self._marks: defaultdict[int, set[Part]] = defaultdict(set)  # by block
        for mark in marks:
            self._toggle(mark)
        self._sentences: dict[int, list[Part]] = {}
        self._found: dict[int, list[Sentence]] = {}
        self._before: dict[int, list[Sentence]] = {}  # states of dropped blocks
        self._next = 0  # blocks before this index were computed at least once
        self._changed: set[int] = set()  # indices of dropped blocks
        self.read = self.total = 0  # sentences in the computed blocks

    def of(self, index: int) -> list[Sentence]:
        """Return the sentences of a block, each with its state, in order."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = self._states_of(index)
            self._count(found, 1)
        return found

    def drop(self, indices: Iterable[int]) -> None:
        """Drop the cached states of blocks whose rows or marks changed."""
        for index in indices:
            found = self._found.pop(index, None)
            if found is not None:
                self._count(found, -1)
                self._changed.add(index)
                self._before[index] = found

    def differs(self, index: int) -> bool:
        """Return whether the sentences or states of a dropped block differ from before."""
        return self._before.get(index) != self.of(index)

    def toggle(self, marks: Iterable[Part]) -> set[int]:
        """Toggle the marks of sentences as read; return the indices of the blocks that look different."""
        blocks = {block for mark in marks for block in self._toggle(mark)}
        self.drop(blocks)
        return blocks

    def compute_for(self, seconds: float) -> bool:
        """Compute the states of more blocks for some seconds; return whether all blocks are done."""
        until = perf_counter() + seconds
        while perf_counter() < until:
            if self._changed:
                self.of(self._changed.pop())
            elif self._next < len(self._blocks):
                self.of(self._next)
                self._next += 1
            else:
                return True
        return False

    def touched(self, start: int, end: int, first: int) -> list[Sentence]:
        """Return the sentences that a stretch overlaps or touches; ``first`` is the index of its first block."""
        found: list[Sentence] = []
        index = first
        while index < len(self._blocks) and self._blocks[index].start <= end:
            found += [entry for entry in self.of(index) if entry[0][0] <= end and start <= entry[0][1]]
            index += 1
        return found

    def beside(self, offset: int, step: int, block: int) -> Part | None:
        """Return the sentence after (``step`` 1) or before (-1) an offset in a block, or None."""
        index = block
        while 0 <= index < len(self._blocks):
            found = [part for part, _ in self.of(index) if (part[0] - offset) * step > 0]
            if found:
                return found[0] if step > 0 else found[-1]
            index += step
        return None

    def _states_of(self, index: int) -> list[Sentence]:
        block = self._blocks[index]
        sentences = self._sentences.get(index)
        if sentences is None:
            sentences = self._sentences[index] = self._split(block)
        if not sentences:
            return []
        labelled = (part for row in self._rows.spans_within(block.start, block.end) for part in row.parts)
        return list(zip(sentences, states(sentences, labelled, self._marks.get(index, ())), strict=True))

    def _toggle(self, mark: Part) -> range:
        start, end = mark
        blocks = range(max(0, bisect_right(self._starts, start) - 1), bisect_right(self._starts, end - 1))
        for block in blocks:
            self._marks[block] ^= {mark}
        return blocks

    def _split(self, block: Block) -> list[Part]:
        if block.kind is BlockKind.BLANK:
            return []
        found = ((block.start + s, block.start + e) for s, e in split(self._text[block.start : block.end]))
        return [(start, end) for start, end in found if not self._excluded.touches(start, end)]

    def _count(self, found: Sequence[Sentence], step: int) -> None:
        self.total += step * len(found)
        self.read += step * sum([state is not SentenceState.UNREAD for _, state in found])


_DOT, _RADIUS = 26, 3.5  # of the margin's dots: distance of their middle from the column, and radius
_REACH = 4  # pixels around a dot that react to the pointer
_EMPTY = {SentenceState.EMPTY}


class Display(NamedTuple):
    """The display of an article: look, zoom, the parts shown, and the width of the view in pixels."""

    look: Look
    zoom: float = 1.0
    shown: ShownRows = EVERYTHING
    view: int = 800


class ArticlePage:
    """One article with its rows and layout, ready to be painted."""

    def __init__(
        self,
        document: Document,
        rows: RowIndex,
        tokens: Tokens,
        *,
        byline: str,
        marks: Iterable[Part],
        caption: Callable[[Drawn], Caption],
        display: Display,
    ) -> None:
        self.document = document
        self.rows = rows
        self.byline = byline
        self._blocks = cut(document.text, document.title)
        self._heading = one_line(heading_of(document.text, document.title, self._blocks), _LONGEST_TITLE)
        self.progress = ReadingProgress(document, self._blocks, rows, marks)
        self.words = Words(document.text, tokens, tuple(self._blocks))
        self._caption = caption
        self._display = display
        self.layout = self._laid_out(self._measured(display))

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """Indices of the blocks that are not blank."""
        return tuple(i for i, block in enumerate(self._blocks) if block.kind is not BlockKind.BLANK)

    def show(self, display: Display) -> None:
        """Lay out everything again for another look, zoom or width, or because other rows are shown."""
        self.rows.shown = display.shown
        before, known = self.layout, self._display
        if display == known._replace(view=display.view):
            measured = before.measures.in_view(display.view, cards=display.shown.cards)
        else:
            measured = self._measured(display)
        self._display, self.layout = display, self._laid_out(measured)
        self.layout.take_heights(before)

    def show_tokens(self, tokens: Tokens) -> None:
        """Replace the tokens that selections snap to."""
        self.words = Words(self.document.text, tokens, tuple(self._blocks))

    def replace(self, gone: Sequence[Drawn], new: Sequence[Drawn]) -> list[int]:
        """Replace rows; return the indices of the blocks that contained or contain them, in order."""
        self.rows.exchange(gone, new)
        touched = sorted(self.layout.touched([(row.parts[0][0], row.parts[-1][1]) for row in (*gone, *new)]))
        self.progress.drop(touched)
        self.layout.drop(touched)
        return touched

    def change(self, changes: Iterable[Change]) -> list[int]:
        """Apply the changes of an edit to the rows; return the indices of the blocks that look different."""
        gone: list[Drawn] = []
        new: list[Drawn] = []
        marked: list[Part] = []
        for change in changes:
            before, after = change.before, change.after
            rows = (row for row in (before, after) if isinstance(row, SentenceMark))
            marked += [(row.start, row.end) for row in rows if row.document == self.document.id]
            if isinstance(before, Span | Suggestion) and (held := self.rows.held(before.id)):
                gone.append(held)
            if isinstance(after, Span | Suggestion) and after.document == self.document.id and is_drawn(after):
                new.append(after)
        touched = self.replace(gone, new)
        return touched + sorted(self.progress.toggle(marked))

    def differing(self, before: Overlay, after: Overlay) -> list[Part]:
        """Return the parts of the text where two overlays look different."""
        there, now = set(self._extent(before)), set(self._extent(after))
        parts = [part for _, part in (there ^ now if before.focused == after.focused else there | now)]
        drawn = [part for overlay in (before, after) for part in (overlay.selected, overlay.taken) if part is not None]
        if drawn:  # as one stretch: snapping may leave out white space in between
            parts.append((min(drawn)[0], max([end for _, end in drawn])))
        return parts

    def states_at(self, across: float, down: int) -> set[SentenceState] | None:
        """Return the states of a paragraph's sentences if a point is at the paragraph's dot or line, else None.

        The point is ``across`` pixels from the left of the column and ``down`` pixels from the top of the article.
        """
        layout = self.layout
        if abs(across - self._dots) > layout.measures.scaled(_RADIUS) + _REACH:
            return None
        index = layout.find(down)
        laid = layout.laid(index)
        found = {state for _, state in self.progress.of(index)}
        return found if found and laid.block.kind is BlockKind.BODY and not laid.excluded else None

    def paint(self, painter: QPainter, clip: QRect, top: int, overlay: Overlay) -> None:
        """Paint the part of the article in ``clip``, scrolled so that the height ``top`` is at the upper edge."""
        layout = self.layout
        index = first = layout.find(top + clip.top())
        y = layout.top(index) - top
        if clip.top() + top < layout.measures.header:
            self._paint_byline(painter, top)
        while index < len(self._blocks) and y <= clip.bottom():
            laid = layout.laid(index)
            painter.translate(layout.measures.left, y)
            seen = QRectF(clip).translated(-layout.measures.left, -y)
            draw_block(painter, laid, layout.measures.pens, overlay, seen)
            if (
                laid.block.kind is BlockKind.BODY
                and not laid.excluded
                and seen.left() <= self._dots + 2 * layout.measures.scaled(_RADIUS)
            ):
                self._paint_margin(painter, laid, index, seen.top(), seen.bottom())
            painter.translate(-layout.measures.left, -y)
            y += laid.height
            index += 1
        # one block above is included: the caret may stand out of its block
        if overlay.caret is not None and first - 1 <= layout.block_at(overlay.caret) <= index:
            box = layout.caret_box(overlay.caret).translated(layout.measures.left, -top)
            draw_caret(painter, box, layout.measures.pens, focused=overlay.focused)

    @property
    def _dots(self) -> float:
        """The x of the middle of the margin's dots, from the left of the column."""
        measured = self.layout.measures
        return -min(measured.scaled(_DOT), measured.left / 2)

    def _extent(self, overlay: Overlay) -> list[tuple[str | None, Part]]:
        """Return where the ring and the caret are drawn.

        That is (row id, part) for the ring around the active row, (None, part) for the caret.
        """
        found = [(overlay.active, part) for part in overlay.moved or ()]
        if overlay.caret is not None:
            found.append((None, (overlay.caret, overlay.caret)))
        row = self.rows.get(overlay.active) if overlay.active is not None else None
        if row is not None:
            found.append((row.id, (row.parts[0][0], row.parts[-1][1])))
        return found

    def _laid_out(self, measured: Measures) -> ArticleLayout:
        return ArticleLayout(self.document, self.rows, self._blocks, measured)

    def _measured(self, display: Display) -> Measures:
        return measures(
            display.look,
            zoom=display.zoom,
            labelled=display.shown.names,
            view=display.view,
            caption=self._caption,
            has_byline=bool(self.byline),
            heading=self._heading,
            cards=display.shown.cards,
        )

    def _paint_byline(self, painter: QPainter, top: int) -> None:
        """Paint the byline, and the title if the text does not contain it."""
        measured = self.layout.measures
        painter.setFont(measured.byline_font)
        painter.setPen(measured.pens.look.muted)
        words = QFontMetricsF(measured.byline_font).elidedText(
            one_line(self.byline), Qt.TextElideMode.ElideRight, measured.width, Qt.TextFlag.TextSingleLine
        )
        painter.drawText(QPointF(measured.left, measured.scaled(36) - top), words)
        if measured.heading:
            painter.setFont(measured.styles[BlockKind.HEADLINE].font)
            place = QRectF(
                measured.left, measured.byline - top, measured.width, measured.heading_height(measured.width)
            )
            painter.drawText(place, WRAPPED, measured.heading)

    def _paint_margin(self, painter: QPainter, laid: Laid, index: int, low: float, high: float) -> None:
        """Paint the dot of a paragraph, and a stroke beside its read lines, between two heights of the block."""
        measured, x = self.layout.measures, self._dots
        sentences = self.progress.of(index)
        shown = laid.shown(low, high)
        read = _read_lines(laid.lines[shown.start : shown.stop], sentences)
        draw_read(painter, x, read, measured.pens)
        if laid.block.opens:
            found = {state for _, state in sentences}
            line = laid.lines[0]
            centre = QPointF(x, (line.words + line.lanes) / 2 + 1)
            labelled = SentenceState.LABELLED in found
            draw_dot(painter, centre, _RADIUS * measured.zoom, measured.pens, labelled=labelled, read=found == _EMPTY)


def _read_lines(lines: Sequence[Line], sentences: Sequence[Sentence]) -> list[Line]:
    """Return the lines whose sentences were all read; none if the whole paragraph is unread."""
    unread = [part for part, state in sentences if state is SentenceState.UNREAD]
    if not lines or len(unread) == len(sentences):
        return []
    near = [(start, end) for start, end in unread if start < lines[-1].end and lines[0].start < end]
    return [line for line in lines if not any(start < line.end and line.start < end for start, end in near)]


def empty_page(display: Display) -> ArticlePage:
    """Return a page without an article."""
    nothing = Document(id="", title="", text="", sha256="", language="other")
    return ArticlePage(
        nothing,
        RowIndex(),
        provisional(""),
        byline="",
        marks=(),
        caption=lambda _: Caption(""),
        display=display,
    )
