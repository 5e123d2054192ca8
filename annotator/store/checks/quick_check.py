"""A quick check for damage that runs after each opening of a project; it does not read every text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from annotator.model import schema_file
from annotator.model.values import SCHEMA
from annotator.store.checks.row_checks import Fault
from annotator.store.connection import Connection, DatabaseError
from annotator.store.repair.shapes import SHAPES
from annotator.system.errors import SchemaError, StoreError

_TABLES = (
    *("document", "document_text", "span", "relation", "identity", "suggestion"),
    *("document_state", "document_label", "sentence_mark", "settled", "comment", "edit", "setting"),
)


def counts(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Count the rows of each table that holds people's work; each count only reads an index."""
    statements = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in _present(connection))  # noqa: S608
    return tuple(count for (count,) in connection.execute(statements)) if statements else ()


def _present(connection: sqlite3.Connection) -> list[str]:
    """Return the tables with people's work that the file has; a file of an earlier version lacks some."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [table for table in _TABLES if table in there]


def flaws(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield SQLite's error messages about the pages of a table and of its indexes.

    Only one table is checked, because a check of the whole file also evaluates expressions in tables that users added,
    which may run for ever.
    """
    for (message,) in connection.execute(f"PRAGMA quick_check('{table}')"):
        yield from (line for line in message.splitlines() if line != "ok" and not line.startswith("***"))


def verify(made: Path, target: Path, before: tuple[int, ...], after: tuple[int, ...]) -> None:
    """Check that a new copy, which nobody has opened yet, is sound and has as many rows as its source.

    Args:
        made: The copy.
        target: Its final name.
        before: The `counts` of the source before the copy was written.
        after: The `counts` of the source after the copy was written. If they differ from ``before``, somebody wrote to
        the source meanwhile, and row counts are not compared.

    Raises:
        StoreError: ``store.bad_copy``.
    """
    try:
        with closing(sqlite3.connect(f"{made.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            flaw = next((flaw for table in _present(copy) for flaw in flaws(copy, table)), "")
            found = counts(copy)
    except sqlite3.DatabaseError as error:
        raise StoreError("store.bad_copy", file=target, reason=str(error)) from error
    if flaw:
        raise StoreError("store.bad_copy", file=target, reason=flaw)
    if before == after != found:
        reason = f"{sum(found)} rows instead of {sum(after)}"
        raise StoreError("store.bad_copy", file=target, reason=reason)


_FEW = 20  # faults reported of each kind: one is enough to show damage
_LOOKED_AT = (*SHAPES, "document_number", "claim_index", "claim_words", "document_search_data", "claim_search_data")
_COUNTED = ("document", "document_text", "span", "relation", "suggestion", "identity", "edit")
_INDEX = "sqlite_autoindex_{}_1"  # of a table's primary key: it has one entry per row


def quick_faults(connection: Connection) -> list[Fault]:
    """Return the faults in pages, row counts, links, labels, edit numbers and text lengths."""
    found: list[Fault] = []
    try:
        for look in (_of_pages, _of_counts, _of_names, _of_links, _of_labels, _of_log, _of_texts):
            found.extend(look(connection))
    except DatabaseError as error:  # rows after a damaged page cannot be read
        found.append(Fault(table="file", row="", what=str(error)))
    return found


def _of_pages(connection: Connection) -> Iterator[Fault]:
    for table in _LOOKED_AT:
        for flaw in islice(flaws(connection, table), _FEW):
            yield Fault(table=table, row="", what=flaw)


def _of_counts(connection: Connection) -> Iterator[Fault]:
    for table in _COUNTED:
        (rows,) = connection.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()  # noqa: S608  # ours
        key = "id" if table != "document_text" else "document"
        statement = f"SELECT count(*) FROM {table} INDEXED BY {_INDEX.format(table)} WHERE {key} >= ''"  # noqa: S608
        (named,) = connection.execute(statement).fetchone()
        if rows != named:
            yield Fault(table=table, row="", what=f"has {rows} rows where its index names {named}")


def _of_names(connection: Connection) -> Iterator[Fault]:
    for table in ("span", "relation"):
        statement = (
            f"SELECT id FROM {table} AS each NOT INDEXED WHERE NOT EXISTS"  # noqa: S608  # ours
            f" (SELECT 1 FROM {table} INDEXED BY {_INDEX.format(table)} WHERE id = each.id) LIMIT {_FEW}"
        )
        for (id_,) in connection.execute(statement):
            yield Fault(table=table, row=str(id_), what="is not in its index")


def _of_links(connection: Connection) -> Iterator[Fault]:
    rows = connection.execute("SELECT * FROM pragma_foreign_key_check LIMIT ?", [_FEW])
    for table, row, parent, _ in rows:
        yield Fault(table=table, row=str(row), what=f"names a row that is not in {parent}")


def _of_labels(connection: Connection) -> Iterator[Fault]:
    """Report labels of spans that are not in the project's schema: a flipped bit makes an unknown label."""
    (text,) = connection.execute("SELECT value FROM setting WHERE name = ?", [SCHEMA]).fetchone() or ("",)
    try:
        schema = schema_file.loads(text, name="")
    except (SchemaError, RecursionError):
        yield Fault(table="setting", row=SCHEMA, what="is no schema")
        return
    for layer, label in connection.execute("SELECT DISTINCT layer, label FROM span NOT INDEXED"):
        if schema.label(layer, label) is None:
            yield Fault(table="span", row=f"{layer}.{label}", what="is no label of the schema")


def _of_log(connection: Connection) -> Iterator[Fault]:
    count, last = connection.execute("SELECT count(*), coalesce(max(number), 0) FROM edit").fetchone()
    if count != last:
        yield Fault(table="edit", row="", what=f"has {count} steps where the last has number {last}")


def _of_texts(connection: Connection) -> Iterator[Fault]:
    """Report texts of the wrong length; hashes are left to the full check."""
    statement = (
        "SELECT id FROM document LEFT JOIN document_text ON document_text.document = document.id"
        " WHERE text IS NULL OR length(text) != characters LIMIT ?"
    )
    for (id_,) in connection.execute(statement, [_FEW]):
        yield Fault(table="document", row=id_, what="its text is not as long as what was imported")
