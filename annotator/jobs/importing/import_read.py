"""Reading files for import, without storing anything. `read` and `read_again` can run as jobs."""

import hashlib
import os
import re
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from platformdirs import user_cache_path

from annotator.corpus import reader_table
from annotator.corpus.article import Article, OriginWords, ReadingChoices, Sheet
from annotator.corpus.reader_table import FileRead, Reading
from annotator.corpus.readers import fetching, json_articles
from annotator.corpus.reading_cache import CachedReadings
from annotator.formats.base import ABOVE, Importer, ReadOptions
from annotator.formats.claims.claim_cards import CLAIM_CARDS_OUT, holds_cards
from annotator.formats.plain.jsonl import JSONL_IN
from annotator.formats.problem import Problem
from annotator.formats.registry import IMPORTERS, importer, importer_for, importer_of_fields
from annotator.formats.shared.target import distinct_names
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.training_sets.spacy_folder import holds_sentences
from annotator.jobs.importing.labelled_files import FileLabel, LabelledFile, merged, read_labelled
from annotator.jobs.importing.near_versions import ImportedVersions, NearDuplicate, SketchedArticle
from annotator.jobs.importing.notices import Notice
from annotator.jobs.importing.unread_labels import unread_labels
from annotator.jobs.snapshots import Readable, opening, path_of
from annotator.model.schema import Schema
from annotator.model.values import GOLD, IMPORTED, Annotated
from annotator.processes import limited, slices
from annotator.processes.collector import uncollected
from annotator.processes.limited import Limits, Patience, Yielded
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.system import packed
from annotator.system.errors import AnnotatorError, FormatError, StoreError
from annotator.text.normalization import fingerprint

_NO_CHOICES = ReadingChoices()
_ABOUT = re.compile(  # names of files about a data set, which are left out if labelled files lie beside or below them
    "(?:readme|licen[cs]e|copying|notice|changelog|changes|authors|citation|contributing)([-_.].*)?", re.IGNORECASE
)
_NET = 120  # extra seconds for fetching a page; reading it has its own limit
TEXT = "text"  # the format of unlabelled articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The contents of files: articles, labelled documents, and errors.

    ``labelled`` are the files of ``annotated``, in the same order; ``labels`` are their labels. ``sheets`` are the
    files whose columns can be chosen; ``near`` are near-duplicates (the last entry for an article counts), and
    ``sketches`` are for finding those of later readings. ``whole`` are the article files that were read without errors.
    """

    articles: tuple[Article, ...] = ()
    annotated: tuple[Annotated, ...] = ()
    labelled: tuple[LabelledFile, ...] = ()
    labels: tuple[FileLabel, ...] = ()
    failures: tuple[tuple[Path, AnnotatorError], ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    sheets: tuple[tuple[Path, Sheet], ...] = ()
    near: tuple[NearDuplicate, ...] = ()
    sketches: tuple[SketchedArticle, ...] = ()
    whole: tuple[FileRead, ...] = ()


def read(
    paths: Sequence[Path],
    format_name: str | None = None,
    options: ReadOptions | None = None,
    asked: ReadingChoices = _NO_CHOICES,
    project: "Readable | None" = None,
    patience: Patience | None = None,
    *,
    progress: Progress = no_progress,
) -> Incoming:
    """Read files, and all files in folders, and return all their contents together; see `reading`."""
    portions: list[Incoming] = []
    found = reading(paths, format_name, options, asked, project, patience, progress=progress)
    with nullcontext() if patience is None else uncollected():  # readers in this process create reference cycles
        slices.finish(found, portions.append)
    return joined(portions)


def reading(
    paths: Sequence[Path],
    format_name: str | None = None,
    options: ReadOptions | None = None,
    asked: ReadingChoices = _NO_CHOICES,
    project: "Readable | None" = None,
    patience: Patience | None = None,
    earlier: Sequence[SketchedArticle] = (),
    *,
    progress: Progress = no_progress,
) -> Generator[Incoming, None, None]:
    """Read files, and all files in folders, in portions: articles first, then labelled files.

    Args:
        paths: Files and folders.
        format_name: `TEXT` or the name of an import format; None decides by each file's name.
        options: Defaults for labelled data.
        asked: The user's choice of encoding and columns for articles.
        project: Where to look for near-duplicates, and for files to skip because it has all their articles. None:
            neither.
        patience: The limits for each file, read in its own process (see `limited`). None for trusted files: they are
            read in this process, without limits.
        earlier: Articles that were read for the same import before, as possible originals of near-duplicates.
        progress: Called with the number of files.

    Raises:
        FormatError: ``format.unknown``.
        StoreError: The project cannot be read.
    """
    found, unreadable = reader_table.find(paths)
    options = options or ReadOptions()
    plain, labelled = _by_kind(found, unreadable, format_name, paths, options.fields)
    cards = [path for path in plain if format_name is None and _holds_cards(path)]
    plain = [path for path in plain if path not in cards]
    total = len(plain) + len(labelled)
    yield from _plain(plain, asked, project, patience, earlier, total, progress)
    read_ = read_labelled(labelled, options, lambda done: progress(len(plain) + done, total), patience)
    yield Incoming(
        annotated=read_.annotated,
        labelled=read_.files,
        labels=read_.labels,
        failures=read_.failures,
        problems=read_.problems,
    )
    yield Incoming(notices=(*_unreadable(unreadable, labelled), *_notices_of("cards", cards)))


def read_again(
    path: Path,
    asked: ReadingChoices,
    project: "Readable | None" = None,
    patience: Patience | None = None,
    earlier: Sequence[SketchedArticle] = (),
    *,
    progress: Progress = no_progress,
) -> Generator[Incoming, None, None]:
    """Read one article file again with the user's new choices, in portions; see `reading`."""
    yield from _plain([path], asked, project, patience, earlier, 1, progress)


