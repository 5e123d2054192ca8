"""Paragraphs of texts whose lines are broken at a fixed width: pages of PDF files, text copied from them, mails."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles

_FILLED = 0.85  # of the usual width; if a line and the next word do not fill it, the line ends its paragraph
_NARROWEST, _WIDEST = 50, 120  # characters of the lines of a text with broken lines; narrower only if it divides words
_FEWEST = 2  # broken lines
_SHARE = 1 / 3  # of the line breaks within paragraphs that have to be in the middle of a sentence
_MOST_EARLY = 1 / 4  # of these, how many more may come early in a line, as in verses and lists
_MOST_INDENTED = 1 / 2  # of the lines; if more are, it is no sign of a new paragraph
_INDENTED = re.compile(r"(?:[\t\u2003\u3000]|\s\s)\s*\S")
_HYPHEN = re.compile(r"[^\W_][-\u2010\u00ad]$")
_JOINED = re.compile(r"(?!(?:und|oder|bis|bzw|and|or|to)\b)[^\W\d_A-ZÄÖÜ]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_COMPOUND = re.compile(r"(?:well|self)-\w{5,}|so-called|[\w-]+-(?:a|and|by|in|of|on|the|to|up)-\w+")
_ENDS = re.compile(r"[.!?:…][\"”“«»’')\]]*$")
_BEGINS = re.compile(  # an item of a list, a quoted line of a mail, or a turn of an interview
    r"^(?:[•◦▪●‣·*–—>-]|\(?\d{1,3}[.)]|\(?[a-z]\)|(?:[AFQ]|[A-ZÄÖÜ]{2}[\w .-]{0,30}):)\s"
)
_APART = re.compile(r"\S(?:\t| {4})|^[\W_]+$")  # a row of a table, or a line of signs


def unbroken(text: str) -> str:
    """Return a text without line breaks inside its sentences, or unchanged if it has hardly any.

    An empty line stays the end of a paragraph, and an indented line begins one.
    """
    lines = _parted(text.splitlines())
    width = usual_width([lines])
    return "\n\n".join(paragraphs([lines], width, blank_ends=True)) if _is_broken(lines, width) else text


def _parted(raw: Sequence[str]) -> list[str]:
    """Return lines without white space around them, with an empty line before those that begin a paragraph indented.

    These follow a complete sentence. Below an item of a list, indented lines belong to the item.
    """
    indents = [_INDENTED.match(line) is not None for line in raw]
    few = sum(indents) <= _MOST_INDENTED * sum(map(bool, raw))
    lines: list[str] = []
    hanging = False
    for line, indented in zip(map(str.strip, raw), indents, strict=True):
        last = lines[-1] if lines else ""
        hanging = (hanging and last != "") or _BEGINS.search(last) is not None
        if few and indented and not hanging and last and _ENDS.search(last):
            lines.append("")
        lines.append(line)
    return lines


def _is_broken(lines: Sequence[str], width: float) -> bool:
    """Return whether lines were broken at a width, so that they are neither paragraphs nor verses, lists or tables."""
    breaks = [(last, line) for last, line in pairwise(lines) if last and line and not _are_apart(last, line)]
    divided = sum(_divides(last, line) for last, line in breaks)
    run_on = [each for each in breaks if _runs_on(*each)]
    early = sum(_is_early(last, line, width) for last, line in run_on)
    inside = divided + len(run_on) - early
    if width > _WIDEST or (width < _NARROWEST and divided < _FEWEST):
        return False
    return inside >= max(_FEWEST, _SHARE * len(breaks)) and early <= _MOST_EARLY * inside


def _runs_on(last: str, line: str) -> bool:
    """Return whether a sentence seems to go on from one line to the next, between two words."""
    return not _divides(last, line) and line[:1].islower() and _ENDS.search(last) is None


def _is_early(last: str, line: str, width: float) -> bool:
    """Return whether a line ends although the next word would have fitted in."""
    return len(last) + 1 + len(line.split(maxsplit=1)[0]) < _FILLED * width


def _are_apart(last: str, line: str) -> bool:
    """Return whether two lines do not belong together, however long the first one is."""
    return (
        last.startswith(">") or any(form.search(line) for form in (_BEGINS, _APART)) or _APART.search(last) is not None
    )


def usual_width(pages: Sequence[Sequence[str]]) -> float:
    """Return the length that a tenth of the lines reach."""
    lengths = [len(line) for page in pages for line in page if line]
    return quantiles(lengths, n=10, method="inclusive")[-1] if len(lengths) > 1 else 0


def paragraphs(pages: Sequence[Sequence[str]], width: float, *, blank_ends: bool) -> Iterator[str]:
    """Yield the paragraphs of pages, each on one line.

    A line ends a paragraph if the next word would have fitted into its ``width``. An empty line does if ``blank_ends``,
    else only after a complete sentence inside a page. A hyphenated word is joined unless the hyphen belongs to it.
    """
    whole = _whole_words(pages)
    pieces: list[str] = []
    last = ""
    for page in pages:
        for n, line in enumerate(page):
            if pieces and _ends(last, line, width, blank_ends=blank_ends, inside=n > 0):
                yield "".join(pieces)
                pieces = []
            if line:
                if pieces:
                    pieces[-1:] = _joined(pieces[-1], line, whole)
                else:
                    pieces = [line]
                last = line
    if pieces:
        yield "".join(pieces)


def _ends(last: str, line: str, width: float, *, blank_ends: bool, inside: bool) -> bool:
    """Return whether a paragraph ends after its line ``last``, which ``line`` ("" for an empty one) follows.

    ``inside`` is whether ``line`` is not the first line of its page.
    """
    if not line:
        return blank_ends or (inside and _ENDS.search(last) is not None)
    return not _divides(last, line) and (_is_early(last, line, width) or _are_apart(last, line))


def _divides(last: str, line: str) -> bool:
    """Return whether a word is hyphenated across two lines."""
    return _HYPHEN.search(last) is not None and _JOINED.match(line) is not None


def _joined(last: str, line: str, whole: frozenset[str]) -> tuple[str, str]:
    """Return two lines of a paragraph so that they form its text when put together without a separator."""
    if _divides(last, line):
        return last if _keeps_hyphen(last, line, whole) else last[:-1], line
    if _HYPHEN.search(last) and line[:1].isupper():
        return last, line
    return f"{last} ", line


def _whole_words(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return all words in lower case, those with hyphens as one; none if no line ends in a hyphen."""
    lines = [line for page in pages for line in page]
    if not any(map(_HYPHEN.search, lines)):
        return frozenset()
    return frozenset(word for line in lines for word in _WORD.findall(line.lower().replace("\u2010", "-")))


def _keeps_hyphen(last: str, line: str, whole: frozenset[str]) -> bool:
    """Return whether a hyphen between two lines belongs to the word: after a digit, or if the text has it elsewhere."""
    before, after = last.split()[-1].lower().replace("\u2010", "-"), line.split(maxsplit=1)[0].lower()
    first, second = _WORD.findall(before)[-1], _WORD.findall(after)[0]
    if before.endswith("\u00ad"):
        return False
    both = f"{first}-{second}"
    known = both in whole and first + second not in whole
    return known or first[-1].isdigit() or _COMPOUND.fullmatch(both) is not None
