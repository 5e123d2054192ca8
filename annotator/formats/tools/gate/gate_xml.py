"""GATE's XML: a file per article, its text with nodes at the edges of annotations.

Nodes are named after their offsets in UTF-16 units; reading takes their places in the text instead.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, FileLayout, Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.control_characters import xml_attribute, xml_content
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.metadata.named_facts import relation_pairs, row_of_relation, row_of_span, span_pairs
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
from annotator.model.values import Annotated
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.safe_xml import Element, parse
from annotator.system.whole_files import Broken, read_whole, reading
from annotator.text.offsets import OffsetMap

_TITLE = "GATE XML"
_ROOT = "GateDocument"
_STRING = 'className="java.lang.String"'


def _lines(annotated: Annotated) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{_ROOT} version="3">\n<GateDocumentFeatures>\n'
    yield from _features(features_of(annotated.document))
    yield "</GateDocumentFeatures>\n<TextWithNodes>"
    text, units = annotated.document.text, OffsetMap(annotated.document.text)
    edges = {0, len(text), *(edge for span in annotated.spans for edge in (span.start, span.end))}
    for start, end in pairwise([*sorted(edges), len(text)]):
        yield f'<Node id="{units.to_utf16(start)}"/>{xml_content(text[start:end])}'
    yield "</TextWithNodes>\n<AnnotationSet>\n</AnnotationSet>\n"
    ids = {span.id: number for number, span in enumerate(annotated.spans, 1)}
    people = {span.id: span.annotator for span in annotated.spans}
    for name in sorted({*people.values()}):
        yield f"<AnnotationSet Name={xml_attribute(name)}>\n"
        for span in (span for span in annotated.spans if span.annotator == name):
            place = f'StartNode="{units.to_utf16(span.start)}" EndNode="{units.to_utf16(span.end)}"'
            yield f'<Annotation Id="{ids[span.id]}" Type={xml_attribute(span.label)} {place}>\n'
            yield from _features(without_annotator(span_pairs(span)))
            yield "</Annotation>\n"
        yield "</AnnotationSet>\n"
    for name in sorted({people[relation.head] for relation in annotated.relations}):
        yield f"<RelationSet Name={xml_attribute(name)}>\n"
        for number, relation in enumerate(annotated.relations, len(ids) + 1):
            if people[relation.head] == name:
                ends = f"{ids[relation.head]};{ids[relation.tail]}"
                yield f'<Relation Id="{number}" Type={xml_attribute(relation.label)} Members="{ends}">\n<UserData/>\n'
                yield from _features(without_annotator(relation_pairs(relation)))
                yield "</Relation>\n"
        yield "</RelationSet>\n"
    yield f"</{_ROOT}>\n"


def _features(pairs: Mapping[str, str]) -> Iterator[str]:
    for name, words in pairs.items():
        yield f"<Feature>\n<Name {_STRING}>{xml_content(name)}</Name>\n<Value {_STRING}>{xml_content(words)}</Value>\n"
        yield "</Feature>\n"


# Reading


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        root = parse(read_whole(path, LIMIT))
        nodes = root.first("TextWithNodes")
        if root.name != _ROOT or nodes is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
        furniture = OwnAnnotations(options)
        lines: dict[str, int] = {}  # row, such as "spans 3" → line
        record = _record(root, nodes, furniture, lines)
    record |= facts_of(_features_from(root.first("GateDocumentFeatures")), path)
    yield from furniture.problems(path)
    options = replace(options, utf16=False)
    yield from read_record(record, file=path.name, line=0, options=options, lines=lines)


def _record(root: Element, nodes: Element, furniture: OwnAnnotations, lines: dict[str, int]) -> dict[str, Any]:
    lengths = [0, *accumulate(map(len, nodes.pieces))]
    places = {node.attributes.get("id", ""): lengths[node.before] for node in nodes.all("Node")}
    spans: list[dict[str, Any]] = []
    for annotations in root.all("AnnotationSet"):
        name = annotations.attributes.get("Name", "")
        for found in annotations.all("Annotation"):
            given = found.attributes
            if furniture.takes(name, given.get("Type")):
                continue
            place = {"start": places.get(given.get("StartNode", "")), "end": places.get(given.get("EndNode", ""))}
            said = row_of_span(_features_from(found))
            said["annotator"] = said["annotator"] or annotator_of(name)
            spans.append({"id": given.get("Id"), "label": given.get("Type"), **place, **said})
            lines[f"spans {len(spans)}"] = found.line
    relations: list[dict[str, Any]] = []
    for relation_set in root.all("RelationSet"):
        name = relation_set.attributes.get("Name", "")
        for found in relation_set.all("Relation"):
            head, *tails = found.attributes.get("Members", "").split(";")
            said = row_of_relation(_features_from(found))
            said["annotator"] = said["annotator"] or annotator_of(name)
            for tail in tails:
                relations.append({"label": found.attributes.get("Type"), "head": head, "tail": tail, **said})
                lines[f"relations {len(relations)}"] = found.line
    return {"text": nodes.text, "spans": spans, "relations": relations}


def _features_from(element: Element | None) -> dict[str, str]:
    features: dict[str, str] = {}
    for feature in element.all("Feature") if element is not None else ():
        name, value = feature.first("Name"), feature.first("Value")
        if name is not None and value is not None:
            features[name.text] = value.text
    return features


GATE_XML_OUT = Exporter(
    name="gate-xml",
    title=_TITLE,
    suffix="",
    holds=replace(HELD, without_controls=frozenset({"text", "title", "note"})),
    open=folder_writer(".xml", lambda fitted, _: _lines(fitted.annotated)),
    layout=FileLayout.FOLDER,
)
GATE_XML_IN = Importer(
    name="gate-xml", title=_TITLE, suffixes=(".xml",), read=_read, signs=re.compile(rf"<{_ROOT}[\s>]")
)
