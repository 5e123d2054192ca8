"""doccano's JSONL: ``label`` lists of sequence labelling, or ``entities`` and ``relations``.

Offsets of spans drawn in doccano count UTF-16 units (its issue 2290); spans imported into doccano keep their own unit.
There are no quotes to compare, so the unit that better fits the edges of words is used.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Importer, Open, Put, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.json_fields import LIST, Fields, ReportProblem, listed
from annotator.formats.shared.json_records import json_line, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_from, facts_to
from annotator.model.values import Annotated
from annotator.text.offsets import OffsetMap
from annotator.text.tokens import cuts_word

_SPAN_KEYS = frozenset("label labels entities annotations relations meta text".split())
_COMMENTS = frozenset({"Comments", "comments"})
_ENTITY_KEYS = frozenset("id label start_offset end_offset text user".split())


def _opener(*, relations: bool) -> Open:
    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        del options
        numbers = count(1)
        with path.open("w", encoding="utf-8", newline="\n") as file:

            def put(fitted: Fitted) -> None:
                written = _related(fitted.annotated, numbers) if relations else _listed(fitted.annotated)
                record = {"text": fitted.annotated.document.text, **written, **facts_to(fitted.annotated.document)}
                record["Comments"] = []
                file.write(json_line(record))

            yield put

    return opened


def _listed(annotated: Annotated) -> dict[str, Any]:
    units = OffsetMap(annotated.document.text)
    return {"label": [[units.to_utf16(s.start), units.to_utf16(s.end), s.label] for s in annotated.spans]}


def _related(annotated: Annotated, numbers: Iterator[int]) -> dict[str, Any]:
    units = OffsetMap(annotated.document.text)
    ids = {span.id: next(numbers) for span in annotated.spans}
    entities = [
        {
            "id": ids[span.id],
            "label": span.label,
            "start_offset": units.to_utf16(span.start),
            "end_offset": units.to_utf16(span.end),
        }
        for span in annotated.spans
    ]
    relations = [
        {"id": next(numbers), "from_id": ids[relation.head], "to_id": ids[relation.tail], "type": relation.label}
        for relation in annotated.relations
    ]
    return {"entities": entities, "relations": relations}


def _convert(found: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    fields = Fields(found, "", report)
    text = found.get("text", found.get("data"))
    spans = [*_spans(fields), *_pairs(fields, "label"), *_pairs(fields, "labels")]
    if options.utf16 is None and isinstance(text, str):
        spans = _in_characters(text, spans, report)
    known = _SPAN_KEYS if "text" in found else _SPAN_KEYS | {"data"}
    rest = {name: value for name, value in found.items() if name not in known and (value or name not in _COMMENTS)}
    facts = facts_from(found.get("meta"))
    yield {
        **facts_from({**{name: value for name, value in facts.items() if name != "meta"}, **facts["meta"], **rest}),
        "text": text,
        "spans": spans,
        "relations": [
            {
                **{name: value for name, value in row.value.items() if name not in {"from_id", "to_id", "type"}},
                "head": row.value.get("from_id"),
                "tail": row.value.get("to_id"),
                "label": row.value.get("type"),
            }
            for row in fields.objects("relations")
        ],
        "labels": [{"label": "label", "value": value} for value in _document_labels(fields)],
    }


def _spans(fields: Fields) -> Iterator[dict[str, Any]]:
    for row in chain(fields.objects("entities"), fields.objects("annotations")):  # the latter before doccano 1.5
        label = row.value.get("label")  # a number in some of the older ones
        place = {"start": row.value.get("start_offset"), "end": row.value.get("end_offset")}
        named = {"id": row.value.get("id"), "label": str(label) if type(label) is int else label}
        words = row.value.get("text")  # doccano writes none, but programs with the same keys do
        who = row.value.get("user")  # a number in the older ones
        rest = {name: value for name, value in row.value.items() if name not in _ENTITY_KEYS}
        rest |= {"quote": words} if isinstance(words, str) else {}
        rest |= {"annotator": f"user {who}" if type(who) is int else who} if who else {}
        yield {**rest, **named, **place}


def _pairs(fields: Fields, name: str) -> Iterator[dict[str, Any]]:
    for number, entry in enumerate(listed(fields.value.get(name)), 1):
        row = fields.at(f"{name} {number}")
        if isinstance(entry, list):
            start, end, label = [*entry, None, None, None][:3]
            row.report_rest(entry[3:])
            yield {"label": label, "start": start, "end": end}
        elif _article_label(entry) is None:
            row.report("row.kind", field=json.dumps(entry, ensure_ascii=False), expected=LIST)


def _document_labels(fields: Fields) -> Iterator[str]:
    """Yield the labels of the whole document: entries that are strings or numbers; those of spans are ranges."""
    for name in ("label", "labels"):
        yield from filter(None, map(_article_label, listed(fields.value.get(name))))


def _article_label(entry: Any) -> str | None:
    return str(entry) if isinstance(entry, str | int) and not isinstance(entry, bool) else None


def _in_characters(text: str, spans: list[dict[str, Any]], report: ReportProblem) -> list[dict[str, Any]]:
    """Return the spans in code points; report if the offsets' unit is ambiguous."""
    units = OffsetMap(text)
    shifted = [{**span, "start": _point(units, span["start"]), "end": _point(units, span["end"])} for span in spans]
    if shifted == spans:
        return spans
    misfits, misfits_shifted = _misfits(text, spans), _misfits(text, shifted)
    if misfits == misfits_shifted:
        report("", "record.units")
    return spans if misfits < misfits_shifted else shifted


def _point(units: OffsetMap, offset: Any) -> Any:
    return units.to_code_point(offset) if type(offset) is int and 0 <= offset < 1 << 40 else offset


def _misfits(text: str, spans: list[dict[str, Any]]) -> int:
    """Count the edges that are past the text's end, inside a word, or at white space inside the span."""
    misfits = 0
    for span in spans:
        start, end = span["start"], span["end"]
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            continue
        if end > len(text):
            misfits += 1
        else:
            misfits += cuts_word(text, start) or text[start].isspace()
            misfits += cuts_word(text, end) or text[end - 1].isspace()
    return misfits


DOCCANO_OUT = Exporter(
    name="doccano",
    title="doccano JSONL",
    suffix=".jsonl",
    holds=Capabilities(overlap=True, white_space=True, details=USUAL, layers=False),
    open=_opener(relations=False),
)
DOCCANO_RELATIONS_OUT = Exporter(
    name="doccano-relations",
    title="doccano JSONL with relations",
    suffix=".jsonl",
    holds=Capabilities(overlap=True, white_space=True, relations=True, details=USUAL, layers=False),
    open=_opener(relations=True),
)
DOCCANO_IN = Importer(
    name="doccano",
    title="doccano JSONL",
    suffixes=(".jsonl", ".ndjson", ".json"),
    read=reader(_convert),
    signs=re.compile(r'(?<!\\)"(start_offset|Comments)"\s*:|(?<!\\)"labels?"\s*:\s*\[\s*\[\s*\d+\s*,\s*\d+\s*,'),
)
