"""The lists beside the article."""

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.base.look.painting import paint_focus
from ui.base.tables.plain_table import ENTER, PlainTable


class RowsView(PlainTable):
    """A list with hover. Home and End go to the first and last row, Return and Escape back to the article."""

    leaving = Signal()  # Return or Escape: the focus goes where the row leads

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
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row visible if it was; a list that is shown for the first time scrolls to it."""
        current, before = self.currentIndex(), QRect(QPoint(0, 0), event.oldSize())
        seen = before.isEmpty() or before.intersects(self.visualRect(current))
        super().resizeEvent(event)
        if seen and current.isValid():
            self.scrollTo(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select nothing: Qt would select the first row, and the article would jump there."""
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
