"""Words of an article that a field of a claim waits for: who says it, the cue, evidence, another claim."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.model.schema import RelationType, may_join, words
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, Part, Span, Suggestion
from ui.base import i18n
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.claim_fields import (
    NAMED,
    UNNAMED,
    ClaimField,
    leads_elsewhere,
    takes_loose_words,
    wanted,
    words_label,
)
from ui.panels.span.typed_words import Sought

Row = Span | Suggestion


class Want(NamedTuple):
    """What is waited for: words for a field of a claim, by a relation of a type, in a role if it has one."""

    claim: Span
    field: ClaimField
    relation: RelationType
    role: str | None = None


class WordsWanted(QObject):
    """Waits for words, and relates the claim to them. Evidence and other claims may stand in another article."""

    started = Signal(str)  # id of the relation type
    ended = Signal()
    related = Signal(str)  # id of the claim, whose article is open
    accepted = Signal(str, bool)  # that what was taken was only suggested, and whether undo is offered
    told = Signal(str)  # what is to be pointed at, and what cannot be; nothing once that is over
    sought_changed = Signal()  # `sought` is another

    def __init__(self, session: Session, decisions: Decisions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._decisions = decisions
        self.want: Want | None = None
        self.candidate: str | None = None  # what Enter takes while the card has the keyboard
        self.sought: Sought | None = None  # what is typed to find it
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self.stop)
        session.edited.connect(self._on_edit)

    @property
    def asked(self) -> str:
        """What is to be pointed at, in words."""
        return wanted(self._session.required().schema, self.want.relation) if self.want is not None else ""

    @property
    def field(self) -> str:
        """The name of the field that waits; empty where none does."""
        if self.want is None:
            return ""
        named = self.want.field.attribute or self.want.relation
        return words(named.name, i18n.ui_language()) or named.id

    def start(self, want: Want) -> None:
        """Wait for words."""
        self.want, self.candidate, self.sought = want, None, None
        self.started.emit(want.relation.id)
        self.told.emit(self.asked)

    @Slot()
    def stop(self) -> None:
        """Wait no more."""
        if self.want is not None:
            self.want = self.sought = None
            self.ended.emit()
            self.told.emit("")

    def seek(self, sought: Sought | None) -> None:
        """Say what is typed to find it, and what fits that."""
        if self.sought != sought:
            self.sought = sought
            self.sought_changed.emit()

    def fits(self, row: Row) -> bool:
        """Tell whether a span or suggestion can be what is wanted."""
        want = self.want
        if want is None or row.id == want.claim.id:
            return False
        return may_join(want.relation, (want.claim.layer, want.claim.label), (row.layer, row.label))

    def take(self, id_: str) -> bool:
        """Take a span, or a suggestion, which is accepted in the same step."""
        opened, want = self._session.opened, self.want
        row = (opened.span(id_) or opened.suggestion(id_)) if opened is not None else None
        if want is None or row is None or not self.fits(row):
            return self._refuse()
        self.stop()
        return self._relate(want, row)

    def take_words(self, start: int, end: int) -> bool:
        """Take words without a label (code points, end exclusive), where that can be."""
        want = self.want
        label = words_label(want.relation) if want is not None else None
        if want is None or label is None or start >= end:
            return self._refuse()
        self.stop()
        return self._relate(want, self._decisions.labelled((start, end), ATTRIBUTION, label))

    def take_at(self, start: int, end: int) -> bool:
        """Take what stands at a place (code points): a row that fits, else the words; an empty range is a caret."""
        opened, want = self._session.opened, self.want
        if opened is None or want is None:
            return False
        wide = (start - 1, end + 1)  # a caret may be at an edge
        near: Iterator[Row] = chain(opened.spans.touching(*wide), opened.suggestions.touching(*wide))
        fitting = [row for row in near if row.start <= start and end <= row.end and self.fits(row)]
        exact = [row for row in fitting if (row.start, row.end) == (start, end)]
        if exact or (fitting and (start == end or words_label(want.relation) is None)):
            best = min(exact or fitting, key=lambda row: (isinstance(row, Suggestion), row.end - row.start))
            return self.take(best.id)
        word: Part | None = opened.tokens.at(start) if start == end and takes_loose_words(want.relation) else None
        return self.take_words(*(word or (start, end)))

    def _relate(self, want: Want, tail: Row) -> bool:
        said = {}
        if want.field.attribute is not None:
            said = {want.field.attribute.id: NAMED if tail.layer == ENTITIES else UNNAMED}
        done = self._decisions.relate(want.claim, want.relation.id, tail, said, want.role)
        if self._session.required_opened().document.id != want.claim.document:
            self._session.open_document(want.claim.document)
        self.related.emit(want.claim.id)
        if done and isinstance(tail, Suggestion):
            self.accepted.emit(_accepted(tail), True)
        return done

    def _refuse(self) -> bool:
        """Say that nothing here can be taken, or a key would seem dead."""
        if self.want is not None:
            said = QCoreApplication.translate("ClaimCard", "This cannot be it. {wanted}")
            self.told.emit(said.format(wanted=self.asked))
        return False

    @Slot()
    def _on_document(self) -> None:
        want, opened = self.want, self._session.opened
        if want is not None and (opened is None or not leads_elsewhere(want.relation)):
            self.stop()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        """A claim that is gone, or another now, waits for nothing."""
        want = self.want
        if want is None:
            return
        changed = [change for change in edit.changes if isinstance(change.before, Span) and change.before == want.claim]
        if any(change.after is None for change in changed):
            self.stop()
        elif changed and isinstance(changed[0].after, Span):
            self.want = Want(claim=changed[0].after, field=want.field, relation=want.relation, role=want.role)


def _accepted(suggestion: Suggestion) -> str:
    if suggestion.layer == CLAIMS:
        return QCoreApplication.translate("ClaimCard", "The suggested claim was accepted, too.")
    return QCoreApplication.translate("ClaimCard", "The suggested name was accepted, too.")
