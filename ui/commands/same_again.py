"""Offers, after a correction, to decide the same about the same words elsewhere in the article, with one key."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, SignalInstance, Slot

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.finding import WantedWords
from annotator.editing.occurrence_states import Hit, OccurrenceState, occurrences
from annotator.model.values import ATTRIBUTION, CLAIMS, Acceptance, Part, Span, Suggestion, SuggestionState
from annotator.suggest.sources.memory.seen import REACH, is_after_determiner
from ui.actions.keymap import sign
from ui.base.i18n import translate
from ui.base.listening import Listening
from ui.base.messages import MessageBar
from ui.base.words.counted import counted
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim

ACTION = "span.same"

_OFFERED = frozenset({EditKind.ADD, EditKind.RELABEL, EditKind.CORRECT})
_LONGEST = 100_000  # most characters of an article that is searched without being asked
_MOST_ROWS = 2_000  # most labels of an article that is searched without being asked


class _Same(NamedTuple):
    """An offer: places to label, or suggestions to reject."""

    document: str
    layer: str
    label: str
    places: tuple[Part, ...]
    rejected: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The number of places to label or to reject."""
        return len(self.places) + len(self.rejected)


class SameAgain(QObject):
    """Offers to repeat the last decision for the same words in the article. Any other action drops the offer."""

    def __init__(self, session: Session, aim: Aim, messages: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aim = aim
        self._messages = messages
        self._shortcuts: Callable[[str], Sequence[str]] = lambda _: ()
        self._offer: _Same | None = None
        self._words = ""
        self._own = ""  # id of the edit that taking an offer made
        self._ends = Listening((session.edited, self._forget))  # connected while there is an offer
        session.settled.connect(self._on_settled)
        session.document_opened.connect(self.drop)
        session.project_closed.connect(self.drop)

    def follow_actions(self, begun: SignalInstance, shortcuts: Callable[[str], Sequence[str]]) -> None:
        """Drop the offer before other actions. ``begun`` emits the id of each, ``shortcuts`` returns its keys."""
        self._ends.add(begun, self._on_begun)
        self._shortcuts = shortcuts

    def take(self) -> None:
        """Take the offer; if there is none, give the active row's label to the same words in the article."""
        opened, row, offer = self._session.opened, self._aim.row(), self._offer
        if opened is None:
            return
        if offer is None and isinstance(row, Span) and _is_name(row):
            offer = self._same_as(opened, row, row.label)
        self.drop()
        if offer is None:
            self._aim.told.emit(refusals.no_label(row), False)
            return
        if not offer.total:
            self._aim.told.emit(self.tr("These words occur nowhere else in the article without this label."), False)
            return
        edit = self._edit(opened, offer)
        if edit is not None:
            self._own = edit.id
            if self._session.do(edit):
                self._aim.told.emit(_done_words(offer), True)

    @Slot()
    def drop(self) -> None:
        """Withdraw the offer, and its message."""
        shown, self._words = self._words, ""
        self._forget()
        if shown and self._messages.words == shown:
            self._messages.withdraw()

    @Slot(str)
    def _on_begun(self, action: str) -> None:
        if action != ACTION:
            self.drop()

    @Slot()
    def _forget(self) -> None:
        self._set_offer(None)

    def _set_offer(self, offer: _Same | None) -> None:
        self._ends.turn(on=offer is not None)
        self._offer = offer

    @Slot(object)
    def _on_settled(self, made: Sequence[Edit]) -> None:
        opened, edit = self._session.opened, made[-1]
        if opened is None or edit.undoes is not None or edit.id == self._own or not self._session.writable:
            return
        if len(opened.document.text) > _LONGEST or len(opened.spans) > _MOST_ROWS:
            return
        offer = self._same_decision(opened, edit)
        self._set_offer(offer)
        if offer is not None and offer.total:
            self._show(offer)

    def _same_decision(self, opened: Opened, edit: Edit) -> _Same | None:
        if edit.kind is EditKind.REJECT and len(edit.changes) == 1:
            row = edit.changes[0].after
            return _rejected_like(opened, row) if isinstance(row, Suggestion) else None
        pairs = [(change.before, change.after) for change in edit.changes if isinstance(change.after, Span)]
        if edit.kind not in _OFFERED or len(pairs) != 1:
            return None
        before, span = pairs[0]
        if span.document != opened.document.id or not _is_name(span):
            return None
        return self._same_as(opened, span, before.label if isinstance(before, Span) else span.label)

    def _same_as(self, opened: Opened, span: Span, old: str) -> _Same:
        """Return the other places of a label's words that are undecided.

        Places that still have the label ``old``, which was replaced here, are returned, too.
        """
        document = opened.document
        decided = self._session.required().read.suggestions(document.id, SuggestionState.REJECTED)
        hits = occurrences(
            document,
            opened.tokens,
            opened.spans,
            (*opened.suggestions, *decided),
            wanted=WantedWords(words=span.quote(document.text)),
            layer=span.layer,
        )
        article = is_after_determiner(_before(document.text, span.start))

        def is_meant(hit: Hit) -> bool:
            if hit.part == span.parts[0]:
                return False
            if hit.standing is OccurrenceState.LABELLED:
                return hit.label == old != span.label
            fits = article or not is_after_determiner(_before(document.text, hit.start))
            return hit.standing is OccurrenceState.SUGGESTED or (hit.standing is OccurrenceState.FREE and fits)

        return _Same(document.id, span.layer, span.label, tuple(hit.part for hit in hits if is_meant(hit)))

    def _edit(self, opened: Opened, offer: _Same) -> Edit | None:
        from annotator.jobs.bulk_edit import labelling, relabelling  # with the store: not before the window is painted

        annotator = self._session.required().annotator
        if offer.rejected:
            rows = [row for row in map(opened.suggestion, offer.rejected) if row is not None]
            return edits.reject(rows, annotator=annotator) if rows else None
        own = {"layer": offer.layer, "label": offer.label, "annotator": annotator}
        spans = [span for part in offer.places for span in opened.spans_at(*part)]
        pending = [row for part in offer.places for row in opened.suggestions_at(*part)]
        acceptance = Acceptance.SIGHT if len(offer.places) > 1 else Acceptance.LOOKED
        changes: list[Change] = labelling(offer.document, offer.places, spans, pending, acceptance, **own)
        renamed = relabelling(offer.places, spans, layer=offer.layer, label=offer.label)
        kind = EditKind.ADD if changes else EditKind.RELABEL
        changes += renamed
        return Edit(kind=kind, annotator=annotator, changes=tuple(changes)) if changes else None

    def _show(self, offer: _Same) -> None:
        if offer.rejected:
            one = translate("SameAgain", "The same suggestion occurs in one other place.")
            many = translate("SameAgain", "The same suggestion occurs in {count} other places.")
            button = translate("SameAgain", "Reject there, too")
        else:
            one = translate("SameAgain", "The same words occur in one other place.")
            many = translate("SameAgain", "The same words occur in {count} other places.")
            button = translate("SameAgain", "Label there, too")
        self._words = counted(offer.total, one, many)
        key = next(map(sign, self._shortcuts(ACTION)), "")
        self._messages.propose(self._words, f"{button} ({key})" if key else button, self.take)


def _rejected_like(opened: Opened, rejected: Suggestion) -> _Same | None:
    if rejected.document != opened.document.id or not _is_name(rejected):
        return None
    words = rejected.quote(opened.document.text)
    key = rejected.layer, rejected.label
    same = [s for s in opened.suggestions if (s.layer, s.label) == key and s.quote(opened.document.text) == words]
    return _Same(opened.document.id, *key, (), tuple(one.id for one in same))


def _is_name(row: Span | Suggestion) -> bool:
    return row.layer not in {CLAIMS, ATTRIBUTION} and len(row.parts) == 1


def _before(text: str, start: int) -> str:
    return text[max(0, start - REACH) : start]


def _done_words(offer: _Same) -> str:
    if offer.rejected:
        one = translate("SameAgain", "Rejected in one more place.")
        more = translate("SameAgain", "Rejected in {count} more places.")
    else:
        one = translate("SameAgain", "Labelled in one more place.")
        more = translate("SameAgain", "Labelled in {count} more places.")
    return counted(offer.total, one, more)
