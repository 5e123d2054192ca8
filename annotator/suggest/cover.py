"""Characters of a text that ranges cover."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from annotator.model.values import Part


class Cover:
    """The union of ranges, given in any order: code points, end exclusive."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, parts: Iterable[Part] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(parts):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Return whether any character of a range is covered."""
        index = bisect_right(self._ends, start)
        return start < end and index < len(self._starts) and self._starts[index] < end

    def gaps(self, length: int) -> Iterator[Part]:
        """Yield the uncovered ranges of a text of this length, in order."""
        start = 0
        for covered, end in zip(self._starts, self._ends, strict=True):
            if start < covered:
                yield start, min(covered, length)
            start = end
        if start < length:
            yield start, length
