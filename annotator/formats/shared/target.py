"""Writing next to a target, which the finished file then replaces."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from annotator.system import whole_files
from annotator.system.disk import reason
from annotator.system.errors import FormatError

Traces: TypeAlias = frozenset[tuple[str, int, int]]  # name, inode, nanoseconds of the last change


@contextmanager
def beside(target: Path, *, folder: bool) -> Iterator[Path]:
    """Yield a path to write to, as `annotator.system.whole_files.beside` does.

    Raises:
        FormatError: ``format.target`` if the target cannot be written.
    """
    try:
        with whole_files.beside(target, folder=folder) as written:
            yield written
    except OSError as error:
        raise FormatError("format.target", file=target, reason=reason(error)) from error


def traces(target: Path) -> Traces:
    """Return what identifies the file at the target, or those in the folder, so that a replacement shows."""
    found = []
    with suppress(OSError):  # the folder is gone or unreadable
        for path in target.iterdir() if target.is_dir() else [target]:
            state = path.stat() if path.exists() else path.lstat()  # a folder changes with its content
            found.append((path.name, state.st_ino, state.st_mtime_ns))
    return frozenset(found)
