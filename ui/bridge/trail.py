"""The steps of this session in all articles, in order, for undo and redo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.editing.edits import LOGGED_ONLY, Edit, EditKind
from annotator.editing.log.history import History, LoggedStep
from ui.bridge.opened import Opened

if TYPE_CHECKING:
    from annotator.project.project import Project

Following = Callable[[str], Edit | None] | None
_CHECKED = 5  # articles of a step that are checked: a step may concern thousands, and each has it in its history


class Trail:
    """The order of this session's steps, and their articles. Each article's history decides what can be undone.

    A change of the schema belongs to no article, so its edit is kept here.
    """

    def __init__(self) -> None:
        self._history = History()
        self._documents: dict[str, frozenset[str]] = {}  # by the edit's id
        self._schema_edits: dict[str, Edit] = {}  # by the edit's id
        self.is_cut = False  # whether articles were added or deleted, which is not undone

    def add(self, edit: Edit) -> None:
        """Add an edit that was made, undone or redone, unless it concerns no article or is only logged."""
        if edit.kind is EditKind.SCHEMA:
            self._schema_edits[edit.id] = edit
        elif edit.document_ids and edit.kind not in LOGGED_ONLY:
            self._documents[edit.id] = edit.document_ids
        else:
            return
        self._history = self._history.after(LoggedStep(id=edit.id, kind=edit.kind, undoes=edit.undoes))

    def clear(self) -> None:
        """Drop all steps, so that undo starts afresh."""
        self._history = History()
        self._documents.clear()
        self._schema_edits.clear()
        self.is_cut = False

    def cut(self) -> None:
        """Drop all steps, because articles were added or deleted: undo stops there."""
        self.clear()
        self.is_cut = True

    def next_undo(self, project: "Project | None", opened: Opened | None) -> Edit | None:
        """Return the edit that undo would revert: the session's last step, else the open document's last step."""
        return self._next(self._history.done, project.next_undo if project else None, opened)

    def next_redo(self, project: "Project | None", opened: Opened | None) -> Edit | None:
        """Return the edit that redo would revert: the one that undid a step."""
        return self._next(self._history.undone, project.next_redo if project else None, opened)

    def undo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Return the document in which undo reverts a step: the one of the session's last step, else the open one.

        None if the last step changed the schema.
        """
        return self._document(self._history.done, project.next_undo if project else None, opened)

    def redo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Return the document in which redo repeats a step, found as in `undo_in`."""
        return self._document(self._history.undone, project.next_redo if project else None, opened)

    def _next(self, steps: tuple[str, ...], following: Following, opened: Opened | None) -> Edit | None:
        if following is None:
            return None
        document = self._document(steps, following, opened)
        return self._schema_edit(steps) if document is None else following(document)

    def _document(self, steps: tuple[str, ...], following: Following, opened: Opened | None) -> str | None:
        if following is None or self._schema_edit(steps) is not None:
            return None
        here = opened.document.id if opened is not None else None
        last = steps[-1] if steps else ""
        about = self._documents.get(last, frozenset())
        if here in about:
            return here
        for document in sorted(about)[:_CHECKED]:
            edit = following(document)
            if edit is not None and edit.id == last:
                return document
        return here

    def _schema_edit(self, steps: tuple[str, ...]) -> Edit | None:
        return self._schema_edits.get(steps[-1]) if steps else None
