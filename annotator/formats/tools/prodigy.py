"""Prodigy's JSONL, with named and overlapping spans, relations, and choices for the whole text.

Offsets are code points, end exclusive; ``token_end`` and the ends of relations are a span's last token.
Source: https://prodi.gy/docs/api-interfaces
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted
from annotator.formats.shared.json_fields import TEXT, Fields, ReportProblem, UnusableRow, listed
from annotator.formats.shared.json_records import json_line, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_from, facts_to, span_facts_to
from annotator.formats.shared.tokens.training_tokens import boundaries, places
from annotator.formats.shared.writers import file_writer
from annotator.model.schema import Attribute, Schema
from annotator.model.values import Annotated, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLE = "Prodigy JSONL"
_OF_TOKENS = ("token_start", "token_end")
_FIELD = "label"  # the document label if the file names none
_REFUSED = frozenset({"reject", "ignore"})


def _task(fitted: Fitted, schema: Schema | None) -> dict[str, Any]:
    annotated, doc = fitted.annotated, fitted.doc
    if doc is None:
        raise TypeError("Prodigy needs tokens")
    spans = _spans(annotated, doc)
    by_id = {span["id"]: span for span in spans}
    relations = [
        {
            "head": by_id[relation.head]["token_end"],
            "child": by_id[relation.tail]["token_end"],
            "head_span": _end(by_id[relation.head]),
            "child_span": _end(by_id[relation.tail]),
            "label": relation.label,
            "annotator": relation.annotator,
        }
        for relation in annotated.relations
    ]
    labels = _choices(annotated, schema.document_labels if schema is not None else ())
    shown = "relations" if relations else "choice" if labels and not spans else "spans_manual"
    return {
        "text": annotated.document.text,
        "tokens": list(_tokens(annotated.document.text, doc)),
        "spans": spans,
        "relations": relations,
        **labels,
        "meta": facts_to(annotated.document),
        "_view_id": shown,
        "answer": "accept",
    }


def _tokens(text: str, doc: "Doc") -> Iterator[dict[str, Any]]:
    starts, ends, _ = places(doc)
    for number, (start, end, following) in enumerate(zip(starts, ends, [*starts[1:], len(text)], strict=True)):
        yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": following > end}


def _choices(annotated: Annotated, known: Sequence[Attribute]) -> dict[str, Any]:
    """Return an article's labels as chosen options among all options, or {} without labels.

    All values of a field are options, because Prodigy trains on them. If the schema has only one field, its values need
    no prefix.
    """
    who: dict[tuple[str, str], list[str]] = {}
    for label in annotated.labels:
        who.setdefault((label.label, label.value), []).append(label.annotator)
    used = {field for field, _ in who}
    offered = [(field.id, value.id) for field in known if field.id in used for value in field.closed]
    alone = {field.id for field in known if len(known) == 1} or {_FIELD}
    options = [
        {
            "id": value if field in alone else f"{field}: {value}",
            "text": value,
            "field": field,
            "annotators": who.get((field, value), []),
        }
        for field, value in dict.fromkeys([*offered, *who])
    ]
    accepted = [option["id"] for option in options if option["annotators"]]
    return {"options": options, "accept": accepted} if accepted else {}


def _spans(annotated: Annotated, doc: "Doc") -> list[dict[str, Any]]:
    first, after = boundaries(doc)

    def written(span: Span) -> dict[str, Any]:
        tokens = {"token_start": first[span.start], "token_end": after[span.end] - 1}
        place = {"start": span.start, "end": span.end, **tokens, "label": span.label, "id": span.id}
        return {**place, **span_facts_to(span)}

    return [written(span) for span in annotated.spans]


def _end(span: dict[str, Any]) -> dict[str, Any]:
    return {name: span[name] for name in ("start", "end", "token_start", "token_end", "label", "id")}


def _convert(task: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    del options
    fields = Fields(task, "", report)
    if str(task.get("answer")) in _REFUSED:
        raise UnusableRow("record.refused", answer=str(task["answer"]))
    who = fields.optional_text("_annotator_id") or fields.optional_text("_session_id")
    spans = [_span(row, f"s{number}", who) for number, row in enumerate(fields.objects("spans"), 1)]
    yield {
        **{name: value for name, value in task.items() if name not in _ELSEWHERE and not name.startswith("_")},
        **facts_from(task.get("meta")),
        "spans": [{name: value for name, value in span.items() if name not in _OF_TOKENS} for span in spans],
        "relations": [_relation(row, spans, who) for row in fields.objects("relations")],
        "labels": _labels(fields, who),
    }


_ELSEWHERE = frozenset({"tokens", "spans", "relations", "meta", "answer", "label", "accept", "options"})


def _span(row: Fields, key: str, who: str | None) -> dict[str, Any]:
    given = {"id": key, "annotator": who, **row.value}
    if "text" in given:
        given["quote"] = given.pop("text")
    return given


def _relation(row: Fields, spans: list[dict[str, Any]], who: str | None) -> dict[str, Any]:
    ends = {name: _end_span(row, name, spans) for name in ("head", "child")}
    rest = {name: value for name, value in row.value.items() if name not in _ENDS}
    return {"annotator": who, **rest, "head": ends["head"], "tail": ends["child"]}


_ENDS = frozenset({"head", "child", "head_span", "child_span", "color"})


def _end_span(row: Fields, name: str, spans: list[dict[str, Any]]) -> Any:
    """Find the span at a relation's end by its fields, else by its last token."""
    said = row.mapping(f"{name}_span")
    compared = [key for key in ("id", "start", "end", "label") if said.get(key) is not None]
    token = row.value.get(name)
    if compared:
        same = (span for span in spans if all(span.get(key) == said[key] for key in compared))
    else:
        same = (span for span in spans if span.get("token_end") == token)
    return next((span["id"] for span in same), f"token {token}")


