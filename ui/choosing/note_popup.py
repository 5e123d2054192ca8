"""Popup for the note of a span, at the span, or of the article."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.choosing.picker import put_beside

_WIDTH = 340
_LINES = 3
_LONGEST = 5_000  # characters


class NotePopup(QFrame):
    """Note editor: Return saves, Shift+Return adds a line, Esc discards; moving the focus elsewhere saves."""

    written = Signal(str, str)  # id of the span or article, the note
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notePopup")
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Note"))
        self._about = ""
        self._before: QWidget | None = None
        self._title = plain(role="muted")
        self.field = _Field()
        self.field.setObjectName("noteField")
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("For yourself and other annotators."))
        self.field.setTabChangesFocus(True)
        self.field.kept.connect(self._keep)
        self.field.left.connect(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self.field)
        self.hide()

    def write_to(self, about: str, title: str, note: str, place: QRect) -> None:
        """Edit the note of a span or article, below its place in the window."""
        self._about = about
        self._before = self.window().focusWidget()
        self._title.setText(title)
        self.field.setPlainText(note)
        self.field.selectAll()
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)
        self.resize(min(_WIDTH, self.window().width() - 16), self.sizeHint().height())
        put_beside(self, place)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            self._close()
            self.written.emit(self._about, self.field.toPlainText().strip()[:_LONGEST])

    @Slot()
    def leave(self) -> None:
        """Close without saving."""
        if self.isVisible():
            self._close()

    def _close(self) -> None:
        """Hide, and return the focus unless another widget has taken it."""
        held, before = self.window().focusWidget() is self.field, self._before
        self.hide()
        if held and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.left.emit()


class _Field(QPlainTextEdit):
    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key of the window may open another article before the note is saved
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        kept = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in kept:
            self.kept.emit()
