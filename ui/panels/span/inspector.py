"""The card of the active row if it is not a claim: a span with its fields, or a suggestion to accept or reject."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.editing.edits import Edit, EditKind
from annotator.model.schema import Schema, words
from annotator.model.values import Identity, OriginKind, Span, Suggestion
from annotator.suggest.tiers import tier_of
from ui.base.i18n import ui_language
from ui.base.later import Later
from ui.base.look.look import label_name
from ui.base.look.plain_text import breakable, plain
from ui.base.look.sizes import TIGHT
from ui.base.widgets.chips import Card, Quote
from ui.base.widgets.inputs import fill, laid_out_once, named
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.deciding.names_along import names_along
from ui.deciding.word_checks import inside_word
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.span import span_fields
from ui.panels.span.field_grid import FieldGrid
from ui.panels.span.fields import FieldKind, FieldSpec, ShownValue
from ui.panels.span.identity_row import IdentityRow
from ui.panels.span.proposed_fields import ProposedFields
from ui.panels.span.selected_words import SelectedWords
from ui.panels.span.text_entry import TextEntry
from ui.panels.suggestions.suggestion_filter import along_words, draft_pairs, tier_words

LABEL = "own.label"
_ABOUT_WHO = {EditKind.IDENTIFY, EditKind.MERGE, EditKind.DESCRIBE_IDENTITY, EditKind.DISSOLVE}


class Inspector(Card):
    """The card of one span or suggestion. While it has the focus, a field's key opens the field."""

    activated = Signal(str)
    left = Signal()
    identity_wanted = Signal()  # open the picker for the identity that the words mean

    def __init__(self, session: Session, decisions: Decisions) -> None:
        super().__init__()
        named(self, "inspector", self.tr("Label"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._decisions = decisions
        self._keys = span_fields.FieldKeys()
        self._active: str | None = None
        self._shown: object = None
        self._last: Span | Suggestion | None = None
        self._tokens: object = None
        self._later = Later(self._show, self, session.settling)
        self._quote = named(Quote(), "inspectorQuote")
        self._room = QVBoxLayout()
        self._who_room = QVBoxLayout()
        self._who: IdentityRow | None = None  # created on first use
        self._inside = plain(role="muted", name="inspectorInside", wraps=True)
        self._inside.setContentsMargins(0, TIGHT, 0, 0)  # some space below the field above
        self._proposed = ProposedFields("inspectorProposed")
        self._origin = plain(role="muted", name="inspectorOrigin", wraps=True)
        self._origin.setContentsMargins(0, TIGHT, 0, 0)
        self._parts = QVBoxLayout()
        self._area = self._scrolling()
        self._grids: dict[tuple[FieldSpec, ...], FieldGrid] = {}
        self._texts = TextEntry(session, decisions, self._row, self)
        self._texts.kept.connect(self._later.ask)
        session.project_closed.connect(self._texts.forget)
        self._fields = self._grid_of(())
        self.selected = SelectedWords(session, self._later)
        self._accept = _button("inspectorAccept", self.tr("Accept"), self.tr("Accept the suggestion"))
        self._accept.clicked.connect(self._on_accept)
        self._reject = _button("inspectorReject", self.tr("Reject"), self.tr("Reject the suggestion"))
        self._reject.clicked.connect(self._on_reject)
        self._remove = _button("inspectorRemove", self.tr("Remove"), self.tr("Remove the label"))
        self._remove.clicked.connect(self._on_remove)
        foot = fill(QHBoxLayout(), 1, self._accept, self._reject, self._remove)
        self.body.addWidget(self._quote)
        self.body.addWidget(self.selected)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(foot)
        self.body.addStretch(0)
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self._on_document)
        session.suggestions_changed.connect(self._later.ask)
        session.settled.connect(self._on_settled)
        session.tokens_arrived.connect(self._later.ask)
        self._show()

    @property
    def active(self) -> str | None:
        """The id of the row that is shown."""
        return self._active

    def set_active(self, id_: str | None) -> None:
        """Show a span or a suggestion."""
        if id_ != self._active:
            self._fields.finish_line()
        self._active = id_
        self._later.ask()

    def use_keys(self, keys: span_fields.FieldKeys) -> None:
        """Set the keys of the fields that every span has."""
        self._keys, self._shown = keys, None
        self._later.ask()

    def open_keyboard(self) -> None:
        """Take the focus: keys act on fields until Escape."""
        self._later.catch_up()
        if self._row() is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, key: str) -> bool:
        """Open the field with this key; return whether there is one."""
        self._later.catch_up()
        if self._row() is None:
            return False
        return self._fields.press(key) or (self._who is not None and self._who.press(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.KeyboardModifier
        commands = event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif commands or not event.text() or not self.press(event.text()):
            super().keyPressEvent(event)

    def _scrolling(self) -> QScrollArea:
        """Return the scroll area for the fields; the foot is outside it and stays visible."""
        held = QWidget()
        parts = (self._who_room, self._room, self._proposed, self._inside, self._origin)
        held.setLayout(fill(self._parts, *parts, 1, margins=(0, 0, TIGHT, 0), spacing=2))
        return scrolled(held, "inspectorFields", self.tr("Fields"), partial(_edges, held))

    def _row(self) -> Span | Suggestion | None:
        opened = self._session.opened
        return opened.row(self._active) if opened is not None else None

    @Slot()
    def _on_document(self) -> None:
        self._active = None
        self._show()

    def _show(self) -> None:
        row, opened, project = self._row(), self._session.opened, self._session.project
        decided, writable = isinstance(row, Span), self._session.writable
        schema = project.schema if project is not None else None
        tokens = opened.tokens if opened is not None else None
        selected = self.selected.show_selection() if row is None else ""
        unstored = self._texts.unstored(row)
        if self._shown == (row, schema, writable, selected, unstored) and self._tokens is tokens:
            return  # nothing has changed: this runs several times for each decision
        same = isinstance(row, Span) and isinstance(self._last, Span) and row.id == self._last.id
        self._shown, self._last, self._tokens = (row, schema, writable, selected, unstored), row, tokens
        with laid_out_once(self.body, self._parts):
            if not same:
                self._area.verticalScrollBar().setValue(0)
            for button in (self._accept, self._reject):
                button.setVisible(isinstance(row, Suggestion))
                button.setEnabled(writable)
            self._remove.setVisible(decided)
            self._remove.setEnabled(writable)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is not None else Qt.FocusPolicy.NoFocus)
            self._quote.setVisible(row is not None)
            self._area.setVisible(row is not None)
            self.selected.setVisible(row is None)
            self._show_beside(row)
            self._show_who(row)
            if row is None or opened is None or project is None:
                self._turn_to(())
                self.title.setText(self.tr("Selected words") if selected else self.tr("Nothing selected"))
                return
            schema = project.schema
            self.title.setText(
                self.tr("Suggestion, {tier}").format(tier=tier_words(tier_of(row.score)))
                if isinstance(row, Suggestion) and row.version != OriginKind.ADJUDICATION
                else label_name(schema, row.layer, row.label)
            )
            self._quote.show_words(row.quote(opened.document.text), schema.label(row.layer, row.label))
            self._turn_to(self._specs(row))
            self._fields.show_values(self._values(row), enabled=writable, follow=same)
            self._fields.show_faults(unstored)
            self._origin.setText(breakable(span_fields.origin_words(row)))

    def _show_who(self, row: Span | Suggestion | None) -> None:
        """Show the identity that a name means."""
        opened, project = self._session.opened, self._session.project
        if not isinstance(row, Span) or opened is None or project is None or not _can_mean(row, project.schema):
            if self._who is not None:
                self._who.hide()
            return
        from ui.deciding import mention_identity

        if self._who is None:
            self._who = IdentityRow()
            self._who.taken.connect(self._on_who)
            self._who.asked.connect(self.identity_wanted)
            self._who.reached.connect(self._area.ensureWidgetVisible)
            self._who_room.addWidget(self._who)
        proposed = mention_identity.proposed(self._session, row, row.quote(opened.document.text))
        self._who.show_who(mention_identity.meant(self._session, row), proposed, enabled=self._session.writable)
        self._who.show()

    def _show_beside(self, row: Span | Suggestion | None) -> None:
        """Show a suggestion's other fields and the names labelled along, or the word that a span is a part of."""
        opened = self._session.opened
        pairs: Sequence[tuple[str, str]] = ()
        words_ = ""
        if isinstance(row, Span) and opened is not None:
            words_ = inside_word(row, opened) or ""
        elif isinstance(row, Suggestion) and opened is not None:
            pairs = draft_pairs(row, opened.document.text, self._session.required().schema)
            words_ = along_words(names_along(self._decisions, row), opened.document.text)
        self._proposed.show_pairs(pairs)
        self._inside.setText(words_)
        self._inside.setVisible(bool(words_))

    def _turn_to(self, specs: tuple[FieldSpec, ...]) -> None:
        """Show the grid for these fields.

        Grids are cached, because building one takes longer than everything else that showing a row needs.
        """
        fields = self._grid_of(specs)
        if fields is not self._fields:
            self._fields.finish_line()
            self._fields.hide()
            self._fields = fields
        fields.setVisible(bool(specs))

    def _grid_of(self, specs: tuple[FieldSpec, ...]) -> FieldGrid:
        grid = self._grids.get(specs)
        if grid is None:
            grid = self._grids[specs] = FieldGrid()
            grid.set_fields(specs)
            grid.chosen.connect(self._on_chosen)
            self._texts.serve(grid)
            self._session.document_closing.connect(grid.finish_line)
            grid.keys_wanted.connect(self.open_keyboard)
            grid.left.connect(self.left)
            grid.reached.connect(self._area.ensureWidgetVisible)
            grid.hide()
            self._room.addWidget(grid)
        return grid

    def _specs(self, row: Span | Suggestion) -> tuple[FieldSpec, ...]:
        schema = self._session.required().schema
        choices = _labels_of(schema, row.layer)
        kind = FieldSpec(id=LABEL, name=self.tr("Label"), kind=FieldKind.CHOICE, key=self._keys.label, choices=choices)
        first = (kind,) if choices else ()
        return (*first, *span_fields.entity_specs(schema, row.layer, self._keys)) if isinstance(row, Span) else first

    def _values(self, row: Span | Suggestion) -> dict[str, ShownValue]:
        schema = self._session.required().schema
        label = ShownValue(words=label_name(schema, row.layer, row.label), current=row.label)
        if isinstance(row, Suggestion):
            return {LABEL: ShownValue(words=label.words, current=row.label, proposed=True)}
        values = {LABEL: label, **span_fields.own_shown(row)}
        for attribute in schema.attributes_of(row.layer):
            values[attribute.id] = span_fields.attribute_shown(attribute, row, proposed=False)
        return values

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        proposes = isinstance(self._last, Suggestion) and bool(self._last.relations)
        if proposes or any(edit.kind in _ABOUT_WHO for edit in edits):
            self._shown = None  # what is shown also depends on other rows
        self._later.ask()

    @Slot(object)
    def _on_who(self, identity: Identity | None) -> None:
        from ui.deciding import mention_identity

        row = self._row()
        if isinstance(row, Span):
            mention_identity.decide(self._session, row, identity)

    @Slot(str, object)
    def _on_chosen(self, field: str, value: str | None) -> None:
        row = self._row()
        if isinstance(row, Suggestion) and value is not None:
            self._correct(row, value)
        elif not isinstance(row, Span):
            return
        elif field == LABEL and value is not None:
            self._decisions.relabel(row.id, row.layer, value)
        elif field == span_fields.DOUBT:
            self._decisions.change(row.id, doubt=value is not None)
        else:
            self._decisions.change(row.id, attributes={field: value})

    @Slot()
    def _on_accept(self) -> None:
        row = self._row()
        if isinstance(row, Suggestion):
            self._correct(row, row.label)

    @Slot()
    def _on_reject(self) -> None:
        if self._active is not None:
            self._decisions.reject([self._active])

    @Slot()
    def _on_remove(self) -> None:
        if self._active is not None:
            self._decisions.remove([self._active])

    def _correct(self, suggestion: Suggestion, label: str) -> None:
        """Accept a suggestion with ``label`` instead of its own label, and show the new span."""
        made = self._decisions.correct(suggestion.id, suggestion.layer, label)
        self.set_active(made.id if made is not None else None)
        if made is not None:
            self.activated.emit(made.id)


def _labels_of(schema: Schema, layer: str) -> tuple[PopupChoice, ...]:
    """Return the active labels of a layer as choices of the field for the label."""
    return tuple(
        PopupChoice(
            id=label.id,
            name=words(label.name, ui_language()) or label.id,
            key=label.key or "",
            help=words(label.help, ui_language()),
            light=label.light,
            dark=label.dark,
        )
        for label in schema.labels
        if label.layer == layer and label.active
    )


def _edges(held: QWidget) -> list[int]:
    """Return the y of the bottom of each text and field, in pixels from the top of ``held``."""
    parts = [part for part in held.findChildren(QWidget) if not part.layout() and part.isVisible()]
    return [part.mapTo(held, QPoint(0, part.height())).y() for part in parts]


def _can_mean(span: Span, schema: Schema) -> bool:
    from ui.deciding.mention_identity import can_mean  # only after the first paint

    return can_mean(span, schema)


def _button(name: str, text: str, accessible: str) -> QPushButton:
    button = named(QPushButton(text), name, accessible, role="link")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
