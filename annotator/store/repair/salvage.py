"""Collect the rows of a damaged project file in a scratch database, page by page.

First the tree of each table is read, as far as it can be followed. Then the pages are read to which no tree leads;
their rows are recognised by their values. On a page whose list of cells is damaged, everything that reads as a row is
taken. Pages on the list of free pages are skipped, because their content was deleted.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from annotator.store.repair.log_frames import LogContent, read_log
from annotator.store.repair.pages import Faults, Image, PageCell, Value
from annotator.store.repair.shapes import SCHEMA, SHAPES, WITHOUT_ROWID, Row, TableShape, known

BY_TREE, BY_LOOK = 0, 1
"""The way a row was found: in its table's tree, or elsewhere by its look; the latter may be a deleted row."""

ADDED = frozenset({"how", "whole", "place"})
"""The columns that the scratch tables have in addition to those of the project's tables."""

_OF_KEYS = (
    "document document_text span relation identity suggestion document_state document_label sentence_mark package"
    " settled comment"
)
_KEYS = {  # indexes by which lost rows are known, each with its table and columns
    **{f"sqlite_autoindex_{table}_1": (table, SHAPES[table].key) for table in _OF_KEYS.split()},
    "sqlite_autoindex_edit_1": ("edit", ("id",)),
    "span_by_document": ("span", ("document", "start")),
    "span_by_label": ("span", ("layer", "label", "annotator", "document")),
    "suggestion_by_document": ("suggestion", ("document", "state", "start")),
}
_LABELS, _PLACES = ("span", "suggestion"), ("sentence_mark", "settled", "comment")
# tables whose ids are always compared with their index
_ALWAYS = frozenset({"document", "document_text", *_LABELS, "relation", "identity", "settled", "comment", "edit"})
_OBJECTS = frozenset({"table", "index", "view", "trigger"})
_FIRST = frozenset({"document", "document_text", "span", "relation", "edit", "setting"})  # present in every version
_FITTING = 0.9  # the least share of rows that must agree with an index
_ROOT_OF_SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """A table, index, view or trigger that the file's schema names."""

    kind: str
    name: str
    root: int
    sql: str
    guessed: bool = False  # taken from a new project, because the file's own schema is damaged


@dataclass(slots=True, kw_only=True)
class Salvaged:
    """The rows that were found. ``rows`` is the scratch database, with a table for each of the project's tables.

    Each table has the additional columns ``how`` (`BY_TREE` or `BY_LOOK`), ``whole`` (0 if a value is missing) and
    ``place``, the row id. ``faults`` are the unreadable parts by table. The table ``named`` holds the keys of rows that
    indexes name, by table and row id; for the tables in ``listed`` it has all rows.
    """

    rows: sqlite3.Connection
    objects: tuple[Object, ...] = ()
    faults: dict[str, Faults] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    pages: int = 0
    log_broken: bool = False

    def faulty(self, table: str) -> bool:
        """Return whether any part of a table could not be read."""
        found = self.faults.get(table)
        return found is not None and bool(found.pages or found.cells)

    @property
    def faults_in_all(self) -> int:
        """The number of pages and rows that could not be read."""
        return sum(len(each.pages) + each.cells for each in self.faults.values())

    def each(self, table: str, rest: str = "", values: Iterable[object] = ()) -> Iterator[Row]:
        """Yield the rows of a scratch table as dicts; ``rest`` is the SQL after the table's name."""
        cursor = self.rows.execute(f'SELECT * FROM "{table}" {rest}', list(values))  # noqa: S608  # names of ours
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def own_rows(self, table: str) -> Iterator[tuple[int, list[Value]]]:
        """Yield (row id, values) of a table that users added."""
        for number, value in self.rows.execute("SELECT number, value FROM extra WHERE of = ? ORDER BY number", [table]):
            yield number, [_unwrapped(each) for each in json.loads(value)]

    def widest(self, table: str) -> int:
        """Return the number of values in the longest row of a table that users added."""
        statement = "SELECT coalesce(max(json_array_length(value)), 0) FROM extra WHERE of = ?"
        (count,) = self.rows.execute(statement, [table]).fetchone()
        return int(count)

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        (count,) = self.rows.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608  # names of ours
        return int(count)


