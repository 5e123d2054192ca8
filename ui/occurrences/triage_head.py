"""The head of the list of the project's suggestions."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.base.look.plain_text import plain
from ui.occurrences.drawer_page import put_below, row

_NARROW = 740  # pixels


class TriageHead(QWidget):
    """Title, filter, order and close button; in a narrow window the filter has a row of its own."""

    def __init__(self, filters: QWidget, order: QWidget, close: QWidget) -> None:
        super().__init__()
        self._filters = filters
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain(self.tr("Suggestions"), role="title"), 0, 0)
        grid.addWidget(filters, 0, 1)
        grid.addLayout(row((), (order, close)), 0, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        put_below(self._grid, self._filters, 1, below=event.size().width() < _NARROW)
