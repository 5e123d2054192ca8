"""The line of the export dialog that says how many labels want another look, and leads to the list of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.base.look.plain_text import plain
from ui.dialogs.exporting.breach_list import breaking_words


class BreakingLine(QWidget):
    """It is there while labels break rules; nothing is kept from being written by it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breakingLine")
        self._words = plain("")
        self._words.setWordWrap(True)
        show = QPushButton(self.tr("Show"), autoDefault=False)
        show.setObjectName("breakingShow")
        show.setAccessibleName(self.tr("Show the labels to look at again"))
        show.setProperty("role", "link")
        show.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(show)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many break rules."""
        self._words.setText(breaking_words(count))
        self.setVisible(count > 0)
