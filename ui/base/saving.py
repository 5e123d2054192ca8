"""Writing of files on a thread: painting and packing a large picture takes longer than a frame."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from annotator.system.errors import AnnotatorError


class Saving(QObject):
    """A writer of one file at a time; both signals arrive on the GUI thread."""

    done = Signal(str)  # the file's name
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Return whether a file is being written."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, write: Callable[[Path], None], target: Path) -> None:
        """Write a file on the thread; an `AnnotatorError` of ``write`` is emitted as `failed`."""
        self.wait()
        self._thread = Thread(target=self._save, args=(write, target), name="picture")
        self._thread.start()

    def wait(self) -> None:
        """Block until the current file is written. Call it before the owner goes."""
        if self._thread is not None:
            self._thread.join()

    def _save(self, write: Callable[[Path], None], target: Path) -> None:
        """Write on the thread."""
        try:
            write(target)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.done.emit(target.name)
