"""An index that finds near-duplicates among many texts while they are read."""

from array import array
from collections.abc import Iterator
from itertools import chain

from annotator.text.near_duplicates import Sketch, alike

_INDEXED = 32  # smallest hashes of a text; near-duplicates share some of them
_LOOKED_UP = 16  # texts that share a hash; in more texts it is from a footer, or they are duplicates already


class Likeness:
    """Index of the sketches of texts, numbered in order of addition; about two kilobytes each."""

    def __init__(self) -> None:
        self._sketches: list[array[int]] = []
        self._first: dict[int, int] = {}  # hash → first text with it; most have no other
        self._others: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def add(self, sketch: Sketch) -> int | None:
        """Add a text and return the number of its first earlier near-duplicate, None if it has none."""
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
        """Return the numbers of the near-duplicates of a text, in order."""
        known = [value for value in sketch[:_INDEXED] if value in self._first]
        shared = {self._first[value] for value in known}
        shared.update(chain.from_iterable(self._others[value] for value in known if value in self._others))
        return (number for number in sorted(shared) if alike(tuple(self._sketches[number]), sketch))
