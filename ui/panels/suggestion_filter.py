"""Which suggestions a list shows: words, tier, label, source."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from annotator.model import ATTRIBUTION
from annotator.schema import Schema, words
from annotator.suggest.filtering import SuggestionFilter
from annotator.suggest.tiers import Tier
from ui.i18n import ui_language
from ui.panels.suggestion_words import tier_words
from ui.rules import source_words

ValueT = TypeVar("ValueT")
_MARGINS = 28
_FEW = 6  # characters that a choice shows at least


class FilterLine(QLineEdit):
    """The words; Escape empties it, then leaves; Return and Down go to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaving = event.key() == Qt.Key.Key_Escape
        if leaving and self.text():
            self.clear()
        elif leaving or event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox, Generic[ValueT]):
    """Everything, or one of some values; Qt is not given the values: it would make others of them."""

    def __init__(self, name: str, spoken: str, every: str) -> None:
        super().__init__()
        self._values: list[ValueT | None] = [None]
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW)
        self.addItem(every)

    @property
    def value(self) -> ValueT | None:
        """What is chosen; None: everything."""
        return self._values[max(0, self.currentIndex())]

    def showPopup(self) -> None:
        """Names are cut in the field, not in the list."""
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
        """Offer values by their names; what is chosen stays so, if it is still there."""
        before, every = self.value, self.itemText(0)
        pairs = list(choices)
        with QSignalBlocker(self):
            self._values = [None, *(value for _, value in pairs)]
            self.clear()
            self.addItems([every, *(name for name, _ in pairs)])
            self.setCurrentIndex(self._values.index(before) if before in self._values else 0)


class SuggestionFilters(QWidget):
    """A field for words and three choices below it, or beside it where there is room (``wide``)."""

    changed = Signal()  # look at `wanted`
    left = Signal()  # the list shall have the keyboard

    def __init__(self, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._words = FilterLine()
        self._words.setObjectName(f"{name}Words")
        self._words.setPlaceholderText(self.tr("Words"))
        self._words.setAccessibleName(self.tr("Only suggestions with these words"))
        self._words.setClearButtonEnabled(True)
        self._tiers = Choice[Tier](f"{name}Tier", self.tr("How far they can be trusted"), self.tr("Tier"))
        self._labels = Choice[tuple[str, str]](f"{name}Label", self.tr("Label to be shown"), self.tr("Label"))
        self._sources = Choice[str](f"{name}Source", self.tr("Source to be shown"), self.tr("Source"))
        self._offered: object = None
        self._lay_out(wide=wide)
        self._tiers.offer((tier_words(tier), tier) for tier in Tier)
        for choice in (self._tiers, self._labels, self._sources):
            choice.currentIndexChanged.connect(self.changed)
        self._words.textChanged.connect(self.changed)
        self._words.left.connect(self.left)

    @property
    def wanted(self) -> SuggestionFilter:
        """What shall be shown."""
        return SuggestionFilter(
            source=self._sources.value,
            label=self._labels.value,
            tier=self._tiers.value,
            words=self._words.text().strip(),
        )

    def offer(self, schema: Schema | None, sources: Iterable[str]) -> None:
        """Say which labels and sources there are; what is chosen stays chosen, also where nothing is left of it."""
        chosen = self.wanted
        named = sorted({*sources, *filter(None, [chosen.source])})
        if self._offered == (schema, named):
            return
        self._offered = schema, named
        labels = [
            (words(label.name, ui_language()) or label.id, (label.layer, label.id))
            for label in (schema.labels if schema is not None else ())
            if label.active and label.layer != ATTRIBUTION
        ]
        self._labels.offer(labels)
        self._sources.offer((source_words(source), source) for source in named)

    def clear(self) -> None:
        """Leave nothing out."""
        if self.wanted.everything:
            return
        with QSignalBlocker(self):
            self._words.clear()
            for choice in (self._tiers, self._labels, self._sources):
                choice.setCurrentIndex(0)
        self.changed.emit()

    def take_keyboard(self) -> None:
        """Let words be typed."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def _lay_out(self, *, wide: bool) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8 if wide else 4)
        first.addWidget(self._words, 1)
        for choice in (self._tiers, self._labels, self._sources):
            (first if wide else second).addWidget(choice, 0 if wide else 1)
            choice.setProperty("role", "" if wide else "narrow")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        if not wide:
            layout.addLayout(second)
