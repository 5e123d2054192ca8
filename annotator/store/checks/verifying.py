"""A check that a copy is whole before it gets its name: an unreadable backup is none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.system.errors import StoreError

_TABLES = (
    *("document", "document_text", "span", "relation", "identity", "suggestion"),
    *("document_state", "document_label", "sentence_mark", "edit", "setting"),
)


def counts(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Count the rows that people have made; each count reads an index only."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    wanted = (table for table in _TABLES if table in there)
    statements = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in wanted)  # noqa: S608  # ours
    return tuple(count for (count,) in connection.execute(statements)) if statements else ()


def flaws(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield what is wrong with the pages of a table and its indexes, in SQLite's words.

    It goes table by table: a check of the whole file evaluates expressions of the user's tables, which may take for
    ever.
    """
    for (message,) in connection.execute(f"PRAGMA quick_check('{table}')"):
        yield from (line for line in message.splitlines() if line != "ok" and not line.startswith("***"))


def verify(made: Path, target: Path, before: tuple[int, ...], after: tuple[int, ...]) -> None:
    """Compare a copy that nobody has opened yet with its source.

    Args:
        made: The copy.
        target: Its final name.
        before: The `counts` of the source before the copy was written.
        after: The same afterwards; they differ if somebody wrote to the source meanwhile.

    Raises:
        StoreError: ``store.bad_copy``.
    """
    try:
        with closing(sqlite3.connect(f"{made.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            flaw = next((flaw for table in _TABLES for flaw in flaws(copy, table)), "")
            found = counts(copy)
    except sqlite3.DatabaseError as error:
        raise StoreError("store.bad_copy", file=target, reason=str(error)) from error
    if flaw:
        raise StoreError("store.bad_copy", file=target, reason=flaw)
    if before == after != found:
        reason = f"{sum(found)} rows instead of {sum(after)}"
        raise StoreError("store.bad_copy", file=target, reason=reason)
