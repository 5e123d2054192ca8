"""The head of the occurrences page: search options, purpose and label."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from annotator.editing.occurrences.finding import Wanted
from annotator.editing.occurrences.purposes import Purpose
from annotator.model.schema import Label, words
from ui.base.i18n import ui_language
from ui.base.look.labels import ICON, label_icon
from ui.base.look.plain_text import plain
from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.base.widgets.tabs import Tabs
from ui.deciding.edit_names import shortened
from ui.occurrences.drawer_page import close_button, put_below, row
from ui.occurrences.occurrence_words import purpose_words

_EDGE, _GAP = 12, 12  # pixels


class Head(QWidget):
    """Two rows: the search, and what to do with its hits."""

    search_changed = Signal()
    purpose_changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._second = QGridLayout()
        self._options = QWidget()
        self._title = named(plain(role="title"), "occurrencesTitle")
        self.scope = Tabs("scope", ((False, self.tr("This article")), (True, self.tr("Project"))))
        self._case = _check("anyCase", self.tr("Ignore case"), self.tr("Treat upper and lower case alike"))
        self._endings = _check("endings", self.tr("Endings"), self.tr("Also find “Deutschlands” for “Deutschland”"))
        self.purpose = Tabs("purpose", ((purpose, purpose_words(purpose)) for purpose in Purpose))
        self._labels = named(QComboBox(), "occurrencesLabel", self.tr("Label"))
        self._labels.setIconSize(QSize(ICON, ICON))
        self._labels.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out(close_button("occurrences", self.left))
        for box in (self._case, self._endings):
            box.toggled.connect(self.search_changed)
        self.scope.chosen.connect(self.search_changed)
        self.purpose.chosen.connect(self._on_purpose)
        self._labels.currentIndexChanged.connect(self.purpose_changed)

    def show_search(self, words_: str, labels: Iterable[Label], label: str) -> None:
        """Show the searched words and the labels, with ``label`` selected."""
        self._words = words_
        self._title.setText(self.tr("“{words}”").format(words=shortened(words_)))
        with QSignalBlocker(self._labels):
            self._labels.clear()
            for each in labels:
                name = words(each.name, ui_language()) or each.id
                self._labels.addItem(
                    label_icon(each, self.palette()), f"{name}  {(each.key or '').upper()}".rstrip(), each.id
                )
            self._labels.setCurrentIndex(max(0, self._labels.findData(label)))

    @property
    def wanted(self) -> Wanted:
        """The search: words and options."""
        return Wanted(words=self._words, any_case=self._case.isChecked(), inflected=self._endings.isChecked())

    @property
    def in_project(self) -> bool:
        """Return whether all articles are searched."""
        return self.scope.value is True

    @property
    def aim(self) -> tuple[Purpose, str]:
        """The purpose and label for the chosen occurrences."""
        purpose = self.purpose.value
        return (purpose if isinstance(purpose, Purpose) else Purpose.LABEL), str(self._labels.currentData() or "")

    def choose(self, purpose: Purpose | None = None, label: str | None = None) -> None:
        """Set purpose and label as if they had been clicked."""
        if purpose is not None:
            self.purpose.choose(purpose)
        with QSignalBlocker(self._labels):
            if label is not None:
                self._labels.setCurrentIndex(max(0, self._labels.findData(label)))
        self._on_purpose()

    def toggle(self, option: str) -> None:
        """Switch an option by its key: ``i`` case, ``e`` endings, ``p`` the project."""
        if option == "p":
            self.scope.choose(not self.in_project)
            self.search_changed.emit()
        else:
            (self._case if option == "i" else self._endings).toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options in a row of their own where they would be cut."""
        super().resizeEvent(event)
        beside = (self.purpose, self._labels, self._options)
        needed = sum(widget.sizeHint().width() + _GAP for widget in beside) + 2 * _EDGE
        put_below(self._second, self._options, 3, below=event.size().width() < needed)

    @Slot()
    def _on_purpose(self) -> None:
        self._labels.setEnabled(self.aim[0] is not Purpose.REMOVE)
        self.purpose_changed.emit()

    def _lay_out(self, close: QWidget) -> None:
        first = row((self._title, self.scope), (close,))
        options = row((self._case, self._endings), ())
        options.setContentsMargins(0, 0, 0, 0)
        self._options.setLayout(options)
        second = self._second
        second.setHorizontalSpacing(_GAP)
        second.setVerticalSpacing(4)
        second.setColumnStretch(2, 1)
        second.addWidget(self.purpose, 0, 0)
        second.addWidget(self._labels, 0, 1)
        second.addWidget(self._options, 0, 3)
        fill(QVBoxLayout(self), first, second, margins=(_EDGE, 6, 8, 8), spacing=4)


def _check(name: str, text: str, help_: str) -> QCheckBox:
    box = named(QCheckBox(text), name, text)
    box.setToolTip(help_)
    return box
