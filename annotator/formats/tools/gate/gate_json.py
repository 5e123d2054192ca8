"""GATE's bdoc JSON (``.bdocjs``), which the Python package gatenlp reads and writes: a file per article.

Offsets are code points (offset type ``p``) or UTF-16 units (``j``). Relations are a feature of their head.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, FileLayout, Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import Fields, parsed
from annotator.formats.shared.json_records import json_line
from annotator.formats.shared.metadata.named_facts import row_of_span, span_pairs
from annotator.formats.shared.writers import folder_writer
from annotator.formats.tools.gate.gate_documents import (
    HELD,
    LIMIT,
    OwnAnnotations,
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
    furniture = OwnAnnotations(options)
    problems: list[Problem] = []

    def report(place: str, code: str, **details: str) -> None:
        problems.append(Problem(file=path.name, line=0, place=place, code=code, details=details))

    document = Fields(found, "", report)
    spans, relations = [], []
    for name, annotation in _annotations(document):
        if furniture.takes(name, annotation.value.get("type")):
            continue
        span, links = _rows(name, annotation)
        spans.append(span)
        relations += links
    facts = facts_of(document.mapping("features"), path)
    yield from problems
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


def _annotations(document: Fields) -> Iterator[tuple[str, Fields]]:
    sets = document.inner("annotation_sets")
    for name in sets.value:
        for annotation in sets.inner(name).objects("annotations"):
            yield name, annotation


def _rows(name: str, annotation: Fields) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    given, features = annotation.value, annotation.inner("features")
    said = row_of_span({name: value for name, value in features.value.items() if name != _RELATIONS})
    said["annotator"] = said["annotator"] or annotator_of(name)
    key = f"{name}/{given.get('id')}"  # ids are unique within a set
    span = {"id": key, "label": given.get("type"), "start": given.get("start"), "end": given.get("end")}
    links = [
        {
            "label": link.get("label"),
            "head": key,
            "tail": f"{name}/{link.get('tail')}",
            "attributes": link.get("attributes"),
            "annotator": said["annotator"],
        }
        for link in (row.value for row in features.objects(_RELATIONS))
    ]
    return {**span, **said}, links


GATE_JSON_OUT = Exporter(
    name="gate-bdoc",
    title=_TITLE,
    suffix="",
    holds=HELD,
    open=folder_writer(_SUFFIX, lambda fitted, _: [json_line(_document(fitted.annotated))]),
    layout=FileLayout.FOLDER,
)
GATE_JSON_IN = Importer(
    name="gate-bdoc",
    title=_TITLE,
    suffixes=(_SUFFIX, ".json"),
    read=_read,
    signs=re.compile(r'(?<!\\)"annotation_sets"\s*:|(?<!\\)"offset_type"\s*:'),
)
