"""Writing W3C Web Annotations (JSON-LD), one annotation page for each file, and the texts beside it.

Positions are code points, end exclusive, each with its quote and the text before and after. The recommendation has no
place for texts; they are in ``NAME.texts.json``, each with the source that its annotations name.
Source: https://www.w3.org/TR/annotation-model/
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import ALL_ROWS
from annotator.formats.fit import Fitted, Options
from annotator.formats.plain.web_annotation_in import TEXTS
from annotator.formats.shared.json_records import json_list
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_to, value_to_text
from annotator.model.json_records import FORMAT
from annotator.model.values import Annotated, Part, Span

_HEAD = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ['
_AROUND = 32  # characters before and after a quote


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    taken: set[str] = set()
    with json_list(path, _HEAD, "]}") as add, json_list(path.with_suffix(TEXTS)) as add_text:

        def put(fitted: Fitted) -> None:
            document = fitted.annotated.document
            source = document.url if document.url and document.url not in taken else _urn(document.id)
            taken.add(source)
            text = {"text": document.text, "sha256": document.sha256}
            add_text({"format": FORMAT, "source": source, **facts_to(document), **text})
            for annotation in _annotations(fitted.annotated, source):
                add(annotation)

        yield put


def _annotations(annotated: Annotated, source: str) -> Iterator[dict[str, Any]]:
    document = annotated.document
    for span in annotated.spans:
        yield {
            **_head(span.id, "tagging", span.annotator),
            "body": list(_bodies(span)),
            "target": [{"source": source, "selector": _selectors(document.text, part)} for part in span.parts],
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
            "target": [source],
        }


def _head(identifier: str, motivation: str, annotator: str) -> dict[str, Any]:
    creator = {"type": "Person", "name": annotator}
    return {"id": _urn(identifier), "type": "Annotation", "motivation": motivation, "creator": creator}


def _urn(identifier: str) -> str:
    return UUID(identifier).urn


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
    holds=replace(ALL_ROWS, across=True, labels=True, details=USUAL),
    open=_open,
)
