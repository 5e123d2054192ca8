"""What an article shows: document, rows, marks and look, and the layout that follows from them. Knows no widget."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.edits import Change
from annotator.model import Document, Part, SentenceMark, Span, Suggestion
from annotator.sentences import split
from annotator.tokens import Tokens, provisional
from ui.article.blocks import Block, Kind
from ui.article.caret import Words
from ui.article.layout import ArticleLayout, Laid, article_blocks
from ui.article.measures import measures
from ui.article.row_index import Drawn, RowIndex, is_drawn
from ui.article.span_painter import Overlay, draw_block, draw_dot
from ui.article.span_picture import Caption
from ui.look.look import Look

_DOT = 26  # from the column to the middle of the margin's dots


@dataclass(frozen=True, kw_only=True)
class Display:
    """How an article is shown."""

    look: Look
    zoom: float = 1.0
    clean: bool = False
    view: int = 800


class ArticlePage:
    """One article, ready to be measured and painted."""

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
        self.marks = frozenset(marks)
        self._blocks = article_blocks(document)
        self.words = Words(document.text, tokens, tuple(self._blocks))
        self._caption = caption
        self.layout = self._measured(display)

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """Blocks that are not blank, by index."""
        return tuple(i for i, block in enumerate(self._blocks) if block.kind is not Kind.BLANK)

    def show(self, display: Display) -> None:
        """Lay everything out for another look, zoom or width."""
        before, self.layout = self.layout, self._measured(display)
        self.layout.recall(before)

    def show_tokens(self, tokens: Tokens) -> None:
        """Snap to these from now on."""
        self.words = Words(self.document.text, tokens, tuple(self._blocks))

    def replace(self, gone: Sequence[Drawn], new: Sequence[Drawn]) -> list[int]:
        """Exchange rows; give the blocks that must be painted anew."""
        for row in gone:
            self.rows.remove(row.id)
        for row in new:
            self.rows.add(row)
        return self.layout.forget((row.start, row.end) for row in (*gone, *new))

    def change(self, changes: Iterable[Change]) -> list[int]:
        """Exchange the rows that an edit names; give the blocks that must be painted anew."""
        gone: list[Drawn] = []
        new: list[Drawn] = []
        marked: list[Part] = []
        for change in changes:
            before, after = change.before, change.after
            for row in (before, after):
                if isinstance(row, SentenceMark) and row.document == self.document.id:
                    self.marks ^= {(row.start, row.end)}
                    marked.append((row.start, row.end))
            if isinstance(before, Span | Suggestion) and (shown := self.rows.get(before.id)):
                gone.append(shown)
            if isinstance(after, Span | Suggestion) and after.document == self.document.id and is_drawn(after):
                new.append(after)
        touched = self.replace(gone, new)
        return touched + [self.layout.block_at(start) for start, _ in marked]

    def differing(self, before: Overlay, after: Overlay) -> list[Part]:
        """Give the parts of the text that look different."""
        parts = [part for overlay in (before, after) for part in self._extent(overlay)]
        if before.selected is None and after.selected is None:
            return parts
        return [(min(start for start, _ in parts), max(end for _, end in parts))] if parts else []

    def paint(self, painter: QPainter, clip: QRect, top: int, overlay: Overlay) -> None:
        """Paint what shows in ``clip`` when the article is scrolled to ``top``."""
        layout = self.layout
        index = layout.find(top + clip.top())
        y = layout.top(index) - top
        if clip.top() + top < layout.measures.header:
            self._paint_byline(painter, top)
        while index < len(self._blocks) and y <= clip.bottom():
            laid = layout.laid(index)
            painter.translate(layout.measures.left, y)
            draw_block(painter, laid, layout.measures.pens, overlay)
            if laid.block.kind is Kind.BODY and laid.block.opens and not laid.excluded:
                self._paint_dot(painter, laid)
            painter.translate(-layout.measures.left, -y)
            y += laid.height
            index += 1

    def _extent(self, overlay: Overlay) -> Iterable[Part]:
        if overlay.caret is not None:
            yield overlay.caret, overlay.caret
        row = self.rows.get(overlay.active or "")
        if row is not None:
            yield row.start, row.end
        for part in (overlay.selected, overlay.taken, *(overlay.moved or ())):
            if part is not None:
                yield part

    def _measured(self, display: Display) -> ArticleLayout:
        found = measures(
            display.look,
            zoom=display.zoom,
            clean=display.clean,
            view=display.view,
            caption=self._caption,
            has_byline=bool(self.byline),
        )
        return ArticleLayout(self.document, self.rows, self._blocks, found)

    def _paint_byline(self, painter: QPainter, top: int) -> None:
        measured = self.layout.measures
        painter.setFont(measured.byline_font)
        painter.setPen(measured.pens.look.muted)
        words = QFontMetricsF(measured.byline_font).elidedText(
            self.byline, Qt.TextElideMode.ElideRight, measured.width, Qt.TextFlag.TextSingleLine
        )
        painter.drawText(QPointF(measured.left, measured.scaled(36) - top), words)

    def _paint_dot(self, painter: QPainter, laid: Laid) -> None:
        measured = self.layout.measures
        line = laid.lines[0]
        centre = QPointF(-min(measured.scaled(_DOT), measured.left / 2), (line.words + line.lanes) / 2 + 1)
        read = not laid.labelled and self._is_read(laid.block)
        draw_dot(painter, centre, 3.5 * measured.zoom, measured.pens, labelled=laid.labelled, read=read)

    def _is_read(self, block: Block) -> bool:
        if not self.marks:
            return False
        found = split(self.document.text[block.start : block.end])
        return all((block.start + start, block.start + end) in self.marks for start, end in found)


def empty_page(display: Display) -> ArticlePage:
    """Give a page without an article."""
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
