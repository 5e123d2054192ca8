"""Moving the boundaries of a span or suggestion."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject

from annotator.model.values import ENTITIES, Part, Span
from annotator.text.parts import cut, is_between, united
from annotator.text.tokens import Tokens, trim
from ui.article.canvas import clear_selection
from ui.article.caret import Caret
from ui.article.layout.blocks import grapheme_step
from ui.article.view import ArticleView
from ui.base.look.look import relation_name
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.word_checks import goes_over, refused, remarked, without_full_stop, without_lone_quotes


def punctuation(taken: str) -> str:
    """Return the characters that a moved boundary took in if they are only punctuation, else ""."""
    return "" if any(character.isalnum() for character in taken) else taken.strip()


class Boundaries(QObject):
    """Moves the boundaries of the active row or the selection."""

    def __init__(self, view: ArticleView, aim: Aim, decisions: Decisions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._decisions = decisions
        view.boundary_dragged.connect(self.move)

    def move_end(self, step: str) -> None:
        """Move the selection's or active row's end by a token, later ("1") or earlier ("-1")."""
        opened, before = self._aim.opened, self._aim.row()
        if opened is None:
            return
        if self._aim.selected or before is None:
            _, end = self._aim.selection()
            self._view.keys.extend_by_token(int(step))
            taken = punctuation(opened.document.text[end : self._aim.selection()[1]])
            words, undo = self.tr("The selection now includes “{characters}”."), False
        else:
            self._move_boundary(int(step), at_end=True)
            after = self._aim.row()
            taken = punctuation(opened.document.text[before.end : after.end]) if after is not None else ""
            words, undo = self.tr("The label now includes “{characters}”."), True
        if taken:
            self._aim.told.emit(words.format(characters=taken), undo)

    def move_start(self, step: str) -> None:
        """Move the active row's start by a token, later ("1") or earlier ("-1"); widen a selection by sentences."""
        if self._aim.selected or self._aim.row() is None:
            self._view.keys.extend_by_sentence(int(step))
            return
        self._move_boundary(int(step), at_end=False)

    def stretch_end(self, step: str) -> None:
        """Move the selection's or active row's end by a character, later ("1") or earlier ("-1")."""
        self._stretch(int(step), at_end=True)

    def stretch_start(self, step: str) -> None:
        """Move the selection's or active row's start by a character, later ("1") or earlier ("-1")."""
        self._stretch(int(step), at_end=False)

    def end_at_sentence(self) -> None:
        """Move the selection's or active row's end to the end of its sentence, before a full stop."""
        self._fit_sentence(at_end=True)

    def start_at_sentence(self) -> None:
        """Move the selection's or active row's start to the start of its sentence."""
        self._fit_sentence(at_end=False)

    def move(self, row_id: str, parts: tuple[Part, ...]) -> None:
        """Set a span's parts; a suggestion is accepted with these parts."""
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

    def _move_boundary(self, step: int, *, at_end: bool) -> None:
        active, opened = self._aim.row(), self._aim.opened
        if active is None or opened is None:
            return
        move = _end_moved if at_end else _start_moved
        parts = move(active.parts, opened.tokens, step)
        if parts is not None:
            self.move(active.id, parts)
            self._follow(at_end=at_end)

    def _follow(self, *, at_end: bool) -> None:
        """Scroll until the boundary that was moved is visible."""
        if (row := self._aim.row()) is not None:
            place = row.end if at_end else row.start
            self._view.scrolling.ensure_visible(place, place, least=True)

    def _select(self, part: Part, *, at_end: bool) -> None:
        """Select a part whose end or start was moved, and scroll there."""
        start, end = part
        self._view.move_caret(Caret(end, start, exact=True))
        self._view.scrolling.ensure_visible(*((end, end) if at_end else (start, start)), least=True)

    def _stretch(self, step: int, *, at_end: bool) -> None:
        opened, active = self._aim.opened, self._aim.row()
        if opened is None:
            return
        text, selected = opened.document.text, self._aim.selection()
        if self._aim.selected:
            self._select(_stretched(text, selected, step, at_end=at_end) or selected, at_end=at_end)
        elif active is not None:
            place = -1 if at_end else 0
            part = _stretched(text, active.parts[place], step, at_end=at_end)
            if part is not None:
                parts = (*active.parts[:-1], part) if at_end else (part, *active.parts[1:])
                self.move(active.id, parts)
                self._follow(at_end=at_end)

    def _fit_sentence(self, *, at_end: bool) -> None:
        opened = self._aim.opened
        if opened is None:
            return
        row = None if self._aim.selected else self._aim.row()
        if row is None and not self._aim.selected:
            self._aim.told.emit(refusals.no_label(None), False)
            return
        parts = (self._aim.selection(),) if row is None else row.parts
        fitted = self._at_sentence(opened.document.text, parts, at_end=at_end)
        if fitted == parts:
            there = self.tr("It already ends with its sentence."), self.tr("It already starts with its sentence.")
            self._aim.told.emit(there[not at_end], False)
        elif row is None:
            self._select(fitted[0], at_end=at_end)
        else:
            self.move(row.id, fitted)
            self._follow(at_end=at_end)

    def _at_sentence(self, text: str, parts: tuple[Part, ...], *, at_end: bool) -> tuple[Part, ...]:
        """Return parts of which the last one ends, or the first one starts, with the sentence there."""
        start, end = parts[-1] if at_end else parts[0]
        place = end - 1 if at_end else start
        sentence = self._view.page.words.sentence_at(self._view.page.layout.block_at(place), place)
        if sentence is None:
            return parts
        moved = without_lone_quotes(text, *((start, sentence[1]) if at_end else (sentence[0], end)), at_end=at_end)
        if at_end:
            moved = without_full_stop(text, *moved)
        return (*parts[:-1], moved) if at_end else (moved, *parts[1:])


