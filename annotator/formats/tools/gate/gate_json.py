"""GATE's bdoc JSON (``.bdocjs``), which the Python package gatenlp reads and writes: a file per article.

Offsets are code points (offset type ``p``) or UTF-16 units (``j``). Relations are a feature of their head.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Importer, Layout, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import object_of, objects_in, parsed
from annotator.formats.shared.json_records import json_line
from annotator.formats.shared.metadata.named_facts import row_of_span, span_pairs
from annotator.formats.shared.writers import folder_writer
from annotator.formats.tools.gate.gate_documents import (
    HELD,
    LIMIT,
    Furniture,
    annotator_of,
    facts_of,
    features_of,
    without_annotator,
)
from annotator.model.values import Annotated, Relation
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken, read_text, reading

_TITLE = "GATE bdoc JSON"
_SUFFIX = ".bdocjs"
_RELATIONS = "relations"
_POINTS, _UTF16 = "p", "j"


def _document(annotated: Annotated) -> dict[str, Any]:
    ids = {span.id: number for number, span in enumerate(annotated.spans)}
    links: dict[str, list[Relation]] = {}
    for relation in annotated.relations:
        links.setdefault(relation.head, []).append(relation)
    sets: dict[str, dict[str, Any]] = {}
    for span in annotated.spans:
        features: dict[str, Any] = {**without_annotator(span_pairs(span))}
        if span.id in links:
            features[_RELATIONS] = [
                {"label": link.label, "tail": ids[link.tail], "attributes": dict(link.attributes)}
                for link in links[span.id]
            ]
        named = {"name": f"detached-from:{span.annotator}", "annotations": [], "next_annid": len(ids)}
        place = {"type": span.label, "start": span.start, "end": span.end}
        found = sets.setdefault(span.annotator, named)
        found["annotations"].append({**place, "id": ids[span.id], "features": features})
    return {
        "annotation_sets": sets,
        "text": annotated.document.text,
        "features": features_of(annotated.document),
        "offset_type": _POINTS,
        "name": annotated.document.title,
    }


# Reading


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        found = _parsed(read_text(path, LIMIT))
    furniture = Furniture(options)
    spans, relations = [], []
    for name, annotation in _annotations(found):
        if furniture.takes(name, annotation.get("type")):
            continue
        span, links = _rows(name, annotation)
        spans.append(span)
        relations += links
    facts = facts_of(object_of(found.get("features")), path)
    yield from furniture.problems(path)
    utf16 = options.utf16 if options.utf16 is not None else found.get("offset_type") == _UTF16
    record = {**facts, "text": found.get("text"), "spans": spans, "relations": relations}
    yield from read_record(record, file=path.name, line=0, options=replace(options, utf16=utf16))


def _parsed(text: str) -> Mapping[str, Any]:
    """Return the document in a file's text; raise `Broken` for anything else, or values that records cannot hold."""
    found = parsed(text)
    if not isinstance(found, Mapping) or not isinstance(found.get("text"), str):
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
    return found


def _annotations(found: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, held in object_of(found.get("annotation_sets")).items():
        yield from ((name, annotation) for annotation in objects_in(object_of(held).get("annotations")))


def _rows(name: str, annotation: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    pairs = object_of(annotation.get("features"))
    linked = pairs.pop(_RELATIONS, None)
    said = row_of_span(pairs)
    said["annotator"] = said["annotator"] or annotator_of(name)
    key = f"{name}/{annotation.get('id')}"  # ids are unique within a set
    span = {"id": key, "label": annotation.get("type"), "start": annotation.get("start"), "end": annotation.get("end")}
    links = [
        {
            "label": link.get("label"),
            "head": key,
            "tail": f"{name}/{link.get('tail')}",
            "attributes": link.get("attributes"),
            "annotator": said["annotator"],
        }
        for link in objects_in(linked)
    ]
    return {**span, **said}, links


GATE_JSON_OUT = Exporter(
    name="gate-bdoc",
    title=_TITLE,
    suffix="",
    holds=HELD,
    open=folder_writer(_SUFFIX, lambda fitted, _: [json_line(_document(fitted.annotated))]),
    layout=Layout.FOLDER,
)
GATE_JSON_IN = Importer(
    name="gate-bdoc",
    title=_TITLE,
    suffixes=(_SUFFIX, ".json"),
    read=_read,
    signs=re.compile(r'(?<!\\)"annotation_sets"\s*:|(?<!\\)"offset_type"\s*:'),
)
