"""Finds the unit of a file's offsets by the words that the file quotes."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TypeAlias

from annotator.text.offsets import OffsetMap

Quoted: TypeAlias = tuple[int, int, str]
"""A range in the file's unit, and the words there."""

ToPoint: TypeAlias = Callable[[int], int]
"""Returns the code point offset of an offset in the file's unit."""


def unit_of(text: str, quoted: Iterable[Quoted], *, utf16: bool | None = None) -> ToPoint:
    """Return the conversion with which most quotes match: code points, else UTF-16 units, else bytes of UTF-8.

    ``utf16`` is the user's own answer; None means to find out.
    """
    if utf16 is not None:
        return OffsetMap(text).to_code_point if utf16 else _same
    if text.isascii():
        return _same
    known = [entry for entry in quoted if entry[2]]
    best: tuple[int, ToPoint] = (-1, _same)
    for to_point in _units(text):
        fits = sum(text[to_point(start) : to_point(end)] == words for start, end, words in known)
        if fits > best[0]:
            best = fits, to_point
        if fits == len(known):
            break
    return best[1]


def _units(text: str) -> Iterator[ToPoint]:
    """Yield the conversions; each is made only when it is needed."""
    yield _same
    yield OffsetMap(text).to_code_point
    yield _of_bytes(text)


def _same(offset: int) -> int:
    return offset


def _of_bytes(text: str) -> ToPoint:
    ends = list(accumulate(_width(character) for character in text))
    return lambda offset: bisect_right(ends, offset) if offset <= (ends[-1] if ends else 0) else offset


def _width(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
