"""Label Studio's JSON: tasks with annotations, predictions as suggestions, and the labeling config next to it.

Offsets are code points, end exclusive. A field of a span repeats the region's id; a document label has no offsets.
``completed_by`` is left out, because a server without that user refuses the file.
Source: https://labelstud.io/guide/task_format, and a server 1.23.2.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.control_characters import xml_attribute
from annotator.formats.shared.json_fields import Fields, ReportProblem, listed
from annotator.formats.shared.json_records import json_list, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_from, facts_to, value_from_text, value_to_text
from annotator.model.schema import Schema
from annotator.model.values import Annotated, Document, DocumentLabel, Span, Suggestion

NOTE, DOUBT = "note", "doubt"
OF_TEXT = "article_"  # prefix of article labels, as control names must be unique

_COLOUR = "#888888"


@dataclass(kw_only=True)
class _Field:
    """A field of spans: the layers that have it, and its values if the schema lists them."""

    layers: list[str]
    values: list[str] | None


class SchemaNames:
    """The names in a project's schema, and further names that occur in its articles."""

    def __init__(self, schema: Schema | None) -> None:
        self.labels: dict[str, dict[str, str]] = {}  # layer → label → colour
        self.fields: dict[str, _Field] = {}
        self.relations: dict[str, None] = {}
        self.of_texts: dict[str, dict[str, None]] = {}  # article label → values
        if schema is not None:
            self._add_schema(schema)

    def add(self, annotated: Annotated) -> None:
        """Add the names in an article."""
        spans: tuple[Span | Suggestion, ...] = (*annotated.spans, *annotated.suggestions)
        for span in spans:
            self.labels.setdefault(span.layer, {}).setdefault(span.label, _COLOUR)
            for name in span.attributes:
                self._add_field(name, span.layer, None if name not in self.fields else self.fields[name].values)
        for relation in annotated.relations:
            self.relations[relation.label] = None
        for label in annotated.labels:
            self.of_texts.setdefault(label.label, {})[label.value] = None

    def _add_schema(self, schema: Schema) -> None:
        for layer in schema.layers:
            self.labels[layer.id] = {label.id: label.light for label in layer.labels}
        for attribute in schema.attributes:
            self._add_field(attribute.id, attribute.layer, [value.id for value in attribute.closed] or None)
        self.relations = dict.fromkeys(relation.id for relation in schema.relations)

    def _add_field(self, name: str, layer: str, values: list[str] | None) -> None:
        field = self.fields.setdefault(name, _Field(layers=[layer], values=values))
        if layer not in field.layers:
            field.layers.append(layer)
            field.values = field.values and values and list(dict.fromkeys([*field.values, *values]))


def write_config(names: SchemaNames) -> bytes:
    """Return the config as XML."""
    lines = ["<View>", '  <Text name="text" value="$text" granularity="symbol"/>']
    for layer, labels in names.labels.items():
        offered = (_element("Label", value=label, background=colour) for label, colour in labels.items())
        lines += _group("Labels", offered, name=layer, toName="text")
    for name, field in names.fields.items():
        control = {"name": name, "toName": "text", "perRegion": "true", "whenTagName": ",".join(field.layers)}
        lines += _group("Choices", _choices(field.values), **control) if field.values else [_line("TextArea", control)]
    for label, given in names.of_texts.items():
        lines += _group("Choices", _choices(list(given)), name=OF_TEXT + label, toName="text")
    lines += _group("Choices", _choices(["yes"]), name=DOUBT, toName="text", perRegion="true")
    lines.append(_line("TextArea", {"name": NOTE, "toName": "text", "perRegion": "true"}))
    lines += _group("Relations", (_element("Relation", value=relation) for relation in names.relations))
    lines.append("</View>")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _line(kind: str, attributes: dict[str, str]) -> str:
    return "  " + _element(kind, **attributes)


def _choices(values: list[str]) -> list[str]:
    return [_element("Choice", value=value) for value in values]


def _group(kind: str, inner: Iterable[str], **attributes: str) -> list[str]:
    lines = [f"    {line}" for line in inner]
    return [f"  {_element(kind, **attributes)[:-2]}>", *lines, f"  </{kind}>"]


def _element(kind: str, **attributes: str) -> str:
    return "<" + " ".join([kind, *(f"{name}={xml_attribute(value)}" for name, value in attributes.items())]) + "/>"


