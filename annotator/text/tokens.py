"""Token boundaries of a text, and widening ranges to whole tokens."""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import chain
from operator import le, lt
from typing import Any

PROVISIONAL = "white space"  # the name of the tokenizer until the worker delivers real tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Token boundaries of one document, in order, in code points, end exclusive.

    ``tokenizer`` and ``version`` say what made them. White space belongs to no token.
    """

    tokenizer: str
    version: str
    starts: "array[int]"
    ends: "array[int]"

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def provisional(self) -> bool:
        """Whether these are stand-ins until a worker process delivers real tokens."""
        return self.tokenizer == PROVISIONAL

    def snap(self, start: int, end: int) -> tuple[int, int] | None:
        """Widen a range to whole tokens; return None if it touches no token."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end) - 1
        if first > last:
            return None
        return self.starts[first], self.ends[last]

    def at(self, offset: int) -> tuple[int, int] | None:
        """Return the token that contains the character at the offset or ends there, or None."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset > self.ends[index]:
            return None
        return self.starts[index], self.ends[index]

    def next_start(self, offset: int) -> int | None:
        """Return the start of the first token that begins after the offset, or None."""
        index = bisect_right(self.starts, offset)
        return self.starts[index] if index < len(self.starts) else None

    def previous_start(self, offset: int) -> int | None:
        """Return the start of the last token that begins before the offset, or None."""
        index = bisect_left(self.starts, offset) - 1
        return self.starts[index] if index >= 0 else None

    def next_end(self, offset: int) -> int | None:
        """Return the end of the first token that ends after the offset, or None."""
        index = bisect_right(self.ends, offset)
        return self.ends[index] if index < len(self.ends) else None

    def previous_end(self, offset: int) -> int | None:
        """Return the end of the last token that ends before the offset, or None."""
        index = bisect_left(self.ends, offset) - 1
        return self.ends[index] if index >= 0 else None


def from_pairs(tokenizer: str, version: str, pairs: Iterable[tuple[int, int]]) -> Tokens:
    """Build tokens from (start, end) pairs in order."""
    every = array("I", chain.from_iterable(pairs))
    return Tokens(tokenizer=tokenizer, version=version, starts=every[::2], ends=every[1::2])


def from_bytes(tokenizer: str, version: str, starts: bytes, ends: bytes, text: str) -> Tokens:
    """Build the tokens of a text from stored boundaries, two arrays of type ``I`` with as many starts as ends.

    Raises:
        ValueError: The numbers of starts and ends differ, or the tokens are not in order inside the text.
    """
    found = Tokens(tokenizer=tokenizer, version=version, starts=array("I", starts), ends=array("I", ends))
    if len(found.starts) != len(found.ends):
        raise ValueError("there are not as many starts as ends")
    in_order = all(map(lt, found.starts, found.ends)) and all(map(le, found.ends, found.starts[1:]))
    if not in_order or (found.ends and found.ends[-1] > len(text)):
        raise ValueError("they are not in order inside the text")
    return found


def provisional(text: str) -> Tokens:
    """Return stand-in tokens: runs of characters without white space, trimmed of punctuation."""
    return from_pairs(PROVISIONAL, "1", _runs(text))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim white space at both ends of a range; if nothing is left, ``start == end``."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def cuts_word(text: str, at: int) -> bool:
    """Return whether an offset is inside a run of letters and digits."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


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


LONGEST_RUN = 200
MOST_RUNS = 200_000


class RememberingTokenizer:
    """spaCy's tokenizer with a cache of the tokens of each run, which is a stretch of text without white space.

    spaCy itself caches at most 10,000 runs, and none that follow one of its abbreviations in the same text, which most
    texts have. So each new run is first tokenized alone, which cuts the time to a fifth. In a memory zone, nothing is
    cached.
    """

    def __init__(self, tokenizer: Any, *, most: int = MOST_RUNS) -> None:
        """Wrap a tokenizer; ``most`` is roughly the number of runs to cache, a third of a kilobyte each."""
        self.drawn_by = tokenizer
        self._rules: Container[str] = tokenizer.rules
        self._most = most
        self._cached: set[str] = set()
        tokenizer.max_cache_size = most

    def __call__(self, text: str) -> Any:
        """Tokenize a text and return spaCy's ``Doc``."""
        if not self.drawn_by.vocab.in_memory_zone and len(self._cached) < self._most:
            self._add({run for run in set(text.split()) - self._cached if len(run) <= LONGEST_RUN})
        return self.drawn_by(text)

    def _add(self, new: set[str]) -> None:
        words = {run for run in new if run.isalpha() and run not in self._rules}  # in one go: no abbreviations
        for run in filter(None, (" ".join(words), *(new - words))):
            self.drawn_by(run)
        self._cached |= new
