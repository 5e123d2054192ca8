"""The base class of the drawer's pages, and the parts that the pages share."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.editing.edits import Edit
from annotator.system.errors import AnnotatorError
from ui.base.i18n import translate
from ui.base.key_line import Hint
from ui.base.look.plain_text import plain
from ui.base.look.sizes import APART, NEAR, TIGHT
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import ListModel, RowsModel
from ui.base.widgets import buttons
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.inputs import fill, named
from ui.bridge.opened import Opened
from ui.bridge.session import Session


class Foot(QWidget):
    """The foot of a page: a count and the main button. During work: a text, a progress bar and a Stop button.

    If there is too little room for all, the main button and what belongs to it are on a line of their own.
    """

    wanted = Signal()
    stopped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()

        self._count = named(CutLabel("muted"), f"{name}Count")
        self._words = plain(role="muted", name=f"{name}Words")
        self._bar = named(QProgressBar(textVisible=False), f"{name}Bar", self.tr("Progress"))
        self._bar.setFixedWidth(160)
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the page behind is wider
        self._offered = True
        self._links = _row((self._count,))
        for line in (self._links, _row((self._words, self._bar))):
            page = QWidget()
            page.setLayout(line)
            self._pages.addWidget(page)
        self._button = _button(f"{name}Do", self.tr("Do It"))
        self._button.setDefault(True)
        self._button.clicked.connect(self.wanted)
        self._stop = _button(f"{name}Stop", self.tr("Stop"))
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        self._grid, self._right = QGridLayout(self), QWidget()
        self._do = fill(QHBoxLayout(self._right), 1, self._stop, self._button, margins=0, spacing=APART)
        self._grid.setContentsMargins(APART, TIGHT, NEAR, TIGHT)
        self._grid.setHorizontalSpacing(APART)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._pages, 0, 0)
        self._grid.addWidget(self._right, 0, 1)

    def add(self, *links: QWidget) -> None:
        """Add links after the count."""
        for link in links:
            self._links.insertWidget(self._links.count() - 1, link)

    def add_choice(self, choice: QWidget) -> None:
        """Add a choice before the main button."""
        self._do.insertWidget(1, choice)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return done

    def show_count(self, words: str, short: str = "") -> None:
        """Show a text with the number of rows; ``short``, if given, is shown where the text does not fit."""
        self._count.setText(words, short)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(short) + 2 if short else 0)

    def show_button(self, words: str, *, enabled: bool, offered: bool = True) -> None:
        """Set the main button's text and whether it is enabled; without ``offered`` the button is hidden."""
        self._offered = offered
        self._button.setVisible(offered and self._pages.currentIndex() == 0)
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setEnabled(enabled)

    def begin(self, words: str) -> None:
        """Show that work is running, with an indeterminate progress bar."""
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._turn(working=True)

    def advance(self, done: int, total: int) -> None:
        """Show how much of the running work is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Hide the progress of the work, and show the count and the main button again."""
        self._turn(working=False)

    def _fit(self) -> None:
        margins = self._grid.contentsMargins()
        needed = margins.left() + self._links.minimumSize().width() + APART
        needed += self._right.sizeHint().width() + margins.right()
        put_below(self._grid, self._right, 1, below=self.width() < needed)

    def _turn(self, *, working: bool) -> None:
        self._pages.setCurrentIndex(1 if working else 0)
        self._stop.setVisible(working)
        self._button.setVisible(self._offered and not working)


def link(name: str, text: str = "", spoken: str = "") -> QPushButton:
    """Build a button that looks like a link."""
    return named(QPushButton(text), name, spoken or text, role="link")


def _row(widgets: Iterable[QWidget]) -> QHBoxLayout:
    return fill(QHBoxLayout(), *widgets, 1, margins=0, spacing=12)


