"""The card of the active claim: its words, and a field for everything that can be said about it, two keys each."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from annotator.edits import Edit
from annotator.model import ATTRIBUTION, CLAIMS, ENTITIES, Span, Suggestion
from annotator.schema import RelationType, Schema, may_join
from ui import i18n
from ui.hand.decisions import Decisions
from ui.later import Later
from ui.panels import span_fields
from ui.panels.chips import Badge, Card, Quote, label_name, plain
from ui.panels.claim_values import ClaimValues
from ui.panels.fields import FieldGrid
from ui.session import Session


class ClaimCard(Card):
    """Shows one claim. With the keyboard, a field's key and then a value's key say what is the case.

    For the words that a field points to it asks the window (`pointing`) to hand the next click over (`take`,
    `take_words`). The keyboard goes back to the article with `left`.
    """

    activated = Signal(str)
    pointing = Signal(str)  # id of the relation type whose words are wanted
    pointing_ended = Signal()
    left = Signal()

    def __init__(self, session: Session, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claimCard")
        self.setAccessibleName(self.tr("Claim"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._decisions = decisions
        self._claim: str | None = None
        self._pointing: RelationType | None = None
        self._candidate: str | None = None
        self._values = ClaimValues(session)
        self._later = Later(self._show, self)
        self._badge = Badge()
        self._badge.setObjectName("claimBadge")
        self.header.addWidget(self._badge)
        self._quote = Quote()
        self._quote.setObjectName("claimQuote")
        self._hint = ""
        self._fields = FieldGrid()
        self._fields.chosen.connect(self._on_chosen)
        self._fields.again.connect(self._on_again)
        self._fields.written.connect(self._on_written)
        self._fields.finished.connect(self._on_finished)
        self._origin = plain(role="muted")
        self._origin.setObjectName("claimOrigin")
        self._origin.setWordWrap(True)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setObjectName("claimRemove")
        self._remove.setAccessibleName(self.tr("Remove the claim"))
        self._remove.setProperty("role", "link")
        self._remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remove.clicked.connect(self._on_remove)
        self._lay_out()
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self._on_document)
        session.edited.connect(self._on_edit)
        self._on_document()

    @property
    def claim(self) -> str | None:
        """The id of the claim that is shown."""
        return self._claim

    def set_active(self, id_: str | None) -> None:
        """Show a claim; while the card waits for words, remember what Enter would take."""
        opened = self._session.opened
        span = opened.span(id_) if opened is not None else None
        if self._pointing is not None and id_ != self._claim:
            self._candidate = id_
            return
        self._claim = span.id if span is not None and span.layer == CLAIMS else None
        self._fields.close_line()
        self._later.ask()

    @property
    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is here, be it in a field or in its list of values."""
        focus = self.window().focusWidget()
        return focus is self or self.isAncestorOf(focus)

    def open_keyboard(self) -> None:
        """Take the keyboard: from now on keys go to fields, until Escape."""
        self._later.catch_up()
        if self._claim is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, key: str) -> bool:
        """Open the field of a key; tell whether there is one."""
        self._later.catch_up()
        return self._claim is not None and self._fields.press(key)

    # Words of the article

    @property
    def waits_for(self) -> str | None:
        """The id of the relation type whose words are wanted."""
        return self._pointing.id if self._pointing is not None else None

    def take(self, id_: str) -> bool:
        """Take a span, or a suggestion, which is accepted by it, as the words that are wanted."""
        opened, relation, claim = self._session.opened, self._pointing, self._shown()
        if opened is None or relation is None or claim is None:
            return False
        row = opened.span(id_) or opened.suggestion(id_)
        if row is None or not may_join(relation, (claim.layer, claim.label), (row.layer, row.label)):
            self._say(_refused(self._session.required().schema, relation))
            return False
        if not isinstance(row, Span):
            accepted = self._decisions.correct(row.id, row.layer, row.label)
            if accepted is None:
                return False
            row = accepted
        self.end_pointing()
        self._decisions.relate(
            claim.id,
            relation.id,
            row.id,
            self._said_by(relation, span_fields.NAMED if row.layer == ENTITIES else span_fields.UNNAMED),
        )
        self._go_back(claim.id)
        return True

    def take_words(self, start: int, end: int) -> bool:
        """Take words without a label (code points, end exclusive) as those that are wanted, where that can be."""
        relation, claim = self._pointing, self._shown()
        if relation is None or claim is None:
            return False
        label = span_fields.words_label(relation)
        if label is None or start >= end:
            self._say(_refused(self._session.required().schema, relation))
            return False
        self.end_pointing()
        self._decisions.relate_words(
            claim.id, relation.id, (start, end), (ATTRIBUTION, label), self._said_by(relation, span_fields.UNNAMED)
        )
        self._go_back(claim.id)
        return True

    def take_at(self, start: int, end: int) -> bool:
        """Take what stands at a place (code points): a row that fits, else the words; an empty range is a caret."""
        opened, relation, claim = self._session.opened, self._pointing, self._shown()
        if opened is None or relation is None or claim is None:
            return False
        head = (claim.layer, claim.label)
        rows: tuple[Span | Suggestion, ...] = (*opened.spans, *opened.suggestions)
        around = [row for row in rows if row.start <= start and end <= row.end and row.id != claim.id]
        fitting = [row for row in around if may_join(relation, head, (row.layer, row.label))]
        exact = [row for row in fitting if (row.start, row.end) == (start, end)]
        loose = span_fields.takes_loose_words(relation)
        words = (start, end) if start < end or not loose else opened.tokens.at(start)
        if exact or (fitting and (start == end or not span_fields.words_label(relation))):
            return self.take(min(exact or fitting, key=lambda row: row.end - row.start).id)
        return self.take_words(*(words or (start, end)))

    def start_pointing(self, relation: RelationType) -> None:
        """Wait for words of the article."""
        self._pointing, self._candidate = relation, None
        self._fields.wait_at(self._values.field_of(relation), self.tr("Click on it…"))
        self._say(span_fields.wanted(self._session.required().schema, relation))
        self.pointing.emit(relation.id)

    @Slot()
    def end_pointing(self) -> None:
        """Wait no more."""
        if self._pointing is None:
            return
        self._pointing, self._candidate = None, None
        self._fields.wait_at(None)
        self._say("")
        self.pointing_ended.emit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._pointing is not None:
                self.end_pointing()
            else:
                self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._pointing is not None:
            if self._candidate is not None:
                self.take(self._candidate)
        elif not (event.text() and not _commands(event) and self.press(event.text())):
            super().keyPressEvent(event)

    # What is shown

    def _lay_out(self) -> None:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self._fields, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setObjectName("claimFields")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        self._fields.opening.connect(area.ensureWidgetVisible)
        inner.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.addWidget(self._origin, 1)
        foot.addWidget(self._remove)
        self.body.addWidget(self._quote)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)

    def _shown(self) -> Span | None:
        opened = self._session.opened
        return opened.span(self._claim) if opened is not None else None

    @Slot()
    def _on_document(self) -> None:
        self.end_pointing()
        self._claim = None
        self._values.forget()
        project = self._session.project
        if project is not None:
            self._fields.set_fields(span_fields.claim_specs(project.schema, CLAIMS))
        self._show()

    @Slot(object)
    def _on_edit(self, _edit: Edit) -> None:
        if self._claim is not None and self._shown() is None:
            self.end_pointing()
            self._claim = None
            self._fields.close_line()
            self.left.emit()
        self._later.ask()

    def _show(self) -> None:
        claim, opened, project = self._shown(), self._session.opened, self._session.project
        if claim is None or opened is None or project is None:
            return
        label = project.schema.label(claim.layer, claim.label)
        self.title.setText(label_name(project.schema, claim.layer, claim.label))
        place, count = i18n.number(opened.spans.rank(claim) + 1), i18n.number(opened.count(CLAIMS))
        self._badge.show_words(self.tr("{place} of {count}").format(place=place, count=count), label)
        self._quote.show_words(claim.quote(opened.document.text), label)
        self._fields.show_values(self._values.of(claim), enabled=self._session.writable)
        self._say(self._hint)
        self._remove.setEnabled(self._session.writable)

    def _go_back(self, claim: str) -> None:
        """Show the claim again: pointing has put the ring elsewhere."""
        self._claim = claim
        self._later.ask()
        self.activated.emit(claim)

    def _said_by(self, relation: RelationType, who: str) -> dict[str, str]:
        attribute = self._values.attribute_with(relation)
        return {attribute: who} if attribute is not None else {}

    def _say(self, words: str) -> None:
        """Say something at the foot, in the place of where the claim came from; nothing moves."""
        self._hint = words
        claim = self._shown()
        self._origin.setText(words or (span_fields.origin_words(claim) if claim is not None else ""))

    # What is done

    @Slot(str, object)
    def _on_chosen(self, field: str, value: str | None) -> None:
        claim = self._shown()
        if claim is None:
            return
        relation = self._values.relation_of(field)
        if field == span_fields.DOUBT:
            self._decisions.change(claim.id, doubt=value is not None)
        elif relation is not None and value in {span_fields.NAMED, "words"}:
            self.start_pointing(relation)
        elif relation is not None:
            attribute = self._values.attribute_with(relation)
            self._decisions.unrelate(claim.id, relation.id, {attribute: value} if attribute is not None else None)
        else:
            self._values.confirm(claim.id, field)
            self._decisions.change(claim.id, attributes={field: value})
        self._later.ask()

    @Slot(str)
    def _on_again(self, field: str) -> None:
        relation = self._values.relation_of(field)
        if relation is not None:
            self.start_pointing(relation)

    @Slot(str, str)
    def _on_written(self, field: str, words: str) -> None:
        claim = self._shown()
        if claim is None:
            return
        if field == span_fields.NOTE:
            self._decisions.change(claim.id, note=words)
        else:
            self._values.confirm(claim.id, field)
            self._decisions.change(claim.id, attributes={field: words or None})
        self._later.ask()

    @Slot(bool)
    def _on_finished(self, by_key: bool) -> None:  # noqa: FBT001
        if by_key:
            self.open_keyboard()
        else:
            self.left.emit()

    @Slot()
    def _on_remove(self) -> None:
        if self._claim is not None:
            self._decisions.remove([self._claim])


def _refused(schema: Schema, relation: RelationType) -> str:
    """Say that nothing here can be taken, or a key would seem dead."""
    wanted = span_fields.wanted(schema, relation)
    return QCoreApplication.translate("ClaimCard", "This cannot be it. {wanted}").format(wanted=wanted)


def _commands(event: QKeyEvent) -> bool:
    """Tell whether a key is part of a shortcut."""
    keys = Qt.KeyboardModifier
    return bool(event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier))
