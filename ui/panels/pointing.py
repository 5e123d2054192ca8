"""While a claim waits for words: clicks and keys in the article hand them over, first letters go to them."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent

from annotator.edits import Edit
from annotator.model import Part, Span
from ui.article.view import ArticleView
from ui.panels.claim_card import ClaimCard
from ui.panels.claim_fields import words_label
from ui.session import Session

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SILENT = {"+", "-"}  # they would add to the claim the words that are meant for a field
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Pointing(QObject):
    """Takes what is clicked, selected, or at the caret when Enter comes.

    Letters select the nearest name that begins with them, or word where words will do; Tab goes to the next one. A
    label that is given meanwhile is taken, if it is one that is wanted.
    """

    def __init__(self, session: Session, card: ClaimCard, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._wanted = card.words
        self._view = view
        self._typed = ""
        self._by_key = False
        self._wanted.started.connect(self._start)
        self._wanted.ended.connect(self._stop)
        self._wanted.related.connect(self._give_back)
        session.edited.connect(self._on_edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            if kind == QEvent.Type.MouseButtonRelease and not self._is_beside(event):
                QTimer.singleShot(0, self, self._take)  # once the view has moved the caret
        elif isinstance(event, QKeyEvent) and watched is self._view and _is_own(event):
            event.accept()  # or Enter would accept a suggestion, and a letter would be a label's key
            if kind == QEvent.Type.KeyPress:
                self._press(event)
            return True
        return False

    def candidates(self, typed: str) -> list[Part]:
        """Give what is in sight, can be taken and begins like this, the nearest to the claim first."""
        want, opened = self._wanted.want, self._session.opened
        if want is None or opened is None:
            return []
        first, last = self._in_sight()
        start = typed.casefold()
        rows = [row for row in self._view.page.rows.within(first, last) if self._wanted.fits(row)]
        named = [(row.start, row.end) for row in rows if _begins(row.quote(opened.document.text), start)]
        loose = self._words(start, first, last) if words_label(want.relation) is not None and start else ()
        free = [part for part in loose if not any(row.start <= part[0] and part[1] <= row.end for row in rows)]
        here = want.claim.document == opened.document.id
        around = (want.claim.start, want.claim.end) if here else (first, first)
        return [*_by_distance(named, around), *_by_distance(free, around)]

    def _is_beside(self, event: QMouseEvent) -> bool:
        """Tell whether a click is on the cards beside the text, which have no words."""
        cards = self._view.page.layout.measures.cards
        return cards is not None and event.position().x() >= cards

    @Slot(str)
    def _start(self, _relation: str) -> None:
        self._typed, self._by_key = "", self._card.holds_keyboard
        self._view.clear_selection()
        self._view.setFocus()
        for watched in (self._view, self._view.viewport()):
            watched.installEventFilter(self)

    @Slot()
    def _stop(self) -> None:
        for watched in (self._view, self._view.viewport()):
            watched.removeEventFilter(self)
        self._give_back()

    @Slot()
    def _give_back(self) -> None:
        """Give the keyboard back to the card if it came from there."""
        if self._by_key and self._view.window().focusWidget() is self._view:
            self._card.open_keyboard()

    @Slot()
    def _take(self) -> None:
        start, end = self._view.selection()
        caret = self._view.caret()
        self._wanted.take_at(*((start, end) if start < end else (caret, caret)))

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._wanted.stop()
        elif key in _TAKE:
            self._take()
        elif key in _STEPS:
            self._show(self._typed, _STEPS[key])
        elif event.text() in _SILENT:
            return
        elif self.candidates(self._typed + event.text()):
            self._typed += event.text()
            self._show(self._typed, 0)
        elif self.candidates(event.text()):  # another word is begun
            self._typed = event.text()
            self._show(self._typed, 0)

    def _show(self, typed: str, step: int) -> None:
        found = self.candidates(typed)
        if not found:
            return
        here = self._view.selection()
        place = (found.index(here) + step) % len(found) if here in found else 0
        start, end = found[place if step else 0]
        self._view.select(start, end, exact=True)
        self._view.scrolling.ensure_visible(start, end)

    def _words(self, typed: str, first: int, last: int) -> Iterable[Part]:
        opened = self._session.required_opened()
        text, tokens = opened.document.text, opened.tokens
        low, high = bisect_left(tokens.starts, first), bisect_left(tokens.starts, last)
        places = zip(tokens.starts[low:high], tokens.ends[low:high], strict=True)
        return ((start, end) for start, end in places if text[start:end].casefold().startswith(typed))

    def _in_sight(self) -> Part:
        area = self._view.viewport()
        first = self._view.offset_at(QPoint(0, 0)) or 0
        last = self._view.offset_at(QPoint(area.width() - 1, area.height() - 1))
        return first, last if last is not None else len(self._view.page.document.text)

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        if self._wanted.want is None:
            return
        added = [c.after for c in edit.changes if isinstance(c.after, Span) and c.before is None]
        made = next((span for span in added if self._wanted.fits(span)), None)
        if made is not None:
            QTimer.singleShot(0, self, partial(self._wanted.take, made.id))  # once all have heard of the edit


def _is_own(event: QKeyEvent) -> bool:
    if event.modifiers() & _HELD:
        return False
    key = event.key()
    return (
        event.text().isalpha() or event.text() in _SILENT or key in _TAKE or key in _STEPS or key == Qt.Key.Key_Escape
    )


def _begins(quote: str, typed: str) -> bool:
    """A name may be typed by any of its words: people go by their surnames."""
    return not typed or quote.casefold().startswith(typed) or any(w.startswith(typed) for w in quote.casefold().split())


def _by_distance(parts: Iterable[Part], around: Part) -> list[Part]:
    start, end = around
    return sorted(parts, key=lambda part: (max(start - part[1], part[0] - end, 0), part))
