"""Locks that allow one writer per project file, under whatever name the file is opened."""

import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from annotator.system.errors import StoreError

_RUN = "/run/user"
_NUMBER = 20  # the most bytes of a process number
_LOOKS, _PAUSE = 20, 0.005  # the most reads of a lock whose holder is unknown, and the seconds between two of them
_MODE = 0o666  # others may write to a project in a shared folder, if their umask says so
_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe in its place must not block
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Lock:
    """The lock of a project, held until `release`; the operating system releases it when the process ends or crashes.

    ``FILE.lock`` lies beside the file, so that the lock works across machines. Second locks in the user's runtime and
    temporary folders are named after the file's device and inode. They stop a second writer who opens the file by a
    hard link, or after ``FILE.lock`` was deleted or replaced. The project file itself is never opened: closing it
    would drop SQLite's locks on it.
    """

    def __init__(self, project: Path) -> None:
        """Take all locks, or only ``FILE.lock`` if the project file does not exist yet; see `hold_file`.

        Raises:
            StoreError: ``store.locked``, with the number of the process that holds the lock, or ``store.lock_strange``
                if something other than a regular file is in the lock's place.
            OSError: The lock file cannot be made, for example in a read-only folder.
        """
        self._name = project.name
        self._held: list[_Held] = []
        whole = Path(os.path.realpath(project))  # one lock per file, whatever link leads to it
        try:
            self._hold_name(whole.with_name(whole.name + ".lock"), whole)
            self.hold_file(whole)
        except BaseException:
            self.release()
            raise

    def hold_file(self, file: Path) -> None:
        """Take the second locks, which need the project file to exist; renaming it later keeps them valid.

        Raises:
            StoreError: ``store.locked`` if another process holds it.
        """
        for path in _by_inode(file):
            try:
                self._held.append(_Held(path, temporary=True))
            except _Taken as taken:
                raise StoreError("store.locked", file=self._name, process=taken.process or "?") from None
            except (OSError, _Strange):  # the lock's folder is full, or is being removed
                continue

    def release(self) -> None:
        """Release all locks. ``FILE.lock`` stays: another machine may be about to lock it."""
        while self._held:
            self._held.pop().release()

    def _hold_name(self, path: Path, whole: Path) -> None:
        try:
            self._held.append(_Held(path))
        except _Taken as taken:
            if not taken.process:
                self.hold_file(whole)  # the second lock may name the holder
            raise StoreError("store.locked", file=self._name, process=taken.process or "?") from None
        except _Strange:
            self.hold_file(whole)  # raises first if somebody has the file open, which matters more
            raise StoreError("store.lock_strange", file=path) from None


def has_other_name(project: Path) -> bool:
    """Return whether a file has a second name, a hard link. SQLite's log for one name is not seen under the other."""
    try:
        return project.stat().st_nlink > 1
    except OSError:
        return False


class _Taken(Exception):
    """Raised when another process holds the lock; ``process`` is that process's number, "" if unknown."""

    def __init__(self, process: str) -> None:
        super().__init__(process)
        self.process = process


class _Strange(Exception):
    """Raised when something other than a regular file is in the lock's place."""


class _Held:
    """One locked file; a temporary one is deleted on release."""

    def __init__(self, path: Path, *, temporary: bool = False) -> None:
        self._path = path
        self._temporary = temporary
        self._handle = _opened(path)
        try:
            while not self._take():  # it was removed between opening and locking
                removed, self._handle = self._handle, _opened(path)
                os.close(removed)
        except BaseException:
            os.close(self._handle)
            raise
        _sign(self._handle)

    def release(self) -> None:
        if self._temporary:
            with suppress(OSError):  # Windows does not remove open files
                if os.path.samestat(os.fstat(self._handle), self._path.lstat()):
                    self._path.unlink()
        os.close(self._handle)

    def _take(self) -> bool:
        """Lock the file. Return False if its path now leads to no file or to another one, which others would lock."""
        if not _try(self._handle):
            raise _Taken(_process(self._handle))
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.lstat())
        except FileNotFoundError:
            return False


def _opened(path: Path) -> int:
    """Open or create a lock file; raise `_Strange` if anything but a regular file has that name."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a device is not even opened
            raise _Strange
    except FileNotFoundError:
        pass
    try:
        handle = os.open(path, _FLAGS, _MODE)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise _Strange from None
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _Strange
    return handle


def _sign(handle: int) -> None:
    """Write this process's number into a lock file. A file with other content may be a user's, and is not changed."""
    written = str(os.getpid()).encode()
    with suppress(OSError):  # on a full disk, the lock holds even without the number
        if _read(handle).isdigit() or not os.fstat(handle).st_size:
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, written)
            os.ftruncate(handle, len(written))


def _read(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _NUMBER + 1)


def _process(handle: int) -> str:
    """Return the number of the process that holds a lock, "" if unknown.

    A new holder may not have written its number yet. Therefore the file is read again, up to `_LOOKS` times, as long
    as it names no running process.
    """
    known = ""
    for _ in range(_LOOKS):
        with suppress(OSError):
            found = _read(handle)
            known = found.decode() if found.isdigit() and len(found) <= _NUMBER else ""
        if known and _lives(int(known)):
            break
        time.sleep(_PAUSE)  # noqa: TID251  # another process cannot signal an event
    return known  # of a process on another machine, no more is known


def _by_inode(project: Path) -> Iterator[Path]:
    """Yield the paths of a file's second locks, named by device and inode; nothing if the file is missing."""
    try:
        found = project.stat()
    except OSError:
        return
    if stat.S_ISREG(found.st_mode):
        for folder in _folders():
            yield folder / f"{found.st_dev:x}-{found.st_ino:x}.lock"


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # offset far beyond the process number, which must stay readable

    def _try(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _lives(process: int) -> bool:
        del process  # on Windows, os.kill would end the process
        return True

    def _folders() -> Iterator[Path]:
        """Yield the folder for locks, in the temporary folder, which is each user's own on Windows."""
        folder = Path(tempfile.gettempdir()) / "spanwright-locks"
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
            yield folder

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _lives(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):  # another user's process, or not a process number
            return True
        return True

    def _folders() -> Iterator[Path]:
        """Yield folders for locks that no other user can write to, those that only some processes find first.

        Each lock is taken in all of them, as processes of a user may be started with other runtime folders, or, as
        cron jobs, with none.
        """
        user = os.geteuid()
        named = os.environ.get("XDG_RUNTIME_DIR")
        for base in (named, f"{_RUN}/{user}"):
            if base and _is_private(Path(base)) and _made_private(Path(base, "spanwright")):
                yield Path(base, "spanwright")
        folder = Path(tempfile.gettempdir(), f"spanwright-{user}")
        if _made_private(folder):
            yield folder

    def _made_private(folder: Path) -> bool:
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            pass
        except OSError:
            return False
        return _is_private(folder)

    def _is_private(folder: Path) -> bool:
        try:
            found = folder.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
