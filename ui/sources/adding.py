"""More pipelines: those that are installed, and folders, which are tried only after a warning."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QPushButton, QWidget

from annotator.errors import AnnotatorError
from annotator.suggest import foreign
from annotator.suggest.source import SourceInfo
from annotator.suggest.sources import package_folder
from ui.dialogs.button_names import name_buttons
from ui.jobs.workers import Job, JobProcess


class Adding(QObject):
    """A button with a menu. A pipeline is loaded in the process for suggestions only, never in the window's."""

    begun = Signal(str)  # the name of what is being tried
    package_added = Signal(str)  # the name of an installed pipeline that can be used
    folder_added = Signal(object)  # the SourceInfo of a folder that was copied among the user's own
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, process: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._process = process
        self._window = window
        self._job: Job | None = None
        self._known: frozenset[str] = frozenset()
        self.button = QPushButton(self.tr("&Add"), autoDefault=False)
        self.button.setObjectName("sourceAdd")
        self.button.setAccessibleName(self.tr("Add a pipeline"))
        self._menu = QMenu(self.button)
        self._menu.setObjectName("sourceAddMenu")
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)

    @property
    def busy(self) -> bool:
        """Tell whether a pipeline is being tried."""
        return self._job is not None

    def leave_out(self, names: frozenset[str]) -> None:
        """Offer no pipeline of these names: they are there already."""
        self._known = names

    def stop(self) -> None:
        """Want no answer any more."""
        job, self._job = self._job, None
        if job is not None:
            self._process.cancel(job)

    @Slot(str)
    def ask_about(self, folder: str) -> None:
        """Warn, then try the pipeline in a folder."""
        question = QMessageBox(self._window)
        question.setObjectName("sourceTrustQuestion")
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Add a Pipeline"))
        question.setText(self.tr("A pipeline can run any program on this computer once it is loaded."))
        words = self.tr("Go on only if you trust whoever made {folder}. It is copied among your own pipelines.")
        question.setInformativeText(words.format(folder=folder))
        add = question.addButton(self.tr("Trust and Add"), QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        add.clicked.connect(lambda: self._take_in(Path(folder)))
        name_buttons(question)
        question.open()

    # Inside

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for name in foreign.installed():
            if name not in self._known:
                action = self._menu.addAction(self.tr("Installed: {name}").format(name=name))
                action.setObjectName(f"sourceAdd.{name}")
                action.triggered.connect(lambda _checked=False, wanted=name: self._try_package(wanted))
        action = self._menu.addAction(self.tr("From a Folder…"))
        action.setObjectName("sourceAdd.folder")
        action.triggered.connect(self._ask_folder)

    @Slot()
    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Folder of a spaCy pipeline"))
        dialog.setObjectName("sourceFolder")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.ask_about)
        dialog.open()

    def _try_package(self, name: str) -> None:
        self.stop()
        self.begun.emit(name)
        self._job = self._process.start(
            foreign.try_out, package_folder(name), done=self._on_package, failed=self._on_failed
        )

    def _take_in(self, folder: Path) -> None:
        self.stop()
        self.begun.emit(folder.name)
        self._job = self._process.start(foreign.take_in, folder, done=self._on_folder, failed=self._on_failed)

    def _on_package(self, info: SourceInfo) -> None:
        self._job = None
        self.package_added.emit(info.name)

    def _on_folder(self, info: SourceInfo) -> None:
        self._job = None
        self.folder_added.emit(info)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.failed.emit(error)
