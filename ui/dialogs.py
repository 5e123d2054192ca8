"""The dialogs: imported when they are first needed, opened without blocking."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from ui.aside import lay_aside, place_of
from ui.desk import Desk
from ui.i18n import number
from ui.messages import sentence
from ui.session import Session

if TYPE_CHECKING:
    from annotator.exchange import Incoming
    from annotator.formats.base import Report
    from ui.main_window import MainWindow

_SAID = 2  # of what went wrong: the line is short


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
        """Choose files to import."""
        dialog = QFileDialog(self._window, self.tr("Import articles"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._import_names)
        dialog.open()

    @Slot(list)
    def import_files(self, paths: list[Path]) -> None:
        """Read files and folders beside the window, then take them into the project."""
        from annotator import exchange

        options = exchange.read_options(self._session.required(), None)
        self._desk.files.start(exchange.read, paths, None, options, done=self._on_read, failed=self.failed.emit)
        self.told.emit(self.tr("Reading files…"))

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
        document = self._session.required_opened().document
        question = QMessageBox(self._window)
        question.setObjectName("deleteQuestion")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Delete article"))
        question.setText(self.tr("Delete “{title}” with all its labels?").format(title=document.title))
        question.setInformativeText(self.tr("This cannot be undone. Backups keep the article."))
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(cancel)
        delete.clicked.connect(partial(self._delete, document.id))
        question.open()

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

    @Slot(list)
    def _import_names(self, names: list[str]) -> None:
        self.import_files([Path(name) for name in names])

    def _on_read(self, incoming: "Incoming") -> None:
        if self._session.project is None:
            return
        taken = self._session.take_in(incoming, exclude_furniture=False)
        if taken is None:
            return
        words = [
            self.tr("One article added.")
            if len(taken.ids) == 1
            else self.tr("{count} articles added.").format(count=number(len(taken.ids)))
        ]
        words.extend(sentence(error) for _, error in incoming.failures[:_SAID])
        words.extend(told.sentence for told in taken.told[:_SAID])
        self.told.emit(" ".join(words))
        if taken.ids and self._session.opened is None:
            self._session.open_document(taken.ids[0])

    def _delete(self, id_: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        self._session.delete_documents([id_])
        self._session.open_first()
