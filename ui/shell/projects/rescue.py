"""Watches the open project's file for changes by other programs, and offers to save the labels.

The file is checked with a few stat calls: when the window comes to the front, every two seconds, and after an edit
failed.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.messages import sentence
from ui.base.saving import question_box
from ui.base.widgets.buttons import name_buttons
from ui.bridge.session import Session

if TYPE_CHECKING:
    from annotator.project.project import Project

_EACH = 2_000  # milliseconds between two checks
_OF_STEPS = frozenset(  # codes of errors that mean an edit was not stored
    "store.gone store.exchanged store.overwritten store.cut store.log_gone store.unreachable store.failed"
    " store.read_only".split()
)
_OF_COPIES = frozenset("store.not_rescued store.bad_copy store.exists format.target".split())


class Rescue(QObject):
    """Watches the file of the open project. While `lost`, edits are not stored."""

    offered = Signal(str, object, object)  # words, and the buttons for `MessageBar.offer`
    told = Signal(str)
    changed = Signal()  # `lost` changed
    copy_wanted = Signal()
    open_wanted = Signal(object)  # Path of the project to open

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._state = ""  # a `FileState`, whose module imports SQLite: only after the first paint
        self._safe = False  # whether a copy was written, or the user wants none
        self._folding: Thread | None = None
        self._watch = QTimer(self, interval=_EACH)
        self._watch.timeout.connect(self.look)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        session.project_closing.connect(self._stop)

    @property
    def lost(self) -> bool:
        """Return whether edits are refused because of what happened to the file."""
        return self._state not in {"", "in place", "sealed"}

    def watch(self) -> None:
        """Start watching the open project."""
        self._state, self._safe = "in place", False
        self._watch.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Check the file; report when its state changes, also when it is back in its place."""
        project = self._session.project
        if project is None:
            return
        state = str(project.place.state_for_others())
        if state == self._state:
            return
        was_lost, self._state = self.lost, state
        if state == "in place":
            self.told.emit(
                self.tr("{file} is back in its place; steps are stored again.").format(file=project.path.name)
            )
        else:
            self._safe = False
            self._fold(project)
            self._offer(self._description(project))
        if was_lost != self.lost:
            self.changed.emit()

    def take(self, error: AnnotatorError) -> bool:
        """Report an error with a remedy if the state of the file caused it. Return whether this was the cause."""
        project = self._session.project
        if project is None:
            return False
        self.look()
        if self._state == "in place":
            return False
        if error.code in _OF_COPIES or (error.code in _OF_STEPS and not self._is_moved(project)):
            self._offer(sentence(error))
        elif error.code in _OF_STEPS:
            self._offer(self.tr("The last step was not stored. {words}").format(words=self._description(project)))
        else:
            self._offer(self._description(project))
        return True

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Return whether the project can be closed without loss. If not, ask the user; on agreement, call ``then``."""
        project = self._session.project
        if project is not None:
            self.look()
        if project is None or self._safe or not self.lost or self._state == "log gone":
            return True
        if self._is_moved(project):
            return True
        self._ask(project, then)
        return False

    @Slot()
    def let_go(self) -> None:
        """Stop asking before this project is closed."""
        self._safe = True

    # Inside

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    @Slot()
    def _stop(self) -> None:
        self._watch.stop()
        if self._folding is not None:
            self._folding.join()
            self._folding = None
        self._state = ""

    def _fold(self, project: "Project") -> None:
        """Checkpoint the write-ahead log into the moved file, on a thread.

        A log left in the old place would be taken for the log of a file that replaces the project there.
        """
        if self._state not in {"gone", "replaced", "log gone"} or project.read_only:
            return

        def fold() -> None:
            with suppress(AnnotatorError):  # the steps are still in the log, and in any copy
                project.checkpoint(truncate=True)

        if self._folding is not None:
            self._folding.join()
        self._folding = Thread(target=fold, name="fold")
        self._folding.start()

    def _is_moved(self, project: "Project") -> bool:
        """Return whether the file was only moved, and its new path is known."""
        return self._state == "gone" and project.place.moved_to() is not None

    def _offer(self, words: str) -> None:
        project = self._session.required()
        copy = (self.tr("Save a Copy…"), self.copy_wanted.emit)
        path = project.path
        match self._state:
            case "gone" if (moved := project.place.moved_to()) is not None:
                self.offered.emit(words, (self.tr("Open It There"), lambda: self.open_wanted.emit(moved)), copy)
            case "replaced" | "overwritten":
                self.offered.emit(words, copy, (self.tr("Open the Other File"), lambda: self.open_wanted.emit(path)))
            case "log gone":
                self.offered.emit(words, (self.tr("Open Again"), lambda: self.open_wanted.emit(path)), copy)
            case _:
                self.offered.emit(words, copy, None)

    def _description(self, project: "Project") -> str:
        """Return a sentence that says what happened to the file."""
        file, folder = project.path.name, project.path.parent
        match self._state:
            case "gone" if (moved := project.place.moved_to()) is not None:
                return self._moved(file, moved)
            case "gone":
                words = self.tr(
                    "{file} was deleted, or moved to another disk. All your labels are still here: save a copy of"
                    " them. Until then, nothing more is saved."
                )
            case "replaced":
                words = self.tr(
                    "{file} was replaced by another file. All your labels are still here: save a copy of them."
                    " Until then, nothing more is saved."
                )
            case "overwritten":
                words = self.tr(
                    "Another program wrote other contents into {file}, and nothing more is saved. Save a copy of what"
                    " this window still has; backups are in {backups}."
                )
            case "cut":
                words = self.tr(
                    "{file} was truncated by another program, and nothing more is saved. Save a copy of what can"
                    " still be read; backups are in {backups}."
                )
            case "log gone":
                words = self.tr(
                    "{file}-wal or {file}-shm was moved or deleted by another program. All your"
                    " labels are still here: open the project again to continue."
                )
            case "unreachable":
                words = self.tr(
                    "{file} can no longer be reached in {folder}, and nothing more is saved. Make it reachable again,"
                    " or save a copy."
                )
            case _:
                words = self.tr(
                    "{file} can no longer be opened: the permissions of the file or its folder have changed. Restore"
                    " them, or save a copy. Your work is still saved until you close the project."
                )
        return words.format(file=file, folder=folder, backups=project.path.with_suffix(".backups"))

    def _moved(self, file: str, moved: Path) -> str:
        if moved.name == file:
            words = self.tr("{file} was moved to {folder}. Open it there to continue; all your labels are in it.")
        else:
            words = self.tr("{file} has moved to {moved}. Open it there to continue; all your labels are in it.")
        return words.format(file=file, folder=moved.parent, moved=moved)

    def _ask(self, project: "Project", then: Callable[[], object]) -> None:
        question = question_box(
            self._window,
            "leavingQuestion",
            self.tr("The project file is gone"),
            self._description(project),
            self.tr("If you close without a copy, labels that only this window still has are lost."),
        )
        copy = question.addButton(self.tr("Save a Copy…"), QMessageBox.ButtonRole.AcceptRole)
        leave = question.addButton(self.tr("Close Without a Copy"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(copy)
        question.setEscapeButton(stay)
        copy.clicked.connect(self.copy_wanted)
        leave.clicked.connect(self.let_go)
        leave.clicked.connect(lambda: then())  # noqa: PLW0108  # Qt would pass on whether it is checked
        question.open()
        name_buttons(question)
