"""The list of articles: tabs by state, title search, filters, sort order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import Document, DocumentState, Priority, State, priority_of
from ui.base import i18n
from ui.base.look.plain_text import plain, tooltip
from ui.base.rows.plain_table import RowsView
from ui.base.settings import Settings
from ui.base.widgets.buttons import FilterButton
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.varied_articles import VariedArticles
from ui.jobs.workers import JobProcess
from ui.panels.articles.article_rows import MARGIN, ROW, ArticleDelegate, ArticleModel

if TYPE_CHECKING:
    from annotator.model.query import Listing, Query
    from ui.filtering.filters import ListingBar

_WITH_TAB = (State.OPEN, State.DONE)
_BESIDE, _BETWEEN = 6, 2  # pixels beside and between the tabs
_OF_TEAM = frozenset({EditKind.REVIEW, EditKind.COMMENT, EditKind.ADJUDICATE})  # their effects are read from the file
_MANY = 200  # if more articles were edited, all lines are read again
_TOO_MANY = 5_000  # in larger projects, titles are searched only after a pause in typing
_VARIED = "varied"  # Order.VARIED of annotator.model.query, which is imported only after the first paint
_TYPED = 150  # milliseconds of this pause


class ArticleList(QWidget):
    """The list of articles, with tabs for their states. Selecting an article opens it; Return and Esc focus it."""

    left = Signal()

    def __init__(self, session: Session, settings: Settings, learning: JobProcess) -> None:
        super().__init__()
        self.setObjectName("articlePage")
        self.varied = VariedArticles(session, learning, self)
        self.varied.found.connect(self._list)
        self._session = session
        self._settings = settings
        self._title = ""
        self._total = 0  # articles of the project
        self._matching: dict[str, State] | None = None  # states of the articles that filters and title leave, or all
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self._list)
        self.model = ArticleModel(session, self)
        self.list = RowsView("articleList", self.tr("Articles"), ROW)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.leaving.connect(self.left)
        self.list.clicked.connect(self.left)  # after a click, the user works in the article
        self._empty = plain(role="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(MARGIN, 12, MARGIN, 0)
        self._tabs = _Tabs()
        self._tabs.chosen.connect(self._list)
        self.filter_button = FilterButton("articlesFilter", self.tr("Filter and order"))
        self.filter_button.clicked.connect(self.offer_filters)
        above = fill(QHBoxLayout(), (self._tabs, 1), self.filter_button, margins=(0, 0, 12, 0))
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        session.project_opened.connect(self.show_project)
        session.documents_changed.connect(self.refresh)
        session.document_opened.connect(self._show_current)
        session.settled.connect(self._on_settled)
        session.suggestions_changed.connect(self.model.drop_line)
        session.tokens_arrived.connect(self.model.drop_line)

    def search(self, title: str) -> None:
        """List articles whose title contains these words; in very large projects, only after a pause in typing."""
        self._title = title.strip()
        if self._total > _TOO_MANY:
            self._typed.start()
        else:
            self._list()

    @Slot()
    def catch_up(self) -> None:
        """Run a pending title search now, because the list is about to get the focus."""
        if self._typed.isActive():
            self._list()

    @Slot()
    def open_first(self) -> None:
        """Open the first article of the list, as Return in the title search does."""
        self.catch_up()
        if self.model.shown:
            self._open(self.model.shown[0])
            self.left.emit()

    @Slot()
    def refresh(self) -> None:
        """Read the list and its counts from the project file again."""
        self._list()

    @Slot()
    def _list(self) -> None:
        self._typed.stop()
        project = self._session.project
        if project is None:
            self.model.show_ids([])
            return
        own = self._listing.query
        query = replace(own, title=self._title, state=self._tabs.state or own.state)
        narrowed = query.without("state")
        if narrowed.empty:
            self._matching = None
            self.model.show_ids(self._ids(query))
        else:  # searched in any state, so that the tabs are counted without a second search
            states = project.read.search.states(project.annotator)
            self._matching = {id_: states.get(id_, State.OPEN) for id_ in self._ids(narrowed)}
            self.model.show_ids([id_ for id_, state in self._matching.items() if query.state in {None, state}])
        self._show_current()
        there = bool(self.model.shown)
        self.list.setVisible(there)
        self._empty.setVisible(not there)
        if self._title:
            why = self.tr("No title contains “{words}”.\nPress F3 to search the texts.").format(words=self._title)
        elif not self._listing.query.empty:
            why = self.tr("No article matches the filters.")
        elif self._tabs.state is None:
            why = self.tr("Nothing here yet.\nImport articles (Ctrl+I), paste one (Ctrl+Shift+V), or drop files.")
        else:
            why = self.tr("No article is in this state.")
        self._empty.setText(why)
        self._count()

    def go_next(self) -> None:
        self._step(1)

    def go_previous(self) -> None:
        self._step(-1)

    def beside(self, id_: str) -> str | None:
        """Return the id of the article below this one in the list, else the one above, else the first, else None."""
        listed, row = self.model.shown, self.model.row_of(id_)
        near = listed if row is None else (*listed[row + 1 :], *reversed(listed[:row]))
        return next(iter(near), None)

    def go_on(self) -> None:
        """Open the next unfinished article after the current one, in the list's order.

        High-priority articles come before all others, wherever they are in the list.
        """
        opened = self._session.opened
        if self._session.project is not None:
            self._open(self._following(opened.document.id if opened else None))

    def go_first_open(self) -> None:
        """Open the first unfinished article in the list's order."""
        if self._session.project is not None:
            self._open(self._following(None))

    def _open(self, id_: str | None) -> None:
        if id_ is not None:
            self._session.open_document(id_)

    def _following(self, here: str | None) -> str | None:
        """Return the next unfinished article after ``here`` that filters and title search leave.

        In the order of adding, a query finds it; in any other order, and among searched titles, the list is walked.
        """
        from annotator.model.query import Order  # with the store: not before the window is painted

        listing, project = self._listing, self._session.required()
        own = replace(listing.query, title=self._title)
        if listing.order is Order.ADDED and not own.title:
            return project.read.search.following(replace(own, state=State.OPEN), project.annotator, here)
        every = self._ids(own)
        priorities = Priority if own.priority is None else (own.priority,)
        ranked = (frozenset(self._ids(replace(own, state=State.OPEN, priority=each))) for each in priorities)
        still = next(filter(None, ranked), frozenset())
        at = every.index(here) + 1 if here in every else 0
        return next((id_ for id_ in (*every[at:], *every[:at]) if id_ in still), None)

    @cached_property
    def filters(self) -> "ListingBar":
        """The bar of filters and sort order, created on first use."""
        from ui.filtering.filters import ListingBar

        made = ListingBar(self._session, self.filter_button)
        made.setContentsMargins(12, 0, 12, 0)
        made.changed.connect(self._on_filters)
        self._tabs.chosen.connect(lambda: made.leave_state_to(self._tabs.state))
        self._layout.insertWidget(1, made)
        return made

    @Slot()
    def offer_filters(self) -> None:
        """Open the menu of filters and sort orders."""
        self.filters.offer()

    @property
    def _listing(self) -> "Listing":
        from annotator.model.query import Listing  # with the store: not before the window is painted

        return self.filters.listing if "filters" in self.__dict__ else Listing()

    def _ids(self, query: "Query") -> list[str]:
        """Return the ids of the matching articles, in the order of the list."""
        listing, project = self._listing, self._session.required()
        ranks = self.varied.ranks() if listing.order == _VARIED else None
        return project.read.search.ids(query, project.annotator, listing.order, listing.seed, ranks=ranks)

    @Slot()
    def _on_filters(self) -> None:
        from annotator.model.query import listing_to

        state = self.filters.query.state
        if state in _WITH_TAB:  # one of both is enough: under the filter, the counts of the other tabs would mislead
            self._tabs.choose(state)
            self.filters.ask(state=None)
            return
        self._settings.remember_listing(self._session.required().path, listing_to(self.filters.listing))
        if state is not None:
            self._tabs.choose(None)  # the filter was set last, so it applies
        self._list()

    def _step(self, step: int) -> None:
        opened = self._session.opened
        row = self.model.row_of(opened.document.id) if opened else None
        wanted = 0 if row is None else row + step
        if 0 <= wanted < len(self.model.shown):
            self._session.open_document(self.model.shown[wanted])

    @Slot()
    def show_project(self) -> None:
        """List the project's articles with its saved filters and order."""
        self._title = ""
        self._tabs.choose(None)
        kept = self._settings.listing(self._session.required().path)
        if kept or "filters" in self.__dict__:
            from annotator.model.query import listing_from

            self.filters.show_listing(listing_from(kept))
        if self._listing.query.state in _WITH_TAB:
            self._on_filters()
        else:
            self.refresh()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        opened, edited = self._session.opened, {id_ for edit in edits for id_ in edit.document_ids}
        if any(edit.kind is EditKind.REPLACE or any(map(_reordered, edit.changes)) for edit in edits):
            self._list()
        elif len(edited) > _MANY:
            self.model.drop_lines()
        for id_ in edited if len(edited) <= _MANY else ():
            if opened is not None and opened.document.id == id_ and not any(edit.kind in _OF_TEAM for edit in edits):
                self.model.update_opened(opened)
            else:
                self.model.drop_line(id_)
        if any(edit.kind in {EditKind.STATE, EditKind.REPLACE, EditKind.BRING} for edit in edits):
            self._note_states(edits)
            self._count()

    def _note_states(self, edits: Sequence[Edit]) -> None:
        """Keep the states of the matching articles up to date: reading those of 100,000 again takes 0.1 s."""
        annotator, matching = self._session.required().annotator, self._matching or {}
        for change in (change for edit in edits for change in edit.changes):
            row = change.after or change.before
            if isinstance(row, DocumentState) and row.annotator == annotator and row.document in matching:
                matching[row.document] = row.state if change.after else State.OPEN

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        opened = self._session.opened
        if current.isValid():
            id_ = self.model.shown[current.row()]
            if opened is None or opened.document.id != id_:
                self._session.open_document(id_)

    @Slot()
    def _show_current(self) -> None:
        opened = self._session.opened
        row = self.model.row_of(opened.document.id) if opened else None
        selection = self.list.selectionModel()
        if row is None:
            selection.clear()
            return
        index = self.model.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _count(self) -> None:
        """Show on each tab how many articles it would list."""
        project = self._session.project
        if project is None:
            return
        counts = {State(state): count for _, state, count in project.read.counts.states(project.annotator)}
        self._total = sum(counts.values())
        if self._matching is not None:
            counts = Counter(self._matching.values())
        chosen = self._listing.query.state
        every = sum(counts.values()) if chosen is None else counts.get(chosen, 0)
        self._tabs.count({State.OPEN: counts.get(State.OPEN, 0), State.DONE: counts.get(State.DONE, 0), None: every})


