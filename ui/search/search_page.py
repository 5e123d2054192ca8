"""The drawer page for search in the project: as you type, with filters, in context, labelled in one step."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.editing.occurrences.purposes import Purpose
from annotator.jobs.concordance import Place
from annotator.model.query import Question, phrases
from annotator.model.values import ENTITIES
from ui.base.keys.key_line import Hint
from ui.base.look.labels import label_name
from ui.bridge.session import Session
from ui.filtering.filter_words import found_words
from ui.filtering.filters import FilterBar
from ui.jobs.bulk_edits import Everywhere
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ListOrWords, close_button, lay_out_page
from ui.occurrences.foot import Foot
from ui.occurrences.occurrence_words import button_words
from ui.search.as_table import AsTable
from ui.search.batch_link import BatchLink
from ui.search.label_choice import LabelChoice
from ui.search.labelling_all import LabellingAll
from ui.search.looking import Looking
from ui.search.place_list import PlaceList, PlaceModel
from ui.search.saved import SavedSearches
from ui.search.search_line import QuestionLine

_REST = 40  # milliseconds that the arrow keys must rest before the article jumps along
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class SearchPage(QWidget):
    """Search field and filters, list, foot. `hints` names every key of the list."""

    jump_wanted = Signal(object, bool)  # a Place, and whether to focus the article
    left = Signal()
    told = Signal(str, bool)  # text, and whether undo reverts it
    failed = Signal(object)

    def __init__(
        self, session: Session, everywhere: Everywhere, files: JobProcess, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._more = False
        self._keep: Place | None = None  # the row to select again
        self._ranked = False
        self.looking = Looking(session, self)
        self.labelling = LabellingAll(session, everywhere, self)
        self.model = PlaceModel(self)
        self.as_table = AsTable(session, files, self)
        self.list = PlaceList()
        self.list.setModel(self.model)
        self.line = QuestionLine()
        self.filters = FilterBar(session, "search")
        self.saved = SavedSearches(session)
        self.label = LabelChoice()
        self._table = QPushButton(self.tr("Export…"))
        self._table.setObjectName("searchExport")
        self._table.setAccessibleName(self.tr("Export the results as a table"))
        self._table.setProperty("role", "link")
        self.batch = BatchLink(self.model)
        self._foot = Foot("search", (self._table, self.batch, self.label))
        self._pages = ListOrWords(self.list, "search")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()

    @property
    def question(self) -> Question:
        """The query of the field and the filters."""
        return self.filters.ask_for(self.line.text().strip() and self.line.text())

    def open(self, question: Question | None = None) -> None:
        """Show the page with a query, by default the last one, and focus the field."""
        schema = self._session.required().schema
        self.model.schema = schema
        if question is not None:
            self._show_question(question)
        self.line.selectAll()
        self.line.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Search from the beginning, in the order of the articles."""
        self._ranked = False
        self._seek()

    @Slot()
    def rank(self) -> None:
        """Search with the most relevant articles first, and focus the list."""
        self._ranked = len(self.line.text().strip()) > 2
        self._seek()
        self.list.setFocus()
        self._rest.start()

    def refresh(self) -> None:
        """Search again after an edit that can change the results; the selection stays."""
        asked = self.question
        if (asked.about_spans or asked.state is not None or asked.batch) and not self.labelling.busy:
            self._keep = self.current()
            self._seek()

    @Slot()
    def apply(self) -> None:
        """Label all listed places."""
        purpose, layer = self._aim()
        label = self.label.value
        if self._ready and label is not None:
            self.labelling.start(tuple(self.model.places), purpose, layer, label)

    @Slot()
    def stop(self) -> None:
        """Cancel a search or a running step without a message."""
        self.looking.stop()
        self._rest.stop()
        self.labelling.stop()

    def current(self) -> Place | None:
        """Return the selected place."""
        index = self.list.currentIndex()
        return self.model.places[index.row()] if index.isValid() else None

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the field or the list."""
        if self.line.hasFocus():
            return (
                Hint(keys=("⏎",), words=self.tr("best first")),
                Hint(keys=("↓",), words=self.tr("list")),
                Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
            )
        return (
            Hint(keys=("⏎",), words=self.tr("to the article")),
            Hint(keys=("⌫",), words=self.tr("leave out")),
            Hint(keys=("⇧⏎",), words=self.tr("label all")),
            Hint(keys=("/",), words=self.tr("words")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )

    # Inside

    def _lay_out(self) -> None:
        close = close_button("search")
        close.clicked.connect(self.left)
        first = QHBoxLayout()
        first.setSpacing(12)
        for widget in (self.line, self.filters.button, self.saved, close):
            first.addWidget(widget)
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addLayout(first)
        head.addWidget(self.filters)
        lay_out_page(self, head, self._pages, self._foot)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.seek)
        self.line.returned.connect(self.rank)
        self.line.down.connect(self.list.setFocus)
        self.line.down.connect(self._rest.start)
        self.line.given_up.connect(self.left)
        self.filters.changed.connect(self.seek)
        self.saved.chosen.connect(self._on_saved)
        self.saved.wanted.connect(self._on_save)
        self.saved.failed.connect(self.failed)
        self.model.counted.connect(self._on_counted)
        self.label.changed.connect(self._on_counted)
        self.list.pressed_key.connect(self._on_key)
        self.list.clicked.connect(self._jump)
        self.list.doubleClicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._rest.timeout.connect(self._jump)
        self._table.clicked.connect(self._export)
        self._foot.wanted.connect(self.apply)
        self._foot.stopped.connect(self.stop)
        self.looking.begun.connect(self._on_begun)
        self.looking.found.connect(self.model.add)
        self.looking.ended.connect(self._on_end)
        self.labelling.begun.connect(self._on_labelling)
        self.labelling.advanced.connect(self._foot.advance)
        self.labelling.ended.connect(self._foot.end)
        self.labelling.ended.connect(self._on_counted)
        for teller in (self.labelling, self.as_table):
            teller.told.connect(self.told)
        for work in (self.looking, self.labelling, self.as_table):
            work.failed.connect(self.failed)

    def _show_question(self, question: Question) -> None:
        self.line.show_words(question.words)
        self.filters.show_question(question.without("words"))

    # Looking

    def _seek(self) -> None:
        self._more = False
        self.looking.start(self.question, ranked=self._ranked)

    @Slot(list)
    def _on_begun(self, places: list[Place]) -> None:
        """Replace the results only now: the list does not flicker while the user types."""
        self.model.show_places(places)
        self._pages.turn(there=True, otherwise="")
        self.list.setCurrentIndex(self.model.index(0))

    @Slot(bool, bool)
    def _on_end(self, anything: bool, more: bool) -> None:  # noqa: FBT001
        self._more = more
        if not anything:
            self.model.show_places(())
        nothing = self.tr("Nothing in the project matches.")
        unasked = self.tr("Type words, or choose a filter.")
        self._pages.turn(there=anything, otherwise=unasked if self.question.empty else nothing)
        self._choose_again()
        self._on_counted()

    def _choose_again(self) -> None:
        keep, self._keep = self._keep, None
        if keep is not None and self.model.places:
            wanted = (keep.document, keep.start)
            rows = (row for row, place in enumerate(self.model.places) if (place.document, place.start) == wanted)
            self.list.setCurrentIndex(self.model.index(next(rows, 0)))

    @Slot()
    def _on_labelling(self) -> None:
        self._foot.begin(self.tr("Storing…"))

    @Slot()
    def _on_counted(self) -> None:
        places = self.model.places
        articles = len({place.document for place in places})
        whole = bool(places) and not any(place.words for place in places)
        self._foot.show_count(found_words(len(places), articles, whole=whole, more=self._more) if places else "")
        whole_list = bool(places) and not self.looking.busy  # otherwise a partial list would be exported
        self._table.setVisible(whole_list)
        self.batch.setVisible(whole_list and self._session.writable)
        self.label.setVisible(bool(places) and not whole)
        purpose, layer = self._aim()
        schema = self.model.schema
        if schema is not None:
            self.label.offer(schema, layer)
        value = self.label.value
        name = label_name(schema, layer, value) if schema is not None and value else "…"
        count = sum(1 for place in places if place.words)
        self._foot.show_button(button_words(purpose, name, count), enabled=self._ready and value is not None)

    def _aim(self) -> tuple[Purpose, str]:
        """Return the purpose and layer for all listed places; the layer is empty if they are of several."""
        layers = {place.layer for place in self.model.places if place.words}
        if self.question.about_spans:
            return Purpose.RELABEL, layers.pop() if len(layers) == 1 else ""
        return Purpose.LABEL, ENTITIES

    @property
    def _ready(self) -> bool:
        """Return whether all places can be labelled: words that only stand near each other are not one name."""
        places = any(place.words for place in self.model.places)
        one = self.question.about_spans or len(phrases(self.question.words)) == 1
        return places and one and not self.looking.busy and self.labelling.possible

    # Saving

    @Slot(object)
    def _on_saved(self, question: Question) -> None:
        self._show_question(question)
        self.rank()

    @Slot()
    def _on_save(self) -> None:
        self.saved.save(self.question)

    @Slot()
    def _export(self) -> None:
        self.as_table.ask(self.model.places)

    # The keyboard

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not event.modifiers() & (commands | Qt.KeyboardModifier.MetaModifier):
            event.setAccepted(self._do(event))

    def _do(self, event: QKeyEvent) -> bool:
        key, index = event.key(), self.list.currentIndex()
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.apply()
        elif key in _ENTER:
            self._go()
        elif key in _BACK and index.isValid():
            self.model.leave_out(index.row())
        elif key == Qt.Key.Key_Escape:
            if self.labelling.busy:
                self.labelling.stop()
            else:
                self.left.emit()
        elif event.text() == "/" or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.line.setFocus()
        else:
            return self.label.press(event.text())
        return True

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self.list.hasFocus():
            self._rest.start()

    @Slot()
    def _jump(self) -> None:
        place = self.current()
        if place is not None and self.isVisible():
            self.jump_wanted.emit(place, False)

    @Slot()
    def _go(self) -> None:
        self._rest.stop()
        place = self.current()
        if place is not None:
            self.jump_wanted.emit(place, True)
