"""Edits in time: checked, stored, remembered, undone and redone."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace

from annotator.editing.edits import LOGGED_ONLY, Change, Edit, EditKind, SlicedEdit
from annotator.editing.history import Beginning, History, Step, replay
from annotator.model.schema import Schema
from annotator.model.schema_file import loads
from annotator.model.values import SCHEMA, Relation, Row, Setting, Span, Suggestion
from annotator.processes import slices
from annotator.store.store import Store
from annotator.suggestions.renewal import caught_up
from annotator.system.errors import AnnotatorError, Conflict, StoreError

_EDITS_KEPT = 16
# the kinds whose changes are searched for a schema: with all kinds it would take longer than a frame
_BRING_A_SCHEMA = frozenset({EditKind.SCHEMA, EditKind.GO_BACK})
_AT_ONCE = 200  # changes, a few milliseconds


class Timeline:
    """The edits of one annotator in one project file, by document. An edit may replace the schema."""

    def __init__(self, store: Store, schema: Schema, annotator: str) -> None:
        self._store = store
        self.schema = schema
        self.annotator = annotator
        self._histories: dict[str, History] = {}
        self._edits: dict[str, Edit] = {}  # the latest ones, which every undo needs

    @property
    def busy(self) -> bool:
        """Whether a long edit is being stored, so that all others must wait."""
        return self._store.busy

    def do(self, edit: Edit) -> None:
        """Check an edit against text and schema, and make it durable.

        Raises:
            SchemaError: The schema lacks a label, relation or value.
            AnnotatorError: ``value.parts`` for boundaries outside the text.
            StoreError: It could not be stored, or a row was changed meanwhile (`Conflict`). Nothing was done.
        """
        slices.finish(self.doing(slices.ready(edit)))

    def doing(self, make: SlicedEdit) -> SlicedEdit:
        """Do the edit that ``make`` returns, pausing often: for thousands of changes.

        It is one transaction all the same. Meanwhile nothing else can be done (`busy`), and closing the generator
        undoes what was done so far. Returns the edit, None if there was nothing to do; raises as `do` does.
        """
        edit = yield from self._store.applying(self._fit(make))
        if edit is not None:
            self.remember(edit)
        return edit

    def undo(self, document: str) -> Edit | None:
        """Undo the last edit of a document; return the undoing edit, or None without one.

        An edit of many documents is undone in all of them, or not at all.

        Raises:
            StoreError: ``undo.changed_since`` if what it changed was changed in another document meanwhile.
        """
        return self._invert(self.next_undo(document))

    def redo(self, document: str) -> Edit | None:
        """Redo the edit that was last undone; see `undo`."""
        return self._invert(self.next_redo(document))

    def inverting(self, edit: Edit) -> Generator[None, None, Edit]:
        """Apply the inverse of what `next_undo` or `next_redo` returned, pausing often; see `undo` and `doing`."""
        made: list[Edit] = []
        with _conflict_as_undo():
            try:
                yield from self._store.applying(self._inverse(edit, made))
            except Conflict:
                made.append((yield from self._catching_up(made.pop())))
                yield from self._store.applying(slices.ready(made[0]))
        self.remember(made[0])
        return made[0]

    def next_undo(self, document: str) -> Edit | None:
        """Return the edit that undo would invert; of a long one in the log only its `Beginning`."""
        done = self._history(document).done
        return self._edit(done[-1]) if done else None

    def next_redo(self, document: str) -> Edit | None:
        """Return the edit that redo would invert, which undid another one; see `next_undo`."""
        undone = self._history(document).undone
        return self._edit(undone[-1]) if undone else None

    def drop_history(self, document: str) -> None:
        """Drop the history of a deleted document."""
        self._histories.pop(document, None)

    def turn_to(self, annotator: str) -> None:
        """Switch to the history of another annotator."""
        self.annotator = annotator
        self._histories.clear()

    def schema_with(self, edit: Edit) -> Schema:
        """Return the schema in force after an edit, which may bring another one."""
        if edit.kind not in _BRING_A_SCHEMA:
            return self.schema
        rows = (change.after for change in edit.changes)
        brought = next((row for row in rows if isinstance(row, Setting) and row.name == SCHEMA), None)
        return self.schema if brought is None else loads(brought.value, name=self._store.path.name)

    def remember(self, edit: Edit) -> None:
        """Add a stored edit to the histories in memory; any other history will read it from the log."""
        self.schema = self.schema_with(edit)
        if edit.kind not in LOGGED_ONLY:
            step = Step(id=edit.id, kind=edit.kind, undoes=edit.undoes)
            for document in edit.document_ids & self._histories.keys():
                self._histories[document] = self._histories[document].after(step)
        self._keep(edit)

    def _invert(self, edit: Edit | None) -> Edit | None:
        return None if edit is None else slices.finish(self.inverting(edit))

    def _inverse(self, edit: Edit, made: list[Edit]) -> Generator[None, None, Edit]:
        """Return the inverse of an edit, and append it to ``made`` for a caller that has to change it."""
        if isinstance(edit, Beginning):
            edit = yield from self._store.read.log.reading(edit.id)
        swapped: list[Change] = []
        for change in reversed(edit.changes):
            swapped.append(Change(before=change.after, after=change.before))
            yield
        made.append(replace(replace(edit, changes=()).inverse(annotator=self.annotator), changes=tuple(swapped)))
        return made[0]

    def _catching_up(self, inverse: Edit) -> Generator[None, None, Edit]:
        """Adapt an inverse to suggestions that changed since; no decision is touched.

        Without it, suggestions that came again would block undo of all earlier edits.
        """
        changes: list[Change] = []
        for first in range(0, len(inverse.changes), _AT_ONCE):
            some = inverse.changes[first : first + _AT_ONCE]
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
        history = self._histories.get(document)
        if history is None:
            history = replay(self._store.read.steps(document, self.annotator))
            self._histories[document] = history
        return history


def refusing_unfit(edit: Edit, schema: Schema, text: Callable[[str], str]) -> Generator[None, None, None]:
    """Refuse an edit that brings an unfit row (see `refuse_unfit`), with a pause after each change."""
    for change in edit.changes:
        if change.after is not None and change.after != change.before:
            refuse_unfit(change.after, schema, text)
        yield


def refuse_unfit(row: Row, schema: Schema, text: Callable[[str], str]) -> None:
    """Refuse a row that does not fit schema or text.

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


@contextmanager
def _conflict_as_undo() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        if isinstance(error, Conflict) or error.code == "store.no_document":
            raise StoreError("undo.changed_since") from error
        raise
