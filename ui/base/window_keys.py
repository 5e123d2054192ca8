"""Keys of windows and menus: keys that a widget keeps for itself, keys held down, and keys that do nothing."""

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

_WRITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z, Qt.Key.Key_Insert}
_LETTERS = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)


class WindowKeys(QObject):
    """An event filter that lets Ctrl+letter reach the window's actions while a field has the focus.

    Under X11, Qt's fields handle Ctrl+E and Ctrl+K as Emacs does, but in this program these keys export and open the
    palette. Keys for copy, paste and undo stay with the field.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.key() in _LETTERS
            and event.key() not in _WRITING
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


Key = Qt.Key
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MOVING = frozenset(
    {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}
    | {Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Space, Key.Key_Tab, Key.Key_Backtab}
)


class OwnKeys(QObject):
    """An event filter that sends keys to the open menu and its submenus, never to the window behind.

    The article keeps the focus while a menu is open. Without the filter, Qt takes an entry's mnemonic T for the
    article's key T, and passes keys that match no entry on to the window (seen with 6.11).
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.installEventFilter(self)
        menu.aboutToShow.connect(self._take_those_below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.modifiers() & _OTHERS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self._answers_to(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _answers_to(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVING:
            return True
        pressed = QKeySequence(Qt.KeyboardModifier.AltModifier.value | event.key())
        return any(QKeySequence.mnemonic(line.text()) == pressed for line in self._menu.actions() if line.isVisible())

    @Slot()
    def _take_those_below(self) -> None:
        for below in self._menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if below.findChild(OwnKeys, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
                OwnKeys(below)


_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit)  # what is typed there decides nothing
_OPENING = 1_000  # milliseconds that the desktop has to activate a dialog


class PressedKeys(QObject):
    """An event filter that stops held keys from repeating some actions, and reports why a key does nothing.

    It also withholds keys while a dialog opens: until the desktop has activated it, the window behind gets its keys.

    `held` is whether the last key was a repetition. Qt reports that itself, but under X11 only for the first repetition
    once an action took the key (seen with 6.11). Under X11, each repetition is a release and a press with the same time
    stamp. A held key that does nothing is reported once.
    """

    told = Signal(str)  # why a key that nothing in the window handled has no effect

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._repeats: Callable[[QKeySequence], bool] = lambda _: True
        self._why_not: Callable[[QKeySequence], str] = lambda _: ""
        self._released = (0, 0)  # key and time of the last release
        self.held = False
        self._opening = QElapsedTimer()
        self._window = window
        window.installEventFilter(self)

    def follow(self, repeats: Callable[[QKeySequence], bool], why_not: Callable[[QKeySequence], str]) -> None:
        """Set two functions: one says whether a key's action may repeat, the other why a key does nothing, or ""."""
        self._repeats, self._why_not = repeats, why_not

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return self._withholds(watched, event)
        if isinstance(event, QKeyEvent):
            return self._takes(event)
        if isinstance(event, QChildEvent):
            if event.polished() and isinstance(event.child(), QDialog):
                self.withhold()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._opening.invalidate()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        """Return whether a key must not reach the window's actions."""
        now = event.key(), event.timestamp()
        if event.type() == QEvent.Type.KeyRelease:
            self._released = now
        elif event.type() == QEvent.Type.ShortcutOverride:
            self.held = event.isAutoRepeat() or (event.timestamp() > 0 and now == self._released)
            repeats = self._repeats(QKeySequence(event.keyCombination()))
            if self._is_behind() or (self.held and not repeats):
                event.accept()  # withheld from actions, not from the widget with the focus
                return True
        elif event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            reason = self._why_not(QKeySequence(event.keyCombination()))
            if reason:
                self.told.emit(f"{reason}.")
        return False

    def withhold(self) -> None:
        """Withhold keys until a dialog is active or closed again, but for a second at most."""
        self._opening.start()
        focused: QWidget | None = self._window.focusWidget()
        if focused is not None and not isinstance(focused, _TYPING):
            focused.installEventFilter(self)

    def _withholds(self, focused: QObject, event: QEvent) -> bool:
        """Return whether an event is a key that must not reach the widget that had the focus."""
        if event.type() == QEvent.Type.KeyPress and self._is_behind():
            return True
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.FocusOut}:
            focused.removeEventFilter(self)
        return False

    def _is_behind(self) -> bool:
        """Return whether a dialog is in front of the window, or is opening."""
        if self._opening.isValid() and not self._opening.hasExpired(_OPENING):
            dialogs = self._window.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if any(dialog.isVisible() for dialog in dialogs):
                return True
        return QApplication.activeModalWidget() is not None


def bring_to_front(dialog: QWidget) -> None:
    """Activate a dialog that is open already; until then, the window behind it withholds keys."""
    behind = dialog.parentWidget()
    if behind is not None and behind.isActiveWindow():
        for keys in behind.findChildren(PressedKeys, options=Qt.FindChildOption.FindDirectChildrenOnly):
            keys.withhold()
    dialog.raise_()
    dialog.activateWindow()
