"""Apply edits to the tables and append them to the log, with plain prepared SQL for speed."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind, now
from annotator.editing.log.row_keys import document_of
from annotator.model.json_rows import row_to
from annotator.model.talk import Comment, Review
from annotator.model.values import (
    GOLD,
    Document,
    DocumentLabel,
    DocumentState,
    Identity,
    Part,
    Relation,
    Row,
    SentenceMark,
    Settled,
    Span,
    Suggestion,
)
from annotator.processes.slices import aside, portions
from annotator.store.connection import Connection
from annotator.store.log import heads
from annotator.store.row_json import dump
from annotator.store.rows import DOCUMENT, TABLES, Columns, Table, TextOf, added_span_line
from annotator.system.errors import RowConflict

LONG = 200
"""Changes of an edit above which its log entry is written with pauses; writing 200 takes a few milliseconds."""

_SIGNED = (Span, Relation, DocumentLabel, SentenceMark, DocumentState, Settled, Review, Comment)
_LARGE_CACHE = 1 << 16  # KB
_PORTION = 100  # rows inserted at a time, which takes a few milliseconds

_RELATED = "SELECT 1 FROM relation WHERE head = :id OR tail = :id"
_MEANT = "SELECT 1 FROM span WHERE identity = :id"
_ABOUT = "INSERT INTO edit_document (document, edit) VALUES (?, ?)"
# the turn of an edit is its number, or more once edits with higher turns have been merged; no more than fits
_TURN = f"""min({(1 << 63) - 1}, 1 + max((SELECT coalesce(max(number), 0) FROM edit),
    (SELECT coalesce(max(turn), 0) FROM edit WHERE turn > number)))"""  # noqa: S608  # ours
_COPY = "(SELECT substr(value, 1, 32) FROM setting WHERE name = 'copy')"
INTO_LOG = "INSERT INTO edit (id, kind, annotator, at, milliseconds, undoes, facts, turn, copy, changes)"
_APPEND = f"{INTO_LOG} VALUES (?, ?, ?, ?, ?, ?, ?, {_TURN}, {_COPY}, ?)"
_APPEND_GATHERED = f"""
{INTO_LOG}
SELECT ?, ?, ?, ?, ?, ?, ?, {_TURN}, {_COPY}, '[' || coalesce(group_concat(written, ','), '') || ']'
FROM (SELECT written FROM temp.logged ORDER BY number)
"""  # noqa: S608  # ours


@contextmanager
def large_cache(connection: Connection, *, wanted: bool) -> Iterator[None]:
    """Keep changed pages in memory until the commit, if ``wanted``; SQLite would write many of them several times.

    An import of 10,000 articles takes a fifth less time, but its commit takes longer than a frame of the window.
    """
    if not wanted:
        yield
        return
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = {-_LARGE_CACHE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")


def applying(connection: Connection, edit: Edit, text: TextOf) -> Generator[None, None, None]:
    """Apply an edit's changes and log it, inside the caller's transaction, with a pause after each change.

    Raises:
        RowConflict: A row differs from the one the edit was made for.
    """
    if edit.kind is EditKind.ADJUDICATE:
        add_annotators(connection, [GOLD])
    for change in edit.changes:
        _make(connection, change, text)
        yield
    for change in edit.changes:
        if isinstance(change.after, Relation):
            _refuse_loose_end(connection, change.after)
            yield
    yield from logging(connection, edit)


def logging(connection: Connection, edit: Edit) -> Generator[None, None, None]:
    """Append an edit to the log, with pauses if it is long."""
    if len(edit.changes) > LONG:
        yield from _log_in_pieces(connection, edit)
    else:
        log(connection, edit)


def _log_in_pieces(connection: Connection, edit: Edit) -> Generator[None, None, None]:
    """Append a long edit to the log, with many pauses.

    The log entry of thousands of changes is one row of megabytes. Its pieces go into a temporary table, and SQLite
    joins them on a thread. Meanwhile Python code goes on; only readers of the file wait.
    """
    documents = set(edit.about)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS logged (number INTEGER PRIMARY KEY, written TEXT NOT NULL)")
    connection.execute("DELETE FROM temp.logged")
    for portion in portions(edit.changes, _PORTION):
        lines = [(line,) for line in _lines(connection, portion, edit.id)]
        connection.executemany("INSERT INTO temp.logged (written) VALUES (?)", lines)
        rows = (row for change in portion for row in (change.before, change.after) if row is not None)
        documents |= {document for row in rows if (document := document_of(row)) is not None}
        yield
    edit.know_documents(documents)
    cursor = yield from aside(partial(connection.execute, _APPEND_GATHERED, values(edit)))
    for some in portions(sorted(documents), _PORTION):
        connection.executemany(_ABOUT, [(document, cursor.lastrowid) for document in some])
        yield
    yield from aside(partial(connection.execute, "DELETE FROM temp.logged"))


def log(connection: Connection, edit: Edit) -> None:
    """Append an edit to the log."""
    changes = ",".join(_lines(connection, edit.changes, edit.id))
    cursor = connection.execute(_APPEND, [*values(edit), f"[{changes}]"])
    connection.executemany(_ABOUT, [(document, cursor.lastrowid) for document in sorted(edit.document_ids)])


def values(edit: Edit) -> list[Any]:
    """Return an edit's columns up to its facts."""
    facts = dump(dict(edit.facts)) if edit.facts else None
    return [edit.id, str(edit.kind), edit.annotator, edit.when, edit.milliseconds, edit.undoes, facts]


