"""Tables of rows: their look, keys and clicks."""

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AIR = 12  # pixels above and below a line, together


class PlainTable(QTableView):
    """A table of whole rows of one height, without grid or row numbers; one is selected, and Tab leaves the table."""

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
        """Set the height of rows to a number of text lines."""
        self.setWordWrap(lines > 1)  # otherwise a name is cut at its first hyphen despite the room
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().lineSpacing() + _AIR)

    def share_width(self, columns: Collection[int]) -> None:
        """Let columns share the remaining width, so that the table never scrolls sideways."""
        for column in columns:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def be_list(self, height: int) -> None:
        """Show one column without a header, with rows of a height in pixels.

        Qt's list view lays out every row again with each step of the scroll bar and each removal: with 100,000 rows
        60 ms a
        frame, against 2 ms in a table.
        """
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(height)


class KeyTable(PlainTable):
    """A table that offers each key to a listener first; typing never searches in the rows."""

    pressed_key = Signal(object)  # the QKeyEvent; accept it to handle it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Ignore letters: they are keys of the listener."""


class Place(Protocol):
    """The place in an article that a row leads to."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class PlaceTable(PlainTable):
    """A table whose rows lead to a place in an article, by click or Return."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible, parent)
        self.clicked.connect(self._jump)

    def place(self, row: int) -> Place:
        """Return the place that a row leads to."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._jump(self.currentIndex())  # otherwise a dialog presses its default button
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        place = self.place(index.row())
        self.jump_wanted.emit(place.document, place.start, place.end)
