"""The text of PDF files. Scanned pages have none and are reported; columns are read in the order of the file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from annotator.corpus.article import Asked, Draft, Found
from annotator.corpus.byte_limits import FILE_LIMIT, MB, TEXT_LIMIT, read_content, too_large
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken

if TYPE_CHECKING:
    from pypdf import PdfReader

_FULL = 0.75  # of the usual width; a line shorter than this ends its paragraph
_EDGE = 2  # lines at head and foot that pages may repeat
_REPEATED = 2  # pages with the same line at head or foot
_HYPHEN = re.compile(r"([^\W\d_])[-\u2010\u00ad]$")
_JOINED = re.compile(r"(?!(?:und|oder|bis|bzw|and|or|to)\b)[^\W\d_A-ZÄÖÜ]")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:seite|page|s\.|p\.)?\s*\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"”“«»’')\]]*$")
_LIST = re.compile(r"(?:[•◦▪–—-]|\(?\d{1,3}[.)])\s")


def reflow(pages: Sequence[str]) -> str:
    """Return the text of pages, with an empty line between paragraphs.

    Page numbers and lines repeated at the head or foot of most pages are dropped. A hyphenated word is joined unless it
    continues with a capital.
    """
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    repeated = _repeated(lines)
    kept = [_without_edges(page, repeated) for page in lines]
    return "\n\n".join(_paragraphs(kept, _FULL * _width(kept)))


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    seen = Counter(line for page in pages for line in {_DIGITS.sub("0", page[n]) for n in _edges(page)})
    return frozenset(line for line, count in seen.items() if count >= _REPEATED and 2 * count > len(pages))


def _edges(page: Sequence[str]) -> list[int]:
    """Return the indices of the first and last non-empty lines of a page."""
    filled = [n for n, line in enumerate(page) if line]
    return [*filled[:_EDGE], *filled[_EDGE:][-_EDGE:]]


def _without_edges(page: Sequence[str], repeated: frozenset[str]) -> list[str]:
    """Return the lines of a page without page number and repeated lines at its head and foot."""
    dropped = {
        n for n in _edges(page) if _DIGITS.sub("0", page[n]) in repeated or _NUMBER.fullmatch(page[n]) is not None
    }
    return [line for n, line in enumerate(page) if n not in dropped]


def _width(pages: Sequence[Sequence[str]]) -> float:
    """Return the length of a full line: the value that a tenth of the lines reach."""
    lengths = [len(line) for page in pages for line in page if line]
    return quantiles(lengths, n=10, method="inclusive")[-1] if len(lengths) > 1 else 0


def _paragraphs(pages: Sequence[Sequence[str]], full: float) -> Iterator[str]:
    pieces: list[str] = []
    last = ""
    for page in pages:
        for n, line in enumerate(page):
            if pieces and _ends(last, line, full, inside=n > 0):
                yield "".join(pieces)
                pieces = []
            if line:
                if pieces:
                    pieces[-1:] = _joined(pieces[-1], line)
                else:
                    pieces = [line]
                last = line
    if pieces:
        yield "".join(pieces)


def _ends(last: str, line: str, full: float, *, inside: bool) -> bool:
    """Return whether a paragraph ends after its line ``last``, which ``line`` ("" for an empty one) follows.

    A line shorter than ``full`` ends a paragraph. ``inside`` is whether ``line`` is not the first line of its page. An
    empty first line ends no paragraph; any other empty line ends a paragraph whose last sentence is complete.
    """
    if not line:
        return inside and _ENDS.search(last) is not None
    return not _divides(last, line) and (len(last) < full or _LIST.match(line) is not None)


def _divides(last: str, line: str) -> bool:
    """Return whether a word is hyphenated across two lines."""
    return _HYPHEN.search(last) is not None and _JOINED.match(line) is not None


def _joined(last: str, line: str) -> tuple[str, str]:
    """Return two lines of a paragraph so that they form its text when put together without a separator."""
    if _divides(last, line):
        return last[:-1], line
    if _HYPHEN.search(last) and line[:1].isupper():
        return last, line
    return f"{last} ", line


_FEWEST_CHARACTERS = 20  # characters of a page that is not a scan
_MOST_SHOWN = 5  # page numbers in an error
# What pypdf raises on damaged or malicious files, besides its own errors.
_PARSER_ERRORS = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, ArithmeticError, AssertionError)


def read_pdf(path: Path, asked: Asked) -> Iterator[Found]:
    """Read the text of all pages as one article."""
    del asked
    raw = read_content(path, FILE_LIMIT)
    pages = _pages(raw, path.name)
    blank = [number for number, page in enumerate(pages, 1) if len(page.strip()) < _FEWEST_CHARACTERS]
    text = reflow(pages)
    if len(blank) == len(pages) or not text:
        raise TextError("text.scan", file=path.name, pages=len(pages))
    if blank:
        numbers = ", ".join(map(str, blank[:_MOST_SHOWN])) + (" …" if len(blank) > _MOST_SHOWN else "")
        yield TextError("text.scan_pages", file=path.name, pages=numbers)
    yield Draft(text=text, guessed=True)


def _pages(raw: bytes, name: str) -> list[str]:
    """Return the text of each page, empty for a page that cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise TextError("text.encrypted", file=name)
        count = len(reader.pages)
    except (DependencyError, NotImplementedError):
        raise TextError("text.encrypted", file=name) from None
    except (PyPdfError, RecursionError, MemoryError, *_PARSER_ERRORS) as error:
        raise Broken(str(error) or type(error).__name__) from None
    pages: list[str] = []
    size = 0
    for number in range(count):
        pages.append(_page_text(reader, number))
        size += len(pages[-1])
        if size > TEXT_LIMIT * MB:
            raise too_large(name, size)
    return pages


def _page_text(reader: "PdfReader", number: int) -> str:
    from pypdf.errors import PyPdfError

    try:
        text = reader.pages[number].extract_text()
    except (PyPdfError, RecursionError, NotImplementedError, *_PARSER_ERRORS):
        return ""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
