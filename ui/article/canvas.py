"""The scroll area that paints an article: its display settings, caret, selection and active row."""

from collections.abc import Iterable
from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.model.values import Part, Suggestion
from ui.article.article_page import Display, empty_page
from ui.article.caret import Caret, Snapping
from ui.article.layout.row_index import ShownRows
from ui.article.scroll import ArticleScroll, joined
from ui.article.span_painter import Overlay
from ui.base.look import look as looks
from ui.base.look.look import Look

SMALLEST, LARGEST = 0.5, 4.0


class Layer(Protocol):
    """Something painted over the article in its viewport, scrolling along with it."""

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint the part of the layer that lies in ``clip``."""


class ArticleCanvas(QAbstractScrollArea):
    """Widget that paints one article page; all offsets are code points.

    ``snapping`` is the unit that selections widen to. ``drawn`` is the caret and the selection before they are widened.
    ``overlay`` is what is drawn over the article. Keys and mouse read these; `set_snapping`, `move_caret` and
    `set_overlay` change them. ``layers`` are painted over the article, the last one on top.
    """

    selection_changed = Signal(int, int)
    caret_moved = Signal(int)
    left = Signal()  # Escape, with neither selection nor active row
    activated = Signal(str)  # id of a span or suggestion, "" for none
    context_requested = Signal(QPoint, int, list)  # screen position, offset, ids of the rows there
    heading_pressed = Signal()  # the title above a text that does not have it
    boundary_dragged = Signal(str, object)  # id of the row, its new parts
    zoom_changed = Signal(float)
    shown_changed = Signal(object)  # rows, hits, heights or look changed in these parts, None for everywhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snapping = Snapping.TOKEN
        self.display = Display(look=looks.light({}))
        self.page = empty_page(self.display)
        self.scrolling = ArticleScroll(self, self.page.layout)
        self.drawn = Caret()
        self.overlay = Overlay()
        self.layers: list[Layer] = []

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._show_as(self.display._replace(look=look))

    def set_shown(self, shown: ShownRows) -> None:
        """Show only these layers, suggestions and names. The active row stays active if it is still shown."""
        self._show_as(self.display._replace(shown=shown))
        if self.overlay.active is not None and self.page.rows.get(self.overlay.active) is None:
            self.set_active(None)
            self.activated.emit("")

    def set_zoom(self, zoom: float) -> None:
        """Set the zoom factor, 1 being normal size."""
        self._show_as(self.display._replace(zoom=min(LARGEST, max(SMALLEST, round(zoom, 2)))))
        self.zoom_changed.emit(self.display.zoom)

    def document_id(self) -> str | None:
        """Return the id of the article, or None."""
        return self.page.document.id or None

    def caret(self) -> int:
        """Return the offset of the caret."""
        return self.drawn.position

    def selection(self) -> Part:
        """Return the selection, snapped to tokens and trimmed of white space; an empty part if nothing is selected."""
        return self.page.words.taken(self.drawn, self.snapping)

    def select(self, start: int, end: int, *, exact: bool = False, active: str | None = None) -> None:
        """Select a stretch of the text, without snapping if ``exact``; a row given as ``active`` becomes active."""
        last = len(self.page.document.text)
        self.move_caret(Caret(max(0, min(end, last)), max(0, min(start, last)), exact), active)

    def set_snapping(self, snapping: Snapping) -> None:
        """Set the unit (token, sentence or character) that selections widen to."""
        self.snapping = snapping
        self.move_caret(self.drawn)

    def move_caret(self, caret: Caret, active: str | None = None) -> None:
        """Set caret and selection, and emit what changed; a row given as ``active`` becomes active at once."""
        moved = caret.position != self.drawn.position
        ring = active if active is not None and self.page.rows.get(active) is not None else self.overlay.active
        before, self.drawn = self.overlay.taken, caret
        taken = None if caret.empty else self.page.words.taken(caret, self.snapping)
        selected = None if caret.empty else caret.selected
        self.set_overlay(self.overlay._replace(caret=caret.position, selected=selected, taken=taken, active=ring))
        if moved:
            self.caret_moved.emit(caret.position)
        if taken != before:
            self.selection_changed.emit(*(taken or (caret.position, caret.position)))

    def set_overlay(self, overlay: Overlay) -> None:
        """Replace the overlay, and repaint where it looks different."""
        before, self.overlay = self.overlay, overlay
        if overlay != before:
            self.scrolling.repaint(self.page.differing(before, overlay))

    def active(self) -> str | None:
        """Return the id of the active row, which has the ring around it, or None."""
        return self.overlay.active

    def set_active(self, row_id: str | None) -> None:
        """Make a span or suggestion active, and scroll to it if none of it is in sight; None makes no row active."""
        row = self.page.rows.get(row_id) if row_id else None
        self.set_overlay(self.overlay._replace(active=row.id if row else None))
        if row is not None:
            self.scrolling.ensure_visible(row.start, row.end, partly=True)

    def span_rects(self, span_id: str) -> list[QRect]:
        """Return the rectangles of a row's text in the viewport, one per line."""
        row = self.page.rows.get(span_id)
        boxes = [box for part in row.parts for box in self.page.layout.boxes(*part)] if row else []
        return [box.translated(self.page.layout.measures.left, -self.scrolling.top).toAlignedRect() for box in boxes]

    def offset_at(self, point: QPoint) -> int | None:
        """Return the caret offset nearest to a point of the viewport; None outside it or without an article."""
        if not self.page.document.id or not self.viewport().rect().contains(point):
            return None
        return self.page.layout.offset_at(point.x() - self.page.layout.measures.left, point.y() + self.scrolling.top)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            region = cast("Iterable[QRect]", event.region())  # iterable, which the stubs do not declare
            for exact in joined(region, self.page.layout.measures.cards or self.viewport().width()):
                rect = exact.adjusted(-1, -1, 1, 1)  # at a scale of 125% its edges lie inside screen pixels
                painter.setClipRect(rect)
                painter.fillRect(rect, self.display.look.ground)
                if self.page.document.id:
                    self.page.paint(painter, rect, self.scrolling.top, self.overlay)
                    for layer in self.layers:
                        layer.paint(painter, rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self.display.view:
            self._show_as(self.display._replace(view=self.viewport().width()))
        else:
            self.scrolling.restore(self.scrolling.anchor())
        row, caret = self.page.rows.get(self.overlay.active or ""), self.drawn.position
        self.scrolling.keep_visible((row.start, row.end) if row else (caret, caret), event.oldSize().height())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        moved = self.scrolling.scrolled()
        if moved is None:
            self.viewport().update()
        else:
            self.viewport().scroll(0, moved)

    def _show_as(self, display: Display) -> None:
        anchor = self.scrolling.anchor()
        self.display = display
        self.page.show(display)
        self.scrolling.show(self.page.layout, anchor)
        self.viewport().update()
        self.shown_changed.emit(None)


def activate(canvas: ArticleCanvas, row_id: str | None) -> None:
    """Make a row active, or none, without scrolling; emit `activated`."""
    canvas.set_overlay(canvas.overlay._replace(active=row_id))
    canvas.activated.emit(row_id or "")


def clear_selection(canvas: ArticleCanvas) -> None:
    """Drop the selection; the caret stays."""
    canvas.move_caret(Caret(canvas.drawn.position, canvas.drawn.position))


def let_go(canvas: ArticleCanvas) -> None:
    """Deactivate a row that is not what the selection is about, because the next key is meant for the selection.

    That is a row that the selection does not overlap, and a suggestion that it reaches beyond.
    """
    row, (start, end) = canvas.page.rows.get(canvas.active() or ""), canvas.selection()
    if row is None or start == end:
        return
    beyond = isinstance(row, Suggestion) and (start < row.start or end > row.end)
    if beyond or not any(first < end and start < last for first, last in row.parts):
        activate(canvas, None)
