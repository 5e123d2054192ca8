"""Small input widgets, and functions that lay out widgets and name them for screen readers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLayout, QLineEdit, QSpinBox, QToolButton, QWidget

from ui.base.look.plain_text import tooltip

_MARGIN = 7  # pixels, as in other fields: a style sheet pads the frame, never the field in it


class NumberField(QSpinBox):
    """A spin box whose number has the same margin as the text of other fields.

    Return leaves the number as it is and presses the dialog's default button. Without this, Qt (6.11) first reports a
    change. The dialog then counts again, which disables the button.
    """

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hasAcceptableInput():
            self.selectAll()
            event.ignore()
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox):
    """A drop-down list that ignores the mouse wheel, so that scrolling a dialog never changes the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


Box = TypeVar("Box", bound=QBoxLayout)
Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int]


Margins = tuple[int, int, int, int] | int


def fill(box: Box, *parts: Part, margins: Margins | None = None, spacing: int | None = None) -> Box:
    """Add parts to a box layout and return the layout.

    A part is a widget or layout, alone or with its stretch factor, or a number: empty space with that stretch factor.
    ``margins`` are in Qt's order (left, top, right, bottom), or one number for all sides.
    """
    if margins is not None:
        box.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
            continue
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        if isinstance(item, QLayout):
            box.addLayout(item, stretch)
        else:
            box.addWidget(item, stretch)
    return box


@contextmanager
def laid_out_once(*layouts: QLayout) -> Iterator[None]:
    """Lay out only once, after all changes in the block, outermost layout first. Qt would lay out on each change."""
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.activate()


Line = TypeVar("Line", bound=QLineEdit)


def hinted(line: Line, words: str) -> Line:
    """Show a hint in an empty field, and as its tooltip, as a narrow field cuts it; return the field."""
    line.setPlaceholderText(words)
    line.setToolTip(tooltip(words))
    return line


def clearable(line: QLineEdit) -> QLineEdit:
    """Add a clear button with a name and a tooltip to a field; return the field."""
    line.setClearButtonEnabled(True)
    words = QCoreApplication.translate("Inputs", "Clear")
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(words)
        button.setToolTip(tooltip(words))
    return line


def refill(combo: QComboBox, items: Iterable[tuple[str, object]], chosen: object) -> None:
    """Replace the items (text, data) without a signal; select the one with the data ``chosen``, else the first."""
    with QSignalBlocker(combo):
        combo.clear()
        for text, data in items:
            combo.addItem(text, data)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))


Named = TypeVar("Named", bound=QWidget)


def named(widget: Named, name: str, spoken: str = "", *, role: str = "") -> Named:
    """Set a widget's object name and, if given, its accessible name and its style sheet role; return the widget."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    if role:
        widget.setProperty("role", role)
    return widget


def put_in_tab_order(before: QWidget, form: QWidget) -> None:
    """Put the fields of a form that was built late into the order of Tab, after ``before``."""
    fields, following = [form], form.nextInFocusChain()
    while following is not None and form.isAncestorOf(following):
        fields.append(following)
        following = following.nextInFocusChain()
    for field in fields:
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, field)
            before = field


_ELSEWHERE = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


def is_left(event: QFocusEvent) -> bool:
    """Return whether the user leaves a field for another one, not only for another window or a menu."""
    return event.reason() not in _ELSEWHERE
