"""Paragraphs of texts whose lines are broken at a fixed width: pages of PDF files, text copied from them, mails."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles

_FULL = 0.75  # of the usual width; a line shorter than this ends its paragraph
_WIDEST = 120  # characters of a line in a text with broken lines
_FEWEST = 2  # broken lines
_SHARE = 1 / 3  # of the line breaks within paragraphs that have to be in the middle of a sentence
_HYPHEN = re.compile(r"([^\W\d_])[-\u2010\u00ad]$")
_JOINED = re.compile(r"(?!(?:und|oder|bis|bzw|and|or|to)\b)[^\W\d_A-ZÄÖÜ]")
_ENDS = re.compile(r"[.!?:…][\"”“«»’')\]]*$")
_LIST = re.compile(r"(?:[•◦▪–—>-]|\(?\d{1,3}[.)])\s")


def unbroken(text: str) -> str:
    """Return a text without line breaks inside its sentences, or unchanged if it has hardly any.

    An empty line stays the end of a paragraph. A hyphenated word is joined unless it continues with a capital.
    """
    lines = [line.strip() for line in text.splitlines()]
    full = full_line([lines])
    breaks = [(last, line) for last, line in pairwise(lines) if last and line]
    inside = sum(_runs_on(last, line, full) for last, line in breaks)
    if inside < _FEWEST or inside < _SHARE * len(breaks) or full > _FULL * _WIDEST:
        return text
    return "\n\n".join(paragraphs([lines], full, blank_ends=True))


def _runs_on(last: str, line: str, full: float) -> bool:
    """Return whether a sentence clearly goes on from one line to the next."""
    return _divides(last, line) or (len(last) >= full and line[:1].islower() and _ENDS.search(last) is None)


def full_line(pages: Sequence[Sequence[str]]) -> float:
    """Return from how many characters on a line is full: most of the length that a tenth of the lines reach."""
    lengths = [len(line) for page in pages for line in page if line]
    return _FULL * quantiles(lengths, n=10, method="inclusive")[-1] if len(lengths) > 1 else 0


def paragraphs(pages: Sequence[Sequence[str]], full: float, *, blank_ends: bool) -> Iterator[str]:
    """Yield the paragraphs of pages, each on one line.

    A line shorter than ``full`` ends a paragraph. An empty line does if ``blank_ends``, else only after a complete
    sentence inside a page. A hyphenated word is joined unless it continues with a capital.
    """
    pieces: list[str] = []
    last = ""
    for page in pages:
        for n, line in enumerate(page):
            if pieces and _ends(last, line, full, blank_ends=blank_ends, inside=n > 0):
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


def _ends(last: str, line: str, full: float, *, blank_ends: bool, inside: bool) -> bool:
    """Return whether a paragraph ends after its line ``last``, which ``line`` ("" for an empty one) follows.

    ``inside`` is whether ``line`` is not the first line of its page.
    """
    if not line:
        return blank_ends or (inside and _ENDS.search(last) is not None)
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
