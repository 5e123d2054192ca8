"""Write documents with all their rows as records, the lines of our JSONL."""

import json
from collections.abc import Iterable

from annotator.model.json_rows import (
    Json,
    comment_to,
    identity_to,
    ordered,
    origin_to,
    quoted,
    relation_to,
    span_to,
    suggestion_to,
)
from annotator.model.values import Annotated, Origin, Span, by_place

FORMAT = "spanwright/1"

_encode = json.JSONEncoder(ensure_ascii=False).encode
SPAN_LINE = (
    '{"annotator": %s, "attributes": %s, "doubt": %s, "end": %s, "id": %s, "label": %s, "layer": %s, "note": %s,'
    ' "origin": %s, "parts": %s, "quote": %s, "start": %s}'
)
"""The format string of a span as JSON with its quote; each value must be JSON already."""


def annotated_to(annotated: Annotated) -> Json:
    """Return a document's record, with text and quotes; lists are sorted by (start, end, id) or by id."""
    text = annotated.document.text
    spans = [span_to(span, quote=span.quote(text)) for span in by_place(annotated.spans)]
    return {**_before_spans(annotated), "spans": spans, **_after_spans(annotated)}


def to_line(annotated: Annotated) -> str:
    """Return a document's record, the same as from `annotated_to`, as one line of JSON without a line break.

    Spans are most of a record, so they are formatted directly: building an object for each would take twice as long
    as everything else.
    """
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
    """Return the line that `to_line` returns, but with these formatted spans instead of the document's own."""
    before, after = _encode(_before_spans(annotated)), _encode(_after_spans(annotated))
    return f'{before[:-1]}, "spans": [{", ".join(spans)}], {after[1:]}'


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


def _before_spans(annotated: Annotated) -> Json:
    """Return the part of a document's record with the keys before ``spans``, which are sorted by hand."""
    document = annotated.document
    said = {"comments": [comment_to(comment) for comment in annotated.comments]} if annotated.comments else {}
    return {
        "author": document.author,
        **said,
        "excluded": [list(part) for part in document.excluded],
        "format": FORMAT,
        "id": document.id,
        "identities": [identity_to(identity) for identity in sorted(annotated.identities, key=lambda i: i.id)],
        "labels": [
            {"annotator": label.annotator, "label": label.label, "value": label.value}
            for label in sorted(annotated.labels, key=lambda v: (v.label, v.annotator, v.value))
        ],
        "language": document.language,
        "meta": ordered(document.meta),
        "published": document.published,
        "publisher": document.publisher,
        "relations": [relation_to(relation) for relation in sorted(annotated.relations, key=lambda r: r.id)],
        "sentences": [
            {"annotator": s.annotator, "end": s.end, "start": s.start, "state": s.state}
            for s in sorted(annotated.sentences, key=lambda s: (s.start, s.end, s.annotator))
        ],
        "sha256": document.sha256,
    }


def _after_spans(annotated: Annotated) -> Json:
    """Return the part of a document's record with the keys after ``spans``."""
    text = annotated.document.text
    return {
        "split": annotated.split,
        "states": [
            {"annotator": state.annotator, "note": state.note, "state": str(state.state)}
            for state in sorted(annotated.states, key=lambda s: s.annotator)
        ],
        "suggestions": [
            suggestion_to(suggestion, quote=suggestion.quote(text)) for suggestion in by_place(annotated.suggestions)
        ],
        "text": text,
        "title": annotated.document.title,
        "url": annotated.document.url,
    }
