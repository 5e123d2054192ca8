"""The dialog for what to ask GLiNER: the words that describe each label, and the minimum score."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model.schema import Schema
from annotator.model.source_choices import THRESHOLDS
from annotator.suggest.sources.patterns import placed
from annotator.suggest.sources.source import SourceInfo
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.look.sizes import APART, NEAR, WIDE
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import NumberField, fill, named

_LONGEST = 60


class LabelWordings(QDialog):
    """A dialog with a line for each label's wording; an empty line leaves the label out."""

    chosen = Signal(dict, int)  # wording → label, and the least score in percent
    setup_wanted = Signal()

    def __init__(self, info: SourceInfo, usual: Mapping[str, str], schema: Schema, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("labelWordings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Labels of GLiNER"))
        present = {label: wording for wording, label in info.labels_as}
        self.fields = {label: self._field(label, present.get(label, ""), words) for label, words in usual.items()}
        self.threshold = named(
            NumberField(minimum=THRESHOLDS.start, maximum=THRESHOLDS.stop - 1, suffix=self.tr("%")),
            "wordingThreshold",
            self.tr("Minimum score"),
        )
        self.threshold.setValue(info.threshold)
        self.again = dialog_button("wordingSetup", self.tr("&Set Up…"))
        self.again.clicked.connect(self._set_up)
        buttons = button_box(self)
        self._lay_out(schema, buttons)
        name_buttons(self)
        resize_within_screen(self, self.sizeHint().width(), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(480, min(560, 230 + 38 * len(self.fields)))

    @Slot()
    def accept(self) -> None:
        written = {label: " ".join(field.text().split()) for label, field in self.fields.items()}
        self.chosen.emit({words: label for label, words in written.items() if words}, self.threshold.value())
        super().accept()

    @Slot()
    def _set_up(self) -> None:
        self.reject()
        self.setup_wanted.emit()

    def _field(self, label: str, words: str, usual: str) -> QLineEdit:
        field = named(
            QLineEdit(words, placeholderText=self.tr("left out; for example “{words}”").format(words=usual)),
            f"wording.{label}",
        )
        field.setMaxLength(_LONGEST)
        return field

    def _lay_out(self, schema: Schema, buttons: QDialogButtonBox) -> None:
        page = QWidget()
        form = QFormLayout(page)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(WIDE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in self.fields.items():
            name = one_line(label_name(schema, *placed(label)), _LONGEST)
            field.setAccessibleName(name)
            form.addRow(plain(name), field)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        words = self.tr("GLiNER looks for what these words describe. Most models know English words best.")
        least = fill(QHBoxLayout(), plain(self.tr("Minimum score:")), self.threshold, 1, spacing=NEAR)
        foot = fill(QHBoxLayout(), self.again, 1, buttons, spacing=NEAR)
        margins = (WIDE, WIDE, WIDE, WIDE)
        parts = (plain(words, "muted", wraps=True), (area, 1), least, foot)
        fill(QVBoxLayout(self), *parts, margins=margins, spacing=APART)
