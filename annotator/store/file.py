"""Create, open and migrate the SQLite file."""

import errno
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from annotator.store import copies, wal
from annotator.store.checks import log_origin, schema_guard
from annotator.store.checks.contents import FirstPage, first_page, opened_alone
from annotator.store.checks.schema_guard import Alteration, Inspection, distrust
from annotator.store.connection import Connection
from annotator.store.place import needs_migration
from annotator.store.sqlite_errors import altered, expect_altered, is_too_long, sqlite_errors
from annotator.system.disk import reason
from annotator.system.errors import StoreError
from annotator.text.sorting import sort_key

APPLICATION_ID = 0x5350414E  # "SPAN"
# names of all migrations; a test compares them with `annotator.store.migrating.migrations`
NAMES = frozenset(
    "m001_rows m002_search m003_claim_search m004_claim_index m005_doubt m006_organised m007_held"
    " m008_citations m009_versions m010_packages m011_settled m012_talk".split()
)
_LONG_LOG = 4_000  # pages of the write-ahead log after which a commit checkpoints by itself


_IMMUTABLE = "immutable=1"
_UNSHARED = "vfs=unix-none" if os.name == "posix" else ""  # takes no locks, so there is no shared index


def check_header(path: Path) -> FirstPage | None:
    """Raise if a file is not a project; nothing is written.

    Return the numbers in its first page, or None if the file cannot be read without its log.

    Raises:
        StoreError: ``store.missing``, ``store.not_sqlite`` or ``store.foreign``.
    """
    try:
        known = path.stat()
    except (FileNotFoundError, ValueError):  # no file has a NUL in its name
        raise StoreError("store.missing", file=path) from None
    except OSError as error:
        raise StoreError("text.missing", file=path, reason=error.strerror) from error
    if stat.S_ISDIR(known.st_mode):
        raise StoreError("text.missing", file=path, reason=os.strerror(errno.EISDIR))
    if not stat.S_ISREG(known.st_mode) or not known.st_size:  # opening a pipe would block for ever
        raise StoreError("store.not_sqlite", file=path.name)
    id_, page = _read_header(path)
    if id_ != APPLICATION_ID:
        raise StoreError("store.foreign", file=path.name)
    return page


