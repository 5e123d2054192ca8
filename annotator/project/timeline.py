"""Check, store, remember, undo and redo edits."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from annotator.editing.edits import LOGGED_ONLY, Change, Edit, EditKind, SlicedEdit
from annotator.editing.log.history import Beginning, History, LoggedStep, replay
from annotator.formats.shared.json_fields import flaw
from annotator.model.schema import Schema
from annotator.model.schema_file import loads
from annotator.model.values import (
    SCHEMA,
    Document,
    DocumentLabel,
    DocumentState,
    Relation,
    Row,
    Setting,
    Span,
    Suggestion,
)
from annotator.processes import slices
from annotator.store.store import Store
from annotator.suggestions.renewal import caught_up
from annotator.system.errors import AnnotatorError, RowConflict, StoreError

_EDITS_KEPT = 16
# kinds of edit that may change the schema; searching the changes of all kinds would take longer than a frame
_BRING_A_SCHEMA = frozenset({EditKind.SCHEMA, EditKind.GO_BACK})
# what people enter, by kind of row
_WRITTEN: Mapping[type[Row], tuple[str, ...]] = {
    Span: ("note", "attributes"),
    Relation: ("attributes",),
    DocumentState: ("note",),
    DocumentLabel: ("value",),
    Document: ("title", "publisher", "author", "url", "meta"),
}
_AT_ONCE = 200  # changes compared at a time, which takes a few milliseconds


class Timeline:
    """Applies edits to one project file, and undoes and redoes one annotator's edits by document.

    ``schema`` is the schema in force, which an edit may replace.
    """

    def __init__(self, store: Store, schema: Schema, annotator: str) -> None:
        self._store = store
        self.schema = schema
        self.annotator = annotator
        self._histories: dict[str, History] = {}
        self._edits: dict[str, Edit] = {}  # the latest edits, which most undos need
        self._dealt: set[str] = set()  # ids of edits that dealt articles since the project was opened

    @property
    def busy(self) -> bool:
        """Whether a long edit is being stored; meanwhile no other edit can be."""
        return self._store.busy

    def do(self, edit: Edit) -> None:
        """Check an edit against texts and schema, and store it durably.

        Raises:
            SchemaError: The schema lacks a label, relation or value.
            AnnotatorError: ``value.parts`` for boundaries outside the text, ``value.content`` for a new note or field
                that no exported file could hold.
            StoreError: The edit could not be stored, or a row was changed meanwhile (`RowConflict`). Nothing is stored.
        """
        slices.finish(self.doing(slices.ready(edit)))

    def doing(self, make: SlicedEdit) -> SlicedEdit:
        """Run ``make`` and do the edit that it returns, with many pauses, for edits of thousands of changes.

        The edit is still one transaction, during which no other edit can be stored (`busy`). If the generator is closed
        early, nothing is stored. Return the edit, or None if there was nothing to do; raise as `do` does.
        """
        edit = yield from self._store.applying(self._fit(make))
        if edit is not None:
            self.remember(edit)
        return edit

    def undo(self, document: str) -> Edit | None:
        """Undo the annotator's last edit of a document; return the undoing edit, or None if there is nothing to undo.

        An edit of several documents is undone in all of them or not at all.

        Raises:
            StoreError: ``undo.changed_since`` if a row of the edit has been changed since, in another document.
        """
        return self._invert(self.next_undo(document))

    def redo(self, document: str) -> Edit | None:
        """Redo the edit of a document that was undone last; return and raise as `undo` does."""
        return self._invert(self.next_redo(document))

    def inverting(self, edit: Edit, wrap: Callable[[SlicedEdit], SlicedEdit] = lambda make: make) -> SlicedEdit:
        """Apply the inverse of an edit from `next_undo` or `next_redo`, with many pauses; see `undo` and `doing`.

        ``wrap`` may add work to the making of the inverse, before it is stored. It is called again if the inverse has
        to be made again.
        """
        with _conflict_as_undo():
            try:
                inverse = yield from self._store.applying(wrap(self._inverse(edit)))
            except RowConflict:
                inverse = yield from self._store.applying(wrap(self._inverse_caught_up(edit)))
        if inverse is not None:
            self.remember(inverse)
        return inverse

    def next_undo(self, document: str) -> Edit | None:
        """Return the edit that undo would invert, or None; a very long edit may be only its `Beginning`."""
        done = self._history(document).done
        return self._edit(done[-1]) if done else None

    def next_redo(self, document: str) -> Edit | None:
        """Return the undoing edit that redo would invert, or None; see `next_undo`."""
        undone = self._history(document).undone
        return self._edit(undone[-1]) if undone else None

    def drop_history(self, document: str) -> None:
        """Forget the history of a deleted document."""
        self._histories.pop(document, None)

    def turn_to(self, annotator: str) -> None:
        """Switch to the edits of another annotator."""
        self.annotator = annotator
        self._histories.clear()

    def schema_with(self, edit: Edit) -> Schema:
        """Return the schema in force after an edit, which may replace it."""
        if edit.kind not in _BRING_A_SCHEMA:
            return self.schema
        rows = (change.after for change in edit.changes)
        brought = next((row for row in rows if isinstance(row, Setting) and row.name == SCHEMA), None)
        return self.schema if brought is None else loads(brought.value, name=self._store.path.name)

    def remember(self, edit: Edit) -> None:
        """Add a stored edit to the histories in memory; histories that are read later get the edit from the log."""
        self.schema = self.schema_with(edit)
        if edit.kind is EditKind.ASSIGN:
            self._dealt.add(edit.id)
        if edit.kind not in LOGGED_ONLY:
            step = LoggedStep(id=edit.id, kind=edit.kind, undoes=edit.undoes)
            for document in edit.document_ids & self._histories.keys():
                self._histories[document] = self._histories[document].after(step)
        self._keep(edit)

    def _invert(self, edit: Edit | None) -> Edit | None:
        return None if edit is None else slices.finish(self.inverting(edit))

    def _inverse(self, edit: Edit) -> Generator[None, None, Edit]:
        """Return the inverse of an edit, with a pause after each change."""
        if isinstance(edit, Beginning):
            edit = yield from self._store.read.log.reading(edit.id)
        swapped: list[Change] = []
        for change in reversed(edit.changes):
            swapped.append(Change(before=change.after, after=change.before))
            yield
        return replace(replace(edit, changes=()).inverse(annotator=self.annotator), changes=tuple(swapped))

    def _inverse_caught_up(self, edit: Edit) -> Generator[None, None, Edit]:
        """Return the inverse adapted to suggestions that have changed since; decisions are not touched.

        Otherwise, suggestions that a source made again would block the undo of all earlier edits.
        """
        inverse = yield from self._inverse(edit)
        changes: list[Change] = []
        for some in slices.portions(inverse.changes, _AT_ONCE):
            ids = [change.before.id for change in some if isinstance(change.before, Suggestion)]
            present = self._store.read.nearby.of(ids)
            changes += filter(None, (caught_up(change, present) for change in some))
            yield
        return replace(inverse, changes=tuple(changes), about=inverse.document_ids)

    def _fit(self, make: SlicedEdit) -> SlicedEdit:
        edit = yield from make
        if edit is None:
            return None
        yield from refusing_unfit(edit, self.schema_with(edit), self._store.read.text)
        return edit

    def _edit(self, id_: str) -> Edit:
        return self._edits[id_] if id_ in self._edits else self._keep(self._store.read.log.beginning(id_))

    def _keep(self, edit: Edit) -> Edit:
        self._edits[edit.id] = edit
        if len(self._edits) > _EDITS_KEPT:
            del self._edits[next(iter(self._edits))]
        return edit

    def _history(self, document: str) -> History:
        """Return a document's history. Dealings of earlier sessions are left out, as no article shows them."""
        history = self._histories.get(document)
        if history is None:
            steps = self._store.read.steps(document, self.annotator)
            history = replay(step for step in steps if step.kind is not EditKind.ASSIGN or step.id in self._dealt)
            self._histories[document] = history
        return history


