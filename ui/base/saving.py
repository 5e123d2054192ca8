"""Saving without blocking the window: files written on a thread, and texts that are not saved yet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.i18n import translate
from ui.base.settings import ProjectRows, is_file, is_folder
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.inputs import named
from ui.base.widgets.question import Question


class Saving(QObject):
    """Writes one file at a time on a thread; both signals arrive on the GUI thread."""

    done = Signal(object)  # the file's path
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, write: Callable[[Path], None], target: Path) -> None:
        """Write a file on the thread. An `AnnotatorError` that ``write`` raises is emitted as `failed`."""
        self.wait()
        self._thread = Thread(target=self._save, args=(write, target), name="picture")
        self._thread.start()

    def wait(self) -> None:
        """Block until the current file is written. Call this before the owner is deleted."""
        if self._thread is not None:
            self._thread.join()

    def _save(self, write: Callable[[Path], None], target: Path) -> None:
        """Write the file; runs on the writing thread, not the GUI thread."""
        try:
            write(target)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.done.emit(target)


class Unsaved:
    """The texts typed in a window, kept after each key until saved or discarded, so that no kill loses them."""

    def __init__(self, file: ProjectRows, project: Path, *place: str) -> None:
        """Keep texts of a project in a file. Only a window with the same ``place`` gets them back."""
        self._file = file
        self._project = project
        self._place = list(place)
        self._kept: tuple[str, ...] = ()

    def restored(self, count: int) -> tuple[str, ...]:
        """Return the ``count`` texts that were kept; empty if there are none."""
        place, row = len(self._place), self._file.row(self._project)
        fits = row is not None and len(row) == place + count and row[:place] == self._place
        if row is not None and fits and all(isinstance(each, str) for each in row):
            self._kept = tuple(row[place:])
        return self._kept

    def keep(self, *texts: str) -> None:
        """Keep these texts instead of the earlier ones; none if all are saved or discarded."""
        if texts != self._kept:
            self._kept = texts
            self._file.put(self._project, [*self._place, *texts] if texts else None)


def typed_again() -> str:
    """Return the sentence that says that unsaved texts are back."""
    return translate("Saving", "What you had typed is here again.")


def opening(target: Path) -> tuple[str, Callable[[], object]]:
    """Return the text of a button that shows a written file or folder, and its action.

    A web page opens in the browser; for any other file, its folder opens.
    """
    if target.suffix.lower() == ".html" and target.is_file():
        return translate("Saving", "Open"), partial(_open, target)
    return translate("Saving", "Open Folder"), partial(_open, target if target.is_dir() else target.parent)


def _open(path: Path) -> None:
    """Open a file or folder; if it is gone by now, open the nearest folder above it."""
    there = next((each for each in (path, *path.parents) if is_file(each) or is_folder(each)), path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))


def question_box(parent: QWidget, name: str, title: str, text: str, details: str = "") -> QMessageBox:
    """Build a question box with plain text; it is deleted when it closes."""
    question = named(Question(parent), name)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setWindowTitle(title)
    question.setText(text)
    question.setInformativeText(details)
    return question


def ask_to_discard(
    parent: QWidget, name: str, words: str, discard: Callable[[], object], apply: Callable[[], object] | None = None
) -> None:
    """Ask whether to discard changes, or to apply them; Escape keeps editing, and so does Return without ``apply``.

    Args:
        parent: The window that the user tried to close.
        name: The object name of the question.
        words: What would be lost, in plain text.
        discard: Called if the user agrees.
        apply: Called if the user wants the changes applied; None if they cannot be.
    """
    question = question_box(parent, name, parent.windowTitle(), words)
    stay = question.addButton(translate("Discarding", "Keep Editing"), QMessageBox.ButtonRole.RejectRole)
    discarding = question.addButton(translate("Discarding", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    question.setDefaultButton(stay)
    question.setEscapeButton(stay)
    if apply is not None:
        applying = question.addButton(translate("Discarding", "Apply"), QMessageBox.ButtonRole.AcceptRole)
        applying.clicked.connect(apply)
        question.setDefaultButton(applying)
    discarding.clicked.connect(discard)
    question.open()
    name_buttons(question)
