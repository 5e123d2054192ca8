"""The parts of the window that the first paint shows: menu bar, columns, welcome page. Input does nothing yet."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions.menus import menus_of
from ui.app_services import Desk
from ui.article.layout.captions import Captions
from ui.article.overview import Overview
from ui.article.view import ArticleView
from ui.base.key_line import KeyLine
from ui.base.log_dialog import resize_within_screen
from ui.base.messages import MessageBar
from ui.base.widgets.inputs import fill
from ui.deciding.decisions import Decisions
from ui.panels.articles.article_list import ArticleList
from ui.panels.articles.blank_page import BlankPage
from ui.panels.articles.left_column import LeftColumn
from ui.panels.right_column import Panels
from ui.panels.top_bar import TopBar
from ui.shell.projects.welcome import Welcome

LEFT_NEEDS = 1100  # window width in pixels below which the column folds
RIGHT_NEEDS = 900
_LEFT, _RIGHT = 296, 336
_LEAST = (640, 300)  # pixels; a screen of 1280 × 720 pixels at 200 % leaves 640 × 360
_NARROWEST = 220


class _Splitter(QSplitter):
    """A splitter that emits its new width before it lays out the window's columns."""

    resized = Signal(int)  # width in pixels

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized.emit(event.size().width())
        super().resizeEvent(event)


class Columns(QObject):
    """Shows or hides the side columns of a splitter: the user chooses, and a narrow window hides them."""

    shown_changed = Signal(bool, bool)  # whether the left and the right column are shown

    def __init__(self, left: QWidget, centre: QWidget, right: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._left, self._centre, self._right = left, centre, right
        self._named = {"left": left, "right": right}
        self._wanted = {left: True, right: True}  # the user's choice for a wide window
        self._folded: dict[QWidget, bool | None] = {left: None, right: None}  # None until the window's width is known
        self.splitter = _Splitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("columns")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for place, widget in enumerate((left, centre, right)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 1 if widget is centre else 0)
        left.setMinimumWidth(_NARROWEST)
        right.setMinimumWidth(_NARROWEST + 60)
        centre.setMinimumWidth(240)
        self.splitter.setSizes([_LEFT, 1440 - _LEFT - _RIGHT, _RIGHT])
        self.splitter.resized.connect(self._fold)

    def show_left(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the left column."""
        self._wish(self._left, shown)

    def show_right(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the right column."""
        self._wish(self._right, shown)

    @Slot()
    def reveal_left(self) -> None:
        """Show the left column, even if the window is narrow."""
        self.show_left(True)

    @Slot()
    def reveal_right(self) -> None:
        """Show the right column, even if the window is narrow."""
        self.show_right(True)

    @Slot()
    def make_room(self) -> None:
        """Hide the columns that the user showed in a narrow window, one after the other, until the centre has room."""
        shown = [column for column, folded in self._folded.items() if folded and not column.isHidden()]
        if shown and self._centre.width() < self._centre.minimumSizeHint().width():
            self._set_shown(shown[0], False)
            self._say()
            QTimer.singleShot(0, self.make_room)  # only the splitter knows how much room the centre has now

    def focus_next(self, step: str) -> None:
        """Move the focus to the next ("1") or previous ("-1") visible column."""
        shown = [w for w in (self._left, self._centre, self._right) if w.isVisible()]
        here = next((i for i, w in enumerate(shown) if w.isAncestorOf(_focus(w)) or w is _focus(w)), 0)
        first = _first_field(shown[(here + int(step)) % len(shown)])
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> QByteArray:
        """Return the column widths in the form to save."""
        return self.splitter.saveState()

    @property
    def hidden(self) -> QByteArray:
        """The names of the columns that the user hid, in the form to save."""
        return QByteArray(" ".join(name for name, each in self._named.items() if not self._wanted[each]).encode())

    def restore(self, state: QByteArray, hidden: QByteArray) -> None:
        """Restore widths returned by `save`, and what `hidden` returned."""
        for name, column in self._named.items():
            self._wanted[column] = name.encode() not in bytes(hidden.data()).split()
        if not state.isEmpty():
            self.splitter.restoreState(state)
            self.splitter.setHandleWidth(1)
        self._fold(self.splitter.width())

    def _wish(self, column: QWidget, shown: bool) -> None:  # noqa: FBT001
        if not self._folded[column]:
            self._wanted[column] = shown
        if column.isHidden() == shown:
            self._set_shown(column, shown)
            self._say()

    @Slot(int)
    def _fold(self, width: int) -> None:
        changed = False
        for column, needs in ((self._left, LEFT_NEEDS), (self._right, RIGHT_NEEDS)):
            folded = width < needs
            if folded != self._folded[column]:
                self._folded[column] = folded
                self._set_shown(column, not folded and self._wanted[column])
                changed = True
        if changed:
            self._say()

    def _set_shown(self, column: QWidget, shown: bool) -> None:  # noqa: FBT001
        had_keyboard = not shown and column.isAncestorOf(_focus(column))
        column.setVisible(shown)
        if had_keyboard:
            _first_field(self._centre).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.shown_changed.emit(not self._left.isHidden(), not self._right.isHidden())


def _focus(within: QWidget) -> QWidget:
    return QApplication.focusWidget() or within.window()


def _first_field(column: QWidget) -> QWidget:
    if column.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return column
    fields = column.findChildren(QWidget)
    wanted = (w for w in fields if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled())
    return next(iter(sorted(wanted, key=_by_size)), column)


def _by_size(widget: QWidget) -> int:
    return -widget.width() * widget.height()  # largest first: the list before its tabs


class Frame(QMainWindow):
    """The window's layout. Widgets that are added after the first paint move none of these."""

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
        self.view.set_look(desk.themes.look(None))  # the first paint comes before the project's colours are known
        self.articles = ArticleList(session, desk.settings, desk.training)
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
        self.columns.restore(desk.settings.geometry("columns"), desk.settings.geometry("hidden"))
        self.panels.shares.restore(desk.settings.geometry("panels"))
        self.show_welcome()

    def show_page(self, *, project: bool) -> None:
        """Show the project page with its bars if ``project``, else the welcome page."""
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
        """Make the window fill the screen, or restore its former size."""
        state, flag = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | flag if full else state & ~flag)

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.desk.settings.remember_geometry("window", self.saveGeometry())
        self.desk.settings.remember_geometry("columns", self.columns.save())
        self.desk.settings.remember_geometry("hidden", self.columns.hidden)
        self.desk.settings.remember_geometry("panels", self.panels.shares.save())
        event.accept()
        self.closed.emit()

    # Inside

    def _lay_out(self) -> None:
        column = self.below_article
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        fill(QHBoxLayout(self.article), (self.view, 1), self.overview, margins=0, spacing=0)
        column.addWidget(self.article, 3)
        column.addWidget(self.blank, 3)
        self.blank.setVisible(False)  # hidden until the project is open and has no open article
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.columns.splitter)
        centre = QWidget()
        fill(QVBoxLayout(centre), self.top_bar, (self._pages, 1), self.key_line, margins=0, spacing=0)
        layered = QWidget()
        over = QGridLayout(layered)  # a message covers the line of keys, so that nothing moves
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(centre, 0, 0)
        over.addWidget(self.messages, 0, 0, Qt.AlignmentFlag.AlignBottom)
        self.setCentralWidget(layered)
        self.setMinimumSize(*_LEAST)
