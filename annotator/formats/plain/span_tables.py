"""Tables of spans for Excel and scripts: a row for each span, and a second table with the texts.

Offsets are code points, end exclusive. CSV begins with a BOM, which tells Excel that it is UTF-8; TSV has none. CSV is
written with semicolons on request and read with either separator. Cells that a program would run as a formula begin
with an apostrophe, which reading removes.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any

from annotator.formats.base import Exporter, Importer, Open, Put, Read, ReadOptions
from annotator.formats.capabilities import ANY_SPANS
from annotator.formats.fit import Fitted, Options
from annotator.formats.plain.chosen_fields import or_chosen
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import accept, located
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_to, value_from_text
from annotator.model.values import Annotated, Span
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.whole_files import Broken, read_text, reading
from annotator.text.normalization import defused, restored

LIMIT = 256  # MB of each of the two files

_SPANS = "document layer label start end text annotator attributes note doubt parts id".split()
_TEXTS = "document title language publisher author url published text".split()
_DOUBT = MappingProxyType({"": False, "no": False, "false": False, "yes": True, "true": True})
_CELL = 1 << 26  # characters
_HOLDS = replace(ANY_SPANS, attributes=True, annotators=True, details=USUAL)


def texts_of(path: Path) -> Path:
    """Return the path of the table of texts for a table of spans."""
    return packed.beside(path, f".texts{packed.bare(path).suffix}")


def _opener(delimiter: str, encoding: str) -> Open:
    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        parted = column_separator(delimiter, options)
        with (
            path.open("w", encoding=encoding, newline="") as spans,
            texts_of(path).open("w", encoding=encoding, newline="") as texts,
        ):
            rows = csv.DictWriter(spans, _SPANS, delimiter=parted, lineterminator="\r\n")
            articles = csv.DictWriter(texts, _TEXTS, delimiter=parted, lineterminator="\r\n")
            rows.writeheader()
            articles.writeheader()

            def put(fitted: Fitted) -> None:
                document = fitted.annotated.document
                facts = facts_to(document, without={"id"})
                articles.writerow(escaped({**facts, "document": document.id, "text": document.text}))
                for span in fitted.annotated.spans:
                    rows.writerow(escaped(_row(span, document.text)))

            yield put

    return opened


def column_separator(delimiter: str, options: Options) -> str:
    """Return the column separator; the options may replace the comma by a semicolon."""
    return ";" if delimiter == "," and options.semicolons else delimiter


def _row(span: Span, text: str) -> dict[str, Any]:
    return {
        "document": span.document,
        "layer": span.layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "text": span.quote(text),
        "annotator": span.annotator,
        "attributes": json.dumps(dict(span.attributes), ensure_ascii=False) if span.attributes else "",
        "note": span.note,
        "doubt": "yes" if span.doubt else "",
        "parts": json.dumps([list(part) for part in span.parts]) if len(span.parts) > 1 else "",
        "id": span.id,
    }


def escaped(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row in which cells that a program would run as formulas are escaped."""
    return {name: defused(cell) if isinstance(cell, str) else cell for name, cell in row.items()}


# Reading


def _reader(delimiter: str, title: str) -> Read:
    def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
        if path.is_file() and not texts_of(path).is_file():
            raise FormatError("format.companion", file=path.name, companion=texts_of(path).name)
        with reading(path, title):
            articles: dict[str, dict[str, Any]] = {}
            begins: dict[str, int] = {}  # id → line
            lines: dict[str, dict[str, int]] = {}  # id → row, such as "spans 3" → line
            lost = [*_read_articles(articles, begins, path, delimiter), *_read_spans(articles, lines, path, delimiter)]
        yield from lost
        for key, record in articles.items():
            annotated, problems = accept(record, file=path.name, line=0, options=options)
            for problem in located(problems, lines.get(key, {})):
                of_text = replace(problem, file=texts_of(path).name, line=begins[key])
                yield problem if problem.line else of_text
            if annotated is not None:
                yield annotated

    return read


def _read_articles(
    articles: dict[str, dict[str, Any]], begins: dict[str, int], path: Path, delimiter: str
) -> Iterator[Problem]:
    """Add articles by id, and the line of each to ``begins``; yield a problem for an id that occurs again."""
    for line, row in _table(texts_of(path), delimiter, "text"):
        key = row["document"]
        if key in articles:
            details = {"id": key, "first": str(begins[key])}
            yield Problem(file=texts_of(path).name, line=line, code="record.again", details=details)
        else:
            articles[key], begins[key] = _record(row), line


