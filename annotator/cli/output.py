"""What the command line says: tables for people, one JSON object for programs, progress for those who wait.

Titles and names come from strangers: they are never read as markup, and control characters do not reach a terminal.
"""

import json
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from rich.console import Console
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from annotator.errors import ModelError
from annotator.suggest.pipeline import other_release
from annotator.suggest.source import SourceInfo
from annotator.worker import Progress

_WIDE = 100_000  # columns where there is no terminal: nothing is cut or wrapped
_SILENT = 1.0  # seconds before a progress bar appears
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # they belong to words and to emoji


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, which takes an s but for one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say(line: str) -> None:
    """Print a line for people."""
    print(plain(line))  # noqa: T201  # what it is for


def warn(line: str) -> None:
    """Print a line that must be seen even where the output goes into a file."""
    print(plain(line), file=sys.stderr)  # noqa: T201


def warn_releases(sources: Iterable[SourceInfo]) -> None:
    """Say which models were made for another release of spaCy; of what cannot be read it is told when it is asked."""
    for info in sources:
        with suppress(ModelError):
            problem = other_release(info)
            if problem is not None:
                warn(str(problem))


def put_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object, keys sorted."""
    print(json.dumps(value, ensure_ascii=False, sort_keys=True))  # noqa: T201


def put_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; columns whose name begins with # hold numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column.removeprefix("#")), justify="right" if column.startswith("#") else "left")
    for row in rows:
        table.add_row(*(Text(plain("" if cell is None else str(cell))) for cell in row))
    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _WIDE, markup=False, highlight=False, emoji=False)
    console.print(table)


def plain(words: str) -> str:
    """Replace what moves the cursor, colours or turns the direction of a terminal; line breaks become spaces."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(_shown(character) for character in words)


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in _CONTROL and character not in _JOINERS:
        return "\ufffd"
    return character


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Give a function that hears how far something is; a bar appears on a terminal once it takes over a second."""
    started = time.monotonic()
    bar = Bar(console=Console(file=sys.stderr, markup=False, highlight=False, emoji=False), transient=True)
    task = bar.add_task(what, total=None)
    terminal = sys.stderr.isatty()

    def hear(done: int, total: int) -> None:
        if terminal and time.monotonic() - started > _SILENT:
            bar.start()
            bar.update(task, completed=done, total=total)

    try:
        yield hear
    finally:
        if bar.live.is_started:  # else it would print an empty line
            bar.stop()
