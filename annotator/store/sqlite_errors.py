"""Turn SQLite's errors into errors that users understand."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from annotator.store.connection import Error
from annotator.system import disk
from annotator.system.errors import QT_TRANSLATE_NOOP, StoreError

_SIGNS = ("decode to UTF-8", "unsupported file format")  # messages of damage, whose error codes do not show it
_OF_DISK = frozenset({"store.disk_full", "store.failed", "store.gone"})
_PLACES = {"database disk image is malformed": QT_TRANSLATE_NOOP("Errors", "parts of it cannot be read")}
_OF_VALUES = frozenset({"malformed JSON", "integer overflow"})  # our statements on our values never cause these
_LONGEST_PATH = 504  # bytes of a path that SQLite opens on Unix: 512 with those of "-journal"
_NAMED = 3  # alterations named in a message
_unrelated: dict[Path, Path] = {}  # the logs of other contents that lay beside files, by file
_altered: dict[Path, tuple[object, ...]] = {}  # the alterations of files that are read nevertheless


class sqlite_errors:  # noqa: N801  # used like a function; a generator would cost as much as a small query
    """Turn SQLite's errors about disk and file into a `StoreError`; errors caused by a bug in our SQL pass through.

    ``full`` is the error code for a full disk. ``unwritten``, for a file that is written as a whole, is the error code
    for any failure of the disk; its message needs ``file`` and ``reason``. With ``reads`` nothing is written, so no
    message says that a step was not stored.

    Raises:
        StoreError: SQLite could not read or write the file.
    """

    def __init__(self, path: Path, *, full: str = "store.disk_full", unwritten: str = "", reads: bool = False) -> None:
        self._path = path
        self._full = full
        self._unwritten = unwritten
        self._reads = reads

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        found = _sentence(self._path, error) if isinstance(error, Error) else None
        if isinstance(error, UnicodeDecodeError):  # SQLite's message quotes a piece of a damaged file
            found = damaged(self._path, "schema")
        if found is not None:
            raise self._specific(found, error) from error

    def _specific(self, found: StoreError, error: object) -> StoreError:
        """Return the error with the caller's code, if it gave one for this kind of failure."""
        if self._unwritten and found.code in _OF_DISK:
            reason = disk.FULL if found.code == "store.disk_full" else found.details.get("reason", error)
            return StoreError(self._unwritten, file=self._path, reason=reason)
        if found.code == "store.disk_full":
            return StoreError(self._full, **found.details)
        if self._reads and found.code in _OF_DISK:
            reason = found.details.get("reason", os.strerror(errno.ENOENT))
            return StoreError("text.missing", file=self._path.name, reason=reason)
        return found


def _sentence(path: Path, error: Error) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return _full(path, disk.full_folder(path.parent) or path.parent)
    if name.startswith("SQLITE_CORRUPT") or any(sign in str(error) for sign in _SIGNS):
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
            "store.failed", file=path.name, reason=QT_TRANSLATE_NOOP("Errors", "another program is using it")
        )
    return _of_content(path, error, name)


def _of_content(path: Path, error: Error, name: str) -> StoreError | None:
    """Return the error if another program's changes of the tables made our statement fail, else None."""
    if name in {"SQLITE_TOOBIG", "SQLITE_CONSTRAINT_DATATYPE"} or str(error) in _OF_VALUES or "fts5" in str(error):
        return damaged(path, str(error))
    return altered(path, _altered[path], readable=False) if path in _altered else None


def _of_disk(path: Path, error: Error) -> StoreError:
    """Return the error for a failure of reading, writing or opening: a full disk, a missing file or another."""
    if folder := disk.full_folder(path.parent):
        return _full(path, folder)
    if not path.exists():
        return StoreError("store.gone", file=path.name, folder=path.parent)
    return StoreError("store.failed", file=path.name, reason=_reason(path, error))


def _reason(path: Path, error: Error) -> str:
    """Return why a file could not be used; SQLite does not say that its path or the name of its log is too long."""
    if is_too_long(path):
        return os.strerror(errno.ENAMETOOLONG)
    try:
        path.with_name(f"{path.name}-wal").lstat()
    except FileNotFoundError:
        return str(error)
    except OSError as why:
        return disk.reason(why)
    return str(error)


def is_too_long(path: Path) -> bool:
    """Return whether SQLite refuses a path for its length, although the system allows it."""
    return len(os.fsencode(os.path.realpath(path))) > _LONGEST_PATH


def _full(path: Path, folder: Path) -> StoreError:
    return StoreError("store.disk_full", file=path.name, folder=folder)


def damaged(path: Path, place: str) -> StoreError:
    """Return the error for damaged content; it names the folder of backups."""
    return StoreError("store.damaged", file=path.name, place=_PLACES.get(place, place), backups=backups(path))


def backups(path: Path) -> Path:
    """Return the folder of a project's backups."""
    return path.with_suffix(".backups")


def altered(path: Path, alterations: Sequence[object], *, readable: bool = True) -> StoreError:
    """Return the error for a schema that another program altered; if ``readable``, only writing is refused."""
    code = "store.altered" if readable else "store.altered_tables"
    return StoreError(code, file=path.name, objects=named(alterations))


def named(alterations: Sequence[object]) -> str:
    """Return the first three alterations in words, and the number of the others."""
    more = len(alterations) - _NAMED
    words = ", ".join(map(str, alterations[:_NAMED]))
    return f"{words}, …, +{more}" if more > 0 else words


def expect_altered(path: Path, alterations: Sequence[object]) -> None:
    """Record that a file is read although its schema is altered, or forget it if there are no alterations."""
    if alterations:
        _altered[path] = tuple(alterations)
    else:
        _altered.pop(path, None)


def unrelated(path: Path, log: Path) -> StoreError:
    """Return the error for a log that belongs to other contents than its file has; ``log`` is where it is now."""
    return StoreError("store.unrelated_log", file=path.name, log=log.name, backups=backups(path))


def expect_unrelated(path: Path, log: Path | None) -> None:
    """Record that a file is used without this log, which belongs to other contents; None records nothing."""
    if log is not None:
        _unrelated[path] = log


def take_unrelated() -> dict[Path, Path]:
    """Return the logs of other contents found since the last call, by file."""
    found = dict(_unrelated)
    _unrelated.clear()
    return found


def take_altered() -> dict[Path, tuple[object, ...]]:
    """Return the altered files opened since the last call, each with its alterations."""
    found = dict(_altered)
    _altered.clear()
    return found
