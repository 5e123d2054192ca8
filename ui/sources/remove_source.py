"""Removing the user's own pipelines from this computer, after a question."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.suggest.sources import own
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import AnnotatorError
from ui.base.discarding import question_box
from ui.base.widgets.button_names import dialog_button, name_buttons
from ui.jobs.workers import Job, JobProcess


class SourceRemover(QObject):
    """A button, visible for pipelines that can be removed. Files are deleted in a process, never in the window's."""

    begun = Signal(str)  # what is being done, as text
    removed = Signal(str)  # the name of the pipeline
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, process: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._process = process
        self._window = window
        self._info: SourceInfo | None = None
        self._job: Job | None = None
        self.button = dialog_button("sourceRemove", self.tr("Remo&ve…"))
        self.button.setAccessibleName(self.tr("Remove the pipeline"))
        self.button.hide()
        self.button.clicked.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Return whether a pipeline is being removed."""
        return self._job is not None

    def offer(self, info: SourceInfo | None) -> None:
        """Show the button if the source is one of the user's own."""
        self._info = info if info is not None and own.is_own(info.folder) else None
        self.button.setVisible(self._info is not None)

    def _ask(self) -> None:
        info = self._info
        if info is None or self.busy:
            return
        details = self.tr("{folder} will be deleted. Its suggestions stay until they are decided or withdrawn.")
        question = question_box(
            self._window,
            "sourceRemoveQuestion",
            self.tr("Remove a Pipeline"),
            self.tr("Remove “{source}” from this computer, for all projects?").format(source=info.name),
            details.format(folder=info.folder),
        )
        remove = question.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        remove.clicked.connect(partial(self._remove, info))
        name_buttons(question)
        question.open()

    def _remove(self, info: SourceInfo) -> None:
        self.begun.emit(self.tr("Removing “{source}”…").format(source=info.name))
        done = partial(self._on_removed, info.name)
        self._job = self._process.start(own.remove, info.folder, done=done, failed=self._on_failed)

    def _on_removed(self, name: str, _nothing: object) -> None:
        self._job = None
        self.removed.emit(name)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.failed.emit(error)
