"""Checks of what rows hold: JSON objects and lists, labels of the schema, places inside the text."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Any

from annotator.editing.edits import EditKind
from annotator.model import schema_file
from annotator.model.json_rows import object_from, parts_from
from annotator.model.schema import Schema
from annotator.model.values import SCHEMA
from annotator.store.checks import schema_guard
from annotator.store.checks.schema_guard import Alteration
from annotator.store.connection import Connection
from annotator.store.log.logged_rows import logged_row
from annotator.store.row_json import UNREADABLE, load
from annotator.store.rows import (
    ASSIGNMENT,
    COMMENT,
    DOCUMENT,
    DOCUMENT_LABEL,
    DOCUMENT_STATE,
    IDENTITY,
    PACKAGE,
    RELATION,
    REVIEW,
    SENTENCE_MARK,
    SETTLED,
    SPAN,
    SUGGESTION,
    Table,
)
from annotator.system.errors import SchemaError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A damaged row, or damage to the whole file; ``what`` describes the damage in words."""

    table: str
    row: str
    what: str


def faults_in(
    table: str, rows: Iterable[Sequence[Any]], wrong: Callable[..., str | None], *, key: int = 1
) -> Iterator[Fault]:
    """Yield a fault for each row for which ``wrong`` returns a complaint.

    The first ``key`` columns identify the row and are not passed to ``wrong``. Unreadable values become a fault, too.
    """
    for row in rows:
        try:
            what = wrong(*row[key:])
        except UNREADABLE as error:
            what = f"holds what cannot be read ({error})"
        if what:
            yield Fault(table=table, row=" ".join(map(str, row[:key])), what=what)


_TABLES: tuple[Table[Any], ...] = (
    *(DOCUMENT, SPAN, RELATION, SUGGESTION, IDENTITY),
    *(DOCUMENT_LABEL, SENTENCE_MARK, DOCUMENT_STATE, ASSIGNMENT, PACKAGE, SETTLED, REVIEW, COMMENT),
)
_OBJECTS = frozenset({"meta", "attributes", "origin", "options"})
_LISTS = frozenset({"excluded", "parts", "relations", "aliases", "taken"})
_MARKS = "SELECT {table}.document, start, end, characters FROM {table} JOIN document ON document.id = {table}.document"


def of_values(connection: Connection) -> Iterator[Fault]:
    """Yield a fault for each row that cannot be read or whose JSON has the wrong type."""
    for table in _TABLES:
        columns = (*table.key, *table.read)
        statement = f"SELECT {', '.join(f'{table.name}.{column}' for column in columns)} FROM {table.name}"  # noqa: S608
        wrong = partial(_wrong_values, table)
        yield from faults_in(table.name, connection.execute(statement), wrong, key=len(table.key))


def _wrong_values(table: Table[Any], *found: Any) -> str | None:
    for column, value in zip(table.read, found, strict=True):
        if column in _OBJECTS and not _holds(value, dict):
            return f"its {column} is not a JSON object that can be read"
        if column in _LISTS and not _holds(value, list):
            return f"its {column} is not a JSON list that can be read"
    table.value(found, str)
    if table is IDENTITY and not all(isinstance(name, str) for name in load(found[table.read.index("aliases")])):
        return "its aliases are not words"
    return None


def _holds(value: Any, kind: type) -> bool:
    try:
        read = load(value)
        if kind is dict:
            object_from(read)
    except UNREADABLE:
        return False
    return isinstance(read, kind)


def of_labels(connection: Connection) -> Iterator[Fault]:
    """Yield a fault for each label or field value of a span, and each relation type, that the schema lacks."""
    written = connection.execute("SELECT value FROM setting WHERE name = ?", [SCHEMA]).fetchone()
    try:
        schema = schema_file.loads(written[0] if written else "", name=SCHEMA)
    except (SchemaError, TypeError, AttributeError) as error:
        yield Fault(table="setting", row=SCHEMA, what=str(error))
        return
    spans = connection.execute("SELECT id, layer, label FROM span")
    yield from faults_in("span", spans, partial(_wrong_label, schema))
    fields = connection.execute("SELECT id, layer, attributes FROM span WHERE attributes != '{}'")
    yield from faults_in("span", fields, partial(_wrong_fields, schema))
    relations = connection.execute("SELECT id, label FROM relation")
    yield from faults_in("relation", relations, partial(_wrong_relation, schema))


