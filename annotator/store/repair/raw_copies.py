"""Copy files as they are, damage included; parts that the disk cannot read become zeros."""

import errno
import os
import shutil
from pathlib import Path
from typing import IO

from annotator.store import copies
from annotator.store.checks.contents import fingerprint
from annotator.store.checks.log_origin import is_copy_of_log, is_unrelated
from annotator.store.repair.log_frames import HEADER
from annotator.store.wal import DAMAGED, UNRELATED, beside, file_of, is_file

_CHUNK = 1 << 20
_SECTOR = 4096


def copy_damaged(path: Path, folder: Path) -> tuple[Path, Path | None]:
    """Copy a project and its write-ahead log as they are; return the copies, None if there is no log.

    Raises:
        OSError: The files cannot be read, or there is no room.
    """
    log, kept = _log_of(path), None
    needed = path.stat().st_size + (log.stat().st_size if log is not None else 0)
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    copy = folder / "damaged"
    copy_raw(path, copy)
    if log is not None:
        kept = folder / "damaged-log"
        copy_raw(log, kept)
    return copy, kept


def _log_of(path: Path) -> Path | None:
    """Return the write-ahead log, else the newest copy of a damaged one if the file is as it was then, else None.

    A log of other contents is left out. The name of a copy says to which contents of the file it belongs. If it does
    not, or the file cannot be read, the copy has the file's time of change, or its log names the file's first page.
    """
    log = beside(path, "-wal")
    if is_file(log) and log.stat().st_size > HEADER and not is_unrelated(path, locked=True):
        return log
    found = [each for each in log.parent.glob(f"{copies.glob_safe(log.name)}.{DAMAGED}-*") if is_file(each)]
    return max((each for each in found if _belongs(each, path)), key=lambda each: each.name, default=None)


def _belongs(kept: Path, path: Path) -> bool:
    named, now = file_of(kept), fingerprint(path)
    if named and now:
        return named == now
    return kept.stat().st_mtime_ns == path.stat().st_mtime_ns or is_copy_of_log(path, kept)


def unrelated_logs(path: Path) -> list[Path]:
    """Return the logs of other contents beside a project, the newest first.

    Each opening for writing sets such a log aside. Before it, the newest one is still called ``-wal``.
    """
    log = beside(path, "-wal")
    found = [each for each in log.parent.glob(f"{copies.glob_safe(log.name)}.{UNRELATED}-*") if is_file(each)]
    kept = sorted(found, key=lambda each: each.name, reverse=True)
    return [log, *kept] if is_unrelated(path, locked=True) else kept


def copy_raw(source: Path, target: Path) -> None:
    """Copy a file; parts that the disk cannot read become zeros."""
    size = source.stat().st_size
    with source.open("rb") as read, target.open("wb") as write:
        for start in range(0, size, _CHUNK):
            write.seek(start)
            write.write(_chunk(read, start, min(_CHUNK, size - start)))
        write.truncate(size)


def _chunk(read: IO[bytes], start: int, length: int) -> bytes:
    try:
        read.seek(start)
        return read.read(length)
    except OSError:
        pieces = []
        for at in range(start, start + length, _SECTOR):
            wanted = min(_SECTOR, start + length - at)
            try:
                read.seek(at)
                pieces.append(read.read(wanted).ljust(wanted, b"\0"))
            except OSError:
                pieces.append(bytes(wanted))
        return b"".join(pieces)