def collect(
    file: Path, log: Path | None, scratch: Path, usual: Iterable[Object], progress: Callable[[int, int], None]
) -> Salvaged:
    """Collect the rows in a file and its write-ahead log.

    Args:
        file: A private copy of the damaged file, to which nobody writes.
        log: A private copy of its write-ahead log, or None.
        scratch: Where the scratch database is made.
        usual: The schema's objects in a new project, used if the file's own schema cannot be read.
        progress: Called with the numbers of pages read and in total.
    """
    rows = sqlite3.connect(scratch, isolation_level=None)
    try:
        with file.open("rb") as content, (log or file).open("rb") as log_content:
            image = _image(content, log_content if log else None)
            return _Collector(image, rows, progress).collect(tuple(usual))
    except BaseException:
        rows.close()
        raise


def _image(content: IO[bytes], log_content: IO[bytes] | None) -> Image:
    image = Image(content, None, LogContent())
    if log_content is None:
        return image
    log = read_log(log_content, page_size=image.page_size)
    return Image(content, log_content, log)


class _Collector:
    def __init__(self, image: Image, rows: sqlite3.Connection, progress: Callable[[int, int], None]) -> None:
        self._image = image
        self._found = Salvaged(rows=rows, pages=image.count, log_broken=image.log_broken)
        self._progress = progress
        self._reported = -1
        self._statements: dict[str, str] = {}

    def collect(self, usual: tuple[Object, ...]) -> Salvaged:
        rows = self._found.rows
        rows.create_function("near", 2, _are_near, deterministic=True)
        rows.execute("PRAGMA journal_mode = OFF")
        rows.execute("PRAGMA synchronous = OFF")
        for shape in SHAPES.values():
            self._make(shape)
        rows.execute("CREATE TABLE named (of TEXT, number INTEGER, keys TEXT, PRIMARY KEY (of, number))")
        rows.execute("CREATE TABLE extra (of TEXT, number INTEGER, value TEXT)")
        rows.execute("BEGIN")
        self._found.objects = self._schema(usual)
        free = self._image.free()
        by_name = {each.name: each for each in self._found.objects}
        for shape in SHAPES.values():
            if shape.table in by_name:
                self._table(shape, by_name[shape.table])
        self._count_strays()
        self._own_tables()
        self._indexes()
        self._orphans(free)
        self._distrust_indexes()
        rows.execute("COMMIT")
        for column in ("id", "document"):
            rows.execute(f"CREATE INDEX named_{column} ON named (of, keys ->> '{column}')")
        for table in ("span", "suggestion"):
            rows.execute(f'CREATE INDEX "{table}_of" ON "{table}" (document, start)')
        return self._found

    def _make(self, shape: TableShape) -> None:
        columns = ", ".join(f'"{column}"' for column in shape.columns)
        key = ", ".join(f'"{column}"' for column in shape.key)
        self._found.rows.execute(f'CREATE TABLE "{shape.table}" ({columns}, how, whole, place, PRIMARY KEY ({key}))')
        places = ", ".join("?" for _ in shape.columns)
        self._statements[shape.table] = f'INSERT OR IGNORE INTO "{shape.table}" VALUES ({places}, ?, ?, ?)'  # noqa: S608

    def _keep(self, shape: TableShape, row: Row, how: int, place: int, *, whole: bool) -> None:
        self._found.rows.execute(self._statements[shape.table], [*row.values(), how, int(whole), place])

    def _schema(self, usual: tuple[Object, ...]) -> tuple[Object, ...]:
        """Return the objects of the file's schema; unreadable ones are taken from a new project."""
        faults = self._found.faults.setdefault("sqlite_schema", Faults())
        found: dict[str, Object] = {}
        for cell in self._image.walk(_ROOT_OF_SCHEMA, faults):
            self._note_object(cell, found, faults)
        if not (faults.pages or faults.cells) and found.keys() >= _FIRST:
            return tuple(found.values())
        used = self._image.used
        for number in range(1, self._image.count + 1):  # pages of a schema whose first page is lost
            if number not in used and self._looks_like_schema(number):
                for cell in self._image.leaf(number, faults):
                    self._note_object(cell, found, faults)
        guessed = {each.name: replace(each, guessed=True) for each in usual}
        return tuple({**guessed, **found}.values())

    def _note_object(self, cell: PageCell, found: dict[str, Object], faults: Faults) -> None:
        made = _object(cell)
        if made is not None:
            found[made.name] = made
            return
        faults.cells += 1
        other = self._take_known(cell)
        if other is not None:
            self._found.faults.setdefault(other.table, Faults()).cells += 1

    def _looks_like_schema(self, number: int) -> bool:
        page = self._image.raw(number)
        return page[:1] == b"\x0d" and b"CREATE " in page

    def _table(self, shape: TableShape, each: Object) -> None:
        faults = self._found.faults.setdefault(shape.table, Faults())
        image = self._image
        for cell in image.walk(each.root, faults, table=shape.table not in WITHOUT_ROWID):
            self._take(shape, cell, faults)
        for number in dict.fromkeys(faults.pages):
            if not shape.by_tree and 0 < number <= image.count:
                for width in shape.widths:
                    for cell in image.carve(number, width):
                        self._take_known(cell)
        if each.guessed and not self._found.count(shape.table):
            faults.pages, faults.cells = [each.root], 0  # the table never existed
        self._report_progress()

    def _take(self, shape: TableShape, cell: PageCell, faults: Faults) -> None:
        """Keep a row from the tree of a table; if it is a row of another table, its page is in the wrong place."""
        values = cell.values
        if shape.table == "document_text":
            values = _mended_text(values)
        found = shape.row(cell.rowid, values)
        if found is not None:
            row, whole = found
            whole = whole and not cell.short and values == cell.values
            self._keep(shape, row, BY_TREE, cell.rowid, whole=whole)
            if not whole or not shape.names_well(row):
                faults.cells += 1  # its key may be wrong, too, so indexes are compared
            return
        faults.cells += 1
        other = self._take_known(cell)
        if other is not None:  # so the other table lacks a row
            self._found.faults.setdefault(other.table, Faults()).cells += 1

    def _take_known(self, cell: PageCell) -> TableShape | None:
        found = None if cell.short else known(cell.rowid, cell.values)
        if found is None:
            return None
        self._keep(*found, BY_LOOK, cell.rowid, whole=True)
        return found[0]

    def _count_strays(self) -> None:
        """Count rows whose article is missing as faults of their table: either the row or the article is damaged."""
        for table in (*_LABELS, "document_state", "document_label", *_PLACES, "assignment", "review"):
            (count,) = self._found.rows.execute(
                f"SELECT count(*) FROM {table} WHERE document NOT IN (SELECT id FROM document)"  # noqa: S608
            ).fetchone()
            self._found.faults.setdefault(table, Faults()).cells += count

    def _own_tables(self) -> None:
        """Read the tables that users added."""
        ours = _ours()
        for each in self._found.objects:
            if each.kind != "table" or not each.root or each.name in ours or _is_hidden(each):
                continue
            faults = self._found.faults.setdefault(each.name, Faults())
            rows = (
                (each.name, cell.rowid, json.dumps([_wrapped(value) for value in cell.values]))
                for cell in self._image.walk(each.root, faults)
            )
            self._found.rows.executemany("INSERT INTO extra VALUES (?, ?, ?)", rows)

    def _indexes(self) -> None:
        """Read all other trees, so that their pages count as read; keep the keys in the indexes of faulty tables."""
        tables = {*SHAPES, *(each.name for each in self._found.objects if each.name in self._found.faults)}
        for each in self._found.objects:
            if not each.root or each.name in tables:
                continue
            table, columns = _KEYS.get(each.name, ("", ()))
            faults, primary = Faults(), each.name.startswith("sqlite_")
            if not (self._found.faulty(table) or (primary and table in _ALWAYS)):
                self._image.visit(each.root, table=each.kind == "table" and not _has_no_rowid(each))
                continue
            for cell in self._image.walk(each.root, faults, table=False):
                self._name(table, columns, cell)
            if primary and not (faults.pages or faults.cells):
                self._found.listed.add(table)
            self._report_progress()

    def _distrust_indexes(self) -> None:
        """Drop the keys of an index that contradicts the rows: its pages may belong to another index."""
        rows = self._found.rows
        for index, (table, columns) in _KEYS.items():
            if not index.startswith("sqlite_"):
                continue
            same = " AND ".join(
                f"CASE WHEN keys ->> '{column}' = {column} THEN 1 ELSE near(keys ->> '{column}', {column}) END"
                for column in columns
            )
            found, fitting = rows.execute(
                f"SELECT count(*), coalesce(sum({same}), 0) FROM {table}"  # noqa: S608  # names of ours
                " JOIN named ON named.of = ? AND named.number = place WHERE how = ?",
                [table, BY_TREE],
            ).fetchone()
            if found and fitting < _FITTING * found:
                rows.execute("DELETE FROM named WHERE of = ?", [table])
                self._found.listed.discard(table)

    def _name(self, table: str, columns: tuple[str, ...], cell: PageCell) -> None:
        *keys, number = cell.values or (None,)
        if len(keys) != len(columns) or not isinstance(number, int):
            return
        named = json.dumps(dict(zip(columns, map(_plain, keys), strict=True)))
        self._found.rows.execute(
            "INSERT INTO named VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET keys = json_patch(keys, excluded.keys)",
            [table, number, named],
        )

    def _orphans(self, free: set[int]) -> None:
        stray = Faults()
        used = self._image.used | free
        for number in range(1, self._image.count + 1):
            if number not in used:
                for cell in self._image.leaf(number, stray):
                    self._take_known(cell)
        self._progress(self._image.count, self._image.count)

    def _report_progress(self) -> None:
        done = self._image.done
        if done > self._reported:
            self._reported = done
            self._progress(done, max(self._image.count, done))


