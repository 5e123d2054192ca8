"""Slots of the actions about one person: re-tests, practice, and the person's figures over time."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from annotator.model.values import PRACTICE, State
from ui.shell.openers.opener import Opener

if TYPE_CHECKING:
    from ui.dialogs.team.round_dialog import RoundDialog

_RETESTS, _PRACTICE = 2, 3  # indices of pages in the window about one person


class PeopleOpener(Opener):
    """Opens the dialogs and windows about one person, which are created at first use."""

    def retest(self) -> None:
        """Open the dialog that writes a package for a blind re-test."""
        from ui.dialogs.team.round_dialog import RetestDialog

        self._open(RetestDialog(self._session, self._desk.files, self._window), _RETESTS)

    def practise(self) -> None:
        """Open the dialog that writes a package for practice."""
        from ui.dialogs.team.round_dialog import PracticeDialog

        self._open(PracticeDialog(self._session, self._desk.files, self._window), _PRACTICE)

    def show_person(self) -> None:
        """Open the window with one person's figures over time."""
        self._show("", 0)

    @Slot()
    def show_practice(self) -> None:
        """Show where labels differ from the answers, or, outside a practice package, the results of practice."""
        from ui.numbers.practice_window import PracticeWindow

        if not self._is_practice():
            self._show("", _PRACTICE)
            return

        self._windows.show_dialog(
            "practiceWindow", lambda: PracticeWindow(self._session, self._desk.files, self._window)
        )

    @Slot()
    def on_finished(self) -> None:
        """Show where the labels of the article just done differ from the answers, in a practice package."""
        opened = self._session.opened
        if opened is None or opened.state is None or opened.state.state is not State.DONE or not self._is_practice():
            return
        from ui.numbers.practice_window import PracticeWindow

        document = opened.document.id
        self.show_practice()
        window = self._window.findChild(PracticeWindow)
        if window is not None:
            window.show_article(document)

    # Inside

    def _is_practice(self) -> bool:
        project = self._session.project
        return project is not None and project.packed is not None and project.packed.purpose == PRACTICE

    def _show(self, person: str, tab: int) -> None:
        from ui.numbers.person_window import PersonWindow

        self._windows.show_dialog("personWindow", lambda: PersonWindow(self._session, self._desk.files, self._window))
        window = self._window.findChild(PersonWindow)
        if window is not None:
            window.show_person(person, tab)

    def _open(self, dialog: "RoundDialog", tab: int) -> None:
        dialog.written.connect(self._on_written)

        def show(person: str) -> None:
            dialog.reject()
            self._show(person, tab)

        dialog.figures_wanted.connect(show)
        self._windows.open_modal(dialog)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._windows.told.emit(self.tr("Package written: {file}").format(file=path))
