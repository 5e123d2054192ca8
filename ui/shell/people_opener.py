"""Slots of the actions about one person: re-tests, practice, and figures over time."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from annotator.model.values import PRACTICE, State
from ui.app_services import Desk
from ui.base.widgets.filter_button import name_buttons
from ui.bridge.session import Session
from ui.shell.frame import Frame
from ui.shell.windows import Windows

if TYPE_CHECKING:
    from ui.dialogs.team.round_dialog import RoundDialog

_RETESTS, _PRACTICE = 2, 3  # pages of the window of a person


class PeopleOpener(QObject):
    """Makes dialogs and windows when they are first asked for."""

    def __init__(self, session: Session, desk: Desk, windows: Windows, window: Frame) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._windows = windows
        self._window = window

    def retest(self) -> None:
        """Write a package to label articles again."""
        from ui.dialogs.team.round_dialog import RetestDialog

        self._open(RetestDialog(self._session, self._desk.files, self._window), _RETESTS)

    def practise(self) -> None:
        """Write a package for practice."""
        from ui.dialogs.team.round_dialog import PracticeDialog

        self._open(PracticeDialog(self._session, self._desk.files, self._window), _PRACTICE)

    def show_person(self) -> None:
        """Show one person over time."""
        self._show("", 0)

    @Slot()
    def show_practice(self) -> None:
        """Show what differs from the answers in a package for practice, elsewhere how people did in practice."""
        from ui.numbers.practice_window import PracticeWindow

        if not self._is_practice():
            self._show("", _PRACTICE)
            return

        def make() -> QDialog:
            dialog = PracticeWindow(self._session, self._desk.files, self._window)
            dialog.jump_wanted.connect(self._windows.jump)
            return dialog

        self._windows.show_dialog("practiceWindow", make)

    @Slot()
    def on_finished(self) -> None:
        """In a package for practice show what differs in the article that was just done."""
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
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session.project_closed.connect(dialog.reject)
        dialog.written.connect(self._on_written)

        def show(person: str) -> None:
            dialog.reject()
            self._show(person, tab)

        dialog.figures_wanted.connect(show)
        name_buttons(dialog)
        self._windows.manual.follow(dialog)
        dialog.open()

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._windows.told.emit(self.tr("Package written: {file}").format(file=path))
