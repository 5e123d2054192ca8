"""The card of the active claim: its words and all its fields. Two keys set a field: the field's, then the value's."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from annotator.editing.completing import are_twins
from annotator.editing.edits import Edit
from annotator.model.values import CLAIMS, Span
from ui.base import i18n
from ui.base.later import Later
from ui.base.look.look import label_name
from ui.base.look.plain_text import plain, tooltip
from ui.base.look.sizes import APART, NEAR, TIGHT
from ui.base.widgets.chips import Badge, Card, Quote
from ui.base.widgets.inputs import named
from ui.base.widgets.scrolled import scrolled
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.jobs.claim_proposals import ClaimProposals
from ui.panels.claim.claim_fields import ProposedFields, claim_specs
from ui.panels.claim.claim_values import ClaimValues, FieldDecisions
from ui.panels.claim.early_return import EarlyReturn
from ui.panels.claim.field_entry import FieldEntry
from ui.panels.claim.words_wanted import FieldPrompt, WordsWanted
from ui.panels.span import span_fields
from ui.panels.span.field_grid import ROWS, FieldGrid


def row_edges(grid: FieldGrid) -> list[int]:
    """Return the y of the bottom of each field's row, in pixels from the top of the grid's parent."""
    layout = grid.layout()
    if not isinstance(layout, QGridLayout):
        return []
    edges = []
    for first in range(0, ROWS * len(grid.specs), ROWS):
        parts = [(first + row, column) for row in range(ROWS) for column in range(layout.columnCount())]
        items = [layout.itemAtPosition(row, column) for row, column in parts]
        bottoms = [item.geometry().bottom() for item in items if item is not None and not item.isEmpty()]
        edges += [grid.y() + max(bottoms) + 1] if bottoms else []
    return edges


_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ANOTHER = "+"
_AROUND = 200  # pixels around the fields: head, three lines of words, foot, line about earlier claims
_MOST = 1_000  # stretch of the words beside the badge, and of the fields: they get all the room that they need
_LINES = 3  # visible lines of the claim's words
_LOW = 330  # pixels: a card of less height counts as low
_BETWEEN, _EDGE, _ASIDE = 6, 4, 14  # pixels between the parts, right of the fields, and beside all parts


class ClaimCard(Card):
    """The card of one claim. While it has the focus, a field's key and then a value's key set the field.

    Return accepts the proposal in the aimed field, Backspace rejects it. For a claim that **C** just made or accepted
    they act on all fields until an arrow key aims at one. Space goes to the next claim on the same words, + adds one.
    ``words`` waits for words of the article. `left` asks for the focus to return to the article.
    """

    activated = Signal(str)  # id of a claim to go to
    kept = Signal(str)  # id of a claim to activate where the text is, without scrolling
    left = Signal()
    needed = Signal(int)  # height in pixels at which all fields with short values are visible
    changed = Signal()  # the meaning of keys changed

    def __init__(self, session: Session, decisions: Decisions) -> None:
        super().__init__()
        named(self, "claimCard", self.tr("Claim"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._decisions = decisions
        self._claim: str | None = None
        self._seen: str | None = None  # id of the claim shown last
        self._left: str | None = None  # id of a claim to activate, as the shown claim was removed
        self._keys = span_fields.FieldKeys()
        self.proposed = ProposedFields()
        self._early = EarlyReturn(self._say)
        self._values = ClaimValues(session)
        self._deciding = FieldDecisions(session, decisions, self._values)
        self.words = WordsWanted(session, decisions, self)
        self._later = Later(self._show, self, session.settling)
        self._badge = named(Badge(), "claimBadge")
        self._twin = plain(role="muted", name="claimTwin")
        self.header.insertWidget(1, self._twin)
        self.header.addWidget(self._badge)
        self._quote = named(Quote(), "claimQuote")
        self._hint, self._low = "", False
        self._fields = FieldGrid()
        self._entry = FieldEntry(session, self._fields, self._values, self._deciding, self.words, self)
        self._entry.shown = self._shown
        self.end_wanted: SignalInstance = self._entry.end_wanted  # go to a Span: a piece of evidence or another claim
        self._origin = plain(role="muted", name="claimOrigin", wraps=True)
        self.foot = QHBoxLayout()
        self._remove = named(QPushButton(self.tr("Remove")), "claimRemove", self.tr("Remove the claim"), role="link")
        self._remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._spare = QSpacerItem(0, 0)  # below the pinned fields: room that no whole row fills
        self._area = _scrolling(self._fields, self._spare, self.tr("Fields"))
        self._lay_out()
        self._connect()
        self._on_document()

    def propose_from(self, proposals: ClaimProposals) -> None:
        """Set the source of proposals for claims made by hand."""
        self._values.proposals = self._early.proposals = proposals
        proposals.arrived.connect(self._later.ask)
        proposals.arrived.connect(self._on_arrived)

    @property
    def claim(self) -> str | None:
        """The id of the claim that is shown."""
        return self._claim

    @property
    def aimed(self) -> str:
        """The name of the field whose proposal the keys accept or reject; "" if there is no proposal."""
        field = self._fields.field(self.proposed.aimed or "")
        return field.spec.name if field is not None else ""

    @property
    def twins(self) -> Sequence[Span]:
        """The claims on the same words, including this one, in order."""
        claim, opened = self._shown(), self._session.opened
        if claim is None or opened is None:
            return ()
        return [span for span in opened.spans_at(claim.start, claim.end) if are_twins(span, claim)]

    def set_active(self, id_: str | None) -> None:
        """Show a claim. While the card waits for words, only keep the id as the row that Enter takes."""
        opened = self._session.opened
        span = opened.span(id_) if opened is not None else None
        if self.words.want is not None and id_ != self._claim:
            self.words.candidate = id_
            return
        claim = span.id if span is not None and span.layer == CLAIMS else None
        if claim != self._claim:
            self._fields.finish_line()  # of the previous claim
            self.proposed.begin_anew()
        self._claim = claim
        self._later.ask()

    @property
    def holds_keyboard(self) -> bool:
        """Whether the card, a field or its popup has the focus."""
        focus = self.window().focusWidget()
        return focus is self or self.isAncestorOf(focus)

    def open_keyboard(self) -> None:
        """Take the focus: keys act on fields until Escape."""
        self._later.catch_up()
        if self._claim is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, key: str) -> bool:
        """Open the field with this key; return whether there is one."""
        self._later.catch_up()
        return self._claim is not None and self._fields.press(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _ENTER:
            self._early.forget()
        if key == Qt.Key.Key_Escape:
            if self.words.want is not None:
                self.words.stop()
            else:
                self.left.emit()
                self._fields.forget_place()
                self._area.verticalScrollBar().setValue(0)
        elif self.words.want is not None and key in _ENTER:
            if self.words.candidate is not None:
                self.words.take(self.words.candidate)
        elif not self._settle(event) and not (event.text() and not _commands(event) and self.press(event.text())):
            super().keyPressEvent(event)

    def _settle(self, event: QKeyEvent) -> bool:
        """Handle a key for proposals or for claims on the same words; return whether the key was one of these."""
        key, claim = Qt.Key(event.key()), self._shown()
        self._later.catch_up()
        if claim is None or _commands(event) or not self._session.writable:
            return False
        if key == Qt.Key.Key_Space:
            following = _after(self.twins, claim)
            if following != claim.id:
                self._go_to(following)
        elif event.text() == _ANOTHER:
            twin = self._decisions.label_again(claim.id)
            self._go_to(twin.id if twin is not None else claim.id)
        elif not self.proposed.targets:
            return key in _ENTER and self._early.press(claim)
        elif event.isAutoRepeat() and key not in _STEPS:
            return key in _ENTER or key == Qt.Key.Key_Backspace  # a held key decides only once
        elif key in _ENTER:
            every = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._deciding.take(claim, self.proposed.ids if every else self.proposed.targets)
        elif key == Qt.Key.Key_Backspace:
            self._deciding.refuse(claim, self.proposed.targets)
        elif key in _STEPS:
            self.proposed.step(_STEPS[key])
            self._follow_keyboard()
        else:
            return False
        return True

    def _connect(self) -> None:
        session, fields, words = self._session, self._fields, self.words
        fields.keys_wanted.connect(self.open_keyboard)
        fields.left.connect(self.left)
        fields.known_words = self._values.known_words
        self._remove.clicked.connect(self._on_remove)
        FieldPrompt(words, fields, self)
        self._entry.kept.connect(self._later.ask)
        words.told.connect(self._say)
        words.related.connect(self._go_to)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)
        session.document_closing.connect(fields.finish_line)
        session.project_closed.connect(self._entry.forget)
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self._on_document)
        session.settled.connect(self._on_settled)

    def _lay_out(self) -> None:
        self._area.verticalScrollBar().rangeChanged.connect(self._align)
        self._align()
        self.foot.addStretch(1)
        self.foot.addWidget(self._remove)
        self.body.setSpacing(_BETWEEN)
        self.body.addWidget(self._quote)
        self.body.addWidget(self._area, _MOST)
        self.body.addWidget(self._fields.pinned)
        self.body.addSpacerItem(self._spare)
        self.body.setStretch(self.body.count() - 1, 1)
        self.installEventFilter(self._area)
        self.body.addWidget(self._origin)
        self.body.addLayout(self.foot)

    @Slot()
    def _align(self) -> None:
        """Align the keys of the pinned fields with those above, which may have a scroll bar beside them."""
        bar = self._area.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._fields.pinned.setContentsMargins(0, 0, _EDGE + beside, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the fields if the card is low: the claim's words take the place of the title."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        if low != self._low:
            self._low = low
            self.title.setVisible(not low)
            self._quote.limit(1 if low else _LINES)
            if low:
                self.header.insertWidget(0, self._quote, _MOST)
            else:
                self.body.insertWidget(1, self._quote)
            self.body.setSpacing(TIGHT if low else _BETWEEN)
            self.body.setContentsMargins(_ASIDE, NEAR if low else APART, _ASIDE, NEAR if low else APART)
        self._say(self._hint)

    def _shown(self) -> Span | None:
        opened = self._session.opened
        return opened.span(self._claim) if opened is not None else None

    @Slot()
    def _on_document(self) -> None:
        self._values.drop_cache()
        self.use_keys(self._keys)
        if self.words.want is None:  # otherwise it waits for words of the new article
            self._claim = None
            self._show()

    def use_keys(self, keys: span_fields.FieldKeys) -> None:
        """Show the schema's fields, with ``keys`` for the fields that every span has."""
        project, self._keys = self._session.project, keys
        if project is not None:
            self._fields.set_fields(claim_specs(project.schema, keys))
            self.needed.emit(_AROUND + self._fields.plain_height())
            self._later.ask()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if self._claim is not None and self._shown() is None and self.words.want is None:
            self._fields.close_line()
            # with the focus in the article, show no twin: a second Delete would remove it
            other = _remaining_twin(self._claim, edits, self._session.opened) if self.holds_keyboard else None
            if other is not None:
                self._claim = self._left = other.id
                self.proposed.begin_anew()
            else:
                self._claim = None
                self.left.emit()
        self._later.ask()

    def _show(self) -> None:
        claim, opened, project = self._shown(), self._session.opened, self._session.project
        left, self._left = self._left, None
        if claim is None or opened is None or project is None:
            return
        if left == claim.id:
            self.kept.emit(left)  # after the article has applied the edit and has no active row
        label = project.schema.label(claim.layer, claim.label)
        self.title.setText(label_name(project.schema, claim.layer, claim.label))
        place, count = i18n.number(opened.spans.rank(claim) + 1), i18n.number(opened.count(CLAIMS))
        self._badge.show_words(self.tr("{place} of {count}").format(place=place, count=count), label)
        twins = self.twins
        pattern = self.tr("{place} of {count} here")
        which = pattern.format(place=twins.index(claim) + 1, count=len(twins)) if len(twins) > 1 else ""
        self._twin.setText(which)
        self._quote.show_words(claim.quote(opened.document.text), label)
        values = self._values.of(claim)
        self._fields.show_values(values, enabled=self._session.writable, follow=self._seen == claim.id)
        if self._seen != claim.id:
            self._seen = claim.id
            self._early.forget()
            self._fields.forget_place()
            self._area.verticalScrollBar().setValue(0)
        self._fields.show_faults({**self._values.faults(claim), **self._entry.unfinished(claim)})
        order = [spec.id for spec in self._fields.specs]
        proposed = [id_ for id_ in order if id_ in values and values[id_].proposed]
        self.proposed.show(order, proposed, fresh=self._values.is_fresh(claim))
        self._say(self._hint)
        self._remove.setEnabled(self._session.writable)
        self._follow_keyboard()

    @Slot()
    def _follow_keyboard(self) -> None:
        """Show aim and keys only while the card has the focus: in the article the same letters do something else."""
        if not self.hasFocus():
            self._early.forget()
        self._fields.show_keys(self.holds_keyboard)
        self._fields.aim_at(self.proposed.aimed if self.hasFocus() else None)
        self.changed.emit()

    @Slot(str)
    def _say(self, words: str) -> None:
        """Show a hint at the foot in place of the claim's origin. A card of little height shows only hints."""
        self._hint = words
        claim = self._shown()
        origin = span_fields.origin_words(claim) if claim is not None else ""
        self._origin.setText(words or origin)
        self._origin.setVisible(bool(words) or not self._low)
        self._badge.setToolTip(tooltip(origin))

    @Slot(str)
    def _on_arrived(self, id_: str) -> None:
        """End the message of a Return that was pressed before the proposals arrived."""
        claim, proposals = self._shown(), self._early.proposals
        if id_ != self._early.claim or proposals is None:
            return
        if claim is None or claim.id != id_:
            self._early.forget()
        elif not proposals.awaits(claim):
            self._later.catch_up()
            self._early.end(proposed=bool(self.proposed.ids))

    @Slot(str, bool)
    def _go_to(self, claim: str, opened: bool = False) -> None:  # noqa: FBT001, FBT002 - the slot of a signal
        """Show a claim and activate it in the article, which scrolls only if it was just ``opened``."""
        if claim != self._claim:
            self._fields.finish_line()
        self._claim = claim
        self.proposed.begin_anew()
        self._later.ask()
        (self.activated if opened else self.kept).emit(claim)

    @Slot()
    def _on_remove(self) -> None:
        if self._claim is not None:
            self._decisions.remove([self._claim])


