"""The work on one part, in its own process: read, suggest, write. A part that has results is left alone."""

import os
import time
from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from annotator.corpus import furniture
from annotator.model.values import Document, Suggestion
from annotator.processes.worker import Progress
from annotator.project.furniture import document_of
from annotator.scale import problems, recipe
from annotator.scale.parts import Part
from annotator.scale.places import Folder
from annotator.scale.reading import RefusedRow, Row, TakenArticle, rows_of
from annotator.scale.recipe import RunSettings
from annotator.scale.writing import ARTICLES, SUFFIX, FoundArticle, PartCounts, ResultSheet, key_of
from annotator.suggestions.renewal import shown_only
from annotator.system import disk
from annotator.system.errors import ModelError

PORTION = 100_000  # characters that models read together, as in a project
READING, TOGETHER, ALONE = range(3)
"""The stages of a row: being read, beginning a portion, or being a portion by itself."""
FAR = 3
"""The least number that reports progress instead: `FAR` plus the number of bytes done, with the articles done."""


class Finished(NamedTuple):
    """A finished part.

    Attributes:
        portions: The number of portions that models have read.
        seconds: The time from beginning to end.
        cpu: The processor time in seconds.
        memory: The memory of the process at the end, in bytes.
    """

    part: str
    counted: PartCounts
    portions: int
    seconds: float
    cpu: float
    memory: int


class Reached(NamedTuple):
    """The progress of a part: the number of articles that are done, and of the bytes read (``weight``)."""

    part: str
    articles: int
    weight: int


class Careful(NamedTuple):
    """Rows at which the process has died, and which are therefore read with more care.

    Attributes:
        unreadable: Rows that were being read.
        alone: First rows of a portion that models were reading; the rows of this portion are now read one by one.
        deadly: Rows that models were reading one by one; such a row gets a problem instead of suggestions.
    """

    unreadable: frozenset[int] = frozenset()
    alone: frozenset[int] = frozenset()
    deadly: frozenset[int] = frozenset()


def prelabel(part: Part, out: str, fingerprint: str, careful: Careful, *, progress: Progress) -> Finished:
    """Write the suggestions for a part.

    Args:
        part: The part.
        out: The address of the folder of results.
        fingerprint: The fingerprint of the recipe in this folder.
        careful: The rows at which earlier attempts died.
        progress: Receives a row and what is done with it: `READING`, `TOGETHER` or `ALONE`. If the process dies, the
            last pair tells which row is to blame. After each portion, ``progress`` receives the number of articles
            done, and `FAR` plus the number of bytes done.

    Raises:
        ModelError: ``corpus.changed``, ``corpus.recipe``, ``corpus.worker``, ``corpus.storage``.
    """
    began, cpu = time.perf_counter(), time.process_time()
    folder = Folder(out)
    try:
        if folder.has(f"{ARTICLES}/{part.name}{SUFFIX}"):
            return Finished(part.name, PartCounts(0, 0, {}), 0, 0.0, 0.0, 0)
        work = _Work(part, recipe.known(out, fingerprint), careful, progress)
        counted = work.finish(folder)
    except OSError as error:
        raise ModelError("corpus.storage", part=part.name, reason=disk.reason(error)) from error
    return Finished(
        part.name, counted, work.portions, time.perf_counter() - began, time.process_time() - cpu, memory_now()
    )


def memory_now() -> int:
    """Return the memory that this process uses, in bytes."""
    import psutil

    return int(psutil.Process(os.getpid()).memory_info().rss)


class _Work:
    """A part in progress: rows wait until there are enough for the models to read together."""

    def __init__(self, part: Part, asked: RunSettings, careful: Careful, progress: Progress) -> None:
        self.portions = 0
        self._part = part
        self._asked = asked
        self._careful = careful
        self._progress = progress
        self._sheet = ResultSheet(part, vectors=asked.vectors)
        self._rules = furniture.loads(asked.page_rules) if asked.page_rules else ()
        self._waiting: list[tuple[Row, Document | None]] = []
        self._characters = 0
        self._taken = 0  # bytes

    def finish(self, out: Folder) -> PartCounts:
        """Read all rows, and write the results."""
        self._progress(self._part.first, READING)
        for row in rows_of(self._part, self._asked.columns, self._careful.unreadable, self._note):
            taken = row
            if row.row in self._careful.deadly:
                taken = RefusedRow(row.row, problems.PROCESS_DIED, row.place)
            document = self._document(taken) if isinstance(taken, TakenArticle) else None
            self._waiting.append((taken, document))
            self._characters += len(document.text) if document is not None else 1
            if self._characters >= PORTION:
                self._read(row.row + 1)
        self._read(-1)
        return self._sheet.put(out)

    def _note(self, taken: int) -> None:
        self._taken = taken

    def _document(self, taken: TakenArticle) -> Document:
        asked = self._asked
        language = asked.language or taken.article.language or asked.fallback
        made = document_of(taken.article, self._rules, language, exclude=False)
        return replace(made, id=key_of(self._part, taken))

    def _read(self, following: int) -> None:
        """Let the models read the waiting rows; one by one if a process has died in this portion before."""
        waiting, self._waiting, self._characters = self._waiting, [], 0
        if not waiting:
            return
        first = waiting[0][0].row
        if first in self._careful.alone:
            for one in waiting:
                self._suggest([one], ALONE)
        else:
            self._suggest(waiting, TOGETHER)
        self._progress(self._sheet.articles, FAR + self._taken)
        self._progress(following, READING)

    def _suggest(self, waiting: list[tuple[Row, Document | None]], doing: int) -> None:
        row = waiting[0][0].row
        self._progress(row, doing)
        documents = [document for _, document in waiting if document is not None]
        alive: Progress = lambda _done, _total: self._progress(row, doing)  # noqa: E731
        said = _suggestions(documents, self._asked, alive)
        made: list[list[bytes]] = [[] for _ in documents]
        if self._asked.vectors and documents:
            from annotator.scale.vectors import vectors

            made = vectors(documents, said, alive)
        found = iter([FoundArticle(*each) for each in zip(documents, said, made, strict=True)])
        self.portions += bool(documents)
        self._sheet.add([(each, next(found) if document is not None else None) for each, document in waiting])


def _suggestions(documents: Collection[Document], asked: RunSettings, progress: Progress) -> list[list[Suggestion]]:
    """Return the suggestions for each document, without the fields that the schema hides."""
    from annotator.suggest.work import prepare_many

    if not documents:
        return []
    pairs = [(document, document.language) for document in documents]
    found = prepare_many(pairs, asked.labels, asked.seen, asked.sources, progress=progress, with_tokens=False)
    for prepared in found:
        for problem in prepared.problems:
            raise problem
    return [
        [shown_only(each, asked.schema) for result in prepared.results for each in result.suggestions]
        for prepared in found
    ]
