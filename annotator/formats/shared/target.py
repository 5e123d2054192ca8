"""Writes next to a target; the finished file then replaces the target."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from annotator.model.values import Document
from annotator.system import whole_files
from annotator.system.disk import reason
from annotator.system.errors import FormatError
from annotator.text.ascii_names import in_ascii

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
    """Return names, inodes and times of the target's current files; they differ once a file was replaced."""
    found = []
    with suppress(OSError):  # the folder does not exist or is unreadable
        for path in target.iterdir() if target.is_dir() else [target]:
            state = path.stat() if path.exists() else path.lstat()  # a folder changes with its content
            found.append((path.name, state.st_ino, state.st_mtime_ns))
    return frozenset(found)


_LONGEST = 60  # characters of a title
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # names that no file on Windows can have


def file_name(document: Document, taken: set[str]) -> str:
    """Return an unused name for an article's files, from its title, and add it to ``taken``."""
    title = re.sub(r"[^A-Za-z0-9]+", "-", in_ascii(document.title)).strip("-")[:_LONGEST].strip("-").lower()
    title = f"article-{title}" if _RESERVED.fullmatch(title) else title
    name = title or "article"
    number = 2
    while name in taken:
        name = f"{title or 'article'}-{number}"
        number += 1
    taken.add(name)
    return name


def distinct_names(paths: Iterable[Path]) -> dict[Path, str]:
    """Return a display name for each file: its name with the parent folders that make it unique."""
    every = {path: path.absolute().parts for path in paths}
    names = {path: path.name for path in every}
    deep = 1
    while alike := {name for name, often in Counter(names.values()).items() if often > 1}:
        deep += 1
        several = [path for path in every if names[path] in alike and len(every[path]) >= deep]
        if not several:
            return names
        names |= {path: "/".join(every[path][-deep:]) for path in several}
    return names
