"""What is known about an article and its labels, for formats that have a free place for it."""

import json
from collections.abc import Mapping
from typing import Any

from annotator.formats.shared.json_fields import flaw
from annotator.model.values import Document, Span

FACTS = ("title", "language", "publisher", "author", "url", "published")
"""The fields of an article that are known or not."""

_FACTS = ("id", *FACTS)


def facts_to(document: Document) -> dict[str, str]:
    """Give what is known about an article, without what is not."""
    return {name: value for name in _FACTS if (value := getattr(document, name))}


def facts_from(found: Any) -> dict[str, Any]:
    """Give the fields of a record from what `facts_to` gave; anything else goes into its ``meta``."""
    given = dict(found) if isinstance(found, Mapping) else {}
    facts = {name: given.pop(name) for name in _FACTS if name in given}
    return {**facts, "meta": given}


def span_facts_to(span: Span) -> dict[str, Any]:
    """Give all fields of a span but its id, label and place, without those that are empty."""
    fields = {
        "attributes": dict(span.attributes),
        "note": span.note,
        "doubt": span.doubt,
        "annotator": span.annotator,
    }
    return {"layer": span.layer, **{name: value for name, value in fields.items() if value}}


def to_words(value: Any) -> str:
    """Write the value of an attribute as words, so that `from_words` gives it back: JSON for all but plain words."""
    return value if isinstance(value, str) and _parsed(value) is _NONE else json.dumps(value, ensure_ascii=False)


def from_words(words: str) -> Any:
    """Read what `to_words` wrote; words that nobody wrote as JSON stay words."""
    value = _parsed(words)
    return words if value is _NONE else value


_NONE = object()


def _parsed(words: str) -> Any:
    try:
        value = json.loads(words)
    except (ValueError, RecursionError):
        return _NONE
    return value if flaw(value) is None else _NONE  # NaN is no reason to refuse the article
