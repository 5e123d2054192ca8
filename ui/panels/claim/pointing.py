"""Input in the article while a claim waits for words: clicking and keys take words, typing searches for them."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent

from annotator.editing.edits import Edit
from annotator.model.citations import begins_address
from annotator.model.values import Part, Span, Suggestion
from ui.article.canvas import clear_selection
from ui.article.caret import Caret
from ui.article.scroll import Anchor
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.claim.claim_fields import means_words, words_label
from ui.panels.span.typed_words import BEGINS, Sought, fit, places

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SILENT = {"+", "-", " "}  # ignored as the first key: no match starts with them, and elsewhere they act on claims
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_REACH = 15_000  # code points searched before and after the visible text: covers most articles in less than a frame


class WordChooser(QObject):
    """An event filter that takes the words that are clicked, selected, or at the caret on Enter.

    Typing selects the best match: a name, a claim, or words where words are allowed; Tab goes to the next match.
    Typing never scrolls the article, Tab does; the text goes back to its place when the search ends.
    Without a match nothing is selected, and Enter does nothing. In a field that can cite, an address that is typed or
    pasted goes into the field, and so does, on Enter, text without a match. A new label is taken if it fits.
    """

    def __init__(self, session: Session, card: ClaimCard, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._wanted = card.words
        self._view = view
        self._typed = ""
        self._left: tuple[str | None, Caret] | None = None  # article and caret to return to after the search
        self._from: tuple[Anchor | None, int] | None = None  # place before the search scrolled, and where it led
        self._by_key = False
        self._wanted.started.connect(self._start)
        self._wanted.ended.connect(self._stop)
        self._wanted.related.connect(self._give_back)
        self._wanted.spelled.connect(self._begin)
        session.settled.connect(self._on_settled)
        session.document_opened.connect(self._on_document)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            if kind == QEvent.Type.MouseButtonRelease and not self._is_beside(event):
                QTimer.singleShot(0, self, self._take_pointed)  # after the view has moved the caret
        elif isinstance(event, QKeyEvent) and watched is self._view and self._is_own(event):
            event.accept()  # otherwise Enter would accept a suggestion, and a letter would set a label
            if kind == QEvent.Type.KeyPress:
                self._press(event)
            return True
        return False

    def candidates(self, typed: str) -> list[Part]:
        """Return the places of matches, best first: visible ones, else names and claims nearby."""
        want, opened = self._wanted.want, self._session.opened
        if want is None or opened is None:
            return []
        first, last = self._in_sight()
        found = self._ranked(typed, (first, last), words=words_label(want.relation) is not None and bool(typed))
        return found or self._ranked(typed, (max(0, first - _REACH), last + _REACH), words=False)

    def _ranked(self, typed: str, area: Part, *, words: bool) -> list[Part]:
        """Return the matches in an area, best first; with ``words`` also unlabelled words.

        Unlabelled words come after labels, unless the relation is meant for plain words.
        """
        want, opened = self._wanted.want, self._session.required_opened()
        if want is None:
            return []
        loose = means_words(want.relation)
        here = want.claim.document == opened.document.id
        near = (want.claim.start, want.claim.end) if here else (area[0], area[0])
        rows = [row for row in self._view.page.rows.within(*area) if self._wanted.fits(row)]
        found: list[tuple[tuple[int, ...], Part]] = []
        for row in rows:
            how = fit(row.quote(opened.document.text), typed)
            if how is not None:
                late = isinstance(row, Suggestion)
                order = (late, how, 0) if loose else (0, how, late)
                distance = max(near[0] - row.end, row.start - near[1], 0)
                found.append(((*order, distance), (row.start, row.end)))
        if words:
            hidden = [] if loose else rows
            for start, end in self._words(typed, area):
                if not any(row.start <= start and end <= row.end for row in hidden):
                    away = max(near[0] - end, start - near[1], 0)
                    found.append(((0, BEGINS, 1, away) if loose else (1, 0, 0, away), (start, end)))
        return list(dict.fromkeys(part for _, part in sorted(found)))

    def _is_beside(self, event: QMouseEvent) -> bool:
        """Return whether a click is on the cards beside the text, where there are no words to take."""
        cards = self._view.page.layout.measures.cards
        return cards is not None and event.position().x() >= cards

    @Slot(str)
    def _start(self, _relation: str) -> None:
        self._forget()
        self._by_key = self._card.holds_keyboard
        clear_selection(self._view)
        self._view.setFocus()
        for watched in (self._view, self._view.viewport()):
            watched.installEventFilter(self)

    @Slot(str)
    def _begin(self, letter: str) -> None:
        if self._wanted.want is not None:
            self._show(letter, 0)

    @Slot()
    def _stop(self) -> None:
        for watched in (self._view, self._view.viewport()):
            watched.removeEventFilter(self)
        self._go_back()  # otherwise the next search would begin with this match
        self._forget()
        self._give_back()

    def _go_back(self) -> None:
        if self._left is not None and self._left[0] == self._view.document_id():
            self._view.move_caret(self._left[1])
            if self._from is not None and self._view.scrolling.top == self._from[1]:
                self._view.scrolling.restore(self._from[0])
                self._view.viewport().update()
            self._from = None

    def _forget(self) -> None:
        self._typed, self._left, self._from = "", None, None

    def _lead(self, part: Part) -> None:
        """Scroll to a match if it is out of sight, and remember where the text was."""
        scrolling = self._view.scrolling
        before, top = scrolling.anchor(), scrolling.top
        scrolling.ensure_visible(*part)
        if scrolling.top != top:
            stays = self._from is not None and self._from[1] == top
            self._from = (self._from[0] if self._from is not None and stays else before), scrolling.top

    @Slot()
    def _on_document(self) -> None:
        """Drop the search and the remembered caret, which belong to the previous article."""
        self._forget()
        if self._wanted.want is not None:
            self._wanted.seek(None)

    @Slot()
    def _give_back(self) -> None:
        """Return the focus to the card if it came from there."""
        if self._by_key and self._view.window().focusWidget() is self._view:
            self._card.open_keyboard()

    @Slot()
    def _take_pointed(self) -> None:
        """Take the words that were clicked or dragged over, and clear the typed text."""
        self._forget()
        self._wanted.seek(None)
        self._take()

    def _take(self) -> None:
        start, end = self._view.selection()
        caret = self._view.caret()
        self._wanted.take_at(*((start, end) if start < end else (caret, caret)))

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._wanted.stop()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._wanted.typed.emit(" ".join(QGuiApplication.clipboard().text().split()))
        elif key in _TAKE:
            if not self._typed or self.candidates(self._typed):
                self._take()
            elif self._cites:
                self._wanted.typed.emit(self._typed)
        elif key in _STEPS:
            self._show(self._typed, _STEPS[key])
        elif key == Qt.Key.Key_Backspace:
            self._show(self._typed[:-1], 0)
        elif self._typed or event.text() not in _SILENT:
            typed = self._with_first_letter(self._typed + event.text())
            if self._cites and begins_address(typed):
                self._wanted.typed.emit(typed)
            else:
                self._show(typed, 0)

    def _with_first_letter(self, typed: str) -> str:
        """Return what was typed, after the key that was pressed twice if only then it matches.

        W W waits for a claimant, but W and “Weber” begin with the same keys.
        """
        if not self._wanted.letter or self._ranked(typed, self._in_sight(), words=False):
            return typed
        whole = self._wanted.letter + typed
        if self._ranked(whole, self._in_sight(), words=False) or (
            self.candidates(whole) and not self.candidates(typed)
        ):
            self._wanted.letter = ""
            return whole
        return typed

    @property
    def _cites(self) -> bool:
        """Whether the waiting field can cite: an address or words from elsewhere may be typed instead."""
        return self._wanted.want is not None and self._wanted.want.field.cites

    def _show(self, typed: str, step: int) -> None:
        """Select the best match, or with ``step`` the next (1) or previous one (-1), and report its rank."""
        if self._left is None:
            self._left = self._view.document_id(), self._view.drawn
        self._typed = typed
        found = self.candidates(typed) if typed or step else []
        here = self._view.selection()
        place = (found.index(here) + step) % len(found) if step and here in found else 0
        away = ""
        if found:
            whole = self._session.required_opened().tokens.snap(*found[place]) == found[place]
            self._view.select(*found[place], exact=not whole)  # so that Shift+arrows add whole words
            if step:
                self._lead(found[place])
            elif not self._view.scrolling.is_visible(*found[place]):
                away = self._view.page.document.text[slice(*found[place])]
        elif not step:
            self._go_back()
        self._wanted.seek(Sought(typed, place + 1 if found else 0, len(found), away) if typed else None)

    def _words(self, typed: str, area: Part) -> Iterator[Part]:
        """Yield the places of matches, extended to whole words if a word was typed only in part."""
        opened = self._session.required_opened()
        for start, end in places(opened.document.text, typed, area):
            first, last = opened.tokens.at(start), opened.tokens.at(end - 1)
            if first is not None and last is not None:
                yield first[0], last[1]

    def _in_sight(self) -> Part:
        area = self._view.viewport()
        first = self._view.offset_at(QPoint(0, 0)) or 0
        last = self._view.offset_at(QPoint(area.width() - 1, area.height() - 1))
        return first, last if last is not None else len(self._view.page.document.text)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Return whether a key belongs to the search.

        If the user has selected text, only letters do: other keys may be those of labels.
        """
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._cites
        if event.modifiers() & _HELD:
            return False
        key, text = event.key(), event.text()
        if key in _TAKE or key in _STEPS or key == Qt.Key.Key_Escape or text in _SILENT:
            return True
        if key == Qt.Key.Key_Backspace:
            return bool(self._typed)
        start, end = self._view.selection()
        return text.isalpha() or (text.isprintable() and bool(text) and (bool(self._typed) or start == end))

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        if self._wanted.want is None:
            return
        added = [c.after for edit in edits for c in edit.changes if isinstance(c.after, Span) and c.before is None]
        made = next((span for span in added if self._wanted.fits(span)), None)
        if made is not None:
            QTimer.singleShot(0, self, partial(self._wanted.take, made.id))  # after all other slots of this edit
