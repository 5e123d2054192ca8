"""The article widget: it shows the text with its labels, and reports in code points what the user does.

`canvas` paints, `layout` computes the geometry; `keys` and `mouse` handle input. `RowSteps` in `keys` moves the ring
around the active row.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QWidget

from annotator.editing.edits import Change, Edit
from annotator.model.values import Document, Part, Span, Suggestion
from annotator.text.tokens import Tokens
from ui.article.accessible import ArticleAccess, Describe, plain_words
from ui.article.article_page import ArticlePage, empty_page
from ui.article.canvas import ArticleCanvas
from ui.article.caret import Caret
from ui.article.keys import HANDLED, ArticleKeys, RowSteps
from ui.article.layout.captions import Caption, plain_caption
from ui.article.layout.row_index import Drawn, RowIndex
from ui.article.mouse import ArticleMouse
from ui.article.span_painter import Overlay

_PAUSE = 60  # milliseconds without a move of the caret
_NEAR = 200  # rows searched for the next suggestion


class LayoutPrefetcher(QObject):
    """Lays out the text at the next suggestion in advance, because layout is half the cost of jumping there."""

    def __init__(self, view: ArticleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._prepare)
        view.caret_moved.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._timer.start()  # connected itself, it would take the caret's offset for its interval

    @Slot()
    def _prepare(self) -> None:
        """Lay out one view height from the next suggestion on; nothing visible moves, see `ArticleLayout.laid`."""
        page, height = self._view.page, self._view.viewport().height()
        rows = page.rows.starting(self._view.caret() + 1, len(page.document.text), _NEAR)
        following = min((row.start for row in rows if isinstance(row, Suggestion)), default=None)
        if following is None:
            return
        index = page.layout.block_at(following)
        while height > 0 and index < len(page.layout.blocks):
            height -= page.layout.laid(index).height
            index += 1


class ArticleView(ArticleCanvas):
    """Widget that shows and edits one article with its spans and suggestions, by keys, mouse and screen reader."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        caption: Callable[[Drawn], Caption] = plain_caption,
        describe: Describe = plain_words,
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        self.keys = ArticleKeys(self)
        self.row_steps = RowSteps(self)
        self._mouse = ArticleMouse(self)
        self.setObjectName("articleView")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the column would shift
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.accessible = ArticleAccess(self, describe)
        self._prefetcher = LayoutPrefetcher(self)

    def show_document(
        self,
        document: Document,
        spans: Sequence[Span],
        suggestions: Sequence[Suggestion],
        tokens: Tokens,
        *,
        byline: str = "",
        marks: Iterable[Part] = (),
    ) -> None:
        """Show an article. If it is the same one as before, the caret and the scroll position stay.

        ``marks`` are the sentences that were read and found empty.
        """
        same = document.id == self.document_id() and document.text == self.page.document.text
        page = ArticlePage(
            document,
            RowIndex((*spans, *suggestions), self.display.shown, document.text),
            tokens,
            byline=byline,
            marks=marks,
            caption=self._caption,
            display=self.display,
        )
        self._turn_to(page, same=same)

    def clear(self) -> None:
        """Remove the article from the view."""
        self._turn_to(empty_page(self.display), same=False)

    def update_rows(self, spans: Sequence[Span], suggestions: Sequence[Suggestion]) -> None:
        """Replace the rows; only blocks whose rows differ are laid out again."""
        gone, new = self.page.rows.replaced_by((*spans, *suggestions))
        self._redraw(lambda: self.page.replace(gone, new))

    @Slot(object)
    def show_edit(self, edit: Edit) -> None:
        """Show what an edit changed in the article."""
        if self.page.document.id in edit.document_ids:
            self.apply(edit.changes)

    def apply(self, changes: Iterable[Change]) -> None:
        """Show changes of rows; those of other articles are ignored."""
        self._redraw(lambda: self.page.change(changes))

    def show_tokens(self, tokens: Tokens) -> None:
        """Replace the tokens that selections snap to."""
        self.page.show_tokens(tokens)
        self.move_caret(self.drawn)

    def show_hits(self, hits: Sequence[Part], current: Part | None = None) -> None:
        """Paint search hits and scroll to the current one."""
        self.overlay = self.overlay._replace(hits=tuple(hits), hit=current)
        self.viewport().update()
        self.shown_changed.emit(None)
        if current is not None:
            self.scrolling.ensure_visible(*current)

    def event(self, event: QEvent) -> bool:
        return (event.type() in HANDLED and self.keys.handle(event)) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        return self._mouse.handle(event) or super().viewportEvent(event)

    def _turn_to(self, page: ArticlePage, *, same: bool) -> None:
        anchor = self.scrolling.anchor() if same else None
        if same:
            page.layout.take_heights(self.page.layout)
        self.page = page
        if not same:
            self.drawn = Caret()
            self.overlay = Overlay(caret=0, focused=self.hasFocus())
        self.scrolling.show(page.layout, anchor)
        self.viewport().update()
        self.shown_changed.emit(None)
        if not same:
            self.caret_moved.emit(0)
            self.selection_changed.emit(0, 0)

    def _redraw(self, change: Callable[[], Sequence[int]]) -> None:
        """Change the rows and repaint their blocks; the line of the active row or else of the caret stays in place."""
        row = self.page.rows.get(self.overlay.active or "")
        at = self.drawn.position if row is None else row.start
        active = self.scrolling.anchor_at(at) if at else None
        edge = self.scrolling.anchor() if active is None else None
        blocks, layout = change(), self.page.layout
        seen, top = layout.pictured(blocks), self.scrolling.top
        foot = self.scrolling.foot(seen)
        if active is None:
            self.scrolling.restore(edge)
        else:
            self.scrolling.go(active)
        if self.page.rows.get(self.overlay.active or "") is None:
            self.overlay = self.overlay._replace(active=None)
        if self.scrolling.top != top:
            self.viewport().update()
        else:
            self.scrolling.repaint_blocks(seen, filter(self.page.progress.differs, seen), foot)
        self.shown_changed.emit([(layout.blocks[index].start, layout.blocks[index].end) for index in blocks])
