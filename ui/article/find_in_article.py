"""The bar that searches the open article."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from annotator.model.values import Part
from ui.article.view import ArticleView
from ui.base.i18n import number
from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import close_button
from ui.base.widgets.inputs import fill, named
from ui.base.window_keys import WindowKeys
from ui.bridge.session import Session

_MOST = 2_000


class FindBar(QFrame):
    """Search field below the article. Return goes to the next hit, Shift+Return to the previous one, Esc closes."""

    opening = Signal()

    def __init__(self, session: Session, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._session = session
        self._view = view
        self._hits: list[Part] = []
        self._at = -1
        self._field = named(FindField(), "findField", self.tr("Find in the article"))
        self._field.setPlaceholderText(self.tr("Find in the article"))
        self._field.textChanged.connect(self._search)
        self._field.stepped.connect(self._step)
        self._field.left.connect(self.close_bar)
        self._count = plain(role="muted")
        close = close_button("findClose", self.tr("Close"), self.close_bar)
        fill(QHBoxLayout(self), (self._field, 1), self._count, close, margins=(16, 6, 8, 6), spacing=12)
        session.document_opened.connect(self.close_bar)
        self.hide()

    def open(self) -> None:
        """Show the field and search for the selected text, if any."""
        self.opening.emit()
        start, end = self._view.selection()
        opened = self._session.opened
        if opened is not None and start < end <= start + 200:
            self._field.setText(opened.document.text[start:end])
        self.show()
        self._field.selectAll()
        self._field.setFocus()
        self._search(self._field.text())

    @Slot()
    def close_bar(self) -> None:
        """Hide the field and the hits; the current hit stays selected."""
        if self.isHidden():
            return
        if 0 <= self._at < len(self._hits):
            self._view.select(*self._hits[self._at], exact=True)
        self.hide()
        self._hits, self._at = [], -1
        self._view.show_hits(())
        self._view.setFocus()

    @Slot(str)
    def _search(self, words: str) -> None:
        opened = self._session.opened
        if opened is None or self.isHidden():
            return
        self._hits = find(opened.document.text, words)
        caret = self._view.caret()
        self._at = next((i for i, (start, _) in enumerate(self._hits) if start >= caret), 0) if self._hits else -1
        self._show()

    @Slot(int)
    def _step(self, step: int) -> None:
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show()

    def _show(self) -> None:
        current = self._hits[self._at] if self._hits else None
        self._view.show_hits(self._hits, current)
        if not self._field.text():
            self._count.setText("")
        elif current is None:
            self._count.setText(self.tr("not found"))
        else:
            of = self.tr("{place} of {count}")
            self._count.setText(of.format(place=number(self._at + 1), count=number(len(self._hits))))


class FindField(QLineEdit):
    """Field in which Return steps forward, Shift+Return steps back, and Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        WindowKeys(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def find(text: str, words: str) -> list[Part]:
    """Return where `words` occur in `text`, ignoring case, in code points; at most `_MOST` hits."""
    folded, wanted = text.lower(), words.lower()
    if not wanted or len(folded) != len(text):  # a letter that becomes several in lower case would shift the rest
        folded, wanted = text, words
    found: list[Part] = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0 and len(found) < _MOST:
        found.append((at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found
