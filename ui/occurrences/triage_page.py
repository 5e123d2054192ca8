"""The drawer page of all pending suggestions: filtered, reviewed in context, decided in bulk."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.editing.edits import Edit
from annotator.jobs.suggesting.triage import Pending, WaitingSuggestions, waiting
from annotator.model.values import Suggestion, SuggestionState
from annotator.suggest.tiers import SuggestionFilter
from ui.base.i18n import number, translate
from ui.base.key_line import Hint
from ui.base.look.plain_text import plain
from ui.base.rows.row_list import RowList
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import (
    BACK,
    ENTER,
    DrawerPage,
    Foot,
    close_button,
    first_of,
    lay_out_page,
    link,
    put_below,
    row,
)
from ui.occurrences.triage_list import TriageDelegate, TriageModel
from ui.panels.suggestions.suggestion_filter import SuggestionFilters

_SIDES, _APART = (12, 8), 12  # margins left and right, and between the parts of the head, in pixels


class TriageHead(QWidget):
    """The head of the page: title, filter, order and close button; the filter has its own row if it would be cut."""

    def __init__(self, filters: QWidget, order: QWidget, close: QWidget) -> None:
        super().__init__()
        self._filters = filters
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(_SIDES[0], 6, _SIDES[1], 6)
        grid.setHorizontalSpacing(_APART)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._title, self._right = plain(self.tr("Suggestions"), role="title"), row((), (order, close))
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(filters, 0, 1)
        grid.addLayout(self._right, 0, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = (self._title, self._filters, self._right)
        needed = sum(part.sizeHint().width() for part in parts) + 2 * _APART + sum(_SIDES)
        put_below(self._grid, self._filters, 1, below=event.size().width() < needed)


class SuggestionDecider:
    """Decides suggestions in one step at a time, with progress on the foot; ``done`` is called with a message.

    The message is "" if nothing changed. For a single suggestion ``done`` is not called, as it visibly leaves the list.
    """

    def __init__(self, session: Session, everywhere: Everywhere, foot: Foot, done: Callable[[str], None]) -> None:
        self._session = session
        self._everywhere = everywhere
        self._foot = foot
        self._done = done
        self._asker = Asker()  # the last request

    @property
    def busy(self) -> bool:
        """Whether a step is running that can be cancelled."""
        return self._everywhere.makes(self._asker)

    @property
    def possible(self) -> bool:
        """Whether a step can start now."""
        return self._session.writable and not self._everywhere.busy

    def decide(self, wanted: Mapping[str, Collection[str]], *, accepted: bool) -> None:
        """Accept or reject suggestions; ``wanted`` has their ids by document id."""
        if wanted and self.possible:
            self._begin(accepted=accepted, several=sum(map(len, wanted.values())) > 1)
            self._everywhere.settle(self._asker, wanted, accepted=accepted)

    def decide_all(self, matching: Mapping[str, int], wanted: SuggestionFilter, *, accepted: bool) -> None:
        """Accept or reject everything that matches a filter; ``matching`` counts the matches by document id."""
        if self.possible:
            self._begin(accepted=accepted, several=True)
            self._everywhere.settle_all(self._asker, matching, wanted, accepted=accepted)

    def stop(self) -> None:
        """Cancel the running step, so that nothing is changed."""
        self._everywhere.give_up(self._asker)

    def _begin(self, *, accepted: bool, several: bool) -> None:
        done = partial(self._on_decided, accepted)
        self._asker = Asker(done=done, ended=self._foot.end, advanced=self._foot.advance)
        if several:
            self._foot.begin(translate("TriagePage", "Storing…"))

    def _on_decided(self, accepted: bool, edit: Edit | None) -> None:  # noqa: FBT001
        count = sum(isinstance(change.after, Suggestion) for change in edit.changes) if edit else 0
        if count == 1:
            return
        if edit is None:
            self._done("")
            return
        pattern = translate("TriagePage", "{count} suggestions accepted, {articles}.")
        if not accepted:
            pattern = translate("TriagePage", "{count} suggestions rejected, {articles}.")
        self._done(pattern.format(count=number(count), articles=articles_words(len(edit.document_ids))))


_QUIET = 1500  # milliseconds from the last new suggestion to the next reading


class TriagePage(DrawerPage[Pending, TriageModel, RowList]):
    """The page of suggestions. Return and Backspace decide one suggestion; with Shift, all matches in one undo step.

    If the list cannot hold all matches, the filter runs over the whole project, and unlisted matches are decided, too.
    """

    done = Signal(str)  # message

    def __init__(self, session: Session, everywhere: Everywhere, files: JobProcess) -> None:
        list_ = RowList("triageList", translate("TriageList", "Suggestions in the project"), TriageDelegate())
        super().__init__("triage", session, TriageModel(), list_)
        self._everywhere = everywhere
        self._found = WaitingSuggestions(titles={}, matching={}, sources={})
        self._afresh = True  # nothing was selected yet
        self._decider = SuggestionDecider(session, everywhere, self._foot, self.done.emit)
        self.filters = SuggestionFilters("triage", wide=True)
        self._order = Tabs("triageOrder", ((False, self.tr("Position")), (True, self.tr("Doubt"))))
        self._reject = link("triageReject")
        self._foot.add(self._reject)
        self._looking = LastQuestion(files, self._on_found, self, self._foot.advance)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        head = TriageHead(self.filters, self._order, close_button("triage", self.left))
        lay_out_page(self, head, self._pages, self._foot)
        self.filters.changed.connect(self._on_arranged)
        self.filters.left.connect(self.list.setFocus)
        self._order.chosen.connect(self._on_arranged)
        self._again.timeout.connect(self._seek_if_seen)
        self._foot.wanted.connect(lambda: self.settle_all(accepted=True))
        self._reject.clicked.connect(lambda: self.settle_all(accepted=False))
        self._looking.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        return self._looking.busy or self._decider.busy

    def open(self) -> None:
        """List the pending suggestions, select the first one of the open article, and focus the list."""
        self._afresh = True
        self.list.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Read the list again; the selected row stays selected."""
        if self.busy or self._everywhere.busy:
            self._again.start()
            return
        self._look()

    @Slot()
    def stop(self) -> None:
        self._again.stop()
        self._rest.stop()
        self._looking.cancel()
        self._decider.stop()
        self._foot.end()

    def follow(self, edits: Sequence[Edit]) -> bool:
        """Remove the suggestions that edits decided; if an edit made one pending again, read the list again."""
        changes = (change for edit in edits for change in edit.changes)
        afters = [change.after for change in changes if isinstance(change.after or change.before, Suggestion)]
        if any(isinstance(after, Suggestion) and after.state is SuggestionState.PENDING for after in afters):
            self.seek()
        elif afters:
            row = self.list.currentIndex().row()
            self.model.take_away({after.id for after in afters if isinstance(after, Suggestion)})
            self._show_count()
            self._select(row)
            if not self._found.whole:
                self._again.start()  # suggestions that were not listed move up
        return True

    def follow_sources(self) -> bool:
        """Read the list again once no more suggestions arrive."""
        self._again.start()
        return True

    def settle_all(self, *, accepted: bool) -> None:
        """Accept or reject all suggestions that match, listed or not."""
        if self._looking.busy:
            return
        if not self._found.partial:
            self._decider.decide(self.model.by_document(), accepted=accepted)
        elif self._is_answered():
            self._decider.decide_all(self._found.matching, self._found.wanted, accepted=accepted)

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        return (
            Hint(keys=("⏎", "⌫"), words=self.tr("accept, reject")),
            Hint(keys=("⇧ ⏎", "⇧ ⌫"), words=self.tr("all that match")),
            Hint(keys=("F",), words=self.tr("filter by words")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )

    # Inside

    @Slot()
    def _seek_if_seen(self) -> None:
        if self.isVisible() and self._session.project is not None:
            self.seek()

    def _on_found(self, found: WaitingSuggestions) -> None:
        self._foot.end()
        row = self.list.currentIndex().row()
        schema = self._session.required().schema
        self._found = found
        self.filters.offer(schema, found.sources)
        self.model.show_waiting(found, schema)
        self._show_count()
        chosen = first_of(self.model.shown, self._session.opened) if self._afresh else row
        self._afresh = False
        self._select(chosen)
        if not self._is_answered():  # the filter changed meanwhile
            self._look()

    @Slot()
    def _on_arranged(self) -> None:
        self.model.arrange(self.filters.wanted, by_doubt=self._order.value is True)
        self._show_count()
        self._select(0)
        if not self._is_answered():
            self._look()

    def _is_answered(self) -> bool:
        """Return whether the rows that were read suffice for the current filter and order."""
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
        reject = self.tr("Reject {count}").format(count=number(match))
        self._reject.setText(reject)
        self._reject.setAccessibleName(reject)
        self._reject.setEnabled(enabled)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in ENTER | BACK:
            if not event.isAutoRepeat():  # a held key decides once
                self._decide(accepted=event.key() in ENTER, together=bool(event.modifiers()))
        elif event.key() == Qt.Key.Key_F:
            self.filters.take_keyboard()
        else:
            return False
        return True

    def _decide(self, *, accepted: bool, together: bool) -> None:
        self._session.settling.catch_up()  # else a row might be decided again
        selected = self.current()
        if together:
            self.settle_all(accepted=accepted)
        elif selected is not None and not self._looking.busy:
            self._decider.decide({selected.document: [selected.id]}, accepted=accepted)

    @Slot()
    def _jump(self) -> None:
        if not (self._afresh or self._everywhere.busy):  # otherwise the list is outdated
            super()._jump()
