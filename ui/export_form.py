"""What an export is to hold, as a form: format, articles, layers, overlaps, split."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from annotator.errors import FormatError
from annotator.exchange import Request
from annotator.formats import overlap, split
from annotator.formats.base import Exporter
from annotator.formats.fit import Options
from annotator.formats.table import EXPORTERS
from annotator.schema import Schema, words
from ui.chips import plain
from ui.i18n import ui_language

_SPLIT = "80/10/10"
_MOST_SEEDS = 999_999


class ExportForm(QWidget):
    """Gives a request; what the chosen format has no use for cannot be chosen."""

    changed = Signal()

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format = _combo("exportFormat", self.tr("Format"))
        for name, entry in EXPORTERS.items():
            self.format.addItem(entry.title, name)
        self.finished = _check("exportFinished", self.tr("Only articles that are &done"))
        self.furniture = _check("exportFurniture", self.tr("Without labels in page f&urniture"))
        self.expand = _check("exportExpand", self.tr("&Widen labels to whole tokens"))
        self.suggestions = _check("exportSuggestions", self.tr("Su&ggestions too, in a place of their own"))
        self.layers: dict[str, QCheckBox] = {}
        layers = QHBoxLayout()
        for layer in schema.layers:
            self.layers[layer.id] = _check(f"exportLayer.{layer.id}", words(layer.name, ui_language()) or layer.id)
            self.layers[layer.id].setChecked(True)
            layers.addWidget(self.layers[layer.id])
        layers.addStretch(1)
        self.overlap = _combo("exportOverlap", self.tr("Where labels overlap"))
        for policy, name in (
            (overlap.LONGEST, self.tr("the longest stays")),
            (overlap.SHORTEST, self.tr("the shortest stays")),
            (overlap.FIRST, self.tr("the first stays")),
        ):
            self.overlap.addItem(name, policy)
        for layer in schema.layers:
            first = self.tr("first of all: {layer}").format(layer=words(layer.name, ui_language()) or layer.id)
            self.overlap.addItem(first, f"{overlap.LAYER}{layer.id}")
        self.split = _check("exportSplit", self.tr("S&plit into train, dev and test"))
        self.shares = QLineEdit(_SPLIT)
        self.shares.setObjectName("exportShares")
        self.shares.setAccessibleName(self.tr("Per cent for train, dev and test"))
        self.shares.setMaximumWidth(110)
        self.seed = QLineEdit("0")
        self.seed.setObjectName("exportSeed")
        self.seed.setAccessibleName(self.tr("Seed of the split"))
        self.seed.setValidator(QIntValidator(0, _MOST_SEEDS, self))
        self.seed.setMaximumWidth(90)
        self._lay_out(layers)
        for box in self.findChildren(QCheckBox):
            box.toggled.connect(self._on_changed)
        for combo in (self.format, self.overlap):
            combo.currentIndexChanged.connect(self._on_changed)
        for line in (self.shares, self.seed):
            line.textChanged.connect(self._on_changed)
        self._enable()

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return EXPORTERS[str(self.format.currentData())]

    @property
    def valid(self) -> bool:
        """Tell whether a request can be made of what was chosen."""
        return self._split_valid() and any(box.isChecked() for box in self.layers.values())

    def request(self) -> Request:
        """Give what was chosen."""
        every = all(box.isChecked() for box in self.layers.values())
        options = Options(
            layers=() if every else tuple(id_ for id_, box in self.layers.items() if box.isChecked()),
            overlap=str(self.overlap.currentData()),
            expand=self.expand.isEnabled() and self.expand.isChecked(),
            split=self.shares.text().strip() if self.split.isChecked() else None,
            seed=int(self.seed.text() or 0),
            suggestions=self.suggestions.isEnabled() and self.suggestions.isChecked(),
            exclude_furniture=self.furniture.isChecked(),
        )
        return Request(format=self.exporter.name, options=options, done_only=self.finished.isChecked())

    def _lay_out(self, layers: QHBoxLayout) -> None:
        shares = QHBoxLayout()
        shares.setSpacing(8)
        for widget in (self.split, self.shares, plain(self.tr("seed"), "muted"), self.seed):
            shares.addWidget(widget)
        shares.addStretch(1)
        self._warning = plain(role="warning")
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addRow(self.tr("&Format"), self.format)
        layout.addRow(self.tr("Articles"), self.finished)
        layout.addRow(self.tr("Labels"), layers)
        layout.addRow("", self.furniture)
        layout.addRow("", self.expand)
        layout.addRow("", self.suggestions)
        layout.addRow(self.tr("&Overlaps"), self.overlap)
        layout.addRow(self.tr("Split"), shares)
        layout.addRow("", self._warning)

    def _enable(self) -> None:
        holds = self.exporter.holds
        self.expand.setEnabled(holds.tokens)
        self.suggestions.setEnabled(holds.suggestions)
        self.overlap.setEnabled(not holds.overlap or holds.flat is not None)
        for widget in (self.shares, self.seed):
            widget.setEnabled(self.split.isChecked())
        words_ = "" if self._split_valid() else self.tr("Three whole numbers that add up to 100, such as 80/10/10.")
        if not any(box.isChecked() for box in self.layers.values()):
            words_ = self.tr("Choose at least one kind of label.")
        self._warning.setText(words_)
        self._warning.setVisible(bool(words_))

    def _split_valid(self) -> bool:
        if not self.split.isChecked():
            return True
        try:
            split.parse(self.shares.text().strip())
        except FormatError:
            return False
        return True

    @Slot()
    def _on_changed(self) -> None:
        self._enable()
        self.changed.emit()


def _combo(name: str, accessible: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(accessible)
    return combo


def _check(name: str, words_: str) -> QCheckBox:
    box = QCheckBox(words_)
    box.setObjectName(name)
    box.setAccessibleName(words_.replace("&", ""))
    return box
