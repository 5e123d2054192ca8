"""CoNLL's columns: a token a line with its chunk in the last column, and a blank line after a sentence.

The file lacks the text itself: import joins tokens with spaces and puts each sentence on a line.
Source: https://www.clips.uantwerpen.be/conll2003/ner/
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import Refused
from annotator.formats.shared.json_records import read_lines
from annotator.formats.shared.token_columns import OUTSIDE, iob2, joined, rows
from annotator.formats.shared.training_tokens import places, token_numbers
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from annotator.text import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLE = "CoNLL columns"
_START = "-DOCSTART-"
_LINE = 1 << 20  # bytes; longer than any token
_MOST = 20_000  # tokens of an article in a file that does not mark their ends
_COLUMNS = re.compile(r"[ \t]+")
_COMMENT = re.compile(r"#\s?\S+ = |# ?$")


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    with path.open("w", encoding="utf-8", newline="\n") as file:

        def put(fitted: Fitted) -> None:
            if fitted.doc is None:
                raise TypeError("CoNLL needs tokens")
            file.write(f"{_START} -X- -X- {OUTSIDE}\n\n")
            column = iob2(fitted.doc, fitted.flat)
            text = fitted.annotated.document.text
            lines = [
                f"{text[start:end]} _ _ {chunk}\n" if not space else ""
                for start, end, space, chunk in zip(*places(fitted.doc), column, strict=True)
            ]
            every = ("".join(lines[first:after]) for first, after in _sentences(fitted.doc, text, column))
            file.write("".join(f"{sentence}\n" for sentence in every if sentence))

        yield put


def _sentences(doc: "Doc", text: str, column: list[str]) -> Iterator[tuple[int, int]]:
    """Yield each sentence's token range; a boundary inside a chunk is dropped, as it would cut the chunk."""
    begins = token_numbers(doc)
    starts = (begins[start] for start, _ in sentences.split(text) if start in begins)
    first = [i for i in starts if i and not column[i].startswith("I-")]
    return pairwise([0, *first, len(doc)])


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    try:
        with path.open("rb") as file:
            yield from _documents(file, path, options)
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error


def _documents(file: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    article = _Article(1)
    for number, line in enumerate(read_lines(file, _LINE), 1):
        try:
            cells = _cells(line, number)
        except Refused as refused:
            yield Problem(file=path.name, line=number, code=refused.code, details=refused.details)
            continue
        if cells[:1] == [_START] or article.is_full(cells):
            yield from _accepted(article, path, options)
            article = _Article(number)
        if cells[:1] != [_START]:
            article.add(cells)
    yield from _accepted(article, path, options)


def _cells(line: bytes | None, number: int) -> list[str]:
    """Return the columns, [] for a blank line or a comment."""
    if line is None:
        raise Refused("line.long", limit="1")
    try:
        words = line.decode("utf-8-sig" if number == 1 else "utf-8").strip(" \t\r\n")
    except UnicodeDecodeError as error:
        raise Refused("line.encoding", offset=str(error.start)) from None
    if not words or _COMMENT.match(words):
        return []
    if "\0" in words:
        raise Refused("line.character")
    cells = _COLUMNS.split(words)
    if len(cells) == 1 and cells != [_START]:
        raise Refused("line.columns")
    return cells


class _Article:
    """An article's sentences; it begins on ``line``."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.sentences: list[list[str]] = [[]]
        self.column: list[str] = []

    def is_full(self, cells: list[str]) -> bool:
        """Return whether the article is long enough to end at this blank line."""
        return not cells and len(self.column) >= _MOST

    def add(self, cells: list[str]) -> None:
        if cells:
            self.sentences[-1].append(cells[0])
            self.column.append(cells[-1])
        elif self.sentences[-1]:
            self.sentences.append([])

    def record(self) -> dict[str, Any]:
        text, places = joined(sentence for sentence in self.sentences if sentence)
        return {"text": text, "spans": rows(self.column, places)}


def _accepted(article: _Article, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    if article.column:
        yield from read_record(article.record(), file=path.name, line=article.line, options=options)


CONLL_OUT = Exporter(
    name="conll", title=_TITLE, suffix=".conll", holds=Capabilities(tokens=True, layers=False), open=_open
)
CONLL_IN = Importer(
    name="conll",
    title=_TITLE,
    suffixes=tuple(".conll .conll02 .conll2002 .conll03 .conll2003 .iob .iob2 .bio .bilou .bioes".split()),
    read=_read,
)
