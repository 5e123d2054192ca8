"""Copies the project on a thread, because a large one takes seconds. The copy can be cancelled.

If the file is gone or no longer readable, it is copied through the connection that is still open. Other queries on
this connection would block, so the window is locked until the copy is written.
"""

import os
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_target, folder_beside
from ui.base.messages import sentence
from ui.base.saving import Saving
from ui.base.settings import is_folder
from ui.base.widgets.inputs import named
from ui.bridge.session import Session

if TYPE_CHECKING:
    from annotator.project.project import Project

_PATIENCE = 500  # milliseconds before the progress dialog appears


class ProjectCopier(QObject):
    """Writes one copy at a time. Closing the window waits for the copy."""

    told = Signal(str)
    failed = Signal(object)
    written = Signal(object)  # Path of a copy to offer, as the project itself cannot be used

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._stopped = Event()
        self._rescues = False
        self._saving = Saving(self)
        self._saving.done.connect(self._on_done)
        self._saving.failed.connect(self._on_failed)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_progress)
        self._dialog: QProgressDialog | None = None

    def ask(self, other: Path) -> None:
        """Ask for a file and copy the open project there. Propose ``other`` if the project's folder is not writable."""
        from annotator.store.copies import SUFFIX  # imports SQLite, so only after the first paint

        path = self._session.required().path
        folders = (folder_beside(path), other)
        folder = next((each for each in folders if is_folder(each) and os.access(each, os.W_OK)), Path.home())
        ask_target(
            self._window,
            "copyTarget",
            self.tr("Save a Copy"),
            lambda name: self.start(self._session.required(), Path(name)),
            start=folder / (self.tr("{name} copy").format(name=path.stem) + SUFFIX),
            filters=[self.tr("Spanwright projects (*{suffix})").format(suffix=SUFFIX)],
            remembers=False,
            option=QFileDialog.Option.DontConfirmOverwrite,  # no need to ask: a project is never overwritten
        )

    def start(self, project: "Project", target: Path) -> None:
        """Copy the project in its current state; later edits are not in the copy."""
        from annotator.project.project import copy  # imports SQLite, so only after the first paint

        if self._saving.busy:
            self.told.emit(self.tr("A copy is still being written."))
            return
        self._stopped.clear()
        rescues = not project.place.usable
        self._rescues = rescues or project.read_only
        if rescues:
            self._saving.start(partial(project.copy_to, stopped=self._stopped.is_set), target)
            self._show_progress(modal=True)
        else:
            self._saving.start(partial(copy, project.path, stopped=self._stopped.is_set), target)
            self._patience.start()

    @Slot()
    def stop(self) -> None:
        """Cancel the copy and remove what was written of it."""
        self._stopped.set()

    def wait(self) -> None:
        """Block until the copy is written."""
        self._saving.wait()

    # Inside

    @Slot()
    def _show_progress(self, *, modal: bool = False) -> None:
        self._dialog = named(
            QProgressDialog(self.tr("Writing a copy…"), self.tr("Stop"), 0, 0, self._window), "copyProgress"
        )
        self._dialog.setWindowTitle(self.tr("Save a Copy"))
        self._dialog.canceled.connect(self.stop)
        if modal:
            self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
            self._dialog.setMinimumDuration(0)
        self._dialog.show()

    def _end(self) -> None:
        self._patience.stop()
        if self._dialog is not None:
            self._dialog.canceled.disconnect(self.stop)
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object)
    def _on_done(self, target: Path) -> None:
        self._end()
        if self._rescues:
            self.written.emit(target)
        else:
            self.told.emit(self.tr("Copy saved: {file}").format(file=target))

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._end()
        if self._stopped.is_set():
            self.told.emit(sentence(error))
        else:
            self.failed.emit(error)
