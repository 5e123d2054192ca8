"""PubAnnotation's JSON: denotations, relations and attributes, or tracks of them.

Offsets are code points, end exclusive; a denotation of several parts has a list of ranges. Layer, annotator, note,
doubt and fields are attributes.
Source: https://www.pubannotation.org/docs/annotation-format
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.capabilities import ANY_SPANS
from annotator.formats.plain import json_labels
from annotator.formats.shared.json_fields import Fields, ReportProblem, objects_in
from annotator.formats.shared.json_records import list_writer, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_to
from annotator.formats.shared.metadata.named_facts import row_of_span, span_pairs
from annotator.model.values import Annotated, Part
from annotator.text.normalization import web_address

_TITLE = "PubAnnotation JSON"
_OURS = "Spanwright"  # the ``sourcedb`` of texts that we wrote


def _record(annotated: Annotated) -> dict[str, Any]:
    document = annotated.document
    ids = {span.id: f"T{number}" for number, span in enumerate(annotated.spans, 1)}
    numbers = count(1)
    attributes = [
        {"id": f"A{next(numbers)}", "subj": ids[span.id], "pred": name, "obj": words}
        for span in annotated.spans
        for name, words in span_pairs(span).items()
    ]
    relations = [
        {"id": f"R{number}", "pred": link.label, "subj": ids[link.head], "obj": ids[link.tail]}
        for number, link in enumerate(annotated.relations, 1)
    ]
    facts = facts_to(document, without={"id", "url"})
    return {
        **({"target": document.url} if document.url else {}),
        "sourcedb": _OURS,
        "sourceid": document.id,
        **facts,
        "text": document.text,
        "denotations": [{"id": ids[s.id], "span": _place(s.parts), "obj": s.label} for s in annotated.spans],
        "relations": relations,
        "attributes": attributes,
    }


def _place(parts: tuple[Part, ...]) -> Any:
    places = [{"begin": start, "end": end} for start, end in parts]
    return places if len(places) > 1 else places[0]


def _convert(found: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    known = {name: value for name, value in found.items() if name not in {"attributes", "sourcedb", "sourceid"}}
    target, database = web_address(known.pop("target", None)), found.get("sourcedb")
    facts = {} if found.get("sourceid") is None else {"id": found["sourceid"]}
    facts |= {"url": target} if target else {}
    facts |= {"sourcedb": database} if isinstance(database, str) and database != _OURS else {}
    pairs = _pairs(Fields(found, "", report))
    for record in json_labels.convert({**facts, **known}, options, report):
        for span in record["spans"]:
            if (said := pairs.get(str(span.get("id")))) is not None:
                row = row_of_span(said)
                span.update({name: value for name, value in row.items() if value or name not in span})
        yield record


def _pairs(fields: Fields) -> dict[str, dict[str, Any]]:
    """Return the attributes of each denotation, including those in tracks."""
    found: dict[str, dict[str, Any]] = {}
    for row in fields.objects("attributes"):
        _add(found, row.value, "")
    for track in fields.objects("tracks"):
        who = track.value.get("project")
        for entry in objects_in(track.value.get("attributes")):
            _add(found, entry, f"{who}/" if isinstance(who, str) else "")
    return found


def _add(found: dict[str, dict[str, Any]], entry: Mapping[str, Any], before: str) -> None:
    name = entry.get("pred")
    if isinstance(name, str) and name:
        found.setdefault(f"{before}{entry.get('subj')}", {})[name] = entry.get("obj", True)


PUBANNOTATION_OUT = Exporter(
    name="pubannotation",
    title=_TITLE,
    suffix=".json",
    holds=replace(ANY_SPANS, relations=True, attributes=True, annotators=True, details=USUAL),
    open=list_writer(lambda fitted, _: iter([_record(fitted.annotated)])),
)
PUBANNOTATION_IN = Importer(
    name="pubannotation",
    title=_TITLE,
    suffixes=(".json", ".jsonl", ".ndjson"),
    read=reader(_convert),
    signs=re.compile(r'(?<!\\)"(?:denotations|tracks)"\s*:\s*\['),
)
