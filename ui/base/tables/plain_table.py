"""Tables of rows: how they look, and what their keys and clicks lead to."""

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AIR = 12  # pixels above and below a line together


class PlainTable(QTableView):
    """Whole rows of one height without a grid or numbers, one chosen at a time; Tab leads out of it."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.set_lines(1)

    def set_lines(self, lines: int) -> None:
        """Give each row the height of so many lines of text."""
        self.setWordWrap(lines > 1)  # else a name is cut at its first hyphen, though there is room
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().lineSpacing() + _AIR)

    def share_width(self, columns: Collection[int]) -> None:
        """Let these columns take what the others leave, so that there is nothing to scroll to."""
        for column in columns:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def be_list(self, height: int) -> None:
        """Have one column without a head, and rows of a height in pixels.

        A table, for Qt's list lays out every row anew with each step of the scroll bar and when one goes: with
        100,000 of them 60 ms a frame against 2.
        """
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(height)


class KeyTable(PlainTable):
    """Offers each key before it moves in the rows; typing never searches in them."""

    pressed_key = Signal(object)  # the QKeyEvent; who accepts it has taken it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters do something else here."""


class Place(Protocol):
    """Where a row leads to."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class PlaceTable(PlainTable):
    """A click, or Return, leads to the place of the row in its article."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible, parent)
        self.clicked.connect(self._jump)

    def place(self, row: int) -> Place:
        """Give where a row leads to."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._jump(self.currentIndex())  # a dialog would take it for its default button
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        place = self.place(index.row())
        self.jump_wanted.emit(place.document, place.start, place.end)
