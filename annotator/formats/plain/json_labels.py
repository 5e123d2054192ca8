"""Reads labels from JSON of other tools and scripts, in the common shapes.

Spans are ``[start, end, label]``, or objects with their offsets and label under one of the usual names. They are in a
list under one of the usual names. A text, or a list of texts, as ``label`` or ``labels`` labels the whole article.
spaCy's JSON of version 2, its lists of ``[text, {"entities": [...]}]``, PubAnnotation and doccano's older exports have
these shapes, too. A list that looks like labels but is not understood is reported.
Source: https://v2.spacy.io/api/annotation#json-input; https://www.pubannotation.org/docs/annotation-format
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.plain.chosen_fields import or_chosen, shown
from annotator.formats.shared.json_fields import Fields, ReportProblem, objects_in
from annotator.formats.shared.json_records import reader
from annotator.formats.shared.metadata.facts import facts_from
from annotator.formats.shared.tokens.token_columns import joined, places_in, rows

_TEXTS = ("text", "content", "data", "raw", "body")
_LISTS = ("spans", "entities", "ents", "annotations", "denotations", "label", "labels", "ner")
_OF_ARTICLE = frozenset({"label", "labels"})
_STARTS = ("start", "start_offset", "begin", "start_char", "startOffset")
_ENDS = ("end", "end_offset", "end_char", "endOffset")
_LABELS = ("label", "obj", "type", "entity_group", "entity", "tag", "labels", "category")
_SCORES = ("score", "confidence", "probability")
_QUOTES = ("quote", "text", "word", "surface")
_OURS = frozenset("id layer attributes note doubt annotator origin parts".split())
_NOT_KEPT = frozenset({*_LISTS, "relations", "tracks", "paragraphs", "meta", "Comments", "comments"})
_HEADS, _TAILS, _TYPES = ("head", "subj", "from_id"), ("tail", "obj", "to_id", "child"), ("label", "pred", "type")
_OF_RELATION = frozenset({*_HEADS, *_TAILS, *_TYPES})
_OF_TOKENS = frozenset("token_start token_end index start_token end_token".split())  # these repeat the offsets
_READ = frozenset({*_STARTS, *_ENDS, *_LABELS, *_SCORES, *_QUOTES, *_OF_TOKENS, "span"})


def has_labels(found: Mapping[str, Any]) -> bool:
    """Return whether an object seems to hold labels in a shape other than our own."""
    ours = {"spans", "labels"}
    if any(found.get(name) for name in (*_LISTS, "tracks", "paragraphs") if name not in ours):
        return True
    given = found.get("spans")
    if isinstance(given, list) and any(not isinstance(entry, dict) or "start" not in entry for entry in given):
        return any(not isinstance(entry, dict) or "parts" not in entry for entry in given)
    labels = found.get("labels")
    if isinstance(labels, str) or (isinstance(labels, list) and any(not isinstance(entry, dict) for entry in labels)):
        return True
    known = {"spans", "labels", "relations", "suggestions", "sentences", "states", "identities", "excluded"}
    return any(_looks_like_labels(value) for name, value in found.items() if name not in known)


def convert(found: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    """Yield the records of an object; see `json_records.reader`."""
    del options
    report = _showing(found, report)
    if isinstance(found.get("paragraphs"), list):
        yield from _of_spacy(found, report)
        return
    fields = Fields(found, "", report)
    spans, labels, relations = [*_spans(fields)], [*_article_labels(found)], [*_relations(fields, {})]
    for track in fields.objects("tracks") if isinstance(found.get("tracks"), list) else ():
        who = track.value.get("project")
        own = [{"annotator": who, **span} for span in _spans(track)] if isinstance(who, str) else [*_spans(track)]
        names = {str(span["id"]): f"{who}/{span['id']}" for span in own if span.get("id") is not None}
        spans += [{**span, "id": names.get(str(span.get("id")))} for span in own]
        relations += _relations(track, names)
    text = next((name for name in _TEXTS if isinstance(found.get(name), str)), None)
    rest = {name: value for name, value in found.items() if name != text and name not in _NOT_KEPT}
    for name, value in rest.items():
        if _looks_like_labels(value):
            report("", "record.labels", field=name)
    facts = facts_from(found.get("meta"))
    comments = {name: found[name] for name in ("Comments", "comments") if found.get(name)}  # doccano's, mostly empty
    yield {
        **rest,
        **facts,
        "meta": {**facts["meta"], **comments},
        **{name: rest[name] for name in ("id", "title", "language", "publisher", "author", "url") if name in rest},
        "text": found[text] if text is not None else None,
        "spans": spans,
        "relations": relations,
        "labels": labels,
    }


def _showing(found: Mapping[str, Any], report: ReportProblem) -> ReportProblem:
    """Return a report function that adds the record's fields to a report of labels that were not understood.

    The user can then choose the fields that have the labels.
    """

    def told(place: str, code: str, **details: str) -> None:
        more = {"shown": json.dumps([shown(found)], ensure_ascii=False)} if code == "record.labels" else {}
        report(place, code, **details, **more)

    return told


def _spans(fields: Fields) -> Iterator[dict[str, Any]]:
    """Yield the spans of all lists, and report what no field of a span takes."""
    for name in _LISTS:
        given = fields.value.get(name)
        for number, entry in enumerate(given if isinstance(given, list) else [], 1):
            span = _span(entry)
            if span is not None:
                yield span
                yield from ({**span, "id": None, "label": label} for label in _more_labels(entry))
                _report_unread(fields.at(f"{name} {number}"), entry)
            elif name not in _OF_ARTICLE or not isinstance(entry, str):
                fields.at(f"{name} {number}").report("record.labels", field=name)
        if isinstance(given, dict) and given:
            fields.report("record.labels", field=name)


def _span(entry: Any) -> dict[str, Any] | None:
    """Return an entry as the span of a record, or None if it is not a span."""
    if isinstance(entry, list) and len(entry) >= 3:
        start, end, label = entry[:3]
        return _with_score({"start": start, "end": end, "label": label}, entry[3] if len(entry) > 3 else None)
    if not isinstance(entry, dict):
        return None
    place = entry.get("span", entry)
    parts = place if isinstance(place, list) else [place]
    ranges = [[_one(part, _STARTS), _one(part, _ENDS)] for part in parts if isinstance(part, dict)]
    label = _one(entry, _LABELS)
    label = label[0] if isinstance(label, list) and label else label
    if not ranges or label is None or any(end is None for _, end in ranges):
        return None
    span = {name: entry[name] for name in _OURS if name in entry}
    span |= {"label": str(label) if type(label) is int else label}
    span |= {"parts": ranges} if len(ranges) > 1 else {"start": ranges[0][0], "end": ranges[0][1]}
    quote = _one(entry, _QUOTES)
    if isinstance(quote, str) and quote and len(ranges) == 1:
        span["quote"] = quote
    return _with_score(span, _one(entry, _SCORES))


def _more_labels(entry: Any) -> list[str]:
    """Return the labels of a span after its first one."""
    found = _one(entry, _LABELS) if isinstance(entry, dict) else None
    return [label for label in found[1:] if isinstance(label, str)] if isinstance(found, list) else []


def _report_unread(row: Fields, entry: Any) -> None:
    """Report the values of an entry that no field of a span takes."""
    if isinstance(entry, dict):
        row.report_unread({name: said for name, said in entry.items() if name not in _READ and name not in _OURS})
    else:
        scored = len(entry) > 3 and isinstance(entry[3], int | float)
        row.report_rest([said for said in entry[4 if scored else 3 :] if said is not None])


def _with_score(span: dict[str, Any], score: Any) -> dict[str, Any]:
    if isinstance(score, int | float) and not isinstance(score, bool) and "origin" not in span:
        span["origin"] = {"kind": "import", "score": score}
    return span


def _article_labels(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name in sorted(_OF_ARTICLE):
        given = found.get(name)
        for value in given if isinstance(given, list) else [given]:
            if isinstance(value, str) and value:
                yield {"label": "label", "value": value}
            elif isinstance(value, dict) and {"label", "value"} <= value.keys():
                yield dict(value)


def _relations(fields: Fields, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for row in fields.objects("relations") if isinstance(fields.value.get("relations"), list) else ():
        ends = [_one(row.value, keys) for keys in (_HEADS, _TAILS)]
        head, tail = (names.get(str(end), end) for end in ends)
        rest = {name: said for name, said in row.value.items() if name not in _OF_RELATION}
        yield {**rest, "label": _one(row.value, _TYPES), "head": head, "tail": tail}


def _one(entry: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    for name in names:  # a generator would take twice the time
        found = entry.get(name)
        if found is not None:
            return found
    return None


def _looks_like_labels(value: Any) -> bool:
    return isinstance(value, list) and any(_is_range(entry) for entry in value)


def _is_range(entry: Any) -> bool:
    if isinstance(entry, dict):
        return any(type(entry.get(name)) is int for name in _STARTS)
    return isinstance(entry, list) and len(entry) > 2 and type(entry[0]) is int and type(entry[1]) is int


def _of_spacy(found: Mapping[str, Any], report: ReportProblem) -> Iterator[dict[str, Any]]:
    """Yield a record for each paragraph of spaCy's JSON."""
    for number, paragraph in enumerate(found["paragraphs"], 1):
        if not isinstance(paragraph, dict):
            report(f"paragraphs {number}", "record.labels", field="paragraphs")
            continue
        given = [entry.get("tokens") for entry in objects_in(paragraph.get("sentences"))]
        sentences = [list(objects_in(tokens)) for tokens in given]
        words = [[str(token.get("orth", "")) for token in tokens] for tokens in sentences]
        text, places = joined(words)
        raw = paragraph.get("raw")
        if isinstance(raw, str) and (found_there := places_in(raw, words)) is not None:
            text, places = raw, found_there
        begins = {sum(map(len, words[:at])) for at in range(len(words))}
        column = [str(token.get("ner") or "-") for tokens in sentences for token in tokens]
        cats = [entry for entry in objects_in(paragraph.get("cats")) if entry.get("value")]
        yield {
            "text": text,
            "spans": rows(column, places, begins),
            "labels": [{"label": "label", "value": str(entry.get("label"))} for entry in cats],
        }


_RANGE = r'(?:\[\s*\d+\s*,\s*\d+\s*,|\{[^{}\[\]]{0,300}"(?:start|start_offset|begin|start_char|startOffset)"\s*:)'
JSON_LABELS_IN = Importer(
    name="json-labels",
    title="JSON with labels",
    suffixes=(".jsonl", ".ndjson", ".json"),
    read=or_chosen(reader(convert)),
    signs=re.compile(
        rf'(?<!\\)"(?:spans|entities|ents|annotations|labels?|ner)"\s*:\s*\[\s*{_RANGE}'
        r'|(?<!\\)"(?:denotations|tracks)"\s*:\s*\[|(?<!\\)"labels?"\s*:\s*(?:\[\s*)?"'
        r'|(?<!\\)"paragraphs"\s*:\s*\[\s*\{[^{}\[\]]*"(?:raw|sentences|cats)"\s*:'
    ),
)
