"""Finds the files in folders."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_DIGITS = re.compile(r"([0-9]+)")
_PAGES = frozenset({".htm", ".html", ".xhtml"})
_BESIDE = ("_files", "-Dateien", "_Dateien", "-files", ".files")  # endings of folders that browsers save beside a page


def walk(named: Iterable[Path]) -> Iterator[Path]:
    """Yield the given files and all files in the given folders, once each, in natural order within a folder.

    Hidden files and the folders that browsers save beside a page are left out. A folder that cannot be listed is
    yielded itself.
    """
    seen: set[Path] = set()
    for path in named:
        yield from _below(path, seen)


def _below(path: Path, seen: set[Path]) -> Iterator[Path]:
    """Yield the files at and below a path. Each file and folder is visited once, so links to a parent cause no loop."""
    try:
        real = path.resolve()
        if real in seen:
            return
        seen.add(real)
        within = sorted(path.iterdir(), key=_natural) if path.is_dir() else None
    except (OSError, RuntimeError):
        within = None
    if within is None:
        yield path
        return
    beside = {path.stem + end for path in within if path.suffix.lower() in _PAGES for end in _BESIDE}
    for child in within:
        if not child.name.startswith(".") and child.name not in beside:
            yield from _below(child, seen)


def _natural(path: Path) -> tuple[list[str | int], str]:
    """Return a sort key that puts "Artikel 9" before "Artikel 10"."""
    pieces = _DIGITS.split(path.name.casefold())
    return [int(piece) if i % 2 else piece for i, piece in enumerate(pieces)], path.name
