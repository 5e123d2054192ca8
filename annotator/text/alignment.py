"""Offsets in one version of a text mapped to another version. Offsets are code points, end exclusive."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST = 4_000  # words between the common beginning and end; more are not compared


class _Token(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Offsets of a range in the other version, and whether the words in it changed."""

    start: int
    end: int
    changed: bool


class Alignment:
    """Two versions of a text with their unchanged words paired."""

    def __init__(self, before: str, after: str) -> None:
        self._mine, self._theirs = _tokens(before), _tokens(after)
        self._pairs = _paired(_words(before, self._mine), _words(after, self._theirs))

    def carried(self, start: int, end: int) -> Carried | None:
        """Return where a range of the first version lies in the second, None if its first or last word is gone.

        An edge inside a word keeps its distance from the edge of that word.
        """
        first = bisect_left(self._mine, start, key=lambda token: token.end - 1)
        last = bisect_left(self._mine, end, key=lambda token: token.start) - 1
        if first > last or first not in self._pairs or last not in self._pairs:
            return None
        other_first, other_last = self._pairs[first], self._pairs[last]
        begin = self._theirs[other_first].start + start - self._mine[first].start
        finish = self._theirs[other_last].end - (self._mine[last].end - end)
        if begin >= finish:
            return None
        inner = [self._pairs.get(number) for number in range(first, last + 1)]
        same = inner == list(range(other_first, other_last + 1))
        return Carried(start=begin, end=finish, changed=not same)


def _tokens(text: str) -> list[_Token]:
    return [_Token(match.start(), match.end()) for match in _WORD.finditer(text)]


def _words(text: str, tokens: Sequence[_Token]) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _paired(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return the index in ``after`` of each word of ``before`` that is still there."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    pairs = {n: n for n in range(head)}
    pairs |= {len(before) - n: len(after) - n for n in range(1, tail + 1)}
    mine, theirs = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(mine) <= _MOST and len(theirs) <= _MOST:
        for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
            pairs |= {head + block.a + n: head + block.b + n for n in range(block.size)}
    return pairs


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the identical words at the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
