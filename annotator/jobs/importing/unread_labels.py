"""Finding possible labels in files that were read as articles only."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from annotator.corpus.article import Column, Sheet
from annotator.corpus.reader_table import Reading
from annotator.formats.plain.chosen_fields import is_json
from annotator.formats.problem import Problem

_NAMES = frozenset("label labels label_text class entities annotations ner ner_tags spans".split())
_STARTS = frozenset("start begin start_offset start_char startoffset from beginn anfang".split())
_ENDS = frozenset("end stop end_offset end_char endoffset to ende".split())
_ENTRY = re.compile(r"(.+?)\.0\.(.+)")
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)


def unread_labels(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each unused column or key that may hold labels.

    Its details let the window ask what the fields hold: ``path`` is the file, and ``shown`` its first rows, a JSON list
    of objects with the beginning of each value.
    """
    for path, sheet in reading.sheets:
        found = list(dict.fromkeys([*_named(sheet), *_ranges(sheet)]))
        if found:
            rows = first_rows(path, sheet)
            details = {"path": str(path), "shown": json.dumps(rows, ensure_ascii=False)}
            for name in found:
                yield Problem(file=path.name, line=1, code="column.labels", details={"field": name, **details})


def _named(sheet: Sheet) -> Iterator[str]:
    for column in sheet.columns:
        if column.name.casefold() in _NAMES and column.sample and column.name not in sheet.chosen.values():
            yield column.name


def _ranges(sheet: Sheet) -> Iterator[str]:
    """Yield columns that look like offsets: starts if there are ends, and lists whose first entry has two numbers."""
    numbers = [column for column in sheet.columns if _NUMBER.fullmatch(column.sample)]
    starts = [column.name for column in numbers if column.name.casefold() in _STARTS]
    if starts and any(column.name.casefold() in _ENDS for column in numbers):
        yield starts[0]
    lists: dict[str, list[Column]] = {}
    for column in sheet.columns:
        if entry := _ENTRY.fullmatch(column.name):
            lists.setdefault(entry[1], []).append(column)
    for name, columns in lists.items():
        counted = sum(column in numbers for column in columns)
        if counted >= 2 and counted < len(columns):
            yield name


def first_rows(path: Path, sheet: Sheet) -> list[dict[str, str]]:
    """Return the beginning of each value in a file's first rows, by the names that the user can choose."""
    nested = is_json(path)
    rows: list[dict[str, str]] = [{} for _ in range(max((len(column.first) for column in sheet.columns), default=0))]
    for column in sheet.columns:
        name = re.sub(r"\.\d+(?=\.)", "", column.name) if nested else column.name
        for row, value in zip(rows, column.first, strict=False):
            row.setdefault(name, value)
    return rows
