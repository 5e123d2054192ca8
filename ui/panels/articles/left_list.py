"""Widgets shared by the pages of the left column: a list of many rows, and a field that filters it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from ui.base.look.look import is_dark
from ui.base.rows.plain_table import ENTER, RowsView
from ui.base.widgets.inputs import clearable, hinted, named
from ui.base.window_keys import WindowKeys


class LeftList(RowsView):
    """A list with the background of the left column; its rows grow with the font size."""

    def __init__(self, name: str, accessible: str, height: int) -> None:
        super().__init__(name, accessible, height)
        self.setProperty("role", "left")
        self.set_row_height(height)
        self.viewport().setAutoFillBackground(False)
        self.hem.setBackgroundRole(QPalette.ColorRole.Window)

    def set_row_height(self, height: int) -> None:
        """Set the height of all rows, in pixels at the usual font size."""
        self.verticalHeader().setDefaultSectionSize(max(height, self.fontMetrics().height() * height // 17))


def selection_ground(palette: QPalette) -> QColor:
    """Return the background of a selected row."""
    colour = QColor(palette.color(QPalette.ColorRole.Accent))
    colour.setAlpha(52 if is_dark(palette) else 30)
    return colour


class SearchLine(QLineEdit):
    """A field that filters a list while typing. Enter and Down go to the list; the first Escape clears the field."""

    left = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        WindowKeys(self)
        named(self, name, placeholder)
        clearable(hinted(self, placeholder))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
