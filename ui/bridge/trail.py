"""The steps of this session in all articles, in order, for undo and redo."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from annotator.editing.edits import LOGGED_ONLY, Edit, EditKind
from annotator.editing.history import History, Step
from ui.bridge.opened import Opened

if TYPE_CHECKING:
    from annotator.project.project import Project


_CHECKED = 5  # articles of a step that are checked: a step may be in thousands, and all know it


class Trail:
    """The order of this session's steps and their articles. Each article's history decides what can be undone.

    A change of the schema belongs to no article; it is kept here itself.
    """

    def __init__(self) -> None:
        self._history = History()
        self._documents: dict[str, frozenset[str]] = {}  # by the edit's id
        self._schema_edits: dict[str, Edit] = {}  # by the edit's id

    def add(self, edit: Edit) -> None:
        """Add a step that was made, undone or redone."""
        if edit.kind is EditKind.SCHEMA:
            self._schema_edits[edit.id] = edit
        elif edit.document_ids and edit.kind not in LOGGED_ONLY:
            self._documents[edit.id] = edit.document_ids
        else:
            return
        self._history = self._history.after(Step(id=edit.id, kind=edit.kind, undoes=edit.undoes))

    def clear(self) -> None:
        """Drop all steps: undo begins anew."""
        self._history = History()
        self._documents.clear()
        self._schema_edits.clear()

    def next_undo(self, project: "Project | None", opened: Opened | None) -> Edit | None:
        """Return the edit that undo would revert: the session's last step, else the open document's."""
        if project is None:
            return None
        place = self.undo_in(project, opened)
        return self._schema_edit(self._history.done) if place is None else project.next_undo(place)

    def next_redo(self, project: "Project | None", opened: Opened | None) -> Edit | None:
        """Return the edit whose inverse redo would revert."""
        if project is None:
            return None
        place = self.redo_in(project, opened)
        return self._schema_edit(self._history.undone) if place is None else project.next_redo(place)

    def undo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Return the document whose last step undo reverts: that of the session's last step, else the open one.

        None if the last step is a change of the schema.
        """
        if project is None or self._schema_edit(self._history.done) is not None:
            return None
        return _place(self._history.done, self._documents, project.next_undo, opened)

    def redo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Return the document in which redo repeats a step; see `undo_in`."""
        if project is None or self._schema_edit(self._history.undone) is not None:
            return None
        return _place(self._history.undone, self._documents, project.next_redo, opened)

    def _schema_edit(self, steps: tuple[str, ...]) -> Edit | None:
        return self._schema_edits.get(steps[-1]) if steps else None


def _place(
    steps: tuple[str, ...],
    documents: Mapping[str, frozenset[str]],
    following: Callable[[str], Edit | None],
    opened: Opened | None,
) -> str | None:
    here = opened.document.id if opened is not None else None
    last = steps[-1] if steps else ""
    about = documents.get(last, frozenset())
    if here in about:
        return here
    for document in sorted(about)[:_CHECKED]:
        edit = following(document)
        if edit is not None and edit.id == last:
            return document
    return here
