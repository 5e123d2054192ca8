"""The base of the drawer's pages, and the parts they share."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.look.plain_text import plain
from ui.base.tables.plain_table import KeyTable
from ui.base.tables.rows_model import RowsModel
from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.occurrences.foot import Foot
from ui.occurrences.list_model import ListModel

translate = QCoreApplication.translate
Row = TypeVar("Row")
Model = TypeVar("Model", bound=ListModel[Any] | RowsModel[Any, Any])
List = TypeVar("List", bound=KeyTable)
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_REST = 40  # milliseconds that the arrow keys must rest before the article follows


class InArticle(Protocol):
    """A row about an article."""

    @property
    def document(self) -> str: ...


class DrawerPage(QWidget, Generic[Row, Model, List]):
    """A list with a message while it is empty, and a foot. The article follows the selected row.

    Keys of the list go to `_press`; Escape cancels what is running, else leaves the page.
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
        """Return whether Escape has something to cancel."""
        return False

    def current(self) -> Row | None:
        """Return the selected row."""
        index = self.list.currentIndex()
        row: Row | None = self.model.shown[index.row()] if index.isValid() else None
        return row

    @Slot()
    def stop(self) -> None:
        """Cancel a search or a running step without a message."""
        raise NotImplementedError

    def _select(self, row: int) -> None:
        """Select a row, or the nearest one."""
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, len(self.model.shown) - 1)), 0))

    def _press(self, event: QKeyEvent) -> bool:
        """Handle a key of the list; return whether it has a meaning."""
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
    """A list with a message over it while it is empty. The list keeps the focus, because its keys still work."""

    def __init__(self, list_: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = list_
        self._nothing = named(plain(role="muted"), f"{name}Nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._nothing.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (list_, self._nothing):
            layout.addWidget(each, 0, 0)

    def turn(self, *, there: bool, otherwise: str) -> None:
        """Show the list, or the message ``otherwise`` if nothing is ``there``."""
        self._nothing.setText(otherwise)
        self._nothing.setVisible(not there)
        self._list.setAccessibleDescription("" if there else otherwise)


def put_below(grid: QGridLayout, widget: QWidget, column: int, *, below: bool) -> None:
    """Move a widget of the grid's first row to a row of its own below, or back to its column."""
    place = (1, 0, 1, -1) if below else (0, column, 1, 1)
    if grid.getItemPosition(grid.indexOf(widget))[0] != place[0]:  # type: ignore[index]  # the stubs say object
        grid.removeWidget(widget)
        grid.addWidget(widget, *place)


def first_of(rows: Sequence[InArticle], opened: Opened | None) -> int:
    """Return the first row of the open article, or 0."""
    here = opened.document.id if opened is not None else ""
    return next((at for at, row in enumerate(rows) if row.document == here), 0)


def close_button(name: str, left: SignalInstance) -> QPushButton:
    """Return a button that closes a page by its signal."""
    button = named(QPushButton("✕"), f"{name}Close", translate("DrawerFrame", "Close"))
    button.setProperty("role", "tab")
    button.clicked.connect(left)
    return button


def row(left: Iterable[QWidget], right: Iterable[QWidget], *, wide: bool = False) -> QHBoxLayout:
    """Return a row with widgets at both ends. The gap stretches, or with ``wide`` the last widget at the left."""
    made = fill(QHBoxLayout(), *left, spacing=12)
    if wide:
        made.setStretch(made.count() - 1, 1)
    else:
        made.addStretch(1)
    for widget in right:
        made.addWidget(widget)
    return made


def lay_out_page(page: QWidget, head: QWidget | QLayout, body: QWidget | QLayout, foot: QWidget) -> None:
    """Lay out head, body and foot on a page; a head that is a layout gets margins."""
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