def fetch(
    address: str,
    project: Readable,
    patience: Patience | None = None,
    earlier: Sequence[SketchedArticle] = (),
    *,
    progress: Progress = no_progress,
) -> Generator[Incoming, None, None]:
    """Fetch and read one web page; see `reading`. Its time limit is longer because of the network."""
    progress(0, 0)
    versions = ImportedVersions(earlier)
    limits = Limits(_NET + (patience or Patience()).limits.seconds, (patience or Patience()).limits.memory)
    for event in limited.each(_fetched, [address], (), None if patience is None else lambda _: limits):
        if isinstance(event, Yielded):
            yield _compared(Incoming(articles=(event.value,)), versions)
        elif (error := limited.failure(event, address, limits, 0)) is not None:
            yield Incoming(failures=((Path(address), error),))
    for near in versions.look_through(project, progress):
        yield Incoming(near=(near,))


def _fetched(address: str) -> Iterator[Article]:
    yield fetching.fetch(address)


def joined(portions: Iterable[Incoming]) -> Incoming:
    """Combine portions into one, in order; a label of several portions is listed once."""
    every = list(portions)
    values = {f.name: tuple(chain.from_iterable(getattr(one, f.name) for one in every)) for f in fields_of(Incoming)}
    return replace(Incoming(**values), labels=merged(values["labels"]))


def with_file(incoming: Incoming, path: Path, again: Incoming) -> Incoming:
    """Replace the results of a file, except its articles, with the results of reading the file again."""
    kept: list[Annotated] = []
    at = 0
    for file in incoming.labelled:
        kept += incoming.annotated[at : at + file.documents] if file.path != path else ()
        at += file.documents
    names = {file.name for file in again.labelled} or {path.name}
    return replace(
        incoming,
        annotated=(*kept, *again.annotated),
        labelled=(*(file for file in incoming.labelled if file.path != path), *again.labelled),
        labels=merged((*incoming.labels, *again.labels)),
        failures=(*(fault for fault in incoming.failures if fault[0] != path), *again.failures),
        problems=(*(problem for problem in incoming.problems if problem.file not in names), *again.problems),
        sheets=(*(sheet for sheet in incoming.sheets if sheet[0] != path), *again.sheets),
        near=(*incoming.near, *again.near),
        whole=(*incoming.whole, *again.whole),
    )


