"""What stands in the fields of a claim of the open document, and which field belongs to which relation."""

from annotator.model import CLAIMS, OriginKind, Span
from annotator.schema import RelationType
from ui.panels import span_fields
from ui.panels.fields import Shown
from ui.session import Session


class ClaimValues:
    """Reads claims; remembers which proposals were looked at and left as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._confirmed: set[tuple[str, str]] = set()
        self._proposals: dict[str, frozenset[str]] = {}

    def forget(self) -> None:
        """Read anew what was proposed."""
        self._proposals.clear()

    def confirm(self, claim: str, field: str) -> None:
        """Count a field as decided from now on."""
        self._confirmed.add((claim, field))

    def of(self, claim: Span) -> dict[str, Shown]:
        """Give what stands in each field."""
        schema, opened = self._session.required().schema, self._session.required_opened()
        proposals = self._proposed(claim)
        values = span_fields.own_shown(claim)
        for attribute in schema.attributes_of(CLAIMS):
            proposed = attribute.id in proposals and (claim.id, attribute.id) not in self._confirmed
            values[attribute.id] = span_fields.attribute_shown(attribute, claim, proposed=proposed)
        for relation in span_fields.pointable(schema, CLAIMS).values():
            there = opened.relations.of_head(claim.id, relation.id)
            tails = opened.tails(claim.id, relation.id) if there else ()
            if tails:
                quoted = span_fields.relation_words(relation, tails, opened.document.text)
                field = self.field_of(relation)
                current = values[field].current if field in values else None
                values[field] = Shown(words=quoted, current=current, proposed=span_fields.is_proposed(there))
        return values

    def field_of(self, relation: RelationType) -> str:
        """Give the field in which a relation stands."""
        return self.attribute_with(relation) or span_fields.relation_field(relation)

    def attribute_with(self, relation: RelationType) -> str | None:
        """Give the attribute that a relation completes."""
        schema = self._session.required().schema
        attributes = schema.attributes_of(CLAIMS)
        return next((a.id for a in attributes if span_fields.companion(schema, a) == relation), None)

    def relation_of(self, field: str) -> RelationType | None:
        """Give the relation that stands in a field."""
        relations = span_fields.pointable(self._session.required().schema, CLAIMS).values()
        return next((relation for relation in relations if self.field_of(relation) == field), None)

    def _proposed(self, claim: Span) -> frozenset[str]:
        """Give the attributes that still are what the machine proposed."""
        if claim.origin.kind is not OriginKind.SUGGESTION or not claim.attributes:
            return frozenset()
        if claim.id not in self._proposals:
            suggestion = self._session.required().read.accepted(claim)
            offered = suggestion.attributes if suggestion is not None else {}
            self._proposals[claim.id] = frozenset(n for n, v in offered.items() if claim.attributes.get(n) == v)
        return self._proposals[claim.id]
