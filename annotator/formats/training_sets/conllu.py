"""CoNLL-U: ten columns, with labels as ``NE=B-PER`` in the last one, as treebanks with names have them.

The text is rebuilt from the words and ``SpaceAfter=No`` or ``SpacesAfter``; without the latter each sentence gets a
line. A line numbered 1-2 is one token, and the lines of its words 1 and 2 are none. Empty nodes (8.1) are left out.
Source: https://universaldependencies.org/format.html; UDPipe's manual for ``SpacesAfter``
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.json_records import read_lines
from annotator.formats.shared.tokens.own_tokens import spaces_inside
from annotator.formats.shared.tokens.token_columns import OUTSIDE, iob2, rows
from annotator.formats.shared.tokens.training_tokens import places
from annotator.formats.shared.writers import file_writer
from annotator.formats.training_sets.conll import sentence_ranges
from annotator.formats.training_sets.conll_in import inflected
from annotator.model.values import OWN_TOKENS, Annotated
from annotator.system import packed
from annotator.system.errors import FormatError
from annotator.text.normalization import one_line

_TITLE = "CoNLL-U"
_LINE = 1 << 20  # bytes
_MOST = 20_000  # tokens of an article in a file that does not mark their ends
_COLUMNS = 10
_KEYS = frozenset({"ne", "ner", "namedentity"})
_NUMBER = re.compile(r"(\d{1,9})(?:-(\d{1,9})|(\.\d{1,9}))?", re.ASCII)
_COMMENT = re.compile(r"#\s*(newdoc(?:\s+id)?|newpar)\b\s*=?\s*(.*)")
_MEANT = {"\\s": " ", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\p": "|", "\\\\": "\\"}
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_SPELT = {meant: written for written, meant in _MEANT.items()}


def _written(fitted: Fitted) -> Iterator[str]:
    """Yield each sentence with its comments and a blank line."""
    doc, document = fitted.doc, fitted.annotated.document
    if doc is None:
        raise TypeError("CoNLL-U needs tokens")
    column = iob2(doc, fitted.flat)
    inside = spaces_inside(document)
    starts, ends, spaces = places(doc)
    words = [at for at, space in enumerate(spaces) if not space or starts[at] in inside]
    after = {at: starts[then] for at, then in pairwise(words)}
    yield f"# newdoc id = {one_line(document.id)}\n"
    number = 0
    for first, last in sentence_ranges(fitted, doc, [column]):
        sentence = [at for at in words if first <= at < last]
        if not sentence:
            continue
        number += 1
        yield f"# sent_id = {number}\n"
        yield f"# text = {one_line(document.text[starts[sentence[0]] : ends[sentence[-1]]])}\n"
        for place, at in enumerate(sentence, 1):
            gap = document.text[ends[at] : after.get(at, len(document.text))]
            misc = ([f"NE={column[at]}"] if column[at] != OUTSIDE else []) + _gap(gap, last=at == words[-1])
            word = one_line(document.text[starts[at] : ends[at]])
            yield "\t".join([str(place), word, *"_" * (_COLUMNS - 3), "|".join(misc) or "_"]) + "\n"
        yield "\n"


def _gap(gap: str, *, last: bool) -> list[str]:
    if gap == " " or (last and not gap):
        return []
    return [f"SpacesAfter={''.join(_SPELT.get(c, c) for c in gap)}"] if gap else ["SpaceAfter=No"]


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    try:
        with packed.opened(path) as file:
            yield from _documents(file, path, options)
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error


def _documents(file: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    article = _Article(1)
    for number, line in enumerate(read_lines(file, _LINE), 1):
        try:
            words = _decoded(line, number)
            if words.startswith("#"):
                found = _COMMENT.match(words)
                if found and found[1].startswith("newdoc"):
                    yield from _accepted(article, path, options)
                    article = _Article(number, found[2])
                elif found:
                    article.paragraph()
            elif words:
                article.add(words.split("\t"), number)
            elif article.is_full():
                yield from _accepted(article, path, options)
                article = _Article(number)
            else:
                article.end_sentence()
        except UnusableRow as refused:
            yield Problem(file=path.name, line=number, code=refused.code, details=refused.details)
    yield from _accepted(article, path, options)


def _decoded(line: bytes | None, number: int) -> str:
    if line is None:
        raise UnusableRow("line.long", limit="1")
    try:
        words = line.decode("utf-8-sig" if number == 1 else "utf-8").strip("\r\n")
    except UnicodeDecodeError as error:
        raise UnusableRow("line.encoding", offset=str(error.start)) from None
    if "\0" in words:
        raise UnusableRow("line.character")
    return words if words.strip() else ""


class _Article:
    """An article's tokens; it begins on ``line``."""

    def __init__(self, line: int, name: str = "") -> None:
        self.line, self.name = line, name
        self.column: list[str] = []
        self._pieces: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._sentences: list[int] = []  # the number of each sentence's first token
        self._gap = ""  # between the last token and the next one
        self._length = 0
        self._last = 0  # the number of the last word
        self._covered = 0  # the last word that belongs to the last token of several words
        self._range = (0, "")  # line and number of the last such token
        self.unfit: list[tuple[int, str]] = []  # such tokens whose last word did not follow
        self._begins = True

    def is_full(self) -> bool:
        return len(self.column) >= _MOST

    def end_sentence(self) -> None:
        if self._covered > self._last:
            self.unfit.append(self._range)
        self._begins, self._covered, self._last = True, 0, 0
        if self._gap in {"", " "}:
            self._gap = "\n" if self.column else ""

    def paragraph(self) -> None:
        if self._gap == "\n":
            self._gap = "\n\n"

    def add(self, cells: list[str], line: int) -> None:
        """Add a word.

        Raises:
            UnusableRow: ``line.unknown`` or ``line.range``.
        """
        found = _NUMBER.fullmatch(cells[0])
        if found is None or len(cells) < 2 or not cells[1]:
            raise UnusableRow("line.unknown", line="\t".join(cells)[:40])
        misc = dict(pair.partition("=")[::2] for pair in cells[-1].split("|")) if len(cells) >= _COLUMNS else {}
        tag = next((value for key, value in misc.items() if key.casefold() in _KEYS), OUTSIDE)
        word = int(found[1])
        if found[2] and not self._covered < word < int(found[2]):
            raise UnusableRow("line.range", range=cells[0])
        self._last = word
        if found[3] or word <= self._covered:
            if not found[3] and self.column[-1] == OUTSIDE:
                self.column[-1] = tag  # the label of the first word below the token
            return
        if found[2]:
            self._covered, self._range = int(found[2]), (line, cells[0])
        if self._begins:
            self._sentences.append(len(self.column))
            self._begins = False
        start = self._length + len(self._gap)
        self._pieces += [self._gap, cells[1]]
        self._length = start + len(cells[1])
        self._places.append((start, self._length))
        self.column.append(tag)
        self._gap = "" if misc.get("SpaceAfter") == "No" else _unescaped(misc.get("SpacesAfter", r"\s"))

    def record(self) -> dict[str, Any]:
        self.end_sentence()
        text = "".join(self._pieces)
        inside = [start + at for start, end in self._places for at, c in enumerate(text[start:end]) if c.isspace()]
        glued = [start for (_, before), (start, _) in pairwise(self._places) if before == start]
        sentences = [self._places[first][0] for first in self._sentences]
        own = {"inside": inside, "glued": glued, "sentences": sentences}
        spans = rows(self.column, self._places, frozenset(self._sentences))
        return {"text": text, "id": self.name or None, "spans": spans, "meta": {OWN_TOKENS: own}}


def _unescaped(written: str) -> str:
    """Return the white space of ``SpacesAfter``; anything else is a space."""
    gap = _ESCAPED.sub(lambda found: _MEANT.get(found[0], " "), written)
    return gap.replace("\r\n", "\n").replace("\r", "\n") if gap.isspace() else " "


def _accepted(article: _Article, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    if article.column:
        record = article.record()
        record["spans"] = [inflected(span, options.vocabulary) for span in record["spans"]]
        for line, words in article.unfit:
            yield Problem(file=path.name, line=line, code="line.range", details={"range": words})
        yield from read_record(record, file=path.name, line=article.line, options=options)


CONLLU_OUT = Exporter(
    name="conllu",
    title=_TITLE,
    suffix=".conllu",
    holds=Capabilities(tokens=True, own_tokens=True, layers=False),
    open=file_writer(lambda fitted, _: _written(fitted)),
)
CONLLU_IN = Importer(name="conllu", title=_TITLE, suffixes=(".conllu", ".conllup"), read=_read)
