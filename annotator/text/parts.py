"""Operations on the parts of a span: cut, unite, add, subtract, widen. Code points, end exclusive."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from annotator.text.tokens import Tokens, trim

Part: TypeAlias = tuple[int, int]

_BETWEEN = frozenset(",;/·&+|-‐‑–—")  # characters that separate two names and belong to neither


def is_between(character: str) -> bool:
    """Return whether a character, such as a space, comma or dash, may separate two labels."""
    return character.isspace() or character in _BETWEEN


def cut(text: str, parts: Sequence[Part], places: Iterable[int]) -> list[tuple[Part, ...]]:
    """Cut the parts of a label at the given offsets and return the pieces; separators at each cut are dropped.

    Empty pieces are left out, so fewer than two pieces mean that nothing was cut.
    """
    first, last = parts[0][0], parts[-1][1]
    bounds = [first, *sorted({place for place in places if first < place < last}), last]
    pieces = (
        tuple(_clipped(text, parts, low, high, opens=low == first, closes=high == last))
        for low, high in pairwise(bounds)
    )
    return [piece for piece in pieces if piece]


def united(parts: Iterable[Part], bridges: Iterable[Part] = ()) -> tuple[Part, ...]:
    """Return the parts and bridges in order, merged where they overlap or touch."""
    found: list[Part] = []
    for start, end in sorted((*parts, *bridges)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


class Cover:
    """A union of ranges, which may be given in any order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, parts: Iterable[Part] = ()) -> None:
        merged = united([part for part in parts if part[0] < part[1]])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touches(self, start: int, end: int) -> bool:
        """Return whether any character of a range is covered."""
        index = bisect_right(self._ends, start)
        return start < end and index < len(self._starts) and self._starts[index] < end

    def touches_any(self, parts: Iterable[Part]) -> bool:
        """Return whether any character of any of these ranges is covered."""
        return bool(self._starts) and any(self.touches(*part) for part in parts)

    def holds(self, start: int, end: int) -> bool:
        """Return whether all of a range is covered."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] <= start and end <= self._ends[index]

    def gaps(self, length: int) -> Iterator[Part]:
        """Yield the uncovered ranges of a text of this length, in order."""
        start = 0
        for covered, end in zip(self._starts, self._ends, strict=True):
            if start < covered:
                yield start, min(covered, length)
            start = end
        if start < length:
            yield start, length


def length(parts: Iterable[Part]) -> int:
    """Return the total number of characters in all parts."""
    return sum(end - start for start, end in parts)


def shared(parts: Iterable[Part], others: Sequence[Part]) -> int:
    """Return the number of characters that two sets of parts have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in parts for b in others)


def joined(parts: tuple[Part, ...], added: Part, text: str) -> tuple[Part, ...]:
    """Add a part; return all parts in order, merged if they overlap, touch or have only white space between them."""
    ordered = united((*parts, added))
    gaps = [(before[1], after[0]) for before, after in pairwise(ordered)]
    return united(ordered, [gap for gap in gaps if text[slice(*gap)].isspace()])


def without(parts: tuple[Part, ...], taken: Part, text: str) -> tuple[Part, ...]:
    """Remove a range from the parts; the new edges are trimmed, and parts inside the range are dropped."""
    first, last = taken
    found: list[Part] = []
    for start, end in parts:
        if end <= first or start >= last:
            found.append((start, end))
            continue
        found += [
            piece for low, high in ((start, first), (last, end)) if (piece := trim(text, low, high))[0] < piece[1]
        ]
    return tuple(found)


def part_at(parts: tuple[Part, ...], offset: int) -> Part | None:
    """Return the part that contains the character at the offset or ends there, or None."""
    return next((part for part in parts if part[0] <= offset <= part[1]), None)


def hull(parts: tuple[Part, ...]) -> Part:
    """Return the range from the first part to the last, including the gaps."""
    return parts[0][0], parts[-1][1]


def longest(parts: tuple[Part, ...]) -> Part:
    """Return the part with the most characters; if several are equally long, the first of these."""
    return max(parts, key=lambda part: part[1] - part[0])


def widen(tokens: Tokens, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """Widen parts to whole tokens and join adjacent ones; None if no part touches a token."""
    widened: list[Part] = []
    for start, end in parts:
        found = tokens.snap(start, end)
        if found is None:
            continue
        if widened and found[0] <= widened[-1][1]:
            widened[-1] = (widened[-1][0], max(found[1], widened[-1][1]))
        else:
            widened.append(found)
    return tuple(widened) or None


def _clipped(text: str, parts: Iterable[Part], low: int, high: int, *, opens: bool, closes: bool) -> Iterable[Part]:
    """Yield the parts within a range; separators are trimmed at edges that are cuts, not ends of the label."""
    inside = [(max(start, low), min(end, high)) for start, end in parts if start < high and end > low]
    for number, (start, end) in enumerate(inside):
        if number == 0 and not opens:
            while start < end and is_between(text[start]):
                start += 1  # noqa: PLW2901
        if number == len(inside) - 1 and not closes:
            while end > start and is_between(text[end - 1]):
                end -= 1  # noqa: PLW2901
        if start < end:
            yield start, end


def assign(intervals: Sequence[tuple[int, int]]) -> list[int]:
    """Return, for each interval, the lowest lane, from 0, in which no other interval overlaps it.

    The intervals are code points, end exclusive, sorted by start, longer first among equal starts.
    """
    busy: list[tuple[int, int]] = []  # (end, lane)
    free: list[int] = []
    lanes: list[int] = []
    for start, end in intervals:
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        heappush(busy, (end, lane))
        lanes.append(lane)
    return lanes
