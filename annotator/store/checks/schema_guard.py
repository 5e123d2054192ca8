"""Compare a file's SQLite schema with the one our migrations make, before any SQL stored in the file can run.

SQLite runs the SQL in a file's schema: a trigger of another program can delete labels while we add some. So each
object that can change, hide or refuse our rows must match our own statement exactly. `resources/project_schema.json`
holds the schema after each migration; tests compare it with the migrations. Harmless tables, views and indexes that
users added are allowed.
"""

import json
import sqlite3
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from annotator.store.checks import schema_text
from annotator.store.checks.schema_text import CreatedObject, fold
from annotator.store.sqlite_errors import sqlite_errors
from annotator.system.resources import resource_path
from annotator.text.normalization import one_line

MIGRATIONS_TABLE = "_sqlite_migrations"
_SCHEMA = "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema"
_APPLIED = f"SELECT name FROM {MIGRATIONS_TABLE} WHERE migration_set = 'spanwright'"  # noqa: S608  # a name of ours
_FOREIGN_KEYS = 'SELECT "table", on_delete FROM pragma_foreign_key_list(?)'
_LONGEST = 40  # characters of a name shown in a message
_MOST_APPLIED = 1_000  # rows read from the migrations table: another program may have filled it
SEARCHES = frozenset({"document_search", "claim_search", "claim_search_word"})
"""The virtual tables of the full text indexes."""
SEARCHED = frozenset({"document_words"})
"""The view through which FTS5 reads the texts."""


class AlterationKind(StrEnum):
    """The ways in which an object of the schema can differ from ours."""

    ADDED = "added"
    CHANGED = "changed"
    MISSING = "missing"


class SchemaRow(NamedTuple):
    """A row of `sqlite_schema`."""

    type: str
    name: str
    table: str
    sql: str | None


