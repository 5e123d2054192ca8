"""Where sentences begin and end, so that German quotations, dates and headlines survive."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_STOP = re.compile(r"[.!?…]+[»«”“\"'’)\]]*(?=\s)")
_ABBREVIATIONS = frozenset(
    "abs abt allg bd betr bspw bzgl bzw ca co corp dr dt etc evtl ff geb gen ggf gov hr hrsg inc inkl int jh jr"
    " kap kfz lt ltd mag max min mio mr mrd mrs ms nr prof rd rep resp rev s sen sog sr st std str tel u.a usw"
    " vgl vs z.b z.t zz jan feb mar apr jun jul aug sep sept oct okt nov dec dez".split()
)
_LETTERED = re.compile(r"(?:^|[\s(„“\"'])(?:[A-Za-zÄÖÜäöü]\.\s?)*[A-Za-zÄÖÜäöü]\.$")
_NUMBERED = re.compile(r"(?:^|[\s(])\d{1,3}\.$")


def split(text: str) -> list[tuple[int, int]]:
    """Give the sentences in order, in code points, end exclusive, without the white space between them.

    A line break always ends one; a full stop after an abbreviation, an initial or an ordinal does not, nor does
    one that the sentence goes on after in small letters (``„Das ist falsch!“, sagte er``).
    """
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        found.extend(_in_line(line, start))
        start += len(line) + 1
    return found


def at(sentences: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Give the sentence that holds the offset, or that ends there; nothing between paragraphs."""
    index = bisect_right(sentences, (offset, offset + 1)) - 1
    candidates = sentences[max(0, index) : index + 2]
    return next(((s, e) for s, e in reversed(candidates) if s <= offset <= e), None)


def _in_line(line: str, base: int) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(line):
        if _ends_sentence(line, start, stop):
            yield from _trimmed(line, start, stop.end(), base)
            start = stop.end()
    yield from _trimmed(line, start, len(line), base)


def _ends_sentence(line: str, start: int, stop: re.Match[str]) -> bool:
    following = line[stop.end() :].lstrip()
    if following[:1].islower():
        return False
    if stop.group()[0] != ".":
        return True
    before = line[start : stop.start() + 1]
    word = before.rsplit(maxsplit=1)[-1].lower().strip("(„“\"'")
    if word.rstrip(".") in _ABBREVIATIONS:
        return False
    return not (_LETTERED.search(before) or _NUMBERED.search(before))


def _trimmed(line: str, start: int, end: int, base: int) -> Iterator[tuple[int, int]]:
    words = line[start:end]
    left = start + len(words) - len(words.lstrip())
    right = start + len(words.rstrip())
    if left < right:
        yield base + left, base + right
