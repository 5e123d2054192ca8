"""The session: the open project and document, the edits made in them, and signals of what happened.

A signal carries values or ids. Anybody may read (`project.read`), but every edit goes through the session. A long step
is stored in slices or in a job, and published here when it is done.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.model.schema import Schema
from annotator.model.values import Document, DocumentLabel, Part, State
from annotator.system.errors import AnnotatorError, StoreError
from annotator.text.tokens import provisional
from ui.base.gc_pause import uncollected
from ui.base.later import Later
from ui.base.settings import Settings
from ui.bridge.answers import Answers, with_pending
from ui.bridge.opened import Opened
from ui.bridge.placed_rows import PlacedRows, TiedRelations
from ui.bridge.trail import Trail

if TYPE_CHECKING:
    from annotator.corpus.article import Article
    from annotator.jobs.importing.import_read import Incoming
    from annotator.jobs.importing.import_store import ImportResult
    from annotator.project.project import Added, Project

# failures after which a project can still be opened read-only
_FOR_READING = frozenset({"store.locked", "store.unwritable", "store.altered"})


class Settling(Later):
    """Emits `Session.settled` with the edits since its last emission, once the article has been painted."""

    def __init__(self, session: "Session") -> None:
        super().__init__(self._settle, session)
        self._session = session
        self._edits: list[Edit] = []

    def add(self, edit: Edit) -> None:
        """Add an edit to those that the next `Session.settled` carries."""
        self._edits.append(edit)
        self.ask()

    def clear(self) -> None:
        """Drop the edits not yet emitted, because their project is closed."""
        self._edits.clear()

    def _settle(self) -> None:
        edits, self._edits = tuple(self._edits), []
        if edits:
            self._session.settled.emit(edits)
        self._session.painted.emit()


class Session(QObject):
    """Project, open document and edits. Each edit is durable when its method returns; then `edited` is emitted.

    Code that only displays an edit waits for `settled`, so that the article is painted first. ``settling`` emits
    `settled`; before a widget gets the keyboard, it calls ``settling.catch_up``.
    """

    project_opened = Signal()
    project_closing = Signal()  # the project is still open: readers and writers in slices stop
    project_closed = Signal()
    schema_changed = Signal()  # `document_opened` follows if a document is open
    document_closing = Signal()  # the document is still open: unsaved input in it is stored
    document_opened = Signal()  # `opened` is the document, or None if none is open
    edited = Signal(object)  # the Edit; `opened` is up to date already
    described = Signal()  # follows `edited` if it changed details or labels of whole articles, the open one among them
    settled = Signal(object)  # the Edits since its last emission, in order, once the article has been painted
    painted = Signal()  # the article has been painted after edits, or after `settling` was asked; follows `settled`
    suggestions_changed = Signal(str)  # document id; `opened` is up to date already
    tokens_arrived = Signal(str)  # document id
    documents_changed = Signal()  # articles were added or removed
    failed = Signal(object)  # the AnnotatorError to show
    _failed_aside = Signal(object)  # like `failed`, but emitted by another thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.opened: Opened | None = None
        self.trail = Trail()
        self.answers = Answers(self)
        self.settling = Settling(self)
        self.intercept: Callable[[Edit], Edit | None] | None = None  # set by a mode: replaces or refuses (None) edits
        self._deciding = QElapsedTimer()
        self._failed_aside.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    # The project

    def create_project(self, path: Path, schema: Schema, language: str) -> bool:
        """Create and open a project. Return whether that worked; if not, `failed` carries the reason."""
        from annotator.project.project import Project  # imports SQLite, so only after the first paint

        name = Settings().annotator or None
        return self._adopt(lambda: Project.create(path, schema=schema, language=language, annotator=name))

    def open_project(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a project and return whether that worked; for failures other than these, `failed` carries the reason.

        Raises:
            StoreError: ``store.locked``, ``store.unwritable`` or ``store.altered``: the caller
                then asks the user, or opens the project read-only.
        """
        from annotator.project.project import Project

        return self._adopt(lambda: Project.open(path, read_only=read_only), ask=_FOR_READING)

    def close_project(self) -> None:
        """Close the document and the project."""
        if self.project is None:
            return
        self.project_closing.emit()
        self.close_document()
        project, self.project = self.project, None
        self.trail.clear()
        self.settling.clear()
        project.close()
        self.project_closed.emit()

    @property
    def writable(self) -> bool:
        """Whether a project is open and can be changed."""
        return self.project is not None and not self.project.read_only

    def set_annotator(self, name: str) -> None:
        """Change the current annotator and reload the open document."""
        name = name.strip()
        project = self.required()
        if not name or name == project.annotator:
            return
        try:
            project.set_annotator(name)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        Settings().annotator = name
        self.trail.clear()
        self.documents_changed.emit()
        if self.opened is not None:
            self.open_document(self.opened.document.id)

    # The document

    def open_document(self, id_: str, *, load: "Callable[[Project, str], Opened] | None" = None) -> None:
        """Open a document. Opening is refused during a long step, which may still change the document's rows.

        ``load`` reads the document. By default its rows are those of the current annotator, and the pending
        suggestions.
        """
        try:
            if self.required().timeline.busy:
                raise StoreError("store.busy")
            if self.opened is not None:
                self.document_closing.emit()
            with uncollected():
                self.opened = (load or loaded)(self.required(), id_)
                self._deciding.start()
                self.document_opened.emit()
        except AnnotatorError as error:
            self.failed.emit(error)

    def close_document(self) -> None:
        """Close the open document."""
        if self.opened is not None:
            self.document_closing.emit()
            self.opened = None
            self.document_opened.emit()

    def add_articles(self, articles: "Sequence[Article]", *, exclude_furniture: bool) -> "Added | None":
        """Add articles and return what was added; on failure emit `failed` and return None."""
        try:
            added = self.required().add_articles(articles, exclude_furniture=exclude_furniture)
        except AnnotatorError as error:
            self.failed.emit(error)
            return None
        say_documents_changed(self)
        return added

    def take_in(
        self, incoming: "Incoming", *, exclude_furniture: bool, as_suggestions: bool = False
    ) -> "ImportResult | None":
        """Add articles and labels read from files. Return the result; on failure emit `failed` and return None."""
        from annotator.jobs.importing import (
            import_store,  # imports readers and formats: after the first paint
        )

        try:
            taken = import_store.take_in(
                self.required(), incoming, as_suggestions=as_suggestions, exclude_furniture=exclude_furniture
            )
        except AnnotatorError as error:
            self.failed.emit(error)
            return None
        say_documents_changed(self)
        if taken.merging is not None:
            self.publish(taken.merging)
        return taken

    def open_first(self, wanted: str | None = None) -> None:
        """Open ``wanted`` if it exists and is not replaced, else the first article in state open, else the first."""
        project = self.required()
        from annotator.store.reader import DocumentQuery

        lines = project.read.lines([wanted], project.annotator) if wanted is not None else []
        if not lines or lines[0].replaced_by:
            first = DocumentQuery(annotator=project.annotator, first=1)
            found = project.read.document_ids(replace(first, state=State.OPEN)) or project.read.document_ids(first)
            wanted = next(iter(found), None)
        if wanted is not None:
            self.open_document(wanted)

    def delete_documents(self, ids: Iterable[str]) -> None:
        """Delete documents with their annotations; the caller has asked the user. Refused during a long step."""
        if self.required().timeline.busy:
            self.failed.emit(StoreError("store.busy"))
            return
        gone = set(ids)
        closed = self.opened.document.id if self.opened is not None and self.opened.document.id in gone else None
        if closed is not None:
            self.close_document()
        try:
            self.required().delete_documents(gone)
        except AnnotatorError as error:
            self.failed.emit(error)
            if closed is not None:
                self.open_document(closed)
        else:
            say_documents_changed(self)

    # Edits

    def do(self, edit: Edit) -> bool:
        """Store an edit durably and publish it. Return whether that worked; if not, `failed` carries the reason."""
        meant = edit if self.intercept is None else self.intercept(edit)
        if meant is None:  # refused: the mode says why
            return False
        timed = replace(meant, milliseconds=self._deciding.restart() if self._deciding.isValid() else 0)
        try:
            self.required().do(timed)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        self.publish(timed)
        return True

    def publish(self, edit: Edit) -> None:
        """Publish an edit that is already stored. `do` calls this; long steps call it themselves."""
        self.trail.add(edit)
        before = self.opened
        if before is not None and before.document.id in edit.document_ids:
            self.opened = before.after(edit)
        self.settling.add(edit)
        self.edited.emit(edit)
        rows = (change.after or change.before for change in edit.changes)
        if before is not self.opened and any(isinstance(row, Document | DocumentLabel) for row in rows):
            self.described.emit()

    def set_state(self, state: State, note: str | None = None) -> bool:
        """Set the state of the open document. Without ``note``, the document keeps its note."""
        opened, annotator = self.required_opened(), self.required().annotator
        if note is None:
            note = opened.state.note if opened.state is not None else ""
        return self.do(edits.set_state(opened.state, opened.document.id, state, annotator=annotator, note=note))

    def describe(self, after: Document) -> bool:
        """Change the metadata of the open document. Return whether anything changed."""
        before = self.required_opened().document
        return before != after and self.do(edits.describe(before, after, annotator=self.required().annotator))

    def exclude(self, excluded: tuple[Part, ...]) -> bool:
        """Set which paragraphs of the open document are page furniture."""
        from annotator.project.furniture import put_aside  # imports the store, so only after the first paint

        project, document = self.required(), self.required_opened().document
        held = put_aside(project.read, document, excluded)
        return self.do(edits.exclude(document, excluded, annotator=project.annotator, held=held))

    def next_undo(self) -> Edit | None:
        """Return the edit that undo would revert: the session's last step, else the open document's last step."""
        return self.trail.next_undo(self.project, self.opened)

    def next_redo(self) -> Edit | None:
        """Return the edit that redo would revert: the one that undid a step."""
        return self.trail.next_redo(self.project, self.opened)

    def undo(self) -> bool:
        """Undo the last step, even if it was made in a document that is not open."""
        return self._revert(
            self.trail.undo_in(self.project, self.opened), lambda project, document: project.undo(document)
        )

    def redo(self) -> bool:
        """Redo the step that was undone last."""
        return self._revert(
            self.trail.redo_in(self.project, self.opened), lambda project, document: project.redo(document)
        )

    # What must be there

    def required(self) -> "Project":
        """Return the project.

        Raises:
            RuntimeError: No project is open.
        """
        if self.project is None:
            raise RuntimeError("no project is open")
        return self.project

    def required_opened(self) -> Opened:
        """Return the open document.

        Raises:
            RuntimeError: No document is open.
        """
        if self.opened is None:
            raise RuntimeError("no document is open")
        return self.opened

    # Inside

    def _adopt(self, opening: "Callable[[], Project]", ask: frozenset[str] = frozenset()) -> bool:
        try:
            project = opening()
        except AnnotatorError as error:
            if error.code in ask:
                raise
            self.failed.emit(error)
            return False
        self.close_project()
        if not project.read_only:
            project.give_way(self._failed_aside.emit)
        self.project = project
        self.project_opened.emit()
        return True

    def _revert(self, document: str | None, reverting: "Callable[[Project, str], Edit | None]") -> bool:
        if document is None:
            return False
        try:
            edit = reverting(self.required(), document)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        if edit is None:
            return False
        self.publish(edit)
        return True


