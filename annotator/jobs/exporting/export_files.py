"""Exporting a project to files. `preflight` and `export` can run as jobs in their own process."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from annotator.editing import splitting
from annotator.formats.base import Exporter, Report
from annotator.formats.fit import Options
from annotator.formats.plain.jsonl import write_lines
from annotator.formats.registry import IMPORTERS, exporter
from annotator.formats.shared.target import Traces, traces
from annotator.jobs.exporting.gold_or_only import gold_or_only
from annotator.jobs.snapshots import Readable, path_of, reading
from annotator.model.values import GOLD, Annotated, State
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.store.queries.gathering import RecordLine
from annotator.store.reader import DocumentQuery
from annotator.system import staging
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError, SchemaError, StoreError

LOSSLESS = "jsonl"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """An export request: the format with its options, the annotator, and the documents.

    If ``annotator`` is None, Spanwright's own JSONL gets the labels of everyone. Other formats then get the labels of
    the annotator that `whose` chooses, or of everyone if ``everyone`` is set. With ``gold_or_only``, each article gets
    the labels that `gold_or_only` chooses. ``replaced`` includes articles that were replaced by a newer version.
    """

    format: str
    options: Options = field(default_factory=Options)
    annotator: str | None = None
    everyone: bool = False
    gold_or_only: bool = False
    done_only: bool = False
    replaced: bool = False

    @property
    def of_everyone(self) -> bool:
        """Whether the labels of all annotators are exported."""
        return self.everyone or (self.format == LOSSLESS and self.annotator is None and not self.gold_or_only)


def labels_by(project: Project, request: Request) -> dict[str, int]:
    """Count the labels by annotator in the requested layers, leaving out annotators without labels."""
    layers, counts = request.options.layers, Counter[str]()
    for annotator, layer, count in project.read.counts.spans_by(replaced=request.replaced):
        if not layers or layer in layers:
            counts[annotator] += count
    return dict(counts)


def whose(project: Project, request: Request) -> str | None:
    """Return the annotator whose labels a request is for; None means everyone's. With ``gold_or_only`` it is gold.

    If the request names nobody: the current annotator if they have labels, else gold, else the only one with labels.

    Raises:
        StoreError: ``store.no_labels``: several annotators have labels, but the current one and gold have none.
    """
    if request.gold_or_only:
        return GOLD
    if request.of_everyone or request.annotator is not None:
        return None if request.of_everyone else request.annotator
    current, counts = project.annotator, labels_by(project, request)
    if current in counts or not counts:
        return current
    if len(counts) == 1 or GOLD in counts:
        return GOLD if GOLD in counts else next(iter(counts))
    told = ", ".join(f"{name} ({count})" for name, count in counts.items())
    raise StoreError("store.no_labels", annotator=current, file=project.path.name, counts=told)


def state_query(project: Project, request: Request, annotator: str | None) -> DocumentQuery:
    """Return the query that selects the articles of a request.

    “Done” means done for the annotator whose labels are exported. Imported labels often come without states; then the
    current annotator's states count. Gold is exported only from adjudicated articles: an article without gold would
    teach a model that it contains nothing.
    """
    if annotator is not None and all(state == State.OPEN for _, state, _ in project.read.counts.states(annotator)):
        annotator = project.annotator
    done_only = request.done_only or annotator == GOLD
    return DocumentQuery(annotator=annotator, state=State.DONE if done_only else None, replaced=request.replaced)


def count_done(project: Project, request: Request, annotator: str | None) -> tuple[int, int]:
    """Return the number of done articles of a request for one annotator or everyone, and of all its articles."""
    query = state_query(project, request, annotator)
    done, every = (project.read.count_documents(replace(query, state=state)) for state in (State.DONE, None))
    return done, every


def export(project: Readable, target: Path, request: Request, *, progress: Progress = no_progress) -> Report:
    """Export documents to a file from a consistent snapshot; the project may be open elsewhere.

    Raises:
        FormatError: ``format.…``; ``format.folder`` if a folder would get the name of a file.
        StoreError: The project cannot be read, or ``store.no_annotator``.
        SchemaError: ``value.layer``.
    """
    chosen = exporter(request.format)
    if os.path.realpath(target) == os.path.realpath(path_of(project)):
        raise FormatError("format.target", file=target, reason=QT_TRANSLATE_NOOP("Errors", "it is the project itself"))
    with reading(project) as opened:
        stream = _Stream(opened, chosen, request, progress)
        if chosen.writes_folder(stream.options):
            _refuse_file_name(target, stream.options.split)
        if stream.is_whole:
            return stream.completed(write_lines(stream.lines(), target))
        return stream.completed(chosen.write(stream, target, stream.options))


def _refuse_file_name(target: Path, split: str | None) -> None:
    """Refuse a new folder with the name of a file: other programs and people would take it for one."""
    if split is not None:
        splitting.parse(split)  # a wrong split comes first, since without it there may be no folder
    suffixes = {suffix for entry in IMPORTERS.values() for suffix in entry.suffixes}
    if target.suffix.lower() in suffixes and not target.is_dir():
        raise FormatError("format.folder", file=target.name, name=target.stem)


def preflight(
    project: Readable,
    request: Request,
    *,
    progress: Progress = no_progress,
    seen: Callable[[Annotated], None] | None = None,
) -> Report:
    """Return the report of `export` without writing. ``seen`` is called once per document, or twice with a split."""
    chosen = exporter(request.format)
    with reading(project) as opened:
        stream = _Stream(opened, chosen, request, progress, seen)
        return stream.completed(chosen.preflight(stream, stream.options))


def chosen_documents(project: Project, request: Request) -> Iterator[Annotated]:
    """Yield the documents that `export` would write, before they are fitted to the format.

    Raises:
        StoreError: The project cannot be read, or ``store.no_annotator``.
        SchemaError: ``value.layer``.
    """
    yield from _Stream(project, exporter(request.format), request, no_progress)


def find_traces(target: Path, *, progress: Progress = no_progress) -> Traces:
    """Return data that identify the files at a target before an export, for `clear_stopped`."""
    progress(0, 1)
    return traces(target)


def clear_stopped(target: Path, before: Traces | None, *, progress: Progress = no_progress) -> bool:
    """Remove the temporary files of a killed `export`, and return whether it had already put a file in place.

    ``before`` is the result of `find_traces`, or None if the export was stopped before it began.
    """
    progress(0, 1)
    for folder in {target.parent, Path(os.path.realpath(target)).parent}:  # a link's own folder, and that of its target
        staging.clear(folder)
    return before is not None and not traces(target) <= before


class _Stream:
    """The documents to export, one at a time; they can be read any number of times."""

    def __init__(
        self,
        project: Project,
        chosen: Exporter,
        request: Request,
        progress: Progress,
        seen: Callable[[Annotated], None] | None = None,
    ) -> None:
        self._project = project
        self._request = request
        self._annotator = whose(project, request)
        self._query = state_query(project, request, self._annotator)
        self._mixed = gold_or_only(project, replaced=request.replaced) if request.gold_or_only else None
        self._suggestions = request.options.suggestions
        self.options = chosen.completed(replace(request.options, schema=project.schema))
        self._progress = progress
        self._seen = seen
        self._rounds = 1 if self.options.split is None else 2
        self._done = 0
        self._total: int | None = None
        self._check()

    @property
    def is_whole(self) -> bool:
        """Whether all documents go unchanged into one lossless file, so that none has to be fitted to a format."""
        lossless = self._request.format == LOSSLESS and self._annotator is None
        return lossless and self.options.takes_all and self.options.split is None

    def __iter__(self) -> Iterator[Annotated]:
        for one in self._counted(self._gathered()):
            found = self._project.read.claims.with_elsewhere(one)
            if self._seen is not None:
                self._seen(found)
            yield found

    def _gathered(self) -> Iterator[Annotated]:
        if self._mixed is not None:
            return self._mixed.each(self._project, self._mixed.whose, suggestions=self._suggestions)
        ids = self._project.read.iter_document_ids(self._query)
        gathering = self._project.read.gathering
        return gathering.each(ids, self._annotator, suggestions=self._suggestions, comments=True)

    def lines(self) -> Iterator[RecordLine]:
        """Yield the documents as lines of Spanwright's own JSONL."""
        read = self._project.read
        return self._counted(read.gathering.lines(read.iter_document_ids(self._query), suggestions=self._suggestions))

    def _counted(self, found: Iterable[_T]) -> Iterator[_T]:
        if self._total is None:  # counted once, as all passes read the same snapshot
            ids = self._project.read.iter_document_ids(self._query) if self._mixed is None else self._mixed.whose
            self._total = sum(1 for _ in ids) * self._rounds
        total = self._total
        for one in found:
            self._progress(self._done, total)
            yield one
            self._done += 1
        self._progress(self._done, total)

    def completed(self, report: Report) -> Report:
        """Add to a report how many replaced articles were left out, and whose labels the others have."""
        replaced = 0 if self._request.replaced else self._project.read.replaced.count()
        return replace(report, replaced=replaced, whose={} if self._mixed is None else self._mixed.counts)

    def _check(self) -> None:
        if self._mixed is None and self._annotator is not None:
            self._project.read.people.require(self._annotator)
        layers = [layer.id for layer in self._project.schema.layers]
        for layer in self._request.options.layers:
            if layer not in layers:
                raise SchemaError("value.layer", layer=layer, names=", ".join(layers))
