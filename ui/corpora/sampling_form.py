"""The form for a sample: how to draw it, the number of articles, and the seed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.scale.results.sampling import NAMED, SampleCriterion, SampleRequest
from ui.base.look.plain_text import plain
from ui.base.look.sizes import NEAR
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.flow import together, wrapped
from ui.base.widgets.inputs import Choice, NumberField, fill, named

_MOST = 100_000
_USUAL = 100
_FIELD, _LETTERS = 120, 18  # least widths of two fields: pixels, characters


class SamplingForm(QWidget):
    """Fields, which wrap in a narrow window, and buttons that preview a sample and add it to the project."""

    look_wanted = Signal()
    bring_wanted = Signal()
    changed = Signal()  # the previewed sample no longer fits the fields

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = named(Choice(), "corpusBy", self.tr("Sample"))
        ways = (
            (SampleCriterion.RANDOM, self.tr("At random")),
            (SampleCriterion.DOUBT, self.tr("Most in doubt")),
            (SampleCriterion.PUBLISHER, self.tr("Publishers in turn")),
            (SampleCriterion.DIVERSITY, self.tr("Publishers and months in turn")),
            (SampleCriterion.MEANING, self.tr("Different in meaning")),
            (SampleCriterion.LABEL, self.tr("With a label")),
            (SampleCriterion.QUERY, self.tr("By an SQL query")),
        )
        for by, words in ways:
            self.by.addItem(words, by)
        self.by.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.by.setMinimumContentsLength(_LETTERS)
        self.what = named(QLineEdit(), "corpusWhat")
        self.what.setMinimumWidth(_FIELD)
        self.count = named(NumberField(minimum=1, maximum=_MOST, value=_USUAL), "corpusCount", self.tr("Articles"))
        self.seed = named(NumberField(minimum=0, maximum=_MOST, value=1), "corpusSeed", self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed draws the same articles."))
        self.look = dialog_button("corpusLook", self.tr("Dr&aw"))
        self.bring = dialog_button("corpusBring", self.tr("Add to Pro&ject"))
        sample, articles, seed = (
            plain(words) for words in (self.tr("Sample:"), self.tr("Articles:"), self.tr("Seed:"))
        )
        line = QWidget()
        pairs = ((sample, self.by), (articles, self.count), (seed, self.seed), (self.look, self.bring))
        wrapped(line, *(together(*pair, gap=NEAR) for pair in pairs))
        fill(QVBoxLayout(self), line, self.what, margins=0, spacing=NEAR)
        self.by.currentIndexChanged.connect(self._turn)
        self.what.textChanged.connect(self._on_changed)
        for field in (self.count, self.seed):
            field.valueChanged.connect(self._on_changed)
        self.look.clicked.connect(self.look_wanted)
        self.bring.clicked.connect(self.bring_wanted)
        self._possible = False
        self._seen = False
        self._turn()

    @property
    def wanted(self) -> SampleRequest:
        """Return which sample the fields describe."""
        by = SampleCriterion(self.by.currentData())
        what = self.what.text().strip() if by in NAMED else ""
        return SampleRequest(by, self.count.value(), self.seed.value(), what)

    def allow(self, *, possible: bool, seen: bool) -> None:
        """Enable or disable the buttons; only a sample that was previewed (``seen``) can be added."""
        self._possible, self._seen = possible, seen
        self._refresh()

    @Slot()
    def _turn(self) -> None:
        by = SampleCriterion(self.by.currentData())
        self.what.setVisible(by in NAMED)
        hint = self.tr("Label, such as PER") if by is SampleCriterion.LABEL else "SELECT key FROM articles WHERE …"
        self.what.setPlaceholderText(hint)
        self.what.setAccessibleName(hint)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._seen = False
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        wanted = self.wanted
        self.look.setEnabled(self._possible and (wanted.by not in NAMED or bool(wanted.what)))
        self.bring.setEnabled(self._possible and self._seen)