_TEXT = "text"
_Region = dict[str, Any]


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    names = SchemaNames(options.schema)
    with json_list(path) as add:

        def put(fitted: Fitted) -> None:
            names.add(fitted.annotated)
            add(_task(fitted.annotated, options.schema))

        yield put
    path.with_suffix(".config.xml").write_bytes(write_config(names))


def _task(annotated: Annotated, schema: Schema | None) -> dict[str, Any]:
    document = annotated.document
    rows: tuple[Span | DocumentLabel, ...] = (*annotated.spans, *annotated.labels)
    annotators = sorted({row.annotator for row in rows})
    task = {
        "data": {_TEXT: document.text, **facts_to(document)},
        "annotations": [
            {"result": list(_result(annotated, one, schema)), "was_cancelled": False, "annotator": one}
            for one in annotators
        ],
    }
    if annotated.suggestions:
        task["predictions"] = list(_predictions(annotated, schema))
    return task


def _result(annotated: Annotated, annotator: str, schema: Schema | None) -> Iterator[_Region]:
    document = annotated.document
    for span in annotated.spans:
        if span.annotator == annotator:
            yield from _regions(document, span, schema)
    for relation in annotated.relations:
        if relation.annotator == annotator:
            yield {
                "type": "relation",
                "from_id": relation.head,
                "to_id": relation.tail,
                "direction": "right",
                "labels": [relation.label],
            }
    for number, label in enumerate(annotated.labels):
        if label.annotator == annotator:
            yield {
                "id": f"label-{number}",
                "from_name": OF_TEXT + label.label,
                "to_name": _TEXT,
                "type": "choices",
                "value": {"choices": [label.value]},
            }


def _regions(document: Document, span: Span, schema: Schema | None) -> Iterator[_Region]:
    """Yield the region of a span, and one for each of its fields."""
    place = {"start": span.start, "end": span.end, "text": span.quote(document.text)}
    region = {"id": span.id, "to_name": _TEXT}
    yield {**region, "from_name": span.layer, "type": "labels", "value": {**place, "labels": [span.label]}}
    for name, value in span.attributes.items():
        attribute = schema.attribute(span.layer, name) if schema else None
        if attribute is not None and attribute.values and isinstance(value, str):
            yield {**region, "from_name": name, "type": "choices", "value": {**place, "choices": [value]}}
        else:
            yield {**region, "from_name": name, "type": "textarea", "value": {**place, "text": [value_to_text(value)]}}
    if span.note:
        yield {**region, "from_name": NOTE, "type": "textarea", "value": {**place, "text": [span.note]}}
    if span.doubt:
        yield {**region, "from_name": DOUBT, "type": "choices", "value": {**place, "choices": ["yes"]}}


def _predictions(annotated: Annotated, schema: Schema | None) -> Iterator[dict[str, Any]]:
    by_source: dict[tuple[str, str], list[Suggestion]] = {}
    for suggestion in annotated.suggestions:
        by_source.setdefault((suggestion.source, suggestion.version), []).append(suggestion)
    for (source, version), suggestions in sorted(by_source.items()):
        spans = (_as_span(suggestion) for suggestion in suggestions)
        scores = {suggestion.id: suggestion.score for suggestion in suggestions}
        result = chain.from_iterable(_regions(annotated.document, span, schema) for span in spans)
        yield {
            "model_version": f"{source} {version}".strip(),
            "result": [
                {**region, "score": scores[region["id"]]} if scores[region["id"]] is not None else region
                for region in result
            ],
        }


def _as_span(suggestion: Suggestion) -> Span:
    return Span(
        id=suggestion.id,
        document=suggestion.document,
        layer=suggestion.layer,
        label=suggestion.label,
        parts=suggestion.parts,
        attributes=suggestion.attributes,
        annotator=suggestion.source,
    )


# Reading

_UNREAD = ("drafts", "comments")  # a task's lists of unfinished labels and of comments


