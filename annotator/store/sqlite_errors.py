"""SQLite's errors as sentences."""

import sqlite3
from pathlib import Path

from annotator import disk
from annotator.errors import QT_TRANSLATE_NOOP, StoreError

_OF_DISK = frozenset({"store.disk_full", "store.failed", "store.gone"})


class sqlite_errors:  # noqa: N801  # used like a function; a generator would cost as much as a small query
    """Turn what SQLite says of disk and file into a `StoreError`; a bug in our SQL stays a bug.

    ``full`` is the sentence for a full disk. Where a file is written as a whole, ``unwritten`` is that for all that
    can happen to it meanwhile; it has a file and a reason.

    Raises:
        StoreError: What happened, and what to do.
    """

    def __init__(self, path: Path, *, full: str = "store.disk_full", unwritten: str = "") -> None:
        self._path = path
        self._full = full
        self._unwritten = unwritten

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        found = _sentence(self._path, error) if isinstance(error, sqlite3.Error) else None
        if found is not None:
            raise self._put(found, error) from error

    def _put(self, found: StoreError, error: object) -> StoreError:
        """Say the same of what was being done."""
        if self._unwritten and found.code in _OF_DISK:
            reason = disk.FULL if found.code == "store.disk_full" else found.details.get("reason", error)
            return StoreError(self._unwritten, file=self._path, reason=reason)
        if found.code == "store.disk_full":
            return StoreError(self._full, **found.details)
        return found


def _sentence(path: Path, error: sqlite3.Error) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return _full(path, disk.full_folder(path.parent) or path.parent)
    if name.startswith("SQLITE_CORRUPT") or "decode to UTF-8" in str(error):
        return damaged(path, str(error))
    if name == "SQLITE_NOTADB":
        return StoreError("store.not_sqlite", file=path.name)
    if name.startswith("SQLITE_READONLY") and name != "SQLITE_READONLY_DBMOVED":
        return StoreError("store.read_only", file=path.name)
    if name == "SQLITE_READONLY_DBMOVED":
        return StoreError("store.gone", file=path.name, folder=path.parent)
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
    if folder := disk.full_folder(path.parent):
        return _full(path, folder)
    if not path.exists():
        return StoreError("store.gone", file=path.name, folder=path.parent)
    return StoreError("store.failed", file=path.name, reason=str(error))


def _full(path: Path, folder: Path) -> StoreError:
    return StoreError("store.disk_full", file=path.name, folder=folder)


def damaged(path: Path, place: str) -> StoreError:
    """Say that something in the file is not what we ever wrote, and where a copy may lie."""
    return StoreError("store.damaged", file=path.name, place=place, backups=backups(path))


def backups(path: Path) -> Path:
    """Give the folder where a project's backups lie."""
    return path.with_suffix(".backups")
