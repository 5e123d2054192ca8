"""Splitting a label at the caret or selection, and joining labels of one kind that overlap or are adjacent."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject

from annotator.model.values import ENTITIES, Part, Span
from annotator.text.parts import cut, is_between, united
from ui.article.view import ArticleView
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.edit_names import relation_name

_FAR = 8  # most characters between adjacent labels


class Shapes(QObject):
    """Splits and joins spans; each command is one undo step."""

    def __init__(
        self, session: Session, view: ArticleView, aim: Aim, decisions: Decisions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._decisions = decisions

    def split(self) -> None:
        """Split the label around the caret; a selection inside it becomes a label of its own."""
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
            self._view.clear_selection()
            self._aim.activate(span.id)

    def join(self) -> None:
        """Join the selected labels of one kind, or the active one and its nearest neighbour."""
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
        """Report links that were lost because a label can have only one of their kind."""
        if lost:
            schema = self._session.required().schema
            kinds = ", ".join(sorted({relation_name(kind, schema) for kind, _ in lost}))
            words = self.tr("Joined. A label can have only one of: {kinds}. The first label’s was kept.")
            self._aim.told.emit(words.format(kinds=kinds), True)

    def _around(self, start: int, end: int) -> Span | None:
        """Return the active span if it contains the range, else the shortest one that does."""
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
    """Widen a part to the first characters that belong to something else."""
    low, high = hull
    while low > 0 and hull[0] - low < _FAR and is_between(text[low - 1]):
        low -= 1
    while high < len(text) and high - hull[1] < _FAR and is_between(text[high]):
        high += 1
    return max(0, low - 1), min(len(text), high + 1)


def _links(opened: Opened | None, ids: Collection[str]) -> set[tuple[str, str]]:
    """Return (type, tail id) of each relation leaving the spans, excluding relations among them."""
    every = [relation for id_ in ids for relation in opened.relations.of_head(id_)] if opened is not None else []
    return {(relation.label, relation.tail) for relation in every if relation.tail not in ids}
