"""Moving the boundaries of a span or suggestion."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotator.model.values import Part
from annotator.text.tokens import Tokens, trim
from ui.article.caret import Caret
from ui.article.layout.blocks import grapheme_step
from ui.article.view import ArticleView
from ui.commands.paragraphs import goes_over, refused, remarked
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions


class Boundaries(QObject):
    """Moves the boundaries of the active row or of the selection."""

    def __init__(self, view: ArticleView, aim: Aim, decisions: Decisions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._decisions = decisions
        view.boundary_dragged.connect(self.move)

    def move_end(self, step: str) -> None:
        """Move the end of the selection or the active row by a token, later ("1") or earlier ("-1")."""
        if self._aim.selected or self._aim.row() is None:
            self._view.extend_by_token(int(step))
            return
        self._move_edge(int(step), at_end=True)

    def move_start(self, step: str) -> None:
        """Move the start of the active row by a token; a selection grows by sentences."""
        if self._aim.selected or self._aim.row() is None:
            self._view.extend_by_sentence(int(step))
            return
        self._move_edge(int(step), at_end=False)

    def stretch_end(self, step: str) -> None:
        """Move the end of the selection or the active row by a character, later ("1") or earlier ("-1")."""
        self._stretch(int(step), at_end=True)

    def stretch_start(self, step: str) -> None:
        """Move the start of the selection or the active row by a character, later ("1") or earlier ("-1")."""
        self._stretch(int(step), at_end=False)

    def move(self, row_id: str, parts: tuple[Part, ...]) -> None:
        """Set the parts of a span; a suggestion is accepted with them."""
        opened = self._aim.opened
        if opened is None:
            return
        text, suggestion = opened.document.text, opened.suggestion(row_id)
        row = suggestion or opened.span(row_id)
        if row is None:
            return
        was_over = goes_over(text, row.parts)
        why = "" if was_over else refused(text, row.layer, parts)
        if why:
            self._aim.told.emit(why, False)
            return
        if suggestion is None:
            self._decisions.move(row_id, parts)
        elif (made := self._decisions.correct(row_id, suggestion.layer, suggestion.label, parts)) is not None:
            self._aim.activate(made.id)
        warning = "" if was_over else remarked(text, row.layer, parts)
        if warning:
            self._aim.told.emit(warning, True)

    def _move_edge(self, step: int, *, at_end: bool) -> None:
        active, opened = self._aim.row(), self._aim.opened
        if active is None or opened is None:
            return
        edge = _end_edge if at_end else _start_edge
        parts = edge(active.parts, opened.tokens, step)
        if parts is not None:
            self.move(active.id, parts)

    def _stretch(self, step: int, *, at_end: bool) -> None:
        opened, active = self._aim.opened, self._aim.row()
        if opened is None:
            return
        text, selected = opened.document.text, self._aim.selection()
        if self._aim.selected:
            start, end = _stretched(text, selected, step, at_end=at_end) or selected
            self._view.move_caret(Caret(end, start, exact=True))
            self._view.scrolling.ensure_visible(*((end, end) if at_end else (start, start)))
        elif active is not None:
            place = -1 if at_end else 0
            part = _stretched(text, active.parts[place], step, at_end=at_end)
            if part is not None:
                parts = (*active.parts[:-1], part) if at_end else (part, *active.parts[1:])
                self.move(active.id, parts)


def _stretched(text: str, part: Part, step: int, *, at_end: bool) -> Part | None:
    """Move a boundary over one character and any white space, which cannot stand at a boundary."""
    start, end = part
    edge = end if at_end else start
    while edge < len(text) if step > 0 else edge > 0:
        edge = grapheme_step(text, edge, step)
        moved = trim(text, *((start, edge) if at_end else (edge, end)))
        if moved[0] >= moved[1]:
            return None
        if moved != part:
            return moved
    return None


def _end_edge(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[-1]
    moved = tokens.next_end(end) if step > 0 else tokens.previous_end(end)
    if moved is None or moved <= start:
        return None
    return (*parts[:-1], (start, moved))


def _start_edge(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[0]
    moved = tokens.next_start(start) if step > 0 else tokens.previous_start(start)
    if moved is None or moved >= end:
        return None
    return ((moved, end), *parts[1:])
