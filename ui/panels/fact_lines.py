"""A few quiet lines of facts, cut where the room ends: their height never changes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.panels.chips import tooltip


class FactLines(QWidget):
    """So many lines, the last ones empty where there is less to say; all of it is in the tooltip."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._facts: tuple[str, ...] = ()

    def text(self) -> str:
        """Give what it says, line by line."""
        return "\n".join(self._facts)

    def show_facts(self, facts: Sequence[str]) -> None:
        """Say something."""
        if self._facts != tuple(facts):
            self._facts = tuple(facts)
            self.setAccessibleName(self.text())
            self.setToolTip(tooltip(self.text()).replace("\n", "<br>"))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for line, fact in enumerate(self._facts[: self._lines]):
            shown = metrics.elidedText(fact, Qt.TextElideMode.ElideRight, self.width())
            top = line * metrics.lineSpacing()
            painter.drawText(QRect(0, top, self.width(), metrics.lineSpacing()), Qt.AlignmentFlag.AlignVCenter, shown)
