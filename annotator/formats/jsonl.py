"""Spanwright's own JSONL: one record a line, nothing lost. Reading one and writing it again gives the same bytes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.fit import EVERYTHING, Fitted, Options
from annotator.formats.incoming import accept
from annotator.formats.problem import Problem
from annotator.formats.records import read_records
from annotator.model import Annotated
from annotator.record import to_line


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
    for found in read_records(path):
        if isinstance(found, Problem):
            yield found
            continue
        annotated, problems = accept(found.value, file=path.name, line=found.line, options=options)
        yield from problems
        if annotated is not None:
            yield annotated


JSONL_OUT = Exporter(name="jsonl", title="Spanwright JSONL", suffix=".jsonl", holds=EVERYTHING, open=_open)
JSONL_IN = Importer(
    name="jsonl",
    title="Spanwright JSONL",
    suffixes=(".jsonl", ".ndjson"),
    read=read,
    signs=re.compile(r'"format":\s*"spanwright/'),
)
