"""Complete a claim made by hand with proposed fields and relations, in one edit."""

from dataclasses import replace

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import BY_HAND, Relation, Span, Suggestion


def part_of(proposed: Suggestion, attributes: frozenset[str], relations: frozenset[str]) -> Suggestion:
    """Return a proposed claim with only these attributes and these types of relations."""
    kept = {name: value for name, value in proposed.attributes.items() if name in attributes}
    drawn = tuple(draft for draft in proposed.relations if draft.label in relations)
    return replace(proposed, attributes=kept, relations=drawn)


def complete(claim: Span, proposed: Suggestion, accepted: Edit) -> Edit:
    """Return the edit that adds proposed fields and relations to a claim; they then count as made by hand.

    Fields that the claim, made by hand, already has keep their values. ``proposed`` has the claim's words and label;
    `edits.accept` would add it as a new claim by the edit ``accepted``.
    """
    added = [change.after for change in accepted.changes if change.before is None]
    made = next(row for row in added if isinstance(row, Span) and row.id != claim.id and are_twins(row, claim))
    changes = [
        _moved(change, made.id, claim.id)
        for change in accepted.changes
        if change.after is not made and not _settles(change, proposed)
    ]
    after = replace(claim, attributes={**made.attributes, **claim.attributes})
    if after != claim:
        changes.append(Change(before=claim, after=after))
    about = frozenset({claim.document})
    return Edit(kind=EditKind.CHANGE, annotator=accepted.annotator, changes=tuple(changes), about=about)


def _settles(change: Change, proposed: Suggestion) -> bool:
    return isinstance(change.before, Suggestion) and change.before.id == proposed.id


def are_twins(one: Span, other: Span) -> bool:
    """Return whether two spans have the same label on the same words."""
    return (one.layer, one.label, one.parts) == (other.layer, other.label, other.parts)


def _moved(change: Change, made: str, claim: str) -> Change:
    row = change.after
    if isinstance(row, Relation) and row.head == made:
        return Change(after=replace(row, head=claim, origin=BY_HAND))
    return change
