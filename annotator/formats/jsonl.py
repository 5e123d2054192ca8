"""Spanwright's own JSONL: one record a line, nothing lost. Reading one and writing it again gives the same bytes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from annotator.errors import FormatError
from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.fields import Refused
from annotator.formats.fit import Capabilities, Fitted, Options
from annotator.formats.incoming import accept
from annotator.formats.problem import Problem
from annotator.model import Annotated
from annotator.record import to_line

LIMIT = 64  # MB a line

_MEGABYTE = 1 << 20
_BOM = b"\xef\xbb\xbf"
_BOMS_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    with path.open("w", encoding="utf-8", newline="\n") as file:

        def put(fitted: Fitted) -> None:
            file.write(to_line(fitted.annotated) + "\n")

        yield put


def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Give the documents of the file and what was wrong with its lines, in order.

    Raises:
        FormatError: ``text.missing`` if the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield from _read(file, path.name, options)
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error


def _read(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Annotated | Problem]:
    for number, line in enumerate(_lines(file, LIMIT * _MEGABYTE), 1):
        if number == 1 and line is not None and line.startswith(_BOMS_UTF16):
            yield Problem(file=name, line=number, code="line.utf16")
            return
        if line is not None and not line.strip():
            continue
        try:
            value = parse_line(line)
        except Refused as refused:
            yield Problem(file=name, line=number, code=refused.code, details=refused.details)
            continue
        annotated, problems = accept(value, file=name, line=number, options=options)
        yield from problems
        if annotated is not None:
            yield annotated


def parse_line(line: bytes | None) -> dict[str, Any]:
    """Give the object of a line, None being a line that was too long.

    Raises:
        Refused: ``line.…``, why there is none.
    """
    if line is None:
        raise Refused("line.long", limit=str(LIMIT))
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise Refused("line.encoding", offset=str(error.start)) from None
    except RecursionError:
        raise Refused("line.deep") from None
    except ValueError as error:
        raise Refused("line.json", reason=str(error)) from None
    if not isinstance(value, dict):
        raise Refused("line.object")
    return value


def _lines(file: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Give the lines, split at LF alone, a BOM at the start left out; None for one that is over the limit."""
    if file.read(len(_BOM)) != _BOM:
        file.seek(0)
    while line := file.readline(limit):
        if line.endswith(b"\n") or len(line) < limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limit)
        yield None


def _refuse_constant(constant: str) -> float:
    raise ValueError(f"{constant} is no number of JSON")


JSONL_OUT = Exporter(
    name="jsonl",
    title="Spanwright JSONL",
    suffix=".jsonl",
    holds=Capabilities(
        overlap=True,
        discontinuous=True,
        white_space=True,
        relations=True,
        attributes=True,
        labels=True,
        suggestions=True,
    ),
    open=_open,
)
JSONL_IN = Importer(name="jsonl", title="Spanwright JSONL", suffixes=(".jsonl", ".ndjson"), read=read)
