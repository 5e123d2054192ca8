"""Writing beside the target and moving it there when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from annotator import rooms
from annotator.errors import QT_TRANSLATE_NOOP, FormatError

Traces: TypeAlias = frozenset[tuple[str, int, int]]  # name, inode, nanoseconds of the last change


@contextmanager
def beside(target: Path, *, folder: bool) -> Iterator[Path]:
    """Give a path to write to; what stands there afterwards takes the target's place, or nothing does.

    A file is replaced in one step. A folder that exists keeps its other files; each of the new ones is replaced in
    one step. Whatever else is written next to the path is put next to the target. What processes that were killed have
    left there goes.

    Args:
        target: Where it shall be in the end.
        folder: Whether a folder is written; it exists when it is given.

    Raises:
        FormatError: ``format.target`` if the place cannot be written to.
    """
    try:
        _refuse_other_kind(target, folder=folder)
        with rooms.room(target) as room:
            written = room / target.name
            if folder:
                written.mkdir()
            yield written
            for made in sorted(room.iterdir()):
                _put(made, target.parent / made.name)
    except OSError as error:
        raise FormatError("format.target", file=target, reason=error.strerror or error) from error


def traces(target: Path) -> Traces:
    """Give what tells what is at the target, or directly in it, from what takes its place."""
    found = []
    with suppress(OSError):  # the folder is gone, or not ours to look into
        for path in target.iterdir() if target.is_dir() else [target]:
            state = path.lstat()  # a folder changes with what is put into it
            found.append((path.name, state.st_ino, state.st_mtime_ns))
    return frozenset(found)


def _refuse_other_kind(target: Path, *, folder: bool) -> None:
    if target.exists() and target.is_dir() != folder:
        reason = (
            QT_TRANSLATE_NOOP("Errors", "it is a file") if folder else QT_TRANSLATE_NOOP("Errors", "it is a folder")
        )
        raise FormatError("format.target", file=target, reason=reason)


def _put(written: Path, target: Path) -> None:
    if not (target.is_dir() and written.is_dir()):
        written.replace(target)
        return
    for made in sorted(written.iterdir()):
        _put(made, target / made.name)
