"""From files, folders and the clipboard to articles: a table of readers, one for each kind of file.

The functions that give an `Article` belong into a job process: they guess the language, which loads a model, and
what reads some kinds of files is large.
"""

import logging
import re
from collections.abc import Container, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.corpus import feed, mail, newsml, pdf, records, tables, warc, web, word
from annotator.corpus.article import Article
from annotator.corpus.content import MB, TEXT_LIMIT, digest_of, read_content, read_head, too_large
from annotator.corpus.draft import Asked, Draft, Found, Read, Sheet
from annotator.corpus.encoding import decode
from annotator.corpus.files import walk
from annotator.corpus.finishing import finish
from annotator.corpus.kept import LARGEST, Kept
from annotator.errors import AnnotatorError, TextError
from annotator.text import fingerprint
from annotator.whole import Broken
from annotator.worker import Progress, no_progress

_HEAD = 4096  # bytes that tell what kind of XML a file is
_PROLOGUE = re.compile(rb"<!--.*?-->|<[?!][^>]*>", re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_TALKATIVE = ("pypdf", "trafilatura", "htmldate", "courlan")  # what they log of a bad file, its failure says
_TWOFOLD = (".warc.gz",)  # suffixes with a full stop inside
_PORTION = 400_000  # characters of articles that are handed over at once
_NOBODY = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads one kind of file. ``suffixes`` are in lower case, with the full stop; ``title`` is for people."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Read


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file by the SHA-256 of its bytes, and the `fingerprint` of each article in it."""

    digest: str
    prints: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of files: the articles in order, and all that did not become one.

    ``failures`` are files with what went wrong; ``repeats`` are file names with the name of the file whose text they
    repeat, word for word; ``sheets`` are the files whose columns somebody may choose. Articles that the project holds
    already are the caller's to find, by `fingerprint`. ``whole`` are files that were read without fault; ``unread`` is
    how many were passed over because they are known.
    """

    articles: tuple[Article, ...]
    failures: tuple[tuple[Path, AnnotatorError], ...]
    repeats: tuple[tuple[str, str], ...]
    sheets: tuple[tuple[Path, Sheet], ...] = ()
    whole: tuple[FileRead, ...] = ()
    unread: int = 0


def reader_for(path: Path) -> Reader | None:
    """Find the reader for a file by its name."""
    suffix = next((twofold for twofold in _TWOFOLD if path.name.lower().endswith(twofold)), path.suffix.lower())
    return next((reader for reader in READERS if suffix in reader.suffixes), None)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Give the files in files and folders, in natural order within a folder, each once.

    What was named itself is there whatever it is, so that reading it can say what is wrong; so is a folder that
    cannot be listed. Within folders hidden files are left out, and the kinds that no reader takes: ask
    `find_unreadable` for those.
    """
    named = list(paths)
    known = set(named)
    return [path for path in walk(named) if path in known or _is_readable(path) or path.is_dir()]


def find_unreadable(paths: Iterable[Path]) -> list[Path]:
    """Give the files within folders, hidden ones aside, that `find_files` leaves out."""
    named = list(paths)
    known = set(named)
    return [path for path in walk(named) if path not in known and not _is_readable(path) and not path.is_dir()]


def read_file(path: Path, asked: Asked = _NOBODY) -> Iterator[Article | Sheet | TextError]:
    """Give the articles in a file, what it could be read by, and what of it cannot be read.

    Raises:
        TextError: Any ``text.…`` code, ``format.broken``; the sentence names the file.
    """
    reader = reader_for(path)
    if reader is None:
        raise TextError("text.kind", file=path.name, suffix=path.suffix)
    try:
        for found in reader.read(path, asked):
            yield _finished(found, path)
    except Broken as broken:
        raise TextError("format.broken", file=path.name, format=reader.title, reason=broken) from None
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror or error) from error


def read_files(
    paths: Sequence[Path],
    asked: Asked = _NOBODY,
    progress: Progress = no_progress,
    known: Container[str] | None = None,
    kept: Kept | None = None,
) -> Generator[Reading, None, None]:
    """Read many files in portions that are soon handed over; one file that cannot be read stops no other.

    ``known`` are the digests of files that need not be read; None: nobody wants to know which files they are. ``kept``
    has what was read before, and gets what is read.
    """
    for library in _TALKATIVE:
        logging.getLogger(library).setLevel(logging.CRITICAL)
    taken = _Taken()
    for done, path in enumerate(paths):
        progress(done, len(paths))
        digest = None if known is None else digest_of(path)
        if digest is not None and known is not None and digest in known:
            taken.pass_over()
            continue
        taken.begin_file(digest)
        try:
            for found in read_file(path, asked) if digest is None or kept is None else _kept(path, digest, asked, kept):
                taken.take(found, path)
                if taken.characters > _PORTION:
                    yield taken.portion()
        except AnnotatorError as error:
            taken.fail(error, path)
        taken.end_file()
    progress(len(paths), len(paths))
    yield taken.portion()


def _kept(path: Path, digest: str, asked: Asked, kept: Kept) -> Iterator[Article | Sheet | TextError]:
    """Give what is in a file, from what was kept of it; keep it where it is nothing but articles, and not too many."""
    before = kept.articles(digest, path)
    if before is not None:
        yield from before
        return
    articles: list[Article] | None = []
    characters = 0
    for found in read_file(path, asked):
        yield found
        characters += len(found.text) if isinstance(found, Article) else LARGEST
        if articles is None or not isinstance(found, Article) or characters > LARGEST:
            articles = None
        else:
            articles.append(found)
    if articles:
        kept.keep(digest, path, articles)


def from_paste(text: str, *, name: str = "Pasted text", progress: Progress = no_progress) -> Article:
    """Make an article of pasted text. It is normalised and nothing else: no-break spaces and blank lines stay.

    Raises:
        TextError: ``text.empty``, ``text.nul``, ``text.surrogate``, ``text.too_large``.
    """
    progress(0, 1)
    if len(text) > TEXT_LIMIT * MB:
        raise too_large(name, len(text))
    return finish(Draft(text=text), name=name)


def _read_text(path: Path, asked: Asked) -> Iterator[Found]:
    decoded = decode(read_content(path), name=path.name, forced=asked.encoding)
    yield Draft(text=decoded.text, encoding=decoded.encoding, encoding_sure=decoded.sure)


def _read_xml(path: Path, asked: Asked) -> Iterator[Found]:
    """Read XML by what it is."""
    root = _root(path)
    read = _ROOTS.get(root.lower())
    if read is None:
        raise TextError("text.xml", file=path.name, root=root or "?")
    yield from read(path, asked)


def _root(path: Path) -> str:
    """Give the name of the root of XML, without its namespace."""
    found = _ROOT.search(_PROLOGUE.sub(b"", read_head(path, _HEAD).replace(b"\0", b"")))
    return found[1].decode("ascii") if found else ""


def _is_readable(path: Path) -> bool:
    """Tell whether a reader takes a file that nobody named: of XML, only what holds articles."""
    reader = reader_for(path)
    if reader is None or reader.read is not _read_xml:
        return reader is not None
    try:
        return _root(path).lower() in _ROOTS
    except TextError:  # reading it will say so
        return True


def _finished(found: Found, path: Path) -> Article | Sheet | TextError:
    if not isinstance(found, Draft):
        return found
    try:
        return finish(found, name=path.name, path=path)
    except TextError as error:
        if found.place:
            return error
        raise


_ROOTS: dict[str, Read] = {
    **dict.fromkeys(("rss", "feed", "rdf", "channel"), feed.read_feed),
    **dict.fromkeys(("newsmessage", "newsitem", "packageitem", "newsml", "nitf"), newsml.read_news),
    "html": web.read_page,
}

READERS: tuple[Reader, ...] = (
    Reader(name="text", title="Text", suffixes=(".txt", ".text", ""), read=_read_text),
    Reader(name="html", title="HTML", suffixes=(".html", ".htm", ".xhtml"), read=web.read_page),
    Reader(name="mhtml", title="MHTML", suffixes=(".mhtml", ".mht"), read=web.read_archive),
    Reader(name="warc", title="WARC", suffixes=(".warc", ".warc.gz"), read=warc.read_archive),
    Reader(name="docx", title="DOCX", suffixes=(".docx", ".docm"), read=word.read_docx),
    Reader(name="odt", title="ODT", suffixes=(".odt",), read=word.read_odt),
    Reader(name="pdf", title="PDF", suffixes=(".pdf",), read=pdf.read_pdf),
    Reader(name="csv", title="CSV", suffixes=(".csv", ".tsv", ".tab"), read=tables.read_csv),
    Reader(name="xlsx", title="XLSX", suffixes=(".xlsx", ".xlsm"), read=tables.read_workbook),
    Reader(name="jsonl", title="JSON Lines", suffixes=(".jsonl", ".ndjson"), read=records.read_lines),
    Reader(name="json", title="JSON", suffixes=(".json",), read=records.read_whole),
    Reader(name="feed", title="RSS/Atom", suffixes=(".rss", ".atom"), read=feed.read_feed),
    Reader(name="xml", title="XML", suffixes=(".xml",), read=_read_xml),
    Reader(name="eml", title="EML", suffixes=(".eml",), read=mail.read_mail),
)


class _Taken:
    """What was read since the last portion, and what repeats any text before."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}  # by fingerprint
        self._digest: str | None = None  # of the file that is being read; None once it has a fault
        self._prints: set[str] = set()
        self._begin()

    def pass_over(self) -> None:
        self._unread += 1

    def begin_file(self, digest: str | None) -> None:
        self._digest, self._prints = digest, set()

    def end_file(self) -> None:
        if self._digest is not None and self._prints:
            self._whole.append(FileRead(digest=self._digest, prints=frozenset(self._prints)))

    def take(self, found: Article | Sheet | TextError, path: Path) -> None:
        if isinstance(found, Sheet):
            self._sheets.append((path, found))
        elif isinstance(found, TextError):
            self.fail(found, path)
        else:
            self._take(found)

    def fail(self, error: AnnotatorError, path: Path) -> None:
        self._failures.append((path, error))
        self._digest = None

    def portion(self) -> Reading:
        portion = Reading(
            articles=tuple(self._articles),
            failures=tuple(self._failures),
            repeats=tuple(self._repeats),
            sheets=tuple(self._sheets),
            whole=tuple(self._whole),
            unread=self._unread,
        )
        self._begin()
        return portion

    def _begin(self) -> None:
        self.characters = 0
        self._articles: list[Article] = []
        self._failures: list[tuple[Path, AnnotatorError]] = []
        self._repeats: list[tuple[str, str]] = []
        self._sheets: list[tuple[Path, Sheet]] = []
        self._whole: list[FileRead] = []
        self._unread = 0

    def _take(self, article: Article) -> None:
        sha256 = fingerprint(article.text)
        self._prints.add(sha256)
        if sha256 in self._first:
            self._repeats.append((article.name, self._first[sha256]))
        else:
            self._first[sha256] = article.name
            self._articles.append(article)
            self.characters += len(article.text)
