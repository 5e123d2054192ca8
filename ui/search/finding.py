"""Joins the search with the window: opens it in the drawer, leads to what it found, lets it look again."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.article.view import ArticleView
from ui.hand.aim import Aim
from ui.hand.everywhere import Everywhere
from ui.session import Session

if TYPE_CHECKING:
    from annotator.concordance import Place
    from ui.occurrences.drawer import Drawer
    from ui.search.page import SearchPage


class Finding(QObject):
    """Makes the page when it is first asked for: the window opens without it."""

    batch_wanted = Signal(list)  # ids of articles

    def __init__(self, session: Session, view: ArticleView, aim: Aim, everywhere: Everywhere, drawer: "Drawer") -> None:
        super().__init__(drawer)
        self._session = session
        self._view = view
        self._aim = aim
        self._everywhere = everywhere
        self._drawer = drawer
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._refresh)
        session.edited.connect(self._on_edit)

    @cached_property
    def page(self) -> "SearchPage":
        """The line, the filters, and what was found."""
        from ui.search.page import SearchPage

        made = SearchPage(self._session, self._everywhere)
        made.left.connect(self._drawer.close_drawer)
        made.told.connect(self._aim.told)
        made.batch.wanted.connect(self.batch_wanted)
        made.jump_wanted.connect(self._show_place)
        self._drawer.take_in(made, made.list, made.line)
        return made

    @Slot(str)
    def open(self, words: str = "") -> None:
        """Find words in all articles, or go on with what was looked for last."""
        from annotator.question import Question

        self._drawer.show_page(self.page)
        self.page.open(Question(words=words) if words else None)

    @Slot(object, bool)
    def _show_place(self, place: "Place", enter: bool) -> None:  # noqa: FBT001
        if self._view.document_id() != place.document:
            self._session.open_document(place.document)
        if self._view.document_id() != place.document:
            return  # it was deleted meanwhile; the session has said so
        found = self.page.model.places if place.words and not place.span else ()
        self._view.show_hits([p.part for p in found if p.document == place.document and p.words], place.part)
        self._aim.go(place.start, place.end)
        self._aim.activate(place.span or None)
        if enter:
            self._view.setFocus()

    @Slot()
    def _on_edit(self) -> None:
        if "page" in self.__dict__ and self.page.isVisible():
            self._again.start()

    @Slot()
    def _refresh(self) -> None:
        if self.page.isVisible():
            self.page.refresh()
