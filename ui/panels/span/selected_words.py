"""What the inspector shows while no row is active: the selected words, and a hint for labelling."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.chips import Quote
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session

_LONGEST = 300  # characters; more do not fit into a line
_LINES = 1  # two would make the card grow


class SelectedWords(QWidget):
    """The words selected in the article, with a hint for labelling them."""

    changed = Signal()  # `words`

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = ""
        self._quote = named(Quote(), "inspectorSelected")
        self._quote.limit(_LINES)
        self._hint = plain("", "muted", name="inspectorHint", wraps=True)
        fill(QVBoxLayout(self), self._quote, self._hint, margins=0, spacing=8)
        self._show()

    @Slot(int, int)
    def show_selection(self, start: int, end: int) -> None:
        """Show the words from ``start`` to ``end``, in code points, end exclusive; none if both are equal."""
        opened = self._session.opened
        words = opened.document.text[start : min(end, start + _LONGEST)] if opened is not None else ""
        if words != self.words:
            self.words = words
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self._quote.setVisible(bool(self.words))
        self._quote.show_words(self.words, None)
        self._hint.setText(
            self.tr("Choose a label below.") if self.words else self.tr("Select words, then choose a label below.")
        )
