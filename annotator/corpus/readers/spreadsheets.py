"""Tables with one article a row: CSV and similar files, and Excel workbooks."""

import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile, ZipFile

from annotator.corpus.article import ROW, Draft, Found, ReadingChoices
from annotator.corpus.byte_limits import FILE_LIMIT, MB, read_content, refuse_special
from annotator.corpus.encoding import decode
from annotator.corpus.readers import column_guess
from annotator.system.csv_rows import csv_rows
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import one_line

_CARDS = ("claim", "quote", "sentence", "claimant", "cue", "object")
_EXPORTED = (  # the first columns of the sheets that this program exports; their rows are not articles
    ("document", "title", "layer", "label", "text", "start", "end"),
    ("document", "label", "head", "head_text", "tail", "tail_text"),
    ("document", "title", "language", "publisher", "author", "url", "published", "characters", "labels"),
    ("document", "title", "annotator", "label", "value"),
)

_DELIMITERS = ",;\t|"
_MOST_UNPACKED = 1024  # MB of a workbook
_LONGEST_NAME = 100  # characters of a column's name
_MOST_COLUMNS = 500

# What zipfile and openpyxl raise on damaged or malicious workbooks; XML errors are syntax errors.
_PARSER_ERRORS = (
    *(BadZipFile, zlib.error, SyntaxError, NotImplementedError, RuntimeError, EOFError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError),
)

Line: TypeAlias = tuple[int, list[str]]
"""A row: its number in the table, from 1, and its cells."""


def read_csv(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a table separated by comma, semicolon, tab or bar; the first rows show which."""
    decoded = decode(read_content(path, FILE_LIMIT), name=path.name, forced=asked.encoding)
    if not decoded.text.strip("\ufeff \r\n"):
        raise TextError("text.empty", file=path.name)
    text = decoded.text.removeprefix("\ufeff")
    lines = _csv_lines(text, _delimiter(text))
    for found in _articles(lines, path.name, asked, _EXPORTED):  # the caller looks for claim cards
        if isinstance(found, Draft):
            yield replace(found, encoding=decoded.encoding, encoding_sure=decoded.sure)
        else:
            yield found


def read_workbook(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read the first non-empty sheet of a workbook; formulas are read as their values."""
    yield from _articles(_workbook_lines(path), path.name, asked, (*_EXPORTED, _CARDS))


def table_lines(path: Path) -> Iterator[Line]:
    """Yield the rows of a text table, or of a workbook's first sheet.

    Raises:
        TextError: The file cannot be read, or is too large.
        Broken: The file is not what its name says.
    """
    if path.suffix.lower() == ".xlsx":
        yield from _workbook_lines(path)
    else:
        text = decode(read_content(path), name=path.name).text.removeprefix("\ufeff")
        yield from _csv_lines(text, _delimiter(text))


def _articles(
    lines: Iterator[Line], file: str, asked: ReadingChoices, exported: Iterable[tuple[str, ...]]
) -> Iterator[Found]:
    filled = ((line, cells) for line, cells in lines if any(cell.strip() for cell in cells))
    first = next(filled, None)
    if first is None:
        raise TextError("text.empty", file=file)
    names, headed = _names(first[1][:_MOST_COLUMNS])
    if asked.columns is None and any(tuple(names[: len(known)]) == known for known in exported):
        raise TextError("text.exported", file=file)
    lines = chain([] if headed else [first], filled)
    rows = ((line, dict(zip(names, cells, strict=False))) for line, cells in lines)
    yield from column_guess.articles(names, rows, asked, file, unit=ROW)


def _names(cells: Sequence[str]) -> tuple[list[str], bool]:
    """Return the column names, and whether they are in the first row; if not, columns are numbered."""
    names = [one_line(cell) for cell in cells]
    named = [name for name in names if name]
    if len(set(named)) == len(named) and not any(len(name) > _LONGEST_NAME or name.isdecimal() for name in named):
        return [name or str(number) for number, name in enumerate(names, 1)], True
    return [str(number) for number in range(1, len(names) + 1)], False


def _delimiter(text: str) -> str:
    """Return the delimiter that splits most of the first rows into the same number of cells, more than one."""

    def fit(delimiter: str) -> tuple[int, int]:
        lines = _csv_lines(text[: 1 << 20], delimiter, whole=False)
        counts = [len(cells) for _, cells in islice(lines, column_guess.FIRST)]
        usual = max(counts, key=counts.count, default=1)
        return (counts.count(usual), usual) if usual > 1 else (0, 0)

    return max(_DELIMITERS, key=fit)


def _csv_lines(text: str, delimiter: str, *, whole: bool = True) -> Iterator[Line]:
    """Yield the rows of a text. An unclosed quotation mark is an error only if the text is ``whole``."""
    rows = csv_rows(text, delimiter, whole=whole)
    return ((number, cells) for number, (_, cells) in enumerate(rows, 1))


def _workbook_lines(path: Path) -> Iterator[Line]:
    refuse_special(path)
    try:
        with ZipFile(path) as archive:
            if sum(member.file_size for member in archive.filelist) > _MOST_UNPACKED * MB:
                raise Broken(QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
        yield from _sheet_lines(path)
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror or str(error)) from error
    except _PARSER_ERRORS as error:
        raise Broken(str(error)) from None


def _sheet_lines(path: Path) -> Iterator[Line]:
    import openpyxl

    warnings.filterwarnings("ignore", module=r"openpyxl\b")  # about styles and checks that openpyxl ignores
    with closing(openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)) as book:
        for sheet in book.worksheets:
            lines = _cells(sheet.iter_rows(values_only=True))
            first = next(lines, None)
            if first is not None:
                yield first
                yield from lines
                return


def _cells(rows: Iterable[Sequence[Any]]) -> Iterator[Line]:
    for line, row in enumerate(rows, 1):
        cells = [_cell_text(value) for value in row]
        if any(cells):
            yield line, cells


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "")
