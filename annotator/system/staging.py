"""Hidden folders ("rooms") in which a file or folder is made before it replaces its target.

A room lies beside the target. A process locks its room; a room whose lock is free was left by a killed process.
"""

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.system import disk
from annotator.system.errors import StoreError
from annotator.system.lock import Lock

_MADE, _OLD = "made", "old"
_NAME = re.compile(r"\..{0,40}\.spanwright-[a-z0-9_]{8}", re.DOTALL)
_MAKING = 3600
"""Seconds after which a room without a lock, or a temporary file, counts as left behind by a killed process."""


@contextmanager
def room(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside the target, on the same disk; remove it with its content afterwards.

    Raises:
        OSError: The folder cannot be made there.
    """
    clear(target.parent)
    found = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.spanwright-", dir=target.parent))
    lock = _lock_of(found)
    try:
        (found / _MADE).mkdir()
        yield found / _MADE
    finally:
        if lock is not None:
            lock.release()
        _leave(found)


def take_place(made: Path, target: Path) -> None:
    """Replace the target folder with a folder made in a `room`; if the process is killed, one of the two survives.

    The new folder is synced first. If the process is killed while the old folder is moved aside, `clear` puts the old
    folder back.

    Raises:
        OSError: The old folder is in use or cannot be moved, or the disk is full; the old folder stays.
    """
    disk.sync(made)
    aside = made.parent.parent / _OLD
    aside.mkdir(exist_ok=True)
    if _is_there(target):
        target.rename(aside / target.name)
    made.rename(target)
    try:
        disk.sync_names(target.parent)
    except OSError:
        target.rename(made)  # `_leave` puts the old folder back when the room is closed
        raise


def clear(folder: Path, *, unwritten: str | None = None) -> None:
    """Remove the hidden folders (see `room`) that killed processes left in a folder.

    If one holds a folder that was about to be replaced, and nothing has taken its place, that folder is put back.
    Temporary files left by `annotator.system.whole_files` are removed too, after an hour; until then a running process
    may be writing them.

    Args:
        folder: The folder.
        unwritten: The beginning of the names of files that nobody is writing now, as the caller knows. Their temporary
            files are removed at once.
    """
    try:
        left = [found for found in folder.iterdir() if _NAME.fullmatch(found.name)]
    except OSError:  # the folder no longer exists, nor do its leftovers
        return
    for found in left:
        sure = unwritten is not None and found.name.startswith(f".{unwritten}") and found.is_file()
        if found.is_symlink() or not (sure or _is_abandoned(found)):
            continue
        if found.is_dir():
            _leave(found)
        else:
            with suppress(OSError):
                found.unlink()


def _lock_of(found: Path) -> Lock | None:
    try:
        return Lock(found / _MADE)
    except (StoreError, OSError):  # not every file system has locks
        return None


def _is_abandoned(found: Path) -> bool:
    try:
        lock = found / f"{_MADE}.lock"
        if not lock.exists() or not lock.stat().st_size:  # its process may be about to take the lock
            return time.time() - found.stat().st_mtime > _MAKING
        Lock(found / _MADE).release()
    except (StoreError, OSError):
        return False
    return True


def _leave(found: Path) -> None:
    try:
        aside = found / _OLD
        for old in aside.iterdir() if aside.is_dir() and not aside.is_symlink() else ():
            if not _is_there(found.parent / old.name):
                old.rename(found.parent / old.name)
    except OSError:  # keep it: it may be the only copy
        return
    for name in (_MADE, _OLD, ""):  # the lock file last, since it marks a half-removed room
        shutil.rmtree(found / name, ignore_errors=True)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
