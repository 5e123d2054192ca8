"""The part of the inspector that shows the selected words while no row is active, and how to label them."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.base.i18n import translate
from ui.base.later import Later
from ui.base.look.plain_text import plain
from ui.base.widgets.chips import Quote
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session

_LONGEST = 300  # characters; more do not fit into a line
_LINES = 1  # two would make the card grow


class SelectedWords(QWidget):
    """The words that are selected in the article, and a hint that says how to label them."""

    def __init__(self, session: Session, later: Later) -> None:
        """``later`` shows the selection: it is requested when the selection changes."""
        super().__init__()
        self._session, self._later = session, later
        self._selection: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self._words = ""
        self._quote = named(Quote(), "inspectorSelected")
        self._quote.limit(_LINES)
        self._hint = plain("", "muted", name="inspectorHint", wraps=True)
        fill(QVBoxLayout(self), self._quote, self._hint, margins=0, spacing=8)
        self._show()
        self._hint.setText(self._hint_words())

    def follow(self, changed: SignalInstance, selection: Callable[[], tuple[int, int]]) -> None:
        """Follow a selection; ``selection`` returns its range in code points, end exclusive."""
        self._selection = selection
        changed.connect(self._later.ask)

    def show_selection(self) -> str:
        """Show the selected words, and return them; empty without a selection."""
        opened, (start, end) = self._session.opened, self._selection()
        words = opened.document.text[start : min(end, start + _LONGEST)] if opened is not None else ""
        if words != self._words:
            self._words = words
            self._show()
        self._hint.setText(self._hint_words())
        return words

    def _show(self) -> None:
        self._quote.setVisible(bool(self._words))
        self._quote.show_words(self._words, None)

    def _hint_words(self) -> str:
        if self._session.project is not None and not self._session.writable:
            return translate("Hints", "Read only: nothing can be changed.")
        if self._session.opened is None:
            return self.tr("Open an article to label its words.")
        return self.tr("Choose a label below.") if self._words else self.tr("Select words, then choose a label below.")
