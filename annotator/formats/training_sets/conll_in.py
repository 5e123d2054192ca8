"""Reading CoNLL's columns, as many tools write them.

The file lacks the text itself: tokens are joined with spaces, and each sentence gets a line. The columns are found in
the first rows (see `conll_columns`); several columns of labels are levels, which may overlap.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.json_records import read_lines, refused_encoding
from annotator.formats.shared.tokens.own_tokens import MOST_LEVELS
from annotator.formats.shared.tokens.token_columns import OUTSIDE, joined, rows
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.training_sets.conll_columns import SEEN, START, ColumnLayout, layout
from annotator.model.compounds import DERIVED, FORM, PART
from annotator.model.values import OWN_TOKENS, Annotated
from annotator.system import packed
from annotator.system.errors import FormatError

TITLE = "CoNLL columns"

_LINE = 1 << 20  # bytes; longer than any token
_MOST = 20_000  # tokens of an article in a file that does not mark their ends
_SPACES = re.compile(r" +")
_TABS = re.compile(r"\t+")
_COMMENT = re.compile(r"#(\t|\s?\S+( id)? ?= ?| ?$| new(doc|par)$)")
_TAG = re.compile(r"O|[BILUESM][-_]\S.*")
_SUFFIXES = tuple(".conll .conll02 .conll2002 .conll03 .conll2003 .iob .iob2 .bio .bilou .bioes".split())
_TABLE_ROWS = (  # at the start of a table: rows of a token and its tags, not of an article
    r"\A\ufeff?(?!#FORMAT=WebAnno)(?:#[^\n]*\n|\r?\n)*"
    r"(?:[^\t\n]++(?:\t[^\t\n]*)*\t(?:O|[BILUESM][-_][^\t\r\n]+)\r?\n(?:\r?\n)?){4}"
)
_TEXTS = (".txt", ".train", ".dev", ".test", ".testa", ".testb")  # as in the data of the shared tasks
_TEXT_TAG = r"[BILUESM]-\S+"


def _text_row(tag: str) -> str:
    """Return the pattern of a row of few columns with spaces between them, whose last column is a tag."""
    return rf"\S+(?:[ \t]\S+){{0,9}}[ \t](?:{tag})[ \t]?\r?\n(?:\r?\n)?"


_TEXT_ANY = _text_row(f"O|{_TEXT_TAG}")
_TEXT_ROWS = (  # at the start of a text: such rows, among them both kinds of tags, or “S-Bahn” would count as one
    r"\A\ufeff?(?:-DOCSTART-[^\n]*\n|\r?\n)*"
    rf"(?=(?:{_TEXT_ANY})*?{_text_row('O')})(?=(?:{_TEXT_ANY})*?{_text_row(_TEXT_TAG)})(?:{_TEXT_ANY}){{4}}"
)
_ROWS = re.compile(f"{_TABLE_ROWS}|{_TEXT_ROWS}")
_INFLECTED = re.compile(rf"(.+?)[-_]?({DERIVED}|{PART})")


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    try:
        with packed.opened(path) as file:
            refused = refused_encoding(file.read(4), path.name)
            if refused is not None:
                yield refused
                return
            file.seek(0)
            found = layout(_first_rows(file), options, path.name)
            file.seek(0)
            yield from _documents(file, path, options, found)
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error


def _first_rows(file: BinaryIO) -> list[list[str]]:
    found = (_row_or_none(line, number) for number, line in enumerate(read_lines(file, _LINE), 1))
    return [row for row in islice(found, SEEN) if row is not None and row[:1] != [START]]


def _row_or_none(line: bytes | None, number: int) -> list[str] | None:
    try:
        return _cells(line, number)
    except UnusableRow:
        return None


def _documents(file: BinaryIO, path: Path, options: ReadOptions, found: ColumnLayout) -> Iterator[Annotated | Problem]:
    article = _Article(1, found)
    guessed = 0
    for number, line in enumerate(read_lines(file, _LINE), 1):
        guessed = guessed or (number if line is not None and not _is_utf8(line) else 0)
        try:
            cells = _cells(line, number)
        except UnusableRow as refused:
            yield Problem(file=path.name, line=number, code=refused.code, details=refused.details)
            continue
        if cells is None:
            continue
        if cells[:1] == [START] or article.is_full(cells):
            yield from _accepted(article, path, options)
            article = _Article(number, found)
        if cells[:1] != [START]:
            article.add(cells)
    yield from _accepted(article, path, options)
    if guessed:
        yield Problem(file=path.name, line=guessed, code="file.encoding")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cells(line: bytes | None, number: int) -> list[str] | None:
    """Return the columns, [] for a blank line, None for a comment. A line that is not UTF-8 is read as Windows-1252."""
    if line is None:
        raise UnusableRow("line.long", limit="1")
    try:
        words = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        words = line.decode("cp1252", "replace")
    words = words.strip(" \t\r\n")
    if _is_comment(words):
        return None
    if not words:
        return []
    if "\0" in words:
        raise UnusableRow("line.character")
    cells = [cell.strip(" ") for cell in _TABS.split(words)] if "\t" in words else _SPACES.split(words)
    if len(cells) == 1 and cells != [START]:
        raise UnusableRow("line.columns")
    return [cell or "_" for cell in cells]


def _is_comment(words: str) -> bool:
    """Return whether a line is a comment.

    A token such as ``#`` or ``#a=b``, followed by a tab and its label, is not a comment.
    """
    if not _COMMENT.match(words):
        return False
    cells = words.split("\t")
    return len(cells) == 1 or " " in cells[0] or not _TAG.fullmatch(cells[-1].strip(" "))


class _Article:
    """An article's sentences; it begins on ``line``."""

    def __init__(self, line: int, found: ColumnLayout) -> None:
        self.line = line
        self.sentences: list[list[str]] = [[]]
        self.columns: list[list[str]] = [[] for _ in found.labels[:MOST_LEVELS]]
        self._layout = found

    def is_full(self, cells: list[str]) -> bool:
        """Return whether the article is long enough to end at this blank line."""
        return not cells and len(self.columns[0]) >= _MOST

    def add(self, cells: list[str]) -> None:
        if cells:
            self.sentences[-1].append(cells[min(self._layout.token, len(cells) - 1)])
            for column, at in zip(self.columns, self._layout.labels, strict=False):
                column.append(cells[at] if at < len(cells) else OUTSIDE if len(self.columns) > 1 else cells[-1])
        elif self.sentences[-1]:
            self.sentences.append([])

    def record(self, vocabulary: Vocabulary) -> dict[str, Any]:
        sentences = [sentence for sentence in self.sentences if sentence]
        text, places = joined(sentences)
        begins, at = set(), 0
        for sentence in sentences:
            begins.add(at)
            at += len(sentence)
        spans = [span for column in self.columns for span in rows(column, places, begins)]
        inside = [start + at for start, end in places for at, c in enumerate(text[start:end]) if c.isspace()]
        own: Mapping[str, Any] = {"inside": inside, "levels": len(self.columns), "index": self._layout.index}
        return {"text": text, "spans": [inflected(s, vocabulary) for s in spans], "meta": {OWN_TOKENS: own}}


def inflected(span: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return LOCderiv and LOCpart as LOC with a field, if the project knows only LOC and has the field."""
    found = _INFLECTED.fullmatch(span["label"])
    if found is None or Vocabulary.label(vocabulary, span["label"], None) is not None:
        return span
    known = Vocabulary.label(vocabulary, found[1], None)
    if known is None or not vocabulary.holds(known[0], FORM, found[2]):
        return span
    return {**span, "label": found[1], "attributes": {FORM: found[2]}}


def _accepted(article: _Article, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    if article.columns[0]:
        record = article.record(options.vocabulary)
        yield from read_record(record, file=path.name, line=article.line, options=options)


CONLL_IN = Importer(
    name="conll",
    title=TITLE,
    suffixes=(*_SUFFIXES, ".tsv", *_TEXTS),
    read=_read,
    signs=_ROWS,
    sure=_SUFFIXES,
)
