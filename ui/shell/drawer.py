"""The drawer below the article: occurrences, open questions, suggestions, similar claims and search."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.model.values import Part
from ui.article.view import ArticleView
from ui.base.i18n import translate
from ui.base.key_line import Hint
from ui.base.widgets.inputs import fill
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.jobs.bulk_edits import Everywhere
from ui.jobs.workers import JobProcess
from ui.occurrences.places import Places

if TYPE_CHECKING:
    from annotator.editing.occurrence_states import Hit
    from annotator.model.query import Query
    from ui.jobs.article_questions import Questions
    from ui.occurrences.occurrences_page import OccurrencePage, Search
    from ui.occurrences.questions_page import QuestionsPage
    from ui.occurrences.triage_page import TriagePage
    from ui.said_before.said_before_page import SaidBeforePage
    from ui.search.search_page import SearchPage

    Page: TypeAlias = OccurrencePage | QuestionsPage | TriagePage | SaidBeforePage | SearchPage


class Drawer(QFrame):
    """The drawer below the article. It opens for the selection or the active row; the article follows its hits."""

    opening = Signal()
    opened = Signal()
    keyboard_changed = Signal()  # `has_keyboard` may have changed
    batch_wanted = Signal(list)  # ids of the articles for a batch
    finish_wanted = Signal()  # mark the open article as done
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        aim: Aim,
        everywhere: Everywhere,
        files: JobProcess,
        learning: JobProcess,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("occurrenceDrawer")
        self._session = session
        self._view = view
        self._aim = aim
        self._places = Places(session, view, aim, self)
        self.comparing = False  # whether the occurrences belong to an open question
        self._made: list[Page] = []
        self._everywhere = everywhere
        self._files = files
        self._learning = learning
        self._pages = QStackedWidget()
        fill(QVBoxLayout(self), self._pages, margins=0)
        self.following = _Following(session, self)
        self.way_back = _WayBack(self)
        view.left.connect(self.close_drawer)
        self._keyboard = QTimer(self, singleShot=True, interval=0)  # the focus is known after the event
        self._keyboard.timeout.connect(self.keyboard_changed)
        self.hide()

    # Pages are created at first use, so that the window opens without them.

    @cached_property
    def page(self) -> "OccurrencePage":
        """The page of occurrences."""
        from ui.occurrences.occurrences_page import OccurrencePage

        made = OccurrencePage(self._session, self._everywhere, self._files)
        made.left.connect(self._go_back)
        made.done.connect(self._on_done)
        made.found.connect(self._show_hits)
        made.jump_wanted.connect(self._jump)
        self._take_in(made, made.list)
        return made

    @cached_property
    def questions(self) -> "QuestionsPage":
        """The page of open questions."""
        from ui.occurrences.questions_page import QuestionsPage

        made = QuestionsPage(self._session, self._everywhere, self._files)
        made.left.connect(self.close_drawer)
        made.chosen.connect(self.open)
        made.jump_wanted.connect(self._places.go_to_question)
        made.entered.connect(self._places.enter_question)
        made.suggestion_wanted.connect(self._places.go_to_suggestion)
        made.suggestion_entered.connect(self._places.enter_suggestion)
        made.is_shown = lambda suggestion: suggestion.layer not in self._view.display.shown.hidden
        for finish in (made.answered, made.finish_wanted):
            finish.connect(self.finish_wanted)
        self._take_in(made, made.list)
        return made

    @cached_property
    def triage(self) -> "TriagePage":
        """The page of all suggestions in the project."""
        from ui.occurrences.triage_page import TriagePage

        made = TriagePage(self._session, self._everywhere, self._files)
        made.left.connect(self.close_drawer)
        made.done.connect(self._on_settled)
        made.jump_wanted.connect(self._places.go_to_suggestion)
        self._take_in(made, made.list)
        return made

    @cached_property
    def said_before(self) -> "SaidBeforePage":
        """The page of earlier claims that say the same."""
        from ui.said_before.said_before_page import SaidBeforePage

        made = SaidBeforePage(self._session, self._view, self._aim, self._files)
        made.left.connect(self.close_drawer)
        self._take_in(made, made.list)
        return made

    @cached_property
    def search(self) -> "SearchPage":
        """The page that searches all articles."""
        from ui.search.search_page import SearchPage

        made = SearchPage(self._session, self._everywhere, self._files, self._learning)
        made.left.connect(self.close_drawer)
        made.told.connect(self._aim.told)
        made.batch.wanted.connect(self.batch_wanted)
        made.jump_wanted.connect(lambda place, enter: self._places.go_to_found(place, made.model.shown, enter=enter))
        made.line.installEventFilter(self)
        self._take_in(made, made.list)
        return made

    def _take_in(self, page: "Page", own: QWidget) -> None:
        page.failed.connect(self.failed)
        own.installEventFilter(self)
        self._pages.addWidget(page)
        self._made.append(page)

    @property
    def has_keyboard(self) -> bool:
        """Whether the drawer or one of its widgets has the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def hints(self, done_key: str = "") -> tuple[Hint, ...]:
        """Return the key hints for the current page; ``done_key`` is the key that finishes the article."""
        *hints, close = self.shown.hints()
        if done_key and self.shown is self.__dict__.get("questions") and self.questions.finishing:
            hints.append(Hint(keys=(done_key,), words=self.tr("done anyway")))
        return (*hints, close)

    @property
    def shown(self) -> "Page":
        """The current page, even while the drawer is hidden."""
        return next(page for page in self._made if page is self._pages.currentWidget())

    @Slot(object)
    def open(self, chosen: "Search | None" = None) -> None:
        """Find occurrences of ``chosen``, else of the selected text, the active row's text or the word at the caret."""
        search = chosen or self._places.searched()
        if search is None:
            self._aim.told.emit(refusals.no_words(), False)
            return
        self.comparing = chosen is not None
        self._show_page(self.page)
        self.page.open(search)

    def open_consistency(self) -> None:
        """List the project's open questions, and select the first name that is labelled inconsistently."""
        from annotator.editing.open_questions import QuestionKind

        self._show_page(self.questions)
        self.questions.open(QuestionKind.NAMES, in_project=True)

    @Slot(object)
    def open_questions(self, before_done: "Questions | None" = None, *, done_only: bool = False) -> None:
        """List the open questions of the project; with ``before_done``, of the article that is about to be done."""
        self._show_page(self.questions)
        if before_done is not None:
            self.questions.open_before_done(before_done)
        else:
            self.questions.open(in_project=True, done_only=done_only)

    def open_triage(self) -> None:
        """List the suggestions of the project."""
        self._show_page(self.triage)
        self.triage.open()

    @Slot(str)
    def open_search(self, asked: "str | Query" = "") -> None:
        """Search all articles for a text or a query.

        "" repeats the last search by its words, or leads from the article back to its results if they are still shown.
        """
        from annotator.model.query import Query

        if not asked and not self.has_keyboard and self.way_back.is_open:
            self.search.list.setFocus()
            return
        self._show_page(self.search)
        last = replace(self.search.query, meaning=False)
        self.search.open(asked if isinstance(asked, Query) else Query(words=asked) if asked else last)

    def open_sentences(self) -> None:
        """Find sentences that mean the same as the selected words, the active claim or the sentence at the caret."""
        from annotator.model.query import Query

        said = self._places.said()
        self._show_page(self.search)
        query = Query(words=said[0] if said is not None else self.search.line.text(), meaning=True)
        self.search.open(query, said[1] if said is not None else None)

    @Slot()
    def open_said_before(self) -> None:
        """List earlier claims that are like the active claim, or like the one at the caret."""
        claim = self._aim.claim()
        if claim is None:
            self._aim.told.emit(self.tr("Go to a claim first."), False)
            return
        self._show_page(self.said_before)
        self.said_before.open(claim)

    @Slot()
    def close_drawer(self) -> None:
        """Hide the drawer; the occurrence chosen in it stays selected in the article if the drawer had the keyboard."""
        if self.isHidden():
            return
        for page in self._made:
            page.stop()
        hit = self.page.current() if self.shown is self.__dict__.get("page") else None
        had_keyboard = self.has_keyboard
        self.following.stop()
        self.hide()
        self._view.show_hits(())
        if had_keyboard and hit is not None and hit.document == self._view.document_id():
            self._view.select(hit.start, hit.end, exact=True)
        if had_keyboard:
            self._view.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._keyboard.start()
        return False

    def _show_page(self, page: QWidget) -> None:
        self.opening.emit()
        self._pages.setCurrentWidget(page)
        self.show()
        self.opened.emit()

    @Slot()
    def _go_back(self) -> None:
        if self.comparing:
            self.page.stop()
            self._view.show_hits(())
            self._show_page(self.questions)
            self.questions.seek()
        else:
            self.close_drawer()

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self._go_back()
        if self.page.search is not None:
            self._places.go_back(self.page.search)
        self._on_settled(words)

    @Slot(str)
    def _on_settled(self, words: str) -> None:
        told = words or refusals.nothing_left()
        self._aim.told.emit(told, bool(words))

    @Slot(object)
    def _jump(self, hit: "Hit") -> None:
        if self._places.is_open(hit.document):
            self._show_hits(hit.part)

    @Slot()
    def _show_hits(self, current: Part | None = None) -> None:
        if self.isHidden():  # from a jump or an answer that was pending when the drawer closed
            return
        here = self._view.document_id()
        self._view.show_hits([hit.part for hit in self.page.model.shown if hit.document == here], current)