def _labels(fields: Fields, who: str | None) -> list[dict[str, Any]]:
    """Return the labels of the whole text."""
    found = []
    for value in listed(fields.value.get(_FIELD)):
        if isinstance(value, str) or type(value) is int:
            found.append({"label": _FIELD, "value": str(value), "annotator": who})
        else:
            fields.report("row.kind", field=_FIELD, expected=TEXT)
    options = {str(option.get("id")): option for option in fields.entries("options") if isinstance(option, dict)}
    for key in fields.entries("accept"):
        if isinstance(key, str) or type(key) is int:
            found += _option_labels(str(key), options.get(str(key), {}), who)
        else:
            fields.report("row.kind", field="accept", expected=TEXT)
    return found


def _option_labels(key: str, option: dict[str, Any], who: str | None) -> Iterator[dict[str, Any]]:
    """Yield the labels of an option, one for each annotator that our export named."""
    field, value, theirs = (option.get(name) for name in ("field", "text", "annotators"))
    if isinstance(field, str) and isinstance(value, str) and isinstance(theirs, list):
        yield from ({"label": field, "value": value, "annotator": name} for name in theirs or [who])
    else:
        yield {"label": _FIELD, "value": key, "annotator": who}


PRODIGY_OUT = Exporter(
    name="prodigy",
    title=_TITLE,
    suffix=".jsonl",
    holds=Capabilities(
        overlap=True,
        tokens=True,
        relations=True,
        attributes=True,
        annotators=True,
        labels=True,
        relation_annotators=True,
        details=USUAL,
    ),
    open=file_writer(lambda fitted, options: [json_line(_task(fitted, options.schema))]),
)
PRODIGY_IN = Importer(
    name="prodigy",
    title=_TITLE,
    suffixes=(".jsonl", ".ndjson"),
    read=reader(_convert),
    signs=re.compile(r'(?<!\\)"(_view_id|_input_hash|_task_hash|_session_id|_annotator_id|token_start)"\s*:'),
)
