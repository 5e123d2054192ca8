"""The place of an open project file: other programs may move, delete, replace, overwrite or truncate the file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from threading import Lock

from annotator.store import wal
from annotator.store.checks import log_origin
from annotator.store.checks.contents import (
    Contents,
    FirstPage,
    contents,
    contents_of_file,
    first_page,
    first_page_of_file,
    has_last_step,
    last_step,
)
from annotator.store.connection import Connection, DatabaseError, Error
from annotator.store.sqlite_errors import backups
from annotator.system.errors import QT_TRANSLATE_NOOP, StoreError

_INDEX = 1 << 15
"""Bytes of the smallest index of a write-ahead log."""


class FileState(StrEnum):
    """The state of an open project file: whether it is still in its place or, if not, what happened to it."""

    IN_PLACE = "in place"
    GONE = "gone"  # moved or deleted
    REPLACED = "replaced"  # another file is at its path
    OVERWRITTEN = "overwritten"  # the same file, but another program wrote something else into it
    CUT = "cut"  # shorter than the database in it
    LOG_GONE = "log gone"  # the write-ahead log or its index was moved, deleted or replaced
    UNREACHABLE = "unreachable"  # the system denies access, or the file has changed and cannot be read
    SEALED = "sealed"  # this connection still writes, but no new one could be opened


_ERRORS = {
    FileState.GONE: "store.gone",
    FileState.REPLACED: "store.exchanged",
    FileState.OVERWRITTEN: "store.overwritten",
    FileState.CUT: "store.cut",
    FileState.LOG_GONE: "store.log_gone",
    FileState.UNREACHABLE: "store.unreachable",
}
_Identity = tuple[int, int]
_stat = os.stat  # takes half the time of Path.stat


class FilePlace:
    """The project file and side files of one connection, as they were when the connection was opened."""

    def __init__(self, path: Path, connection: Connection, *, read_only: bool) -> None:
        """Record the files.

        Args:
            path: The project file.
            connection: Asked for the database's size when the file has become shorter.
            read_only: Whether nothing is written; then another process may create and delete the write-ahead log.
        """
        self._path = path
        self._name = str(path)
        self._connection = connection
        self._read_only = read_only
        found = path.stat()
        self._identity = found.st_dev, found.st_ino
        self._stamp = _stamp(found)
        self._reason = ""
        self._spoilt: FileState | None = None  # CUT or OVERWRITTEN: for good
        self._unread = False  # whether the file has changed and could not be read since
        self._looking = Lock()
        self._is_writing = False  # whether we write to the file ourselves: its stamp means nothing
        self._sides = () if read_only else tuple(self._side(kind) for kind in ("-wal", "-shm"))
        self.contents: Contents | None = None  # of the file without its log, when we last wrote to it
        self._written: tuple[int, int] | None = None  # `_changes` when the file held all that the connection saw
        self._number = 0  # what the log calls the contents of the file
        self._named: Contents | None = None  # the contents that have this number
        self._naming: tuple[Contents, int] | None = None  # both, until they are committed
        if not read_only:
            with suppress(Error):
                seen = contents(connection)
                self._number = seen.page.number if seen is not None else 0
                self._record(contents_of_file(path) if wal.size(path) else seen, seen)

    def state(self) -> FileState:
        """Return the state of the files. It runs before each edit, so it calls stat three times at most.

        In write-ahead mode only a checkpoint writes to the file. So if its size or time of change differs from what
        the last checkpoint of this process left, another program may have overwritten it, or run a checkpoint: its
        contents are compared.
        """
        try:
            found = _stat(self._name)
        except FileNotFoundError:
            return FileState.GONE
        except OSError as error:
            self._reason = _words(error)
            return FileState.GONE if isinstance(error, NotADirectoryError) else FileState.UNREACHABLE
        if (found.st_dev, found.st_ino) != self._identity:
            return FileState.REPLACED
        if _stamp(found) == self._stamp:
            self._unread = False
        elif not self._is_writing:
            self._look_closer()
        if self._spoilt is not None:
            return self._spoilt
        if self._unread:
            return FileState.UNREACHABLE
        return FileState.IN_PLACE if self._has_sides() else FileState.LOG_GONE

    @property
    def is_barred(self) -> bool:
        """Whether not even a checkpoint may write to the file, after what `state` saw.

        It was truncated or overwritten, or has changed and could not be read since.
        """
        return self._unread or self._spoilt is not None

    @property
    def may_be_foreign(self) -> bool:
        """Whether pages that are read from the file may belong to other contents, after what `state` saw."""
        return self._unread or self._spoilt is FileState.OVERWRITTEN

    def name_log(self) -> None:
        """Write a number for the file's contents into the log, in the first transaction after a checkpoint."""
        self._naming = None
        if self.contents is not None and self.contents is not self._named:
            self._naming = self.contents, log_origin.name(self._connection, self.contents.page)

    def refuse_change(self) -> None:
        """Raise if the file was lost during a transaction, which may have taken minutes and must then not be committed.

        Raises:
            StoreError: The file or its log is no longer in place, was overwritten, or cannot be compared.
        """
        state = self.state()  # in a transaction, it does not compare contents
        if state is FileState.IN_PLACE:
            try:
                if _stamp(_stat(self._name)) == self._stamp or self._is_known(contents_of_file(self._path)):
                    return
                state = FileState.OVERWRITTEN
            except (OSError, Error) as error:
                self._reason = _words(error)
                state = FileState.UNREACHABLE
        raise self.error(state)

    @contextmanager
    def writing(self, *, last: bool = False) -> Iterator[None]:
        """Run a checkpoint of ours inside the block; the file's change is then known to be ours.

        After the ``last`` one the store is closed, so the file is not recorded.
        """
        with self._looking:
            self._is_writing = True
        try:
            yield
        finally:
            with self._looking:
                if not last:
                    self._note(always=True)  # two checkpoints in a row may leave the same stamp
                self._is_writing = False

    def note_commit(self, *, may_checkpoint: bool) -> None:
        """Record the log's number, and the file's change if the commit may have run a checkpoint by itself."""
        if self._naming is not None:
            self._named, self._number = self._naming
        if may_checkpoint:
            with self._looking:
                self._note()

    def state_for_others(self) -> FileState:
        """Return `state`, but `FileState.SEALED` if permissions would refuse a new connection to files in place."""
        state = self.state()
        if state is FileState.IN_PLACE and self.denied():
            return FileState.SEALED
        return state

    @property
    def usable(self) -> bool:
        """Whether a new connection could open the same file."""
        return self.state_for_others() is FileState.IN_PLACE

    def denied(self) -> bool:
        """Return whether permissions now forbid opening the file again as it was opened, for reading or for writing."""
        folder = os.access(self._path.parent, os.X_OK if self._read_only else os.X_OK | os.W_OK)
        return not (folder and os.access(self._path, os.R_OK if self._read_only else os.R_OK | os.W_OK))

    def error(self, state: FileState) -> StoreError:
        """Return the error that tells the user why an edit could not be stored."""
        reason = self._reason or QT_TRANSLATE_NOOP("Errors", "the reason is unknown")
        return StoreError(
            _ERRORS[state],
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

    def _note(self, *, always: bool = False) -> None:
        """Record the file's change as ours, if it is in its place; ``always`` even if its stamp is the same."""
        with suppress(OSError, Error):
            found = _stat(self._name)
            is_ours = (found.st_dev, found.st_ino) == self._identity
            if is_ours and (always or _stamp(found) != self._stamp):
                try:
                    now = contents_of_file(self._path)
                except Error:  # only the open connection may read it now: what was recorded of it stays
                    self._stamp = _stamp(found)
                    return
                if _stamp(_stat(self._name)) == _stamp(found):  # nobody wrote to it meanwhile
                    self._stamp = _stamp(found)
                    self._record(now)

    def _record(self, now: Contents | None, seen: Contents | None = None) -> None:
        """Record what the file holds, and whether the connection sees just that; ``seen`` is what it sees, if known."""
        self.contents = now
        changes = self._changes()
        is_all = now is not None and now == (seen or contents(self._connection))
        self._written = changes if is_all else None

    def _changes(self) -> tuple[int, int]:
        """Return numbers that change when this connection, or another one through SQLite, changes the database."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return self._connection.total_changes, version

    def _look_closer(self) -> None:
        """Find out whether a file with another stamp is still the project, and record what was found."""
        with self._looking:
            try:
                found = _stat(self._name)
                if not (self._is_writing or self._connection.in_transaction or _stamp(found) == self._stamp):
                    self._compare(found)
            except (OSError, Error) as error:
                self._reason = _words(error)
                self._unread = True

    def _compare(self, found: os.stat_result) -> None:
        is_cut = self._spoilt is FileState.CUT or self._is_cut(found.st_size)
        if self._read_only:  # others may write as they like
            self._spoilt = FileState.CUT if is_cut else None
        elif self._spoilt is not FileState.OVERWRITTEN:
            self._judge(contents_of_file(self._path), is_cut=is_cut)
        self._stamp = _stamp(found)
        self._unread = False

    def _judge(self, now: Contents | None, *, is_cut: bool) -> None:
        is_known = self._is_known(now)
        if is_cut and (is_known or now is None):
            self._spoilt = FileState.CUT
        elif is_known:
            self._record(now)
        else:
            self._spoilt = FileState.OVERWRITTEN
            wal.set_aside(self._path)

    def _is_known(self, now: Contents | None) -> bool:
        """Return whether the file is as we left it, or has got more of what the connection sees since then.

        Another program that runs a checkpoint copies the log, perhaps only a part of it: then a file may be unreadable
        without its log. The connection is asked last, since it may read the first page from foreign bytes and fail, and
        only if it sees more than the file had: then it reads the last step from the log, otherwise perhaps from the
        foreign file itself.
        """
        left = self.contents
        if left is not None and now == left:
            return True
        numbers = {self._number} if left is None else {self._number, left.page.number}
        if now is None or self._number:
            # Every file whose logs were all written by earlier versions has this number. So if such a version crashed,
            # and another program copies only a part of the log into the file, that is taken for foreign contents.
            numbers.discard(0)
        page = now.page if now is not None else self._first_page()
        if not any(log_origin.is_from(page, page._replace(number=number)) for number in numbers):
            return False
        if self._changes() == self._written or page.schema > first_page(self._connection).schema:
            return False
        return now is None or (last_step(left) <= last_step(now) and has_last_step(self._connection, now))

    def _first_page(self) -> FirstPage:
        """Return the first page of the file without its log, or one that no project has if it is not a database."""
        try:
            return first_page_of_file(self._path)
        except DatabaseError:
            return FirstPage(0, 0)

    def _is_cut(self, size: int) -> bool:
        """Return whether a file has lost pages; one that became shorter by another program's VACUUM has lost none."""
        if size >= self._stamp[1]:
            return False
        try:
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        except Error:
            return True
        return not pages or pages * page > size

    def _side(self, kind: str) -> tuple[str, _Identity | None]:
        path = str(wal.beside(self._path, kind))
        with suppress(OSError):
            found = _stat(path)
            return path, (found.st_dev, found.st_ino)
        return path, None

    def keep_other_log(self) -> None:
        """Rename a log that another program put in the place of ours, since SQLite would delete it on closing.

        If the whole project was replaced, the log belongs to the other file, and stays.
        """
        if self.state() is not FileState.LOG_GONE:
            return
        for path, identity in self._sides:
            with suppress(OSError):
                found = _stat(path)
                if path.endswith("-wal") and identity is not None and (found.st_dev, found.st_ino) != identity:
                    wal.set_aside(self._path)

    def _has_sides(self) -> bool:
        for path, identity in self._sides:
            if identity is None:
                continue
            try:
                found = _stat(path)
            except OSError:
                return False
            if (found.st_dev, found.st_ino) != identity:
                return False
            if found.st_size < _INDEX and path.endswith("-shm"):
                _lengthen(path)
        return True


def _words(error: OSError | Error) -> str:
    """Return an error's reason in the system's words."""
    return getattr(error, "strerror", None) or str(error)


def _stamp(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _lengthen(index: str) -> None:
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

    The folder must be writable too, for SQLite's write-ahead log. SQLite opens a write-protected index for reading
    only, and the program would die of SIGBUS as it writes there (SQLite 3.46).
    """
    whole = path.resolve()
    if os.access(whole, os.W_OK) and os.access(whole.parent, os.W_OK):
        beside = (wal.beside(path, kind) for kind in ("-wal", "-shm"))
        if any(each.exists() and not os.access(each, os.W_OK) for each in beside):
            return QT_TRANSLATE_NOOP("Errors", "its -wal or -shm file is write-protected")
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
