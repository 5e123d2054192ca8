"""Records of JSON files: one a line, or the objects of an array. Memory use is bounded."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from annotator.formats.base import Open, Put, Read, ReadOptions
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import accept
from annotator.formats.shared.json_fields import ReportProblem, UnusableRow, flaw
from annotator.model.json_records import FORMAT
from annotator.model.values import Annotated
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.json_objects import object_from_pairs

LIMIT = 64  # MB a record

_MEGABYTE = 1 << 20
_CHUNK = 1 << 18  # bytes of an array in one read, until a record needs more
_HEAD = 1 << 12
_SHOWN = 20  # characters of invalid JSON
_BOM = b"\xef\xbb\xbf"
# UTF-32 first: its mark begins with that of UTF-16.
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SPACE = " \t\r\n"
_PAIR = re.compile(rb'\s*\[[ \t]*"')  # a line that is a list beginning with a text

Convert: TypeAlias = Callable[[dict[str, Any], ReadOptions, ReportProblem], Iterable[dict[str, Any]]]


class Record(NamedTuple):
    """An object of a JSON file with its 1-based first line."""

    line: int
    value: dict[str, Any]


def reader(convert: Convert) -> Read:
    """Return the reader of a JSON format, which ``convert`` turns into records.

    It yields any number of records (see `incoming`) for an object; only ``text`` is required. It may report problems,
    or raise `UnusableRow` for the whole object. The objects have no deep nesting, NUL or lone surrogates.
    """

    def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
        lines: dict[str, int] = {}  # id → line
        for found in read_records(path):
            if isinstance(found, Problem):
                yield found
            else:
                yield from converted(found, convert, path.name, options, lines)

    return read


def repeated_id(found: Record, lines: dict[str, int], file: str) -> Iterator[Problem]:
    """Report an id used by an earlier object, except in our own records, where equal ones are merged."""
    given = found.value.get("id")
    if not isinstance(given, str | int) or found.value.get("format") == FORMAT:
        return
    first = lines.setdefault(str(given), found.line)
    if first != found.line:
        details = {"id": str(given), "first": str(first)}
        yield Problem(file=file, line=found.line, code="record.twice", details=details)


def converted(
    found: Record, convert: Convert, file: str, options: ReadOptions, lines: dict[str, int]
) -> Iterator[Annotated | Problem]:
    """Yield an object's documents and problems; see `reader`. ``lines`` maps earlier ids to their lines."""
    problems: list[Problem] = []

    def report(place: str, code: str, **details: str) -> None:
        problems.append(Problem(file=file, line=found.line, place=place, code=code, details=details))

    flawed = flaw(found.value)
    records: list[dict[str, Any]] = []
    try:
        if flawed is not None:
            raise UnusableRow(flawed[0], **flawed[1])
        records = list(convert(found.value, options, report))
    except UnusableRow as refused:
        report("", refused.code, **refused.details)
    yield from problems
    unknown = {problem.unknown for problem in problems} - {None}
    accepted = False
    for record in records:
        annotated, more = accept(record, file=file, line=found.line, options=options, sound=True)
        yield from (problem for problem in more if problem.unknown not in unknown)
        if annotated is not None:
            accepted = True
            yield annotated
    if accepted:
        yield from repeated_id(found, lines, file)


def read_records(path: Path) -> Iterator[Record | Problem]:
    """Yield the objects and problems of a file of JSON lines or of one JSON array, in order.

    Raises:
        FormatError: ``text.missing`` if the file cannot be read.
    """
    try:
        with packed.opened(path) as file:
            head = file.read(_HEAD)
            file.seek(len(_BOM) if head.startswith(_BOM) else 0)
            refused = refused_encoding(head, path.name)
            if refused is not None:
                yield refused
            elif _PAIR.match(head.removeprefix(_BOM)):
                yield from _lines(file, path.name)
            elif head.removeprefix(_BOM).lstrip().startswith(b"["):
                yield from _ArrayReader(file, path.name).records()
            elif _is_spread(head.removeprefix(_BOM)):
                yield from _ArrayReader(file, path.name).objects()
            else:
                yield from _lines(file, path.name)
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error