def _button(name: str, words: str) -> QPushButton:
    button = named(QPushButton(words), name, words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


Row = TypeVar("Row")
Model = TypeVar("Model", bound=ListModel[Any] | RowsModel[Any, Any])
List = TypeVar("List", bound=KeyTable)
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_REST = 40  # milliseconds that the arrow keys must rest before the article follows


class InArticle(Protocol):
    """A row that belongs to an article."""

    @property
    def document(self) -> str: ...


class DrawerPage(QWidget, Generic[Row, Model, List]):
    """A drawer page: a list, or a message while it is empty, and a foot. The article follows the selected row.

    Escape cancels running work; otherwise it leaves the page. A subclass implements `stop`, `hints` and `_press`, and a
    method ``open`` with arguments of its own. Unless it follows by itself, it also overrides `refresh`.
    """

    jump_wanted = Signal(object)  # a row of the model
    left = Signal()
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, name: str, session: Session, model: Model, list_: List, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model, self.list = model, list_
        model.setParent(self)
        list_.setModel(model)
        self._foot = Foot(name)
        self._pages = ListOrWords(list_, name)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._jump)
        self._foot.stopped.connect(self.stop)
        list_.pressed_key.connect(self._on_key)
        list_.selectionModel().currentChanged.connect(self._on_current)

    @property
    def busy(self) -> bool:
        """Whether work is running, which Escape cancels."""
        return False

    def current(self) -> Row | None:
        """Return the selected row, or None."""
        index = self.list.currentIndex()
        row: Row | None = self.model.shown[index.row()] if index.isValid() else None
        return row

    @Slot()
    def stop(self) -> None:
        """Cancel the running search or step without a message."""
        raise NotImplementedError

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints for the page's keys; the last one is for the key that closes the page."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Search again, after an edit or for another article. Some pages follow by themselves and do nothing here."""

    def follow(self, _edits: Sequence[Edit]) -> bool:
        """Update the page after edits; return whether that makes `refresh` unnecessary."""
        return False

    def follow_sources(self) -> bool:
        """Update the page after sources made suggestions; return whether that makes `refresh` unnecessary."""
        return False

    def follow_article(self) -> bool:
        """Update the page after another article was opened; return whether that makes `refresh` unnecessary."""
        return False

    def _select(self, row: int) -> None:
        """Select a row, or the nearest row if it does not exist."""
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, len(self.model.shown) - 1)), 0))

    def _press(self, event: QKeyEvent) -> bool:
        """Handle a key pressed in the list; return whether the page uses the key."""
        raise NotImplementedError

    def _leave(self) -> None:
        if self.busy:
            self.stop()
        else:
            self.left.emit()

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDS:
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            event.accept()
        else:
            event.setAccepted(self._press(event))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._rest.start()

    @Slot()
    def _jump(self) -> None:
        row = self.current()
        if row is not None and self.isVisible():
            self.jump_wanted.emit(row)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._foot.end()
        self.failed.emit(error)


class ListOrWords(QWidget):
    """A list with a message over it while empty. The list keeps the keyboard, because its keys still work."""

    def __init__(self, list_: QWidget, name: str) -> None:
        super().__init__()
        self._list = list_
        self._nothing = plain(role="muted", name=f"{name}Nothing", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._nothing.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (list_, self._nothing):
            layout.addWidget(each, 0, 0)

    def turn(self, *, there: bool, otherwise: str) -> None:
        """Show the list; if nothing is ``there``, show the message ``otherwise`` over it."""
        self._nothing.setText(otherwise)
        self._nothing.setVisible(not there)
        self._list.setAccessibleDescription("" if there else otherwise)


def put_below(grid: QGridLayout, widget: QWidget, column: int, *, below: bool) -> None:
    """Move a widget from the grid's first row to a separate row ``below`` it, or back to its column."""
    place = (1, 0, 1, -1) if below else (0, column, 1, 1)
    if grid.getItemPosition(grid.indexOf(widget))[0] != place[0]:  # type: ignore[index]  # the stubs say object
        grid.removeWidget(widget)
        grid.addWidget(widget, *place)


def first_of(rows: Sequence[InArticle], opened: Opened | None) -> int:
    """Return the index of the first row that is about the open article, or 0."""
    here = opened.document.id if opened is not None else ""
    return next((at for at, row in enumerate(rows) if row.document == here), 0)


def close_button(name: str, left: SignalInstance) -> QPushButton:
    """Build a close button; a click emits the page's signal ``left``."""
    return buttons.close_button(f"{name}Close", translate("DrawerFrame", "Close"), left)


def row(left: Iterable[QWidget], right: Iterable[QWidget], *, wide: bool = False) -> QHBoxLayout:
    """Lay out widgets at both ends of a row.

    The gap between them stretches, or with ``wide`` the last widget at the left.
    """
    made = fill(QHBoxLayout(), *left, spacing=12)
    if wide:
        made.setStretch(made.count() - 1, 1)
    else:
        made.addStretch(1)
    for widget in right:
        made.addWidget(widget)
    return made


def lay_out_page(page: QWidget, head: QWidget | QLayout, body: QWidget | QLayout, foot: QWidget) -> None:
    """Lay out head, body and foot on a page, from top to bottom; a head given as a layout gets margins."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if isinstance(head, QLayout):
        head.setContentsMargins(12, 6, 8, 6)
    for part, stretch in ((head, 0), (body, 1), (foot, 0)):
        if isinstance(part, QLayout):
            layout.addLayout(part, stretch)
        else:
            layout.addWidget(part, stretch)
