"""Reading and writing word lists in files: spaCy's `entity_ruler` JSONL, tables (CSV, Excel) and lists of phrases."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from annotator.corpus.byte_limits import read_content
from annotator.corpus.encoding import decode
from annotator.corpus.readers.spreadsheets import table_lines
from annotator.model import patterns
from annotator.model.patterns import MOST, Pattern, PatternList
from annotator.model.schema import Schema
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.adapter.layers import qualified
from annotator.suggestions.label_roles import LABELS
from annotator.system.disk import reason
from annotator.system.errors import FormatError
from annotator.system.json_objects import Repeating, object_from_pairs
from annotator.system.whole_files import Broken, put
from annotator.text.normalization import defused, restored

READ = (".jsonl", ".json", ".csv", ".tsv", ".xlsx", ".txt")
_PHRASE = frozenset("phrase pattern patterns term terms name text word words begriff wort wörter ausdruck".split())
_LABEL = frozenset("label labels type category tag entity typ kategorie".split())
_ON = frozenset({"on", "active", "an", "aktiv"})
_OFF = frozenset({"0", "no", "off", "false", "nein", "aus"})
_HEADINGS = ("phrase", "label", "on")


class _Columns(NamedTuple):
    """The columns of a table, from 0; -1 if there is none."""

    phrase: int = 0
    label: int = -1
    on: int = -1


class _Entry(NamedTuple):
    words: object
    label: str = ""
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPatterns:
    """The usable patterns of a file.

    ``refused`` counts the unusable ones by reason (context "Patterns"). ``unknown`` counts the labels that the schema
    lacks: their patterns are among ``patterns`` and suggest nothing until they get another label.
    """

    patterns: tuple[Pattern, ...]
    refused: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)


def known_labels(schema: Schema) -> dict[str, str]:
    """Map ids and names, in lower case, to the labels that a pattern may suggest."""
    found: dict[str, str] = {}
    for label in schema.word_labels:
        name = qualified(label.layer, label.id)
        for each in (name, label.id, *label.name.values()):
            found.setdefault(each.casefold(), name)
    return found


def read_patterns(
    path: Path,
    known: Mapping[str, str],
    label: str = "",
    renamed: Mapping[str, str] | None = None,
    *,
    progress: Progress = no_progress,
) -> ReadPatterns:
    """Read a file of phrases or patterns; its ending decides how.

    ``known`` are the project's labels (see `known_labels`), ``label`` is that of entries that have none, and
    ``renamed`` maps labels of the file to labels of the project.

    Raises:
        FormatError: ``patterns.kind``, ``patterns.broken``, ``patterns.empty``, ``patterns.many`` or
            ``patterns.unlabelled``.
        TextError: The file cannot be read.
    """
    progress(0, 1)
    try:
        entries = list(_entries(path, known))
    except (Broken, ValueError, RecursionError) as error:
        raise FormatError("patterns.broken", file=path.name, reason=error) from error
    found: list[Pattern] = []
    refused: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for entry in entries:
        fault = patterns.unusable(entry.words)
        if fault is not None:
            refused[fault] += 1
            continue
        own = entry.label or label
        if not own:
            raise FormatError("patterns.unlabelled", file=path.name)
        here = known_as(own, known, renamed or {})
        if here is None:
            unknown[patterns.name_of(own)] += 1
        found.append(patterns.pattern(entry.words, here or patterns.name_of(own), on=entry.on))
    if not found and not refused:
        raise FormatError("patterns.empty", file=path.name)
    return ReadPatterns(patterns=patterns.together(found), refused=dict(refused), unknown=dict(unknown))


def known_as(label: str, known: Mapping[str, str], renamed: Mapping[str, str]) -> str | None:
    """Return the project's label for a label of a file, or None if the project lacks it."""
    wanted = renamed.get(label, label)
    return known.get(wanted.casefold()) or known.get(LABELS.get(wanted.upper(), "").casefold())


