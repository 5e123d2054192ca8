"""Reads labels from tables and JSON of any shape, by the columns or keys that the user chose.

A field is a column, or the keys that lead to a value: ``marks.from`` is ``from`` in each object of the list ``marks``,
and ``marks.0`` is the first value of each list in it. Without such a list, each row is one label, and consecutive rows
with the same text, or without a text, are one article.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from annotator.formats.base import Read, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.json_fields import ReportProblem
from annotator.formats.shared.json_records import Record, converted, read_records
from annotator.model.values import Annotated
from annotator.system import packed
from annotator.system.csv_rows import csv_rows
from annotator.system.errors import TextError
from annotator.system.whole_files import read_text, reading
from annotator.text.normalization import one_line

ROLES = ("text", "title", "start", "end", "label", "class")
"""The roles of a field; ``class`` is a label of the whole article."""

LIMIT = 128  # MB of a table

_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_MOST_ROWS = 100_000  # rows of one article
_MOST_FIELDS = 60
_DEPTH = 6
_SHOWN = 60  # characters


def or_chosen(read: Read) -> Read:
    """Return a reader that uses the fields chosen for a file, or ``read`` if none were chosen."""

    def either(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
        roles = options.fields.get(path)
        yield from read(path, options) if roles is None else _read(path, roles, options)

    return either


def is_json(path: Path) -> bool:
    """Return whether a file holds JSON, judging by its name."""
    return packed.suffix_of(path) in _JSON


def shown(record: Mapping[str, Any]) -> dict[str, str]:
    """Return the beginning of each field's value in a record; for a list, only its first entry is used."""
    found: dict[str, str] = {}
    waiting: list[tuple[str, Any, int]] = [(str(key), value, 1) for key, value in reversed(list(record.items()))]
    while waiting and len(found) < _MOST_FIELDS:
        name, value, depth = waiting.pop()
        first = value[0] if isinstance(value, list) and value else None
        if isinstance(value, str | int | float):
            found[name] = one_line(str(value)[: 2 * _SHOWN])[:_SHOWN]
        elif depth < _DEPTH and isinstance(value, Mapping):
            waiting += [(f"{name}.{key}", held, depth + 1) for key, held in reversed(list(value.items()))]
        elif depth < _DEPTH and isinstance(first, Mapping | list):
            inner = first.items() if isinstance(first, Mapping) else enumerate(first)
            waiting += [(f"{name}.{key}", held, depth + 1) for key, held in reversed(list(inner))]
        elif first is not None:
            found[name] = ", ".join(map(str, value[:9]))[:_SHOWN]
    return found


def _read(path: Path, roles: Mapping[str, str], options: ReadOptions) -> Iterator[Annotated | Problem]:
    lines: dict[str, int] = {}
    with reading(path, "JSON" if is_json(path) else "CSV"):
        records = read_records(path) if is_json(path) else _rows(path, roles)
        for found in _articles(records, roles):
            if isinstance(found, Problem):
                yield found
            else:
                yield from converted(found, partial(_convert, roles), path.name, options, lines)


def _articles(records: Iterable[Record | Problem], roles: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record for each article, which lists the rows of the article."""
    line, rows = 0, list[Mapping[str, Any]]()
    text: Any = None
    for found in records:
        if isinstance(found, Problem):
            yield found
            continue
        now = _value(found.value, roles.get("text", ""))
        alone = _entries(found.value, roles) is not None
        if rows and not alone and now in ("", None, text) and len(rows) < _MOST_ROWS:
            rows.append(found.value)
            continue
        if rows:
            yield Record(line, {"rows": rows})
        line, rows, text = found.line, [found.value], now
        if alone:
            yield Record(line, {"rows": rows})
            rows = []
    if rows:
        yield Record(line, {"rows": rows})


def _convert(
    roles: Mapping[str, str], found: dict[str, Any], options: ReadOptions, report: ReportProblem
) -> Iterator[dict[str, Any]]:
    del options, report
    rows: Sequence[Mapping[str, Any]] = found["rows"]
    first = rows[0]
    spans = [span for row in rows for span in _spans(row, roles)]
    given = _value(first, roles["class"]) if "class" in roles else None
    values = given if isinstance(given, list) else [given]
    yield {
        "text": _value(first, roles.get("text", "")),
        "title": _value(first, roles["title"]) if "title" in roles else None,
        "spans": spans,
        "labels": [{"label": _called(roles["class"]), "value": str(v)} for v in values if v not in (None, "")],
    }


def _called(field: str) -> str:
    name = field.rpartition(".")[2]
    return "label" if name.casefold() in {"label", "labels", "class"} else name


def _spans(row: Mapping[str, Any], roles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    wanted = {role: roles[role] for role in ("start", "end", "label") if role in roles}
    if len(wanted) < 3:
        return
    entries = _entries(row, roles)
    if entries is None:
        span = {role: _value(row, field) for role, field in wanted.items()}
        if any(value not in (None, "") for value in (span["start"], span["end"])):
            yield _span(span)
        return
    above, within = entries
    for entry in within:
        inner = {role: field.removeprefix(f"{above}.") for role, field in wanted.items()}
        span = {
            role: _value(entry, name) if name != wanted[role] else _value(row, name) for role, name in inner.items()
        }
        yield _span(span)


def _span(span: dict[str, Any]) -> dict[str, Any]:
    label = span["label"]
    label = label[0] if isinstance(label, list) and label else label
    offsets = {role: _number(span[role]) for role in ("start", "end")}
    return {**offsets, "label": str(label) if isinstance(label, int | float) else label}


def _number(value: Any) -> Any:
    """Return a whole number in a cell or in JSON as an int, and anything else unchanged."""
    if isinstance(value, str) and len(value) < 16 and value.strip().isascii() and value.strip().isdigit():
        return int(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _entries(row: Mapping[str, Any], roles: Mapping[str, str]) -> tuple[str, list[Any]] | None:
    """Return the field of the list that holds the labels, and its entries; None if the row itself is one label."""
    keys = roles.get("start", "").split(".")
    value: Any = row
    for at, key in enumerate(keys[:-1], 1):
        value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, list):
            return ".".join(keys[:at]), value
    return None


def _value(entry: Any, field: str) -> Any:
    """Return the value at a field of an object or list, or None if there is none."""
    if isinstance(entry, Mapping) and field in entry:
        return entry[field]
    value = entry
    for key in field.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, list) and key.isascii() and key.isdigit() and len(key) < 9:
            value = value[int(key)] if int(key) < len(value) else None
        else:
            return None
    return value


def _rows(path: Path, roles: Mapping[str, str]) -> Iterator[Record]:
    """Yield a table's rows by column name, or by column number from 1 if the chosen fields are not all names."""
    text = read_text(path, LIMIT).removeprefix("\ufeff")
    if "\0" in text:
        raise TextError("text.nul", file=path.name)
    first = text.split("\n", 1)[0]
    header: list[str] | None = None
    for line, cells in csv_rows(text, max(",;\t|", key=first.count)):
        if header is None:
            names = [one_line(cell) for cell in cells]
            named = set(roles.values()) <= {*names}
            header = names if named else [str(number) for number in range(1, len(cells) + 1)]
            if named:
                continue
        if cells:
            yield Record(line, dict(zip(header, cells, strict=False)))
