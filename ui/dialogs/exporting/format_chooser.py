"""The combo box of export formats, with a description of the chosen one."""

from PySide6.QtCore import QElapsedTimer, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QVBoxLayout, QWidget

from annotator.formats.base import Exporter
from annotator.formats.registry import exporter
from ui.base.look.plain_text import plain, strong, tooltip
from ui.base.widgets.buttons import is_for_button
from ui.base.widgets.inputs import fill, named
from ui.dialogs.exporting.format_words import format_title, grouped, sentences

WIDTH = 55  # characters in a line of a format's description
_MOST_FORMATS = 20  # rows of the open list of formats
_PAUSE = 1_000  # milliseconds without a key after which typing searches anew


class _Formats(QComboBox):
    """A drop-down list that finds a format by words of its title, and never takes Alt with a letter for such words."""

    _told = False  # whether the formats have their tooltips

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._last_key = QElapsedTimer()

    def showPopup(self) -> None:
        """Open the list; the first time, write the tooltips of its formats, which takes longer than the list itself."""
        for row in range(0 if self._told else self.count()):
            if (name := self.itemData(row)) is not None:
                self.setItemData(row, tooltip(sentences(name)), Qt.ItemDataRole.ToolTipRole)
        self._told = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_button(event):
            event.ignore()
        elif not self._finds(event.text()):
            super().keyPressEvent(event)

    def _finds(self, letter: str) -> bool:
        """Choose the format whose title begins with what is being typed, or else contains it.

        Return whether the key belongs to such words. One letter again and again leads through the titles that begin
        with it.
        """
        if not self._last_key.isValid() or self._last_key.hasExpired(_PAUSE):
            self._typed = ""
        if not letter or not letter.isprintable() or not f"{self._typed}{letter}".strip():
            return False
        self._typed += letter.casefold()
        self._last_key.start()
        count, at = self.count(), self.currentIndex()
        one = len({*self._typed}) == 1
        order = [(at + step + one) % count for step in range(count)]
        titles = {row: self.itemText(row).casefold() for row in order if self.itemData(row) is not None}
        begin = [row for row, title in titles.items() if title.startswith(self._typed[0] if one else self._typed)]
        for row in [*begin, *(row for row, title in titles.items() if self._typed in title)][:1]:
            self.setCurrentIndex(row)
        return True


class FormatChooser(QWidget):
    """A combo box with headings that cannot be selected."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = named(_Formats(), "exportFormat", self.tr("Format"), role="long")
        self._combo.setMaxVisibleItems(_MOST_FORMATS)
        self._words = plain("", "muted", name="exportFormatWords", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = fill(QVBoxLayout(self), self._combo, self._words, margins=0, spacing=4)
        layout.setAlignment(self._combo, Qt.AlignmentFlag.AlignLeft)
        self._combo.setItemDelegate(QStyledItemDelegate(self._combo))  # follows the style sheet
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fill()
        self._words.ensurePolished()
        self._words.setMinimumWidth(WIDTH * self._words.fontMetrics().averageCharWidth())
        self._combo.currentIndexChanged.connect(self._on_chosen)
        self.choose("jsonl")
        self._show_words()

    @property
    def exporter(self) -> Exporter:
        return exporter(self._combo.currentData())

    def choose(self, name: str) -> None:
        """Select a format; an unknown name changes nothing."""
        found = self._combo.findData(name)
        if found >= 0:
            self._combo.setCurrentIndex(found)

    def _fill(self) -> None:
        model = QStandardItemModel(self)
        self._combo.setModel(model)
        for heading, names in grouped():
            self._combo.addItem(heading)
            head = model.item(self._combo.count() - 1)
            head.setEnabled(False)
            head.setFont(strong(self._combo.font()))
            for name in names:
                self._combo.addItem(format_title(exporter(name).title), name)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        """Show the description of the chosen format in as many lines as it needs at the minimum width."""
        words = sentences(self.exporter.name)
        room = QRect(0, 0, self._words.minimumWidth(), 10_000)
        needed = self._words.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        self._words.setText(words)
        self._words.setFixedHeight(needed.height())
        self._combo.setAccessibleDescription(words)
