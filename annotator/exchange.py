"""Files into a project and out of it. `read`, `preflight` and `export` can run as jobs in a process of their own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from annotator.corpus import readers
from annotator.corpus.article import Article
from annotator.errors import QT_TRANSLATE_NOOP, AnnotatorError, FormatError, SchemaError, StoreError
from annotator.formats.base import Exporter, Importer, ReadOptions, Report
from annotator.formats.fit import Options
from annotator.formats.incoming import with_new_ids
from annotator.formats.problem import Problem
from annotator.formats.table import IMPORTERS, exporter, importer, importer_for
from annotator.formats.target import clear_abandoned
from annotator.formats.vocabulary import Vocabulary
from annotator.heard import Heard, listening
from annotator.model import IMPORTED, Annotated, DraftRelation, Span, State, Suggestion, new_id
from annotator.project import Project
from annotator.record import to_line
from annotator.store.reading import DocumentQuery
from annotator.worker import Progress, no_progress

TEXT = "text"  # the format of articles that nobody has labelled
LOSSLESS = "jsonl"

TOLD: Mapping[str, str] = MappingProxyType(
    {
        "present": QT_TRANSLATE_NOOP("Exchange", "“{title}” is there already, word for word; it was not added again."),
        "repeat": QT_TRANSLATE_NOOP("Exchange", "{title} repeats {first}, word for word; it was added once."),
        "same": QT_TRANSLATE_NOOP("Exchange", "“{title}” is there already with the same labels; it was skipped."),
        "renewed": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” is there already with other content; it was added once more, with new ids."
        ),
        "twin": QT_TRANSLATE_NOOP("Exchange", "“{title}” was added with its labels; the same text is there already."),
        "relation": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}”: the relation {label} was left out; the words it points to are not there."
        ),
        "identity": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}”: {name} is known here with other facts; those of this project were kept."
        ),
        "unreadable": QT_TRANSLATE_NOOP("Exchange", "{title} is of a kind that cannot be read; it was left out."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that happened to an article on its way in. ``code`` is a key of `TOLD`."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Say it in English."""
        return TOLD[self.code].format(**self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A file of documents with labels: the format it was read as, how many documents and spans it gave."""

    path: Path
    format: str
    documents: int
    spans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What stands in files: articles, documents with labels, and all that could not be taken as it is.

    ``labelled`` are the files that ``annotated`` came from, in the same order; ``heard`` are the labels in them.
    ``undecoded`` are the files whose encoding somebody must choose before they can be read.
    """

    articles: tuple[Article, ...] = ()
    annotated: tuple[Annotated, ...] = ()
    labelled: tuple[Labelled, ...] = ()
    heard: tuple[Heard, ...] = ()
    failures: tuple[tuple[str, AnnotatorError], ...] = ()
    problems: tuple[Problem, ...] = ()
    told: tuple[Told, ...] = ()
    undecoded: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of it in the project: the new documents, how many suggestions came, and what is to be told."""

    ids: tuple[str, ...]
    suggestions: int
    told: tuple[Told, ...]


def read(
    paths: Sequence[Path],
    format_name: str | None = None,
    options: ReadOptions | None = None,
    *,
    progress: Progress = no_progress,
) -> Incoming:
    """Read files and all files in folders; nothing is stored.

    Args:
        paths: Files and folders.
        format_name: `TEXT` or a format that can be read; None goes by each file's name.
        options: What fills gaps of annotated data.
        progress: Hears files.

    Raises:
        FormatError: ``format.unknown``.
    """
    plain, labelled = _sorted(paths, format_name)
    total = len(plain) + len(labelled)
    reading = readers.read_files(plain, progress=lambda done, _: progress(done, total))
    options = options or ReadOptions()
    vocabulary = listening(options.vocabulary)
    annotated: list[Annotated] = []
    files: list[Labelled] = []
    problems: list[Problem] = []
    failures = list(reading.failures)
    for done, (path, found) in enumerate(labelled, len(plain)):
        progress(done, total)
        before = len(annotated)
        try:
            for entry in found.read(path, replace(options, vocabulary=vocabulary)):
                if not isinstance(entry, Problem):
                    annotated.append(entry)
                elif not vocabulary.wanted_out(entry):
                    problems.append(entry)
        except AnnotatorError as error:
            failures.append((path.name, error))
        files.append(_labelled(path, found, annotated[before:]))
    progress(total, total)
    return Incoming(
        articles=reading.articles,
        annotated=tuple(annotated),
        labelled=tuple(file for file in files if file.documents),
        heard=vocabulary.heard(),
        failures=tuple(failures),
        problems=tuple(problems),
        told=(*_repeats(reading.repeats), *_unreadable(paths, labelled)),
        undecoded=reading.undecoded,
    )


def read_again(path: Path, encoding: str, *, progress: Progress = no_progress) -> Incoming:
    """Read the articles of one file in an encoding that somebody chose."""
    reading = readers.read_files([path], encoding, progress)
    return Incoming(
        articles=reading.articles,
        failures=reading.failures,
        told=tuple(_repeats(reading.repeats)),
        undecoded=reading.undecoded,
    )


def read_options(
    project: Project,
    annotator: str | None,
    *,
    renamed: Mapping[str, str] | None = None,
    utf16: bool | None = None,
) -> ReadOptions:
    """Give what fills gaps when something is read for a project.

    Args:
        project: Says what labels there are; a file's labels that it lacks are told and left out.
        annotator: Whose labels they are, where the file does not say so.
        renamed: What labels and relations of the file are called in the project: ``LABEL`` or ``layer.LABEL``;
            labels that are renamed to `heard.LEFT_OUT` are left out without a word.
        utf16: Whether offsets count UTF-16 units; None leaves it to the format.
    """
    return ReadOptions(
        annotator=annotator or IMPORTED,
        language=project.fallback_language,
        vocabulary=Vocabulary(schema=project.schema, renamed=dict(renamed or {})),
        utf16=utf16,
    )


def take_in(
    project: Project, incoming: Incoming, *, as_suggestions: bool = False, exclude_furniture: bool = False
) -> Taken:
    """Put what was read into a project, all new documents in one transaction.

    A document that is there already with the same content is skipped; one with other content gets new ids.

    Args:
        project: Open for writing.
        incoming: What `read` gave.
        as_suggestions: Take labels as suggestions, which nobody has decided about. They also go to documents that are
            there already with the same text.
        exclude_furniture: Exclude the paragraphs of articles that look like page furniture.

    Raises:
        SchemaError: A label or relation that the project's schema does not have; nothing was added.
    """
    told = list(incoming.told)
    entries: list[Annotated] = []
    suggested: list[tuple[str, tuple[Suggestion, ...]]] = []
    if as_suggestions:
        entries, suggested = _suggestions(project, incoming.annotated)
    else:
        entries = _fresh(project, incoming.annotated, told)
    added = project.add_annotated(entries, incoming.articles, exclude_furniture=exclude_furniture)
    for document, suggestions in suggested:
        for source in sorted({s.source for s in suggestions}):
            project.put_suggestions(document, source, [s for s in suggestions if s.source == source])
    told.extend(Told(code="present", details={"title": title}) for title in added.present)
    count = sum(len(entry.suggestions) for entry in entries) + sum(len(s) for _, s in suggested)
    return Taken(ids=added.ids, suggestions=count, told=tuple(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be written: the format, how, whose labels, and of which documents.

    Without annotator, Spanwright's own JSONL holds everyone's labels, any other format those of the project's current
    annotator, unless ``everyone`` is asked for.
    """

    format: str
    options: Options = field(default_factory=Options)
    annotator: str | None = None
    everyone: bool = False
    done_only: bool = False


def export(project: Path, target: Path, request: Request, *, progress: Progress = no_progress) -> Report:
    """Write documents of a project to a file; it may be open elsewhere, what is written is of one moment.

    Raises:
        FormatError: ``format.…``.
        StoreError: The project cannot be read, or ``store.no_annotator``.
        SchemaError: ``value.layer``.
    """
    chosen = exporter(request.format)
    if target.resolve() == project.resolve():
        raise FormatError("format.target", file=target, reason=QT_TRANSLATE_NOOP("Errors", "it is the project itself"))
    with _Stream(project, chosen, request, progress) as stream:
        return chosen.write(stream, target, stream.options)


def preflight(
    project: Path,
    request: Request,
    *,
    progress: Progress = no_progress,
    seen: Callable[[Annotated], None] | None = None,
) -> Report:
    """Tell what `export` would tell, without writing; ``seen`` hears each document, of a split twice."""
    chosen = exporter(request.format)
    with _Stream(project, chosen, request, progress, seen) as stream:
        return chosen.preflight(stream, stream.options)


def clear_stopped(target: Path, *, progress: Progress = no_progress) -> None:
    """Remove what an `export` that was killed left beside its target."""
    progress(0, 1)
    clear_abandoned(target)


class _Stream:
    """The documents that were asked for, one at a time, as often as somebody walks through."""

    def __init__(
        self,
        path: Path,
        chosen: Exporter,
        request: Request,
        progress: Progress,
        seen: Callable[[Annotated], None] | None = None,
    ) -> None:
        self._project = Project.open(path, read_only=True)
        self._request = request
        self._everyone = request.everyone or (chosen.name == LOSSLESS and request.annotator is None)
        self.options = chosen.completed(replace(request.options, schema=self._project.schema))
        self._progress = progress
        self._seen = seen
        self._rounds = 1 if self.options.split is None else 2
        self._done = 0

    def __enter__(self) -> "_Stream":
        self._snapshot = self._project.snapshot()
        self._snapshot.__enter__()
        try:
            self._check()
        except AnnotatorError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._snapshot.__exit__(None, None, None)
        self._project.close()

    def __iter__(self) -> Iterator[Annotated]:
        query = DocumentQuery(annotator=self._annotator, state=State.DONE if self._request.done_only else None)
        ids = self._project.read.document_ids(query)
        for id_ in ids:
            self._progress(self._done, len(ids) * self._rounds)
            read = self._project.read
            found = read.annotated(id_, self._annotator, suggestions=self._request.options.suggestions)
            found = read.claims.with_elsewhere(found)
            if self._seen is not None:
                self._seen(found)
            yield found
            self._done += 1
        self._progress(self._done, len(ids) * self._rounds)

    @property
    def _annotator(self) -> str | None:
        return None if self._everyone else self._request.annotator or self._project.annotator

    def _check(self) -> None:
        known = self._project.read.annotators()
        if self._annotator is not None and self._annotator not in known:
            raise StoreError(
                "store.no_annotator", annotator=self._annotator, file=self._project.path.name, names=", ".join(known)
            )
        layers = [layer.id for layer in self._project.schema.layers]
        for layer in self._request.options.layers:
            if layer not in layers:
                raise SchemaError("value.layer", layer=layer, names=", ".join(layers))


# Reading


def _labelled(path: Path, found: Importer, annotated: Sequence[Annotated]) -> Labelled:
    spans = sum(len(entry.spans) + len(entry.suggestions) for entry in annotated)
    return Labelled(path=path, format=found.name, documents=len(annotated), spans=spans)


def _sorted(paths: Sequence[Path], format_name: str | None) -> tuple[list[Path], list[tuple[Path, Importer]]]:
    """Give the articles, and the labelled files with what reads them; files that belong to another are left out."""
    named = None if format_name in {None, TEXT} else importer(str(format_name))
    plain: list[Path] = []
    labelled: list[tuple[Path, Importer]] = []
    for path in _files(paths, [] if format_name == TEXT else list(IMPORTERS.values())):
        found = named or (None if format_name == TEXT else importer_for(path))
        if found is None:
            plain.append(path)
        else:
            labelled.append((path, found))
    along = {path.with_suffix(suffix) for path, found in labelled for suffix in found.belongs}
    return [path for path in plain if path not in along], [pair for pair in labelled if pair[0] not in along]


def _files(paths: Sequence[Path], others: Sequence[Importer]) -> list[Path]:
    """Add to what the readers of articles find the annotated files in folders."""
    suffixes = {suffix for entry in others for suffix in entry.suffixes}
    found = readers.find_files(paths)
    labelled = [path for path in readers.find_unreadable(paths) if path.suffix.lower() in suffixes]
    labelled = [path for path in labelled if importer_for(path) is not None]
    return [*found, *(path for path in labelled if path not in found)]


def _unreadable(paths: Sequence[Path], labelled: Sequence[tuple[Path, Importer]]) -> Iterator[Told]:
    read_ = {path for path, _ in labelled}
    read_.update(path.with_suffix(suffix) for path, found in labelled for suffix in found.belongs)
    for path in readers.find_unreadable(paths):
        if path not in read_:
            yield Told(code="unreadable", details={"title": path.name})


def _repeats(repeats: Iterable[tuple[str, str]]) -> Iterator[Told]:
    return (Told(code="repeat", details={"title": name, "first": first}) for name, first in repeats)


# Taking in


def _fresh(project: Project, annotated: Sequence[Annotated], told: list[Told]) -> list[Annotated]:
    taken = project.read.taken_ids(id_ for entry in annotated for id_ in _ids(entry))
    texts = project.read.documents_with_text({entry.document.sha256 for entry in annotated})
    entries: dict[str, Annotated] = {}
    for entry in annotated:
        title = {"title": entry.document.title}
        bare = not (entry.spans or entry.labels or entry.states or entry.suggestions)
        if _is_there(project, entry, entries, taken):
            told.append(Told(code="same", details=title))
        elif bare and entry.document.sha256 in texts:
            told.append(Told(code="present", details=title))
        else:
            fresh = entry
            if not taken.isdisjoint(_ids(entry)):
                told.append(Told(code="renewed", details=title))
                fresh = with_new_ids(entry)
            elif entry.document.sha256 in texts:
                told.append(Told(code="twin", details=title))
            entries[fresh.document.id] = fresh
            taken.update(_ids(fresh))
            texts.setdefault(fresh.document.sha256, fresh.document.id)
    return _without_loose_ends(project, list(entries.values()), told)


def _ids(entry: Annotated) -> Iterator[str]:
    yield entry.document.id
    for rows in (entry.spans, entry.relations, entry.suggestions):
        yield from (row.id for row in rows)


def _is_there(project: Project, entry: Annotated, entries: Mapping[str, Annotated], taken: set[str]) -> bool:
    id_ = entry.document.id
    if id_ in entries:
        return to_line(entries[id_]) == to_line(entry)
    if id_ not in taken:
        return False
    try:
        present = project.read.annotated(id_, None, suggestions=bool(entry.suggestions))
    except StoreError:  # the id is that of another kind of row
        return False
    return to_line(present) == to_line(entry)


def _without_loose_ends(project: Project, entries: list[Annotated], told: list[Told]) -> list[Annotated]:
    """Leave out relations to words that are neither here nor there, and tell of identities that differ."""
    spans = {span.id for entry in entries for span in entry.spans}
    far = {relation.tail for entry in entries for relation in entry.relations} - spans
    spans |= {span.id for span in project.read.spans_of(far)}
    known = {i.id: i for i in project.read.identities(i.id for entry in entries for i in entry.identities)}
    whole = []
    for entry in entries:
        title = entry.document.title
        loose = [relation for relation in entry.relations if relation.tail not in spans]
        told.extend(Told(code="relation", details={"title": title, "label": r.label}) for r in loose)
        other = [i for i in entry.identities if known.setdefault(i.id, i) != i]
        told.extend(Told(code="identity", details={"title": title, "name": identity.name}) for identity in other)
        whole.append(replace(entry, relations=tuple(r for r in entry.relations if r not in loose)))
    return whole


def _suggestions(
    project: Project, annotated: Sequence[Annotated]
) -> tuple[list[Annotated], list[tuple[str, tuple[Suggestion, ...]]]]:
    """Give documents that are new with labels as suggestions, and suggestions for documents that are there."""
    present = project.read.documents_with_text({entry.document.sha256 for entry in annotated})
    fresh: list[Annotated] = []
    suggested: list[tuple[str, tuple[Suggestion, ...]]] = []
    for entry in annotated:
        for span in entry.spans:
            project.schema.require_label(span.layer, span.label)
            project.schema.check_attributes(span.layer, span.attributes)
        known = present.get(entry.document.sha256)
        if known is None:
            renewed = with_new_ids(replace(entry, identities=(), labels=(), sentences=(), states=()))
            document = renewed.document
            present[document.sha256] = document.id
            fresh.append(Annotated(document=document, suggestions=tuple(_drafts(renewed))))
        else:
            suggested.append((known, tuple(_drafts(entry, known))))
    return fresh, suggested


def _drafts(entry: Annotated, document: str | None = None) -> Iterator[Suggestion]:
    """Make suggestions of spans; what serves only as the end of a relation comes along with it."""
    spans = {span.id: span for span in entry.spans}
    drawn: dict[str, list[DraftRelation]] = {}
    for relation in entry.relations:
        tail = spans.get(relation.tail)
        if tail is not None:
            draft = DraftRelation(label=relation.label, layer=tail.layer, tail_label=tail.label, parts=tail.parts)
            drawn.setdefault(relation.head, []).append(draft)
    for span in entry.spans:
        yield _suggestion(span, document or span.document, tuple(drawn.get(span.id, ())))


def _suggestion(span: Span, document: str, relations: tuple[DraftRelation, ...]) -> Suggestion:
    values: dict[str, Any] = {"score": span.origin.score, "rule": span.origin.rule}
    return Suggestion(
        id=new_id(),
        document=document,
        layer=span.layer,
        label=span.label,
        parts=span.parts,
        attributes=span.attributes,
        relations=relations,
        source=span.origin.source or IMPORTED,
        version=span.origin.version or "",
        **values,
    )
