"""Facts about an article and its spans, for formats with a field for free metadata."""

import json
from collections.abc import Container, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from annotator.formats.shared.json_fields import flaw
from annotator.model.values import Document, Span

FACTS = ("title", "language", "publisher", "author", "url", "published")
"""The optional fields of an article."""

_FACTS = ("id", *FACTS)


def facts_to(document: Document, *, without: Container[str] = ()) -> dict[str, str]:
    """Return the known facts about an article, except those named in ``without``."""
    return {name: value for name in _FACTS if name not in without and (value := getattr(document, name))}


def facts_from(found: Any) -> dict[str, Any]:
    """Return record fields from the output of `facts_to`; unknown keys, or what is no object, go into ``meta``."""
    given = dict(found) if isinstance(found, Mapping) else {"meta": found} if found else {}
    facts = {name: given.pop(name) for name in _FACTS if name in given}
    return {**facts, "meta": given}


def span_facts_to(span: Span) -> dict[str, Any]:
    """Return a span's non-empty fields other than id, label and offsets."""
    fields = {
        "attributes": dict(span.attributes),
        "note": span.note,
        "doubt": span.doubt,
        "annotator": span.annotator,
    }
    return {"layer": span.layer, **{name: value for name, value in fields.items() if value}}


def annotator_id(name: str) -> str:
    """Return a UUID for an annotator, the same in each export."""
    return str(uuid5(NAMESPACE_URL, f"urn:spanwright:user:{name}"))


def value_to_text(value: Any) -> str:
    """Return an attribute's value as text for `value_from_text`: a plain string, else JSON."""
    return value if isinstance(value, str) and _parsed(value) is _NONE else json.dumps(value, ensure_ascii=False)


def value_from_text(text: str) -> Any:
    """Return the value that `value_to_text` wrote; text other than JSON stays a string."""
    value = _parsed(text)
    return text if value is _NONE else value


_NONE = object()


def _parsed(text: str) -> Any:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _NONE
    return value if flaw(value) is None else _NONE  # with NaN the whole article would be refused
