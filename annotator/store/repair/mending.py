"""Mend salvaged rows without inventing anything; a row that cannot be mended is reported as lost.

Every ``mend_`` function returns a row that can be stored, or None, and the reason why the row changed or is lost, as a
key of `WHY`, "" if it did not change.
"""

import hashlib
import json
import re
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, TypeAlias

from annotator.editing.edits import EditKind
from annotator.model.json_rows import draft_relation_from, origin_from, parts_from
from annotator.model.values import IMPORTED, OriginKind, Part, State, SuggestionState, check_parts, quote
from annotator.store.checks.row_checks import wrong_edit
from annotator.store.log.logged_rows import logged_row
from annotator.store.repair.shapes import Row
from annotator.store.row_json import dump_parts
from annotator.store.rows import TABLES
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from annotator.text.normalization import fingerprint

Mended: TypeAlias = tuple[Row | None, str]

WHY: Mapping[str, str] = MappingProxyType(
    {
        # lost
        "gone": QT_TRANSLATE_NOOP("Repair", "it was in a damaged part of the file"),
        "no_article": QT_TRANSLATE_NOOP("Repair", "the text of its article is lost"),
        "no_place": QT_TRANSLATE_NOOP("Repair", "its words are not where it says they are"),
        "no_end": QT_TRANSLATE_NOOP("Repair", "a label that it was linked to is lost"),
        "unreadable": QT_TRANSLATE_NOOP("Repair", "it cannot be read"),
        "no_text": QT_TRANSLATE_NOOP("Repair", "its text is lost"),
        # saved, but changed
        "text_damaged": QT_TRANSLATE_NOOP("Repair", "its text is not what was imported"),
        "text_of_backup": QT_TRANSLATE_NOOP("Repair", "its text was taken from a backup, and is what was imported"),
        "text_of_bit": QT_TRANSLATE_NOOP("Repair", "a damaged letter was restored; the text is what was imported"),
        "details_lost": QT_TRANSLATE_NOOP(
            "Repair", "its title and other details are lost; its first line is now the title"
        ),
        "details_damaged": QT_TRANSLATE_NOOP("Repair", "some of its details are lost"),
        "of_backup": QT_TRANSLATE_NOOP("Repair", "it was taken from a backup"),
        "of_backup_in_part": QT_TRANSLATE_NOOP(
            "Repair", "it was taken from a backup; later steps, which may have changed it, are missing"
        ),
        "of_log": QT_TRANSLATE_NOOP("Repair", "it was restored from the log of steps"),
        "of_log_in_part": QT_TRANSLATE_NOOP(
            "Repair", "it was restored from an incomplete log of steps; it may have been removed since"
        ),
        "quote": QT_TRANSLATE_NOOP("Repair", "the stored copy of its words was damaged; its place is unchanged"),
        "other_words": QT_TRANSLATE_NOOP(
            "Repair", "the text under this label is damaged; the words shown were stored with the label"
        ),
        "fields_lost": QT_TRANSLATE_NOOP("Repair", "its fields are lost"),
        "note_lost": QT_TRANSLATE_NOOP("Repair", "its note is lost"),
        "annotator_lost": QT_TRANSLATE_NOOP("Repair", "its annotator is lost"),
        "origin_lost": QT_TRANSLATE_NOOP("Repair", "its origin is lost"),
        "other_in_log": QT_TRANSLATE_NOOP("Repair", "the log of steps has “{was}” here; please check it"),
        "steps_lost": QT_TRANSLATE_NOOP("Repair", "what it changed is lost; it cannot be undone"),
        "label_lost": QT_TRANSLATE_NOOP("Repair", "its label is lost; it is now marked as unknown"),
        "value_of_log": QT_TRANSLATE_NOOP("Repair", "it was damaged (“{was}”); taken from the log of steps"),
        "value_of_log_in_part": QT_TRANSLATE_NOOP(
            "Repair",
            "it was damaged (“{was}”); taken from an incomplete log of steps; please check it",
        ),
        "log_damaged": QT_TRANSLATE_NOOP("Repair", "the log of steps is damaged here (“{was}”); this value was stored"),
        "single_bit": QT_TRANSLATE_NOOP("Repair", "it was damaged (“{was}”); it can only have been this value"),
        "added_to_schema": QT_TRANSLATE_NOOP("Repair", "the schema lacked “{was}”; it was added as unknown"),
        "unknown_value": QT_TRANSLATE_NOOP("Repair", "it was damaged (“{was}”), and is lost"),
        "kind_lost": QT_TRANSLATE_NOOP("Repair", "what kind of step it was is lost; it cannot be undone"),
        "undoes_lost": QT_TRANSLATE_NOOP("Repair", "which step it undid is lost"),
        "facts_lost": QT_TRANSLATE_NOOP("Repair", "some of its details are lost"),
        "schema_made": QT_TRANSLATE_NOOP(
            "Repair", "the project’s schema is lost; the schema of a new project is used instead"
        ),
    }
)

