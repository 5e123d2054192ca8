"""Ways to use a trained pipeline: for suggestions in this project, or as a package."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMessageBox, QWidget

from annotator.jobs.learning.starting import Shipped
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES
from annotator.project.project import Project
from annotator.suggest.sources import own
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import AnnotatorError
from annotator.training.train import package
from ui.base.file_dialogs import ask_folder, folder_beside
from ui.base.i18n import number
from ui.base.look.plain_text import plain, set_role, unbroken
from ui.base.saving import question_box
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.inputs import named
from ui.jobs.suggesting.suggestion_queue import Suggesting


class PipelineUse(QWidget):
    """A name and two buttons. `wanted` emits a task, a text to show while it runs, and the callback for its result."""

    wanted = Signal(object, str, object)
    told = Signal(str)
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, project: Project, suggesting: Suggesting, pipeline: Path) -> None:
        super().__init__()
        self._project = project
        self._suggesting = suggesting
        self._pipeline = pipeline
        self._name = named(
            QLineEdit(own.file_name(self._project.name)), "trainingName", self.tr("Name of the pipeline")
        )
        self._shipped: Shipped | None = None
        self._compared = plain("", "muted", name="trainingShipped", wraps=True)
        self._compared.hide()
        use = dialog_button("trainingUse", self.tr("Use for Suggestions"))
        pack = dialog_button("trainingPackage", self.tr("Package…"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain(self.tr("Name"), "muted"), 0, 0)
        layout.addWidget(self._name, 0, 1)
        layout.addWidget(self._compared, 1, 0, 1, 2)
        layout.addWidget(use, 2, 0, 1, 2)
        layout.addWidget(pack, 3, 0, 1, 2)
        use.clicked.connect(self._ask_take_up)
        pack.clicked.connect(self._ask_package)

    def show_shipped(self, compared: Shipped | None) -> None:
        """Show how the pipeline compares with the shipped models; hide the comparison for None (not known)."""
        self._shipped = compared
        self._compared.setVisible(compared is not None)
        if compared is None:
            return
        words = self.tr("F1: your model {yours}, the shipped one {shipped}. Same test articles: {count}.").format(
            yours=number(compared.yours, 1), shipped=number(compared.shipped, 1), count=number(compared.documents)
        )
        flattered = self.tr("Many labels were accepted from the shipped model, so its score looks better than it is.")
        set_role(self._compared, "warning" if compared.worse else "muted")
        self._compared.setText(unbroken(f"{words} {flattered}" if compared.flattered else words))

    @Slot()
    def _ask_take_up(self) -> None:
        """Use the pipeline for suggestions; if the shipped model is better, ask first."""
        if self._shipped is None or not self._shipped.worse:
            self._take_up()
            return
        words = self.tr(
            "On the same test articles, the shipped model is better than yours: {shipped} against {yours}. Use yours"
            " for suggestions all the same?"
        )
        figures = {"yours": number(self._shipped.yours, 1), "shipped": number(self._shipped.shipped, 1)}
        title = self.tr("Use for Suggestions")
        question = question_box(self, "trainingWorse", title, words.format(**figures))
        stay = question.addButton(self.tr("Don’t Use"), QMessageBox.ButtonRole.RejectRole)
        use = question.addButton(self.tr("Use Yours"), QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        use.clicked.connect(self._take_up)
        question.open()
        name_buttons(question)

    @Slot()
    def _take_up(self) -> None:
        """Copy the pipeline to the user's own sources. The training process does it, as some megabytes take long."""
        task = (own.take_up, (self._pipeline, self._name.text()))
        self.wanted.emit(task, self.tr("Copying…"), self._on_taken_up)

    def _on_taken_up(self, info: SourceInfo) -> None:
        try:
            _turn_on(self._project, info.name)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._suggesting.find_again()
        words = self.tr(
            "{name} now makes suggestions in this project. Project → Sources of Suggestions turns it off, or on in"
            " another project. Deleting {folder} removes it everywhere."
        )
        self.told.emit(words.format(name=info.name, folder=info.folder))

    @Slot()
    def _ask_package(self) -> None:
        title, start = self.tr("Folder for the package"), folder_beside(self._project.path)
        ask_folder(self, "trainingPackageTarget", title, self._pack, start=start)

    @Slot(str)
    def _pack(self, folder: str) -> None:
        task = (package, (self._pipeline, Path(folder), own.file_name(self._name.text())))
        self.wanted.emit(task, self.tr("Writing the package…"), self._on_packed)

    def _on_packed(self, folder: Path) -> None:
        self.told.emit(self.tr("Written to {folder}. To install it: pip install {folder}").format(folder=folder))


def _turn_on(project: Project, name: str) -> None:
    """Turn a pipeline on as a source of this project. In other projects the user turns it on."""
    chosen = source_choices.loads(project.read.setting(SOURCES)).turned(name, on=True)
    project.keep(SOURCES, source_choices.dumps(chosen))
