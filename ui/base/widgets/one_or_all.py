"""A combo box that offers everything, or one of several values."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.base.widgets.inputs import named

ValueT = TypeVar("ValueT")

_MARGINS = 28
_FEW = 6  # default for the least number of characters shown


class OneOrAll(QComboBox, Generic[ValueT]):
    """Combo box that offers everything or one value. Values are kept out of Qt, which would convert them."""

    def __init__(self, name: str, spoken: str, every: str, *, letters: int = _FEW) -> None:
        super().__init__()
        self._values: list[ValueT | None] = [None]
        named(self, name, spoken)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.addItem(every)

    @property
    def value(self) -> ValueT | None:
        """The chosen value; None means everything."""
        return self._values[max(0, self.currentIndex())]

    def choose(self, value: ValueT | None) -> None:
        """Choose one of the offered values; None means everything."""
        self.setCurrentIndex(self._values.index(value))

    def showPopup(self) -> None:
        """Open the list wide enough for all names, so that names are elided only in the field."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _MARGINS)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option, style = QStylePainter(self), QStyleOptionComboBox(), self.style()
        self.initStyleOption(option)
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - 2
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def offer(self, choices: Iterable[tuple[str, ValueT]]) -> None:
        """Offer (name, value) pairs; the chosen value stays chosen if it is still offered."""
        before, every = self.value, self.itemText(0)
        pairs = list(choices)
        with QSignalBlocker(self):
            self._values = [None, *(value for _, value in pairs)]
            self.clear()
            self.addItems([every, *(name for name, _ in pairs)])
            self.setCurrentIndex(self._values.index(before) if before in self._values else 0)
