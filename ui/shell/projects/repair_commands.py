"""Checks the open project for damage, and repairs projects: from the File menu and after a failure."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from annotator.system.errors import AnnotatorError, StoreError
from ui.base.file_dialogs import ask_file
from ui.base.widgets.buttons import name_buttons
from ui.bridge.session import Session
from ui.jobs.workers import Job, JobProcess
from ui.shell.projects.project_commands import Projects, writable_place

if TYPE_CHECKING:
    from ui.dialogs.repair_dialog import RepairDialog

REPAIRABLE = frozenset(
    "store.damaged store.parts_damaged store.not_sqlite store.foreign store.altered_tables schema.invalid".split()
)
"""Codes of errors after which repairing is offered."""
_CHECK_AFTER = 4_000  # milliseconds: the check must not slow down the opening


class Repairs(QObject):
    """Repairs projects in a dialog, one at a time."""

    noticed = Signal(str)  # a message that stays until it is closed
    failed = Signal(object)
    offered = Signal(str, object)  # words, and the button for `MessageBar.offer`

    def __init__(self, session: Session, projects: "Projects", files: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._projects, self._files, self._window = session, projects, files, window
        self.failed.connect(projects.failed)
        self._checking: Job | None = None
        self._was_open: Path | None = None
        self.check_after = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self.check_after.timeout.connect(self.check)
        projects.altered.connect(self._offer_clean)
        session.project_opened.connect(self._on_opened)
        session.project_closed.connect(self._reset)

    def ask(self) -> None:
        """Ask for a project file and repair it."""
        projects = self.tr("Spanwright projects (*{suffix})").format(suffix=".spanwright")
        ask_file(
            self._window,
            "repairChoice",
            self.tr("Repair a project"),
            self._begin_name,
            start=self._projects.folder(),
            filters=[projects, self.tr("All files (*)")],
            remembers=False,
        )

    def begin(self, path: Path, *, project: Path | None = None, clean: bool = False) -> "RepairDialog | None":
        """Repair a project into a new file beside it, ``NAME (repaired)``. If it is open here, close it meanwhile.

        Return None if the open project has lost its file and the user is asked first.

        Args:
            path: The file to read.
            project: The project of which ``path`` is a copy, if it is one that was set aside.
            clean: Only leave out what another program added, and name the new file ``NAME (cleaned)``. It is opened
                at once unless something was lost.
        """
        from annotator.jobs.repair import free_name
        from ui.dialogs.repair_dialog import RepairDialog

        damaged, opened = project or path, self._session.project
        self._was_open = None
        if opened is not None and _same(opened.path, damaged):
            if not self._projects.rescue.may_leave(partial(self.begin, path, project=project, clean=clean)):
                return None
            self._was_open = damaged
            self._session.close_project()
        out = free_name(writable_place(damaged), self.tr("cleaned") if clean else self.tr("repaired"))
        dialog = RepairDialog(path, out, self._files, self._window, at_once=clean)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self._open)
        dialog.place_wanted.connect(partial(self._put_in_place, damaged))
        dialog.backup_wanted.connect(self._projects.open_backup)
        dialog.rejected.connect(self._open_again)
        name_buttons(dialog)
        dialog.open()
        return dialog

    def offer(self, error: AnnotatorError) -> Callable[[], object] | None:
        """Return the function that repairs the project after this error, or None if a repair would not help."""
        if error.code == "store.log_broken" and self._session.project is not None:
            return partial(self.begin, Path(str(error.details["copy"])), project=self._session.project.path)
        path = self._path_of(error)
        return None if path is None else partial(self.begin, path)

    @Slot()
    def check(self) -> None:
        """Check the open project for damage, in a job."""
        project = self._session.project
        if project is not None:
            from annotator.jobs.quick_check import quick_check

            path = project.path
            self._checking = self._files.start(
                quick_check, path, done=partial(self._on_checked, path), failed=self._on_check_failed
            )

    # Inside

    def _path_of(self, error: AnnotatorError) -> Path | None:
        if error.code not in REPAIRABLE:
            return None
        project = self._session.project
        names = {str(error.details.get("file", ""))}
        for path in (project.path if project is not None else None, self._projects.tried):
            if path is not None and names & {path.name, str(path)}:
                return path
        return None

    @Slot(str)
    def _offer_clean(self, words: str) -> None:
        """Offer to open a copy of the project without what another program added."""
        project = self._session.project
        if project is not None:
            clean = partial(self.begin, project.path, clean=True)
            self.offered.emit(words, (self.tr("Open a Cleaned Copy"), clean))

    @Slot(str)
    def _begin_name(self, name: str) -> None:
        self.begin(Path(name))

    def _on_checked(self, path: Path, faults: tuple[str, ...]) -> None:
        self._checking = None
        if faults:
            self.failed.emit(StoreError("store.parts_damaged", file=path.name, count=len(faults)))

    def _on_check_failed(self, error: AnnotatorError) -> None:
        self._checking = None
        if error.code in REPAIRABLE:
            self.failed.emit(error)

    @Slot()
    def _on_opened(self) -> None:
        self.check_after.start()
        QTimer.singleShot(0, self, self._report_kept_log)  # delayed, because opening a project clears the messages

    @Slot()
    def _report_kept_log(self) -> None:
        project = self._session.project
        if project is not None and project.kept_aside is not None:
            self.failed.emit(StoreError("store.log_broken", file=project.path.name, copy=project.kept_aside))
        if project is not None and project.unrelated_log is not None:
            from annotator.store.sqlite_errors import unrelated

            self.failed.emit(unrelated(project.path, project.unrelated_log))

    @Slot()
    def _reset(self) -> None:
        self.check_after.stop()
        self._checking = None

    @Slot(object)
    def _open(self, path: Path) -> None:
        self._projects.open_path(path)

    def _put_in_place(self, damaged: Path, repaired: Path) -> None:
        from annotator.store.repair.repairing import put_in_place

        try:
            aside = put_in_place(damaged, repaired)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if self._projects.open_path(damaged):
            self.noticed.emit(self.tr("The damaged project was set aside as {file}.").format(file=aside.name))

    @Slot()
    def _open_again(self) -> None:
        path, self._was_open = self._was_open, None
        if path is not None:
            self._projects.open_path(path)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
