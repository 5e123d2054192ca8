"""A span's or relation's facts as pairs of names and texts, for formats with free named values."""

import json
from collections.abc import Mapping
from typing import Any

from annotator.formats.shared.control_characters import has_controls
from annotator.formats.shared.metadata.facts import value_from_text, value_to_text
from annotator.model.values import Relation, Span

LAYER, ANNOTATOR, NOTE, DOUBT = "layer", "annotator", "note", "doubt"

_FIELD = "field."  # prefix of a field whose name would mean something else
_TAKEN = frozenset({LAYER, ANNOTATOR, NOTE, DOUBT, "type", "label", "id"})
_YES = frozenset({"yes", "true"})


def span_pairs(span: Span) -> dict[str, str]:
    """Return a span's layer, annotator, note, doubt and fields; empty ones are left out."""
    pairs = {LAYER: span.layer, ANNOTATOR: span.annotator, NOTE: span.note, DOUBT: "yes" if span.doubt else ""}
    return {name: words for name, words in pairs.items() if words} | _fields(span.attributes)


def relation_pairs(relation: Relation) -> dict[str, str]:
    """Return a relation's annotator and fields."""
    return {ANNOTATOR: relation.annotator} | _fields(relation.attributes)


def row_of_span(pairs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a record's span from its pairs; see `incoming`."""
    return {
        LAYER: _words(pairs.get(LAYER)),
        ANNOTATOR: _words(pairs.get(ANNOTATOR)),
        NOTE: _words(pairs.get(NOTE)) or "",
        DOUBT: str(pairs.get(DOUBT, "")).lower() in _YES,
        "attributes": _fields_from(pairs),
    }


def row_of_relation(pairs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a record's relation from its pairs; see `incoming`."""
    return {ANNOTATOR: _words(pairs.get(ANNOTATOR)), "attributes": _fields_from(pairs)}


def _fields(attributes: Mapping[str, Any]) -> dict[str, str]:
    return {_named(name): _text(value) for name, value in attributes.items()}


def _named(name: str) -> str:
    return f"{_FIELD}{name}" if name in _TAKEN or name.startswith(_FIELD) or has_controls(name) else name


def _text(value: Any) -> str:
    words = value_to_text(value)
    return json.dumps(value) if has_controls(words) or words != words.strip() or not words else words


def _fields_from(pairs: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name.removeprefix(_FIELD): value_from_text(value) if isinstance(value, str) else value
        for name, value in pairs.items()
        if name not in _TAKEN
    }


def _words(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
