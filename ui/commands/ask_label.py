"""Popups at the selection that ask for a label, a note or an identity."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.model.values import Identity, Part, Span, State
from ui.article.screen_place import place_of
from ui.article.view import ArticleView
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.widgets.inputs import fill, is_left, named
from ui.bridge.session import Session
from ui.choosing import ranking
from ui.choosing.filter_list import ChoiceRow, FilterList
from ui.choosing.picker import NEW as NEW_LABEL
from ui.choosing.picker import LabelPicker, best, put_beside
from ui.commands.labelling import Labelling
from ui.deciding import mention_identity, refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.edit_names import shortened
from ui.panels.span import span_fields
from ui.panels.span.drafts import Drafts

NEW, NOBODY, FULL = "new", "nobody", "full:"  # no identity has such an id
_PICKER_WIDTH, _SHOWN, _GAP = 380, 9, 6
_LONGEST_NAME = 80


class IdentityPicker(FilterList):
    """A popup list of identities. `chosen` emits an id, `NEW`, `NOBODY`, or `FULL` followed by a longer name."""

    def __init__(self, schema: Schema, called: Callable[[str], list[Identity]], parent: QWidget) -> None:
        """Build the popup, hidden.

        Args:
            schema: Source of label names and colours.
            called: Returns the identities whose names contain the typed words.
            parent: The window that the popup lies over.
        """
        super().__init__(parent, name="identityPicker", most=_SHOWN)
        self.setAccessibleName(self.tr("Who is meant"))
        self.field.setAccessibleName(self.tr("Find someone or type a new name"))
        self.field.setPlaceholderText(self.tr("Name"))
        self.list.setAccessibleName(self.tr("People and organisations"))
        self._schema = schema
        self._called = called
        self._words = ""
        self._first: tuple[ChoiceRow, ...] = ()
        self._decided = False

    @property
    def name(self) -> str:
        """The name for a new identity: the typed name, or else the words of the mention."""
        return " ".join(self.field.text().split()) or self._words

    def offer(
        self,
        words: str,
        proposed: Sequence[Identity],
        others: Sequence[Identity],
        decided: Identity | None,
        place: QRect,
        names: Sequence[str] = (),
    ) -> None:
        """Offer the proposed identities, longer names, other identities of the article, and a new one.

        Args:
            words: The mention.
            proposed: Proposed identities, likeliest first.
            others: Other identities mentioned in the article.
            decided: The mention's present identity.
            place: The mention's place in the window.
            names: Longer names in the article that the mention may be short for.
        """
        self._words, self._decided = one_line(words, _LONGEST_NAME), decided is not None
        now = [self._row(decided, self.tr("as decided"))] if decided is not None else []
        known = {decided.id} if decided is not None else set()
        likely = [self._row(identity, self.tr("the same?")) for identity in proposed if identity.id not in known]
        known |= {identity.id for identity in proposed}
        rest = [self._row(identity, self.tr("in this article")) for identity in others if identity.id not in known]
        taken = {row.name for row in (*now, *likely, *rest)}
        longer = [self._longer(name) for name in names if one_line(name, _LONGEST_NAME) not in taken]
        self._first = (*now, *likely, *longer, *rest)
        self.resize(min(_PICKER_WIDTH, self.window().width() - 2 * _GAP), self.height())
        self.open_list(self.window().height() - 2 * _GAP)
        put_beside(self, place)

    def rows_for(self, typed: str) -> Sequence[ChoiceRow]:
        name = " ".join(typed.split()) or self._words
        new = _plain(NEW, self.tr("New: {name}").format(name=one_line(name, _LONGEST_NAME)))
        nobody = (_plain(NOBODY, self.tr("Nobody in particular")),) if self._decided else ()
        if not typed.strip():
            return (*self._first, new, *nobody)
        fitting = best(self._first, typed)
        known = {row.id for row in fitting}
        found = (self._row(identity) for identity in self._called(typed.strip()) if identity.id not in known)
        return (*fitting, *found, new)

    def _longer(self, name: str) -> ChoiceRow:
        shown = one_line(name, _LONGEST_NAME)
        names = ranking.names(shown, (), (), "")
        return ChoiceRow(id=FULL + name, name=shown, detail=self.tr("in this article"), names=names)

    def _row(self, identity: Identity, detail: str = "") -> ChoiceRow:
        label = self._schema.label("entities", identity.label)
        said = " · ".join(filter(None, (detail, label_name(self._schema, "entities", identity.label))))
        return ChoiceRow(
            id=identity.id,
            name=one_line(identity.name, _LONGEST_NAME),
            detail=said,
            light=label.light if label is not None else "",
            dark=label.dark if label is not None else "",
            names=ranking.names(identity.name, identity.aliases, (), ""),
        )


def _plain(id_: str, name: str) -> ChoiceRow:
    return ChoiceRow(id=id_, name=name, names=ranking.names(name, (), (), ""))


class IdentityQuestion(QObject):
    """Asks who is meant by a mention, one mention at a time."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._mention: Span | None = None
        self.picker = IdentityPicker(
            session.required().schema, lambda words: mention_identity.called(session, words), window
        )
        self.picker.chosen.connect(self._on_chosen)

    def ask(self, mention: Span, place: QRect) -> None:
        """Offer the identities that a mention may mean, in a popup at its place in the window."""
        self._mention = mention
        opened = self._session.required_opened()
        words = mention.quote(opened.document.text)
        longer = mention_identity.longer_names(opened, mention)
        others = mention_identity.in_article(self._session, mention.document)
        likely = mention_identity.proposed(self._session, mention, words)
        self.picker.offer(words, likely, others, mention_identity.meant(self._session, mention), place, longer)

    @Slot(str)
    def _on_chosen(self, id_: str) -> None:
        opened, mention = self._session.opened, self._mention
        span = opened.span(mention.id) if opened is not None and mention is not None else None
        if span is None:
            return
        if id_ == NEW:
            mention_identity.decide_new(self._session, span, self.picker.name)
        elif id_ == NOBODY:
            mention_identity.decide(self._session, span, None)
        elif id_.startswith(FULL):
            mention_identity.decide_named(self._session, span, id_.removeprefix(FULL))
        else:
            found = self._session.required().read.identities([id_])
            if found:
                mention_identity.decide(self._session, span, found[0])


