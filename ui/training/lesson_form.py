"""The form for the data and length of a training: whose labels, which articles, how many steps."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from annotator.formats.fit import Options
from annotator.formats.training_sets.spacy_folder import USUAL
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models, starting
from annotator.model.schema import words
from annotator.project.project import Project
from annotator.training.train import USUAL_STEPS
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import plain, unbroken
from ui.base.widgets.inputs import NumberField, named
from ui.dialogs.exporting.whose_chooser import WhoseChooser
from ui.jobs.workers import JobProcess

_MOST = 100_000  # steps, at most
_NARROW = 120  # least width of a list in pixels
_STEP = 500


class LessonForm(QWidget):
    """The form for a training. Articles are split as in a stored split of an export, else by the default split."""

    changed = Signal()

    def __init__(self, project: Project, files: JobProcess) -> None:
        super().__init__()
        self.whose = WhoseChooser(project, files, "training", gold_first=True)
        self._layers = {layer.id: QCheckBox(words(layer.name, ui_language())) for layer in project.schema.layers}
        for id_, box in self._layers.items():
            box.setObjectName(f"trainingLayer.{id_}")
            box.setChecked(id_ in {"entities", "claims"})
        self._done = named(QCheckBox(self.tr("Only those that are done")), "trainingDone")
        self._start = named(QComboBox(), "trainingStartFrom", self.tr("Start"))
        self._start.addItem(self.tr("from scratch"), "")
        self._start.addItem(self.tr("from the shipped model (names)"), starting.SHIPPED)
        self._start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._start.setMinimumWidth(_NARROW)  # for small screens; the open list shows full names
        self._steps = named(
            NumberField(minimum=1, maximum=_MOST, singleStep=_STEP, value=USUAL_STEPS),
            "trainingSteps",
            self.tr("Maximum steps"),
        )
        self._form = QFormLayout(self)
        self._lay_out()
        self._show_whose()
        self.whose.changed.connect(self._show_whose)
        self.whose.changed.connect(self.changed)
        self._start.currentIndexChanged.connect(self._show_steps)
        for box in (self._done, *self._layers.values()):
            box.toggled.connect(self.changed)

    @property
    def steps(self) -> int:
        """The maximum number of steps."""
        return self._steps.value()

    @property
    def start_from(self) -> str:
        """The model to start from, as `evaluate_models.train` names it."""
        return str(self._start.currentData())

    @Slot()
    def _show_steps(self) -> None:
        self._steps.setEnabled(not self.start_from)  # training that continues a model has a fixed number of steps

    def request(self) -> Request:
        """Return the request for the training data."""
        layers = tuple(id_ for id_, box in self._layers.items() if box.isChecked())
        options = Options(layers=layers, split=USUAL, split_languages=True, exclude_furniture=True)
        return Request(
            format=evaluate_models.FORMAT,
            options=options,
            annotator=self.whose.annotator,
            gold_or_only=self.whose.is_mixed,
            done_only=self._done.isChecked(),
        )

    @Slot()
    def _show_whose(self) -> None:
        """Show how many articles the annotator has finished. For gold, only finished articles can be used."""
        self._form.setRowVisible(self.whose, self.whose.is_needed)
        if not self.whose.counted:
            return
        done, every = self.whose.count_done()
        text = self.tr("Only those that are done ({done} of {all})")
        self._done.setText(text.format(done=number(done), all=number(every)))
        self._done.setChecked(done > 0)
        self._done.setEnabled(not self.whose.is_fixed)

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(plain(self.tr("Annotator"), "muted"), self.whose)
        form.addRow(plain(self.tr("Articles"), "muted"), self._done)
        first, *others = self._layers.values()
        form.addRow(plain(self.tr("Labels"), "muted"), first)
        for box in others:
            form.addRow(box)
        form.addRow(plain(self.tr("Start"), "muted"), self._start)
        form.addRow(plain(self.tr("Maximum steps"), "muted"), self._steps)
        hint = plain(unbroken(self.tr("Split: 80% train, 10% dev, 10% test articles.")), "muted", wraps=True)
        form.addRow(hint)
