"""Which of many texts is nearly the same as another: an index that grows while texts are read."""

from array import array
from collections import Counter
from collections.abc import Iterator

from annotator.words.near_duplicates import Sketch, alike

_INDEXED = 32  # of the smallest hashes of a text: of two that are alike, some are in both
_LOOKED_UP = 16  # texts that share a hash: one in more of them stands in a footer, or they are alike already


class Likeness:
    """Knows texts by their sketches, numbered in the order in which they came; one takes about four kilobytes."""

    def __init__(self) -> None:
        self._sketches: list[array[int]] = []
        self._holders: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def add(self, sketch: Sketch) -> int | None:
        """Take a text in; give the first one before it that is nearly the same, if there is one."""
        number = len(self._sketches)
        found = min(self.like(sketch), default=None)
        self._sketches.append(array("I", sketch))
        for value in sketch[:_INDEXED]:
            known = self._holders.setdefault(value, [])
            if len(known) < _LOOKED_UP:
                known.append(number)
        return found

    def like(self, sketch: Sketch) -> Iterator[int]:
        """Give the texts that are nearly the same as one."""
        shared: Counter[int] = Counter()
        for value in sketch[:_INDEXED]:
            shared.update(self._holders.get(value, ()))
        return (number for number in shared if alike(tuple(self._sketches[number]), sketch))