def _read_header(path: Path) -> tuple[int, FirstPage | None]:
    """Return a file's application id and the numbers in its first page, read through SQLite.

    The numbers are None if the file cannot be read without its log.

    If a process opens and closes the file itself, it loses all its locks on the file (POSIX), including SQLite's. Other
    programs may then think that an open project is closed, and throw its write-ahead log away.

    Raises:
        StoreError: The file cannot be read, or is not a database.
    """
    try:
        with opened_alone(path) as connection:
            return _application_id(connection), first_page(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith("SQLITE_CANTOPEN"):
            code = errno.ENAMETOOLONG if is_too_long(path) else errno.EISDIR if path.is_dir() else errno.EACCES
            raise StoreError("text.missing", file=path, reason=os.strerror(code)) from error
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise StoreError("store.not_sqlite", file=path.name) from None
    with (
        sqlite_errors(path, reads=True),  # after a kill during a checkpoint, the file cannot be read without its log
        closing(_connect_to_read(path, _how_to_read(path, unrelated=False))) as connection,
    ):
        return _application_id(connection), None


def _application_id(connection: Connection) -> int:
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    return int(found)


def _how_to_read(path: Path, *, unrelated: bool) -> str:
    """Return the URI parameters with which SQLite can read a file but leaves it and its log alone.

    An unrelated log (see `log_origin`) is not read.

    A reader must not change the index of the write-ahead log. The writing process may have lost its locks; a file
    dialog that reads the file is enough. SQLite would then think the index abandoned and truncate it, which kills the
    writing process.

    Raises:
        StoreError: ``store.unfolded`` if the log could not be read: in a read-only folder on Windows.
    """
    if unrelated or not wal.heal(path, alone=False):
        return _IMMUTABLE
    has_index = wal.is_file(wal.beside(path, "-shm"))
    if os.access(path.parent, os.W_OK):
        return "readonly_shm=1" if has_index else ""
    if not wal.is_file(wal.beside(path, "-wal")) or not (has_index or wal.size(path)):  # no log can be made
        return _IMMUTABLE
    if not has_index and not _UNSHARED:
        raise StoreError("store.unfolded", file=path.name)
    return "readonly_shm=1" if has_index else _UNSHARED


def _connect_to_read(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro&{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    distrust(connection)
    if how and how == _UNSHARED:  # keeps the index in memory, since no writer has made one
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


def make(path: Path) -> None:
    """Create an empty project file, with its application id in the file itself and not only in a write-ahead log.

    Raises:
        StoreError: The file could not be made.
    """
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        raise StoreError("format.target", file=path, reason=reason(error)) from error
    with sqlite_errors(path, unwritten="format.target"), closing(sqlite3.connect(path)) as connection:
        distrust(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def connect(path: Path, *, read_only: bool, unrelated: bool | None = None) -> sqlite3.Connection:
    """Open a connection with our settings: WAL, synchronous FULL, foreign keys.

    A long statement may run on another thread (see `annotator.processes.slices.aside`), but only one thread at a time
    may use the connection. A reader ignores a log that does not belong to the file; ``unrelated`` says whether it does
    not, if that is known.

    Raises:
        StoreError: The file cannot be opened; ``store.unfolded`` if its write-ahead log could not be read.
    """
    with sqlite_errors(path, reads=read_only):
        if read_only:
            if unrelated is None:
                unrelated = log_origin.is_unrelated(path, locked=False)
            connection = _connect_to_read(path, _how_to_read(path, unrelated=unrelated))
        else:
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            distrust(connection)
        try:
            _prepare(connection, read_only=read_only)
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.execute("PRAGMA busy_timeout = 2000")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    connection.create_function("sort_key", 1, sort_key, deterministic=True)
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        checkpoint_by_itself(connection, wanted=True)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def checkpoint_by_itself(connection: sqlite3.Connection, *, wanted: bool) -> None:
    """Enable or disable automatic checkpoints by commits that find the write-ahead log long."""
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LONG_LOG if wanted else 0}")


def write_out(path: Path) -> None:
    """Sync the write-ahead log as it is now, so that committing a long edit takes less time.

    It may run on another thread. If it fails, SQLite syncs everything at the commit and reports the error.
    """
    with suppress(OSError), wal.beside(path, "-wal").open("rb+") as log:
        os.fsync(log.fileno())


def probe() -> str:
    """Check that SQLite has full text search, and return its version.

    Raises:
        StoreError: ``store.failed`` if it lacks full text search.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError as error:
            raise StoreError("store.failed", file="SQLite", reason=str(error)) from error
    return sqlite3.sqlite_version


def has_reset_bug(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Return whether this SQLite has the WAL-reset bug, by which simultaneous commits and checkpoints damage a file.

    The bug was fixed in 3.51.3, and in 3.44.6 and 3.50.7.
    """
    return version < (3, 51, 3) and not (3, 44, 6) <= version < (3, 45) and not (3, 50, 7) <= version < (3, 51)


def refuse_altered(path: Path, *, unrelated: bool) -> Inspection:
    """Inspect a file's schema, without its log if this is ``unrelated``; raise if the file must not be written.

    Raises:
        StoreError: ``store.newer``, ``store.altered``, or the file cannot be read.
    """
    with closing(connect(path, read_only=True, unrelated=unrelated)) as connection:
        found = inspect(connection, path)
    if found.alterations:
        raise altered(path, found.alterations)
    return found


def set_aside_log(path: Path) -> Path:
    """Rename the log of other contents beside a project, and return its new path.

    Raises:
        StoreError: ``store.log_in_the_way`` if it cannot be renamed; then the project must not be opened for writing.
    """
    aside = wal.set_aside(path)
    if aside is None:
        raise StoreError("store.log_in_the_way", file=path.name, folder=path.parent)
    return aside


def inspect(connection: sqlite3.Connection, path: Path) -> Inspection:
    """Compare a file's schema with the one our migrations make.

    Raises:
        StoreError: ``store.newer``, or the file cannot be read.
    """
    found = schema_guard.inspect(connection, path)
    if found.applied - NAMES:
        raise StoreError("store.newer", file=path.name)
    return found


def alterations(path: Path) -> tuple[Alteration, ...]:
    """Return how another program altered a file's schema, even if nothing else in the file can be read.

    Raises:
        StoreError: ``store.newer``, or the file cannot be read.
    """
    with closing(connect(path, read_only=True)) as connection:
        return inspect(connection, path).alterations


def migrate(
    connection: sqlite3.Connection, path: Path, *, read_only: bool, seen: Inspection | None = None
) -> tuple[Alteration, ...]:
    """Migrate a file to this version, after a backup unless the file is new.

    Return the alterations of the schema, with which the file can still be read. ``seen`` is an earlier inspection,
    which is used again unless the schema has changed since.

    Raises:
        StoreError: ``store.newer`` for a file of a newer version, ``store.needs_migration`` for an older file that is
        opened read-only, ``store.altered`` and ``store.altered_tables`` for an altered schema.
    """
    is_seen = seen is not None and seen.version == schema_guard.version_of(connection)
    found = seen if seen is not None and is_seen else inspect(connection, path)
    expect_altered(path, found.alterations)
    if found.alterations:
        if not read_only:
            raise altered(path, found.alterations)
        if not found.readable or found.applied != NAMES:
            raise altered(path, found.alterations, readable=False)
        schema_guard.shade(connection, found)
    if found.applied == NAMES:
        return found.alterations
    if read_only:
        raise needs_migration(path)
    if found.applied:
        copies.back_up(connection, path, reason="migration")
    # sqlite-utils takes half a second to import
    from sqlite_utils import Database

    from annotator.store.migrating.migrations import MIGRATIONS

    # all or nothing: a half-migrated file fits neither this version nor the one before
    with sqlite_errors(path, unwritten="store.not_migrated"):
        connection.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS.apply(Database(connection))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return ()