def _are_near(one: object, other: object) -> bool:
    """Return whether two texts differ in a single bit."""
    if not isinstance(one, str) or not isinstance(other, str) or len(one) != len(other):
        return False
    return (int.from_bytes(one.encode()) ^ int.from_bytes(other.encode())).bit_count() == 1


def _object(cell: PageCell) -> Object | None:
    found = SCHEMA.row(cell.rowid, cell.values)
    if found is None:
        return None
    kind, name, _, root, sql = found[0].values()
    if not isinstance(kind, str) or kind not in _OBJECTS or not isinstance(name, str):
        return None
    number = root if isinstance(root, int) else 0
    return Object(kind=kind, name=name, root=number, sql=sql if isinstance(sql, str) else "")


def _ours() -> frozenset[str]:
    """Return the names of all our tables, even those that are rebuilt and not read: search, claims, numbers."""
    kinds = ("", "_data", "_idx", "_docsize", "_config", "_content")
    words = {f"{table}{kind}" for table in ("document_search", "claim_search") for kind in kinds}
    return frozenset({*SHAPES, *words, "document_number", "claim_words", "claim_index", "claim_search_word"})


def _is_hidden(each: Object) -> bool:
    return each.name.startswith("sqlite_") or _has_no_rowid(each)


def _has_no_rowid(each: Object) -> bool:
    return "WITHOUT ROWID" in each.sql.upper() or each.name.endswith("_idx")


def _mended_text(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the values with damaged text decoded as well as possible: not UTF-8, or cut off in a character."""
    return tuple(value.decode("utf-8", "replace") if isinstance(value, bytes) else value for value in values)


def _plain(value: Value) -> Value:
    return value.hex() if isinstance(value, bytes) else value


def _wrapped(value: Value) -> Any:
    """Return a value for JSON; bytes become an object with their hex digits."""
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _unwrapped(value: Any) -> Value:
    found: Value = bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
    return found
