"""The drawer page for search in the project: results in context as you type, with filters; all can be labelled."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.editing.occurrence_states import Purpose
from annotator.jobs.searching.concordance import FoundPlace, write
from annotator.jobs.searching.sentence_search import NearSentences
from annotator.model.query import Query, phrases
from annotator.model.values import ENTITIES
from ui.base.file_dialogs import ask_target, folder_beside
from ui.base.i18n import translate
from ui.base.key_line import Hint
from ui.base.rows.row_list import RowList
from ui.base.words.counted import occurrences_text
from ui.bridge.session import Session
from ui.filtering.filter_words import found_words, sentences_words
from ui.jobs.bulk_edits import Everywhere
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import BACK, ENTER, DrawerPage, close_button, lay_out_page, link
from ui.occurrences.occurrence_words import bulk_words
from ui.search.labelling_all import BulkLabeller, SearchRunner
from ui.search.meaning_search import MeaningSearch
from ui.search.place_list import BatchLink, PlaceDelegate, PlaceModel
from ui.search.search_line import LabelChoice, SearchHead


class AsTable(QObject):
    """Exports the results as a table: asks for a file, then writes it in the files process."""

    told = Signal(str, bool)  # text, and whether undo reverts it (always False)
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, files: JobProcess, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._parent = parent

    def ask(self, places: Sequence[FoundPlace]) -> None:
        """Ask for a file and write the places to it."""
        project = self._session.required().path
        title, kinds = self.tr("Export Table"), [self.tr("Table (*.csv)")]
        write_ = partial(self._write, project, tuple(places))
        start = folder_beside(project) / (project.stem + ".csv")
        dialog = ask_target(self._parent.window(), "searchTarget", title, write_, start=start, filters=kinds)
        self._session.project_closed.connect(dialog.reject)

    def _write(self, project: Path, places: tuple[FoundPlace, ...], name: str) -> None:
        done = partial(self._on_written, Path(name).name)
        self._files.start(write, project, places, Path(name), done=done, failed=self.failed.emit)

    def _on_written(self, name: str, _nothing: object) -> None:
        self.told.emit(self.tr("Saved as {file}").format(file=name), False)


class SearchPage(DrawerPage[FoundPlace, PlaceModel, RowList]):
    """The search page: query field and filters, list of results, foot. `hints` names every key of the list."""

    jump_wanted = Signal(object, bool)  # a FoundPlace, and whether to focus the article
    told = Signal(str, bool)  # text, and whether undo reverts it

    def __init__(
        self,
        session: Session,
        everywhere: Everywhere,
        files: JobProcess,
        learning: JobProcess,
        parent: QWidget | None = None,
    ) -> None:
        list_ = RowList("placeList", translate("PlaceList", "Search results"), PlaceDelegate())
        super().__init__("search", session, PlaceModel(), list_, parent)
        self._more = False
        self._keep: FoundPlace | None = None  # the place to select again after a refresh
        self._ranked = False
        self._besides: tuple[str, tuple[str, int, int]] | None = None  # a query, and the place it comes from
        self.looking = SearchRunner(session, self)
        self.meaning = MeaningSearch(session, learning, self)
        self.labelling = BulkLabeller(session, everywhere, self)
        self.as_table = AsTable(session, files, self)
        self._head = SearchHead(session, close_button("search", self.left))
        self.line, self.filters, self.saved = self._head.line, self._head.filters, self._head.saved
        self.label = LabelChoice()
        self._table = link("searchExport", self.tr("Export…"), self.tr("Export the results as a table"))
        self.batch = BatchLink(self.model)
        self._foot.add(self._table, self.batch)
        self._foot.add_choice(self.label)
        lay_out_page(self, self._head, self._pages, self._foot)
        self._head.changed.connect(self.seek)
        self._head.saved_chosen.connect(self.rank)
        self.line.returned.connect(self.rank)
        self.line.down.connect(self.list.setFocus)
        self.line.down.connect(self._rest.start)
        self.line.given_up.connect(self.left)
        self.model.counted.connect(self._on_counted)
        self.label.changed.connect(self._on_counted)
        self.list.clicked.connect(self._jump)
        self.list.doubleClicked.connect(self._go)
        self._table.clicked.connect(lambda: self.as_table.ask(self.model.shown))
        self._foot.wanted.connect(self.apply)
        self.looking.begun.connect(self._on_begun)
        self.looking.found.connect(self.model.add)
        self.looking.ended.connect(self._on_end)
        self.meaning.begun.connect(lambda: self._foot.begin(self.tr("Comparing sentences…")))
        self.meaning.advanced.connect(self._foot.advance)
        self.meaning.ended.connect(self._foot.end)
        self.meaning.found.connect(self._on_near)
        self.labelling.begun.connect(lambda: self._foot.begin(self.tr("Storing…")))
        self.labelling.advanced.connect(self._foot.advance)
        self.labelling.ended.connect(self._foot.end)
        self.labelling.ended.connect(self._on_counted)
        for teller in (self.labelling, self.as_table):
            teller.told.connect(self.told)
        for work in (self._head, self.looking, self.meaning, self.labelling, self.as_table):
            work.failed.connect(self.failed)

    @property
    def query(self) -> Query:
        """The query of the field and the filters."""
        return self._head.query

    def open(self, query: Query | None = None, besides: tuple[str, int, int] | None = None) -> None:
        """Show the page with a query, by default the last one, and focus the field.

        ``besides`` is the place from which the query's words were taken; this place is not listed as a result.
        """
        schema = self._session.required().schema
        self.model.schema = schema
        if query is not None:
            self._head.show_query(query)
            self._besides = (query.words, besides) if besides is not None else None
        self.line.selectAll()
        self.line.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Search again from the start, with results in article order."""
        self._ranked = False
        self._seek()

    @Slot()
    def rank(self) -> None:
        """Search again from the start, with the most relevant articles first, and focus the list."""
        self._ranked = len(self.line.text().strip()) > 2
        self._seek()
        self.list.setFocus()
        self._rest.start()

    def refresh(self) -> None:
        """Search again after an edit that can change the results; the selection stays."""
        query = self.query
        if (query.about_spans or query.state is not None or query.batch) and not self.labelling.busy:
            self._keep = self.current()
            self._seek()

    @Slot()
    def apply(self) -> None:
        """Label all listed places with the selected label."""
        purpose, layer = self._aim()
        label = self.label.value
        if self._ready and label is not None:
            self.labelling.start(tuple(self.model.shown), purpose, layer, label)

    @Slot()
    def stop(self) -> None:
        self.looking.stop()
        self.meaning.stop()
        self._rest.stop()
        self.labelling.stop()

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the field or the list."""
        if self.line.hasFocus():
            return (
                Hint(keys=("⏎",), words=self.tr("to the list, best first")),
                Hint(keys=("↓",), words=self.tr("to the list")),
                Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
            )
        label_all = () if self.query.meaning else (Hint(keys=("⇧⏎",), words=self.tr("label all")),)
        return (
            Hint(keys=("⏎",), words=self.tr("to the article")),
            Hint(keys=("⌫",), words=self.tr("leave out")),
            *label_all,
            Hint(keys=("/",), words=self.tr("words")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )

    # Inside

    # Searching

    def _seek(self) -> None:
        self._more = False
        query = self.query
        if query.meaning:
            self.looking.stop()
            words, place = self._besides or ("", None)
            self.meaning.start(query, place if words == query.words else None, at_once=self._ranked)
            return
        self.meaning.stop()
        self.looking.start(query, ranked=self._ranked)

    @Slot(object)
    def _on_near(self, near: NearSentences) -> None:
        """Show the sentences found so far; the selected one stays selected, unless it only was the best so far."""
        self._more = near.more
        kept, self._keep = self._keep or (self.current() if self.list.currentIndex().row() > 0 else None), None
        self.model.show_places(near.places)
        nothing = self.tr("No sentence says this.") if near.complete else ""
        self._pages.turn(there=bool(near.places), otherwise=nothing)
        self._select(self.model.row_of(kept) if kept is not None else 0)
        if near.complete and self.list.hasFocus():
            self._rest.start()

    @Slot(list)
    def _on_begun(self, places: list[FoundPlace]) -> None:
        """Replace the earlier results; doing it only now keeps the list from flickering while the user types."""
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
        self._pages.turn(there=anything, otherwise=unasked if self.query.empty else nothing)
        if self._keep is not None:
            self._select(self.model.row_of(self._keep))
        self._keep = None
        self._on_counted()

    @Slot()
    def _on_counted(self) -> None:
        places = self.model.shown
        articles = len({place.document for place in places})
        meant = self.query.meaning
        whole = bool(places) and not any(place.words for place in places)
        if meant:
            self._foot.show_count(sentences_words(len(places), articles, more=self._more) if places else "")
        else:
            words = found_words(len(places), articles, whole=whole, more=self._more) if places else ""
            uncut = whole or self._more or not places
            self._foot.show_count(words, words if uncut else occurrences_text(len(places)))
        whole_list = (
            bool(places) and not self.looking.busy and not self.meaning.busy
        )  # otherwise a partial list would be exported
        self._table.setVisible(whole_list)
        self.batch.setVisible(whole_list and self._session.writable)
        self.label.setVisible(bool(places) and not whole and not meant)
        purpose, layer = self._aim()
        schema = self.model.schema
        if schema is not None:
            self.label.offer(schema, layer)
        count = sum(1 for place in places if place.words)
        enabled = self._ready and self.label.value is not None
        self._foot.show_button(bulk_words(purpose, count), enabled=enabled, offered=bool(count) and not meant)

    def _aim(self) -> tuple[Purpose, str]:
        """Return whether labelling all places would label or relabel, and in which layer.

        The layer is "" if spans of several layers are listed.
        """
        layers = {place.layer for place in self.model.shown if place.words}
        if self.query.about_spans:
            return Purpose.RELABEL, layers.pop() if len(layers) == 1 else ""
        return Purpose.LABEL, ENTITIES

    @property
    def _ready(self) -> bool:
        """Return whether all places can be labelled.

        Places of several separate words cannot, as such words are not a name.
        """
        places = any(place.words for place in self.model.shown)
        one = self.query.about_spans or len(phrases(self.query.words)) == 1
        return places and one and not self.query.meaning and not self.looking.busy and self.labelling.possible

    # The keyboard

    def _press(self, event: QKeyEvent) -> bool:
        key, index = event.key(), self.list.currentIndex()
        if key in ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.apply()
        elif key in ENTER:
            self._go()
        elif key in BACK and index.isValid():
            self.model.leave_out(index.row())
        elif event.text() == "/" or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.line.setFocus()
        else:
            return self.label.press(event.text())
        return True

    def _leave(self) -> None:
        if self.labelling.busy:
            self.labelling.stop()
        else:
            self.left.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if self.list.hasFocus():
            super()._on_current(current, before)

    @Slot()
    def _jump(self) -> None:
        place = self.current()
        waits = self.meaning.busy and self.list.currentIndex().row() == 0  # a better place may still be found
        if place is not None and self.isVisible() and not waits:
            self.jump_wanted.emit(place, False)

    @Slot()
    def _go(self) -> None:
        self._rest.stop()
        place = self.current()
        if place is not None:
            self.jump_wanted.emit(place, True)
