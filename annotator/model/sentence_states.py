"""Reading progress in a text: each sentence is unread, read and without labels, or labelled."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from annotator.model.values import Document, Part, SentenceMark, Span
from annotator.text.parts import Cover
from annotator.text.sentences import split


class SentenceState(StrEnum):
    """The state of a sentence; ``EMPTY`` means read and without labels."""

    UNREAD = "unread"
    EMPTY = "empty"
    LABELLED = "labelled"


def states(sentences: Sequence[Part], labelled: Iterable[Part], marks: Iterable[Part]) -> list[SentenceState]:
    """Return the state of each sentence; all offsets are code points, end exclusive.

    ``labelled`` are the parts of spans. Sentences covered by ``marks``, the places marked as read and empty, are empty.
    """
    with_labels, covered = Cover(labelled), Cover(marks)
    found: list[SentenceState] = []
    for start, end in sentences:
        if with_labels.touches(start, end):
            found.append(SentenceState.LABELLED)
        else:
            found.append(SentenceState.EMPTY if covered.holds(start, end) else SentenceState.UNREAD)
    return found


def unread(document: Document, spans: Iterable[Span], marks: Iterable[SentenceMark]) -> list[Part]:
    """Return the unread sentences in text order, including those in page furniture."""
    sentences = split(document.text)
    labelled = (part for span in spans for part in span.parts)
    found = states(sentences, labelled, ((mark.start, mark.end) for mark in marks))
    pairs = zip(sentences, found, strict=True)
    return [sentence for sentence, state in pairs if state is SentenceState.UNREAD]