def leads(session: Session) -> bool:
    """Return whether the user can change everything in the project: it is writable and not a package."""
    project = session.project
    return project is not None and not project.read_only and project.packed is None


def say_documents_changed(session: Session) -> None:
    """Publish that articles were added or removed. Afterwards, undo does not reach earlier steps in other articles."""
    session.trail.cut()
    session.documents_changed.emit()


def publish_suggestions(session: Session) -> None:
    """Publish that suggestions of many documents changed; reload the open document's unless a mode shows other rows."""
    if session.opened is not None and session.intercept is None:
        session.opened = with_pending(session.required(), session.opened)
        session.suggestions_changed.emit(session.opened.document.id)
    session.documents_changed.emit()


def loaded(project: "Project", id_: str, whose: str = "") -> Opened:
    """Read a document with the rows of ``whose``; "" means the current annotator's, with the pending suggestions."""
    annotator = whose or project.annotator
    annotated = project.read.annotated(id_, annotator, suggestions=not whose)
    decided = project.read.decided.count_in(id_, annotator)
    return Opened(
        document=annotated.document,
        annotator=annotator,
        spans=PlacedRows(annotated.spans),
        relations=TiedRelations(annotated.relations),
        suggestions=PlacedRows(annotated.suggestions),
        state=annotated.states[0] if annotated.states else None,
        labels=frozenset(annotated.labels),
        marks=frozenset((mark.start, mark.end) for mark in annotated.sentences),
        tokens=project.read.tokens(id_) or provisional(annotated.document.text),
        decided=decided,
        by_others=0 if whose else project.read.decided.count_by_anybody(id_) - decided,
    )
