"""Export of the search results as a CSV table."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.jobs.concordance import Place, write
from ui.bridge.session import Session
from ui.jobs.workers import JobProcess


class AsTable(QObject):
    """Asks for a file, then writes in the process for files: there may be thousands of rows."""

    told = Signal(str, bool)  # text, and whether undo reverts it: never
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, files: JobProcess, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._parent = parent

    def ask(self, places: Sequence[Place]) -> None:
        """Ask for a file and write the places to it."""
        project = self._session.required().path
        dialog = QFileDialog(self._parent.window(), self.tr("Export Table"), str(project.with_suffix(".csv")))
        dialog.setObjectName("searchTarget")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(partial(self._write, project, tuple(places)))
        self._session.project_closed.connect(dialog.reject)
        dialog.open()

    def _write(self, project: Path, places: tuple[Place, ...], name: str) -> None:
        done = partial(self._on_written, Path(name).name)
        self._files.start(write, project, places, Path(name), done=done, failed=self.failed.emit)

    def _on_written(self, name: str, _nothing: object) -> None:
        self.told.emit(self.tr("Saved as {file}").format(file=name), False)
