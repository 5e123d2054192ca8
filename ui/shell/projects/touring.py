"""Starts the tour: automatically in the sample at the first start, from the Help menu in a fresh copy of the sample."""

from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from annotator.system.errors import StoreError
from ui.base.settings import Tour as Progress
from ui.base.settings import own_folder
from ui.shell.projects.sample_project import make_sample, tour_folder

if TYPE_CHECKING:
    from ui.shell.workbench import Workbench
    from ui.tour.tour import Tour


class Touring(QObject):
    """Slots that begin the tour. Settings remember whether it has begun or ended."""

    def __init__(self, window: "Workbench") -> None:
        super().__init__(window)
        self._window = window
        self._before: Path | None = None  # the project that was open before the tour, if any
        self._made = False

    @property
    def running(self) -> bool:
        """Whether the tour's card is shown."""
        return self._made and self.tour.running

    @cached_property
    def tour(self) -> "Tour":
        """The tour, which is imported and created at first use."""
        from ui.tour.tour import Tour, TourParts

        window = self._window
        stage = TourParts(
            window.session, window.view, window.aim, window.dialogs.menus.shortcuts, window.windows.exported
        )
        tour = Tour(stage, self)
        tour.ended.connect(self._on_ended)
        tour.back_wanted.connect(self._go_back)
        self._made = True
        return tour

    def start(self) -> None:
        """Begin the tour in a fresh copy of the sample; if the tour already runs, give its card the focus."""
        window = self._window
        if self.running:
            self.tour.show_words()
            self.tour.card.take_keyboard()
            return
        if not window.projects.rescue.may_leave(self.start):
            return
        project = window.session.project
        self._before = project.path if project is not None and project.path.parent != tour_folder() else self._before
        try:
            made = make_sample(window.session, self._fresh())
        except StoreError as error:
            window.projects.failed.emit(error)
            return
        if made:
            self.tour.back = self._before.stem if self._before is not None else ""
            self.tour.begin()

    def offer(self) -> None:
        """Begin the tour if the open project has the tour's article."""
        if self._window.session.project is not None and self.tour.begin():
            self._window.desk.settings.tour = Progress.BEGUN

    def resume(self) -> None:
        """Continue the tour of the first start if the program was closed before it ended."""
        project = self._window.session.project
        begun = self._window.desk.settings.tour is Progress.BEGUN
        if begun and project is not None and project.path.parent == own_folder() and not project.read_only:
            self.tour.begin()

    # Inside

    def _fresh(self) -> Path:
        """Return an unused path for a copy, so that earlier copies are kept."""
        from annotator.store.copies import SUFFIX

        name = self.tr("Tour")
        names = (name if number == 1 else f"{name} {number}" for number in count(1))
        paths = (tour_folder() / (name + SUFFIX) for name in names)
        return next(path for path in paths if not path.exists())

    @Slot()
    def _on_ended(self) -> None:
        self._window.desk.settings.tour = Progress.OVER
        if self._before is not None and not self.running:
            back = self.tr("Back to {project}").format(project=self._before.stem)
            self._window.messages.propose(self.tr("The tour is over."), back, self._go_back)

    @Slot()
    def _go_back(self) -> None:
        if self._before is not None:
            self._window.projects.open_path(self._before)
