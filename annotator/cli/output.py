"""Options, checks of options, and printing, shared by all commands."""

import json
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from annotator.editing.open_questions import HEADINGS, QuestionKind
from annotator.processes.slices import portions
from annotator.processes.worker import Progress
from annotator.project.project import Project
from annotator.suggest.sources.pipeline_folder import other_release
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import AnnotatorError, ModelError, StoreError
from annotator.system.lock import has_other_name

_PORTION = 1_000  # rows held in memory at a time
_BETWEEN = "  "
_WIDEST = 200  # columns of a cell, so that one huge title doesn't widen all lines
_SILENT = 1.0  # seconds before progress is shown
_BETWEEN_LINES = 10.0  # seconds between two lines of progress on a dumb terminal
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_Value = TypeVar("_Value")
_JOINERS = "\u200c\u200d"  # not replaced, because they are part of words and emoji


def counted(number: int, noun: str) -> str:
    """Return a number followed by a noun; an “s” is added to the noun unless the number is 1."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def questions_line(counts: Mapping[QuestionKind, int]) -> str:
    """Return the numbers of open questions as one line, which says where the window lists the questions."""
    found = ", ".join(f"{HEADINGS[kind].lower()}: {counts[kind]}" for kind in QuestionKind if counts.get(kind))
    return f"Open questions ({found}); Project, Open Questions lists them in the window."


def yes_no(value: object) -> str:
    """Return “yes” or “no”."""
    return "yes" if value else "no"


def say(line: str) -> None:
    """Print a line for people to read, without control characters."""
    print(plain(line))  # noqa: T201


def warn(line: str) -> None:
    """Print a line on stderr, so that people see it even if the output goes to a file."""
    print(plain(line), file=sys.stderr)  # noqa: T201


def warn_releases(sources: Iterable[SourceInfo]) -> None:
    """Warn about models made for another release of spaCy; unreadable models are reported when they are used."""
    for info in sources:
        with suppress(ModelError):
            problem = other_release(info)
            if problem is not None:
                warn(str(problem))


def fields_of(row: object, names: str) -> dict[str, Any]:
    """Return some attributes of an object for JSON; ``names`` are separated by spaces."""
    return {name: getattr(row, name) for name in names.split()}


def problem_to(error: AnnotatorError) -> dict[str, str]:
    """Return the code and the message of an error, for JSON."""
    return {"code": error.code, "sentence": str(error)}


def pairs_of(given: Iterable[str] | None, option: str, example: str) -> dict[str, str]:
    """Parse the values of an option of the form KEY=VALUE; ``example`` is shown if one has another form."""
    found: dict[str, str] = {}
    for pair in given or ():
        first, _, second = pair.rpartition("=")
        if not (first.strip() and second.strip()):
            raise typer.BadParameter(f"{pair} is not of the form {example}", param_hint=option)
        found[first] = second
    return found


def refuse(wrong: bool, sentence: str, hint: str | None = None) -> None:
    """Raise ``BadParameter`` with the sentence if options are wrong; ``hint`` is the option to blame."""
    if wrong:
        raise typer.BadParameter(sentence, param_hint=hint)


def put(value: Mapping[str, Any], line: str, *, as_json: bool) -> None:
    """Print the result of a command: as one JSON object, or as a line for people."""
    if as_json:
        put_json(value)
    else:
        say(line)


def say_rest(count: int, shown: int) -> None:
    """Print how many of ``count`` lines were not shown; print nothing if all were shown."""
    if count > shown:
        say(f"… and {count - shown} more; --json lists all.")


def put_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object with sorted keys; values that JSON lacks, such as bytes, are written as text."""
    print(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))  # noqa: T201


