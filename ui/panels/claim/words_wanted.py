"""Waiting for words of an article for a field of a claim: claimant, cue, evidence, another claim."""

from collections.abc import Iterator, Sequence
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
    prompt_for,
    takes_loose_words,
    words_label,
)
from ui.panels.span.field_grid import FieldGrid
from ui.panels.span.typed_words import Sought

Row = Span | Suggestion


class Want(NamedTuple):
    """A request for words for a field of a claim, to be linked by a relation of this type and role."""

    claim: Span
    field: ClaimField
    relation: RelationType
    role: str | None = None


class WordsWanted(QObject):
    """Waits for words and relates a claim to them. Evidence and other claims may be in another article."""

    started = Signal(str)  # id of the relation type
    ended = Signal()
    related = Signal(str, bool)  # id of the claim, whose article is open, and whether it was opened for that
    accepted = Signal(str, bool)  # message that a suggestion was accepted, and whether to offer undo
    told = Signal(str)  # a prompt or a refusal; "" when waiting is over
    typed = Signal(str)  # an address was typed or pasted, which is no search
    spelled = Signal(str)  # the first letter of a search was typed before waiting began
    sought_changed = Signal()  # `sought` changed

    def __init__(self, session: Session, decisions: Decisions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._decisions = decisions
        self.want: Want | None = None
        self.candidate: str | None = None  # id of the row that Enter takes while the card has the focus
        self.letter = ""  # the key that was pressed twice to start, which may be the first letter of a name
        self.sought: Sought | None = None  # the typed search, if any
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self.stop)
        session.settled.connect(self._on_settled)

    @property
    def prompt(self) -> str:
        """The prompt that says which words are wanted."""
        if self.want is None:
            return ""
        return prompt_for(self._session.required().schema, self.want.relation, cites=self.want.field.cites)

    @property
    def field(self) -> str:
        """The name of the waiting field, "" if none waits."""
        if self.want is None:
            return ""
        named = (None if self.want.field.cites else self.want.field.attribute) or self.want.relation
        return words(named.name, i18n.ui_language()) or named.id

    def start(self, want: Want, letter: str = "") -> None:
        self.want, self.candidate, self.sought, self.letter = want, None, None, letter
        self.started.emit(want.relation.id)
        self.told.emit(self.prompt)

    @Slot()
    def stop(self) -> None:
        if self.want is not None:
            self.want = self.sought = None
            self.ended.emit()
            self.told.emit("")

    def seek(self, sought: Sought | None) -> None:
        """Set the typed search and its matches."""
        if self.sought != sought:
            self.sought = sought
            self.sought_changed.emit()

    def fits(self, row: Row) -> bool:
        """Return whether a span or suggestion can be the tail of the relation that waits for words."""
        want = self.want
        if want is None or row.id == want.claim.id:
            return False
        return may_join(want.relation, (want.claim.layer, want.claim.label), (row.layer, row.label))

    def take(self, id_: str) -> bool:
        """Relate the claim to a span, or to a suggestion, which is accepted in the same step."""
        opened, want = self._session.opened, self.want
        row = opened.row(id_) if opened is not None else None
        if want is None or row is None or not self.fits(row):
            return self._refuse()
        self.stop()
        return self._relate(want, row)

    def take_words(self, start: int, end: int) -> bool:
        """Relate the claim to unlabelled words (code points, end exclusive) if the relation allows them."""
        want = self.want
        label = words_label(want.relation) if want is not None else None
        if want is None or label is None or start >= end:
            return self._refuse()
        self.stop()
        return self._relate(want, self._decisions.labelled((start, end), ATTRIBUTION, label))

    def take_at(self, start: int, end: int) -> bool:
        """Relate the claim to a fitting row at a place (code points), else to its words. An empty range is a caret."""
        opened, want = self._session.opened, self.want
        if opened is None or want is None:
            return False
        wide = (start - 1, end + 1)  # a caret may be at the edge of a row
        near: Iterator[Row] = chain(opened.spans.touching(*wide), opened.suggestions.touching(*wide))
        fitting = [row for row in near if row.start <= start and end <= row.end and self.fits(row)]
        exact = [row for row in fitting if (row.start, row.end) == (start, end)]
        if exact or (fitting and (start == end or words_label(want.relation) is None)):
            best = min(exact or fitting, key=lambda row: (isinstance(row, Suggestion), row.end - row.start))
            return self.take(best.id)
        word: Part | None = opened.tokens.at(start) if start == end and takes_loose_words(want.relation) else None
        return self.take_words(*(word or (start, end)))

    def _relate(self, want: Want, tail: Row) -> bool:
        attributes = {}
        if want.field.attribute is not None and not want.field.cites:
            attributes = {want.field.attribute.id: NAMED if tail.layer == ENTITIES else UNNAMED}
        done = self._decisions.relate(want.claim, want.relation.id, tail, attributes, want.role)
        away = self._session.required_opened().document.id != want.claim.document
        if away:
            self._session.open_document(want.claim.document)
        self.related.emit(want.claim.id, away)
        if done and isinstance(tail, Suggestion):
            self.accepted.emit(_accepted(tail), True)
        return done

    def _refuse(self) -> bool:
        """Report that nothing here fits, so that the key does not seem dead. Return False."""
        if self.want is not None:
            refusal = QCoreApplication.translate("ClaimCard", "This does not fit here. {wanted}")
            self.told.emit(refusal.format(wanted=self.prompt))
        return False

    @Slot()
    def _on_document(self) -> None:
        want, opened = self.want, self._session.opened
        if want is not None and (opened is None or not leads_elsewhere(want.relation)):
            self.stop()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        """Stop waiting if the claim was deleted; if it changed, use its new version."""
        for change in (change for edit in edits for change in edit.changes):
            if self.want is None or change.before != self.want.claim:
                continue
            if change.after is None:
                self.stop()
            elif isinstance(change.after, Span):
                self.want = self.want._replace(claim=change.after)


def _accepted(suggestion: Suggestion) -> str:
    if suggestion.layer == CLAIMS:
        return QCoreApplication.translate("ClaimCard", "The suggested claim was accepted, too.")
    return QCoreApplication.translate("ClaimCard", "The suggested name was accepted, too.")


class FieldPrompt(QObject):
    """Shows the typed search in the waiting field, or a prompt to click in the article."""

    def __init__(self, words: WordsWanted, fields: FieldGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._fields = fields
        for signal in (words.started, words.ended, words.sought_changed):
            signal.connect(self._show)

    @Slot()
    def _show(self) -> None:
        want, sought = self._words.want, self._words.sought
        asked = QCoreApplication.translate("ClaimCard", "Click words…")
        self._fields.wait_at(want.field.id if want is not None else None, sought.typed if sought is not None else asked)
