"""Undo and redo, read from the log: one line of steps for each annotator and document, across restarts."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.edits import LOGGED_ONLY, EditKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What history needs to know of an edit in the log."""

    id: str
    kind: EditKind
    undoes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What can be taken back and what can be done again, the next one last, as ids of edits.

    An id in ``undone`` is that of the edit that took something back: its inverse does it again.
    """

    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()

    def after(self, step: Step) -> "History":
        """Give the history once one more edit has been applied."""
        if step.kind in LOGGED_ONLY:
            return self
        if step.undoes is None:
            return History(done=(*self.done, step.id))
        if step.undoes in self.done:
            return History(done=_without(self.done, step.undoes), undone=(*self.undone, step.id))
        return History(done=(*self.done, step.id), undone=_without(self.undone, step.undoes))


def replay(steps: Iterable[Step]) -> History:
    """Give the history that a log, in order, amounts to."""
    history = History()
    for step in steps:
        history = history.after(step)
    return history


def _without(ids: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ != gone)