def put_json_list(name: str, values: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object that holds one list. It is streamed, so that a long list takes no memory."""
    write, encode = sys.stdout.write, json.JSONEncoder(ensure_ascii=False).encode
    write(f"{{{encode(name)}: [")
    for number, some in enumerate(portions(values, _PORTION)):
        write(", " * (number > 0))
        write(encode(some)[1:-1])
    write("]}\n")


def put_table(columns: Sequence[str], rows: Iterable[Sequence[object]], longest: Sequence[int] = ()) -> None:
    """Print a table; a column whose name begins with # holds numbers.

    A table that is long, or is not printed to a terminal, is printed while the rows are read. ``longest`` are the
    maximum widths of the first columns in characters, as far as they are known in advance.
    """
    coming = portions(rows, _PORTION)
    first = [_cells(row) for row in next(coming, [])]
    if sys.stdout.isatty() and len(first) < _PORTION:
        _put_fitting(columns, first)
        return
    names = [plain(column.removeprefix("#")) for column in columns]
    widths = [max(map(cell_len, cells)) for cells in zip(names, *first, strict=True)]
    widths[: len(longest)] = map(max, widths, longest)
    widths = [min(width, _WIDEST) for width in widths]
    right = [column.startswith("#") for column in columns]
    write = sys.stdout.write
    write("".join(_line(cells, widths, right) for cells in (names, *first)))
    for portion in coming:
        write("".join(_line(_cells(row), widths, right) for row in portion))


def put_section(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print an empty line and a table; print nothing without rows."""
    if rows:
        say("")
        put_table(columns, rows)


def _put_fitting(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table wrapped to the width of the terminal."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column.removeprefix("#")), justify="right" if column.startswith("#") else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(file=sys.stdout, markup=False, highlight=False, emoji=False).print(table)


def _cells(row: Sequence[object]) -> list[str]:
    return ["" if cell is None else plain(str(cell)) for cell in row]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        " " * (width - _width(cell)) + cell if to_right else cell + " " * (width - _width(cell))
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    )
    return _BETWEEN.join(padded).rstrip() + "\n"


def _width(cell: str) -> int:
    return len(cell) if cell.isascii() else cell_len(cell)


def plain(words: str) -> str:
    """Replace characters that move the cursor, set colours or change the text direction; line breaks become spaces."""
    if words.isprintable():  # nothing to replace
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
    """Yield a progress callback (done, total), which shows the progress on a terminal after one second.

    A terminal that can move its cursor shows a bar; a dumb terminal shows a line now and then.
    """
    shown = time.monotonic()
    pause = _SILENT
    console = Console(file=sys.stderr, markup=False, highlight=False, emoji=False)
    bar = Bar(console=console, transient=True)
    task = bar.add_task(what, total=None)
    terminal = sys.stderr.isatty()

    def on_progress(done: int, total: int) -> None:
        nonlocal shown, pause
        if not terminal or time.monotonic() - shown <= pause:
            return
        if console.is_dumb_terminal:
            warn(f"{what}: {done} of {total}" if total else f"{what} …")
            shown, pause = time.monotonic(), _BETWEEN_LINES
        else:
            bar.start()
            bar.update(task, completed=done, total=total)

    try:
        yield on_progress
    finally:
        if bar.live.is_started:  # stopping a bar that was not started prints an empty line
            bar.stop()


def _named(words: str) -> Path:
    """Parse the path of a file; reject empty paths and folders such as ".."."""
    path = Path(words)
    if not path.name or path.name == "..":
        raise typer.BadParameter("a file name is needed")
    return path


ProjectPath: TypeAlias = Annotated[Path, typer.Argument(metavar="PROJECT", help="A .spanwright file.", parser=_named)]
WithReplaced: TypeAlias = Annotated[
    bool, typer.Option("--replaced", help="Include articles that were replaced by a newer version.")
]
Layers: TypeAlias = Annotated[
    list[str] | None, typer.Option("--layer", metavar="NAME", help="A layer; can be repeated. By default all.")
]
DoneOnly: TypeAlias = Annotated[bool, typer.Option("--done-only", help="Only articles that are done.")]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[Project]:
    """Yield an open project, and close it afterwards.

    Warn if the file has another hard link: opened under that name, the project would lack the last edits.
    """
    project = Project.open(path, read_only=read_only)
    if project.kept_aside is not None:
        warn(str(StoreError("store.log_broken", file=path.name, copy=project.kept_aside)))
    try:
        if has_other_name(path):
            warn(str(StoreError("store.linked", file=path.name)))
        yield project
    finally:
        project.close()
