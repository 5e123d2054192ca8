"""The steps of Who Is Who: accept, merge, part, dissolve and describe, each undoable."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.editing.identities import KINDS, aliases_from, describe, new_identity, wikidata_id
from annotator.editing.log.history import replay
from annotator.jobs.identify_mentions import IdentityMerge, dissolving, parting, uniting, uniting_all
from annotator.model.values import Identity
from annotator.store.reader import Reader
from annotator.suggestions.namesakes import Group, NameForm
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere


class IdentitySteps(QObject):
    """Changes identities, one step at a time; `done` follows each step that changed something."""

    done = Signal(object)  # the Edit
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.required()
        self._everywhere = Everywhere(session, self)
        self._everywhere.failed.connect(self.failed)
        self._asker = Asker(done=self._on_done)

    @property
    def busy(self) -> bool:
        """Whether a step is still running."""
        return self._everywhere.busy

    def take(self, groups: Sequence[Group]) -> None:
        """Accept the proposed mentions of each group."""
        unions = [_union(group) for group in groups if group.proposed]
        if unions:
            changes = sum(len(union.mentions) for union in unions)
            self._make(uniting_all(self._read, unions, annotator=self._annotator), changes)

    def merge(self, groups: Sequence[Group]) -> None:
        """Merge groups into one. Its identity is that of the group with most mentions, or else with the longest name.

        Without any identity, a new one gets the longest name.
        """
        ranked = sorted(groups, key=lambda group: (-group.count, -len(group.name.split())))
        ids = [group.identity.id for group in ranked if group.identity is not None]
        mentions = [id_ for group in groups for id_ in group.proposed]
        best = max(groups, key=lambda group: (len(group.name.split()), group.count))
        fresh = None if ids else new_identity(best.name, best.label)
        changes = sum(group.count for group in groups)
        self._make(uniting(self._read, ids, mentions, annotator=self._annotator, fresh=fresh), changes)

    def part(self, forms: Sequence[NameForm], identity: Identity, *, to_own: bool) -> None:
        """Take the mentions of ``forms`` out of their group.

        With ``to_own`` they get a new identity, otherwise none.
        """
        mentions = [id_ for form in forms for id_ in form.decided]
        fresh = new_identity(forms[0].words, identity.label) if to_own else None
        if mentions:
            self._make(parting(self._read, mentions, fresh, annotator=self._annotator), len(mentions))

    def dissolve(self, group: Group) -> None:
        """Remove a group's identity; its mentions stay labelled."""
        if group.identity is not None:
            self._make(dissolving(self._read, group.identity.id, annotator=self._annotator), group.count)

    def describe(self, identity: Identity, name: str, aliases: str, wikidata: str) -> None:
        """Change name, aliases and Wikidata id of an identity."""
        try:
            after = replace(
                identity, name=" ".join(name.split()), aliases=aliases_from(aliases), kb_id=wikidata_id(wikidata)
            )
            edit = describe(identity, after, annotator=self._annotator)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if edit is not None and not self.busy and self._session.do(edit):
            self.done.emit(edit)

    @Slot()
    def undo(self) -> None:
        """Undo the last step that changed identities, in all articles."""
        done = replay(self._read.who.steps(self._annotator, KINDS)).done
        if done and not self.busy:
            self._everywhere.take_back(self._asker, self._read.edit(done[-1]))

    @Slot()
    def redo(self) -> None:
        """Redo the step about identities that was undone last."""
        undone = replay(self._read.who.steps(self._annotator, KINDS)).undone
        if undone and not self.busy:
            self._everywhere.take_back(self._asker, self._read.edit(undone[-1]))

    # Inside

    @property
    def _read(self) -> Reader:
        return self._project.read

    @property
    def _annotator(self) -> str:
        return self._project.annotator

    def _make(self, make: Generator[None, None, Edit | None], changes: int) -> None:
        if self._session.writable:
            self._everywhere.make(self._asker, make, changes)

    def _on_done(self, edit: Edit | None) -> None:
        if edit is not None:
            self.done.emit(edit)


def _union(group: Group) -> IdentityMerge:
    if group.identity is not None:
        return IdentityMerge((group.identity.id,), group.proposed)
    return IdentityMerge((), group.proposed, new_identity(group.name, group.label))
