"""One edit, one transaction. The hot path is plain prepared SQL."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from annotator.edits import Change, Edit, now
from annotator.errors import Conflict
from annotator.model import Document, Identity, Part, Relation, Row, Span, Suggestion
from annotator.record import row_to
from annotator.store.rows import TABLES, Columns, Table, TextOf, dump

_RELATED = "SELECT 1 FROM relation WHERE head = :id OR tail = :id"
_MEANT = "SELECT 1 FROM span WHERE identity = :id"


def apply(connection: sqlite3.Connection, edit: Edit, text: TextOf) -> None:
    """Make an edit's changes and log it, inside a transaction of the caller's.

    Raises:
        Conflict: A row is not what the edit was made for.
    """
    for _ in applying(connection, edit, text):
        pass


def applying(connection: sqlite3.Connection, edit: Edit, text: TextOf) -> Iterator[None]:
    """Do what `apply` does, with a pause after each change and after the log."""
    written: list[str] = []
    for change in edit.changes:
        _make(connection, change, text)
        written.append(_logged(change))
        yield
    if any(isinstance(change.after, Relation) for change in edit.changes):
        _refuse_loose_ends(connection, edit)
    _append(connection, edit, written)
    yield


def log(connection: sqlite3.Connection, edit: Edit) -> None:
    """Append an edit to the log."""
    _append(connection, edit, map(_logged, edit.changes))


def _logged(change: Change) -> str:
    before, after = (row_to(row) if row else None for row in (change.before, change.after))
    return dump({"before": before, "after": after})


def _append(connection: sqlite3.Connection, edit: Edit, changes: Iterable[str]) -> None:
    written = f"[{','.join(changes)}]"
    cursor = connection.execute(
        "INSERT INTO edit (id, kind, annotator, at, milliseconds, changes, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [edit.id, str(edit.kind), edit.annotator, edit.when, edit.milliseconds, written, edit.undoes],
    )
    connection.executemany(
        "INSERT INTO edit_document (document, edit) VALUES (?, ?)",
        [(document, cursor.lastrowid) for document in sorted(edit.document_ids)],
    )


def insert(connection: sqlite3.Connection, row: Row, text: TextOf, **more: object) -> None:
    """Insert a row, with more columns where the value does not hold all of them."""
    table = TABLES[type(row)]
    columns = {**table.write(row, text), **more}
    connection.execute(insert_statement(table, tuple(columns)), columns)


def add_document(connection: sqlite3.Connection, document: Document, split: str | None, when: str) -> None:
    """Insert a document and its text, added at a time."""
    insert(connection, document, str, characters=len(document.text), added=when, split=split)
    connection.execute("INSERT INTO document_text (document, text) VALUES (?, ?)", [document.id, document.text])


def add_to_search(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Let new documents be found; all at once, which is three times as fast as one by one."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM document_number").fetchone()
    connection.executemany("INSERT INTO document_number (document) VALUES (?)", ((id_,) for id_ in ids))
    connection.execute(
        "INSERT INTO document_search (rowid, title, text)"
        " SELECT number, title, text FROM document_words WHERE number > ? ORDER BY number",
        [last],
    )


def add_annotators(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Make sure that annotators are known."""
    connection.executemany(
        "INSERT OR IGNORE INTO annotator (name, created) VALUES (?, ?)", [(name, now()) for name in sorted(names)]
    )


def add_identities(connection: sqlite3.Connection, identities: Iterable[Identity]) -> None:
    """Insert the identities that are not there yet."""
    for identity in identities:
        if connection.execute("SELECT 1 FROM identity WHERE id = ?", [identity.id]).fetchone() is None:
            insert(connection, identity, str)


def put_held(connection: sqlite3.Connection, document: str, sentences: Iterable[Part]) -> None:
    """Remember in which sentences of a document suggestions are held back, and in no others."""
    connection.execute("DELETE FROM held_sentence WHERE document = ?", [document])
    rows = ((document, start, end) for start, end in sentences)
    connection.executemany("INSERT INTO held_sentence (document, start, end) VALUES (?, ?, ?)", rows)


@cache
def insert_statement(table: Table[Any], columns: tuple[str, ...]) -> str:
    """Give the statement that inserts a row of named columns."""
    names = ", ".join(columns)
    places = ", ".join(f":{column}" for column in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({places})"  # noqa: S608  # names of ours


def update(connection: sqlite3.Connection, row: Row, text: TextOf) -> None:
    """Bring the row of the same key up to date."""
    table = TABLES[type(row)]
    columns = table.write(row, text)
    assigned = ", ".join(f"{column} = :{column}" for column in columns if column not in table.key)
    connection.execute(f"UPDATE {table.name} SET {assigned} WHERE {table.where}", columns)  # noqa: S608


def _make(connection: sqlite3.Connection, change: Change, text: TextOf) -> None:
    row = change.before or change.after
    if row is None:
        return
    table = TABLES[type(row)]
    columns = table.write(row, text)
    present = _present(connection, table, columns, text)
    if _comparable(present) != _comparable(change.before):
        raise Conflict("store.conflict")
    if change.after is None:
        if isinstance(row, Span) and connection.execute(_RELATED, {"id": row.id}).fetchone():
            raise Conflict("store.conflict")  # the database would take another article's relation away in silence
        if isinstance(row, Identity) and connection.execute(_MEANT, {"id": row.id}).fetchone():
            raise Conflict("store.conflict")  # a mention would mean somebody who is not there
        connection.execute(f"DELETE FROM {table.name} WHERE {table.where}", columns)  # noqa: S608
    elif change.before is None:
        insert(connection, change.after, text)
    else:
        update(connection, change.after, text)


def _refuse_loose_ends(connection: sqlite3.Connection, edit: Edit) -> None:
    for change in edit.changes:
        if isinstance(change.after, Relation):
            ends = {"head": change.after.head, "tail": change.after.tail}
            (found,) = connection.execute("SELECT count(*) FROM span WHERE id IN (:head, :tail)", ends).fetchone()
            if found < len(set(ends.values())):
                raise Conflict("store.conflict")


def _present(connection: sqlite3.Connection, table: Table[Any], columns: Columns, text: TextOf) -> Row | None:
    found = connection.execute(table.select, {column: columns[column] for column in table.key}).fetchone()
    if found is None:
        return None
    row: Row = table.value(found, text)
    return row


def _comparable(row: Row | None) -> Row | None:
    """A source may have scored a suggestion anew since; what counts is which it is and what became of it."""
    if isinstance(row, Suggestion):
        return replace(row, score=None, version="", rule=None, attributes={}, relations=())
    return row
