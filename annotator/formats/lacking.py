"""Whether fields of a span have no place in a format."""

from annotator.citations import citations_of
from annotator.formats.capabilities import Capabilities, ClaimsOnly
from annotator.model import Span


def lacks_fields(span: Span, holds: Capabilities) -> bool:
    """Tell whether a format has no place for some of a span's fields, its note or its doubt."""
    if holds.attributes:
        return False
    if not span.attributes:  # as most have none
        return bool(span.note) or span.doubt
    held = holds.claims.fields if holds.claims is not None else frozenset()
    more = held is not None and any(v is not None and n not in held for n, v in span.attributes.items())
    return more or _lacks_values(span, holds) or _lacks_roles(span, holds) or bool(span.note) or span.doubt


def _lacks_values(span: Span, holds: Capabilities) -> bool:
    partly = holds.claims.partly if holds.claims is not None else {}
    said = ((span.attributes.get(name), values) for name, values in partly.items())
    return any(value is not None and str(value) not in values for value, values in said)


def _lacks_roles(span: Span, holds: Capabilities) -> bool:
    """Tell whether what a claim cites is there for something that the format has no place for."""
    wanted = holds.claims or ClaimsOnly()
    cited = citations_of(span.attributes)
    roles = {citation.role for citation in cited if citation.role}
    if not holds.relation_attributes:
        return bool(roles)
    if wanted.roles is None or wanted.needs is None:
        return False
    allowed = wanted.roles.get(str(span.attributes.get(wanted.needs[0])))
    return bool(cited) if allowed is None else not roles <= allowed
