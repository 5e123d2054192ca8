"""Reviews of articles, and comments on places in articles."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 10_000  # characters of a comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's review of a labelled article; ``made`` is when (ISO 8601, UTC)."""

    document: str
    annotator: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment on a place in an article, or on the span there.

    ``start`` and ``end`` are code points, end exclusive. ``reply_to`` is the id of the comment that this one answers,
    so that a thread can be ordered without a clock. A comment without text closes the thread; an answer to it opens
    the thread again. Nobody changes another person's comment.
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
        """Whether the comment closes its thread."""
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A comment and the answers to it, direct or indirect, the first comment first."""

    comments: tuple[Comment, ...]

    @property
    def first(self) -> Comment:
        """The comment that began the thread."""
        return self.comments[0]

    @property
    def last(self) -> Comment:
        """The last comment, which the next one will answer."""
        return self.comments[-1]

    @property
    def is_open(self) -> bool:
        """Whether the thread has an unanswered comment that does not close it."""
        answered = {each.reply_to for each in self.comments}
        return any(not each.closes for each in self.comments if each.id not in answered)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Return the threads in text order.

    An answer to a missing comment begins a new thread. If comments answer each other in a circle, which only a file
    made elsewhere can have, one of them begins a thread.
    """
    every = {each.id: each for each in sorted(comments, key=lambda each: (each.made, each.id))}
    answers: dict[str, list[Comment]] = {}
    for each in every.values():
        if each.reply_to in every:
            answers.setdefault(str(each.reply_to), []).append(each)
    roots = [each for each in every.values() if each.reply_to not in every]
    found: list[Thread] = []
    left = dict(every)
    for root in [*roots, *every.values()]:
        if root.id in left:
            waiting, ordered = [left.pop(root.id)], []
            while waiting:
                ordered.append(waiting.pop(0))
                waiting += [left.pop(each.id) for each in answers.get(ordered[-1].id, ()) if each.id in left]
            found.append(Thread(comments=tuple(ordered)))
    return sorted(found, key=lambda thread: (thread.first.start, thread.first.end, thread.first.made, thread.first.id))


def in_order(comments: Iterable[Comment]) -> list[Comment]:
    """Return comments in text order, each answer after what it answers, whatever the clocks of their writers said."""
    return [each for thread in threads(comments) for each in thread.comments]
