"""A label in one line that shrinks to make room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.base.look.plain_text import tooltip

_LEAST = 6  # characters
_SPARE = 2  # pixels: elidedText counts fractions


class CutLabel(QLabel):
    """A label that elides its text to fit; the tooltip then has the full text."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the full text, including what is cut."""
        return self._words

    def setText(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._fit()
            self.updateGeometry()

    @property
    def shown(self) -> str:
        """The visible text."""
        return super().text()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _SPARE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(tooltip(self._words) if shown != self._words else "")
