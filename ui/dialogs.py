"""The dialogs: imported when they are first needed, opened without blocking."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from ui.desk import Desk
from ui.session import Session

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Dialogs(QObject):
    """The slots of actions that open a dialog."""

    told = Signal(str)
    failed = Signal(object)
    jump_wanted = Signal(str, int, int)

    def __init__(self, session: Session, desk: Desk, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._window = window

    def import_articles(self) -> None:
        """Choose files and folders to import."""
        self.import_files([])

    @Slot(list)
    def import_files(self, paths: list[object]) -> None:
        """Import these files and folders."""

    def paste(self) -> None:
        """Paste an article."""

    def export(self) -> None:
        """Export what was decided."""

    @Slot()
    def describe(self) -> None:
        """Change what is known about the article."""

    def delete_document(self) -> None:
        """Ask, and delete the open article."""

    def show_shortcuts(self) -> None:
        """Show all keys."""

    def show_about(self) -> None:
        """Show version and licences."""

    def show_log(self) -> None:
        """Show the log's folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.crashes.folder)))
