"""Labels to remove along with relations: those that came with a suggested claim and that nothing else uses."""

from collections.abc import Sequence

from annotator.model.values import ATTRIBUTION, OriginKind, Relation, Span
from ui.bridge.session import Session


def left_behind(session: Session, gone: Sequence[Relation], kept: str = "") -> list[Span]:
    """Return the spans to remove along with relations of the open article; never the one with the id ``kept``.

    They are tails that only these relations use: suggested attributions, and names that accepting a claim labelled
    because they were its claimant. A name stays if a source suggested it by itself, or if a person has changed it or
    commented on it.
    """
    opened, read = session.required_opened(), session.required().read
    ends = {relation.tail: relation for relation in gone if relation.tail != kept}
    tails = [tail for tail in map(opened.span, ends) if tail is not None]
    own = [tail for tail in tails if _came_along(tail, ends[tail.id])]
    ids = {relation.id for relation in gone}
    others = (relation for relation in read.relations_of({tail.id for tail in own}) if relation.id not in ids)
    used: set[str | None] = {end for other in others for end in (other.head, other.tail)}
    used |= {comment.span for comment in read.talk.comments(opened.document.id)} if own else set()
    return [tail for tail in own if tail.id not in used]


def _came_along(tail: Span, relation: Relation) -> bool:
    """Return whether a suggested relation added its tail, which nobody has changed since."""
    if tail.origin.kind is not OriginKind.SUGGESTION:
        return False
    if tail.layer == ATTRIBUTION:
        return True
    return tail.origin == relation.origin and not (tail.attributes or tail.note or tail.doubt)
