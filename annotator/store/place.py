"""The place of an open project file: other programs may move, delete, replace or truncate the file."""

import os
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from annotator.store.connection import Connection, Error
from annotator.store.sqlite_errors import backups
from annotator.system.errors import QT_TRANSLATE_NOOP, StoreError

_INDEX = 1 << 15
"""Bytes of the smallest index of a write-ahead log."""


class Fate(StrEnum):
    """The state of an open project file: whether it is still in its place or, if not, what happened to it."""

    IN_PLACE = "in place"
    GONE = "gone"  # moved or deleted
    REPLACED = "replaced"  # another file is at its path
    CUT = "cut"  # shorter than the database in it
    LOG_GONE = "log gone"  # the write-ahead log or its index was moved, deleted or replaced
    UNREACHABLE = "unreachable"  # the system denies access
    SEALED = "sealed"  # this connection still writes, but no new one could be opened


_ERRORS = {
    Fate.GONE: "store.gone",
    Fate.REPLACED: "store.exchanged",
    Fate.CUT: "store.cut",
    Fate.LOG_GONE: "store.log_gone",
    Fate.UNREACHABLE: "store.unreachable",
}
_Identity = tuple[int, int]


class Place:
    """The project file and side files of one connection, as they were when the connection was opened."""

    def __init__(self, path: Path, connection: Connection, *, read_only: bool) -> None:
        """Record the files.

        Args:
            path: The project file.
            connection: Asked for the database's size when the file has become shorter.
            read_only: Whether nothing is written; then another process may create and delete the write-ahead log.
        """
        self._path = path
        self._connection = connection
        self._read_only = read_only
        found = path.stat()
        self._identity = found.st_dev, found.st_ino
        self._size = found.st_size
        self._reason = ""
        self._cut = False
        self._sides = () if read_only else tuple(self._side(kind) for kind in ("-wal", "-shm"))

    def fate(self) -> Fate:
        """Return the state of the files. It runs before each edit, so it calls stat three times at most."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return Fate.GONE
        except OSError as error:
            self._reason = error.strerror or str(error)
            return Fate.GONE if isinstance(error, NotADirectoryError) else Fate.UNREACHABLE
        if (found.st_dev, found.st_ino) != self._identity:
            return Fate.REPLACED
        if self._cut or (found.st_size < self._size and self._is_cut(found.st_size)):
            return Fate.CUT
        self._size = found.st_size
        return Fate.IN_PLACE if self._has_sides() else Fate.LOG_GONE

    def fate_for_others(self) -> Fate:
        """Return `fate`, or `Fate.SEALED` if the files are in place but permissions would refuse a new connection."""
        fate = self.fate()
        if fate is Fate.IN_PLACE and self.denied():
            return Fate.SEALED
        return fate

    @property
    def usable(self) -> bool:
        """Whether a new connection could open the same file."""
        return self.fate_for_others() is Fate.IN_PLACE

    def denied(self) -> bool:
        """Return whether permissions now forbid opening the file again as it was opened, for reading or for writing."""
        folder = os.access(self._path.parent, os.X_OK if self._read_only else os.X_OK | os.W_OK)
        return not (folder and os.access(self._path, os.R_OK if self._read_only else os.R_OK | os.W_OK))

    def error(self, fate: Fate) -> StoreError:
        """Return the error that tells the user why an edit could not be stored."""
        reason = self._reason or QT_TRANSLATE_NOOP("Errors", "the reason is unknown")
        return StoreError(
            _ERRORS[fate],
            file=self._path.name,
            folder=self._path.parent,
            backups=backups(self._path),
            reason=reason,
        )

    def moved_to(self) -> Path | None:
        """Return the path to which the file was moved on its disk, or None if unknown.

        It is only known on Linux, from the process's open file descriptors.
        """
        if not sys.platform.startswith("linux"):
            return None
        for descriptor in _descriptors():
            with suppress(OSError):
                found = descriptor.stat()  # follows the link without opening the file, so no lock is lost
                if (found.st_dev, found.st_ino) == self._identity:
                    path = descriptor.readlink()
                    if (path.stat().st_dev, path.stat().st_ino) == self._identity:
                        return path
        return None

    def _is_cut(self, size: int) -> bool:
        """Return whether a file that became shorter lost pages; after a VACUUM by another program it has lost none."""
        try:
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        except Error:
            self._cut = True
        else:
            self._cut = not pages or pages * page > size
        return self._cut

    def _side(self, kind: str) -> tuple[Path, _Identity | None]:
        path = self._path.with_name(self._path.name + kind)
        with suppress(OSError):
            found = path.stat()
            return path, (found.st_dev, found.st_ino)
        return path, None

    def _has_sides(self) -> bool:
        for path, identity in self._sides:
            if identity is None:
                continue
            try:
                found = path.stat()
            except OSError:
                return False
            if (found.st_dev, found.st_ino) != identity:
                return False
            if found.st_size < _INDEX and path.name.endswith("-shm"):
                _lengthen(path)
        return True


def _lengthen(index: Path) -> None:
    """Restore the length of a truncated log index: SQLite maps it, and reading past its end would kill the process.

    SQLite finds the new part blank and rebuilds the index from the log. The file is not opened, so no lock is lost.
    """
    with suppress(OSError):
        os.truncate(index, _INDEX)


def _descriptors() -> list[Path]:
    with suppress(OSError):
        return list(Path("/proc/self/fd").iterdir())
    return []


def why_unwritable(path: Path) -> str:
    """Return why a project can only be read, as a phrase of translation context "Errors", or "" if it can be written.

    The folder must be writable too, for SQLite's write-ahead log.
    """
    whole = path.resolve()
    if os.access(whole, os.W_OK) and os.access(whole.parent, os.W_OK):
        return ""
    if sys.platform != "win32" and os.statvfs(whole).f_flag & os.ST_RDONLY:
        return QT_TRANSLATE_NOOP("Errors", "its disk is read-only")
    if not os.access(whole, os.W_OK):
        return QT_TRANSLATE_NOOP("Errors", "the file is write-protected")
    return QT_TRANSLATE_NOOP("Errors", "its folder is write-protected")


def refuse_unwritable(path: Path) -> None:
    """Raise if a project cannot be opened for writing.

    Raises:
        StoreError: ``store.unwritable``.
    """
    if reason := why_unwritable(path):
        raise StoreError("store.unwritable", file=path.name, reason=reason)


def needs_migration(path: Path) -> StoreError:
    """Return the error for a file of an earlier version that is opened read-only, so that it cannot be migrated."""
    if reason := why_unwritable(path):
        return StoreError("store.old_unwritable", file=path.name, reason=reason)
    return StoreError("store.needs_migration", file=path.name)
