"""A hem at the foot of a list: it covers the sliver of a row that is too small to read."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTableView, QWidget

_ROUND = 6  # pixels left to the round corners of a table's frame; a row has no text so near its ends


class Hem(QWidget):
    """Covers the last visible row while the table is at its top and the row's text would be cut.

    In a scrolled table, people expect cut rows.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.hide()
        bar = table.verticalScrollBar()
        bar.valueChanged.connect(self._fit)
        bar.rangeChanged.connect(self._fit)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        table, viewport = self._table, self._table.viewport()
        rows = table.verticalHeader()
        row, line = max(1, rows.defaultSectionSize()), table.fontMetrics().lineSpacing()
        whole, rest = divmod(viewport.height(), row)
        readable = min((row + line) // 2, 2 * line)  # the lower edge of the row's first line of text
        cut = bool(whole and 0 < rest < readable)
        self.setVisible(cut and rows.length() > viewport.height() and not table.verticalScrollBar().value())
        corner = viewport.mapTo(table, QPoint(0, whole * row))
        names = 0 if rows.isHidden() else rows.width()
        room = QRect(corner.x() - names, corner.y(), names + viewport.width(), rest)
        self.setGeometry(room.adjusted(_ROUND, 0, -_ROUND, 0))
