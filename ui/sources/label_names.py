"""The mapping of a pipeline's labels to the project's."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, ENTITIES
from annotator.suggest.adapter.layers import CLAIM
from annotator.suggest.sources.categories import CHECKABLE, sounds_like_claims
from annotator.suggest.sources.foreign import usual_label
from annotator.suggest.sources.source import SourceInfo
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import Choice, fill, named, refill

_LONGEST = 60
_FEWEST = 12  # characters that a choice shows at least
_NAME = 190  # greatest width of a name in pixels
_WIDTH, _HIGHEST, _AROUND, _LINE = 460, 560, 150, 36  # pixels; heights: most, around the lines, a line


class LabelNames(QDialog):
    """A dialog with a line for each label of the pipeline, to choose a label of the project or to leave it out."""

    chosen = Signal(str, dict)  # the source's name; pipeline's label → project's label, or "" to leave it out

    def __init__(self, info: SourceInfo, schema: Schema, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sourceLabelNames")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Labels of {source}").format(source=one_line(info.name, _LONGEST)))
        self._name = info.name
        self._roles = info.roles
        self._offered = {
            label.id: label_name(schema, ENTITIES, label.id)
            for label in schema.labels
            if label.layer == ENTITIES and label.active
        }
        present = dict(info.labels_as)
        self._choices = {label: self._choice(label, present.get(label)) for label in info.own_labels}
        self._sorting = {
            category: self._category(category, schema, present.get(category))
            for category in info.categories
            if category not in self._choices
        }
        buttons = button_box(self)
        self._lay_out(buttons)
        name_buttons(self)
        resize_within_screen(self, _WIDTH, min(_HIGHEST, _AROUND + _LINE * (len(self._lines) + bool(self._sorting))))

    @Slot()
    def accept(self) -> None:
        labels = {label: str(choice.currentData()) for label, choice in self._lines.items()}
        self.chosen.emit(self._name, labels)
        super().accept()

    @property
    def _lines(self) -> Mapping[str, Choice]:
        return {**self._choices, **self._sorting}

    def _choice(self, own_label: str, present: str | None) -> Choice:
        usual = usual_label(own_label, tuple(self._offered), self._roles)
        return self._offering(own_label, self._offered, usual if present is None else present)

    def _category(self, category: str, schema: Schema, present: str | None) -> Choice:
        offered: dict[str, str] = {}
        if schema.label(CLAIMS, CLAIM) is not None:
            offered[CLAIM] = label_name(schema, CLAIMS, CLAIM)
            offered[CHECKABLE] = self.tr("{claim}, worth checking").format(claim=offered[CLAIM])
        usual = CLAIM if sounds_like_claims(category) else ""
        return self._offering(category, offered, usual if present is None else present)

    def _offering(self, own_label: str, offered: Mapping[str, str], present: str) -> Choice:
        choice = named(Choice(), f"sourceLabel.{own_label}", own_label)
        refill(choice, [(self.tr("left out"), ""), *((name, id_) for id_, name in offered.items())], present)
        # labels may be long
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_FEWEST)
        return choice

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        page = QWidget()
        form = QFormLayout(page)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(24)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, choice in self._choices.items():
            form.addRow(_name(label), choice)
        if self._sorting:
            form.addRow(plain(self.tr("Sentences classified as:"), "muted"))
        for label, choice in self._sorting.items():
            form.addRow(_name(label), choice)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        words = plain(self.tr("The pipeline’s labels become these labels of the project:"), "muted", wraps=True)
        nothing = plain(self.tr("The pipeline does not say which labels it knows."), "muted")
        nothing.setVisible(not self._lines)
        words.setVisible(bool(self._choices))
        fill(QVBoxLayout(self), words, nothing, (area, 1), buttons, margins=16, spacing=12)


def _name(label: str) -> CutLabel:
    """Return the caption of a line; a long name is cut, so that the choice beside it has room."""
    name = CutLabel("")
    name.setText(one_line(label, _LONGEST))
    name.setFixedWidth(min(name.sizeHint().width(), _NAME))
    return name
