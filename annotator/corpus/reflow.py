"""From the lines of printed pages to paragraphs: what a page turns at its foot and a line at its edge is joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

_FULL = 0.75  # of the usual width: a line that ends before it ends its paragraph
_EDGE = 2  # lines at the head and foot of a page that may be repeated on each
_REPEATED = 2  # pages on which a line stands that belongs to the page
_HYPHEN = re.compile(r"([^\W\d_])[-\u2010\u00ad]$")
_JOINED = re.compile(r"(?!(?:und|oder|bis|bzw|and|or|to)\b)[^\W\d_A-ZÄÖÜ]")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:seite|page|s\.|p\.)?\s*\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"”“«»’')\]]*$")
_LIST = re.compile(r"(?:[•◦▪–—-]|\(?\d{1,3}[.)])\s")


def reflow(pages: Sequence[str]) -> str:
    """Give the text of pages, an empty line between paragraphs.

    Lines that most pages repeat at head or foot are dropped, and page numbers; a word that a line divides is put
    together, unless it goes on with a capital.
    """
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    repeated = _repeated(lines)
    kept = [[line for n, line in enumerate(page) if not _of_page(page, n, repeated)] for page in lines]
    full = _FULL * _width(kept)
    return "\n\n".join(_paragraphs(kept, full))


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    seen = Counter(line for page in pages for line in {_DIGITS.sub("0", page[n]) for n in _edges(page)})
    return frozenset(line for line, count in seen.items() if count >= _REPEATED and 2 * count > len(pages))


def _edges(page: Sequence[str]) -> list[int]:
    """Give the places of the first and last lines of a page that hold something."""
    filled = [n for n, line in enumerate(page) if line]
    return [*filled[:_EDGE], *filled[_EDGE:][-_EDGE:]]


def _of_page(page: Sequence[str], number: int, repeated: frozenset[str]) -> bool:
    if number not in _edges(page):
        return False
    return _DIGITS.sub("0", page[number]) in repeated or _NUMBER.fullmatch(page[number]) is not None


def _width(pages: Sequence[Sequence[str]]) -> float:
    """Give how long a line is that the edge ended: one of ten is as long or longer."""
    lengths = [len(line) for page in pages for line in page if line]
    return quantiles(lengths, n=10, method="inclusive")[-1] if len(lengths) > 1 else 0


def _paragraphs(pages: Sequence[Sequence[str]], full: float) -> Iterator[str]:
    words = ""
    last = ""
    for page in pages:
        for n, line in enumerate(page):
            if not line:
                if n and words and _ENDS.search(last):
                    yield words
                    words = ""
                continue
            if words and not _divides(last, line) and (len(last) < full or _LIST.match(line)):
                yield words
                words = ""
            words = _joined(words, line)
            last = line
    if words:
        yield words


def _divides(last: str, line: str) -> bool:
    """Tell whether the end of a line divides a word that the next one goes on with."""
    return _HYPHEN.search(last) is not None and _JOINED.match(line) is not None


def _joined(words: str, line: str) -> str:
    if not words:
        return line
    if _divides(words, line):
        return words[:-1] + line
    if _HYPHEN.search(words) and line[:1].isupper():
        return words + line
    return f"{words} {line}"