_STATISTICS = frozenset(  # tables that ANALYZE and AUTOINCREMENT create
    SchemaRow("table", name, name, f"CREATE TABLE {name}({columns})")
    for name, columns in (
        ("sqlite_stat1", "tbl,idx,stat"),
        ("sqlite_stat4", "tbl,idx,neq,nlt,ndlt,sample"),
        ("sqlite_sequence", "name,seq"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """An object of a file's schema that differs from what our migrations make.

    ``kind`` is ``table``, ``view``, ``index`` or ``trigger``. ``table`` is the table of an index or a trigger, else the
    object's own name. ``readable`` says whether the file can still be read by avoiding this object.
    """

    kind: str
    name: str
    table: str
    change: AlterationKind
    readable: bool

    @property
    def title(self) -> str:
        """The object's name on one line, cut short, since another program may have chosen a very long name."""
        words = one_line(self.name)
        return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"

    def __str__(self) -> str:
        return f"{self.kind} {self.title} {self.change}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """The result of comparing a file's schema with ours.

    ``applied`` are the names of the migrations that the file lists as applied. ``version`` is SQLite's schema version
    number. ``kept`` are harmless objects that users added.
    """

    applied: frozenset[str]
    version: int
    alterations: tuple[Alteration, ...] = ()
    kept: tuple[SchemaRow, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether our tables can be read in spite of all alterations."""
        return all(alteration.readable for alteration in self.alterations)


class Expected:
    """The schema that our migrations make, as it is after each migration."""

    def __init__(self, read: Mapping[str, Any]) -> None:
        self.states: tuple[str, ...] = tuple(read["states"])
        self._objects = [
            (SchemaRow(each["type"], each["name"], each["table"], each["sql"]), each["since"], each["until"])
            for each in read["objects"]
        ]
        self.every_state = frozenset(self.states)
        self.names = frozenset(row.name for row, _, _ in self._objects)
        self.migrations_table = next(row for row, _, _ in self._objects if row.name == MIGRATIONS_TABLE)
        self._rows: dict[int, frozenset[SchemaRow]] = {}

    def rows(self, applied: int) -> frozenset[SchemaRow]:
        """Return the rows of the schema after the first ``applied`` migrations."""
        if applied not in self._rows:
            last = applied - 1
            self._rows[applied] = frozenset(row for row, since, until in self._objects if since <= last <= until)
        return self._rows[applied]

    def newest(self) -> dict[str, SchemaRow]:
        """Return the rows of the schema after all migrations, by name."""
        return {row.name: row for row in self.rows(len(self.states))}


@lru_cache(maxsize=1)
def expected() -> Expected:
    """Return the expected schema, read from `resources/project_schema.json` once."""
    return Expected(json.loads(resource_path("project_schema.json").read_text(encoding="utf-8")))


def distrust(connection: sqlite3.Connection) -> None:
    """Make a connection treat the file as untrusted: neither its schema nor its pages are taken to be sound.

    SQL in the schema may call harmless functions only. Each cell is checked before use. The file is not mapped into
    memory, where a disk error would kill the process.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    if sys.version_info >= (3, 12):  # forbids writing to FTS5's tables and the schema itself
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003


def inspect(connection: sqlite3.Connection, path: Path) -> Inspection:
    """Compare a file's schema with the one our migrations make, without running any SQL stored in the file.

    Raises:
        StoreError: The file cannot be read.
    """
    with sqlite_errors(path, reads=True):
        version = version_of(connection)
        listed = connection.execute(_SCHEMA).fetchall()
        return _inspect(connection, listed, version=version)


def own_tables(connection: sqlite3.Connection) -> list[str] | None:
    """Return the names of our unaltered tables, or None if all tables and indexes in the file are ours."""
    found = _inspect(connection, connection.execute(_SCHEMA).fetchall(), version=0)
    altered = {(each.kind, each.table) for each in found.alterations}
    others = {(row.type, row.table) for row in found.kept} | altered
    if not any(kind in {"table", "index"} for kind, _ in others):
        return None
    gone = {table for _, table in altered}
    rows = expected().newest().values()
    return [row.name for row in rows if row.type == "table" and row.name not in gone and "VIRTUAL" not in str(row.sql)]


def version_of(connection: sqlite3.Connection) -> int:
    """Return SQLite's schema version, a number that changes whenever the schema does."""
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    return int(version)


def _inspect(connection: sqlite3.Connection, listed: Sequence[Sequence[Any]], *, version: int) -> Inspection:
    ours = expected()
    present = {tuple(row[:4]) for row in listed} - _STATISTICS
    applied, is_theirs = frozenset[str](), False
    if ours.migrations_table in present or _has_migrations_table(present):
        names = connection.execute(_APPLIED).fetchmany(_MOST_APPLIED)
        applied = frozenset(str(name) for (name,) in names)
    elif any(fold(str(name)) == MIGRATIONS_TABLE for _, name, *_ in present):
        applied, is_theirs = frozenset(ours.states), True
    if applied - ours.every_state:  # the file is from a newer version, whose schema is unknown here
        return Inspection(applied=applied, version=version)
    state = len(applied)
    if applied != frozenset(ours.states[:state]):
        state, is_theirs = len(ours.states), True
    if present == ours.rows(state) and _are_apart(listed) and not is_theirs:
        return Inspection(applied=applied, version=version)
    comparison = _Comparison(connection, ours.rows(state), ours.names)
    found = set(comparison.alterations(listed))
    if is_theirs:
        found.add(_altered("table", MIGRATIONS_TABLE, AlterationKind.CHANGED))
    ordered = sorted(found, key=lambda each: (each.readable, each.kind != "trigger", each.name, each.change))
    return Inspection(applied=applied, version=version, alterations=tuple(ordered), kept=tuple(comparison.kept))


def _has_migrations_table(present: Iterable[Sequence[Any]]) -> bool:
    """Return whether the migrations table is ours, even if its statement is written differently."""
    found = [SchemaRow(*row) for row in present if fold(str(row[1])) == MIGRATIONS_TABLE]
    return len(found) == 1 and _is_same(expected().migrations_table, found[0])


def _is_same(expected_row: SchemaRow, row: SchemaRow) -> bool:
    if row == expected_row:
        return True
    if row[:3] != expected_row[:3] or not isinstance(row.sql, str) or expected_row.sql is None:
        return False
    return schema_text.tokens(row.sql) == schema_text.tokens(expected_row.sql)


def _altered(kind: str, name: str, change: AlterationKind, *, table: str = "", readable: bool = False) -> Alteration:
    return Alteration(kind=kind, name=name, table=table or name, change=change, readable=readable)


def _are_apart(listed: Iterable[Sequence[Any]]) -> bool:
    """Return whether each table and index has its own root page, and views and triggers have none."""
    roots: list[int] = []
    for kind, _, _, sql, root in listed:
        stored = kind in {"table", "index"} and not str(sql or "").startswith("CREATE VIRTUAL")
        if stored:
            roots.append(root)
        elif root:
            return False
    return len(set(roots)) == len(roots) and all(type(root) is int and root > 1 for root in roots)


class _Comparison:
    """The comparison of a schema, object by object, with the expected one."""

    def __init__(self, connection: sqlite3.Connection, rows: Collection[SchemaRow], reserved: frozenset[str]) -> None:
        self._connection = connection
        self._expected = {row.name: row for row in rows}
        self._reserved = reserved
        self.kept: list[SchemaRow] = []
        self._heads: dict[str, CreatedObject] = {}

    def alterations(self, listed: Sequence[Sequence[Any]]) -> Iterator[Alteration]:
        seen: set[str] = set()
        others: list[SchemaRow] = []
        if not _are_apart(listed):
            yield _altered("table", "sqlite_schema", AlterationKind.CHANGED)
        for values in listed:
            row = SchemaRow(*values[:4])
            if not _is_text(row) or fold(row.name) in seen:
                yield _altered(str(row.type), str(row.name), AlterationKind.CHANGED, table=str(row.table))
                continue
            seen.add(fold(row.name))
            ours = self._expected.get(fold(row.name))
            if ours is not None:
                yield from self._of_ours(ours, row)
            elif row in _STATISTICS:
                continue
            elif fold(row.name) in self._reserved:
                yield _altered(row.type, row.name, AlterationKind.ADDED, table=row.table)
            else:
                others.append(row)
        for name, ours in self._expected.items():
            # indexes and triggers of a missing table are not reported as well
            if name not in seen and (ours.table == name or ours.table in seen):
                readable = ours.type in {"view", "trigger"} or ours.table in searches()
                readable = readable or (ours.type == "index" and ours.sql is not None)
                yield _altered(ours.type, name, AlterationKind.MISSING, table=ours.table, readable=readable)
        yield from self._of_users(others)

    def _of_ours(self, ours: SchemaRow, row: SchemaRow) -> Iterator[Alteration]:
        if _is_same(ours, row):
            return
        readable = ours.type != "table" or ours.name in searches()
        if ours.type == row.type == "table" and row.name == ours.name and row.sql and ours.sql:
            more = schema_text.has_only_more(schema_text.tokens(ours.sql), schema_text.tokens(row.sql))
            readable = readable or more
        made = schema_text.head(schema_text.tokens(row.sql or ""))
        if row.sql is not None and not _is_honest(made, row):
            readable = False
        yield _altered(ours.type, ours.name, AlterationKind.CHANGED, table=ours.table, readable=readable)

    def _of_users(self, rows: Sequence[SchemaRow]) -> Iterator[Alteration]:
        """Yield the objects that users added and that can change or refuse our rows; add harmless ones to ``kept``."""
        honest: list[SchemaRow] = []
        for row in rows:
            made = schema_text.head(schema_text.tokens(row.sql or ""))
            if row.sql is None and row.type == "index" and fold(row.table) not in self._expected:
                honest.append(row)  # SQLite's own index for a primary key
            elif made is None or not _is_honest(made, row):
                yield _altered(row.type, row.name, AlterationKind.ADDED, table=row.table)
            else:
                self._heads[row.name] = made
                honest.append(row)
        touching = set(self._expected) | self._hanging_on(honest)
        for row in honest:
            if self._does_no_harm(row, touching):
                self.kept.append(row)
            else:
                yield _altered(row.type, row.name, AlterationKind.ADDED, table=row.table, readable=True)

    def _hanging_on(self, rows: Sequence[SchemaRow]) -> set[str]:
        """Return the tables linked to ours by a foreign key or a chain of them: deletions in ours affect them."""
        parents = {
            fold(row.name): {fold(parent) for parent, _ in self._foreign_keys(row.name)}
            for row in rows
            if row.type == "table" and not self._heads[row.name].virtual
        }
        hanging: set[str] = set()
        above = set(self._expected)
        while more := {name for name, of in parents.items() if name not in hanging and of & above}:
            hanging |= more
            above |= more
        return hanging

    def _foreign_keys(self, table: str) -> list[tuple[str, str]]:
        """Return (parent, on delete) for each foreign key of a table."""
        found = self._connection.execute(_FOREIGN_KEYS, [table])
        return [(str(parent), str(delete)) for parent, delete in found]

    def _does_no_harm(self, row: SchemaRow, touching: set[str]) -> bool:
        """Return whether an object that users added can neither act on changes of our rows nor refuse them."""
        if row.type == "view" or fold(row.table) not in touching:
            return True
        if row.type == "table":
            return all(delete == "CASCADE" for _, delete in self._foreign_keys(row.name))
        return row.type == "index" and (row.sql is None or schema_text.is_plain_index(self._heads[row.name]))


def _is_text(row: SchemaRow) -> bool:
    return all(isinstance(value, str) for value in row[:3]) and isinstance(row.sql, str | None)


def _is_honest(made: CreatedObject | None, row: SchemaRow) -> bool:
    """Return whether a schema row has the kind, name and table of its statement; SQLite only uses the statement."""
    return made is not None and (made.kind, made.name, made.on) == (row.type, fold(row.name), fold(row.table))


@lru_cache(maxsize=1)
def searches() -> frozenset[str]:
    """Return the names of the full text indexes and of the tables in which FTS5 stores them."""
    return frozenset(name for name in expected().names if name.startswith(tuple(SEARCHES)))


def shade(connection: sqlite3.Connection, inspection: Inspection) -> None:
    """Keep a read-only connection from using altered views and full text indexes.

    Temporary views with our statements hide the file's views. An authorizer also denies reading an altered view, even
    to FTS5.
    """
    altered = {alteration.name for alteration in inspection.alterations}
    denied = altered & {row.name for row in expected().newest().values() if row.type == "view"}
    if altered & (searches() | SEARCHED):
        denied |= SEARCHES
    connection.execute("PRAGMA temp_store = MEMORY")
    for row in expected().newest().values():
        if row.type == "view" and row.sql is not None:
            connection.execute(row.sql.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))

    def decide(action: int, table: str | None, _column: str | None, schema: str | None, _by: str | None) -> int:
        if action == sqlite3.SQLITE_READ and schema == "main" and fold(table or "") in denied:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    connection.set_authorizer(decide)
