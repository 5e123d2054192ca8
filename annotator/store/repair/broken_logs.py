"""Copy a project with a damaged write-ahead log before SQLite drops the edits behind the damage for good.

SQLite opens such a project without an error, as it was before the damaged frame, and the next edit overwrites the
rest of the log. `repair` can still read that rest, so the file and its log are copied as they are.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from annotator.store import copies, wal
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, read_log
from annotator.store.sqlite_errors import backups
from annotator.system import disk
from annotator.system.errors import StoreError
from annotator.system.lock import Lock
from annotator.system.staging import room

DAMAGED = f"-damaged{copies.SUFFIX}"
"""The ending of the names of these copies, which are not backups."""
_USUAL = 4_096  # bytes of a page
_LEAST = HEADER + 3 * (FRAME_HEADER + _USUAL)  # bytes of the smallest log that is checked
_MOST = 5_000 * (FRAME_HEADER + _USUAL)  # bytes of the largest log that is checked, in about half a second


def keep_if_broken(path: Path) -> Path | None:
    """Copy a project and its log into ``NAME.backups`` if the log is broken; return the copy, else None.

    Call it before anything opens the project for writing. It does nothing while another process has the project locked.

    Raises:
        StoreError: The copy cannot be written. Then the project must not be opened, or the edits would be lost.
    """
    try:
        if not _LEAST <= wal.size(path) <= _MOST:
            return None
        lock = Lock(path)
    except (OSError, StoreError):  # there is no log, as after closing; opening the project reports other errors
        return None
    try:
        return _keep(path.resolve()) if _is_broken(path.resolve()) else None
    finally:
        lock.release()


def _is_broken(path: Path) -> bool:
    try:
        with wal.beside(path, "-wal").open("rb") as file:
            return read_log(file, page_size=_USUAL).broken
    except OSError:
        return False


def _keep(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    target = backups(path) / f"{path.stem}-{stamp}{DAMAGED}"
    try:
        disk.make_folder(target.parent)
        with room(target) as folder:
            for kind in ("-wal", ""):  # the file last: it names the copy
                made = folder / f"{target.name}{kind}"
                shutil.copyfile(f"{path}{kind}", made)
                copies.settle(made, target.with_name(made.name))
    except OSError as error:
        raise StoreError("format.target", file=target, reason=disk.reason(error)) from error
    return target