def _stretched(text: str, part: Part, step: int, *, at_end: bool) -> Part | None:
    """Return a part with one boundary moved by a character, or None if that is impossible.

    White space is skipped, because it cannot be at a boundary.
    """
    start, end = part
    boundary = end if at_end else start
    while boundary < len(text) if step > 0 else boundary > 0:
        boundary = grapheme_step(text, boundary, step)
        moved = trim(text, *((start, boundary) if at_end else (boundary, end)))
        if moved[0] >= moved[1]:
            return None
        if moved != part:
            return moved
    return None


def _end_moved(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[-1]
    moved = tokens.next_end(end) if step > 0 else tokens.previous_end(end)
    if moved is None or moved <= start:
        return None
    return (*parts[:-1], (start, moved))


def _start_moved(parts: Sequence[Part], tokens: Tokens, step: int) -> tuple[Part, ...] | None:
    start, end = parts[0]
    moved = tokens.next_start(start) if step > 0 else tokens.previous_start(start)
    if moved is None or moved >= end:
        return None
    return ((moved, end), *parts[1:])


_FAR = 8  # most characters between adjacent labels


class Shapes(QObject):
    """Splits and joins spans; each split or join is one undo step."""

    def __init__(
        self, session: Session, view: ArticleView, aim: Aim, decisions: Decisions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._decisions = decisions

    def split(self) -> None:
        """Split the label around the caret; a selection in it becomes a label of its own."""
        opened = self._aim.opened
        if opened is None:
            return
        start, end = self._aim.selection()
        span = self._around(start, end)
        pieces = cut(opened.document.text, span.parts, (start, end)) if span is not None else []
        if span is None or len(pieces) < 2:
            self._aim.told.emit(self.tr("Place the caret in a label where you want to split it."), False)
            return
        if self._decisions.split(span.id, pieces):
            clear_selection(self._view)
            self._aim.activate(span.id)

    def join(self) -> None:
        """Join the selected labels of one kind, or the active label and its nearest neighbour."""
        opened = self._aim.opened
        if opened is None:
            return
        if not self._aim.selected and self._aim.row() is None:
            self._aim.told.emit(refusals.no_label(None), False)
            return
        spans = self._touched() if self._aim.selected else self._side_by_side()
        if len(spans) < 2:
            self._aim.told.emit(self.tr("No label of the same kind overlaps this one or is next to it."), False)
            return
        bridges = [(one.end, other.start) for one, other in pairwise(spans) if one.end < other.start]
        parts = united((part for span in spans for part in span.parts), bridges)
        ids = {span.id for span in spans}
        before = _links(opened, ids)
        kept = self._decisions.join(ids, parts)
        if kept is not None:
            self._view.select(parts[-1][1], parts[-1][1], exact=True)
            self._aim.activate(kept)
            self._report_lost(before - _links(self._aim.opened, {kept}))

    def _report_lost(self, lost: Collection[tuple[str, str]]) -> None:
        """Report relations that joining labels removed, because a label can have only one relation of these types."""
        if lost:
            schema = self._session.required().schema
            kinds = ", ".join(sorted({relation_name(schema, kind) for kind, _ in lost}))
            words = self.tr("Joined. A label can have only one of: {kinds}. The first label’s was kept.")
            self._aim.told.emit(words.format(kinds=kinds), True)

    def _around(self, start: int, end: int) -> Span | None:
        """Return the active span if it contains the range, else the shortest such span, or None."""
        rows = self._view.page.rows.within(start, max(end, start + 1))
        found = [row for row in rows if isinstance(row, Span) and row.start <= start and end <= row.end]
        active = self._aim.row()
        if active in found and isinstance(active, Span):
            return active
        return min(found, key=lambda span: span.end - span.start, default=None)

    def _touched(self) -> list[Span]:
        groups: dict[tuple[str, str], list[Span]] = {}
        for row in self._view.page.rows.within(*self._aim.selection()):
            if isinstance(row, Span):
                groups.setdefault((row.layer, row.label), []).append(row)
        several = [group for group in groups.values() if len(group) > 1]
        active = self._aim.row()
        several.sort(key=lambda group: (active not in group, group[0].layer != ENTITIES))
        return _in_order(several[0]) if several else []

    def _side_by_side(self) -> list[Span]:
        active = self._aim.row()
        if not isinstance(active, Span):
            return []
        low, high = _reach(self._view.page.document.text, (active.start, active.end))
        near = [
            row
            for row in self._view.page.rows.within(low, high)
            if isinstance(row, Span) and (row.layer, row.label) == (active.layer, active.label) and row.id != active.id
        ]
        near.sort(key=lambda row: (not _overlap(row, active), row.start < active.start, abs(row.start - active.start)))
        return _in_order([active, *near[:1]])


def _in_order(spans: Sequence[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: (span.start, span.end, span.id))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _reach(text: str, hull: Part) -> Part:
    """Widen a part over the separators around it, and by one more character on each side."""
    low, high = hull
    while low > 0 and hull[0] - low < _FAR and is_between(text[low - 1]):
        low -= 1
    while high < len(text) and high - hull[1] < _FAR and is_between(text[high]):
        high += 1
    return max(0, low - 1), min(len(text), high + 1)


def _links(opened: Opened | None, ids: Collection[str]) -> set[tuple[str, str]]:
    """Return (type, tail id) of the relations that lead from some spans to others."""
    every = [relation for id_ in ids for relation in opened.relations.of_head(id_)] if opened is not None else []
    return {(relation.label, relation.tail) for relation in every if relation.tail not in ids}