def refusing_unfit(edit: Edit, schema: Schema, text: Callable[[str], str]) -> Generator[None, None, None]:
    """Raise as `Timeline.do` does if a row of an edit does not fit, with a pause after each change."""
    for change in edit.changes:
        if change.after is not None and change.after != change.before:
            refuse_unfit(change.after, schema, text)
            _refuse_unwritable(change.before, change.after)
        yield


def refuse_unfit(row: Row, schema: Schema, text: Callable[[str], str]) -> None:
    """Raise if a row does not fit the schema or its text.

    Raises:
        SchemaError: The schema lacks a label, relation or value.
        AnnotatorError: ``value.parts`` for boundaries outside the text.
    """
    match row:
        case Span():
            schema.require_label(row.layer, row.label)
            schema.check_attributes(row.layer, row.attributes)
            if row.end > len(text(row.document)):
                raise AnnotatorError("value.parts", parts=row.parts)
        case Relation():
            schema.require_relation(row.label)
        case _:
            pass


def _refuse_unwritable(before: Row | None, after: Row) -> None:
    """Raise if a change brings a value that no exported file could hold; one that was there before may stay.

    Raises:
        AnnotatorError: ``value.content``.
    """
    for name in _WRITTEN.get(type(after), ()):
        given = getattr(after, name)
        if not given:
            continue
        known = _entries(getattr(before, name, None))
        for key, value in _entries(given).items():
            is_flawed = flaw({key: value}) is not None
            if is_flawed and (key not in known or repr(value) != repr(known[key])):  # NaN differs from itself
                raise AnnotatorError("value.content")


def _entries(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {"": value}


@contextmanager
def _conflict_as_undo() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        if isinstance(error, RowConflict) or error.code == "store.no_document":
            raise StoreError("undo.changed_since") from error
        raise
