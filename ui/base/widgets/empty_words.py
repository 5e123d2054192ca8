"""A sentence in a list or table that has no rows."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel

from ui.base.look.sizes import NEAR, WIDE


class EmptyWords(QLabel):
    """A sentence in the middle of a list or table, visible while it has no rows.

    Its model must be set before, and must not be replaced.
    """

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(words, view.viewport())
        self.setObjectName(f"{view.objectName()}Empty")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setContentsMargins(WIDE, NEAR, WIDE, NEAR)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # files are dropped on the list
        self._view = view
        view.viewport().installEventFilter(self)
        for changed in (view.model().modelReset, view.model().rowsInserted, view.model().rowsRemoved):
            changed.connect(self._adapt)
        self._adapt()

    def say(self, words: str) -> None:
        """Show another sentence."""
        self.setText(words)
        self._adapt()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view.viewport() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)

    @Slot()
    def _adapt(self) -> None:
        empty = not self._view.model().rowCount()
        self.setVisible(empty)
        self._view.setAccessibleDescription(self.text() if empty else "")
        if empty:
            self.setGeometry(self._view.viewport().rect())
