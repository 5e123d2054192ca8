"""Slots of the actions for a team: assigning articles, and writing packages."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.app_services import Desk
from ui.base.i18n import number
from ui.base.look.plain_text import one_line
from ui.base.saving import opening
from ui.base.words.counted import counted
from ui.bridge.session import Session

if TYPE_CHECKING:
    from annotator.jobs.team.dealing import DealPlan
    from annotator.project.project import Project
    from ui.shell.windows import Windows

_NAME = 80  # shown characters of a project's name


def title_of(project: "Project") -> str:
    """Return the window's title: the project's name, and for a package, whom it is for and where it comes from."""
    packed = project.packed
    if packed is None:
        return project.name
    if project.name == packed.annotator:
        words = QCoreApplication.translate("Team", "{file}: package from {project}")
    else:
        words = QCoreApplication.translate("Team", "{file}: package for {annotator} from {project}")
    return words.format(file=project.name, annotator=packed.annotator, project=one_line(packed.name, _NAME))


class Team(QObject):
    """Opens the dialogs for assigning articles and writing packages, and reports their results."""

    proposed = Signal(str, str, object)  # for `MessageBar.tell`: the words, and the button

    def __init__(self, session: Session, desk: Desk, windows: "Windows", window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._windows = windows
        self._window = window

    def deal(self) -> None:
        """Open the dialog that assigns articles to annotators."""
        from ui.dialogs.team.deal_dialog import DealDialog

        dialog = DealDialog(self._session.required(), self._desk.files, self._windows.everywhere, self._window)
        dialog.dealt.connect(self._on_dealt)
        self._windows.open_modal(dialog)

    @Slot()
    def write_packages(self) -> None:
        """Open the dialog that writes a package for each annotator."""
        from ui.dialogs.team.packages_dialog import PackagesDialog

        path = self._session.required().path
        folder = _free(path.with_name(self.tr("{project} packages").format(project=path.stem)))
        dialog = PackagesDialog(self._session, self._desk.files, folder, self._window)
        dialog.written.connect(self._on_written)
        dialog.deal_wanted.connect(self.deal)
        self._windows.open_modal(dialog)

    # Inside

    @Slot(object)
    def _on_dealt(self, plan: "DealPlan") -> None:
        words = counted(len(plan.fresh), self.tr("One article dealt."), self.tr("{count} articles dealt."))
        if not plan.giver:
            self.proposed.emit(words, self.tr("Write Packages…"), self.write_packages)
            return
        back = self.tr("Articles taken back from {annotator}: {count}.")
        said = back.format(annotator=one_line(plan.giver, _NAME), count=number(len(plan.taken)))
        if plan.fresh:
            self.proposed.emit(f"{said} {words}", self.tr("Write Packages…"), self.write_packages)
        else:
            self.proposed.emit(said, self.tr("Deal Articles…"), self.deal)

    @Slot(int, object)
    def _on_written(self, count: int, folder: Path) -> None:
        one, more = self.tr("One package written to {folder}."), self.tr("{count} packages written to {folder}.")
        self.proposed.emit(counted(count, one, more, folder=folder), *opening(folder))


def _free(folder: Path) -> Path:
    """Return the folder, with a number if it exists: packages never replace earlier ones of the same name."""
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name} {number}")
    return found
