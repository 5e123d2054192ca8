"""Writes a file in a thread of its own: to paint and pack a large picture takes longer than a frame."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from annotator.system.errors import AnnotatorError


class Saving(QObject):
    """Writes one file at a time; both signals come on the GUI thread."""

    done = Signal(str)  # the file's name
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, write: Callable[[Path], None], target: Path) -> None:
        """Have a file written; what ``write`` raises as `AnnotatorError` is told."""
        self.wait()
        self._thread = Thread(target=self._save, args=(write, target), name="picture")
        self._thread.start()

    def wait(self) -> None:
        """Wait until the file that is being written is whole: who waits is about to go."""
        if self._thread is not None:
            self._thread.join()

    def _save(self, write: Callable[[Path], None], target: Path) -> None:
        """On the thread."""
        try:
            write(target)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.done.emit(target.name)