class _WayBack:
    """The way from the article back to the results of a search."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    @property
    def is_open(self) -> bool:
        """Whether results are shown."""
        drawer = self._drawer
        search: SearchPage | None = drawer.__dict__.get("search")
        return search is not None and drawer.isVisible() and drawer.shown is search and bool(search.model.shown)

    def hints(self, key: str) -> tuple[Hint, ...]:
        """Return the hint for the key that leads back, if there is one."""
        return (Hint(keys=(key,), words=translate("Drawer", "back to the results")),) if key and self.is_open else ()


class _Following(QObject):
    """Keeps the visible page up to date with the open article, with edits and with new suggestions."""

    def __init__(self, session: Session, drawer: Drawer) -> None:
        super().__init__(drawer)
        self._session = session
        self._drawer = drawer
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._refresh)
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(drawer.close_drawer)
        session.settled.connect(self._on_settled)
        for changed in (session.tokens_arrived, session.suggestions_changed):
            changed.connect(self._on_arrival)

    def stop(self) -> None:
        """Cancel the pending update."""
        self._again.stop()

    @property
    def lists_article(self) -> bool:
        """Whether the open questions of the article are in sight, or the occurrences that one of them led to."""
        drawer = self._drawer
        made: QuestionsPage | None = drawer.__dict__.get("questions")
        if made is None or made.seeking.in_project or drawer.isHidden():
            return False
        return drawer.shown is made or (drawer.comparing and drawer.shown is drawer.page)

    @Slot()
    def leave_finished(self) -> None:
        """Close the list of an article's open questions, or the occurrences it led to, as the article is done."""
        if self.lists_article:
            self._drawer.close_drawer()

    @Slot()
    def _on_document(self) -> None:
        if self._session.opened is None:
            self._drawer.close_drawer()
        elif self._drawer.isVisible() and not self._drawer.shown.follow_article():
            self._again.start()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if self._drawer.isVisible() and not self._drawer.shown.follow(edits):
            self._again.start()

    @Slot(str)
    def _on_arrival(self, document: str) -> None:
        if self._drawer.isVisible() and not self._drawer.shown.follow_sources():
            opened = self._session.opened
            if opened is not None and document == opened.document.id:
                self._again.start()

    @Slot()
    def _refresh(self) -> None:
        self._drawer.shown.refresh()