def _convert(task: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    del options
    fields = Fields(task, "", report)
    data = fields.mapping("data")
    record: dict[str, Any] = {
        **facts_from({name: value for name, value in data.items() if name != _TEXT}),
        "text": data.get(_TEXT) if _TEXT in data else _longest_text(data),
        **{name: [] for name in ("spans", "relations", "labels", "suggestions")},
    }
    record.setdefault("id", task.get("id"))
    record["meta"] = {**facts_from(task.get("meta"))["meta"], **record["meta"]}
    for name in _UNREAD:
        if any(isinstance(entry, dict) for entry in fields.entries(name)):  # a server may list ids
            fields.report("row.extra", field=name)
    for number, row in enumerate(chain(fields.objects("annotations"), fields.objects("completions"))):
        if row.flag("was_cancelled"):
            row.report("row.cancelled")
            continue
        result = _Result(row, f"{number}.", _annotator(row), record["text"])
        record["spans"] += result.spans()
        record["relations"] += result.relations()
        record["labels"] += result.labels()
    predictions = [entry for entry in fields.entries("predictions") if isinstance(entry, dict)]  # a server may list ids
    for number, entry in enumerate(predictions):
        row = Fields(entry, f"predictions {number + 1}", report, fields.unknown)
        result = _Result(row, f"p{number}.", None, record["text"])
        result.report_unusable()
        source = row.optional_text("model_version") or "Label Studio"
        record["suggestions"] += [_suggestion(span, source, row.number("score")) for span in result.spans()]
    yield record


def _longest_text(data: dict[str, Any]) -> Any:
    """Return the longest string in a task's data, which is taken for the text: a labeling config may show any field."""
    return max((value for value in data.values() if isinstance(value, str)), key=len, default=None)


def _annotator(row: Fields) -> str | None:
    by = row.value.get("annotator") or row.value.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("id")
    return None if by is None or isinstance(by, bool) else (by if isinstance(by, str) else f"user {by}")


def _suggestion(span: dict[str, Any], source: str, score: float | None) -> dict[str, Any]:
    kept = {name: value for name, value in span.items() if name not in {"annotator", "note", "doubt"}}
    return {**kept, "source": source, "score": kept.get("score", score)}


class _Result:
    """The regions of one annotation or prediction, some of which are fields of others.

    A region that yields no row is reported, either here or when its record is checked.
    """

    def __init__(self, row: Fields, prefix: str, annotator: str | None, text: Any) -> None:
        self._prefix = prefix  # two annotations may use the same ids
        self._annotator = annotator
        self._text = text
        rows = [(region, region.mapping("value")) for region in row.objects("result")]
        self._linking = [region for region, _ in rows if _kind(region) == "relation"]
        rows = [(region, value) for region, value in rows if _kind(region) != "relation" and _has_value(region, value)]
        self._labelled = [(region, value) for region, value in rows if _labels_in(value) is not None]
        others = [(region, value) for region, value in rows if _labels_in(value) is None]
        self._of_text = [(region, value) for region, value in others if "start" not in value]
        self._fields: dict[str, dict[str, list[Any]]] = {
            str(region.value.get("id")): {} for region, _ in self._labelled
        }
        for region, value in others:
            if "start" in value:
                self._add_field(region, value)

    def spans(self) -> list[dict[str, Any]]:
        return [span for row, value in self._labelled for span in self._spans(row, value)]

    def relations(self) -> list[dict[str, Any]]:
        return [relation for row in self._linking for relation in self._relations(row)]

    def labels(self) -> list[dict[str, Any]]:
        """Return the labels of the whole text."""
        return [
            {"label": _name(row).removeprefix(OF_TEXT), "value": str(word), "annotator": self._annotator}
            for row, value in self._of_text
            for word in _values(row, value)
        ]

    def report_unusable(self) -> None:
        """Report relations and labels of the whole text, which a suggestion cannot have, although an annotation can."""
        for row in (*self._linking, *(row for row, _ in self._of_text)):
            row.report("row.proposed", field=_name(row))

    def _add_field(self, row: Fields, value: dict[str, Any]) -> None:
        """Add a field to its region."""
        known = self._fields.get(str(row.value.get("id")))
        if known is None:
            row.report("row.alone", field=_name(row), id=str(row.value.get("id")))
            return
        typed = _kind(row) == "textarea" and _name(row) != NOTE  # a note is text, even if it reads "true"
        said = _values(row, value)
        known.setdefault(_name(row), []).extend(
            value_from_text(word) if typed and isinstance(word, str) else word for word in said
        )

    def _spans(self, row: Fields, value: dict[str, Any]) -> Iterable[dict[str, Any]]:
        key = str(row.value.get("id"))
        fields = dict(self._fields[key])
        notes, doubt = fields.pop(NOTE, []), fields.pop(DOUBT, [])
        meta = row.mapping("meta")
        written = meta.pop("text", [])
        row.report_unread(meta)
        for number, label in enumerate(_labels_in(value) or ()):
            yield {
                "id": f"{self._prefix}{key}" + f"/{number}" * bool(number),
                "layer": row.value.get("from_name"),
                "label": label,
                **_place(value, self._text),
                "quote": value.get("text"),
                "attributes": {name: said[0] if len(said) == 1 else said for name, said in fields.items()},
                "note": " ".join(map(str, [*notes, *listed(written)])),
                "doubt": "yes" in doubt,
                "annotator": self._annotator,
                **({"score": row.value["score"]} if "score" in row.value else {}),
            }

    def _relations(self, row: Fields) -> Iterable[dict[str, Any]]:
        ends = [f"{self._prefix}{row.value.get(name)}" for name in ("from_id", "to_id")]
        if row.value.get("direction") == "left":
            ends.reverse()
        labels = listed(row.value.get("labels"))
        if not labels:
            row.report("row.empty", field=_name(row))
        for label in labels:
            yield {"label": label, "head": ends[0], "tail": ends[1], "annotator": self._annotator}


def _kind(row: Fields) -> Any:
    return row.value.get("type")


def _name(row: Fields) -> str:
    """Return the name of the control that made a region."""
    return str(row.value.get("from_name") or _kind(row))


def _has_value(row: Fields, value: dict[str, Any]) -> bool:
    """Return whether a region has a value; report it if not."""
    labels = _labels_in(value)
    there = bool(_values(row, value) if labels is None else labels)
    if not there and row.value.get("value") in (None, value):  # any other value was reported already
        row.report("row.empty", field=_name(row))
    return there


def _labels_in(value: Mapping[str, Any]) -> list[Any] | None:
    """Return a region's labels (``labels``, ``hypertextlabels`` …), or None if it is not a labelled region."""
    found = [listed(entry) for name, entry in value.items() if name.endswith("labels")]
    return [label for labels in found for label in labels] if found else None


def _values(row: Fields, value: Mapping[str, Any]) -> list[Any]:
    """Return a field's values, which are under the name of its type; those of a text area are under ``text``."""
    kind = _kind(row)
    found = value.get("text" if kind == "textarea" else str(kind))
    if isinstance(found, dict) or (kind == "textarea" and "start" in value and not isinstance(found, list)):
        return []
    paths = kind == "taxonomy"
    return [" / ".join(map(str, word)) if paths and isinstance(word, list) else word for word in listed(found)]


def _place(value: Mapping[str, Any], text: Any) -> dict[str, Any]:
    """Return start and end of a region.

    A region in HTML has XPaths instead. ``globalOffsets`` then has its offsets, which are used if they match the quote.
    Source: https://github.com/HumanSignal/label-studio/issues/4843, about such offsets that are wrong.
    """
    beside = value.get("globalOffsets")
    if isinstance(value.get("start"), str) and isinstance(beside, dict) and isinstance(text, str):
        start, end = beside.get("start"), beside.get("end")
        if type(start) is int and type(end) is int and text[start:end] == value.get("text"):
            return {"start": start, "end": end}
    return {"start": value.get("start"), "end": value.get("end")}


LABEL_STUDIO_OUT = Exporter(
    name="label-studio",
    title="Label Studio JSON",
    suffix=".json",
    holds=Capabilities(
        overlap=True,
        white_space=True,
        relations=True,
        attributes=True,
        annotators=True,
        apart=True,
        labels=True,
        suggestions=True,
        relation_annotators=True,
        details=USUAL,
    ),
    open=_open,
)
LABEL_STUDIO_IN = Importer(
    name="label-studio",
    title="Label Studio JSON",
    suffixes=(".json", ".jsonl"),
    read=reader(_convert),
    signs=re.compile(r'(?<!\\)"(annotations|completions|predictions|data)"\s*:\s*[\[{](?!\s*+["\]}]?+\s*+\])'),
    belongs=(".config.xml",),
)
