"""Jump to a visible word by its first letters. Words with a label or suggestion come last."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.model.values import ENTITIES, Part
from ui.actions.keymap import label_keys
from ui.article.caret import Caret
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding.aim import Aim

WORD = "word"  # value of `asks`
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_CLOSING = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SILENT = {Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}


class WordJump(QObject):
    """Selects the word whose first letters are typed. Any other key ends this and keeps its usual meaning.

    A label's letter does so, too, if no visible word goes on with it.
    """

    changed = Signal()  # `asks` changed

    def __init__(self, session: Session, view: ArticleView, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._typed = ""
        self._from = 0
        self._drawn = Caret()
        self.asks = ""  # WORD while waiting for letters

    def start(self) -> None:
        """Wait for the first letters of a word."""
        if self._view.document_id() is None:
            return
        self._typed, self._from, self._drawn = "", self._view.caret(), self._view.drawn
        self._view.installEventFilter(self)
        self.asks = WORD
        self.changed.emit()

    def words(self, typed: str, place: int) -> list[Part]:
        """Return the visible words that begin with ``typed``: from ``place`` on, then before; names come last."""
        opened = self._aim.opened
        if opened is None:
            return []
        area, text, tokens = self._view.viewport(), opened.document.text, opened.tokens
        first = self._view.offset_at(QPoint(0, 0)) or 0
        last = self._view.offset_at(QPoint(area.width() - 1, area.height() - 1))
        low, high = bisect_left(tokens.starts, first), bisect_left(tokens.starts, len(text) if last is None else last)
        wanted = typed.casefold()
        found = [
            (start, end)
            for start, end in zip(tokens.starts[low:high], tokens.ends[low:high], strict=True)
            if text[start:end].casefold().startswith(wanted)
        ]
        rows = self._view.page.rows
        names = {part for part in found if any(row.layer == ENTITIES for row in rows.within(*part))}
        return sorted(found, key=lambda part: (part in names, part[0] < place, part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters before the window's shortcuts do."""
        kind = event.type()
        if kind in {QEvent.Type.FocusOut, QEvent.Type.Hide} or self._view.drawn != self._drawn:
            self._stop()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_own(event):
                event.accept()
                return True
            if event.key() not in _SILENT:
                self._stop()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_own(event):
            self._take(event)
            return True
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _HELD:
            return False
        key, text = event.key(), event.text()
        if text.isalpha():
            return not (self._typed and self._labels(text)) or bool(self.words(self._typed + text, self._from))
        return key in _STEPS or key in _CLOSING or key == Qt.Key.Key_Backspace

    def _labels(self, letter: str) -> bool:
        """Return whether a letter is a label's key."""
        project = self._session.project
        return letter.upper() in label_keys(project.schema if project is not None else None)

    def _take(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _CLOSING:
            self._stop()
        elif key in _STEPS:
            self._show(self._typed, _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace:
            self._show(self._typed[:-1], 0)
        else:
            self._show(self._typed + event.text(), 0)

    def _show(self, typed: str, step: int) -> None:
        """Select the first word that matches, or with ``step`` the next or previous one after the selected word."""
        if not typed:
            self._typed = ""
            return
        found = self.words(typed, self._from)
        if not found:
            self._aim.told.emit(self.tr("No visible word begins with “{letters}”.").format(letters=typed), False)
            return
        selected = self._view.selection()
        start, end = found[(found.index(selected) + step) % len(found) if step and selected in found else 0]
        self._aim.activate(None)
        self._view.move_caret(Caret(end, start, exact=True))
        self._typed, self._drawn = typed, self._view.drawn

    def _stop(self) -> None:
        if self.asks:
            self._view.removeEventFilter(self)
            self.asks = ""
            self.changed.emit()
