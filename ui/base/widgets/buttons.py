"""Buttons: a painted one for filters, crosses, those of dialogs and their names; and dialogs that ask for one value."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QLineF, QSize, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QInputDialog, QLineEdit, QPushButton, QWidget

from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import tooltip
from ui.base.look.sizes import APART
from ui.base.widgets.inputs import named

_SIZE = QSize(30, 28)
_WIDTHS = (14, 9, 4)
_GAP = 4

_AROUND = (20, 20, 20, 16)  # margins of a small dialog in pixels


class FilterButton(QAbstractButton):
    """A button of three lines, each shorter than the one above, in the accent colour while a filter is on."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self.setToolTip(tooltip(spoken))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE)
        self._filtering = False

    def show_filtering(self, filtering: bool) -> None:  # noqa: FBT001 - what is so
        """Show whether a filter is on."""
        self._filtering = filtering
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = QPalette.ColorRole
        usual = role.WindowText if self.underMouse() else role.PlaceholderText
        colour = self.palette().color(role.Accent if self._filtering else usual)
        middle = self.rect().center()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.6, c=Qt.PenCapStyle.RoundCap))
            for number, width in enumerate(_WIDTHS):
                height = middle.y() + (number - 1) * _GAP + 1
                painter.drawLine(QLineF(middle.x() - width / 2 + 0.5, height, middle.x() + width / 2 + 0.5, height))
            if self.hasFocus():
                paint_focus(painter, self.rect(), self.palette())


class _FocusButton(QPushButton):
    """A button that is never a dialog's default, but that Return presses while it has the focus, on every desktop."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, autoDefault=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def dialog_button(name: str, text: str, parent: QWidget | None = None) -> QPushButton:
    """Build a button that Return presses only if the button has the focus."""
    return named(_FocusButton(text, parent), name, text.replace("&", ""))


def close_button(name: str, spoken: str, close: Callable[[], object] | SignalInstance) -> QPushButton:
    """Build a cross; a click on it calls ``close`` or emits it."""
    button = named(QPushButton("✕"), name, spoken, role="tab")
    button.setToolTip(tooltip(spoken))
    button.clicked.connect(close)
    return button


def input_dialog(parent: QWidget, name: str, title: str, words: str) -> QInputDialog:
    """Build a dialog that asks for one value; it is deleted when it closes. Call `name_buttons` once it is open."""
    dialog = named(QInputDialog(parent), name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(words)
    return dialog


def name_buttons(dialog: QDialog) -> None:
    """Name unnamed buttons after dialog and role, like ``aboutDialogClose``, and an input field by its label."""
    if isinstance(dialog, QInputDialog):
        for field in dialog.findChildren(QLineEdit):
            field.setAccessibleName(field.accessibleName() or dialog.labelText())
        if (layout := dialog.layout()) is not None:  # Qt's margins are narrower than those of our dialogs
            layout.setContentsMargins(*_AROUND)
            layout.setSpacing(APART)
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if not button.objectName():
                standard = box.standardButton(button)
                button.setObjectName(f"{dialog.objectName()}{standard.name or box.buttonRole(button).name}")


def is_for_button(event: QKeyEvent) -> bool:
    """Return whether a letter typed with Alt is meant for a button; a disabled button passes it on to the field."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(event.text()) and sys.platform != "darwin"