_WIDTH = 340
_LINES = 3
_LONGEST = 5_000  # characters


class NotePopup(QFrame):
    """An editor for a note. The Return key or a click elsewhere saves, Shift+Return adds a line, Esc discards."""

    written = Signal(str, str)  # id of the span or article, the note
    typed = Signal(str, object)  # the same while it is typed; None if it is discarded
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "notePopup", role="popup")
        self.setAccessibleName(self.tr("Note"))
        self._about = ""
        self._before: QWidget | None = None
        self._title = plain(role="muted")
        self.field = _Field()
        self.field.setObjectName("noteField")
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setTabChangesFocus(True)
        self.field.kept.connect(self.keep)
        self.field.left.connect(self.leave)
        self.field.textChanged.connect(lambda: self.typed.emit(self._about, self._note()))
        fill(QVBoxLayout(self), self._title, self.field, margins=8, spacing=6)
        self.hide()

    def write_to(self, about: str, title: str, note: str, place: QRect, *, own: bool = False) -> None:
        """Edit the note of a span or article, below its place. Nobody else sees an ``own`` note."""
        self._about = about
        private = self.tr("Only you see this note. Others see comments.")
        self.field.setPlaceholderText(private if own else self.tr("For yourself and other annotators."))
        self._before = self.window().focusWidget()
        self._title.setText(title)
        self.field.setPlainText(note)
        self.field.selectAll()
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)
        self.resize(min(_WIDTH, self.window().width() - 16), self.sizeHint().height())
        put_beside(self, place)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def keep(self) -> None:
        """Close and save, also if the window was closed before."""
        if not self.isHidden():
            self._close()
            self.written.emit(self._about, self._note())

    @Slot()
    def leave(self) -> None:
        """Close without saving."""
        if self.isVisible():
            self._close()
            self.typed.emit(self._about, None)

    def _note(self) -> str:
        return self.field.toPlainText().strip()[:_LONGEST]

    def _close(self) -> None:
        """Hide, and return the keyboard to the widget that had it before, unless another widget has taken it."""
        held, before = self.window().focusWidget() is self.field, self._before
        self.hide()
        if held and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.left.emit()


class _Field(QPlainTextEdit):
    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key of the window may open another article before the note is saved
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left(event):
            self.kept.emit()


LABEL, NOTE, WHO, ANYTHING = "label", "note", "who", "anything"


