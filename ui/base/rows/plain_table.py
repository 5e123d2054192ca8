"""The kinds of tables and lists that all windows use."""

from collections.abc import Collection, Sequence
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import set_role, strong
from ui.base.rows.hem import Hem
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.widgets.inputs import named

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AIR = 12  # pixels above and below a line of text, together


class PlainTable(QTableView):
    """A table of rows of one height, without grid or row numbers. One row is selected; Tab leaves the table."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, accessible)
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
        self.hem = Hem(self)

    def set_lines(self, lines: int) -> None:
        """Make all rows as high as this number of text lines."""
        self.setWordWrap(lines > 1)  # otherwise a name is cut at its first hyphen despite the room
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().lineSpacing() + _AIR)

    def share_width(self, columns: Collection[int]) -> None:
        """Let columns share the remaining width, so that the table never scrolls sideways."""
        for column in columns:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def selectRow(self, row: int) -> None:
        """Select a row alone; Qt's method adds to the selection while Ctrl or Shift is held (seen with 6.11)."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag.ClearAndSelect | flag.Rows)

    def be_list(self, height: int) -> None:
        """Show only one column, without a header, in rows of ``height`` pixels.

        Qt's list view lays out all rows again at each step of the scroll bar and at each removal. With 100,000 rows
        that takes 60 ms a frame, against 2 ms in a table.
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
        """Ignore typed letters: they are keys of the listener."""


def click_on_return(table: QTableView) -> None:
    """Let Return do what a click on the current cell does; otherwise a dialog presses its default button."""
    table.installEventFilter(_Clicker(table))


class _Clicker(QObject):
    """Turns Return into a click on the current cell of a table."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in ENTER:
            return False  # first, as a table that is being deleted still gets events, but has no current cell
        index = self._table.currentIndex()
        if index.isValid():
            self._table.clicked.emit(index)
        return index.isValid()


class Place(Protocol):
    """The place in an article that a row leads to: document id, start and end in code points, end exclusive."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class PlaceTable(PlainTable):
    """A table whose rows lead to a place in an article; a click or Return goes there."""

    jump_wanted = Signal(str, int, int)  # document id, start and end in code points, end exclusive

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible, parent)
        self.clicked.connect(self._jump)
        click_on_return(self)

    def place(self, row: int) -> Place:
        """Return the place that a row leads to."""
        raise NotImplementedError

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        place = self.place(index.row())
        self.jump_wanted.emit(place.document, place.start, place.end)


_MOST = 1_000  # columns
_DENSE = "dense"  # the role of a table with small margins in its cells and headings
_SAVED = 12  # pixels that this saves in each column
_LEAST = 130  # least width of the first column in pixels, if its names need it


class FigureModel(RowsModel[Sequence[str], int]):
    """Rows of text that is already formatted; the last row may be the total."""

    def __init__(self, headers: Sequence[str] = (), parent: QWidget | None = None, *, summed: bool = False) -> None:
        super().__init__("", dict(enumerate(headers)), parent, numbers=range(1, _MOST))
        self._summed = summed

    def show(self, rows: Sequence[Sequence[str]], headers: Sequence[str] | None = None) -> None:
        """Replace the rows, and the headers if given."""
        self.beginResetModel()
        self.shown = rows
        if headers is not None:
            self._headings = tuple(enumerate(headers))
        self.endResetModel()

    def words(self, row: Sequence[str], column: int) -> str:
        return row[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole and self._summed and index.row() == len(self.shown) - 1:
            return strong(QFont())
        return super().data(index, role)


class FigureTable(PlainTable):
    """A table of figures. Its first column takes the remaining width, but stays wide enough to read names."""

    def __init__(
        self,
        name: str,
        title: str,
        headers: Sequence[str],
        parent: QWidget | None = None,
        *,
        summed: bool = False,
    ) -> None:
        super().__init__(name, title, parent)
        self.figures = FigureModel(headers, self, summed=summed)
        self.setModel(self.figures)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        columns.sectionResized.connect(self._on_resized)
        self.figures.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(int)
    def _on_resized(self, column: int) -> None:
        if column:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Stretch the first column, but keep it wide enough to tell names apart.

        Columns that would not fit then move closer together; if that is not enough, the table scrolls.
        """
        columns, room = self.horizontalHeader(), self.viewport().width()
        others = columns.length() - columns.sectionSize(0)
        wanted = max(self.sizeHintForColumn(0), columns.sectionSizeHint(0))
        columns.resizeSection(0, max(room - others, min(wanted, _LEAST)))
        saved = _SAVED * columns.count() if self.property("role") == _DENSE else 0
        role = _DENSE if min(wanted, _LEAST) + others + saved > room else ""
        if role != (self.property("role") or ""):
            for part in (self, columns):
                set_role(part, role)
            columns.resizeSections()
            self._fit()


class RowsView(PlainTable):
    """A list with hover. Home and End go to the first and last row; Return and Escape leave the list."""

    leaving = Signal()  # Return or Escape: the focus goes where the row leads
    removing = Signal()  # Delete

    def __init__(self, name: str, accessible: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.be_list(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Home and End, which Qt's table applies to columns, and leave on Return and Escape."""
        last = self.model().rowCount() - 1
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and last >= 0:
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row visible if it was visible; a list shown for the first time scrolls to it."""
        current, before = self.currentIndex(), QRect(QPoint(0, 0), event.oldSize())
        seen = before.isEmpty() or before.intersects(self.visualRect(current))
        super().resizeEvent(event)
        if seen and current.isValid():
            self.scrollTo(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep an empty selection empty: Qt would select the first row, and the article would jump there."""
        chosen, selection = self.currentIndex().isValid(), self.selectionModel()
        with QSignalBlocker(selection):
            super().focusInEvent(event)
            if not chosen:
                selection.clearCurrentIndex()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus(QPainter(self.viewport()), self.viewport().rect(), self.palette())