class _Tabs(QWidget):
    """The tabs for the state to list; None stands for all states."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state: State | None = None
        self._names: dict[State | None, str] = {
            State.OPEN: self.tr("Open"),
            State.DONE: self.tr("Done"),
            None: self.tr("All"),
        }
        self._buttons: dict[State | None, QPushButton] = {}
        self._counts: dict[State | None, int] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        layout.setSpacing(_BETWEEN)
        for state, name in self._names.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(state is None)
            named(button, f"tab.{state or 'all'}", name, role="tab")
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[state] = button
        layout.addStretch(1)
        group.buttonClicked.connect(self._choose)

    def choose(self, state: State | None) -> None:
        """Select a tab without emitting `chosen`."""
        self.state = state
        self._buttons[state].setChecked(True)
        self._fit()

    def count(self, counts: dict[State | None, int]) -> None:
        """Show the number of articles on each tab."""
        self._counts = counts
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write the number of articles on each tab, or if there is no room, on the selected one and in all tooltips."""
        space = self.contentsRect().width() - 2 * _BESIDE
        for shown in (set(self._counts), {self.state}, set()):
            for state, count in self._counts.items():
                button, name, number = self._buttons[state], self._names[state], i18n.number(count)
                button.setText(f"{name} {number}" if state in shown else name)
                button.setAccessibleName(f"{name} {number}")
                button.setToolTip(tooltip("" if state in shown else f"{name}: {number}"))
            needs = sum(self._buttons[state].sizeHint().width() + _BETWEEN for state in self._counts)
            if needs <= space:
                return

    @Slot(object)
    def _choose(self, button: QPushButton) -> None:
        self.state = next(state for state, own in self._buttons.items() if own is button)
        self._fit()
        self.chosen.emit()


def _reordered(change: Change) -> bool:
    """Return whether an article's priority changed."""
    before, after = change.before, change.after
    if not (isinstance(before, Document) and isinstance(after, Document)):
        return False
    return priority_of(before.meta) is not priority_of(after.meta)
