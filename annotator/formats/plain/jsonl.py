"""Spanwright's own JSONL: one record a line, lossless. Reading and rewriting a file gives the same bytes."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.formats.base import Exporter, Importer, ReadOptions, Report
from annotator.formats.capabilities import EVERYTHING
from annotator.formats.plain.json_labels import convert, has_labels
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import accept
from annotator.formats.shared.json_records import converted, read_records, repeated_id
from annotator.formats.shared.target import beside
from annotator.formats.shared.writers import file_writer
from annotator.model.json_records import to_line
from annotator.model.values import Annotated

_BUFFER = 1 << 18  # bytes; with the usual 8 KB, writing takes a third longer


def write_lines(lines: Iterable[tuple[str, int]], path: Path) -> Report:
    """Write finished lines, each with its number of spans; the target is replaced only when all are written.

    Raises:
        FormatError: ``format.target``.
    """
    documents = spans = 0
    with beside(path, folder=False) as target, target.open("wb", buffering=_BUFFER) as file:
        for line, count in lines:
            file.write(line.encode("utf-8"))
            file.write(b"\n")
            documents += 1
            spans += count
    return Report(documents=documents, spans=spans, kept=spans, changed=0, lost=0, losses=())


def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield the file's documents and problems, in order.

    Raises:
        FormatError: ``text.missing`` if the file cannot be read.
    """
    lines: dict[str, int] = {}  # id → line
    for found in read_records(path):
        if isinstance(found, Problem):
            yield found
            continue
        if "format" not in found.value and has_labels(found.value):
            # written by another tool, although the beginning of the file did not show it
            yield from converted(found, convert, path.name, options, lines)
            continue
        annotated, problems = accept(found.value, file=path.name, line=found.line, options=options)
        yield from problems
        if annotated is not None:
            yield annotated
            yield from repeated_id(found, lines, path.name)


JSONL_OUT = Exporter(
    name="jsonl",
    title="Spanwright JSONL",
    suffix=".jsonl",
    holds=EVERYTHING,
    open=file_writer(lambda fitted, _: [to_line(fitted.annotated) + "\n"]),
)
JSONL_IN = Importer(
    name="jsonl",
    title="Spanwright JSONL",
    suffixes=(".jsonl", ".ndjson"),
    read=read,
    signs=re.compile(r'"format":\s*"spanwright/'),
)
