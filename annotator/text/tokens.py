"""Token boundaries, and snapping to them."""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from operator import le, lt

PROVISIONAL = "white space"  # the tokenizer's name until the worker has delivered real tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Token boundaries of one document, in order, in code points, end exclusive.

    ``tokenizer`` and ``version`` name their origin. White space belongs to no token.
    """

    tokenizer: str
    version: str
    starts: "array[int]"
    ends: "array[int]"

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def provisional(self) -> bool:
        """Whether these stand in until the worker has delivered real tokens."""
        return self.tokenizer == PROVISIONAL

    def snap(self, start: int, end: int) -> tuple[int, int] | None:
        """Widen a range to whole tokens; None if it touches no token."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end) - 1
        if first > last:
            return None
        return self.starts[first], self.ends[last]

    def at(self, offset: int) -> tuple[int, int] | None:
        """Return the token that contains the character at the offset or ends there."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset > self.ends[index]:
            return None
        return self.starts[index], self.ends[index]

    def next_start(self, offset: int) -> int | None:
        """Return the start of the first token that begins after the offset."""
        index = bisect_right(self.starts, offset)
        return self.starts[index] if index < len(self.starts) else None

    def previous_start(self, offset: int) -> int | None:
        """Return the start of the last token that begins before the offset."""
        index = bisect_left(self.starts, offset) - 1
        return self.starts[index] if index >= 0 else None

    def next_end(self, offset: int) -> int | None:
        """Return the end of the first token that ends after the offset."""
        index = bisect_right(self.ends, offset)
        return self.ends[index] if index < len(self.ends) else None

    def previous_end(self, offset: int) -> int | None:
        """Return the end of the last token that ends before the offset."""
        index = bisect_left(self.ends, offset) - 1
        return self.ends[index] if index >= 0 else None


def from_pairs(tokenizer: str, version: str, pairs: Iterable[tuple[int, int]]) -> Tokens:
    """Build tokens from (start, end) pairs in order."""
    every = array("I", chain.from_iterable(pairs))
    return Tokens(tokenizer=tokenizer, version=version, starts=every[::2], ends=every[1::2])


def from_bytes(tokenizer: str, version: str, starts: bytes, ends: bytes, text: str) -> Tokens:
    """Build the tokens of a text from stored boundaries: `array` type I, as many starts as ends.

    Raises:
        ValueError: They are not pairs, or not in order inside the text.
    """
    found = Tokens(tokenizer=tokenizer, version=version, starts=array("I", starts), ends=array("I", ends))
    if len(found.starts) != len(found.ends):
        raise ValueError("there are not as many starts as ends")
    in_order = all(map(lt, found.starts, found.ends)) and all(map(le, found.ends, found.starts[1:]))
    if not in_order or (found.ends and found.ends[-1] > len(text)):
        raise ValueError("they are not in order inside the text")
    return found


def provisional(text: str) -> Tokens:
    """Return stand-in tokens: runs without white space, trimmed of punctuation."""
    return from_pairs(PROVISIONAL, "1", _runs(text))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim white space off both edges; ``start == end`` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _runs(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for word in text.split():
        start = text.index(word, start)
        end = start + len(word)
        first, last = start, end
        while first < last and _is_edge(text[first]):
            first += 1
        while last > first and _is_edge(text[last - 1]):
            last -= 1
        if first < last:
            yield first, last
        start = end


def _is_edge(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"
