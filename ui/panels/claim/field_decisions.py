"""Decisions about the fields of a claim; each method is one undoable step."""

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.editing import edits
from annotator.model.citations import citations_of, citing, read_citation
from annotator.model.schema import AttributeKind
from annotator.model.values import ATTRIBUTION, OriginKind, Relation, Span
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.claim_fields import ClaimField
from ui.panels.claim.claim_values import ClaimValues, Draft
from ui.panels.span import span_fields


class FieldDecisions:
    """Sets fields, and accepts or rejects proposed values. Methods return whether something was done."""

    def __init__(self, session: Session, decisions: Decisions, values: ClaimValues) -> None:
        self._session = session
        self._decisions = decisions
        self._values = values

    def choose(self, claim: Span, field_id: str, value: str | None) -> bool:
        """Set a value, None to clear the field; relations in the field are removed."""
        if field_id == span_fields.DOUBT:
            return self._decisions.change(claim.id, doubt=value is not None)
        field = self._values.field(field_id)
        if field is None:
            return False
        attributes = _changed_attributes(claim, field, value)
        gone = self._values.relations(claim, field)
        if not gone:
            return bool(attributes) and self._decisions.change(claim.id, attributes=attributes)
        return self._decisions.unrelate(claim, gone, attributes)

    def write(self, claim: Span, field_id: str, words: str) -> bool:
        """Set a text; "" clears the field."""
        if field_id == span_fields.NOTE:
            return self._decisions.change(claim.id, note=words)
        return self._decisions.change(claim.id, attributes={field_id: words or None})

    def cite(self, claim: Span, draft: Draft, words: str) -> bool:
        """Set a citation; "" removes it."""
        cited = list(citations_of(claim.attributes))
        citation = read_citation(words, draft.role)
        if draft.place is None:
            cited.append(citation)
        else:
            cited[draft.place] = citation
        return self._decisions.change(claim.id, attributes=citing(cited, claim.attributes))

    def drop(self, claim: Span, field_id: str, piece: str) -> bool:
        """Remove one piece of evidence, and suggested attribution spans that only it used."""
        field = self._values.field(field_id)
        if field is None:
            return False
        draft = self._values.draft(claim, field, piece)
        if draft is not None:
            return self.cite(claim, draft, "")
        gone = [relation for relation in self._values.relations(claim, field) if relation.id == piece]
        return bool(gone) and self._decisions.unrelate(claim, gone, removing=self._served_only(gone))

    def take(self, claim: Span, field_ids: Iterable[str]) -> bool:
        """Confirm the proposed values of fields."""
        fields = [field for field in map(self._values.field, field_ids) if field is not None]
        attributes = [field.attribute.id for field in fields if field.attribute is not None]
        relations = [
            r for field in fields for r in self._values.relations(claim, field) if span_fields.is_proposed([r])
        ]
        edit = edits.confirm(claim, attributes, relations, annotator=self._session.required().annotator)
        return bool(edit.changes) and self._session.do(edit)

    def refuse(self, claim: Span, field_id: str) -> bool:
        """Remove the proposed value of a field, and suggested attribution spans that only it used."""
        field = self._values.field(field_id)
        if field is None:
            return False
        attributes = _changed_attributes(claim, field, None)
        gone = self._values.relations(claim, field)
        if not gone:
            return self._decisions.change(claim.id, attributes=attributes)
        return self._decisions.unrelate(claim, gone, attributes, self._served_only(gone))

    def _served_only(self, gone: Sequence[Relation]) -> list[Span]:
        """Return the suggested attribution spans that only these relations use."""
        opened, ids = self._session.required_opened(), {relation.id for relation in gone}
        tails = [tail for tail in (opened.span(relation.tail) for relation in gone) if tail is not None]
        own = [tail for tail in tails if tail.layer == ATTRIBUTION and tail.origin.kind is OriginKind.SUGGESTION]
        others = self._session.required().read.relations_of({tail.id for tail in own})
        still = {end for other in others if other.id not in ids for end in (other.head, other.tail)}
        return [tail for tail in own if tail.id not in still]


def _changed_attributes(claim: Span, field: ClaimField, value: str | None) -> dict[str, Any]:
    if field.attribute is None:
        return {}
    if field.attribute.kind is AttributeKind.CITATIONS and value is None:
        return citing((), claim.attributes)
    return {field.attribute.id: value}
