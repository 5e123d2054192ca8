"""W3C Web Annotations (JSON-LD), one annotation page for each file.

Positions are code points, end exclusive, each with its quote and the text before and after.
Source: https://www.w3.org/TR/annotation-model/
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from annotator.formats.base import Exporter
from annotator.formats.capabilities import Capabilities
from annotator.formats.shared.facts import value_to_text
from annotator.formats.shared.json_records import list_writer
from annotator.model.values import Annotated, Document, Part, Span

_HEAD = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ['
_AROUND = 32  # characters before and after a quote


def _annotations(annotated: Annotated) -> Iterator[dict[str, Any]]:
    document = annotated.document
    for span in annotated.spans:
        yield {
            **_head(span.id, "tagging", span.annotator),
            "body": list(_bodies(span)),
            "target": [
                {"source": _source(document), "selector": _selectors(document.text, part)} for part in span.parts
            ],
        }
    for relation in annotated.relations:
        fields = ((name, value_to_text(value)) for name, value in relation.attributes.items())
        yield {
            **_head(relation.id, "linking", relation.annotator),
            "body": [
                {"type": "SpecificResource", "purpose": "linking", "source": _urn(relation.tail)},
                _body("tagging", relation.label),
                *(_body("describing", f"{name}: {value}") for name, value in fields),
            ],
            "target": [_urn(relation.head)],
        }
    for label in annotated.labels:
        key = uuid5(UUID(document.id), f"{label.annotator}/{label.label}/{label.value}").hex
        yield {
            **_head(key, "classifying", label.annotator),
            "body": [_body("classifying", f"{label.label}: {label.value}")],
            "target": [_source(document)],
        }


def _head(identifier: str, motivation: str, annotator: str) -> dict[str, Any]:
    creator = {"type": "Person", "name": annotator}
    return {"id": _urn(identifier), "type": "Annotation", "motivation": motivation, "creator": creator}


def _urn(identifier: str) -> str:
    return UUID(identifier).urn


def _source(document: Document) -> str:
    return document.url or _urn(document.id)


def _bodies(span: Span) -> Iterator[dict[str, str]]:
    yield _body("tagging", span.label)
    yield _body("classifying", span.layer)
    for name, value in span.attributes.items():
        yield _body("describing", f"{name}: {value_to_text(value)}")
    if span.note:
        yield _body("commenting", span.note)
    if span.doubt:
        yield _body("assessing", "doubtful")


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _selectors(text: str, part: Part) -> list[dict[str, Any]]:
    start, end = part
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


WEB_ANNOTATION_OUT = Exporter(
    name="web-annotation",
    title="W3C Web Annotation",
    suffix=".jsonld",
    holds=Capabilities(
        overlap=True,
        discontinuous=True,
        white_space=True,
        relations=True,
        relation_attributes=True,
        across=True,
        attributes=True,
        annotators=True,
        labels=True,
        relation_annotators=True,
        details=frozenset({"url"}),
        bare=False,
    ),
    open=list_writer(lambda fitted, _: _annotations(fitted.annotated), _HEAD, "]}"),
)
