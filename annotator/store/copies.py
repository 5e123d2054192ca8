"""Backups and copies of the project file."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from annotator.store.checks import quick_check
from annotator.store.connection import Connection
from annotator.store.sqlite_errors import backups, sqlite_errors
from annotator.system import disk
from annotator.system.errors import StoreError
from annotator.system.staging import room

SUFFIX = ".spanwright"
KEPT_DAILY = 7
KEPT_OTHER = 5
_STAMP = len("2026-11-29-170000-000000")
_BACKUP = re.compile(r".+-\d{4}-\d\d-\d\d-\d{6}-\d{6}-\w+")
_POLL_STEPS = 10_000  # SQLite's instructions between two calls of ``stopped``: about a millisecond


def back_up(connection: Connection, path: Path, *, reason: str) -> Path:
    """Write a backup into ``NAME.backups`` beside the file, and delete old backups made for the same reason.

    Raises:
        StoreError: ``store.no_backup``.
    """
    folder = backups(path)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    target = folder / f"{path.stem}-{stamp}-{reason}{SUFFIX}"
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise StoreError("store.no_backup", file=path.name, folder=folder, reason=disk.reason(error)) from error
    try:
        copy_to(connection, target)
    except StoreError as error:
        if error.code != "format.target":
            raise
        details = {"file": path.name, "folder": folder, "reason": error.details["reason"]}
        raise StoreError("store.no_backup", **details) from error
    rotate(target, reason)
    return target


def copy_to(
    connection: Connection,
    target: Path,
    stopped: Callable[[], bool] | None = None,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Write a verified copy of the file; nothing is left if it fails. The copy stops once ``stopped`` returns True.

    ``check`` raises to refuse the finished copy.

    Raises:
        StoreError: ``store.exists``, ``store.stopped``, or the copy could not be written.
    """
    if target.exists():
        raise StoreError("store.exists", file=target)
    try:
        with room(target) as folder:
            made = folder / target.name
            connection.set_progress_handler(stopped, _POLL_STEPS)
            with sqlite_errors(target, unwritten="format.target"):
                before = quick_check.counts(connection)
                connection.execute("VACUUM INTO ?", [str(made)])
                quick_check.verify(made, target, before, quick_check.counts(connection))
            if check is not None:
                check(made)
            settle(made, target)
    except OSError as error:
        raise StoreError("format.target", file=target, reason=disk.reason(error)) from error
    finally:
        connection.set_progress_handler(None, 0)


def settle(made: Path, target: Path) -> None:
    """Move a finished file from its staging folder to its place, but never replace a file there.

    File and name are synced. The file must no longer be open.

    Raises:
        StoreError: ``store.exists``.
        OSError: The file cannot be moved or synced.
    """
    disk.sync(made)
    name(made, target)
    try:
        disk.sync_names(target.parent)
    except OSError:
        target.unlink(missing_ok=True)  # a refused copy must not exist
        raise


def name(made: Path, target: Path) -> None:
    """Do what `settle` does, with the same errors, but sync nothing."""
    try:
        os.link(made, target)  # unlike a rename, this never replaces a file
    except FileExistsError:
        raise StoreError("store.exists", file=target) from None
    except OSError:  # not every file system has hard links
        if target.exists():
            raise StoreError("store.exists", file=target) from None
        made.rename(target)
    else:
        made.unlink()  # with two names, the project would seem to have a hard link


def rotate(made: Path, reason: str) -> None:
    """Delete old backups made for the same reason as ``made``, which itself always stays.

    Backups that seem to be later were made before the clock was set back, and are deleted first. Those that cannot be
    deleted stay: the new backup is there all the same.
    """
    keep = KEPT_DAILY if reason == "daily" else KEPT_OTHER
    end = f"-{reason}{SUFFIX}"

    def time(backup: Path) -> str:
        return backup.name.removesuffix(end)[-_STAMP:]

    others = [backup for backup in made.parent.glob(f"*{end}") if backup != made]
    for old in sorted(others, key=lambda backup: (time(backup) <= time(made), time(backup)))[: 1 - keep]:
        with suppress(OSError):
            old.unlink(missing_ok=True)


def backed_up(path: Path) -> Path | None:
    """Return the project of which a file is a backup, or None if it is no backup."""
    if path.suffix != SUFFIX or path.parent.suffix != ".backups" or not _BACKUP.fullmatch(path.stem):
        return None
    return path.parent.with_suffix(SUFFIX)


def backed_up_today(path: Path) -> bool:
    """Return whether there is a daily backup from today."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    return any(backups(path).glob(f"{glob_safe(path.stem)}-{today}-*-daily{SUFFIX}"))


def glob_safe(name: str) -> str:
    """Escape the wildcards of a glob pattern in a name."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
