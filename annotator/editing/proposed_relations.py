"""The relations that a suggestion proposes: which ones its acceptance adds, and between which spans."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from annotator.model.values import ENTITIES, DraftRelation, Part, Relation, Row, Span, Suggestion, new_id

Key: TypeAlias = tuple[str, tuple[Part, ...], str]  # layer, parts, label
CLAIMANT = "claimant"


def alternatives(suggestion: Suggestion) -> tuple[DraftRelation, ...]:
    """Return the claimants among which a suggestion leaves the choice open; none if it proposes fewer than two."""
    drafts = tuple(draft for draft in suggestion.relations if draft.label == CLAIMANT)
    return drafts if len(drafts) > 1 else ()


def drawable(
    suggestion: Suggestion, present: Collection[Span], refused: Container[Key], nameless: Mapping[str, tuple[str, str]]
) -> tuple[list[DraftRelation], dict[str, str | None]]:
    """Return the relations to add, and the head's attributes that differ from the suggestion's.

    If a suggestion leaves the choice of claimant open, no claimant is added, unless decisions about names leave only
    one.
    """
    suggestion = replace(suggestion, relations=tuple(_rebounded(draft, present) for draft in suggestion.relations))
    drawn = [draft for draft in suggestion.relations if _agrees(draft, present, refused)]
    said: dict[str, str | None] = {}
    open_ = alternatives(suggestion)
    left = [draft for draft in open_ if draft in drawn]
    if open_ and len(left) != 1:
        drawn = [draft for draft in drawn if draft not in open_]
        said[f"{CLAIMANT}_kind"] = None
    for draft in suggestion.relations:
        if draft in open_:
            continue
        if draft not in drawn:
            end = nameless.get(draft.label) if _agrees(draft, present, ()) else None
            said[f"{draft.label}_kind"] = None if end is None else "unnamed"
            drawn += [] if end is None else [replace(draft, layer=end[0], tail_label=end[1])]
    return drawn, said


def _rebounded(draft: DraftRelation, present: Iterable[Span]) -> DraftRelation:
    """Return a proposed relation with the boundaries that a person gave its tail ("Roth", not "Dr Roth"), if any."""
    start, end = draft.parts[0][0], draft.parts[-1][1]
    near = [span for span in present if span.layer == draft.layer and span.start < end and start < span.end]
    if draft.layer != ENTITIES or len(near) != 1 or near[0].label != draft.tail_label:
        return draft
    inside = start <= near[0].start and near[0].end <= end
    around = near[0].start <= start and end <= near[0].end
    return replace(draft, parts=near[0].parts) if inside or around else draft


def _agrees(draft: DraftRelation, present: Iterable[Span], refused: Container[Key]) -> bool:
    """Return whether a proposed relation's tail agrees with the decisions about names.

    It agrees, too, if a person labelled the same words differently.
    """
    start, end = draft.start, draft.end
    near = [span for span in present if span.layer == draft.layer and span.start < end and start < span.end]
    if draft.layer != ENTITIES or any(span.parts == draft.parts for span in near):
        return True
    return not near and (draft.layer, draft.parts, draft.tail_label) not in refused


def draw(draft: DraftRelation, head: Span, proposed: Span, known: Mapping[Key, Span]) -> tuple[Span, list[Row]]:
    """Return the tail of a proposed relation and the rows to add: the relation, and the tail unless it is ``known``.

    Args:
        draft: The proposed relation.
        head: The relation's head, which a person may have labelled.
        proposed: The head as the suggestion proposes it; new rows get its annotator and origin.
        known: The document's spans by key.
    """
    tail = known.get((draft.layer, draft.parts, draft.tail_label))
    if tail is None and draft.layer == ENTITIES:
        tail = next((span for span in known.values() if (span.layer, span.parts) == (draft.layer, draft.parts)), None)
    added: list[Row] = []
    if tail is None:
        tail = replace(
            proposed, id=new_id(), layer=draft.layer, label=draft.tail_label, parts=draft.parts, attributes={}
        )
        added.append(tail)
    relation = Relation(
        id=new_id(),
        label=draft.label,
        head=head.id,
        tail=tail.id,
        annotator=proposed.annotator,
        origin=proposed.origin,
    )
    return tail, [*added, relation]