def _wrong_label(schema: Schema, layer: str, label: str) -> str | None:
    if schema.label(layer, label) is not None:
        return None
    if layer not in {known.id for known in schema.layers}:
        return f"the schema has no layer {layer}"
    return f"the schema has no label {label} in layer {layer}"


def _wrong_fields(schema: Schema, layer: str, attributes: str) -> str | None:
    found = load(attributes)
    try:
        schema.check_attributes(layer, found if isinstance(found, dict) else {})
    except SchemaError as error:
        return f"the schema has no value {error.details['value']!r} of {error.details['attribute']}"
    return None


def _wrong_relation(schema: Schema, label: str) -> str | None:
    return None if schema.relation(label) is not None else f"the schema has no relation {label}"


def of_places(connection: Connection) -> Iterator[Fault]:
    """Yield a fault for each sentence, comment or excluded paragraph that lies outside its text."""
    for table in ("sentence_mark", "held_sentence", "settled", "comment"):
        rows = connection.execute(_MARKS.format(table=table))
        yield from faults_in(table, rows, _wrong_place)
    excluded = connection.execute("SELECT id, excluded, characters FROM document WHERE excluded != '[]'")
    yield from faults_in("document", excluded, _wrong_excluded)


def _wrong_place(start: int, end: int, characters: int) -> str | None:
    return None if 0 <= start < end <= characters else f"{start} to {end} is not inside the text"


def _wrong_excluded(written: str, characters: int) -> str | None:
    places = (_wrong_place(start, end, characters) for start, end in parts_from(load(written)))
    return next((place for place in places if place), None)


def of_log(connection: Connection) -> Iterator[Fault]:
    """Yield a fault for each edit that cannot be undone, because its kind or changes cannot be read."""
    edits = connection.execute("SELECT id, kind, changes FROM edit")
    yield from faults_in("edit", edits, wrong_edit)
    orphans = connection.execute(
        "SELECT id FROM edit WHERE undoes IS NOT NULL AND (undoes = id OR undoes NOT IN (SELECT id FROM edit))"
    )
    for (id_,) in orphans:
        yield Fault(table="edit", row=str(id_), what="takes back an edit that is not there")


def wrong_edit(kind: str, changes: str) -> str | None:
    """Return why an edit cannot be undone, or None if it can."""
    if kind not in set(EditKind):
        return f"there is no such step as {kind}"
    try:
        read = load(changes)
        if not isinstance(read, list):
            return "its changes are not a list"
        for change in read:
            rows = [_row(change[side]) for side in ("before", "after")]
            if rows == [None, None]:
                return "a change of it says nothing"
    except UNREADABLE:
        return "its changes cannot be read"
    return None


def _row(value: Mapping[str, Any] | None) -> object:
    return None if value is None else logged_row(value, str)


LOOKS = (of_values, of_labels, of_places, of_log)

_INDEXES = {
    "document_search": "does not fit the texts: what is searched for may not be found",
    "claim_search": "does not fit the claims: what was said before may not be found",
}


def are_altered(altered: Iterable[Alteration]) -> bool:
    """Return whether another program altered the full text indexes, so that they must not be used."""
    names = {alteration.name for alteration in altered}
    return bool(names & (schema_guard.searches() | schema_guard.SEARCHED))


def look(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield a fault for each full text index that does not match the texts; a temporary copy is checked."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        try:
            connection.backup(copy)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_FULL":
                raise
            what = "could not be compared with the texts: there is no room for a copy among the temporary files"
            yield Fault(table="document_search", row="", what=what)
            return
        schema_guard.distrust(copy)
        for name, what in _INDEXES.items():
            try:
                copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608  # ours
            except sqlite3.DatabaseError as error:
                if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                    raise
                yield Fault(table=name, row="", what=what)
