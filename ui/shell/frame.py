"""What is visible at the window's first paint: menu bar, columns, welcome page. None of it reacts yet."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.actions.menu_bar import menus_of
from ui.app_services import Desk
from ui.article.layout.captions import Captions
from ui.article.overview import Overview
from ui.article.view import ArticleView
from ui.base.keys.key_line import KeyLine
from ui.base.messages import MessageBar
from ui.base.screen import resize_within_screen
from ui.deciding.decisions import Decisions
from ui.panels.articles.article_list import ArticleList
from ui.panels.articles.blank_page import BlankPage
from ui.panels.articles.left_column import LeftColumn
from ui.panels.right_column import Panels
from ui.panels.top_bar import TopBar
from ui.shell.column_layout import Columns
from ui.shell.projects.welcome import Welcome


class Frame(QMainWindow):
    """Lays out the widgets. What is added to the window later moves none of them."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.desk = desk
        self.may_close: Callable[[], bool] = lambda: True
        session = self.session = desk.session
        self.decisions = Decisions(session)
        captions = Captions(session)
        self.view = ArticleView(caption=captions, describe=captions.describe)
        self.articles = ArticleList(session, desk.settings)
        self.top_bar = TopBar(session)
        self.key_line = KeyLine()
        self.messages = MessageBar(self.key_line)
        self.blank = BlankPage(session)
        self.overview = Overview(self.view)
        self.welcome = Welcome()
        self.panels = Panels(session, self.decisions)
        self.article, self.below_article = QWidget(), QVBoxLayout()
        centre = QWidget()
        centre.setLayout(self.below_article)
        self.left = LeftColumn(session, self.articles)
        self.columns = Columns(self.left, centre, self.panels, self)
        self._pages = QStackedWidget()
        menus_of(self)
        self._lay_out()
        desk.themes.dress()
        resize_within_screen(self, 1440, 900)
        geometry = desk.settings.geometry("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.columns.restore(desk.settings.geometry("columns"))
        self.panels.shares.restore(desk.settings.geometry("panels"))
        self.show_welcome()

    def show_page(self, *, project: bool) -> None:
        """Show the project page with its bars, or the welcome page."""
        self._pages.setCurrentIndex(1 if project else 0)
        for bar in (self.top_bar, self.key_line):
            bar.setVisible(project)

    def show_welcome(self) -> None:
        """Show the welcome page, as no project is open."""
        self.show_page(project=False)
        self.setWindowTitle("Spanwright")
        self.welcome.show_recent(self.desk.settings.recent)
        self.welcome.take_keyboard()

    def set_full_screen(self, full: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Fill the screen, or go back to the former size."""
        state, flag = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | flag if full else state & ~flag)

    # What Qt asks

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.desk.settings.remember_geometry("window", self.saveGeometry())
        self.desk.settings.remember_geometry("columns", self.columns.save())
        self.desk.settings.remember_geometry("panels", self.panels.shares.save())
        event.accept()
        self.closed.emit()

    # Inside

    def _lay_out(self) -> None:
        column = self.below_article
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = QHBoxLayout(self.article)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.overview)
        column.addWidget(self.article, 3)
        column.addWidget(self.blank, 3)
        self.blank.setVisible(False)  # whether there is an article shows when the project is open
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.columns.splitter)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.key_line)
        layered = QWidget()
        over = QGridLayout(layered)  # a message lies over the quiet line: nothing moves for it
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(centre, 0, 0)
        over.addWidget(self.messages, 0, 0, Qt.AlignmentFlag.AlignBottom)
        self.setCentralWidget(layered)
        self.setMinimumSize(640, 420)
