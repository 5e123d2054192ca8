"""Writing files durably: resolving the path to write to, syncing, and explaining a failure."""

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from annotator.system.errors import QT_TRANSLATE_NOOP

FULL = QT_TRANSLATE_NOOP("Errors", "the disk is full; make room and try again")
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})
"""Error numbers to ignore when a folder is synced: the file system cannot sync folders, or this one is unreadable."""
_MANY = 50
"""Above this number of files, one sync of the whole file system is quicker than syncing each file."""
_PROBE = 1 << 17
"""Bytes written to find out whether a disk is full; more than SQLite's side files need at once."""

_FOLDER = QT_TRANSLATE_NOOP("Errors", "it is a folder")
_FILE = QT_TRANSLATE_NOOP("Errors", "it is a file")
_PROJECT = QT_TRANSLATE_NOOP("Errors", "it belongs to a Spanwright project")
_STRANGE = {
    stat.S_IFCHR: QT_TRANSLATE_NOOP("Errors", "it is a device"),
    stat.S_IFBLK: QT_TRANSLATE_NOOP("Errors", "it is a device"),
    stat.S_IFIFO: QT_TRANSLATE_NOOP("Errors", "it is a pipe"),
    stat.S_IFSOCK: QT_TRANSLATE_NOOP("Errors", "it is a socket"),
}
_OF_PROJECT = tuple(f".spanwright{kind}" for kind in ("", "-wal", "-shm", "-journal", ".lock"))


def is_full(error: OSError) -> bool:
    """Return whether an error means that the disk or the user's quota is full."""
    if error.errno is None:  # raised for a folder or by a library: both quote the system's message
        return any(f"[Errno {code}]" in str(error) for code in _FULL)
    return error.errno in _FULL


def reason(error: OSError) -> str:
    """Return why a file operation failed: a phrase of context "Errors", or the system's words."""
    if is_full(error):
        return FULL
    if isinstance(error, shutil.Error):  # raised for a folder: the first file's error is enough
        return str(error.args[0][0][-1])
    return error.strerror or str(error)


def full_folder(near: Path) -> Path | None:
    """Return the folder whose disk is full: ``near`` or SQLite's temporary folder, or None if neither is.

    The function tries to write, since no system call knows all limits: reserved blocks, quotas, the number of files.
    """
    for folder in (near, Path(os.environ.get("SQLITE_TMPDIR") or tempfile.gettempdir())):
        try:
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(bytes(_PROBE))
                probe.flush()
                os.fsync(probe.fileno())
        except OSError as error:
            if is_full(error):
                return folder
    return None


def destination(path: Path, *, folder: bool = False) -> Path:
    """Return the path to write to: the target if ``path`` is a link, otherwise ``path`` itself.

    Raises:
        OSError: A device, a pipe, a socket or a project's file is there, or a folder (with ``folder``: a file).
    """
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        mode = real.lstat().st_mode
    except FileNotFoundError:
        return real
    found = stat.S_IFMT(mode)
    if found == stat.S_IFLNK:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if found in _STRANGE:
        raise OSError(errno.EINVAL, _STRANGE[found], str(path))
    if (found == stat.S_IFDIR) != folder:
        raise OSError(errno.EINVAL, _FILE if folder else _FOLDER, str(path))
    if not folder and real.name.casefold().endswith(_OF_PROJECT):
        raise OSError(errno.EEXIST, _PROJECT, str(path))
    return real


def sync(path: Path) -> None:
    """Sync a file, or a folder with everything in it, to the disk.

    Raises:
        OSError: The file or folder could not be synced.
    """
    if not path.is_dir():
        _sync_file(path)
        return
    files = [file for file in _files(path) if stat.S_ISREG(file.lstat().st_mode)]
    if len(files) > _MANY and _sync_file_system(path):
        return
    for file in files:
        _sync_file(file)
    for folder, _, _ in os.walk(path, topdown=False):
        sync_names(Path(folder))


def sync_names(folder: Path) -> None:
    """Sync a folder's list of names after a file in it was added, removed or replaced.

    Raises:
        OSError: The disk is failing.
    """
    if sys.platform == "win32":  # NTFS logs names by itself
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def make_folder(folder: Path) -> None:
    """Make a folder and its parents so that they survive a power cut.

    Raises:
        OSError: The folder cannot be made.
    """
    destination(folder, folder=True)
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_names(each.parent)


def keep_mode(old: Path, new: Path) -> None:
    """Copy the permissions of the old file to the new one; ignore failures."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))


def copy(made: Path, beside: Path) -> None:
    """Copy a file or folder to an unused path, and sync the copy.

    Raises:
        OSError: The file or folder cannot be copied.
    """
    if made.is_dir():
        shutil.copytree(made, beside)
    else:
        shutil.copy(made, beside)
    sync(beside)


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root, name) for name in names)


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_file_system(folder: Path) -> bool:
    """Sync the whole file system of a folder; return False where the operating system cannot do that."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if call(handle):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)
    return True