_KINDS = frozenset(map(str, EditKind))
_SHORT = 200  # characters of a value that may have been another one
_TRIED = 10_000  # bytes of a text; trying all of its bits takes a second
_BLOCK = 64  # bytes that are hashed together
_ORIGIN = f'{{"kind":"{OriginKind.IMPORT}"}}'
_TITLE = 80  # characters
_SPACE = re.compile(r"\s+")


def read_json(value: object) -> Any:
    """Return the value of JSON, or None if the JSON is damaged."""
    if not isinstance(value, str):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def near(value: object, known: Container[str]) -> str | None:
    """Return the only known value that differs from this one in a single bit, or None."""
    if not isinstance(value, str) or len(value) > _SHORT:
        return None
    found = {changed for changed in _single_bits(value) if changed in known}
    return found.pop() if len(found) == 1 else None


def _single_bits(value: str) -> Iterator[str]:
    """Yield the texts of the same length in bytes that differ from this one in a single bit."""
    content = bytearray(value.encode("utf-8", "surrogatepass"))
    for place in range(len(content)):
        for bit in range(8):
            content[place] ^= 1 << bit
            with suppress(UnicodeDecodeError):
                yield content.decode()
            content[place] ^= 1 << bit


def restored(text: str, digest: object) -> str | None:
    """Return the text that has this hash and differs in a single bit, or None; a long text is not tried."""
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    if not isinstance(digest, str) or len(content) > _TRIED:
        return None
    before = hashlib.sha256()
    for first in range(0, len(content), _BLOCK):
        for place in range(first, min(first + _BLOCK, len(content))):
            for bit in range(8):
                content[place] ^= 1 << bit
                hashed = before.copy()
                hashed.update(content[first:])
                if hashed.hexdigest() == digest:
                    with suppress(UnicodeDecodeError):  # a hostile hash, of bytes that are no text
                        return content.decode()
                content[place] ^= 1 << bit
        before.update(content[first : first + _BLOCK])
    return None


def _attributes(row: Row) -> bool:
    return isinstance(read_json(row["attributes"]), dict)


def _origin(row: Row) -> bool:
    found = read_json(row["origin"])
    try:
        return isinstance(found, dict) and origin_from(found) is not None
    except (ValueError, KeyError, TypeError):
        return False


def parts_of(row: Row) -> tuple[Part, ...] | None:
    """Return the parts of a row, or None if they are invalid."""
    try:
        parts = parts_from(read_json(row["parts"]) or ())
        check_parts(parts)
    except (ValueError, TypeError, AnnotatorError, OverflowError):
        return None
    return parts


def _hull(row: Row) -> tuple[Part, ...] | None:
    start, end = row["start"], row["end"]
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return ((start, end),)
    return None


def _placed(row: Row, text: str, *, proven: bool) -> tuple[tuple[Part, ...] | None, str]:
    """Return the parts at which the row's words are, or None, and the reason as a key of `WHY`.

    The stored parts and hull are compared with the stored words. ``proven`` says that the text's hash is right.
    """
    words, hull, parts = row["quote"], _hull(row), parts_of(row)
    for each in (parts, hull):
        if each is not None and each[-1][1] <= len(text) and quote(text, each) == words:
            return each, ""
    if parts is None or parts[-1][1] > len(text) or hull != ((parts[0][0], parts[-1][1]),):
        return None, "no_place"
    if not isinstance(words, str):
        return (parts, "quote") if proven else (None, "no_place")
    if not proven:
        return parts, "other_words"
    return (parts, "quote") if len(words) == len(quote(text, parts)) else (None, "no_place")


def mend_span(row: Row, text: str, *, proven: bool) -> Mended:
    """Make a span's parts, hull and words fit its text; ``proven`` says that the text's hash is right."""
    parts, why = _placed(row, text, proven=proven)
    if parts is None:
        return None, why
    named = {column: row[column] or "" for column in ("layer", "label")}
    why = why if all(named.values()) else "label_lost"
    mended = {**row, **named, "parts": dump_parts(parts), "start": parts[0][0], "end": parts[-1][1]}
    if why != "other_words":
        mended["quote"] = quote(text, parts)
    return _signed(mended, why)


def _signed(row: Row, why: str) -> Mended:
    """Replace damaged notes, annotators, origins and attributes, which spans and relations can do without."""
    for column, good, instead, reason in (
        ("note", isinstance(row.get("note", ""), str), "", "note_lost"),
        ("doubt", row.get("doubt", 0) in {0, 1}, 0, "note_lost"),
        ("annotator", isinstance(row["annotator"], str) and bool(row["annotator"]), IMPORTED, "annotator_lost"),
        ("origin", _origin(row), _ORIGIN, "origin_lost"),
        ("attributes", _attributes(row), "{}", "fields_lost"),
    ):
        if not good:
            row[column], why = instead, why or reason
    return row, why