def refused_encoding(head: bytes, file: str) -> Problem | None:
    """Return a problem if a file begins with the mark of UTF-16 or UTF-32, which are not read; else None."""
    encoding = next((name for mark, name in _WIDE if head.startswith(mark)), None)
    return Problem(file=file, line=1, code="line.wide", details={"encoding": encoding}) if encoding else None


def read_lines(file: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield lines split at LF only; a line over the limit is yielded as None and is never fully in memory."""
    while line := file.readline(limit):
        if line.endswith(b"\n") or len(line) < limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limit)
        yield None


def _is_spread(head: bytes) -> bool:
    """Return whether the first object extends over several lines, as pretty-printed objects do."""
    first, more, _ = head.lstrip().partition(b"\n")
    return bool(more) and first.startswith(b"{") and first.rstrip().endswith((b"{", b",", b"["))


def _lines(file: BinaryIO, name: str) -> Iterator[Record | Problem]:
    for number, line in enumerate(read_lines(file, LIMIT * _MEGABYTE), 1):
        if line is not None and not line.strip():
            continue
        try:
            yield Record(number, _parse_line(line))
        except UnusableRow as refused:
            yield Problem(file=name, line=number, code=refused.code, details=refused.details)


def _parse_line(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise UnusableRow("line.long", limit=str(LIMIT))
    try:
        value = _decoder.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnusableRow("line.encoding", offset=str(error.start)) from None
    except RecursionError:
        raise UnusableRow("line.deep") from None
    except json.JSONDecodeError as error:
        raise _refusal(error) from None
    except ValueError as error:
        reason = str(error) if isinstance(error, _NoNumber) else QT_TRANSLATE_NOOP("Formats", "too many digits")
        raise UnusableRow("line.number", reason=reason) from None
    found = _object(value)
    if found is None:
        raise UnusableRow("line.object")
    return found


def _object(value: Any) -> dict[str, Any] | None:
    """Return a value that is an object, or the object of spaCy 2's ``[text, {"entities": […]}]`` with its text."""
    match value:
        case dict():
            return value
        case [str(text), dict(facts)]:
            facts["text"] = text
            return facts
        case _:
            return None


class _ArrayReader:
    """Reads an array record by record. Invalid JSON ends it, as the next record's start is unknown."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0  # position in the text; all before it has been read
        self._line = 1
        self._ended = False

    def objects(self) -> Iterator[Record | Problem]:
        """Yield objects that are not in an array. Reading ends at invalid JSON."""
        try:
            while self._skip(_SPACE):
                yield self._record()
        except UnicodeDecodeError as error:
            yield self._problem("line.encoding", offset=str(error.start))
        except UnusableRow as refused:
            yield self._problem(refused.code, **refused.details)

    def records(self) -> Iterator[Record | Problem]:
        """Yield the objects of an array."""
        try:
            self._skip(_SPACE)
            self._move(self._at + 1)  # the bracket
            while (found := self._skip(_SPACE + ",")) and found != "]":
                yield self._record()
            if not found:
                raise UnusableRow("file.rest", reason=QT_TRANSLATE_NOOP("Formats", "the list has no closing bracket"))
            self._move(self._at + 1)
            if self._skip(_SPACE):
                raise UnusableRow(
                    "file.rest", reason=QT_TRANSLATE_NOOP("Formats", "there is more after the end of the list")
                )
        except UnicodeDecodeError as error:
            yield self._problem("line.encoding", offset=str(error.start))
        except UnusableRow as refused:
            yield self._problem(refused.code, **refused.details)

    def _record(self) -> Record | Problem:
        line = self._line
        value = _object(self._parse())
        if value is not None:
            return Record(line, value)
        return Problem(file=self._name, line=line, code="line.object")

    def _parse(self) -> Any:
        while True:
            try:
                value, end = _decoder.raw_decode(self._text, self._at)
                if end < len(self._text) or not self._fill():  # a number might continue
                    self._move(end)
                    return value
            except RecursionError:
                raise UnusableRow("line.deep") from None
            except ValueError as error:
                if len(self._text) - self._at > LIMIT * _MEGABYTE:
                    raise UnusableRow("line.long", limit=str(LIMIT)) from None
                at = error.pos - self._at if isinstance(error, json.JSONDecodeError) else 0
                if not self._fill():
                    self._move(min(self._at + at, len(self._text)))
                    raise UnusableRow("file.rest", reason=_reason(error)) from None

    def _skip(self, characters: str) -> str:
        """Move past these characters and return the next one, or "" at the end."""
        while True:
            at = self._at
            while at < len(self._text) and self._text[at] in characters:
                at += 1
            self._move(at)
            if at < len(self._text):
                return self._text[at]
            if not self._fill():
                return ""

    def _move(self, at: int) -> None:
        self._line += self._text.count("\n", self._at, at)
        self._at = at

    def _fill(self) -> bool:
        """Read more, doubling the unread text; return False at the end of the file."""
        if self._ended:
            return False
        waiting = len(self._text) - self._at
        read = self._file.read(max(_CHUNK, waiting))
        self._ended = not read
        self._text = self._text[self._at :] + self._decoder.decode(read, final=self._ended)
        self._at = 0
        return not self._ended

    def _problem(self, code: str, **details: str) -> Problem:
        return Problem(file=self._name, line=self._line, code=code, details=details)


def _refusal(error: json.JSONDecodeError) -> UnusableRow:
    """Return the refusal for a line that is not JSON; characters count from 1."""
    found, column = error.doc[error.pos :], str(error.pos + 1)
    if found.startswith("\ufeff"):
        return UnusableRow("line.bom", column=column)
    if not found.strip() or error.msg.startswith("Unterminated"):
        return UnusableRow("line.cut", column=column)
    return UnusableRow("line.json", column=column, found=found[:_SHOWN])


def _reason(error: ValueError) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return QT_TRANSLATE_NOOP("Formats", "a number that JSON does not allow")
    code = _refusal(error).code
    if code == "line.cut":
        return QT_TRANSLATE_NOOP("Formats", "it is cut off")
    if code == "line.bom":
        return QT_TRANSLATE_NOOP("Formats", "a byte order mark between joined files")
    return QT_TRANSLATE_NOOP("Formats", "not valid JSON")


def _refuse_constant(constant: str) -> float:
    raise _NoNumber(constant)


class _NoNumber(ValueError):
    """A constant such as NaN, which is not JSON."""


# `json.loads` would make one for each line.
_decoder = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=object_from_pairs)


@contextmanager
def json_list(path: Path, head: str = "[", tail: str = "]") -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Open a file for a list, yield the function that adds an object, and close the list on exit.

    ``head`` precedes the first object, ``tail`` follows the last; both include the brackets.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        between = "\n"

        def put(value: Mapping[str, Any]) -> None:
            nonlocal between
            file.write(between + json.dumps(value, ensure_ascii=False))
            between = ",\n"

        yield put
        file.write(f"\n{tail}\n" if between == ",\n" else f"{tail}\n")


def list_writer(
    records: Callable[[Fitted, Options], Iterable[Mapping[str, Any]]], head: str = "[", tail: str = "]"
) -> Open:
    """Return the opener of a format that writes all records as one list; see `json_list`."""

    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        with json_list(path, head, tail) as add:

            def put(fitted: Fitted) -> None:
                for record in records(fitted, options):
                    add(record)

            yield put

    return opened


def json_line(value: Mapping[str, Any]) -> str:
    """Return an object as a line of JSON with its line break."""
    return json.dumps(value, ensure_ascii=False) + "\n"
