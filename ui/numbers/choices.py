"""Whose numbers are shown, and which labels of which publisher by month."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.numbers import LabelKey, Numbers
from annotator.schema import Schema
from ui.panels.chips import label_name, one_line

_LONGEST = 60


class Choices(QWidget):
    """Three boxes; those for label and publisher are there only where they matter."""

    counted_anew = Signal()  # other numbers are wanted
    narrowed = Signal()  # fewer of the same

    def __init__(self, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = _box("numbersAnnotator", self.tr("Annotator"), self.tr("Everybody"))
        self.label = _box("numbersLabel", self.tr("Label"), self.tr("All labels"))
        self.publisher = _box("numbersPublisher", self.tr("Publisher"), self.tr("All publishers"))
        _fill(self.whose, [(annotator, annotator)])
        self.whose.setCurrentIndex(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for box in (self.label, self.publisher, self.whose):
            layout.addWidget(box)
        self.show_narrowing(wanted=False)
        self.whose.currentIndexChanged.connect(self.counted_anew)
        for box in (self.label, self.publisher):
            box.currentIndexChanged.connect(self.narrowed)

    @property
    def annotator(self) -> str | None:
        """Whose numbers; None for everyone's."""
        name: str | None = self.whose.currentData()
        return name

    @property
    def narrowing(self) -> tuple[LabelKey | None, str | None]:
        """The label and the publisher that alone are shown by month."""
        return self.label.currentData(), self.publisher.currentData()

    def show_narrowing(self, *, wanted: bool) -> None:
        """Offer label and publisher or not."""
        for box in (self.label, self.publisher):
            box.setVisible(wanted)

    def offer(self, found: Numbers, schema: Schema) -> None:
        """Offer what there is; what is chosen stays so."""
        _fill(self.whose, ((name, name) for name in found.annotators))
        _fill(self.label, ((key, label_name(schema, *key)) for key in found.labels))
        _fill(self.publisher, ((name, one_line(name, _LONGEST)) for name in found.publishers if name))


def _box(name: str, accessible: str, every: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(accessible)
    box.setMinimumContentsLength(12)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(every, None)
    return box


def _fill(box: QComboBox, choices: Iterable[tuple[object, str]]) -> None:
    """Put choices after the first one, which is all of them."""
    chosen = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for value, name in choices:
        box.addItem(name, value)
    known = [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(known.index(chosen) if chosen in known else 0)
    box.blockSignals(False)
