"""Checks whether a format can hold a span or a claim with all its fields."""

from collections import Counter
from collections.abc import Collection

from annotator.formats.capabilities import Capabilities, ClaimsOnly
from annotator.model.citations import citations_of
from annotator.model.schema import ROLE, Schema
from annotator.model.values import Relation, Span


def lacks_fields(span: Span, holds: Capabilities) -> bool:
    """Return whether a format cannot hold some of a span's fields, its note or its doubt."""
    if holds.attributes:
        return False
    if not span.attributes:  # the common case
        return bool(span.note) or span.doubt
    held = holds.claims.fields if holds.claims is not None else frozenset()
    more = held is not None and any(v is not None and n not in held for n, v in span.attributes.items())
    return more or _lacks_values(span, holds) or _lacks_roles(span, holds) or bool(span.note) or span.doubt


def has_needed_facts(claim: Span, relations: Collection[tuple[str, str]], holds: Capabilities) -> bool:
    """Return whether a claim has what a format requires; ``relations`` are (head id, label)."""
    wanted = holds.claims or ClaimsOnly()
    if wanted.needs is not None:
        attribute, values = wanted.needs
        value = claim.attributes.get(attribute)
        if not isinstance(value, str) or (values and value not in values):
            return False
    return wanted.needs_relation is None or (claim.id, wanted.needs_relation) in relations


def shared_labels(schema: Schema | None, layers: Collection[str], spans: Collection[Span]) -> set[str]:
    """Return the labels of spans that exist in more than one exported layer; no layers means all."""
    names = {span.label for span in spans}
    known = {(span.layer, span.label) for span in spans}
    if schema is not None:
        known |= {(label.layer, label.id) for label in schema.labels if label.id in names}
    count = Counter(label for layer, label in known if not layers or layer in layers)
    return {label for label, often in count.items() if often > 1}


def holds_claim_relation(relation: Relation, head: Span, holds: Capabilities) -> bool:
    """Return whether a claim format can hold a relation from a claim."""
    wanted = holds.claims or ClaimsOnly()
    role = relation.attributes.get(ROLE)
    if wanted.relations is not None and relation.label not in wanted.relations:
        return False
    if wanted.roles is None or wanted.needs is None:
        return True
    roles = wanted.roles.get(str(head.attributes.get(wanted.needs[0])))
    return roles is not None and (role is None or str(role) in roles)


def _lacks_values(span: Span, holds: Capabilities) -> bool:
    partly = holds.claims.partly if holds.claims is not None else {}
    said = ((span.attributes.get(name), values) for name, values in partly.items())
    return any(value is not None and str(value) not in values for value, values in said)


def _lacks_roles(span: Span, holds: Capabilities) -> bool:
    """Return whether a format cannot hold the role of any of a claim's citations."""
    wanted = holds.claims or ClaimsOnly()
    cited = citations_of(span.attributes)
    roles = {citation.role for citation in cited if citation.role}
    if not holds.relation_attributes:
        return bool(roles)
    if wanted.roles is None or wanted.needs is None:
        return False
    allowed = wanted.roles.get(str(span.attributes.get(wanted.needs[0])))
    return bool(cited) if allowed is None else not roles <= allowed
