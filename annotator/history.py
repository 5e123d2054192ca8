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
        done, undone = dict.fromkeys(self.done), dict.fromkeys(self.undone)
        _take(step, done, undone)
        return History(done=tuple(done), undone=tuple(undone))


def replay(steps: Iterable[Step]) -> History:
    """Give the history that a log, in order, amounts to."""
    done: dict[str, None] = {}  # ordered, and a step in the midst is taken out at once
    undone: dict[str, None] = {}
    for step in steps:
        _take(step, done, undone)
    return History(done=tuple(done), undone=tuple(undone))


def _take(step: Step, done: dict[str, None], undone: dict[str, None]) -> None:
    if step.kind in LOGGED_ONLY:
        return
    if step.undoes is None:
        done[step.id] = None
        undone.clear()
    elif step.undoes in done:
        del done[step.undoes]
        undone[step.id] = None
    else:
        done[step.id] = None
        undone.pop(step.undoes, None)
