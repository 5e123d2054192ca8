"""Held keys: an action that needs a decision each time must not repeat while its key is held."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class HeldKeys(QObject):
    """A filter that stops held keys from repeating actions that must not repeat.

    `held` is whether the last key was a repetition. Qt reports that itself, but under X11 only for the first
    repetition
    once an action took the key (seen with 6.11). There each repetition is a release and a press with the same
    time stamp.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._repeats: Callable[[QKeySequence], bool] | None = None
        self._released = (0, 0)  # key, time
        self.held = False
        window.installEventFilter(self)

    def follow(self, repeats: Callable[[QKeySequence], bool]) -> None:
        """Set the function that returns whether a key's action may repeat."""
        self._repeats = repeats

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            now = event.key(), event.timestamp()
            if event.type() == QEvent.Type.KeyRelease:
                self._released = now
            elif event.type() == QEvent.Type.ShortcutOverride:
                self.held = event.isAutoRepeat() or (event.timestamp() > 0 and now == self._released)
                repeats = self._repeats is None or self._repeats(QKeySequence(event.keyCombination()))
                if self.held and not repeats:
                    event.accept()  # withheld from actions, not from a text field
                    return True
        return super().eventFilter(watched, event)
