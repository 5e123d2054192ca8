"""The text of PDF files. Scanned pages have none and are reported; columns are read in the order of the file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.corpus.article import Draft, Found, ReadingChoices
from annotator.corpus.byte_limits import FILE_LIMIT, MB, TEXT_LIMIT, read_content, too_large
from annotator.corpus.line_breaks import paragraphs, usual_width
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken

if TYPE_CHECKING:
    from pypdf import PdfReader

_EDGE = 2  # lines at head and foot that pages may repeat
_REPEATED = 2  # pages with the same line at head or foot
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:seite|page|s\.|p\.)?\s*\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?\W*", re.IGNORECASE)


def reflow(pages: Sequence[str]) -> str:
    """Return the text of pages, with an empty line between paragraphs.

    Page numbers and lines repeated at the head or foot of most pages are dropped.
    """
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    repeated = _repeated(lines)
    kept = [_without_edges(page, repeated) for page in lines]
    return "\n\n".join(paragraphs(kept, usual_width(kept), blank_ends=False))


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


_FEWEST_CHARACTERS = 20  # characters of a page that is not a scan
_MOST_SHOWN = 5  # page numbers in an error
# What pypdf raises on damaged or malicious files, besides its own errors.
_PARSER_ERRORS = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, ArithmeticError, AssertionError)


def read_pdf(path: Path, asked: ReadingChoices) -> Iterator[Found]:
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
