"""Turns the edits that commands make of the user's own rows into edits of gold rows."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import (
    GOLD,
    DocumentLabel,
    DocumentState,
    Origin,
    OriginKind,
    Relation,
    Row,
    SentenceMark,
    Span,
    Suggestion,
)
from annotator.quality.questions import Variant
from annotator.quality.settling import Adjudication, as_edit
from annotator.quality.strategies import BY_HAND
from ui.adjudicating.variants import Lanes, ShownVariant


def of_gold(edit: Edit, one: Adjudication, lanes: Lanes) -> tuple[Edit, bool]:
    """Return the edit of gold rows that the user's edit stands for, and whether it moves the boundaries of a variant.

    Accepting, rejecting or correcting a variant answers its question; the answer is recorded in ``one``.
    """
    by = edit.annotator
    drafts = [_as_gold(change, by) for change in edit.changes if not _is_suggestion(change)]
    met = [change for change in edit.changes if _is_suggestion(change)]
    if not met:
        return _by_hand(edit, drafts, one)
    made, is_moved = _answers(edit, drafts, _met(met, lanes), one)
    return as_edit([*made, *one.finished()], by=by), is_moved


def _by_hand(edit: Edit, drafts: Sequence[Change], one: Adjudication) -> tuple[Edit, bool]:
    """Return what `of_gold` returns, for an edit that touches no variant."""
    rows = [change.before or change.after for change in drafts]
    asks_next = any(isinstance(row, DocumentLabel) for row in rows)
    removes = any(isinstance(change.before, Span) and change.after is None for change in drafts)
    if asks_next or (any(isinstance(row, Relation) for row in rows) and not removes):
        by = edit.annotator
        return as_edit(one.set_by_hand(drafts, by=by), by=by), not asks_next
    adds = any(change.before is None for change in drafts)
    return replace(edit, changes=tuple(drafts), kind=EditKind.ADJUDICATE if adds else edit.kind), False


def _answers(
    edit: Edit, drafts: Sequence[Change], met: Sequence[ShownVariant], one: Adjudication
) -> tuple[list[Change], bool]:
    """Return the changes that answer the variants' questions, and whether a boundary of a variant moves."""
    made: list[Change] = []
    by = edit.annotator
    if edit.kind is EditKind.REJECT:
        for question in {shown.question.asked: shown.question for shown in met}.values():
            made += one.label(question, (), by=by)
        return made, False
    if edit.kind is EditKind.CORRECT:
        span = next((each.after for each in drafts if isinstance(each.after, Span)), None)
        if not met or span is None:
            return made, False
        own = Variant(layer=span.layer, label=span.label, parts=span.parts, id=span.id)
        return [*one.label(met[0].question, [own], by=by)], span.parts != met[0].variant.parts
    for shown in met:
        if one.answer_to(shown.question) is None:
            made += one.label(shown.question, [shown.variant], by=by)
    return made, False


def _met(changes: Sequence[Change], lanes: Lanes) -> list[ShownVariant]:
    rows = (change.before for change in changes)
    found = (lanes.of(row.id) for row in rows if isinstance(row, Suggestion))
    return [shown for shown in found if shown is not None]


def _is_suggestion(change: Change) -> bool:
    return isinstance(change.before or change.after, Suggestion)


def _as_gold(change: Change, person: str) -> Change:
    """Return the change with ``person`` replaced by gold as the annotator of its rows."""
    return Change(before=_gold_row(change.before, person), after=_gold_row(change.after, person))


def _gold_row(row: Row | None, person: str) -> Row | None:
    match row:
        case Span(annotator=name) | Relation(annotator=name) if name == person:
            origin = Origin(kind=OriginKind.ADJUDICATION, rule=BY_HAND, version=person)
            return replace(row, annotator=GOLD, origin=origin)
        case DocumentState(annotator=name) | SentenceMark(annotator=name) | DocumentLabel(annotator=name) if (
            name == person
        ):
            return replace(row, annotator=GOLD)
        case _:
            return row
