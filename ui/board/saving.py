"""Writes the board into a file in a thread of its own: to paint and pack a large picture takes longer than a frame."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont

from annotator.board import Board
from annotator.errors import AnnotatorError
from ui.board import output


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

    def start(self, board: Board, title: str, target: Path, font: QFont) -> None:
        """Write a board; see `output.save`."""
        self.wait()
        self._thread = Thread(target=self._save, args=(board, title, target, QFont(font)), name="board picture")
        self._thread.start()

    def wait(self) -> None:
        """Wait until the file that is being written is whole: who waits is about to go."""
        if self._thread is not None:
            self._thread.join()

    def _save(self, board: Board, title: str, target: Path, font: QFont) -> None:
        """On the thread."""
        try:
            output.save(board, title, target, font)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.done.emit(target.name)