def write_patterns(path: Path, lists: Sequence[PatternList], *, progress: Progress = no_progress) -> int:
    """Write lists into a new file and return the number of entries.

    JSONL holds the active entries in the form that `entity_ruler` reads. A list of phrases (``.txt``) holds only the
    active phrases. Tables hold everything.

    Raises:
        FormatError: ``patterns.kind``, ``patterns.exists``, or ``format.target`` if it cannot be written.
    """
    progress(0, 1)
    every = [one for each in lists for one in each.patterns]
    on = [one for each in lists if each.on for one in each.patterns if one.on]
    match path.suffix.lower():
        case ".jsonl":
            written, content = on, _jsonl(on)
        case ".txt":
            written = [one for one in on if not one.is_tokens]
            content = "".join(f"{one.words}\n" for one in written).encode()
        case ".csv":
            written, content = every, _csv(every)
        case ".xlsx":
            written, content = every, _workbook(every)
        case _:
            raise FormatError("patterns.kind", file=path.name)
    try:
        if path.exists():
            raise FormatError("patterns.exists", file=path.name)
        put(path, content)
    except OSError as error:
        raise FormatError("format.target", file=path.name, reason=reason(error)) from error
    return len(written)


def _entries(path: Path, known: Mapping[str, str]) -> Iterator[_Entry]:
    match path.suffix.lower():
        case ".jsonl" | ".json":
            found = _ruler_entries(path)
        case ".csv" | ".tsv" | ".xlsx":
            found = _table_entries(path, known)
        case ".txt":
            lines = decode(read_content(path), name=path.name).text.removeprefix("\ufeff").splitlines()
            found = (_Entry(line.strip()) for line in lines if line.strip())
        case _:
            raise FormatError("patterns.kind", file=path.name)
    for number, entry in enumerate(found):
        if number >= MOST:
            raise FormatError("patterns.many", file=path.name, most=MOST)
        yield entry


def _ruler_entries(path: Path) -> Iterator[_Entry]:
    text = decode(read_content(path), name=path.name).text.removeprefix("\ufeff")
    whole = text.lstrip().startswith("[")
    rows: Iterable[Any] = json.loads(text, object_pairs_hook=object_from_pairs) if whole else _json_lines(text)
    for row in rows:
        if isinstance(row, Mapping) and not isinstance(row, Repeating):
            label = row.get("label")
            yield _Entry(row.get("pattern"), label if isinstance(label, str) else "", row.get("on") is not False)
        else:
            yield _Entry(row if isinstance(row, str | Repeating) else None)


def _json_lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line, object_pairs_hook=object_from_pairs)
            except (ValueError, RecursionError) as error:
                raise Broken(f"line {number}: {error}") from None


def _table_entries(path: Path, known: Mapping[str, str]) -> Iterator[_Entry]:
    columns = _Columns()
    for number, (_, cells) in enumerate(table_lines(path)):
        cells = [restored(cell.strip()) for cell in cells]  # noqa: PLW2901
        if number == 0:
            columns, headed = _columns(cells, known)
            if headed:
                continue
        phrase, label, on = columns
        found = cells[phrase] if phrase < len(cells) else ""
        if found:
            named = cells[label] if 0 <= label < len(cells) else ""
            is_on = not 0 <= on < len(cells) or cells[on].casefold() not in _OFF
            yield _Entry(patterns.written_words(found, is_tokens=False), named, is_on)


def _columns(cells: Sequence[str], known: Mapping[str, str]) -> tuple[_Columns, bool]:
    """Return the columns that the first row of a table shows, and whether it is a row of headings.

    A heading over the labels is enough: the one over the phrases may be any word.
    """
    low = [cell.casefold() for cell in cells]
    phrase, label, on = (
        next((at for at, cell in enumerate(low) if cell in words), -1) for words in (_PHRASE, _LABEL, _ON)
    )
    labels = [at for at in (1, 0) if at < len(cells) and known_as(cells[at], known, {}) is not None]
    if phrase < 0 and label >= 0 and len(cells) > 1 and not labels:
        phrase = 1 if label == 0 else 0
    if phrase >= 0:
        return _Columns(phrase, label, on), True
    if len(cells) == 1:
        return _Columns(), False
    label = labels[0] if labels else 1
    return _Columns(1 - label, label, on), False


def _jsonl(found: Iterable[Pattern]) -> bytes:
    rows = ({"label": one.label, "pattern": one.tokens if one.is_tokens else one.words} for one in found)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _csv(found: Iterable[Pattern]) -> bytes:
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(_HEADINGS)
    table.writerows((defused(one.words), defused(one.label), int(one.on)) for one in found)
    return stream.getvalue().encode("utf-8-sig")


def _workbook(found: Iterable[Pattern]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Patterns")
    sheet.append(_HEADINGS)
    for one in found:
        sheet.append((defused(one.words), defused(one.label), int(one.on)))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
