"""The choice of annotator, label and publisher."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.jobs.numbers import LabelKey, Numbers
from annotator.model.schema import Schema
from ui.base.look.labels import label_name
from ui.base.look.plain_text import one_line
from ui.choosing.one_or_all import OneOrAll

_LETTERS = 12  # characters that a choice shows at least
_LONGEST = 60


class Choices(QWidget):
    """Three drop-down lists; label and publisher are visible only for the chart by month."""

    counted_anew = Signal()  # other numbers are needed
    narrowed = Signal()  # the same numbers, narrowed

    def __init__(self, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_annotator = OneOrAll[str](
            "numbersAnnotator", self.tr("Annotator"), self.tr("Everybody"), letters=_LETTERS
        )
        self.label = OneOrAll[LabelKey]("numbersLabel", self.tr("Label"), self.tr("All labels"), letters=_LETTERS)
        self.publisher = OneOrAll[str](
            "numbersPublisher", self.tr("Publisher"), self.tr("All publishers"), letters=_LETTERS
        )
        self.by_annotator.offer([(annotator, annotator)])
        self.by_annotator.choose(annotator)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for box in (self.label, self.publisher, self.by_annotator):
            layout.addWidget(box)
        self.show_narrowing(wanted=False)
        self.by_annotator.currentIndexChanged.connect(self.counted_anew)
        for box in (self.label, self.publisher):
            box.currentIndexChanged.connect(self.narrowed)

    @property
    def annotator(self) -> str | None:
        """The chosen annotator; None for all."""
        return self.by_annotator.value

    @property
    def narrowing(self) -> tuple[LabelKey | None, str | None]:
        """The chosen label and publisher for the chart by month."""
        return self.label.value, self.publisher.value

    def show_narrowing(self, *, wanted: bool) -> None:
        """Show or hide label and publisher."""
        for box in (self.label, self.publisher):
            box.setVisible(wanted)

    def offer(self, found: Numbers, schema: Schema) -> None:
        """Update the choices and keep what is chosen."""
        self.by_annotator.offer((name, name) for name in found.annotators)
        self.label.offer((label_name(schema, *key), key) for key in found.labels)
        self.publisher.offer((one_line(name, _LONGEST), name) for name in found.publishers if name)
