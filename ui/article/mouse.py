"""Mouse input over the article: selecting by drag and clicks, activating rows, moving a row's boundaries."""

from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.model.values import Part
from annotator.text.tokens import trim
from ui.article.canvas import ArticleCanvas, activate, let_go
from ui.article.caret import Caret, Snapping
from ui.article.layout.row_index import Drawn

GRAB = 4  # pixels on either side of a boundary
_DRAG = 4  # pixels before a press becomes a drag; the usual ten are as wide as short names
_ZOOM_STEP = 1.1
_LEFTWARDS = {"R", "AL"}
_SCROLL_EVERY = 30  # ms
# Either key selects single letters: many desktops move the window if Alt is held.
_LETTERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class Boundary(NamedTuple):
    """The first or last boundary of a row, which can be dragged."""

    row: Drawn
    last: bool


class ArticleMouse:
    """Turns the mouse events of the viewport into selections and signals of the view."""

    def __init__(self, view: ArticleCanvas) -> None:
        self._view = view
        self._clicks = 0
        self._pressed_at = self._moved_to = QPoint()
        self._begun: Part | None = None  # the token or sentence where the drag began
        self._dragging = False
        self._refused = False  # whether the button was pressed in the heading, and is still held
        self._boundary: Boundary | None = None
        self._clock = QTimer(view, interval=_SCROLL_EVERY)
        self._clock.timeout.connect(self._scroll_on)
        self._since_double = QTimer(view, singleShot=True)

    def handle(self, event: QEvent) -> bool:
        """Handle a mouse event; return whether Qt must leave it alone."""
        if self._view.document_id() is None:
            return False
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._refuse(kind, event) or self._mouse(kind, event)
        if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._zoom(event)
        return False

    def _refuse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        """Return whether the event belongs to a press in the heading, which has no words to select."""
        if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            place = event.position().toPoint().y() + self._view.scrolling.top
            left = event.button() == Qt.MouseButton.LeftButton
            self._refused = left and self._view.page.layout.measures.is_heading(place)
            if self._refused:
                self._view.setFocus(Qt.FocusReason.MouseFocusReason)
                self._view.heading_pressed.emit()
        refused = self._refused
        if kind == QEvent.Type.MouseButtonRelease:
            self._refused = False
        return refused

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        left = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            self._move(event)
            return True
        if event.button() != left:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._double_click(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        near = (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        third = self._since_double.isActive() and near
        self._pressed_at, self._dragging, self._begun = point, False, None
        self._since_double.stop()
        self._clicks = 3 if third else 1
        self._boundary = None if third else self._boundary_at(point)
        offset = self._offset(point)
        if third:
            self._begin_with(self._sentence(offset))
        elif self._boundary is None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._dragging = extend  # a click with Shift extends the selection and activates nothing
            self._view.move_caret(self._view.drawn.to(offset, extend=extend))

    def _double_click(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self._clicks, self._dragging = 2, False
        self._since_double.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        words, offset = self._view.page.words, self._offset(self._pressed_at)
        in_compound = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._begin_with(words.word_part_at(offset) if in_compound else words.tokens.at(offset))

    def _move(self, event: QMouseEvent) -> None:
        point = self._moved_to = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            over_boundary = self._boundary_at(point) is not None
            self._view.viewport().setCursor(
                Qt.CursorShape.SplitHCursor if over_boundary else Qt.CursorShape.IBeamCursor
            )
            return
        if not self._dragging and (point - self._pressed_at).manhattanLength() < _DRAG:
            return
        self._dragging = True
        exact = bool(event.modifiers() & _LETTERS)
        self._drag_to(point, exact=exact)
        inside = 0 <= point.y() <= self._view.viewport().height()
        if inside:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def _drag_to(self, point: QPoint, *, exact: bool) -> None:
        offset = self._offset(point)
        view = self._view
        if self._boundary is not None:
            view.set_overlay(view.overlay._replace(moved=self._moved(self._boundary, offset, exact=exact)))
        elif self._begun is not None:
            unit = self._sentence(offset) if self._clicks == 3 else view.page.words.tokens.at(offset)
            unit = unit or (offset, offset)
            start, end = min(self._begun[0], unit[0]), max(self._begun[1], unit[1])
            forward = offset >= self._begun[0]
            view.move_caret(Caret(end, start, exact=True) if forward else Caret(start, end, exact=True))
        else:
            view.move_caret(Caret(offset, view.drawn.anchor, exact, by_parts=True))

    def _release(self, event: QMouseEvent) -> None:
        self._clock.stop()
        view, boundary = self._view, self._boundary
        self._boundary = None
        if boundary is not None:
            parts, active = view.overlay.moved, boundary.row
            view.set_overlay(view.overlay._replace(moved=None))
            if parts is not None and parts != active.parts:
                view.boundary_dragged.emit(active.id, parts)
        elif self._dragging:
            drawn = view.drawn
            start, end = view.selection()
            if start < end and not drawn.exact:
                exact = view.page.words.tokens.snap(start, end) != (start, end)  # a part of a word
                forward = drawn.position >= drawn.anchor
                view.move_caret(Caret(end, start, exact) if forward else Caret(start, end, exact))
            let_go(view)
        elif self._clicks == 1:
            self._activate(event.position().toPoint())
        else:
            let_go(view)
        self._dragging = False

    def _activate(self, point: QPoint) -> None:
        found = [row.id for row in self._rows_at(point)]
        active = self._view.active()
        if active in found:
            wanted: str | None = found[(found.index(active) + 1) % len(found)]
        else:
            wanted = found[0] if found else None
        if wanted is not None or active is not None:
            activate(self._view, wanted)

    def _open_menu(self, event: QContextMenuEvent) -> None:
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            offset = view.caret()
            box = view.page.layout.caret_box(offset)
            place = QPoint(int(box.left()) + view.page.layout.measures.left, int(box.bottom()) - view.scrolling.top)
            rows = view.page.rows.at(offset)
        else:
            place = event.pos()
            offset = self._offset(place)
            rows = self._rows_at(place)
        view.context_requested.emit(view.viewport().mapToGlobal(place), offset, [row.id for row in rows])

    def _zoom(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not turned:
            return False
        self._view.set_zoom(self._view.display.zoom * (_ZOOM_STEP if turned > 0 else 1 / _ZOOM_STEP))
        return True

    def _scroll_on(self) -> None:
        view = self._view
        point = self._moved_to
        height = view.viewport().height()
        beyond = point.y() if point.y() < 0 else max(0, point.y() - height)
        view.verticalScrollBar().setValue(view.scrolling.top + beyond // 2)
        exact = bool(QApplication.keyboardModifiers() & _LETTERS)
        self._drag_to(QPoint(point.x(), min(max(0, point.y()), height)), exact=exact)

    def _begin_with(self, part: Part | None) -> None:
        self._begun = part
        if part is not None:
            self._view.move_caret(Caret(part[1], part[0], exact=True))

    def _sentence(self, offset: int) -> Part | None:
        return self._view.page.words.sentence_at(self._view.page.layout.block_at(offset), offset)

    def _offset(self, point: QPoint) -> int:
        layout = self._view.page.layout
        return layout.offset_at(point.x() - layout.measures.left, point.y() + self._view.scrolling.top)

    def _rows_at(self, point: QPoint) -> list[Drawn]:
        layout = self._view.page.layout
        return layout.rows_at(point.x() - layout.measures.left, point.y() + self._view.scrolling.top)

    def _boundary_at(self, point: QPoint) -> Boundary | None:
        row = self._view.page.rows.get(self._view.active() or "")
        if row is None:
            return None
        layout = self._view.page.layout
        x, y = point.x() - layout.measures.left, point.y() + self._view.scrolling.top
        for last, character in ((True, row.end - 1), (False, row.start)):
            for box in layout.boxes(character, character + 1):
                leftwards = bidirectional(self._view.page.document.text[character]) in _LEFTWARDS
                side = box.right() if last != leftwards else box.left()
                if abs(x - side) <= GRAB and box.top() <= y <= box.bottom():
                    return Boundary(row, last)
        return None

    def _moved(self, boundary: Boundary, offset: int, *, exact: bool) -> tuple[Part, ...]:
        page = self._view.page
        parts = boundary.row.parts
        start, end = parts[-1] if boundary.last else parts[0]
        start, end = (start, max(offset, start + 1)) if boundary.last else (min(offset, end - 1), end)
        if not exact and self._view.snapping is not Snapping.CHARACTER:
            start, end = page.words.tokens.snap(start, end) or (start, end)
        start, end = trim(page.document.text, start, end)
        if start >= end or (len(parts) > 1 and (start <= parts[-2][1] if boundary.last else end >= parts[1][0])):
            return parts
        return (*parts[:-1], (start, end)) if boundary.last else ((start, end), *parts[1:])