def _lines(connection: Connection, changes: Sequence[Change], edit: str) -> list[str]:
    """Return the changes as JSON for the log, and make the edit the head of the changed rows."""
    over = heads.pass_all_on(connection, changes, edit)
    return [line(change, before) for change, before in zip(changes, over, strict=True)]


def line(change: Change, over: Sequence[str]) -> str:
    """Return a change as JSON for the log; ``over`` are the edits on whose versions of the row it was made."""
    if change.before is None and not over and isinstance(change.after, Span):
        return added_span_line(change.after)
    before, after = (row_to(row) if row else None for row in (change.before, change.after))
    return dump({"before": before, "after": after, "over": over} if over else {"before": before, "after": after})


def signed(rows: Iterable[Row | None]) -> set[str]:
    """Return the annotators of the rows; kinds of row without an annotator are skipped."""
    return {row.annotator for row in rows if isinstance(row, _SIGNED)}


def inserting(connection: Connection, rows: Iterable[Row], text: TextOf) -> Generator[None, None, None]:
    """Insert rows by kind, many at once, which halves the time; there is a pause after each portion."""
    kinds: dict[type, list[Row]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    for alike in kinds.values():
        for portion in portions(alike, _PORTION):
            insert_alike(connection, portion, text)
            yield


def _insert(connection: Connection, table: Table[Any], columns: Columns) -> None:
    connection.execute(_insert_statement(table, tuple(columns)), columns)


def insert_alike(connection: Connection, rows: Sequence[Row], text: TextOf) -> None:
    """Insert rows of the same kind with one prepared statement."""
    if rows:
        table = TABLES[type(rows[0])]
        _insert_all(connection, table, [table.write(row, text) for row in rows])


def _insert_all(connection: Connection, table: Table[Any], rows: Sequence[Columns]) -> None:
    """Insert rows with the same columns. Values by position take two thirds of the time of values by name."""
    names = tuple(rows[0])
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    connection.executemany(statement, [tuple(row.values()) for row in rows])


def add_documents(connection: Connection, documents: Sequence[tuple[Document, str | None, str]]) -> None:
    """Insert documents, each with its split and the time it was added; store and index their texts."""
    columns = [
        {**DOCUMENT.write(document, str), "characters": len(document.text), "added": when, "split": split}
        for document, split, when in documents
    ]
    if columns:
        _insert_all(connection, DOCUMENT, columns)
        texts = [(document.id, document.text) for document, *_ in documents]
        connection.executemany("INSERT INTO document_text (document, text) VALUES (?, ?)", texts)
        add_to_search(connection, [document.id for document, *_ in documents])


def add_to_search(connection: Connection, ids: Iterable[str]) -> None:
    """Add new documents to the full text index; many at once is three times as fast as one by one."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM document_number").fetchone()
    connection.executemany("INSERT INTO document_number (document) VALUES (?)", ((id_,) for id_ in ids))
    connection.execute(
        "INSERT INTO document_search (rowid, title, text)"
        " SELECT number, title, text FROM document_words WHERE number > ? ORDER BY number",
        [last],
    )


def add_annotators(connection: Connection, names: Iterable[str]) -> None:
    """Add the annotators that the file lacks."""
    connection.executemany(
        "INSERT OR IGNORE INTO annotator (name, created) VALUES (?, ?)", [(name, now()) for name in sorted(names)]
    )


def add_identities(connection: Connection, identities: Iterable[Identity]) -> list[Identity]:
    """Insert the identities that the file lacks; return the inserted ones."""
    added = []
    for identity in identities:
        if connection.execute("SELECT 1 FROM identity WHERE id = ?", [identity.id]).fetchone() is None:
            insert_alike(connection, [identity], str)
            added.append(identity)
    return added


def put_held(connection: Connection, document: str, sentences: Iterable[Part]) -> None:
    """Replace the sentences of a document in which suggestions are held back."""
    connection.execute("DELETE FROM held_sentence WHERE document = ?", [document])
    rows = ((document, start, end) for start, end in sentences)
    connection.executemany("INSERT INTO held_sentence (document, start, end) VALUES (?, ?, ?)", rows)


@cache
def _insert_statement(table: Table[Any], columns: tuple[str, ...]) -> str:
    """Return the statement that inserts a row with these columns."""
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES (:{', :'.join(columns)})"  # noqa: S608  # names of ours


def update(connection: Connection, row: Row, text: TextOf) -> None:
    """Update the stored row that has the same key."""
    table = TABLES[type(row)]
    columns = table.write(row, text)
    assigned = ", ".join(f"{column} = :{column}" for column in columns if column not in table.key)
    connection.execute(f"UPDATE {table.name} SET {assigned} WHERE {table.where}", columns)  # noqa: S608


def _make(connection: Connection, change: Change, text: TextOf) -> None:
    row = change.before or change.after
    if row is None:
        return
    table = TABLES[type(row)]
    columns = table.write(row, text)
    present = _present(connection, table, columns, text)
    if _comparable(present) != _comparable(change.before):
        raise RowConflict("store.conflict")
    if change.after is None:
        if isinstance(row, Span) and connection.execute(_RELATED, {"id": row.id}).fetchone():
            raise RowConflict("store.conflict")  # SQLite would silently delete its relations, even another article's
        if isinstance(row, Identity) and connection.execute(_MEANT, {"id": row.id}).fetchone():
            raise RowConflict("store.conflict")  # a mention would name a missing identity
        connection.execute(f"DELETE FROM {table.name} WHERE {table.where}", columns)  # noqa: S608
    elif change.before is None:
        _insert(connection, table, columns)
    elif isinstance(change.after, DocumentLabel):  # the key is the whole row
        connection.execute(f"DELETE FROM {table.name} WHERE {table.where}", columns)  # noqa: S608
        insert_alike(connection, [change.after], text)
    else:
        update(connection, change.after, text)


def _refuse_loose_end(connection: Connection, relation: Relation) -> None:
    ends = {"head": relation.head, "tail": relation.tail}
    (found,) = connection.execute("SELECT count(*) FROM span WHERE id IN (:head, :tail)", ends).fetchone()
    if found < len(set(ends.values())):
        raise RowConflict("store.conflict")


def _present(connection: Connection, table: Table[Any], columns: Columns, text: TextOf) -> Row | None:
    found = connection.execute(table.select, {column: columns[column] for column in table.key}).fetchone()
    if found is None:
        return None
    row: Row = table.value(found, text)
    return row


def _comparable(row: Row | None) -> Row | None:
    """Return a row without the fields that may differ: a source may have rescored a suggestion, for example."""
    if isinstance(row, Suggestion):
        return replace(row, score=None, version="", rule=None, attributes={}, relations=())
    return row
