"""A summary of what a project file contains, cheap enough to tell at any time whether it is still the same file."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from annotator.store.checks.schema_guard import distrust
from annotator.store.connection import Connection, DatabaseError

Contents: TypeAlias = tuple[Any, ...]

# The last step tells one state of a project from another. Sizes and first pages of tables tell copies apart that hold
# the same steps on different pages.
_CONTENTS = """
SELECT (SELECT page_count FROM pragma_page_count), (SELECT freelist_count FROM pragma_freelist_count),
    (SELECT schema_version FROM pragma_schema_version), (SELECT user_version FROM pragma_user_version),
    (SELECT group_concat(name || ' ' || rootpage) FROM sqlite_schema),
    (SELECT value FROM setting WHERE name = 'copy'), number, id
FROM (SELECT 1) LEFT JOIN (SELECT number, id FROM edit ORDER BY number DESC LIMIT 1)
"""
_STEPS = 1_000_000  # of SQLite, many times what a project needs: a view in a foreign file may run for ever
_LENGTH = 1_000_000  # bytes of a value


class FirstPage(NamedTuple):
    """The version of the schema, and ``user_version``, both in a file's first page."""

    schema: int
    number: int


def first_page(connection: Connection) -> FirstPage:
    """Return the numbers in the first page, without reading the schema.

    Raises:
        Error: The file cannot be opened or read.
    """
    (schema,) = connection.execute("PRAGMA schema_version").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return FirstPage(schema, number)


def contents(connection: Connection) -> Contents | None:
    """Return the summary as a connection sees it, or None if it does not see a project.

    Raises:
        Error: The file cannot be opened or read.
    """
    try:
        found: Contents = connection.execute(_CONTENTS).fetchone()
    except (DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_BUSY")):
            raise
        return None
    return found


def contents_of_file(path: Path) -> Contents | None:
    """Return the summary of a file without its write-ahead log, or None if the file alone is not a project.

    SQLite opens the file, so no lock is lost.

    Raises:
        Error: The file cannot be opened or read.
    """
    with opened_alone(path) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH)
        connection.set_progress_handler(lambda: True, _STEPS)
        return contents(connection)


def opened_alone(path: Path) -> closing[sqlite3.Connection]:
    """Open a file for reading, without its write-ahead log and without locks; the connection is closed at the end."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    distrust(connection)
    return closing(connection)


def first_page_in(found: Contents) -> FirstPage:
    """Return the numbers in the first page."""
    return FirstPage(*found[2:4])


def last_edit(found: Contents) -> tuple[object, object]:
    """Return number and id of the last edit; both are None in a file without edits."""
    return found[-2], found[-1]


def steps(found: Contents) -> int:
    """Return the number of the last step in the log."""
    return found[-2] or 0


def continues(connection: Connection, earlier: Contents) -> bool:
    """Return whether a database is the same copy of the same project as earlier contents, with all their steps."""
    *_, copy, number, id_ = earlier
    now = contents(connection)
    last = connection.execute("SELECT id FROM edit WHERE number = ?", [number]).fetchone()
    return now is not None and now[-3] == copy and (last == (id_,) or number is None)
