"""The text of PDF files. Scanned pages have none and are reported; columns are read in the order of the file."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.corpus.byte_limits import FILE_LIMIT, MB, TEXT_LIMIT, read_content, too_large
from annotator.corpus.draft import Asked, Draft, Found
from annotator.corpus.reflow import reflow
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken

if TYPE_CHECKING:
    from pypdf import PdfReader

_FEWEST = 20  # characters of a page that was printed and not photographed
_SHOWN = 5  # numbers of pages that an error names
# What pypdf raises on files that are damaged or made to harm, beside its own errors.
_STUMBLES = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, ArithmeticError, AssertionError)


def read_pdf(path: Path, asked: Asked) -> Iterator[Found]:
    """Read the text of all pages as one article."""
    del asked
    raw = read_content(path, FILE_LIMIT)
    pages = _pages(raw, path.name)
    blank = [number for number, words in enumerate(pages, 1) if len(words.strip()) < _FEWEST]
    text = reflow(pages)
    if len(blank) == len(pages) or not text:
        raise TextError("text.scan", file=path.name, pages=len(pages))
    if blank:
        numbers = ", ".join(map(str, blank[:_SHOWN])) + (" …" if len(blank) > _SHOWN else "")
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
    except (PyPdfError, RecursionError, MemoryError, *_STUMBLES) as error:
        raise Broken(str(error) or type(error).__name__) from None
    pages: list[str] = []
    size = 0
    for number in range(count):
        pages.append(_words(reader, number))
        size += len(pages[-1])
        if size > TEXT_LIMIT * MB:
            raise too_large(name, size)
    return pages


def _words(reader: "PdfReader", number: int) -> str:
    from pypdf.errors import PyPdfError

    try:
        words = reader.pages[number].extract_text()
    except (PyPdfError, RecursionError, NotImplementedError, *_STUMBLES):
        return ""
    return words.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
