"""Rows of people who work together: who reviewed an article, and what they say about places in it."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 10_000  # characters of a comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An article that somebody has looked through after it was labelled; ``made`` is ISO 8601, UTC."""

    document: str
    annotator: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment on a place, or on the span at it.

    ``start`` and ``end`` are code points. ``reply_to`` is the comment that this one answers, so that no clock is needed
    to put a thread in order. One without text says that nothing is left to talk about; an answer opens the thread
    again. Nobody changes a comment of somebody else's.
    """

    id: str
    document: str
    span: str | None = None
    start: int
    end: int
    text: str = ""
    annotator: str
    made: str
    reply_to: str | None = None

    @property
    def closes(self) -> bool:
        """Whether it says that nothing is left to talk about."""
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Comments of which each answers another one of the thread, the first one first."""

    comments: tuple[Comment, ...]

    @property
    def first(self) -> Comment:
        """The comment that began the thread."""
        return self.comments[0]

    @property
    def last(self) -> Comment:
        """The comment that the next one answers."""
        return self.comments[-1]

    @property
    def is_open(self) -> bool:
        """True until the last word of everybody closes it."""
        answered = {each.reply_to for each in self.comments}
        return any(not each.closes for each in self.comments if each.id not in answered)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Return the threads of comments by place; an answer to a comment that is not there begins one of its own."""
    every = {each.id: each for each in sorted(comments, key=lambda each: (each.made, each.id))}
    answers: dict[str, list[Comment]] = {}
    roots = [each for each in every.values() if each.reply_to not in every]
    for each in every.values():
        if each.reply_to in every:
            answers.setdefault(str(each.reply_to), []).append(each)
    found: list[Thread] = []
    for root in roots:
        ordered, waiting = [], [root]
        while waiting:
            ordered.append(waiting.pop(0))
            waiting += answers.get(ordered[-1].id, ())
        found.append(Thread(comments=tuple(ordered)))
    return sorted(found, key=lambda thread: (thread.first.start, thread.first.end, thread.first.made, thread.first.id))