def mend_relation(row: Row) -> Mended:
    """Complete a relation; whether its head and tail exist is checked when it is stored."""
    if not all(isinstance(row[column], str) for column in ("label", "head", "tail")):
        return None, "unreadable"
    return _signed(dict(row), "")


def mend_suggestion(row: Row, text: str) -> Mended:
    """Return a suggestion only if it is whole: most are undecided, and the source can suggest them again."""
    parts = parts_of(row)
    try:
        if parts is None or not _attributes(row) or not isinstance(row["version"], str):
            raise ValueError
        relations = read_json(row["relations"])
        for draft in relations:
            draft_relation_from(draft)
        SuggestionState(str(row["state"]))
    except (ValueError, KeyError, TypeError, AnnotatorError):
        return None, "unreadable"
    if parts[-1][1] > len(text) or _hull(row) != ((parts[0][0], parts[-1][1]),) or quote(text, parts) != row["quote"]:
        return None, "no_place"
    named = all(isinstance(row[column], str) for column in ("layer", "label", "source"))
    return ({**row, "score": row["score"]}, "") if named else (None, "unreadable")


def mend_document(row: Row | None, id_: str, text: str, language: str, now: str) -> Mended:
    """Complete an article's details; if its row is lost, the first line becomes the title, the rest stays empty."""
    why = "details_lost" if row is None else ""
    instead: dict[str, Any] = {
        "title": _first_line(text),
        "sha256": fingerprint(text),
        "language": language,
        "meta": "{}",
        "excluded": "[]",
        "added": now,
    }
    row = dict.fromkeys(("publisher", "author", "url", "published", "split")) if row is None else row
    mended: Row = {**dict.fromkeys(instead), **row, "id": id_, "characters": len(text)}
    bad = [column for column in instead if not isinstance(mended[column], str)]
    if not isinstance(read_json(mended["meta"]), dict):
        bad.append("meta")
    if not _are_parts(mended["excluded"], text):
        bad.append("excluded")
    mended |= {column: instead[column] for column in bad}
    return mended, why or ("details_damaged" if bad else "")


def _are_parts(value: object, text: str) -> bool:
    try:
        return all(0 <= start < end <= len(text) for start, end in parts_from(read_json(value)))
    except (ValueError, TypeError):
        return False


def _first_line(text: str) -> str:
    line = next((line for line in text.splitlines() if line.strip()), "")
    return _SPACE.sub(" ", line).strip()[:_TITLE] or "?"


def mend_state(row: Row) -> Mended:
    """Return an annotator's state of an article, without its note if that is damaged."""
    if row["state"] not in set(State):
        return None, "unreadable"
    return ({**row, "note": ""}, "note_lost") if not isinstance(row["note"], str) else (dict(row), "")


def mend_edit(row: Row) -> Mended:
    """Return an edit of the log, without its changes if they cannot be read."""
    kind, changes = row["kind"], row["changes"]
    if not all(isinstance(row[column], str) for column in ("id", "at")):
        return None, "unreadable"
    mended, why = dict(row), ""
    if kind not in set(EditKind):
        kind, why = near(kind, _KINDS), "single_bit"
        if kind is None:  # an import is never undone or shown
            kind, why = EditKind.IMPORT, "kind_lost"
        mended["kind"] = str(kind)
    mended["annotator"] = row["annotator"] if isinstance(row["annotator"], str) else IMPORTED
    if row["facts"] is not None and not isinstance(read_json(row["facts"]), dict):
        mended["facts"], why = None, why or "facts_lost"
    mended["milliseconds"] = row["milliseconds"] if isinstance(row["milliseconds"], int) else 0
    if isinstance(changes, str) and wrong_edit(str(kind), changes) is None:
        return mended, why
    return {**mended, "changes": "[]"}, "steps_lost"


def mend_plain(row: Row, text: str = "") -> Mended:
    """Return a row only if it is whole and any offsets in it lie inside the text."""
    mended = {column: value for column, value in row.items() if column not in {"how", "whole", "place"}}
    if not row.get("whole") or not isinstance(read_json(mended.get("taken", "[]")), list):
        return None, "unreadable"
    start, end = mended.get("start"), mended.get("end")
    if isinstance(start, int) and isinstance(end, int) and not 0 <= start < end <= len(text):
        return None, "no_place"
    return mended, ""


def from_log(written: str, text: str) -> Row | None:
    """Return the columns of a row from its state in the log, or None if that is unreadable or does not fit the text."""
    found = read_json(written)
    try:
        value = logged_row(found, lambda _: text)
        parts = getattr(value, "parts", None)
        if parts and parts[-1][1] > len(text):
            return None
        return dict(TABLES[type(value)].write(value, lambda _: text))
    except (ValueError, KeyError, TypeError, AttributeError, AnnotatorError):
        return None
