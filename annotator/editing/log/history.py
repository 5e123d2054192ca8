"""Histories for undo and redo, one per annotator and document, read from the log and so kept across restarts."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.editing.edits import LOGGED_ONLY, Change, Edit, EditKind
from annotator.editing.log.row_keys import RowKey, key_of
from annotator.model.values import Relation, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning(Edit):
    """A very large logged edit with only its first changes; the whole edit has about ``beginning_of`` changes."""

    beginning_of: int

    def inverse(self, *, annotator: str) -> Edit:
        """Raise ValueError, because the whole edit must be read to invert it."""
        raise ValueError(f"only the beginning of {self.id} is here")


def size_of(edit: Edit) -> int:
    """Return the number of changes in an edit; for a `Beginning`, the approximate number in the whole edit."""
    return edit.beginning_of if isinstance(edit, Beginning) else len(edit.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedStep:
    """The facts about a logged edit that a history needs."""

    id: str
    kind: EditKind
    undoes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The ids of the edits that can be undone (``done``) and redone (``undone``), the next one last.

    The ids in ``undone`` are those of undoing edits; redo inverts such an edit.
    """

    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()

    def after(self, step: LoggedStep) -> "History":
        """Return the history after one more edit, whose kind must not be in `LOGGED_ONLY`."""
        if step.undoes is None:
            return History(done=(*self.done, step.id))
        if self.done[-1:] == (step.undoes,):
            return History(done=self.done[:-1], undone=(*self.undone, step.id))
        done, undone = dict.fromkeys(self.done), dict.fromkeys(self.undone)  # slow after thousands of edits
        _take(step, done, undone)
        return History(done=tuple(done), undone=tuple(undone))


def replay(steps: Iterable[LoggedStep]) -> History:
    """Return the history after the edits of a log, oldest first; edits of kinds in `LOGGED_ONLY` are skipped."""
    done: dict[str, None] = {}  # ordered, with fast removal
    undone: dict[str, None] = {}
    for step in steps:
        if step.kind not in LOGGED_ONLY:
            _take(step, done, undone)
    return History(done=tuple(done), undone=tuple(undone))


def going_back(later: Iterable[Edit], *, annotator: str) -> Edit | None:
    """Return one edit that undoes all the given edits, oldest first, or None if they cancel each other out.

    Each row changes once, from its last to its first state. Relations are removed before their spans and added after
    their spans, so that the inverse works, too.
    """
    found: dict[RowKey, Row | None] = {}
    left: dict[RowKey, Row | None] = {}
    about: set[str] = set()
    for edit in later:
        for change in edit.changes:
            row = change.before or change.after
            if row is not None:
                found.setdefault(key_of(row), change.before)
                left[key_of(row)] = change.after
        about |= edit.about
    changes = [Change(before=left[key], after=found[key]) for key in reversed(found) if left[key] != found[key]]
    changes.sort(key=_order)
    if not changes:
        return None
    return Edit(kind=EditKind.GO_BACK, annotator=annotator, changes=tuple(changes), about=frozenset(about))


def _order(change: Change) -> int:
    """Return the sort key of a change, which puts removed relations first and added relations last."""
    if not isinstance(change.before or change.after, Relation):
        return 1
    if change.after is None:
        return 0
    return 2 if change.before is None else 1


def _take(step: LoggedStep, done: dict[str, None], undone: dict[str, None]) -> None:
    if step.undoes is None:
        done[step.id] = None
        undone.clear()
    elif step.undoes in done:
        del done[step.undoes]
        undone[step.id] = None
    else:
        done[step.id] = None
        undone.pop(step.undoes, None)
