"""Articles as JSON: one object a line, an array of objects, or an object that contains such an array; also ninjs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

from annotator.corpus.article import ENTRY, LINE, Draft, Found, ReadingChoices, headed, language_of
from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.dates import iso_date
from annotator.corpus.readers import column_guess
from annotator.corpus.readers.column_guess import ERRORS, no_text
from annotator.corpus.readers.tree import fragment_text
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError, TextError
from annotator.system.json_objects import REPEATS, has_repeats, object_from_pairs
from annotator.system.whole_files import Broken, decoded, json_fault
from annotator.text.normalization import web_address

_BODIES = ("body_text", "body_xhtml", "body_html")
_SIGNS = ({"uri", "bodies"}, {"uri", "headlines"}, *({"uri", body} for body in _BODIES))
_DATE_KEYS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Return whether an object is ninjs: it has a ``uri`` and one of the text fields of ninjs."""
    return any(keys <= record.keys() for keys in _SIGNS)


def draft(record: Mapping[str, Any], *, file: str, line: int, unit: str) -> Draft | TextError:
    """Build a draft from a ninjs object, with its headline first; ``line`` is its number in the file, in ``unit``."""
    text = _text(record)
    title = _string(record.get("headline")) or _first(record.get("headlines"))
    if not text:
        return no_text(file, line, unit)
    uri = _string(record.get("uri"))
    return Draft(
        text=headed(title, text),
        title=title,
        author=_string(record.get("byline")) or _first(record.get("by")) or _names(record.get("people"), "author"),
        publisher=_string(record.get("copyrightholder") or record.get("copyrightHolder"))
        or _names(record.get("organisations") or record.get("organisation"), "provider")
        or _string(record.get("located") and record.get("source")),
        url=web_address(uri),
        published=next((day for key in _DATE_KEYS if (day := iso_date(record.get(key)))), None),
        language=language_of(_string(record.get("language"))),
        id=uri,
        place=str(line),
        unit=unit,
    )


def _text(record: Mapping[str, Any]) -> str:
    for name in _BODIES:
        body_text = _string(record.get(name))
        if body_text:
            return body_text if name == "body_text" else fragment_text(body_text)
    bodies = [body for body in _objects(record.get("bodies")) if _string(body.get("value"))]
    if not bodies:
        return ""
    main = next((body for body in bodies if _string(body.get("role")) == "main"), bodies[0])
    kind = _string(main.get("contentType") or main.get("contenttype")) or ""
    body_text = _string(main.get("value")) or ""
    return fragment_text(body_text) if "html" in kind or "xml" in kind else body_text


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from (held for held in value if isinstance(held, Mapping))


def _first(value: Any) -> str | None:
    return next((text for held in _objects(value) if (text := _string(held.get("value")))), None)


def _names(value: Any, role: str) -> str | None:
    held = (one for one in _objects(value) if role in str(one.get("rel", "")) + str(one.get("role", "")))
    return ", ".join(name for one in held if (name := _string(one.get("name")))) or None


_DEPTH = 4  # keys of a path
_MOST_PATHS = 200
_HEAD = 1 << 20  # bytes that `holds_articles` checks
_OUR_KEYS = frozenset(
    "format spans relations suggestions identities labels label sentences states entities tokens excluded meta sha256"
    " split annotations denotations tracks paragraphs ents ner".split()
)
_NO_OBJECT = QT_TRANSLATE_NOOP("Errors", "there is no JSON object")

Line: TypeAlias = tuple[int, Mapping[str, Any]]
"""A record: its first line in the file, or its number in an array, from 1; and its JSON object."""


