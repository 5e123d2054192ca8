"""SQLite's errors as sentences."""

import shutil
import sqlite3
from pathlib import Path

from annotator.errors import QT_TRANSLATE_NOOP, StoreError

_LEAST_ROOM = 1 << 16  # bytes; below that SQLite's side files do not fit


class sqlite_errors:  # noqa: N801  # used like a function; a generator would cost as much as a small query
    """Turn what SQLite says of disk and file into a `StoreError`; a bug in our SQL stays a bug.

    Raises:
        StoreError: What happened, and what to do.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        found = _sentence(self._path, error) if isinstance(error, sqlite3.Error) else None
        if found is not None:
            raise found from error


def _sentence(path: Path, error: sqlite3.Error) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return StoreError("store.full")
    if name.startswith("SQLITE_CORRUPT") or "decode to UTF-8" in str(error):
        return damaged(path, str(error))
    if name == "SQLITE_NOTADB":
        return StoreError("store.not_sqlite", file=path.name)
    if name.startswith("SQLITE_READONLY") and name != "SQLITE_READONLY_DBMOVED":
        return StoreError("store.read_only", file=path.name)
    if name == "SQLITE_READONLY_DBMOVED":
        return StoreError("store.gone", file=path.name)
    if name == "SQLITE_PROTOCOL":
        return StoreError("store.protocol", file=path.name)
    if name == "SQLITE_INTERRUPT":
        return StoreError("store.stopped", file=path.name)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return _of_disk(path, error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(
            "store.failed", file=path.name, reason=QT_TRANSLATE_NOOP("Errors", "another program holds it")
        )
    return None


def _of_disk(path: Path, error: sqlite3.Error) -> StoreError:
    """SQLite's side files meet a full disk or a missing folder as failures of their own."""
    if not path.exists():
        return StoreError("store.gone", file=path.name)
    if shutil.disk_usage(path.parent).free < _LEAST_ROOM:
        return StoreError("store.full")
    return StoreError("store.failed", file=path.name, reason=str(error))


def damaged(path: Path, place: str) -> StoreError:
    """Say that something in the file is not what we ever wrote, and where a copy may lie."""
    return StoreError("store.damaged", file=path.name, place=place, backups=backups(path))


def backups(path: Path) -> Path:
    """Give the folder where a project's backups lie."""
    return path.with_suffix(".backups")
