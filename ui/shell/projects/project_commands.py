"""The slots of the File menu that create, open, copy, close and back up projects."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QWidget

from annotator.model.schema import Schema
from annotator.model.values import NOBODY
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError, StoreError
from annotator.system.lock import has_other_name
from ui.actions.actions import When, why_not
from ui.base.file_dialogs import ask_file
from ui.base.i18n import number, translate
from ui.base.saving import question_box
from ui.base.settings import Settings, is_folder, own_folder
from ui.base.widgets.buttons import input_dialog, name_buttons
from ui.base.widgets.inputs import named
from ui.bridge.session import Session, leads
from ui.jobs.workers import JobProcess, ignore
from ui.shell.projects.copying import ProjectCopier
from ui.shell.projects.rescue import Rescue
from ui.shell.projects.sample_project import make_sample, tour_folder

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.store.checks.schema_guard import Alteration

_NAMED = 2  # altered objects that a message names, at most
_KINDS = {
    "trigger": QT_TRANSLATE_NOOP("Altered", "trigger {name}"),
    "view": QT_TRANSLATE_NOOP("Altered", "view {name}"),
    "index": QT_TRANSLATE_NOOP("Altered", "index {name}"),
}
_TABLE = QT_TRANSLATE_NOOP("Altered", "table {name}")


def altered_words(project: "Project") -> str:
    """Return the message that a project is open for reading only, because another program altered it.

    The message names what was altered.
    """
    named = ", ".join(map(_name, project.altered[:_NAMED]))
    more = len(project.altered) - _NAMED
    if more > 0:
        named = translate("Altered", "{objects} and {count} more").format(objects=named, count=number(more))
    words = translate(
        "Altered", "{file} is open for reading only: another program altered it ({objects}), and labels could be lost."
    )
    return words.format(file=project.path.name, objects=named)


def _name(alteration: "Alteration") -> str:
    pattern = _KINDS.get(alteration.kind, _TABLE)
    return QCoreApplication.translate("Altered", pattern).format(name=alteration.title)


_NO_ROOM = frozenset("store.full store.disk_full store.not_folded store.not_checkpointed".split())
_BACK_UP_AFTER = 20_000  # milliseconds: the backup must not slow down the opening


def remedy(error: AnnotatorError, projects: "Projects", session: Session) -> tuple[str, Callable[[], None] | None]:
    """Return the text of the button that helps after an error, and its action; "" and None if there is none."""
    project = session.project
    if error.code == "store.missing":
        return translate("Welcome", "Open…"), projects.open
    if error.code in _NO_ROOM and project is not None and error.details.get("file") == project.path.name:
        return translate("Projects", "Save a Copy…"), projects.copy
    return "", None


class Projects(QObject):
    """The commands for projects, and the daily backup of the open one."""

    told = Signal(str)
    failed = Signal(object)
    altered = Signal(str)  # a message about another program's changes
    files_wanted = Signal(list)  # paths to import into the open project
    going_on_in = Signal(object)  # Path of the copy or the moved project that is opened next
    proposed = Signal(str, str, object)  # for `MessageBar.tell`: the words, and the button

    def __init__(self, session: Session, settings: Settings, files: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._files = files
        self._window = window
        self.tried: Path | None = None  # the last path that was to be opened, even if opening failed
        self._copied: set[Path] = set()  # backups whose copies are being written
        self.copying = ProjectCopier(session, window)
        self.copying.told.connect(self.told)
        self.copying.failed.connect(self.failed)
        self.copying.written.connect(self._on_copied)
        self.rescue = Rescue(session, window)
        self.rescue.told.connect(self.told)
        self.rescue.copy_wanted.connect(self.copy)
        self.rescue.open_wanted.connect(self._go_on_in)
        self._back_up = QTimer(self, singleShot=True, interval=_BACK_UP_AFTER)
        self._back_up.timeout.connect(self.back_up)
        session.project_opened.connect(self._on_opened)
        session.project_closing.connect(self._on_closing)
        session.project_closed.connect(self._on_closed)
        session.document_opened.connect(self._on_document)

    def new(self) -> None:
        """Ask for a file and create a project."""
        if self.rescue.may_leave(self.new):
            self._ask_new(self._session.create_project, self.open_path)

    def open(self) -> None:
        """Ask for a project and open it."""
        ask_file(
            self._window,
            "projectChoice",
            self.tr("Open project"),
            lambda name: self.open_path(Path(name)),
            start=self.folder(),
            filters=[self.tr("Spanwright projects (*{suffix})").format(suffix=_suffix())],
            remembers=False,
        )

    def open_path(self, path: Path) -> bool:
        """Open a project. If another window has it open, ask whether to open it for reading.

        A project that cannot be written is opened for reading, and the reason is shown. A project that is already open
        here stays open. Of a backup, a copy is opened later. Return whether the project is open.
        """
        from annotator.store.copies import backed_up

        path = path.absolute()  # the path is remembered, and the next start may have another working folder
        self.tried = path
        if self._is_open(path):
            self._window.activateWindow()
            return True
        if not self.rescue.may_leave(partial(self.open_path, path)):
            return False
        if backed_up(path) is not None:
            self.open_backup(path)
            return False
        if self.rescue.lost:
            self._session.close_project()  # first, as the new file may have the same name, lock and log
        try:
            return self._warned(path, self._session.open_project(path))
        except AnnotatorError as error:
            if error.code == "store.unwritable":
                return self._open_unwritable(path, error)
            if error.code == "store.altered":
                return self.open_for_reading(path)
            self._ask_read_only(path, error)
            return False

    def open_backup(self, backup: Path) -> None:
        """Copy a backup and open the copy: old backups are deleted, together with any work in them."""
        from annotator.jobs.repair import copy_backup, free_name
        from annotator.store.copies import backed_up

        def open_copy(copy: Path) -> None:
            self._copied.discard(backup)
            if self.open_path(copy):
                self.told.emit(self.tr("This is a copy of the backup, which stays as it is."))

        def fail(error: AnnotatorError) -> None:
            self._copied.discard(backup)
            self.failed.emit(error)

        if backup not in self._copied:
            self._copied.add(backup)
            self.told.emit(self.tr("Copying the backup…"))
            target = free_name(writable_place(backed_up(backup) or backup), self.tr("backup"))
            self._files.start(copy_backup, backup, target, done=open_copy, failed=fail)

    def open_for_reading(self, path: Path) -> bool:
        """Open a project for reading only, because another window has it open or another program altered it."""
        return self._warned(path, self._session.open_project(path, read_only=True))

    def sample(self) -> None:
        """Open the user's copy of the sample project; create it the first time."""
        if not self.rescue.may_leave(self.sample):
            return
        path = own_folder() / (self.tr("Sample") + _suffix())
        if path.exists():
            self.open_path(path)
            return
        try:
            make_sample(self._session, path)
        except StoreError as error:
            self.failed.emit(error)

    @Slot()
    def close(self) -> None:
        """Close the project; all edits are already stored."""
        if self.rescue.may_leave(self.close):
            self._session.close_project()

    def copy(self) -> None:
        """Ask for a file and copy the project there."""
        self.copying.ask(self.folder())

    def choose_annotator(self) -> None:
        """Ask who the current annotator is, or report why the project allows no other annotator."""
        if not leads(self._session):
            self.told.emit(why_not(When.LEADING, self._session))
            return
        dialog = input_dialog(self._window, "annotatorDialog", self.tr("Annotator"), self.tr("Annotate as:"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setComboBoxEditable(True)
        project = self._session.required()
        known = {*project.read.people.labelling(), *project.read.assigned.people(), project.annotator}
        dialog.setComboBoxItems(sorted(known - NOBODY))
        dialog.setTextValue(project.annotator)
        dialog.textValueSelected.connect(self._session.set_annotator)
        names = dialog.findChild(QComboBox)
        if names is not None:
            named(names, "annotatorName", self.tr("Annotator"))
        dialog.open()  # only this creates the buttons
        name_buttons(dialog)

    def take(self, paths: Sequence[Path]) -> None:
        """Handle dropped files: open a project, or import articles, into a new project if none is open."""
        project = _project_in(paths)
        if project is not None:
            self.open_path(project)
        elif self._session.writable:
            self.files_wanted.emit(list(paths))
        elif self._session.project is None:
            articles = list(paths)

            def create_with_articles(path: Path, schema: Schema, language: str) -> None:
                if self._session.create_project(path, schema, language):
                    self.files_wanted.emit(articles)

            def open_with_articles(path: Path) -> None:
                if self.open_path(path):
                    self.files_wanted.emit(articles)

            self._ask_new(create_with_articles, open_with_articles)

    @Slot()
    def back_up(self) -> None:
        """Write today's backup unless there is one."""
        project = self._session.project
        if project is not None and not project.read_only and project.in_place:
            from annotator.project.project import back_up_daily

            self._files.start(back_up_daily, project.path, done=ignore, failed=self.failed.emit)

    def look_after(self) -> None:
        """Watch the open project's file, and back it up a little later."""
        self.rescue.watch()
        if self._session.writable:
            self._back_up.start()

    # Inside

    def _is_open(self, path: Path) -> bool:
        """Return whether the project is already open here for writing. One open for reading can be opened again."""
        project = self._session.project
        if project is None or project.read_only or self.rescue.lost:
            return False
        with suppress(OSError):
            return path.samefile(project.path)
        return False

    def _warned(self, path: Path, opened: bool) -> bool:  # noqa: FBT001  # what opening it came to
        """Report what is wrong with a project that was just opened. Return ``opened``."""
        if not opened:
            return False
        project = self._session.required()
        if project.altered:  # more important than a second name of the file
            self.altered.emit(altered_words(project))
        elif has_other_name(path):
            self.failed.emit(StoreError("store.linked", file=path.name))
        return True

    def _ask_new(self, then: Callable[[Path, Schema, str], object], opened: Callable[[Path], object]) -> None:
        from ui.dialogs.new_project_dialog import NewProjectDialog

        dialog = NewProjectDialog(self.folder(), self._window)
        dialog.wanted.connect(then)
        dialog.opening.connect(opened)
        dialog.open()

    def folder(self) -> Path:
        """Return the user's folder for projects."""
        recent = self._settings.recent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = [path.parent for path in recent if path.parent != own_folder()]
        folders = (*chosen[:1], Path(documents))
        return next((folder for folder in folders if is_folder(folder)), Path.home())

    def _open_unwritable(self, path: Path, error: AnnotatorError) -> bool:
        if not self._session.open_project(path, read_only=True):
            return False
        if self._session.required().altered:
            return self._warned(path, opened=True)
        reason = str(error.details["reason"])
        words = self.tr("{file} is open for reading only: {reason}. Save a copy to work on it.")
        words = words.format(file=path.name, reason=QCoreApplication.translate("Errors", reason))
        self.proposed.emit(words, self.tr("Save a Copy…"), self.copy)
        return True

    @Slot(object)
    def _on_copied(self, path: Path) -> None:
        """Offer to open a copy, because the project itself cannot be changed or saved."""
        self.rescue.look()  # its message must come first
        self.rescue.let_go()
        words = self.tr("Copy saved: {file}").format(file=path)
        self.proposed.emit(words, self.tr("Open the Copy"), partial(self._go_on_in, path))

    def _go_on_in(self, path: Path) -> None:
        opened = self._session.opened
        if opened is not None:
            self._settings.remember_document(path, opened.document.id)
            self.going_on_in.emit(path)
        self.open_path(path)

    def _ask_read_only(self, path: Path, error: AnnotatorError) -> None:
        process = error.details.get("process", "?")
        question = question_box(
            self._window,
            "readOnlyQuestion",
            self.tr("Already open"),
            self.tr("{file} is open in another window (process {process}).").format(file=path.name, process=process),
            self.tr("You can open it here for reading only."),
        )
        question.addButton(QMessageBox.StandardButton.Cancel)
        reading = question.addButton(self.tr("Open Read-Only"), QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(reading)
        question.accepted.connect(lambda: self.open_for_reading(path))
        question.open()

    @Slot()
    def _on_opened(self) -> None:
        project = self._session.required()
        if project.path.parent != tour_folder():
            self._settings.remember(project.path)
        self.look_after()
        self._session.open_first(self._settings.document(project.path))

    @Slot()
    def _on_closing(self) -> None:
        """Cancel all jobs that read the project: while one reads, SQLite cannot checkpoint the whole log."""
        self._files.cancel_all()

    @Slot()
    def _on_closed(self) -> None:
        self._back_up.stop()

    @Slot()
    def _on_document(self) -> None:
        opened, project = self._session.opened, self._session.project
        if opened is not None and project is not None:
            self._settings.remember_document(project.path, opened.document.id)


def writable_place(path: Path) -> Path:
    """Return the path after which to name a new file: the given one, or one in Documents if its folder is read-only."""
    if os.access(path.parent, os.W_OK):
        return path
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / path.name


def drop_words(session: Session, paths: Sequence[Path]) -> str:
    """Return the line that says what dropping files on the window does."""
    translate = QCoreApplication.translate
    if _project_in(paths) is not None:
        return translate("Projects", "Drop to open the project")
    if session.writable or session.project is None:
        return translate("Projects", "Drop to import the articles")
    return translate("Projects", "This project is read-only and takes no articles")


def _project_in(paths: Sequence[Path]) -> Path | None:
    """Return the first project among dropped files, or None."""
    return next((path for path in paths if path.suffix == _suffix()), None)


def _suffix() -> str:
    from annotator.store.copies import SUFFIX  # imports SQLite, so only after the first paint

    return SUFFIX
