"""Splitting an article into windows of word pieces, which the reader of claims reads.

A window begins some sentences before the first sentence whose claims are read in it, so that the people named before
are in sight.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.values import Part
from annotator.suggest.encoder.chunks import LONGEST_WORD, MOST_PIECES
from annotator.suggest.encoder.encoder import FIRST, LAST, Pieces
from annotator.suggest.encoder.unigram import Unigram
from annotator.text import sentences

ROOM = 510  # pieces of a window, with the first and before the last
_BACK = 240  # pieces before the first sentence whose claims are read

_WORDS = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


class Window(NamedTuple):
    """Words that are read together: numbers ``first`` to ``end`` (exclusive) of the article's words.

    The claims that begin in the words from ``fresh`` on are read here. ``heads`` has the index of each word's first
    piece.
    """

    first: int
    fresh: int
    end: int
    pieces: Pieces
    heads: Sequence[int]


class Words(NamedTuple):
    """An article's words and punctuation marks in order, in code points, and the number of each one's sentence."""

    parts: Sequence[Part]
    sentences: Sequence[int]


def words_of(text: str) -> Words:
    """Return the words of a text."""
    starts = [start for start, _ in sentences.split(text)]
    parts = [match.span() for match in _WORDS.finditer(text)]
    return Words(parts, [bisect_right(starts, start) - 1 for start, _ in parts])


def windows(text: str, words: Words, unigram: Unigram) -> Iterator[Window]:
    """Yield the windows of a text in order; each but the last ends with a sentence, unless the sentence is too long."""
    pieces = [
        unigram.word(text[start:end][:LONGEST_WORD], after_space=start == 0 or text[start - 1].isspace())[:MOST_PIECES]
        for start, end in words.parts
    ]
    first = fresh = 0
    while fresh < len(pieces):
        end = _end(pieces, words.sentences, first, fresh)
        read, heads = [FIRST], []
        for cut in pieces[first:end]:
            heads.append(len(read))
            read.extend(cut)
        yield Window(first, fresh, end, [*read, LAST], heads)
        first, fresh = _begin(pieces, words.sentences, first, end), end


def _end(pieces: Sequence[Pieces], numbers: Sequence[int], first: int, fresh: int) -> int:
    """Return the end of the window that begins with a word."""
    size, end = 1, first
    while end < len(pieces) and size + len(pieces[end]) <= ROOM:
        size += len(pieces[end])
        end += 1
    if end == len(pieces):
        return end
    whole = end
    while whole > fresh + 1 and numbers[whole] == numbers[whole - 1]:
        whole -= 1
    return whole if whole > fresh + 1 else end


def _begin(pieces: Sequence[Pieces], numbers: Sequence[int], first: int, fresh: int) -> int:
    """Return the beginning of the next window, whose claims begin with the word ``fresh``."""
    size, begin = 0, fresh
    while begin > first + 1 and size + len(pieces[begin - 1]) <= _BACK:
        begin -= 1
        size += len(pieces[begin])
    while 0 < begin < fresh and numbers[begin] == numbers[begin - 1]:
        begin += 1
    return begin