def read_lines(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read JSON Lines."""
    text = decoded(read_content(path, FILE_LIMIT), path.name).removeprefix("\ufeff")
    if text.lstrip().startswith("["):
        yield from _articles(_of_whole(text, path.name), path.name, asked, unit=ENTRY)
    else:
        yield from _articles(_of_lines(text, path.name), path.name, asked, unit=LINE)


def read_whole(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a file with one JSON value, or as JSON Lines if it looks like that."""
    text = decoded(read_content(path, FILE_LIMIT), path.name).removeprefix("\ufeff")
    first, _, rest = text.strip().partition("\n")
    if rest.lstrip().startswith("{") and first.startswith("{") and first.rstrip().endswith("}"):
        yield from _articles(_of_lines(text, path.name), path.name, asked, unit=LINE)
    else:
        yield from _articles(_of_whole(text, path.name), path.name, asked, unit=ENTRY)


def holds_articles(path: Path) -> bool:
    """Return whether a JSON Lines file holds plain articles, without labels or other fields of our own formats.

    All records at its beginning are checked: the first article of a labelled file may have no labels.
    """
    try:
        with packed.opened(path) as file:
            lines = file.read(_HEAD).splitlines()
    except (OSError, FormatError):  # reading the file reports it
        return False
    records = [record for record in map(_parsed, lines) if isinstance(record, Mapping)]
    return bool(records) and all(_OUR_KEYS.isdisjoint(record) for record in records)


def _parsed(line: bytes) -> Any:
    """Return the JSON value of a line, None if it is broken or was cut off."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _of_lines(text: str, file: str) -> Iterator[Line | TextError]:
    start = 0
    number = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start = text[start:end].strip(), end + 1
        number += 1
        if line:
            try:
                value = json.loads(line, object_pairs_hook=object_from_pairs)
            except (ValueError, RecursionError) as error:
                yield TextError(ERRORS[LINE], file=file, line=number, reason=json_fault(error))
                continue
            yield _record(value, number, file, LINE)


def _of_whole(text: str, file: str) -> Iterator[Line | TextError]:
    if not text.strip():
        raise TextError("text.empty", file=file)
    try:
        value = json.loads(text, object_pairs_hook=object_from_pairs)
    except (ValueError, RecursionError) as error:
        raise Broken(json_fault(error)) from None
    if isinstance(value, dict) and has_repeats(value):
        raise Broken(REPEATS)
    records = value if isinstance(value, list) else _records_in(value)
    return (_record(record, number, file, ENTRY) for number, record in enumerate(records, 1))


def _record(value: Any, number: int, file: str, unit: str) -> Line | TextError:
    if isinstance(value, Mapping) and not has_repeats(value):
        return number, value
    reason = REPEATS if isinstance(value, Mapping) else _NO_OBJECT
    return TextError(ERRORS[unit], file=file, line=number, reason=reason)


def _records_in(value: Any) -> Sequence[Any]:
    """Return the longest list of objects in an object, as in a web service's response; else only the object itself."""
    if isinstance(value, Mapping) and not is_ninjs(value):
        lists = [held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], Mapping)]
        string_keys = [str(key) for key, held in value.items() if isinstance(held, str)]
        if lists and "text" not in column_guess.guess(string_keys, ()):
            return max(lists, key=len)
    return [value]


def _articles(lines: Iterator[Line | TextError], file: str, asked: ReadingChoices, *, unit: str) -> Iterator[Found]:
    first = list(islice(lines, column_guess.FIRST))
    found = [line for line in first if not isinstance(line, TextError)]
    if asked.columns is None and found and all(is_ninjs(record) for _, record in found):
        for line in chain(first, lines):
            yield line if isinstance(line, TextError) else draft(line[1], file=file, line=line[0], unit=unit)
        return
    columns = list(dict.fromkeys(name for _, record in found for name in flat(record)))[:_MOST_PATHS]
    rows = (line if isinstance(line, TextError) else (line[0], flat(line[1])) for line in chain(first, lines))
    yield from column_guess.articles(columns, rows, asked, file, unit=unit)


def flat(record: Mapping[str, Any]) -> dict[str, str]:
    """Return the scalar values of a record by dotted path; a list of strings is one value."""
    row: dict[str, str] = {}
    waiting: list[tuple[str, Any, int]] = [(str(key), value, 1) for key, value in reversed(list(record.items()))]
    while waiting and len(row) < _MOST_PATHS:
        path, value, depth = waiting.pop()
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            row[path] = str(value)
        elif isinstance(value, list) and value and all(isinstance(word, str) for word in value):
            row[path] = ", ".join(value)
        elif depth < _DEPTH and isinstance(value, Mapping | list):
            within = value.items() if isinstance(value, Mapping) else enumerate(value[:_DEPTH])
            waiting.extend((f"{path}.{key}", held, depth + 1) for key, held in reversed(list(within)))
    return row
