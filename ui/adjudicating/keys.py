"""The keys of adjudication. While an article is being adjudicated, they take precedence over those of actions."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.adjudicating.mode import Adjudicating
from ui.article.view import ArticleView

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALWAYS = 4  # letters that belong to answers, even if a question has fewer choices
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AdjudicationKeys(QObject):
    """Handles letters, Backspace, Return, G and Y before the article gets them."""

    example_wanted = Signal()
    next_wanted = Signal()  # go to the next article

    def __init__(self, mode: Adjudicating, view: ArticleView) -> None:
        super().__init__(mode)
        self._mode = mode
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle keys before shortcuts do."""
        if self._mode.is_on and isinstance(event, QKeyEvent):
            self._mode.catch_up()
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._is_own(event):
                if not event.isAutoRepeat():  # a held key decides only once
                    self._take(event)
                return True
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _HELD:
            return event.key() in _ENTER
        letter = event.key() - Qt.Key.Key_A
        most = max(_ALWAYS, len(self._mode.choices()))
        return 0 <= letter < most or event.key() in {Qt.Key.Key_G, Qt.Key.Key_Y, Qt.Key.Key_Backspace, *_ENTER}

    def _take(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key == Qt.Key.Key_Backspace:
            self._mode.take_none()
        elif key in _ENTER:
            self._enter(event.modifiers())
        elif key == Qt.Key.Key_Y:
            self._mode.show_everybody(not self._mode.with_everybody)
        elif key == Qt.Key.Key_G and len(self._mode.choices()) <= key - Qt.Key.Key_A:
            self.example_wanted.emit()
        else:
            self._mode.take(key - Qt.Key.Key_A, also=shift)

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        """Answer as proposed; with Ctrl, or if all questions are settled, go to the next article."""
        plain = not held & (_HELD | Qt.KeyboardModifier.ShiftModifier)
        if held & _HELD == Qt.KeyboardModifier.ControlModifier or (plain and self._mode.question is None):
            self.next_wanted.emit()
        elif plain:
            self._mode.take_proposed()
