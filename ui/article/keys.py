"""Keys that move the caret of the article and extend its selection. All other keys belong to the window's actions."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from annotator.model.values import Span, Suggestion
from ui.article.canvas import ArticleCanvas, activate, clear_selection, let_go
from ui.article.caret import Caret
from ui.article.layout.blocks import BlockKind
from ui.article.layout.row_index import Drawn, place_of


class RowSteps:
    """Makes other rows active. Each method returns the id of the row that it went to, or None if there is none."""

    def __init__(self, view: ArticleCanvas) -> None:
        self._view = view

    def next_suggestion(self) -> str | None:
        """Go to the suggestion after the active row, or after the caret."""
        return self._step(Suggestion, 1)

    def previous_suggestion(self) -> str | None:
        """Go to the suggestion before the active row, or before the caret."""
        return self._step(Suggestion, -1)

    def next_span(self) -> str | None:
        """Go to the span after the active row, or after the caret."""
        return self._step(Span, 1)

    def previous_span(self) -> str | None:
        """Go to the span before the active row, or before the caret."""
        return self._step(Span, -1)

    def cycle_active(self) -> str | None:
        """Activate the next of the rows at the caret. If the active row is elsewhere, the caret moves to it first."""
        view = self._view
        active = view.page.rows.get(view.active() or "")
        if active is not None and not active.start <= view.caret() <= active.end:
            view.move_caret(Caret(active.start, active.start))
        found = view.page.rows.at(view.caret())
        if not found:
            return None
        place = found.index(active) + 1 if active in found else 0
        row = found[place % len(found)]
        view.set_active(row.id)
        view.activated.emit(row.id)
        return row.id

    def _step(self, kind: type[Drawn], step: int) -> str | None:
        view = self._view
        active = view.page.rows.get(view.active() or "")
        caret = view.caret()
        key = place_of(active) if active else (caret, -1 if step > 0 else caret, "")
        found = view.page.rows.next(kind, key, step)
        return self._go(found) if found else None

    def _go(self, row: Drawn) -> str:
        self._view.move_caret(Caret(row.start, row.start))
        self._view.scrolling.ensure_visible(row.start, row.end)
        self._view.set_active(row.id)
        self._view.activated.emit(row.id)
        return row.id


_Key = QKeySequence.StandardKey
_TO_NEXT_WIDGET = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MOVES = (
    (_Key.MoveToNextChar, _Key.SelectNextChar, "character", 1),
    (_Key.MoveToPreviousChar, _Key.SelectPreviousChar, "character", -1),
    (_Key.MoveToNextWord, _Key.SelectNextWord, "token", 1),
    (_Key.MoveToPreviousWord, _Key.SelectPreviousWord, "token", -1),
    (_Key.MoveToNextLine, _Key.SelectNextLine, "line", 1),
    (_Key.MoveToPreviousLine, _Key.SelectPreviousLine, "line", -1),
    (_Key.MoveToNextPage, _Key.SelectNextPage, "page", 1),
    (_Key.MoveToPreviousPage, _Key.SelectPreviousPage, "page", -1),
    (_Key.MoveToEndOfLine, _Key.SelectEndOfLine, "edge", 1),
    (_Key.MoveToStartOfLine, _Key.SelectStartOfLine, "edge", -1),
    (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument, "document", 1),
    (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument, "document", -1),
)
HANDLED = frozenset({QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.KeyPress})
_SIDEWAYS = frozenset({"character", "token"})
_NEAR = frozenset({*_SIDEWAYS, "line", "edge", "page"})  # moves after which the text scrolls no further than needed


class ArticleKeys:
    """Handles the keys that move the caret and the selection of the article."""

    def __init__(self, view: ArticleCanvas) -> None:
        self._view = view
        self._by_kind: dict[str, Callable[[int], Caret | int]] = {
            "character": lambda step: view.page.words.character(view.caret(), step),
            "token": lambda step: view.page.words.token(view.caret(), step),
            "line": self._to_line_of_text,
            "page": self._by_page,
            "edge": lambda step: view.page.layout.line_edge(view.caret(), step),
            "document": self._to_end_of_text,
            "sentence": lambda step: view.page.words.sentence(view.caret(), step, self._block()),
            "paragraph": lambda step: view.page.words.paragraph(view.caret(), step, self._block()),
        }

    def handle(self, event: QEvent) -> bool:
        """Handle an event of a type in `HANDLED`; return whether Qt must leave it alone."""
        if not isinstance(event, QKeyEvent):
            self._view.set_overlay(self._view.overlay._replace(focused=event.type() == QEvent.Type.FocusIn))
            return False
        event.setAccepted(self._take(event))
        return event.isAccepted() or event.key() not in _TO_NEXT_WIDGET

    def copy(self) -> None:
        """Copy the selected text to the clipboard exactly as it stands in the article."""
        start, end = self._view.selection()
        if start < end:
            words = self._view.page.document.text[start:end]
            lost = "\ufeff" if words[0] == "\ufeff" else ""  # Qt drops a leading U+FEFF
            QGuiApplication.clipboard().setText(lost + words)

    def select_all(self) -> None:
        """Select the whole article."""
        self._view.move_caret(Caret(len(self._view.page.document.text), 0, exact=True))

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        offset = self._view.caret()
        found = self._view.page.words.sentence_at(self._view.page.layout.block_at(offset), offset)
        if found is not None:
            self._view.move_caret(Caret(found[1], found[0], exact=True))

    def go(self, kind: str, step: int, *, extend: bool = False) -> None:
        """Move the caret by a unit such as "token" or "paragraph"; with ``extend``, the selection grows.

        The selection grows from its anchor. Without a selection, it begins at the caret.
        """
        if self._view.document_id() is None:
            return
        found = self._by_kind[kind](step)
        drawn = self._view.drawn
        if not isinstance(found, Caret):
            found = drawn.to(found)
        anchor = drawn.anchor if extend else found.position
        caret = Caret(found.position, anchor, drawn.exact and extend, found.x)
        self._show(caret, follow=not extend, least=extend or kind in _NEAR)

    def extend_to_sentence_end(self, step: int) -> None:
        """Move the end of the selection a sentence later (1) or earlier (-1)."""
        self._show(self._view.page.words.to_sentence_end(self._view.drawn, step, self._block()))

    def select_word_part(self) -> None:
        """Select the part of a compound at the caret ("EU" in "EU-Kommission"), or the next part if one is selected."""
        view = self._view
        selected = None if view.drawn.empty else view.selection()
        found = view.page.words.word_part_at(selected[0] if selected else view.caret(), selected)
        if found is not None:
            self._show(Caret(found[1], found[0], exact=True))

    def extend_by_token(self, step: int) -> None:
        """Move the end of the selection a token later (1) or earlier (-1)."""
        self._show(self._view.page.words.by_token(self._view.drawn, step))

    def extend_by_sentence(self, step: int) -> None:
        """Widen the selection to whole sentences; if it is that already, add one to the right (1) or left (-1)."""
        self._show(self._view.page.words.by_sentence(self._view.drawn, step, self._block()))

    def _take(self, event: QKeyEvent) -> bool:
        if self._view.document_id() is None:
            return False
        if event.matches(_Key.Copy):
            self.copy()
        elif event.matches(_Key.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape:
            return self._back_out()
        elif _is_sentence_key(event):
            self.extend_by_sentence(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            return self._move(event)
        return True

    def _back_out(self) -> bool:
        """Clear the selection; if there is none, deactivate the active row. Return whether there was either."""
        view = self._view
        if not view.drawn.empty:
            clear_selection(view)
        elif view.active() is not None:
            activate(view, None)
        else:
            view.left.emit()
            return False
        return True

    def _move(self, event: QKeyEvent) -> bool:
        for move, select, kind, step in _MOVES:
            extend = event.matches(select)
            if extend or event.matches(move):
                self.go(kind, self._along(kind, step), extend=extend)
                return True
        return False

    def _along(self, kind: str, step: int) -> int:
        """Return the step for an arrow key.

        It is reversed in a right-to-left paragraph, where the right arrow goes back.
        """
        if kind not in _SIDEWAYS:
            return step
        _, laid, _ = self._view.page.layout.place(self._view.caret())
        return -step if laid.broken.right_to_left else step

    def _block(self) -> int:
        return self._view.page.layout.block_at(self._view.caret())

    def _to_end_of_text(self, step: int) -> int:
        """Return the end of the last or the beginning of the first paragraph."""
        page = self._view.page
        if not page.paragraphs:
            return len(page.document.text) if step > 0 else 0
        blocks = page.words.blocks
        return blocks[page.paragraphs[-1]].end if step > 0 else blocks[page.paragraphs[0]].start

    def _by_page(self, step: int) -> Caret:
        """Scroll by a page less a line; return the caret at the same height, or at the end of the text if it is there.

        A caret out of sight first counts as at the edge of the view.
        """
        view, layout = self._view, self._view.page.layout
        drawn, height, bar = view.drawn, view.viewport().height(), view.verticalScrollBar()
        box = layout.caret_box(drawn.position)
        x = box.left() if drawn.x is None else drawn.x
        top, line = view.scrolling.top, layout.measures.styles[BlockKind.BODY].line
        edge = view.scrolling.edge + line
        below = max(edge, min(round(box.center().y()) - top, height - edge))
        bar.setValue(top + step * max(line, height - line))
        if view.scrolling.top == top:
            offset = self._to_end_of_text(step)
            return Caret(offset, offset, x=x)
        offset = layout.offset_at(x, view.scrolling.top + below)
        return self._on_text(Caret(offset, offset, x=x), step)

    def _to_line_of_text(self, step: int) -> Caret:
        """Return the caret a line up or down; blank lines are passed over, unless there is no text beyond them."""
        drawn, layout = self._view.drawn, self._view.page.layout
        x = layout.caret_box(drawn.position).left() if drawn.x is None else drawn.x
        offset = layout.line_step(drawn.position, x, step)
        return self._on_text(Caret(offset, offset, x=x), step)

    def _on_text(self, found: Caret, step: int) -> Caret:
        """Return a caret on a blank line moved to the next text in a direction, if there is any."""
        page = self._view.page
        blocks, block = page.words.blocks, page.layout.block_at(found.position)
        place = bisect_left(page.paragraphs, block) - (step < 0)
        if blocks[block].kind is not BlockKind.BLANK or not 0 <= place < len(page.paragraphs):
            return found
        blank = blocks[page.paragraphs[place] - step]  # the last one before the text: thousands may come first
        offset = page.layout.line_step(blank.end if step > 0 else blank.start, found.x or 0, step)
        return found._replace(position=offset, anchor=offset)

    def _show(self, caret: Caret, *, follow: bool = False, least: bool = True) -> None:
        self._view.move_caret(caret)
        self._view.scrolling.ensure_visible(caret.position, caret.position, least=least)
        if follow:
            self._activate(caret.position)
        else:
            let_go(self._view)

    def _activate(self, offset: int) -> None:
        found = [row.id for row in self._view.page.rows.at(offset)]
        active = self._view.active()
        wanted = active if active in found else next(iter(found), None)
        if wanted != active:
            activate(self._view, wanted)


def caret_keys() -> frozenset[str]:
    """Return the keys reserved for the caret, in Qt's portable text; no action may use them."""
    kinds = (kind for move, select, _, _ in _MOVES for kind in (move, select))
    found = (sequence.toString() for kind in kinds for sequence in QKeySequence.keyBindings(kind))
    return frozenset(found)


def _is_sentence_key(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == both and event.key() in {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
    }
