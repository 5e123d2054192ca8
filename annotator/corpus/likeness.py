"""Which of many texts is nearly the same as another: an index that grows while texts are read."""

from array import array
from collections.abc import Iterator
from itertools import chain

from annotator.text.near_duplicates import Sketch, alike

_INDEXED = 32  # of the smallest hashes of a text: of two that are alike, some are in both
_LOOKED_UP = 16  # texts that share a hash: one in more of them stands in a footer, or they are alike already


class Likeness:
    """Knows texts by their sketches, numbered in the order in which they came; one takes about two kilobytes."""

    def __init__(self) -> None:
        self._sketches: list[array[int]] = []
        self._first: dict[int, int] = {}  # hash → the text that had it first; most have no other
        self._others: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def add(self, sketch: Sketch) -> int | None:
        """Take a text in; give the first one before it that is nearly the same, if there is one."""
        found = next(self.like(sketch), None)
        number = len(self._sketches)
        self._sketches.append(array("I", sketch))
        for value in sketch[:_INDEXED]:
            if self._first.setdefault(value, number) != number:
                others = self._others.setdefault(value, [])
                if len(others) < _LOOKED_UP - 1:
                    others.append(number)
        return found

    def like(self, sketch: Sketch) -> Iterator[int]:
        """Give the texts that are nearly the same as one, in order."""
        known = [value for value in sketch[:_INDEXED] if value in self._first]
        shared = {self._first[value] for value in known}
        shared.update(chain.from_iterable(self._others[value] for value in known if value in self._others))
        return (number for number in sorted(shared) if alike(tuple(self._sketches[number]), sketch))