def without_near(incoming: Incoming) -> Incoming:
    """Drop the articles that are near-duplicates of others."""
    near = {found.sha256 for found in incoming.near}
    articles = tuple(article for article in incoming.articles if fingerprint(article.text) not in near)
    return replace(incoming, articles=articles, near=())


def read_options(
    project: Project,
    annotator: str | None,
    *,
    renamed: Mapping[str, str] | None = None,
    schema: Schema | None = None,
    utf16: bool | None = None,
    columns: tuple[tuple[int, str], ...] = (),
    unclear: tuple[tuple[int, str], ...] = (),
    fields: Mapping[Path, Mapping[str, str]] = MappingProxyType({}),
) -> ReadOptions:
    """Return the default options for reading labelled data into a project.

    Args:
        project: Labels that its schema lacks are reported and left out.
        annotator: The annotator of labels for which the file names none; None means `IMPORTED`.
        renamed: The project's names for the file's labels and relations: ``LABEL`` or ``layer.LABEL``; labels renamed
            to `labelled_files.LEFT_OUT` are left out silently.
        schema: The schema to use instead of the project's.
        utf16: Whether offsets count UTF-16 units; None leaves it to the format.
        columns: The meaning of the columns of token files; see `ReadOptions`.
        unclear: The meaning of columns in files that do not say it themselves.
        fields: The fields of tables and JSON files; see `ReadOptions`.

    Raises:
        StoreError: ``store.reserved``.
    """
    if annotator == GOLD:
        raise StoreError("store.reserved", annotator=annotator)
    return ReadOptions(
        annotator=annotator or IMPORTED,
        language=project.fallback_language,
        vocabulary=Vocabulary(schema=schema or project.schema, renamed=dict(renamed or {})),
        utf16=utf16,
        columns=columns,
        unclear=unclear,
        fields=dict(fields),
    )


def _plain(
    paths: Sequence[Path],
    asked: ReadingChoices,
    project: "Readable | None",
    patience: Patience | None,
    earlier: Sequence[SketchedArticle],
    total: int,
    progress: Progress,
) -> Iterator[Incoming]:
    """Read articles, then find near-duplicates; ``total`` counts the files of the whole import."""
    versions = None if project is None else ImportedVersions(earlier)
    unread = 0
    with (
        nullcontext()
        if project is None or asked != _NO_CHOICES
        else CachedReadings(_kept_for(path_of(project))) as kept
    ):
        known = _known(project, asked)
        for portion in reader_table.read_files(
            paths, asked, lambda done, _: progress(done, total), known, kept, patience
        ):
            unread += portion.unread
            yield _compared(_articles(portion), versions)
    if unread:
        yield Incoming(notices=(Notice(code="known", details={"count": str(unread)}),))
    if project is not None and versions is not None:
        for near in versions.look_through(project, progress):
            yield Incoming(near=(near,))


def _known(project: "Readable | None", asked: ReadingChoices) -> Collection[str] | None:
    """Return the digests of files to skip, empty if the user chose how to read them; None without a project."""
    if project is None:
        return None
    if asked != _NO_CHOICES:
        return frozenset()
    with opening(project) as opened:
        return opened.read.known_files()


def _kept_for(project: Path) -> Path:
    name = hashlib.sha256(os.fsencode(project.resolve())).hexdigest()
    return user_cache_path("Spanwright", appauthor=False) / "reading" / name


def _compared(incoming: Incoming, versions: ImportedVersions | None) -> Incoming:
    if versions is None:
        return incoming
    near = [versions.add(article) for article in incoming.articles]
    sketches = versions.latest(len(incoming.articles))
    return replace(incoming, near=tuple(found for found in near if found is not None), sketches=sketches)


def _articles(reading: Reading) -> Incoming:
    return Incoming(
        articles=reading.articles,
        failures=reading.failures,
        problems=(*unread_labels(reading), *_unread_front_matter(reading.articles)),
        notices=tuple(repeat(later, first) for later, first in reading.repeats),
        sheets=reading.sheets,
        whole=reading.whole,
    )


