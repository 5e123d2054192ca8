"""The dialogs: imported when they are first needed, opened without blocking."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from ui.aside import lay_aside, place_of
from ui.desk import Desk
from ui.session import Session

if TYPE_CHECKING:
    from annotator.formats.base import Report
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
        """Export what was decided; the dialog stays beside the article."""
        from ui.export_dialog import ExportDialog

        if self._raise("exportDialog"):
            return
        dialog = ExportDialog(self._session, self._desk.files, self._window)
        dialog.jump_wanted.connect(self._jump)
        dialog.exported.connect(self._on_exported)
        dialog.show()

    @Slot()
    def describe(self) -> None:
        """Change what is known about the article."""

    def delete_document(self) -> None:
        """Ask, and delete the open article."""

    def show_shortcuts(self) -> None:
        """Show all keys."""

    def show_about(self) -> None:
        """Show version and licences."""

    @Slot(object, object)
    def _on_exported(self, report: "Report", target: Path) -> None:
        """Say what was written where; what was lost is one click away."""
        from ui.loss_table import exported_notice

        words = exported_notice(report, target)
        if report.losses:
            self._window.messages.tell(words, self.tr("Show"), lambda: self.show_losses(report))
        else:
            self.told.emit(words)

    def show_losses(self, report: "Report") -> None:
        """Show what an export left out or changed, beside the article."""
        from ui.loss_table import LossDialog

        dialog = LossDialog(report, self._window)
        dialog.jump_wanted.connect(self._jump)
        self._session.project_closed.connect(dialog.reject)
        dialog.show()

    @Slot(str, int, int)
    def _jump(self, document: str, start: int, end: int) -> None:
        """Go to a place, and lay the dialog that asked for it aside."""
        self.jump_wanted.emit(document, start, end)
        dialog = self.sender()
        if isinstance(dialog, QDialog) and self._window.view.document_id() == document:
            lay_aside(dialog, place_of(self._window.view, start, end))

    def _raise(self, name: str) -> bool:
        """Bring a dialog to the front that is open already; tell whether there is one."""
        dialog = self._window.findChild(QDialog, name)
        if dialog is None or not dialog.isVisible():
            return False
        dialog.raise_()
        dialog.activateWindow()
        return True

    def show_log(self) -> None:
        """Show the log's folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.crashes.folder)))