def _after(twins: Sequence[Span], claim: Span) -> str:
    """Return the id of the next claim on the same words, wrapping around."""
    ids = [twin.id for twin in twins]
    return ids[(ids.index(claim.id) + 1) % len(ids)]


def _remaining_twin(claim: str, edits: Sequence[Edit], opened: Opened | None) -> Span | None:
    """Return another claim on the same words if one of the edits removed this claim, else None."""
    spans = (change.before for edit in edits for change in edit.changes if isinstance(change.before, Span))
    gone = next((span for span in spans if span.id == claim), None)
    if opened is None or gone is None:
        return None
    return next((span for span in opened.spans_at(gone.start, gone.end) if are_twins(span, gone)), None)


def _commands(event: QKeyEvent) -> bool:
    """Return whether a key is pressed with Ctrl, Alt or Meta, so that it is part of a shortcut."""
    keys = Qt.KeyboardModifier
    return bool(event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier))


def _scrolling(fields: FieldGrid, spare: QSpacerItem, spoken: str) -> QScrollArea:
    """Return the scroll area of a card's fields. Pinned fields and the foot are outside it, so they stay visible."""
    inner = QWidget()
    row = QHBoxLayout(inner)
    row.setContentsMargins(0, 0, _EDGE, 0)
    row.addWidget(fields, 0, Qt.AlignmentFlag.AlignTop)
    area = scrolled(inner, "claimFields", spoken, partial(row_edges, fields), spare)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    fields.reached.connect(area.ensureWidgetVisible)
    return area
