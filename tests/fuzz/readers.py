"""All readers of formats and articles as functions of bytes that must never crash."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from annotator.corpus.article import Article, Sheet
from annotator.corpus.reader_table import READERS, read_file
from annotator.formats.problem import Problem
from annotator.formats.registry import importer
from annotator.model.json_records import to_line
from annotator.model.values import Annotated, Span, Suggestion
from annotator.system.errors import AnnotatorError
from tests.annotator.formats.at_hand import READ
from tests.annotator.formats.reading import NEWS, SCHEMA
from tests.fuzz import seeds
from tests.fuzz.seeds import Seed

Try = Callable[[Seed, bytes], None]
NAMES = [*(f"format-{name}" for name in READ), *(f"article-{reader.name}" for reader in READERS)]

for library in ("pypdf", "trafilatura", "htmldate", "courlan"):
    logging.getLogger(library).setLevel(logging.CRITICAL)


def seeds_of(name: str, folder: Path) -> list[Seed]:
    """Return valid files for a reader."""
    kind, _, which = name.partition("-")
    folder.mkdir(parents=True, exist_ok=True)
    return seeds.of_format(which, folder) if kind == "format" else seeds.of_reader(which, folder)


def reader(name: str, folder: Path) -> Try:
    """Return the function that reads a mutated file in a folder; it fails on anything but problems and documents."""
    kind, _, which = name.partition("-")
    read = (lambda path: _read_format(which, path)) if kind == "format" else _read_articles
    folder.mkdir(parents=True, exist_ok=True)

    def attempt(seed: Seed, content: bytes) -> None:
        for beside, untouched in seed.beside:
            (folder / beside).write_bytes(untouched)
        path = folder / seed.name
        path.write_bytes(content)
        with suppress(AnnotatorError):  # which is a sentence
            read(path)

    return attempt


def _read_format(name: str, path: Path) -> None:
    for entry in importer(name).read(path, NEWS):
        if isinstance(entry, Problem):
            assert entry.sentence
        else:
            _check(entry)


def _check(entry: Annotated) -> None:
    """Raise if a project could not hold the document."""
    text = entry.document.text
    assert text.strip()
    text.encode()
    to_line(entry).encode()
    ids = {span.id for span in entry.spans}
    assert len(ids) == len(entry.spans)
    rows: list[Span | Suggestion] = [*entry.spans, *entry.suggestions]
    for row in rows:
        SCHEMA.require_label(row.layer, row.label)
        assert 0 <= row.start < row.end <= len(text)
    assert all(relation.head in ids for relation in entry.relations)


def _read_articles(path: Path) -> None:
    for found in read_file(path):
        if isinstance(found, Article):
            assert found.text.strip()
            found.text.encode()
            assert all(0 <= start < end <= len(found.text) for start, end in found.furniture)
        elif not isinstance(found, Sheet):
            assert str(found)
