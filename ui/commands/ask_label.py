"""Popups at the selection: label, note and identity."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from annotator.model.values import Part, Span, State
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.choosing.filter_list import FilterList
from ui.choosing.lay_aside import place_of
from ui.choosing.note_popup import NotePopup
from ui.choosing.picker import LabelPicker
from ui.commands.labelling import Labelling
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.decisions import Decisions
from ui.deciding.edit_names import shortened

if TYPE_CHECKING:
    from ui.commands.ask_identity import IdentityQuestion

LABEL, NOTE, WHO, ANYTHING = "label", "note", "who", "anything"


class SelectionPopups(QObject):
    """Opens the pickers and the note at the selection or active row, and applies the answer."""

    changed = Signal()  # `asks` changed

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
        self._who: IdentityQuestion | None = None
        self._besides = False  # whether the chosen label is added to existing ones
        self.asks = ""  # LABEL, NOTE, WHO, ANYTHING (the palette is open), or nothing
        self.picker.chosen.connect(self._on_label)
        self.picker.closed.connect(self._on_left)
        self.note.written.connect(self._on_note)
        self.note.left.connect(self._on_left)
        session.document_opened.connect(self.picker.leave)
        session.document_opened.connect(self.note.leave)

    def pick_label(self) -> None:
        """Offer labels for the selection, else for the active row, else for the word at the caret."""
        project, row = self._session.project, self._aim.row()
        if project is None:
            return
        if not self._aim.selected and row is None:
            self._view.extend_by_token(1)
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
        self.note.write_to(row.id, title, row.note, self._place((row.start, row.end)))
        self._ask(NOTE)

    def write_article_note(self) -> None:
        """Ask for the note of the open article, at the top of the visible text."""
        opened = self._session.required_opened()
        note = opened.state.note if opened.state is not None else ""
        corner = self._view.viewport().mapTo(self._window, QPoint(0, 0))
        place = QRect(corner, QSize(self._view.viewport().width(), 1))
        self.note.write_to(opened.document.id, self.tr("Note on the Article"), note, place)
        self._ask(NOTE)

    def pick_beside(self) -> None:
        """Offer an additional label for the selection or the active span: those it does not have yet."""
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
        """Ask who is meant by the active name, or who is the claimant of the active claim."""
        from ui.commands.ask_identity import IdentityQuestion  # with SQLite: not before the window is painted
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
        """Set `asks` while the palette is open."""
        palette.opened.connect(self._on_palette)
        palette.closed.connect(self._on_left)

    @Slot()
    def _on_palette(self) -> None:
        self._ask(ANYTHING)

    def _place(self, part: Part) -> QRect:
        """Return the visible rectangle of a part, in the window's coordinates."""
        self._view.scrolling.ensure_visible(*part)
        found = place_of(self._view, *part)
        place = QRect(self._window.mapFromGlobal(found.topLeft()), found.size())
        seen = QRect(self._view.viewport().mapTo(self._window, QPoint(0, 0)), self._view.viewport().size())
        return place.intersected(seen) if place.intersects(seen) else seen

    def _ask(self, what: str) -> None:
        self.asks = what
        self.changed.emit()

    @Slot(str)
    def _on_label(self, place: str) -> None:
        if self._besides:
            self._labelling.label_besides(place)
        else:
            self._labelling.label(place)

    @Slot(str, str)
    def _on_note(self, about: str, note: str) -> None:
        opened = self._session.opened
        if opened is None:
            return
        if about != opened.document.id:
            self._decisions.change(about, note=note)
        elif note != (opened.state.note if opened.state is not None else ""):
            self._session.set_state(opened.state.state if opened.state is not None else State.OPEN, note)

    @Slot()
    def _on_left(self) -> None:
        self.asks = ""
        self.changed.emit()
