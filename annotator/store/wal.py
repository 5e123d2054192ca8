"""The write-ahead log beside a project file, and its state after a crash.

SQLite locks the project file and its ``-shm``, but never the log. So opening and closing the log loses no lock.
"""

import os
import shutil
import sqlite3
import stat
import struct
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from annotator.store.checks.contents import FINGERPRINT, fingerprint
from annotator.store.checks.schema_guard import distrust
from annotator.store.repair.log_frames import HEADER, MAGIC, PAGE_SIZES, checksum
from annotator.system.errors import StoreError
from annotator.system.lock import Lock

UNRELATED = "unrelated"
"""In the names of logs that were set aside because their file was overwritten."""
DAMAGED = "damaged"
"""Part of the names of copies of logs that SQLite cannot read."""
_WRITING = 0.05  # seconds that a writer may need between the header and the first frame


def beside(path: Path, kind: str) -> Path:
    """Return the path of a project's ``-wal`` or ``-shm`` file; except on Windows, SQLite follows a symlink first."""
    whole = Path(os.path.realpath(path)) if sys.platform != "win32" and path.is_symlink() else path
    return whole.with_name(whole.name + kind)


def is_file(path: Path) -> bool:
    """Return whether a path is an ordinary file, and no pipe, since opening a pipe would block for ever."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def size(path: Path) -> int:
    """Return the size of a project's log in bytes, 0 if it has none."""
    try:
        return beside(path, "-wal").stat().st_size
    except OSError:
        return 0


def is_void(path: Path) -> bool:
    """Return whether a project's log has a header, perhaps damaged, but no frame that SQLite would read.

    A crash between writing the header and the first frame leaves such a log. A log shorter than a header is harmless.
    """
    log = beside(path, "-wal")
    if not is_file(log):
        return False
    try:
        with log.open("rb") as file:
            head = file.read(HEADER + 1)
    except OSError:
        return False
    return len(head) == HEADER or (len(head) > HEADER and not _is_sound(head[:HEADER]))


def heal(path: Path, *, alone: bool) -> bool:
    """Empty a void log (see `is_void`) through SQLite; return whether the project can be read now.

    A reader cannot rebuild the index of a void log, and would wait ten seconds for somebody to do so. A short writing
    connection rebuilds it, which is safe while nobody else writes: with ``alone`` the caller holds the project's lock,
    else the lock is taken for a moment. If another process holds the lock, the log is left to that process.
    """
    if not is_void(path):
        return True
    lock = None
    if not alone:
        try:
            lock = Lock(path)
        except StoreError:
            return True
        except OSError:  # a read-only folder
            sleep(_WRITING)
            return not is_void(path)
    try:
        _empty(path)
    finally:
        if lock is not None:
            lock.release()
    return not is_void(path)


def _empty(path: Path) -> None:
    """Let SQLite empty a log, after copying it if it has frames; if either fails, the log stays as it is."""
    log = beside(path, "-wal")
    with suppress(OSError, sqlite3.Error):
        if log.stat().st_size > HEADER:  # its frames may be whole
            _keep(log, path)
        with closing(connect_to_checkpoint(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(log: Path, path: Path) -> None:
    """Copy a damaged log; `file_of` and the time of change say to which contents of the file the copy belongs."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    changed, found = path.stat().st_mtime_ns, fingerprint(path)
    kept = log.with_name(f"{log.name}.{DAMAGED}-{stamp}{found and '-'}{found}")
    with log.open("rb") as source, kept.open("xb") as target:  # never writes through a symlink of this name
        shutil.copyfileobj(source, target)
    os.utime(kept, ns=(changed, changed))


def file_of(kept: Path) -> str:
    """Return the fingerprint of the file to which a copy of a damaged log belongs; "" if its name has none.

    Then an earlier version of ours made the copy, or the file was unreadable; the time of change has to do.
    """
    found = kept.name.rpartition("-")[2]
    return found if len(found) == FINGERPRINT else ""


def connect_to_checkpoint(path: Path) -> sqlite3.Connection:
    """Open a connection for checkpoints, usable from any thread."""
    uri = f"{path.absolute().as_uri()}?mode=rw"  # does not create a missing file
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0)
    distrust(connection)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def set_aside(path: Path) -> Path | None:
    """Rename the log of a file that another program has overwritten, so that SQLite never applies it to that file.

    Return the new path, or None if no log with steps was moved. Connections that are open go on reading the renamed
    log. The index is deleted.
    """
    log = beside(path, "-wal")
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    aside = None
    with suppress(OSError):
        if log.stat().st_size > HEADER:
            aside = log.rename(log.with_name(f"{log.name}.{UNRELATED}-{stamp}"))
        else:
            log.unlink()
        beside(path, "-shm").unlink()
    return aside


def _is_sound(header: bytes) -> bool:
    """Return whether a log's header has a valid magic number, page size and checksum."""
    magic, _, page, *_, first, second = struct.unpack(">8I", header)
    is_known = magic in MAGIC and page in PAGE_SIZES
    return is_known and checksum(header[:24], (0, 0), big=bool(magic & 1)) == (first, second)
