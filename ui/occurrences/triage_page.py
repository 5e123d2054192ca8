"""The drawer page of all pending suggestions: filtered, reviewed in context, accepted or rejected in bulk."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.jobs.suggesting.triage import Pending, Waiting, waiting
from annotator.model.values import Suggestion, SuggestionState
from annotator.suggest.filtering import SuggestionFilter
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.keys.key_line import Hint
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ListOrWords, close_button, lay_out_page
from ui.occurrences.foot import Foot
from ui.occurrences.triage_head import TriageHead
from ui.occurrences.triage_list import TriageList, TriageModel
from ui.panels.suggestions.suggestion_filter import SuggestionFilters

_REST = 40  # milliseconds that the arrow keys must rest before the article jumps along
_QUIET = 1500  # milliseconds from the last new suggestion to the next reading
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class TriagePage(QWidget):
    """Head, list and foot. Return and Backspace decide one suggestion, with Shift all that match, in one undo step.

    If more match than the list can hold, the filter runs over the whole project, and all matches are decided.
    """

    jump_wanted = Signal(object)  # a Pending
    left = Signal()
    done = Signal(str)  # message
    failed = Signal(object)

    def __init__(
        self, session: Session, everywhere: Everywhere, files: JobProcess, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._everywhere = everywhere
        self._found = Waiting(titles={}, matching={}, sources={})
        self._afresh = True  # nothing was selected yet
        self._asker = Asker()  # the last request
        self.model = TriageModel(self)
        self.list = TriageList()
        self.list.setModel(self.model)
        self.filters = SuggestionFilters("triage", wide=True)
        self._order = Tabs("triageOrder", ((False, self.tr("Position")), (True, self.tr("Doubt"))))
        self._refuse = QPushButton()
        self._refuse.setObjectName("triageReject")
        self._refuse.setProperty("role", "link")
        self._foot = Foot("triage", (self._refuse,))
        self._looking = LastQuestion(files, self._on_found, self, self._foot.advance)
        self._pages = ListOrWords(self.list, "triage")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Return whether Escape has something to cancel."""
        return self._looking.busy or self._everywhere.makes(self._asker)

    def open(self) -> None:
        """List pending suggestions, select the open article's first one, and focus the list."""
        self._afresh = True
        self.list.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Read the list again; the selection stays."""
        if self.busy or self._everywhere.busy:
            self._again.start()
            return
        self._look()

    @Slot()
    def stop(self) -> None:
        """Cancel a search or a running step without a message."""
        self._again.stop()
        self._rest.stop()
        self._looking.cancel()
        self._everywhere.give_up(self._asker)
        self._foot.end()

    def current(self) -> Pending | None:
        """Return the selected suggestion."""
        index = self.list.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    def follow(self, edit: Edit) -> None:
        """Remove suggestions that an edit decided; read the list again if one is pending again."""
        changes = [change for change in edit.changes if isinstance(change.after or change.before, Suggestion)]
        afters = [change.after for change in changes]
        if any(isinstance(after, Suggestion) and after.state is SuggestionState.PENDING for after in afters):
            self.seek()
        elif afters:
            row = self.list.currentIndex().row()
            self.model.take_away({after.id for after in afters if isinstance(after, Suggestion)})
            self._show_count()
            self._choose(row)
            if not self._found.whole:
                self._again.start()  # unlisted ones move up

    @Slot()
    def follow_sources(self) -> None:
        """Read the list again once no more suggestions arrive."""
        self._again.start()

    def settle_all(self, *, accepted: bool) -> None:
        """Accept or reject all that match, listed or not."""
        if not self._found.partial:
            self._settle(self.model.by_document(), accepted=accepted)
        elif self._can_settle and self._is_answered():
            self._begin(accepted=accepted)
            self._everywhere.settle_all(self._asker, self._found.matching, self._found.wanted, accepted=accepted)

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        return (
            Hint(keys=("⏎", "⌫"), words=self.tr("accept, reject")),
            Hint(keys=("⇧ ⏎", "⇧ ⌫"), words=self.tr("all that match")),
            Hint(keys=("F",), words=self.tr("filter by words")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )

    # Inside

    def _lay_out(self) -> None:
        close = close_button("triage")
        close.clicked.connect(self.left)
        head = QVBoxLayout()
        head.addWidget(TriageHead(self.filters, self._order, close))
        lay_out_page(self, head, self._pages, self._foot)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_arranged)
        self.filters.left.connect(self.list.setFocus)
        self._order.chosen.connect(self._on_arranged)
        self.list.pressed_key.connect(self._on_key)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._rest.timeout.connect(self._jump)
        self._again.timeout.connect(self._seek_if_seen)
        self._foot.wanted.connect(lambda: self.settle_all(accepted=True))
        self._refuse.clicked.connect(lambda: self.settle_all(accepted=False))
        self._foot.stopped.connect(self.stop)
        self._looking.failed.connect(self._on_failed)

    @Slot()
    def _seek_if_seen(self) -> None:
        if self.isVisible() and self._session.project is not None:
            self.seek()

    def _on_found(self, found: Waiting) -> None:
        self._foot.end()
        row = self.list.currentIndex().row()
        schema = self._session.required().schema
        self._found = found
        self.filters.offer(schema, found.sources)
        self.model.show_rows(found, schema)
        self._show_count()
        chosen = self._first_here() if self._afresh else row
        self._afresh = False
        self._choose(chosen)
        if not self._is_answered():  # the filter changed meanwhile
            self._look()

    def _first_here(self) -> int:
        opened = self._session.opened
        here = opened.document.id if opened is not None else ""
        return next((at for at, row in enumerate(self.model.shown) if row.document == here), 0)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._foot.end()
        self.failed.emit(error)

    @Slot()
    def _on_arranged(self) -> None:
        self.model.arrange(self.filters.wanted, by_doubt=self._order.value is True)
        self._show_count()
        self._choose(0)
        if not self._is_answered():
            self._look()

    def _is_answered(self) -> bool:
        """Return whether the rows read cover the current filter and order."""
        return self._found.whole or (self._found.wanted, self._found.by_doubt) == self._asked

    @property
    def _asked(self) -> tuple[SuggestionFilter, bool]:
        return self.filters.wanted, self._order.value is True

    def _look(self) -> None:
        if self._everywhere.busy:
            self._again.start()
            return
        self._foot.begin(self.tr("Searching all articles…"))
        self._looking.ask(waiting, self._session.required().path, *self._asked)

    def _choose(self, row: int) -> None:
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, len(self.model.shown) - 1))))

    def _show_count(self) -> None:
        shown, found = len(self.model.shown), self._found
        gone = len(found.rows) - len(self.model.every)  # decided since they were listed
        every = sum(found.sources.values()) - gone
        match, articles = shown, self.model.articles()
        words = self.tr("{match} of {count} pending, {articles}")
        if found.partial:
            match, articles = sum(found.matching.values()) - gone, len(found.matching)
            words = self.tr("{match} of {count} pending, {articles}; the first {shown} are listed")
        none = self.tr("No suggestion matches.") if every else self.tr("Nothing left to decide.")
        self._pages.turn(there=shown > 0, otherwise=none)
        count = {"match": number(match), "count": number(every), "shown": number(shown)}
        self._foot.show_count(words.format(articles=articles_words(articles), **count) if every else "")
        enabled = match > 0 and self._session.writable and self._is_answered()
        self._foot.show_button(self.tr("Accept {count}").format(count=number(match)), enabled=enabled)
        refuse = self.tr("Reject {count}").format(count=number(match))
        self._refuse.setText(refuse)
        self._refuse.setAccessibleName(refuse)
        self._refuse.setEnabled(enabled)

    @property
    def _can_settle(self) -> bool:
        return not self.busy and not self._everywhere.busy and self._session.writable

    def _settle(self, wanted: dict[str, list[str]], *, accepted: bool) -> None:
        if wanted and self._can_settle:
            self._begin(accepted=accepted, several=sum(map(len, wanted.values())) > 1)
            self._everywhere.settle(self._asker, wanted, accepted=accepted)

    def _begin(self, *, accepted: bool, several: bool = True) -> None:
        done = partial(self._on_settled, accepted)
        self._asker = Asker(done=done, ended=self._foot.end, advanced=self._foot.advance)
        if several:
            self._foot.begin(self.tr("Storing…"))

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & (others | Qt.KeyboardModifier.MetaModifier):
            return
        event.accept()
        if event.key() in _ENTER | _BACK:
            if not event.isAutoRepeat():  # a held key decides once
                self._press(accepted=event.key() in _ENTER, together=bool(event.modifiers()))
        elif event.key() == Qt.Key.Key_F:
            self.filters.take_keyboard()
        elif event.key() != Qt.Key.Key_Escape:
            event.ignore()
        elif self.busy:
            self.stop()
        else:
            self.left.emit()

    def _press(self, *, accepted: bool, together: bool) -> None:
        chosen = self.current()
        if together:
            self.settle_all(accepted=accepted)
        elif chosen is not None:
            self._settle({chosen.document: [chosen.id]}, accepted=accepted)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._rest.start()

    @Slot()
    def _jump(self) -> None:
        chosen = self.current()
        settled = not (self._afresh or self._everywhere.busy)  # otherwise the list is outdated
        if chosen is not None and self.isVisible() and settled:
            self.jump_wanted.emit(chosen)

    def _on_settled(self, accepted: bool, edit: Edit | None) -> None:  # noqa: FBT001
        count = sum(isinstance(change.after, Suggestion) for change in edit.changes) if edit else 0
        if count == 1:
            return  # visible in the list anyway
        if edit is None:
            self.done.emit("")
            return
        pattern = self.tr("{count} suggestions accepted, {articles}.")
        if not accepted:
            pattern = self.tr("{count} suggestions rejected, {articles}.")
        self.done.emit(pattern.format(count=number(count), articles=articles_words(len(edit.document_ids))))
