"""The form for the data and length of a training: whose labels, which articles, how many steps."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from annotator.formats.fit import Options
from annotator.formats.training_sets.spacy_folder import USUAL
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.gold_or_only import gold_or_only
from annotator.jobs.learning import evaluate_models, starting
from annotator.model.schema import words
from annotator.model.values import GOLD
from annotator.project.project import Project
from annotator.system.errors import StoreError
from annotator.training.train import USUAL_STEPS
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import plain, unbroken
from ui.base.widgets.inputs import NumberField, named
from ui.dialogs.exporting.gold_or_only_words import MIXED, choice_words, show_whose

_MOST = 100_000  # steps, at most
_STEP = 500


class LessonForm(QWidget):
    """The form for a training. Articles are split as a stored export split says, or by the default split."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = named(QComboBox(), "trainingAnnotator", self.tr("Whose labels"))
        for name in project.read.annotators():
            self._annotator.addItem(name, name)
        if GOLD in project.read.annotators():
            self._annotator.addItem(choice_words(), MIXED)
        self._whose = named(plain("", "muted", wraps=True), "trainingWhose")
        self._annotator.setCurrentIndex(self._annotator.findData(_usual_annotator(project)))
        self._layers = {layer.id: QCheckBox(words(layer.name, ui_language())) for layer in project.schema.layers}
        for id_, box in self._layers.items():
            box.setObjectName(f"trainingLayer.{id_}")
            box.setChecked(id_ in {"entities", "claims"})
        self._done = named(QCheckBox(), "trainingDone")
        self._start = named(QComboBox(), "trainingStartFrom", self.tr("Start"))
        self._start.addItem(self.tr("from scratch"), "")
        self._start.addItem(self.tr("from the shipped model (names)"), starting.SHIPPED)
        self._start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._steps = named(
            NumberField(minimum=1, maximum=_MOST, singleStep=_STEP, value=USUAL_STEPS),
            "trainingSteps",
            self.tr("Maximum steps"),
        )
        self._show_done()
        self._lay_out()
        self._annotator.currentIndexChanged.connect(self._show_done)
        self._annotator.currentIndexChanged.connect(self.changed)
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
        options = Options(layers=layers, split=USUAL, exclude_furniture=True)
        done_only = self._done.isChecked()
        whose = self._annotator.currentData()
        return Request(
            format=evaluate_models.FORMAT,
            options=options,
            annotator=None if whose == MIXED else whose,
            gold_or_only=whose == MIXED,
            done_only=done_only,
        )

    @Slot()
    def _show_done(self) -> None:
        """Show how many articles the annotator has finished. For gold, only finished articles can be used."""
        annotator = self._annotator.currentData()
        found = gold_or_only(self._project) if annotator == MIXED else None
        show_whose(self._whose, found)
        if found is not None:
            done, every = len(found.whose), found.every
        else:
            done, every = export_files.count_done(self._project, self.request(), annotator)
        text = self.tr("Only those that are done ({done} of {all})")
        self._done.setText(text.format(done=number(done), all=number(every)))
        self._done.setChecked(done > 0)
        self._done.setEnabled(annotator not in {GOLD, MIXED})

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(plain(self.tr("Annotator"), "muted"), self._annotator)
        form.setRowVisible(self._annotator, self._annotator.count() > 1)
        form.addRow(self._whose)
        form.addRow(plain(self.tr("Articles"), "muted"), self._done)
        first, *others = self._layers.values()
        form.addRow(plain(self.tr("Labels"), "muted"), first)
        for box in others:
            form.addRow(box)
        form.addRow(plain(self.tr("Start"), "muted"), self._start)
        form.addRow(plain(self.tr("Maximum steps"), "muted"), self._steps)
        hint = plain(unbroken(self.tr("Split: 80 % train, 10 % dev, 10 % test articles.")), "muted", wraps=True)
        form.addRow(hint)


def _usual_annotator(project: Project) -> str:
    """Return the only annotator who has labels, else the current one."""
    try:
        return export_files.whose(project, Request(format=evaluate_models.FORMAT)) or project.annotator
    except StoreError:
        return project.annotator
