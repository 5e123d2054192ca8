"""Writes a copy of the project in a thread: of a large one that takes seconds. It can be stopped."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.errors import AnnotatorError
from ui.messages import sentence
from ui.saving import Saving

if TYPE_CHECKING:
    from annotator.project import Project

_PATIENCE = 500  # milliseconds after which it is said that it still goes on


class Copying(QObject):
    """Writes one copy at a time; who closes the window waits until it is whole."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._stopped = Event()
        self._target = Path()
        self._saving = Saving(self)
        self._saving.done.connect(self._on_done)
        self._saving.failed.connect(self._on_failed)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._say)
        self._dialog: QProgressDialog | None = None

    def start(self, project: "Project", target: Path) -> None:
        """Write a copy of what the project holds now, whatever is done meanwhile."""
        from annotator.project import copy  # with SQLite: not before the window is painted

        if self._saving.busy:
            self.told.emit(self.tr("A copy is still being written."))
            return
        self._target = target
        self._stopped.clear()
        if project.in_place:
            self._saving.start(partial(copy, project.path, stopped=self._stopped.is_set), target)
            self._patience.start()
        else:
            self._rescue(project)

    @Slot()
    def stop(self) -> None:
        """Write no more; nothing is left of the copy."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until the copy is whole."""
        self._saving.wait()

    # Inside

    def _rescue(self, project: "Project") -> None:
        """Copy what only this window still holds: the file is gone, no other connection could open it."""
        try:
            project.copy_to(self._target)
        except AnnotatorError as error:
            self._on_failed(error)
        else:
            self._on_done(self._target.name)

    @Slot()
    def _say(self) -> None:
        self._dialog = QProgressDialog(self.tr("Writing a copy …"), self.tr("Stop"), 0, 0, self._window)
        self._dialog.setObjectName("copyProgress")
        self._dialog.setWindowTitle(self.tr("Save a copy"))
        self._dialog.canceled.connect(self.stop)
        self._dialog.show()

    def _end(self) -> None:
        self._patience.stop()
        if self._dialog is not None:
            self._dialog.canceled.disconnect(self.stop)
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(str)
    def _on_done(self, _name: str) -> None:
        self._end()
        self.told.emit(self.tr("The copy is written: {file}").format(file=self._target))

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._end()
        if self._stopped.is_set():
            self.told.emit(sentence(error))
        else:
            self.failed.emit(error)