def _record(row: dict[str, str]) -> dict[str, Any]:
    facts = {name: cell for name, cell in row.items() if cell and name not in {"document", "text"}}
    return {**facts, "id": row["document"], "text": row["text"], "spans": []}


def _read_spans(
    articles: dict[str, dict[str, Any]], lines: dict[str, dict[str, int]], path: Path, delimiter: str
) -> Iterator[Problem]:
    """Add the spans to their articles, and their lines to ``lines``, by article; yield problems."""
    for line, row in _table(path, delimiter, "label"):
        if not lines:  # reported once, not for each row
            yield from (_unknown(path, 1, name) for name in row if name and name not in _SPANS)
            lines[""] = {}
        yield from (_unknown(path, line, cell) for cell in row.pop("", "").split("\n") if cell)
        record = articles.get(row["document"])
        if record is None:
            details = {"field": "document", "id": row["document"]}
            yield Problem(file=path.name, line=line, code="row.end", details=details)
            continue
        record["spans"].append(_span(row))
        lines.setdefault(row["document"], {})[f"spans {len(record['spans'])}"] = line


def _unknown(path: Path, line: int, words: str) -> Problem:
    return Problem(file=path.name, line=line, code="row.extra", details={"field": words})


def _span(row: dict[str, str]) -> dict[str, Any]:
    span: dict[str, Any] = {name: row[name] for name in ("id", "label", "layer", "annotator", "note") if row.get(name)}
    span |= {name: _number(row.get(name, "")) for name in ("start", "end")}
    span |= {name: value_from_text(row[name]) for name in ("attributes", "parts") if row.get(name)}
    if row.get("text"):
        span["quote"] = row["text"]
    doubt = row.get("doubt", "")
    return {**span, "doubt": _DOUBT.get(doubt.casefold(), doubt)}


def _number(cell: str) -> int | str | None:
    return int(cell) if re.fullmatch(r"-?[0-9]{1,15}", cell, re.ASCII) else cell or None


def _table(path: Path, delimiter: str, needed: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with the line on which it ends; cells without a column are under ``""``, joined by line breaks."""
    csv.field_size_limit(_CELL)
    text = read_text(path, LIMIT).removeprefix("\ufeff")
    if "\0" in text:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it holds a NUL character"))
    first = text.split("\n", 1)[0]
    parted = ";" if delimiter == "," and first.count(";") > first.count(",") else delimiter
    rows = csv.reader(io.StringIO(text), delimiter=parted, strict=True)  # split at LF only: other ends belong to cells
    try:
        header = next(rows, [])
        if not {"document", needed} <= set(header):
            raise Broken(QT_TRANSLATE_NOOP("Errors", "its first line does not name the columns"))
        for cells in rows:
            if cells:
                padded = [*cells, *[""] * (len(header) - len(cells))]
                row = {name: restored(cell) for name, cell in zip(header, padded, strict=False)}
                apart = [cell for name, cell in zip_longest(header, padded, fillvalue="") if not name and cell]
                yield rows.line_num, {**row, "": "\n".join(apart)} if apart else row
    except csv.Error as error:
        raise Broken(str(error)) from None


def _formats(name: str, title: str, delimiter: str, encoding: str) -> tuple[Exporter, Importer]:
    suffix = f".{name}"
    between = "[,;]" if delimiter == "," else re.escape(delimiter)
    exporter = Exporter(name=name, title=title, suffix=suffix, holds=_HOLDS, open=_opener(delimiter, encoding))
    importer = Importer(
        name=name,
        title=title,
        suffixes=(suffix,),
        read=or_chosen(_reader(delimiter, title)),
        signs=re.compile(rf"\A\ufeff?document{between}layer{between}label"),
        belongs=(f".texts{suffix}",),
    )
    return exporter, importer


CSV_OUT, CSV_IN = _formats("csv", "CSV of spans", ",", "utf-8-sig")
TSV_OUT, TSV_IN = _formats("tsv", "TSV of spans", "\t", "utf-8")
