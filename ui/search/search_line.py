"""The search field."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.model.query import LONGEST
from ui.base.keys.window_keys import WindowKeys
from ui.base.look.plain_text import tooltip

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class QuestionLine(QLineEdit):
    """Return searches again, Down goes to the list, Escape closes; the text stays for the next time."""

    returned = Signal()
    down = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        WindowKeys(self)
        self.setObjectName("searchWords")
        self.setAccessibleName(self.tr("Words to find in titles and texts"))
        self.setPlaceholderText(self.tr("Find in all articles: words, or “words together”"))
        words = self.tr(
            "Finds texts with all these words; words in “quotation marks” must be side by side. The last word"
            " may be incomplete. Case and accents do not matter."
        )
        keys = self.tr("Return shows the best articles first, Down goes to the list, Esc back to the article.")
        self.setToolTip(tooltip(f"{words}\n{keys}"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST)

    def show_words(self, words: str) -> None:
        """Set the text without emitting a signal."""
        with QSignalBlocker(self):
            self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.returned.emit()
        elif key == Qt.Key.Key_Down:
            self.down.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
