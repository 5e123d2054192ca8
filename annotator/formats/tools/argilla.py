"""Argilla's records in JSON, as ``dataset.records.to_json`` writes and ``from_json`` reads them.

Each layer is a span question, each label of an article a label question; an annotator's answers have a user id, which
is made from the name. Offsets are code points, end exclusive.
Source: https://docs.argilla.io/latest/reference/argilla/records/records
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted
from annotator.formats.shared.json_fields import Fields, ReportProblem, listed
from annotator.formats.shared.json_records import list_writer, reader
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import annotator_id, facts_from, facts_to
from annotator.model.values import SuggestionState

_TITLE = "Argilla records"
_PEOPLE = "annotators"  # in the metadata: the names that user ids stand for


def _record(fitted: Fitted) -> dict[str, Any]:
    annotated = fitted.annotated
    document = annotated.document
    people = sorted({span.annotator for span in annotated.spans} | {label.annotator for label in annotated.labels})
    answers: dict[str, dict[str, Any]] = {}
    for span in annotated.spans:
        spans = answers.setdefault(span.layer, {}).setdefault(span.annotator, [])
        spans.append({"start": span.start, "end": span.end, "label": span.label})
    for label in annotated.labels:
        answers.setdefault(label.label, {}).setdefault(label.annotator, []).append(label.value)
    facts = facts_to(document, without={"id"})
    names = {_PEOPLE: {annotator_id(name): name for name in people}} if people else {}
    return {
        "id": document.id,
        "status": "completed" if answers else "pending",
        "fields": {"text": document.text},
        "metadata": {**facts, **names},
        "suggestions": _suggested(fitted),
        "responses": {
            question: [{"value": _answer(values), "user_id": annotator_id(name)} for name, values in found.items()]
            for question, found in answers.items()
        },
        "vectors": {},
    }


def _answer(values: list[Any]) -> Any:
    """Return the value of an answer: a single word by itself, everything else as a list."""
    return values[0] if len(values) == 1 and isinstance(values[0], str) else values


def _suggested(fitted: Fitted) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in fitted.annotated.suggestions:
        if one.state is SuggestionState.PENDING and len(one.parts) == 1:
            entry = found.setdefault(one.layer, {"value": [], "score": None, "agent": one.source})
            score = {} if one.score is None else {"score": one.score}
            entry["value"].append({"start": one.start, "end": one.end, "label": one.label, **score})
    return found


# Reading


def _convert(found: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    del options
    fields = Fields(found, "", report)
    metadata = fields.mapping("metadata")
    given = metadata.pop(_PEOPLE, None)
    people = {str(key): name for key, name in given.items() if isinstance(name, str)} if _is(given) else {}
    given = fields.mapping("fields")
    text = "text" if given.get("text") else next((name for name, value in given.items() if isinstance(value, str)), "")
    others = {name: value for name, value in given.items() if name != text and value}
    rows: dict[str, list[dict[str, Any]]] = {"spans": [], "labels": []}
    for question, answers in fields.mapping("responses").items():
        for answer in answers if isinstance(answers, list) else [answers]:
            if not _is(answer):
                report(f"responses {question}", "record.labels", field=question)
            else:
                key = str(answer.get("user_id"))
                _add(rows, question, answer.get("value"), people.get(key, key), report)
    yield {
        **facts_from({**others, **metadata}),
        "id": found.get("id"),
        "text": given.get(text),
        **rows,
        "suggestions": [
            row for name, held in fields.mapping("suggestions").items() for row in _drafts(name, held, report)
        ],
    }


def _is(value: Any) -> bool:
    return isinstance(value, Mapping)


def _add(
    rows: dict[str, list[dict[str, Any]]], question: str, value: Any, annotator: str, report: ReportProblem
) -> None:
    """Add an answer: spans, or labels of the article; a value that is neither is reported."""
    for entry in value if isinstance(value, list) else [value]:
        if _is(entry) and "label" in entry:
            rows["spans"].append(_span(question, entry) | {"annotator": annotator})
        elif isinstance(entry, str) and entry:
            rows["labels"].append({"label": question, "value": entry, "annotator": annotator})
        elif type(entry) in {int, float}:
            rows["labels"].append({"label": question, "value": str(entry), "annotator": annotator})
        elif entry not in (None, ""):
            report(f"responses {question}", "record.labels", field=question)


def _span(question: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"layer": question, "label": entry.get("label"), "start": entry.get("start"), "end": entry.get("end")}


def _drafts(question: str, held: Any, report: ReportProblem) -> Iterator[dict[str, Any]]:
    """Yield the suggested spans; anything else that is suggested is reported."""
    value = held.get("value") if _is(held) else None
    for entry in listed(value):
        if not _is(entry) or "start" not in entry:
            report(f"suggestions {question}", "row.proposed", field=question)
        else:
            agent, score = held.get("agent"), entry.get("score", held.get("score"))
            source = {"source": agent} if isinstance(agent, str) and agent else {}
            rated = {"score": score} if isinstance(score, int | float) and not isinstance(score, bool) else {}
            yield {**_span(question, entry), **source, **rated}


ARGILLA_OUT = Exporter(
    name="argilla",
    title=_TITLE,
    suffix=".json",
    holds=Capabilities(overlap=True, white_space=True, annotators=True, labels=True, suggestions=True, details=USUAL),
    open=list_writer(lambda fitted, _: iter([_record(fitted)])),
)
ARGILLA_IN = Importer(
    name="argilla",
    title=_TITLE,
    suffixes=(".json", ".jsonl"),
    read=reader(_convert),
    signs=re.compile(
        r'(?<!\\)"responses"\s*:\s*[{]\s*(?:[}]|"[^"\\]{1,200}"\s*:\s*\[\s*[{])'
        r'|(?<!\\)"_server_id"\s*:'
    ),
)
