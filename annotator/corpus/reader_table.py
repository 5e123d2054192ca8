"""Reads articles from files, folders and the clipboard, with a table of readers, one for each kind of file.

Functions that return an `Article` belong in a job process: they detect the language, which loads a model, and some
readers load large libraries.
"""

import logging
import re
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotator.corpus import reading_cache
from annotator.corpus.article import Article, Draft, Found, OriginWords, Read, ReadingChoices, Sheet, headed
from annotator.corpus.byte_limits import MB, TEXT_LIMIT, digest_of, read_content, read_head, too_large
from annotator.corpus.describe import finish
from annotator.corpus.encoding import decode
from annotator.corpus.folders import walk
from annotator.corpus.header import split_header
from annotator.corpus.line_breaks import unbroken
from annotator.corpus.readers import json_articles, mail, markdown, pdf, spreadsheets, warc, web, word, xml_news
from annotator.corpus.reading_cache import LARGEST, CachedReadings
from annotator.processes import limited
from annotator.processes.limited import Aside, Begun, EndOfFile, Event, Patience, Yielded
from annotator.processes.worker import Progress, no_progress
from annotator.system import packed
from annotator.system.errors import AnnotatorError, TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import fingerprint

_ARCHIVES = frozenset(".zip .7z .rar .tar .tgz".split())
_HEAD = 4096  # bytes in which the root element of XML stands
_PROLOGUE = re.compile(rb"<!--.*?-->|<[?!][^>]*>", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_NOISY_LIBRARIES = ("pypdf", "trafilatura", "htmldate", "courlan")  # our errors say what these log about bad files
_DOUBLE_SUFFIXES = (".warc.gz",)
_PORTION_SIZE = 400_000  # characters of the articles in one portion
MOST_ARTICLES = 500_000  # in one file: more than a project is made for
_MOST_ERRORS = 1_000  # in one file that are reported singly
_NO_CHOICES = ReadingChoices()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads one kind of file. ``suffixes`` are in lower case, with the full stop; ``title`` is shown."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Read


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file that was read: the SHA-256 of its bytes, and the `fingerprint` of each article in it."""

    digest: str
    prints: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The articles of files, in order, and everything that did not become an article.

    The caller has to find out, by `fingerprint`, whether the project already has an article.

    Attributes:
        repeats: Articles left out, each with the earlier article that has the same text.
        sheets: The files whose columns can be chosen.
        whole: The files read without error.
        unread: The number of files skipped because they are known.
    """

    articles: tuple[Article, ...]
    failures: tuple[tuple[Path, AnnotatorError], ...]
    repeats: tuple[tuple[OriginWords, OriginWords], ...]
    sheets: tuple[tuple[Path, Sheet], ...] = ()
    whole: tuple[FileRead, ...] = ()
    unread: int = 0


def reader_for(path: Path) -> FileReader | None:
    """Return the reader for a file name, or None if there is none."""
    suffix = next((double for double in _DOUBLE_SUFFIXES if path.name.lower().endswith(double)), packed.suffix_of(path))
    return next((reader for reader in READERS if suffix in reader.suffixes), None)


def find(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files to read, and the files found in folders that have no reader. No file is listed twice.

    Both lists are in natural order within a folder. A file given in ``paths`` is always among the files to read, so
    that reading it can report what is wrong; so is a folder that cannot be listed. Hidden files in folders are ignored.
    """
    named = list(paths)
    known = set(named)
    found: list[Path] = []
    unreadable: list[Path] = []
    for path in walk(named):
        (found if path in known or _is_readable(path) or path.is_dir() else unreadable).append(path)
    return found, unreadable


def read_file(path: Path, asked: ReadingChoices = _NO_CHOICES) -> Iterator[Article | Sheet | TextError]:
    """Yield the articles in a file, its columns, and an error for each entry that cannot be read.

    The articles have no path: sending a path to another process takes as long as sending a short article.

    Raises:
        TextError: Any ``text.…`` code, ``format.broken``; the message names the file.
    """
    reader = reader_for(path)
    if reader is None:
        code = "text.archive" if path.suffix.lower() in _ARCHIVES else "text.kind"
        raise TextError(code, file=path.name, suffix=path.suffix)
    try:
        for found in reader.read(path, asked):
            yield _finished(found, path.name)
    except Broken as broken:
        raise TextError("format.broken", file=path.name, format=reader.title, reason=broken) from None
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror or error) from error


class Seen(NamedTuple):
    """A file before it is read: its digest, None if not requested, and whether the file is known or cached."""

    digest: str | None
    known: bool = False
    is_kept: bool = False


def read_one(
    path: Path, asked: ReadingChoices, known: frozenset[str] | None, kept_keys: frozenset[str]
) -> Iterator[Seen | Aside | Article | Sheet | TextError]:
    """Yield a file's digest, then its content as `read_file` does; a known or cached file is not read.

    Raises:
        TextError: As `read_file`; ``text.many``.
    """
    _silence_libraries()
    digest = None if known is None else digest_of(path)
    if digest is not None and known and digest in known:
        yield Seen(digest, known=True)
        return
    if digest is not None and kept_keys and reading_cache.key(digest, path) in kept_keys:
        yield Seen(digest, is_kept=True)
        return
    yield Aside(Seen(digest))
    articles = errors = 0
    for found in read_file(path, asked):
        if isinstance(found, TextError):
            errors += 1
            if errors > _MOST_ERRORS:
                continue
        elif isinstance(found, Article):
            articles += 1
            if articles > MOST_ARTICLES:
                raise TextError("text.many", file=path.name, limit=MOST_ARTICLES)
        yield found
    if errors > _MOST_ERRORS:
        yield TextError("text.more", file=path.name, count=errors)


def read_files(
    paths: Sequence[Path],
    asked: ReadingChoices = _NO_CHOICES,
    progress: Progress = no_progress,
    known: Collection[str] | None = None,
    kept: CachedReadings | None = None,
    patience: Patience | None = None,
) -> Generator[Reading, None, None]:
    """Read many files and yield the results in portions; after an unreadable file, the next file is read.

    ``known`` are the digests of files to skip; with None, no digests are computed. ``kept`` is the cache of earlier
    readings, which is read and extended. With ``patience``, files are read in another process under its limits.
    Progress is in files.
    """
    portion = _Portion(kept, patience or Patience())
    wanted = list(paths)
    digests = None if known is None else frozenset(known)
    keys = kept.keys if kept is not None else frozenset()
    while wanted:
        for event in limited.each(read_one, wanted, (asked, digests, keys), patience.of if patience else None):
            if isinstance(event, Begun):
                progress(len(paths) - len(wanted) + event.place, len(paths))
            portion.add(event, wanted[event.place])
            if portion.characters > _PORTION_SIZE:
                yield portion.take()
        wanted, keys = portion.take_uncached(), frozenset()
    progress(len(paths), len(paths))
    yield portion.take()


@cache
def _silence_libraries() -> None:
    for library in _NOISY_LIBRARIES:
        logging.getLogger(library).setLevel(logging.CRITICAL)


def from_paste(text: str, *, name: str = "Pasted text", progress: Progress = no_progress) -> Article:
    """Build an article from pasted text: broken lines are joined, no-break spaces and blank lines stay.

    Raises:
        TextError: ``text.empty``, ``text.nul``, ``text.surrogate``, ``text.too_large``.
    """
    progress(0, 1)
    if len(text) > TEXT_LIMIT * MB:
        raise too_large(name, len(text))
    return finish(_with_whole_lines(split_header(Draft(text=text))), name=name)


def _read_text(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    decoded = decode(read_content(path), name=path.name, forced=asked.encoding)
    draft = split_header(Draft(text=decoded.text, encoding=decoded.encoding, encoding_sure=decoded.sure))
    yield _with_whole_lines(draft)


def _with_whole_lines(draft: Draft) -> Draft:
    return replace(draft, text=headed(draft.title, unbroken(draft.text)))


def _read_xml(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read XML with the reader of its root element."""
    root = _root(path)
    read = _ROOTS.get(root.lower())
    if read is None:
        raise TextError("text.xml", file=path.name, root=root or "?")
    yield from read(path, asked)


def _root(path: Path) -> str:
    """Return the name of the root element without its namespace."""
    found = _ROOT.search(_PROLOGUE.sub(b"", read_head(path, _HEAD).replace(b"\0", b"")))
    return found[1].decode("ascii") if found else ""


def _is_readable(path: Path) -> bool:
    """Return whether a file within a folder should be read; an XML file must hold articles."""
    reader = reader_for(path)
    if reader is None or reader.read is not _read_xml:
        return reader is not None
    try:
        return _root(path).lower() in _ROOTS
    except AnnotatorError:  # reading it will report the error
        return True


def _finished(found: Found, name: str) -> Article | Sheet | TextError:
    if not isinstance(found, Draft):
        return found
    try:
        return finish(found, name=name)
    except TextError as error:
        if found.place:
            return error
        raise


_ROOTS: dict[str, Read] = {
    **dict.fromkeys(("rss", "feed", "rdf", "channel"), xml_news.read_feed),
    **dict.fromkeys(("newsmessage", "newsitem", "packageitem", "newsml", "nitf"), xml_news.read_news),
    "html": web.read_page,
}

READERS: tuple[FileReader, ...] = (
    FileReader(name="text", title="Text", suffixes=(".txt", ".text", ""), read=_read_text),
    FileReader(name="markdown", title="Markdown", suffixes=(".md", ".markdown"), read=markdown.read_markdown),
    FileReader(name="html", title="HTML", suffixes=(".html", ".htm", ".xhtml"), read=web.read_page),
    FileReader(name="mhtml", title="MHTML", suffixes=(".mhtml", ".mht"), read=web.read_archive),
    FileReader(name="warc", title="WARC", suffixes=(".warc", ".warc.gz"), read=warc.read_archive),
    FileReader(name="docx", title="DOCX", suffixes=(".docx", ".docm"), read=word.read_docx),
    FileReader(name="odt", title="ODT", suffixes=(".odt",), read=word.read_odt),
    FileReader(name="pdf", title="PDF", suffixes=(".pdf",), read=pdf.read_pdf),
    FileReader(name="csv", title="CSV", suffixes=(".csv", ".tsv", ".tab"), read=spreadsheets.read_csv),
    FileReader(name="xlsx", title="XLSX", suffixes=(".xlsx", ".xlsm"), read=spreadsheets.read_workbook),
    FileReader(name="jsonl", title="JSON Lines", suffixes=(".jsonl", ".ndjson"), read=json_articles.read_lines),
    FileReader(name="json", title="JSON", suffixes=(".json",), read=json_articles.read_whole),
    FileReader(name="feed", title="RSS/Atom", suffixes=(".rss", ".atom"), read=xml_news.read_feed),
    FileReader(name="xml", title="XML", suffixes=(".xml",), read=_read_xml),
    FileReader(name="eml", title="EML", suffixes=(".eml",), read=mail.read_mail),
)


@dataclass(slots=True)
class _OpenFile:
    """The file that is being read. ``digest`` is None once the file has an error."""

    digest: str | None = None
    count: int = 0  # articles
    prints: set[str] = field(default_factory=set)
    to_keep: list[Article] | None = field(default_factory=list)  # None if too large, or if there are other results
    characters: int = 0  # of ``to_keep``


@dataclass(slots=True)
class _Results:
    """The lists of a `Reading` while they grow, and the number of characters of the articles."""

    articles: list[Article] = field(default_factory=list)
    failures: list[tuple[Path, AnnotatorError]] = field(default_factory=list)
    repeats: list[tuple[OriginWords, OriginWords]] = field(default_factory=list)
    sheets: list[tuple[Path, Sheet]] = field(default_factory=list)
    whole: list[FileRead] = field(default_factory=list)
    unread: int = 0
    characters: int = 0


class _Portion:
    """The articles and errors since the last portion, and the fingerprints of all texts so far."""

    def __init__(self, kept: CachedReadings | None, patience: Patience) -> None:
        self._kept = kept
        self._patience = patience
        self._uncached: list[Path] = []
        self._first: dict[str, OriginWords] = {}  # place of the first article with each text, by fingerprint
        self._file = _OpenFile()
        self._found = _Results()

    @property
    def characters(self) -> int:
        return self._found.characters

    def add(self, event: Event, path: Path) -> None:
        """Process one event of reading a file."""
        if isinstance(event, Begun):
            self._file = _OpenFile()
        elif isinstance(event, Yielded):
            self._add_result(event.value, path)
        elif isinstance(event, EndOfFile):
            self._end_file(path)
        else:
            error = limited.failure(event, path.name, self._patience.of(path), self._file.count)
            if error is not None:
                self._add_error(error, path)

    def take_uncached(self) -> list[Path]:
        """Return the files reported as cached whose cache entry is damaged."""
        files, self._uncached = self._uncached, []
        return files

    def _add_result(self, found: Seen | Aside | Article | Sheet | TextError, path: Path) -> None:
        if isinstance(found, Aside):
            found = found.value
        if isinstance(found, Seen):
            self._file.digest = found.digest
            self._found.unread += found.known
            if found.is_kept:
                self._add_cached(str(found.digest), path)
        elif isinstance(found, Sheet):
            self._found.sheets.append((path, found))
            self._file.to_keep = None
        elif isinstance(found, TextError):
            self._add_error(found, path)
        elif isinstance(found, Article):
            article = replace(found, path=path)
            self._add_article(article)
            self._keep(article)

    def _end_file(self, path: Path) -> None:
        file = self._file
        if file.digest is None or not file.prints:
            return
        self._found.whole.append(FileRead(digest=file.digest, prints=frozenset(file.prints)))
        if self._kept is not None and file.to_keep:
            self._kept.keep(file.digest, path, file.to_keep)

    def _add_cached(self, digest: str, path: Path) -> None:
        articles = None if self._kept is None else self._kept.articles(digest, path)
        if articles is None:
            self._uncached.append(path)
            return
        for article in articles:
            self._add_article(article)
        self._file.to_keep = None

    def _keep(self, article: Article) -> None:
        file = self._file
        if file.to_keep is None or self._kept is None:
            return
        file.characters += len(article.text)
        file.to_keep.append(article)
        if file.characters > LARGEST:
            file.to_keep = None

    def _add_error(self, error: AnnotatorError, path: Path) -> None:
        self._found.failures.append((path, error))
        self._file.digest, self._file.to_keep = None, None

    def take(self) -> Reading:
        """Return everything read since the last portion."""
        found, self._found = self._found, _Results()
        return Reading(
            articles=tuple(found.articles),
            failures=tuple(found.failures),
            repeats=tuple(found.repeats),
            sheets=tuple(found.sheets),
            whole=tuple(found.whole),
            unread=found.unread,
        )

    def _add_article(self, article: Article) -> None:
        self._file.count += 1
        sha256 = fingerprint(article.text)
        self._file.prints.add(sha256)
        place = OriginWords(article.name, article.unit)
        if sha256 in self._first:
            self._found.repeats.append((place, self._first[sha256]))
        else:
            self._first[sha256] = place
            self._found.articles.append(article)
            self._found.characters += len(article.text)
