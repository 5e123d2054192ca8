"""The line of the export dialog with the number of labels that break rules, and a link to their list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.dialogs.exporting.breach_list import breaking_words


class BreakingLine(QWidget):
    """Shown while labels break rules; it does not block the export."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breakingLine")
        self._words = plain("")
        self._words.setWordWrap(True)
        show = named(
            QPushButton(self.tr("Show"), autoDefault=False), "breakingShow", self.tr("Show the labels that break rules")
        )
        show.setProperty("role", "link")
        show.clicked.connect(self.wanted)
        fill(QHBoxLayout(self), (self._words, 1), show, margins=(0, 0, 0, 0))
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the number of labels that break rules."""
        self._words.setText(breaking_words(count))
        self.setVisible(count > 0)
