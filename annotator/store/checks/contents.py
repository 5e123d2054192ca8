"""A summary of what a project file contains, cheap enough to tell at any time whether it is still the same file."""

import sqlite3
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from annotator.store.checks.schema_guard import distrust
from annotator.store.connection import Connection, DatabaseError, Error

# All in one statement, so that nobody writes in between. Each log gives its file another ``user_version`` (see
# `log_origin`). Copies that hold the same steps on other pages differ in the version of the schema.
_CONTENTS = """
SELECT (SELECT schema_version FROM pragma_schema_version), (SELECT user_version FROM pragma_user_version),
    (SELECT value FROM setting WHERE name = 'copy'), number, id
FROM (SELECT 1) LEFT JOIN (SELECT number, id FROM edit ORDER BY number DESC LIMIT 1)
"""
_STEPS = 1_000_000  # of SQLite, many times what a project needs: a view in a foreign file may run for ever
_LENGTH = 1_000_000  # bytes of a value
FINGERPRINT = 16  # characters


class FirstPage(NamedTuple):
    """The version of the schema, and ``user_version``, both in a file's first page."""

    schema: int
    number: int


class Contents(NamedTuple):
    """The first page of a project file, its copy's id and its last edit, which differ between any two states."""

    page: FirstPage
    copy: str | None
    step: int | None
    edit: str | None


def first_page(connection: Connection) -> FirstPage:
    """Return the numbers in the first page, without reading the schema.

    Raises:
        Error: The file cannot be opened or read.
    """
    (schema,) = connection.execute("PRAGMA schema_version").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return FirstPage(schema, number)


def contents(connection: Connection) -> Contents | None:
    """Return the summary of the project that a connection has open, or None if that is no project.

    Raises:
        Error: The file cannot be opened or read.
    """
    try:
        schema, number, copy, step, edit = connection.execute(_CONTENTS).fetchone()
    except (DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_BUSY")):
            raise
        return None
    if not isinstance(step, int | None):  # a table of another program
        return None
    return Contents(FirstPage(schema, number), copy, step, edit)


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


def fingerprint(path: Path) -> str:
    """Return a hash of the summary of a file without its log, which a copy of the file shares; "" if unreadable."""
    try:
        found = contents_of_file(path)
    except Error:
        return ""
    if found is None:
        return ""
    summary = repr((*found.page, found.copy, found.step, found.edit))  # without names of classes, which may change
    return blake2b(summary.encode(), digest_size=FINGERPRINT // 2).hexdigest()


def first_page_of_file(path: Path) -> FirstPage:
    """Return the numbers in the first page of a file without its write-ahead log.

    The file may be shorter than its first page says, as half a checkpoint leaves it: SQLite reads such a page only with
    a writable schema. Nothing else is read, and nothing can be written.

    Raises:
        Error: The file cannot be opened, or is not a database.
    """
    with closing(_connect_alone(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        return first_page(connection)


def opened_alone(path: Path) -> closing[sqlite3.Connection]:
    """Open a file for reading, without its write-ahead log and without locks; the connection is closed at the end."""
    connection = _connect_alone(path)
    distrust(connection)
    return closing(connection)


def _connect_alone(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def last_step(found: Contents | None) -> int:
    """Return the number of the last step, 0 without any."""
    return (found.step or 0) if found is not None else 0


def has_last_step(connection: Connection, found: Contents) -> bool:
    """Return whether a database has the last step that some contents name."""
    last = connection.execute("SELECT id FROM edit WHERE number = ?", [found.step]).fetchone()
    return found.step is None or last == (found.edit,)


def continues(connection: Connection, earlier: Contents) -> bool:
    """Return whether a database is the same copy of the same project as earlier contents, with all their steps."""
    now = contents(connection)
    return now is not None and now.copy == earlier.copy and has_last_step(connection, earlier)