class SelectionPopups(QObject):
    """Opens pickers and notes at the selection or active row, and applies the answers."""

    changed = Signal()  # `asks` changed
    label_wanted = Signal(str, str)  # layer and name of a label that the schema lacks

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        aim: Aim,
        decisions: Decisions,
        labelling: Labelling,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._aim = aim
        self._decisions = decisions
        self._labelling = labelling
        self._window = window
        self.picker = LabelPicker(window)
        self.note = NotePopup(window)
        self._unstored: dict[tuple[str, str], str] = {}  # unsaved notes by (annotator, id of the row)
        self._drafts = Drafts(session, self._stored_note, lambda typed: self._on_note(typed.row, typed.words), self)
        self._who: IdentityQuestion | None = None
        self._besides = False  # whether the chosen label is added to existing ones
        self.asks = ""  # LABEL, NOTE, WHO, ANYTHING (the palette is open), or nothing
        self.picker.chosen.connect(self._on_label)
        self.picker.closed.connect(self._on_left)
        self.note.written.connect(self._on_note)
        self.note.written.connect(self._drafts.settle)
        self.note.typed.connect(lambda about, words: self._drafts.keep(about, span_fields.NOTE, words))
        self.note.left.connect(self._on_left)
        session.document_opened.connect(self.picker.leave)
        session.document_closing.connect(self.note.keep)

    def pick_label(self) -> None:
        """Offer labels for the selection, else for the active row, else for the word at the caret."""
        project, row = self._session.project, self._aim.row()
        if project is None:
            return
        if not self._aim.selected and row is None:
            self._view.keys.extend_by_token(1)
        if self._aim.selected:
            place, layers = self._aim.selection(), {layer.id for layer in project.schema.layers}
        elif row is not None:
            place, layers = (row.start, row.end), {row.layer}
        else:
            self._aim.told.emit(refusals.no_words(), False)
            return
        self.picker.offer(project.schema, layers, self._place(place))
        self._besides = False
        self._ask(LABEL)

    def write_note(self) -> None:
        """Ask for the note of the active span."""
        opened, row = self._aim.opened, self._aim.row()
        if opened is None or not isinstance(row, Span):
            self._aim.told.emit(refusals.no_label(row), False)
            return
        title = self.tr("Note on “{words}”").format(words=shortened(row.quote(opened.document.text)))
        note = self._unstored.pop((opened.annotator, row.id), row.note)
        self.note.write_to(row.id, title, note, self._place((row.start, row.end)))
        self._ask(NOTE)

    def write_article_note(self) -> None:
        """Ask for the open article's note, at the top of the visible text."""
        opened = self._session.required_opened()
        stored = opened.state.note if opened.state is not None else ""
        note = self._unstored.pop((opened.annotator, opened.document.id), stored)
        corner = self._view.viewport().mapTo(self._window, QPoint(0, 0))
        place = QRect(corner, QSize(self._view.viewport().width(), 1))
        self.note.write_to(opened.document.id, self.tr("Note on the Article"), note, place, own=True)
        self._ask(NOTE)

    def pick_beside(self) -> None:
        """Offer the labels that the selection or the active span lacks, to add one of them."""
        project, opened, row = self._session.project, self._aim.opened, self._aim.row()
        if project is None or opened is None:
            return
        if not self._aim.selected and not isinstance(row, Span):
            self._aim.told.emit(refusals.no_label(row), False)
            return
        start, end = self._aim.selection() if self._aim.selected or row is None else (row.start, row.end)
        had = {f"{span.layer} {span.label}" for span in opened.spans_at(start, end)}
        layers = {layer.id for layer in project.schema.layers}
        self.picker.offer(project.schema, layers, self._place((start, end)), had=had)
        self._besides = True
        self._ask(LABEL)

    @Slot()
    def ask_who(self) -> None:
        """Ask for the identity of the active name, or for the active claim's claimant."""
        from ui.deciding.mention_identity import mention_at

        opened, row = self._aim.opened, self._aim.row()
        mention = mention_at(opened, row, self._session.required().schema) if opened is not None else None
        if mention is None:
            self._aim.told.emit(self.tr("Place the caret in a labelled name first."), False)
            return
        if self._who is None:
            self._who = IdentityQuestion(self._session, self._window)
            self._who.picker.closed.connect(self._on_left)
            self._session.document_opened.connect(self._who.picker.leave)
        self._who.ask(mention, self._place((mention.start, mention.end)))
        self._ask(WHO)

    def follow(self, palette: FilterList) -> None:
        """Count the palette as a question (`ANYTHING`) for as long as it is open."""
        palette.opened.connect(self._on_palette)
        palette.closed.connect(self._on_left)

    @Slot()
    def _on_palette(self) -> None:
        self._ask(ANYTHING)

    def _place(self, part: Part) -> QRect:
        """Scroll to a part and return the visible part of its rectangle, in the window."""
        self._view.scrolling.ensure_visible(*part, partly=True)
        found = place_of(self._view, *part)
        place = QRect(self._window.mapFromGlobal(found.topLeft()), found.size())
        seen = QRect(self._view.viewport().mapTo(self._window, QPoint(0, 0)), self._view.viewport().size())
        return place.intersected(seen) if place.intersects(seen) else seen

    def _ask(self, what: str) -> None:
        self.asks = what
        self.changed.emit()

    @Slot(str)
    def _on_label(self, place: str) -> None:
        if place == NEW_LABEL:
            self.label_wanted.emit(self.picker.layer, self.picker.typed)
        elif self._besides:
            self._labelling.label_besides(place)
        else:
            self._labelling.label(place)

    @Slot(str, str)
    def _on_note(self, about: str, note: str) -> None:
        opened = self._session.opened
        if opened is None:
            return
        if opened.annotator != self._session.required().annotator:  # the article closes as another annotator takes over
            self._unstored[opened.annotator, about] = note
            return
        if about != opened.document.id:
            span = opened.span(about)
            before = span.note if span is not None else note
            stored = self._decisions.change(about, note=note)
        else:
            before = opened.state.note if opened.state is not None else ""
            state = opened.state.state if opened.state is not None else State.OPEN
            stored = note != before and self._session.set_state(state, note)
        if not stored and note != before:
            self._unstored[opened.annotator, about] = note

    def _stored_note(self, about: str, field: str) -> str | None:
        opened = self._session.opened
        if opened is None or field != span_fields.NOTE:
            return None
        if about == opened.document.id:
            return opened.state.note if opened.state is not None else ""
        span = opened.span(about)
        return span.note if span is not None else None

    @Slot()
    def _on_left(self) -> None:
        self.asks = ""
        self.changed.emit()
