"""Hidden folders ("rooms") beside a place, in which something is made that then takes the place.

A process locks its room. The room of a killed process is recognised by its free lock.
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
"""Seconds after which a room without a lock is none that is being made, and a file none that is being written."""


@contextmanager
def room(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside a target, on the same disk, and remove it afterwards with its content.

    Raises:
        OSError: It cannot be made there.
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
    """Replace a folder by one made in a `room`; a kill in between leaves one of the two.

    The new folder is synced first. If the old one was moved aside at that moment, `clear` puts it back.

    Raises:
        OSError: The old one is in use or cannot be moved, or the disk is full; the old one stays.
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
        target.rename(made)  # the room puts the old one back when it is left
        raise


def clear(folder: Path) -> None:
    """Remove the rooms of killed processes in a folder, and put back what has no successor.

    Files left by `annotator.system.whole_files` are removed too.
    """
    try:
        left = [found for found in folder.iterdir() if _NAME.fullmatch(found.name)]
    except OSError:  # the folder is gone with its leftovers
        return
    for found in left:
        if found.is_symlink() or not _is_abandoned(found):
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
        if not lock.exists() or not lock.stat().st_size:  # its process may be about to take it
            return time.time() - found.stat().st_mtime > _MAKING
        Lock(found / _MADE).release()
    except (StoreError, OSError):
        return False
    return True


def _leave(found: Path) -> None:
    try:
        for old in (found / _OLD).iterdir() if (found / _OLD).is_dir() else ():
            if not _is_there(found.parent / old.name):
                old.rename(found.parent / old.name)
    except OSError:  # keep it: it may be the only copy
        return
    for name in (_MADE, _OLD, ""):  # the lock last: it marks a half-removed room
        shutil.rmtree(found / name, ignore_errors=True)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
