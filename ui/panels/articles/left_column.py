"""The left column: the list of articles, and the open article's labels and history."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.values import CLAIMS
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.panels.articles.article_list import ArticleList
from ui.panels.articles.history_page import HistoryPage
from ui.panels.articles.row_list import RowList

ARTICLES, ROWS, HISTORY = "articles", "rows", "history"


class LeftColumn(QWidget):
    """The left column: three pages, and tabs to switch between them."""

    wanted = Signal()  # a page was requested by key, so the column must be visible

    def __init__(self, session: Session, articles: ArticleList) -> None:
        super().__init__()
        self.setObjectName("leftPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = RowList(session)
        self.history = HistoryPage(session)
        self._pages: dict[str, QWidget] = {ARTICLES: articles, ROWS: self.rows, HISTORY: self.history}
        self._fields: dict[str, QWidget] = {ARTICLES: articles.list, ROWS: self.rows.list, HISTORY: self.history.list}
        self._stack = QStackedWidget()
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setContentsMargins(12, 6, 12, 0)
        switch.setSpacing(0)
        for page, name in (
            (ARTICLES, self.tr("Articles")),
            (ROWS, self.tr("In This Article")),
            (HISTORY, self.tr("History")),
        ):
            self._stack.addWidget(self._pages[page])
            button = self._buttons[page] = QPushButton(name)
            named(button, f"page.{page}", name, role="page")
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            group.addButton(button)
            switch.addWidget(button, 1)
        self._buttons[ARTICLES].setChecked(True)
        fill(QVBoxLayout(self), switch, (self._stack, 1), margins=0, spacing=12)

    @property
    def page(self) -> str:
        return next(page for page, widget in self._pages.items() if widget is self._stack.currentWidget())

    def show_page(self, page: str) -> None:
        self._turn_to(page)
        self.wanted.emit()
        self._fields[page].setFocus()

    def show_claims(self) -> None:
        """Show and focus the claims of the article."""
        self.show_page(ROWS)
        self.rows.show_kind(CLAIMS)

    def _turn_to(self, page: str) -> None:
        self._buttons[page].setChecked(True)
        self._stack.setCurrentWidget(self._pages[page])

    @Slot()
    def _on_clicked(self) -> None:
        self._turn_to(next(page for page, button in self._buttons.items() if button.isChecked()))
