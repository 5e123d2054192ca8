"""Places in an article that decide whom its words mean: where sentences begin, and what is quoted."""

from bisect import bisect_right
from functools import cached_property

from annotator.model.values import Part
from annotator.text import sentences


class Places:
    """The sentences of an article, and the quotations read so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.quoted: list[Part] = []  # in text order

    def sentence_at(self, offset: int, step: int = 0) -> int:
        """Return the start of the sentence at an offset, or that of the one ``step`` sentences after it."""
        starts = self._starts
        place = max(0, bisect_right(starts, offset) - 1 + step)
        if place >= len(starts):
            return len(self._text) if starts else 0
        return starts[place]

    def sentences_between(self, start: int, end: int) -> int:
        """Return the number of sentences that begin after one offset and not after another."""
        return bisect_right(self._starts, end) - bisect_right(self._starts, start)

    def is_quoted(self, offset: int) -> bool:
        """Return whether an offset lies in a quotation."""
        before = bisect_right(self.quoted, (offset, len(self._text)))
        return before > 0 and self.quoted[before - 1][1] > offset

    @cached_property
    def sentences(self) -> list[Part]:
        """The sentences in order."""
        return sentences.split(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]
