"""From files, folders and the clipboard to articles: a table of readers, one for each kind of file.

The functions that give an `Article` belong into a job process: they guess the language, which loads a model.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.corpus.article import Article
from annotator.corpus.describe import describe
from annotator.corpus.encoding import decode
from annotator.errors import QT_TRANSLATE_NOOP, AnnotatorError, TextError
from annotator.language import detect
from annotator.text import fingerprint, normalise
from annotator.worker import Progress, no_progress

LIMIT = 20  # MB
_MB = 1_000_000
_UNDECODED = ("text.encoding", "text.encoding_unknown")
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads one kind of file. ``suffixes`` are in lower case, with the full stop.

    ``read`` takes the path and the encoding that somebody chose, or None to find it out.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, str | None], list[Article]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of many files: the articles in order, and all that did not become one.

    ``failures`` are file names with what went wrong; ``repeats`` are file names with the name of the file whose text
    they repeat, word for word; ``undecoded`` are the files whose encoding somebody must choose, in the order of their
    failures. Articles that the project holds already are the caller's to find, by `fingerprint`.
    """

    articles: tuple[Article, ...]
    failures: tuple[tuple[str, AnnotatorError], ...]
    repeats: tuple[tuple[str, str], ...]
    undecoded: tuple[Path, ...] = ()


def reader_for(path: Path) -> Reader | None:
    """Find the reader for a file by its name."""
    return next((reader for reader in READERS if path.suffix.lower() in reader.suffixes), None)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Give the files in files and folders, in natural order within a folder, each once.

    What was named itself is there whatever it is, so that reading it can say what is wrong; so is a folder that
    cannot be listed. Within folders hidden files are left out, and the kinds that no reader takes: ask
    `find_unreadable` for those.
    """
    named = list(paths)
    return [path for path in _walk(named) if path in named or reader_for(path) is not None or path.is_dir()]


def find_unreadable(paths: Iterable[Path]) -> list[Path]:
    """Give the files within folders, hidden ones aside, that `find_files` leaves out."""
    named = list(paths)
    return [path for path in _walk(named) if path not in named and reader_for(path) is None and not path.is_dir()]


def read_file(path: Path, encoding: str | None = None) -> list[Article]:
    """Read the articles in a file.

    Raises:
        TextError: Any ``text.…`` code; the sentence names the file.
    """
    reader = reader_for(path)
    if reader is None:
        raise TextError("text.kind", file=path.name, suffix=path.suffix)
    return reader.read(path, encoding)


def read_files(paths: Sequence[Path], encoding: str | None = None, progress: Progress = no_progress) -> Reading:
    """Read many files; one that cannot be read stops no other."""
    articles: list[Article] = []
    failures: list[tuple[str, AnnotatorError]] = []
    repeats: list[tuple[str, str]] = []
    undecoded: list[Path] = []
    first: dict[str, str] = {}
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            read = read_file(path, encoding)
        except AnnotatorError as error:
            failures.append((path.name, error))
            if error.code in _UNDECODED:
                undecoded.append(path)
            continue
        for article in read:
            sha256 = fingerprint(article.text)
            if sha256 in first:
                repeats.append((article.name, first[sha256]))
            else:
                first[sha256] = article.name
                articles.append(replace(article, path=path))
    progress(len(paths), len(paths))
    return Reading(
        articles=tuple(articles), failures=tuple(failures), repeats=tuple(repeats), undecoded=tuple(undecoded)
    )


def from_paste(text: str, *, name: str = "Pasted text", progress: Progress = no_progress) -> Article:
    """Make an article of pasted text. It is normalised and nothing else: no-break spaces and blank lines stay.

    Raises:
        TextError: ``text.empty``, ``text.nul``, ``text.surrogate``, ``text.too_large``.
    """
    progress(0, 1)
    if len(text) > LIMIT * _MB:
        raise _too_large(name, len(text))
    return _article(text, name=name)


def _read_text(path: Path, encoding: str | None) -> list[Article]:
    decoded = decode(_bytes(path), name=path.name, forced=encoding)
    return [_article(decoded.text, name=path.name, encoding=decoded.encoding, sure=decoded.sure)]


READERS: tuple[Reader, ...] = (Reader(name="Text", suffixes=(".txt", ".text", ""), read=_read_text),)


def _article(raw: str, *, name: str, encoding: str | None = None, sure: bool = True) -> Article:
    text, _ = normalise(raw, name=name)
    found = describe(text, name=Path(name).stem)
    return Article(
        title=found.title,
        text=text,
        language=detect(text, "") or None,
        publisher=found.publisher,
        author=found.author,
        url=found.url,
        published=found.published,
        meta={} if encoding is None else {"file": name, "encoding": encoding},
        furniture=found.furniture,
        encoding=encoding,
        encoding_sure=sure,
        name=name,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise TextError("text.missing", file=path.name, reason=QT_TRANSLATE_NOOP("Errors", "it is not a file"))
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LIMIT * _MB:
                raise _too_large(path.name, size)
            return file.read(LIMIT * _MB)
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror) from error


def _too_large(name: str, size: int) -> TextError:
    return TextError("text.too_large", file=name, size=f"{size / _MB:.1f}", limit=LIMIT)


def _walk(named: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in named:
        yield from _below(path, seen)


def _below(path: Path, seen: set[Path]) -> Iterator[Path]:
    """Give the files at and below a path, each file and folder once: a link to a folder above it ends there."""
    try:
        real = path.resolve()
        if real in seen:
            return
        seen.add(real)
        within = sorted(path.iterdir(), key=_natural) if path.is_dir() else None
    except (OSError, RuntimeError):
        within = None
    if within is None:
        yield path
        return
    for child in within:
        if not child.name.startswith("."):
            yield from _below(child, seen)


def _natural(path: Path) -> tuple[list[str | int], str]:
    """Sort "Artikel 9" before "Artikel 10"."""
    pieces = _DIGITS.split(path.name.casefold())
    return [int(piece) if i % 2 else piece for i, piece in enumerate(pieces)], path.name
