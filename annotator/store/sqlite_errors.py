"""SQLite's errors as sentences."""

from collections.abc import Sequence
from pathlib import Path

from annotator.store.connection import Error
from annotator.system import disk
from annotator.system.errors import QT_TRANSLATE_NOOP, StoreError

_SIGNS = ("decode to UTF-8", "unsupported file format")  # of damage, whose codes do not show it
_OF_DISK = frozenset({"store.disk_full", "store.failed", "store.gone"})
_PLACES = {"database disk image is malformed": QT_TRANSLATE_NOOP("Errors", "parts of it cannot be read")}
_OF_VALUES = frozenset({"malformed JSON", "integer overflow"})  # never caused by our statements on our values
_NAMED = 3  # alterations named in a sentence
_altered: dict[Path, tuple[object, ...]] = {}  # files read although their schema is altered


class sqlite_errors:  # noqa: N801  # used like a function; a generator would cost as much as a small query
    """Turn SQLite's errors about disk and file into a `StoreError`; a bug in our SQL stays a bug.

    ``full`` is the code for a full disk. For a file that is written as a whole, ``unwritten`` is the code for any
    failure; its sentence has a file and a reason.

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
        found = _sentence(self._path, error) if isinstance(error, Error) else None
        if isinstance(error, UnicodeDecodeError):  # SQLite quoted a piece of a damaged file
            found = damaged(self._path, "schema")
        if found is not None:
            raise self._specific(found, error) from error

    def _specific(self, found: StoreError, error: object) -> StoreError:
        """Replace a general error by the one of the task at hand."""
        if self._unwritten and found.code in _OF_DISK:
            reason = disk.FULL if found.code == "store.disk_full" else found.details.get("reason", error)
            return StoreError(self._unwritten, file=self._path, reason=reason)
        if found.code == "store.disk_full":
            return StoreError(self._full, **found.details)
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
    """Return the error for a statement of ours that fails because another program changed its tables."""
    if name in {"SQLITE_TOOBIG", "SQLITE_CONSTRAINT_DATATYPE"} or str(error) in _OF_VALUES or "fts5" in str(error):
        return damaged(path, str(error))
    return altered(path, _altered[path], readable=False) if path in _altered else None


def _of_disk(path: Path, error: Error) -> StoreError:
    """Return the error behind a failure of SQLite's side files: a full disk or a missing folder."""
    if folder := disk.full_folder(path.parent):
        return _full(path, folder)
    if not path.exists():
        return StoreError("store.gone", file=path.name, folder=path.parent)
    return StoreError("store.failed", file=path.name, reason=str(error))


def _full(path: Path, folder: Path) -> StoreError:
    return StoreError("store.disk_full", file=path.name, folder=folder)


def damaged(path: Path, place: str) -> StoreError:
    """Return the error for content that we never wrote; it names where a backup may be."""
    return StoreError("store.damaged", file=path.name, place=_PLACES.get(place, place), backups=backups(path))


def backups(path: Path) -> Path:
    """Return the folder of a project's backups."""
    return path.with_suffix(".backups")


def altered(path: Path, alterations: Sequence[object], *, readable: bool = True) -> StoreError:
    """Return the error for a schema that another program changed; if it is ``readable``, only writing is refused."""
    code = "store.altered" if readable else "store.altered_tables"
    return StoreError(code, file=path.name, objects=named(alterations))


def named(alterations: Sequence[object]) -> str:
    """Return the names of the first few alterations, and the number of the rest."""
    more = len(alterations) - _NAMED
    words = ", ".join(map(str, alterations[:_NAMED]))
    return f"{words}, …, +{more}" if more > 0 else words


def expect_altered(path: Path, alterations: Sequence[object]) -> None:
    """Record whether a file is read although its schema is not ours."""
    if alterations:
        _altered[path] = tuple(alterations)
    else:
        _altered.pop(path, None)


def take_altered() -> dict[Path, tuple[object, ...]]:
    """Return the files with an altered schema that this process has opened since the last call."""
    found = dict(_altered)
    _altered.clear()
    return found
