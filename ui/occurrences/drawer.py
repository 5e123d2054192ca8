"""The drawer at the foot: occurrences of words, names not treated alike, suggestions, what was said before."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from annotator.edits import Edit
from annotator.model import CLAIMS, ENTITIES, Part, Span, Suggestion
from ui.article.view import ArticleView
from ui.hand.aim import Aim
from ui.hand.everywhere import Everywhere
from ui.hand.key_line import Hint
from ui.jobs.workers import JobProcess
from ui.session import Session

if TYPE_CHECKING:
    from annotator.occurrences.standing import Hit
    from annotator.triage import Pending
    from ui.before.page import SaidBeforePage
    from ui.occurrences.consistency_page import ConsistencyPage
    from ui.occurrences.page import OccurrencePage, Search
    from ui.occurrences.triage_page import TriagePage
    from ui.search.page import SearchPage

    Page: TypeAlias = OccurrencePage | ConsistencyPage | TriagePage | SaidBeforePage | SearchPage

_REFRESHED = ("page", "consistency", "triage")  # the pages that the drawer has look again; the others do by themselves


class Drawer(QFrame):
    """Opens at a key with what is selected or active; the article stays in sight and jumps along. Escape closes it."""

    opening = Signal()
    keyboard_changed = Signal()  # look at `has_keyboard`
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        aim: Aim,
        everywhere: Everywhere,
        files: JobProcess,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("occurrenceDrawer")
        self._session = session
        self._view = view
        self._aim = aim
        self._comparing = False  # whether the names not treated alike are what Escape goes back to
        self._made: list[Page] = []
        self._beyond = False  # whether another article than the open one was changed since it was looked
        self._everywhere = everywhere
        self._files = files
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._refresh)
        self._keyboard = QTimer(self, singleShot=True, interval=0)  # who has it now is known after the event
        self._keyboard.timeout.connect(self.keyboard_changed)
        session.document_opened.connect(self._on_document)
        session.project_closed.connect(self.close_drawer)
        session.edited.connect(self._on_edit)
        for changed in (session.tokens_arrived, session.suggestions_changed):
            changed.connect(self._on_arrival)
        self.hide()

    # Each page is made when it is first asked for: the window opens without them.

    @cached_property
    def page(self) -> "OccurrencePage":
        """The occurrences of words."""
        from ui.occurrences.page import OccurrencePage

        made = OccurrencePage(self._session, self._everywhere, self._files)
        made.left.connect(self._go_back)
        made.done.connect(self._on_done)
        made.found.connect(self._on_found)
        made.jump_wanted.connect(self._jump)
        self.take_in(made, made.list)
        return made

    @cached_property
    def consistency(self) -> "ConsistencyPage":
        """Names that are not treated alike."""
        from ui.occurrences.consistency_page import ConsistencyPage

        made = ConsistencyPage(self._session, self._files)
        made.left.connect(self.close_drawer)
        made.chosen.connect(self._lead_on)
        self.take_in(made, made.table)
        return made

    @cached_property
    def triage(self) -> "TriagePage":
        """The suggestions of the project."""
        from ui.occurrences.triage_page import TriagePage

        made = TriagePage(self._session, self._everywhere, self._files)
        made.left.connect(self.close_drawer)
        made.done.connect(self._on_settled)
        made.jump_wanted.connect(self._show_pending)
        self.take_in(made, made.list)
        return made

    @cached_property
    def said_before(self) -> "SaidBeforePage":
        """The claims that say the same as one of them."""
        from ui.before.page import SaidBeforePage

        made = SaidBeforePage(self._session, self._view, self._aim, self._files)
        made.left.connect(self.close_drawer)
        self.take_in(made, made.list)
        return made

    def take_in(self, page: "Page", *own: QWidget) -> None:
        """Make a page one of the drawer's; ``own`` are the widgets whose keys `hints` names."""
        page.failed.connect(self.failed)
        for widget in own:
            widget.installEventFilter(self)
        self._pages.addWidget(page)
        self._made.append(page)

    @property
    def has_keyboard(self) -> bool:
        """Whether keys go to the drawer."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def hints(self) -> tuple[Hint, ...]:
        """Say what the keys do while the drawer has the keyboard."""
        return next(page for page in self._made if page is self._pages.currentWidget()).hints()

    def open(self) -> None:
        """Look for the selected words, those of the active row, or the word at the caret."""
        search = self._searched()
        if search is None:
            self._aim.told.emit(self.tr("Select the words first."), False)
            return
        self._comparing = False
        self.show_page(self.page)
        self.page.open(search)

    def open_consistency(self) -> None:
        """List the names that are not treated alike."""
        self._comparing = True
        self.show_page(self.consistency)
        self.consistency.open()

    def open_triage(self) -> None:
        """List the suggestions of the project."""
        self.show_page(self.triage)
        self.triage.open()

    @Slot()
    def open_said_before(self) -> None:
        """List the claims that say the same as the one with the ring."""
        claim = self._aim.row()
        if not isinstance(claim, Span) or claim.layer != CLAIMS:
            self._aim.told.emit(self.tr("Go to a claim first."), False)
            return
        self.show_page(self.said_before)
        self.said_before.open(claim)

    @Slot()
    def close_drawer(self) -> None:
        """Hide it; the occurrence that was chosen stays selected."""
        if self.isHidden():
            return
        for page in self._made:
            page.stop()
        hit = self.page.current() if self._shows("page") else None
        had_keyboard = self.has_keyboard
        self.hide()
        self._view.show_hits(())
        if hit is not None and hit.document == self._view.document_id():
            self._view.select(hit.start, hit.end, exact=True)
        if had_keyboard:
            self._view.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._keyboard.start()
        return False

    def show_page(self, page: QWidget) -> None:
        """Open the drawer with a page."""
        self.opening.emit()
        self._pages.setCurrentWidget(page)
        self.show()

    def _shows(self, name: str) -> bool:
        """Tell whether a page is the one in sight; asking never makes it."""
        return self._pages.currentWidget() is self.__dict__.get(name, self)

    def _searched(self) -> "Search | None":
        opened, row = self._aim.opened, self._aim.row()
        if opened is None:
            return None
        text, (start, end) = opened.document.text, self._aim.selection()
        if start < end:
            same: tuple[Span | Suggestion, ...]
            same = (*opened.spans_at(start, end), *opened.suggestions_at(start, end))
            row = next((r for r in same if r.layer == ENTITIES), None)
        elif row is not None:
            start, end = row.parts[0]
        else:
            start, end = opened.tokens.at(self._view.caret()) or (0, 0)
        words = text[start:end].strip()
        if not words:
            return None
        from ui.occurrences.page import Search

        return Search(words=words, layer=row.layer if row else ENTITIES, label=row.label if row else "")

    @Slot(object)
    def _lead_on(self, search: "Search") -> None:
        self.show_page(self.page)
        self.page.open(search)

    @Slot()
    def _go_back(self) -> None:
        if self._comparing:
            self.page.stop()
            self._view.show_hits(())
            self.open_consistency()
        else:
            self.close_drawer()

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self._go_back()
        told = words or self.tr("There was nothing left to do.")
        self._aim.told.emit(told, bool(words))

    @Slot(str)
    def _on_settled(self, words: str) -> None:
        told = words or self.tr("There was nothing left to do.")
        self._aim.told.emit(told, bool(words))

    @Slot(object)
    def _show_pending(self, pending: "Pending") -> None:
        if self._view.document_id() != pending.document:
            self._session.open_document(pending.document)
        if self._view.document_id() == pending.document:
            self._aim.go(pending.start, pending.end)
            self._aim.activate(pending.id)

    @Slot()
    def _on_found(self) -> None:
        self._show_hits(None)

    @Slot(object)
    def _jump(self, hit: "Hit") -> None:
        if self._view.document_id() != hit.document:
            self._session.open_document(hit.document)
        if self._view.document_id() == hit.document:
            self._show_hits(hit.part)

    def _show_hits(self, current: Part | None) -> None:
        here = self._view.document_id()
        self._view.show_hits([hit.part for hit in self.page.model.hits if hit.document == here], current)

    @Slot()
    def _on_document(self) -> None:
        if self._session.opened is None:
            self.close_drawer()
        elif self.isVisible() and any(map(self._shows, _REFRESHED)):
            if self._shows("page") and self.page.head.in_project:
                self._show_hits(None)
            else:
                self._again.start()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        opened = self._session.opened
        if self.isVisible():
            if self._shows("said_before"):
                self.said_before.follow(edit)
                return
            if not any(map(self._shows, _REFRESHED)):
                return
            if self._shows("triage"):
                self.triage.follow(edit)
                return
            self._beyond |= opened is None or edit.document_ids != {opened.document.id}
            self._again.start()

    @Slot(str)
    def _on_arrival(self, document: str) -> None:
        opened = self._session.opened
        if not any(map(self._shows, _REFRESHED)):
            return
        if self.isVisible() and self._shows("triage"):
            self.triage.follow_sources()
        elif self.isVisible() and opened is not None and document == opened.document.id:
            self._again.start()

    @Slot()
    def _refresh(self) -> None:
        beyond, self._beyond = self._beyond, False
        if self._shows("page"):
            self.page.refresh(open_article_only=not beyond)
        elif (
            self._shows("consistency")
            and not self.consistency.seeking.busy
            and self.consistency.scope.value is not True
        ):
            self.consistency.seek()
