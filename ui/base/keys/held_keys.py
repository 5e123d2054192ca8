"""A key that is held is not a key that is pressed again: it does once what should be decided each time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class HeldKeys(QObject):
    """Keeps keys that are held from actions that do not repeat; `held` tells whether the last key was.

    Qt says so by itself, but under X11 only of the first repetition once an action took the key (seen with 6.11). There
    each repetition is a release and a press of the very same time, which no finger brings about.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._repeats: Callable[[QKeySequence], bool] | None = None
        self._released = (0, 0)  # key, time
        self.held = False
        window.installEventFilter(self)

    def follow(self, repeats: Callable[[QKeySequence], bool]) -> None:
        """Ask this from now on which keys repeat what they do."""
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
                    event.accept()  # no action shall have it; a field that it is typed into still does
                    return True
        return super().eventFilter(watched, event)
