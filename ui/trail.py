"""The steps of this session, of whatever article, in order: undo goes back along them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from annotator.edits import LOGGED_ONLY, Edit
from annotator.history import History, Step
from ui.opened import Opened

if TYPE_CHECKING:
    from annotator.project import Project


class Trail:
    """Remembers which articles the steps were in. What may be taken back stays the business of each one's history."""

    def __init__(self) -> None:
        self._history = History()
        self._documents: dict[str, frozenset[str]] = {}  # by the edit's id

    def follow(self, edit: Edit) -> None:
        """Remember a step that was made, taken back or done again."""
        if edit.document_ids and edit.kind not in LOGGED_ONLY:
            self._history = self._history.after(Step(id=edit.id, kind=edit.kind, undoes=edit.undoes))
            self._documents[edit.id] = edit.document_ids

    def forget(self) -> None:
        """Remember no step any more: from now on undo begins anew."""
        self._history = History()
        self._documents.clear()

    def undo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Give the document whose last step undo takes back: that of the last step here, else the open one."""
        return _place(self._history.done, self._documents, project.next_undo, opened) if project is not None else None

    def redo_in(self, project: "Project | None", opened: Opened | None) -> str | None:
        """Give the document in which redo does a step again."""
        return _place(self._history.undone, self._documents, project.next_redo, opened) if project is not None else None


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
    for document in sorted(about):
        edit = following(document)
        if edit is not None and edit.id == last:
            return document
    return here
