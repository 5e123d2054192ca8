"""Reading progress in a text: each sentence is unread, read and empty, or labelled."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum

from annotator.model.values import Document, Part, SentenceMark, Span
from annotator.text.sentences import split


class SentenceState(StrEnum):
    """The state of a sentence; one with a label counts as read."""

    UNREAD = "unread"
    EMPTY = "empty"
    LABELLED = "labelled"


def states(sentences: Sequence[Part], labelled: Iterable[Part], marks: Iterable[Part]) -> list[SentenceState]:
    """Return the state of each sentence; all places are code points, end exclusive.

    Args:
        sentences: In order of place.
        labelled: The parts of spans.
        marks: Places marked as read and empty; a sentence is empty if they cover it.
    """
    with_labels, covered = Stretches(labelled), Stretches(marks)
    found: list[SentenceState] = []
    for start, end in sentences:
        if with_labels.touch(start, end):
            found.append(SentenceState.LABELLED)
        else:
            found.append(SentenceState.EMPTY if covered.cover(start, end) else SentenceState.UNREAD)
    return found


def unread(document: Document, spans: Iterable[Span], marks: Iterable[SentenceMark]) -> list[Part]:
    """Return the sentences without labels and marks, in order, page furniture included."""
    sentences = split(document.text)
    labelled = (part for span in spans for part in span.parts)
    found = states(sentences, labelled, ((mark.start, mark.end) for mark in marks))
    pairs = zip(sentences, found, strict=True)
    return [sentence for sentence, state in pairs if state is SentenceState.UNREAD]


class Stretches:
    """Parts of a text, merged where they meet."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(parts):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touch(self, start: int, end: int) -> bool:
        """Return whether a part overlaps the range from ``start`` to ``end``."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end

    def cover(self, start: int, end: int) -> bool:
        """Return whether one part contains the range from ``start`` to ``end``."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] <= start and end <= self._ends[place]
