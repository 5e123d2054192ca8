"""Write documents with all their rows as records, the lines of our JSONL."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

from annotator.model.json_rows import Json, identity_to, ordered, origin_to, quoted, relation_to, suggestion_to
from annotator.model.talk import Comment
from annotator.model.values import Annotated, DocumentLabel, DocumentState, Origin, SentenceMark, Span, by_place

FORMAT = "spanwright/1"
_T = TypeVar("_T")

_OWN = {
    kind: sorted(each.name for each in fields(kind) if each.name != "document")
    for kind in (Comment, DocumentLabel, DocumentState, SentenceMark)
}
_encode = json.JSONEncoder(ensure_ascii=False).encode
SPAN_LINE = (
    '{"annotator": %s, "attributes": %s, "doubt": %s, "end": %s, "id": %s, "label": %s, "layer": %s, "note": %s,'
    ' "origin": %s, "parts": %s, "quote": %s, "start": %s}'
)
"""The format string of a span as JSON with its quote; each value must be JSON already."""
_LINE = (
    '{"author": %s, %s"excluded": %s, "format": "%s", "id": %s, "identities": %s, "labels": %s, "language": %s,'
    ' "meta": %s, "published": %s, "publisher": %s, "relations": %s, "sentences": %s, "sha256": %s, "spans": [%s],'
    ' "split": %s, "states": %s, "suggestions": %s, "text": %s, "title": %s, "url": %s}'
)
"""The format string of a document's record; each value must be JSON already."""


def annotated_to(annotated: Annotated) -> Json:
    """Return a document's record, with text and quotes; lists are sorted by (start, end, id) or by id."""
    found: Json = json.loads(to_line(annotated))
    return found


def to_line(annotated: Annotated) -> str:
    """Return a document's record as one line of JSON without a line break."""
    text = annotated.document.text
    origins: dict[int, str] = {}  # by identity, as equal values may be written in two ways, such as 1 and 1.0
    spans = []
    for span in by_place(annotated.spans):
        origin = origins.get(id(span.origin))
        if origin is None:
            origin = origins[id(span.origin)] = origin_line(span.origin)
        spans.append(span_line(span, span.quote(text), origin))
    return line_around(annotated, spans)


def line_around(annotated: Annotated, spans: Iterable[str]) -> str:
    """Return the line that `to_line` returns, but with these formatted spans instead of the document's own.

    Strings are put between fixed keys, because building and encoding an object takes twice as long.
    """
    document, text = annotated.document, annotated.document.text
    comments = f'"comments": {_encode([_own(c) for c in annotated.comments])}, ' if annotated.comments else ""
    return _LINE % (
        _text(document.author),
        comments,
        _encode(document.excluded) if document.excluded else "[]",
        FORMAT,
        quoted(document.id),
        _list(annotated.identities, "id", identity_to),
        _list(annotated.labels, "label annotator value", _own),
        quoted(document.language),
        _encode(ordered(document.meta)) if document.meta else "{}",
        _text(document.published),
        _text(document.publisher),
        _list(annotated.relations, "id", relation_to),
        _list(annotated.sentences, "start end annotator", _own),
        quoted(document.sha256),
        ", ".join(spans),
        _text(annotated.split),
        _list(annotated.states, "annotator", _own),
        _list(annotated.suggestions, "start end id", lambda s: suggestion_to(s, quote=s.quote(text))),
        quoted(text),
        quoted(document.title),
        _text(document.url),
    )


def origin_line(origin: Origin) -> str:
    """Return an origin as JSON text; see `origin_to`."""
    return _encode(origin_to(origin))


def span_line(span: Span, quote: str, origin: str) -> str:
    """Return a span with its quote as JSON text; ``origin`` is already JSON text. See `span_to`."""
    parts = span.parts
    start, end = parts[0][0], parts[-1][1]
    return SPAN_LINE % (
        quoted(span.annotator),
        _encode(ordered(span.attributes)) if span.attributes else "{}",
        "true" if span.doubt else "false",
        end,
        quoted(span.id),
        quoted(span.label),
        quoted(span.layer),
        quoted(span.note),
        origin,
        f"[[{start}, {end}]]" if len(parts) == 1 else _encode(parts),
        quoted(quote),
        start,
    )


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _list(rows: Sequence[_T], order: str, to: Callable[[_T], Json]) -> str:
    """Return rows, sorted by the attributes that ``order`` names, as a JSON list."""
    return _encode([to(row) for row in sorted(rows, key=attrgetter(*order.split()))]) if rows else "[]"


def _own(row: Comment | DocumentLabel | DocumentState | SentenceMark) -> Json:
    """Return the fields of a row as a JSON object with sorted keys, without its document."""
    return {name: getattr(row, name) for name in _OWN[type(row)]}
