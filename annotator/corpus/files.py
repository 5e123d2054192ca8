"""Walking through files and folders in the order in which people read them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_DIGITS = re.compile(r"([0-9]+)")
_PAGES = frozenset({".htm", ".html", ".xhtml"})
_BESIDE = ("_files", "-Dateien", "_Dateien", "-files", ".files")  # what browsers call the folder of a saved page


def walk(named: Iterable[Path]) -> Iterator[Path]:
    """Give the files in files and folders, in natural order within a folder, each once.

    Hidden files are left out, and the folders in which browsers put what belongs to a saved page. A folder that
    cannot be listed is given itself.
    """
    seen: set[Path] = set()
    for path in named:
        yield from _below(path, seen)


def _below(path: Path, seen: set[Path]) -> Iterator[Path]:
    """Give the files at and below a path, each file and folder once: a link to a folder above it ends there."""
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
    """Sort "Artikel 9" before "Artikel 10"."""
    pieces = _DIGITS.split(path.name.casefold())
    return [int(piece) if i % 2 else piece for i, piece in enumerate(pieces)], path.name