def repeat(later: OriginWords, first: OriginWords) -> Notice:
    """Return the notice that an article is left out because an earlier one has the same text."""
    units = {"title_unit": later.unit, "first_unit": first.unit}
    return Notice(code="repeat", details={"title": later.name, "first": first.name, **units})


def _unread_front_matter(articles: Iterable[Article]) -> Iterator[Problem]:
    for article in articles:
        for line in article.unread:
            yield Problem(file=article.name, line=0, code="record.front_matter", details={"line": line})


def _by_kind(
    readable: Sequence[Path],
    unreadable: Sequence[Path],
    format_name: str | None,
    paths: Sequence[Path],
    chosen: Collection[Path],
) -> tuple[list[Path], list[tuple[Path, Importer]]]:
    """Return the article files, and the labelled files with their importers.

    Files that are read along with another file are left out. So is a README or licence, unless it is one of the
    ``paths`` that were asked for, if labelled files lie in its folder or below.
    """
    named = None if format_name in {None, TEXT} else importer(str(format_name))
    plain: list[Path] = []
    labelled: list[tuple[Path, Importer]] = []
    for path in [*readable, *(() if format_name == TEXT else _labelled_among(unreadable))]:
        found = named or (None if format_name == TEXT else _importer(path))
        found = importer_of_fields(path) if path in chosen else found
        if found is None:
            plain.append(path)
        else:
            labelled.append((path, found))
    goes_along = _going_along(labelled)
    plain = [path for path in plain if not goes_along(path)]
    labelled = [pair for pair in labelled if not goes_along(pair[0])]
    folders = {folder for path, _ in labelled for folder in path.parents}
    given = set(paths)
    plain = [p for p in plain if p in given or p.parent not in folders or not _ABOUT.fullmatch(p.stem)]
    return plain, labelled


def _going_along(labelled: Sequence[tuple[Path, Importer]]) -> Callable[[Path], bool]:
    """Return a test for files that are read along with one of the labelled files, or that configure their tool."""
    beside = {packed.beside(path, suffix) for path, found in labelled for suffix in found.belongs}
    settings = {
        (folder, name)
        for path, found in labelled
        if found.settings
        for folder in path.parents[:ABOVE]
        for name in found.settings
    }
    return lambda path: path in beside or (path.parent, path.name) in settings


def _importer(path: Path) -> Importer | None:
    """Return the importer for a file's labels, or None; JSONL with keys that are not ours counts as articles."""
    found = importer_for(path)
    return None if found is JSONL_IN and json_articles.holds_articles(path) else found


def _labelled_among(unreadable: Iterable[Path]) -> list[Path]:
    """Return the labelled files among those that cannot be read as articles."""
    suffixes = {suffix for entry in IMPORTERS.values() for suffix in entry.suffixes}
    found = (path for path in unreadable if packed.suffix_of(path) in suffixes)
    return [path for path in found if importer_for(path) is not None and not holds_sentences(path)]


def _holds_cards(path: Path) -> bool:
    try:
        return packed.suffix_of(path) == CLAIM_CARDS_OUT.suffix and holds_cards(path)
    except (OSError, FormatError):  # the error is reported when the file is read
        return False


def _notices_of(code: str, paths: Sequence[Path]) -> Iterator[Notice]:
    names = distinct_names(paths)
    yield from (Notice(code=code, details={"title": names[path]}) for path in paths)


def _unreadable(unreadable: Sequence[Path], labelled: Sequence[tuple[Path, Importer]]) -> Iterator[Notice]:
    read_ = {path for path, _ in labelled}
    goes_along = _going_along(labelled)
    left_out = [path for path in unreadable if path not in read_ and not goes_along(path)]
    names = distinct_names(left_out)
    for path in left_out:
        code = "sentences" if holds_sentences(path) else "unreadable"
        yield Notice(code=code, details={"title": names[path]})
