"""Opens modal dialogs without blocking. Dialogs are imported at first use; their work runs in the files process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox

from ui.actions.keymap import sign
from ui.app_services import Desk
from ui.base.i18n import number, translate
from ui.base.look.plain_text import one_line, within_quotes
from ui.base.saving import question_box
from ui.base.widgets.buttons import name_buttons
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.shell.frame import Frame

if TYPE_CHECKING:
    from annotator.corpus.article import Article
    from annotator.jobs.importing.import_read import Incoming
    from annotator.jobs.importing.import_store import ImportResult
    from ui.actions.menus import Menus
    from ui.commands.ask_label import SelectionPopups
    from ui.dialogs.importing.import_reading import Advanced, Cancel, Failed, ReadRequest
    from ui.shell.openers.manual_opener import ManualOpener


class Dialogs(QObject):
    """Slots of the actions that open a dialog."""

    told = Signal(str)
    failed = Signal(object)
    conflicts_wanted = Signal()
    agreement_wanted = Signal()
    menus: "Menus"  # set when the menus are created
    manual: "ManualOpener"  # set when the menus are created

    def __init__(self, session: Session, desk: Desk, asking: "SelectionPopups", window: Frame) -> None:
        super().__init__(window)
        self._asking = asking
        self._session = session
        self._desk = desk
        self._window = window

    def import_articles(self) -> None:
        """Open the import dialog."""
        self.import_files([])

    @Slot(list)
    def import_files(self, paths: list[Path]) -> None:
        """Open the import dialog with files and folders to read; for [], the dialog asks for them."""
        from ui.dialogs.importing.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, self._read, self._desk.settings, self._window)
        dialog.added.connect(self._on_taken)
        dialog.offered_changed.connect(self._desk.suggesting.restart)
        self._session.project_closed.connect(dialog.reject)
        self._open(dialog)
        if paths:
            dialog.read_paths(paths)

    def merge(self) -> None:
        """Open the dialog that merges copies of the project."""
        from ui.dialogs.merging.merge_dialog import MergeDialog

        dialog = MergeDialog(self._session, self._desk.files, self._window)
        dialog.conflicts_wanted.connect(self.conflicts_wanted)
        dialog.agreement_wanted.connect(self.agreement_wanted)
        dialog.merged.connect(self._desk.suggesting.restart)
        dialog.failed.connect(self.failed)
        self._open(dialog)

    def paste(self) -> None:
        """Open the dialog that pastes an article."""
        from ui.dialogs.importing.paste_dialog import PasteDialog

        dialog = PasteDialog(self._session, self._parse, self._window)
        dialog.added.connect(self._session.open_document)
        self._open(dialog)
        dialog.paste_clipboard()

    @Slot()
    def describe(self) -> None:
        """Edit the metadata of the open article."""
        from ui.dialogs.document_dialog import DocumentDialog

        if self._session.opened is not None:
            self._open(DocumentDialog(self._session, self._window))

    def delete_document(self) -> None:
        """Delete the open article after a confirmation."""
        document = self._session.required_opened().document
        words = self.tr("Delete “{title}” with all its labels?").format(title=within_quotes(document.title[:200]))
        details = self.tr("This cannot be undone. Backups keep the article.")
        question = question_box(self._window, "deleteQuestion", self.tr("Delete article"), words, details)
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(cancel)
        delete.clicked.connect(partial(self._delete, document.id))
        question.open()

    def show_shortcuts(self) -> None:
        """Show the sheet of all keys over the window, or hide it."""
        from ui.dialogs.help.cheat_sheet import CheatSheet, sheet_lines

        sheet = self._window.findChild(CheatSheet)
        if sheet is None:
            sheet = CheatSheet(self._window)
            sheet.keys_wanted.connect(self.edit_keys)
        if sheet.isVisible():
            sheet.close_sheet()
        else:
            sheet.open_sheet(sheet_lines(self.menus.specs))

    @Slot()
    def edit_keys(self) -> None:
        """Open the key editor."""
        from ui.dialogs.help.keys_dialog import KeysDialog

        self._open(KeysDialog(self.menus, self._window))

    def open_palette(self) -> None:
        """Open the palette that finds actions, labels and articles by name."""
        from ui.choosing.palette import Palette

        palette = self._window.findChild(Palette)
        if palette is None:
            palette = Palette(self.menus, self._session, self._desk.settings, self._window)
            self._asking.follow(palette)
        palette.open_palette()

    def show_about(self) -> None:
        """Show version and licences."""
        from ui.dialogs.help.about_dialog import AboutDialog

        folders = {self.tr("Log"): str(self._desk.crashes.folder)}
        if self._session.project is not None:
            folders[self.tr("Project")] = str(self._session.project.path)
        self._open(AboutDialog(folders, self._window))

    def show_diagnostics(self) -> None:
        """Show the state of the disk and the helper processes."""
        from ui.dialogs.help.diagnostics_dialog import DiagnosticsDialog

        self._open(DiagnosticsDialog(self._desk, self._window))

    def show_log(self) -> None:
        """Open the folder of the log in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.crashes.folder)))

    # Work that runs in the files process

    def _parse(self, text: str, *, done: "Callable[[Article], None]", failed: "Failed") -> "Cancel":
        from annotator.corpus import reader_table

        job = self._desk.files.start(reader_table.from_paste, text, done=done, failed=failed)
        return partial(self._desk.files.cancel, job)

    def _read(
        self,
        wanted: "ReadRequest",
        *,
        given: "Callable[[Incoming], None]",
        done: Callable[[object], None],
        failed: "Failed",
        advanced: "Advanced",
    ) -> "Cancel":
        from annotator.corpus.article import ReadingChoices
        from annotator.jobs.importing import import_read
        from annotator.processes.limited import Patience

        files, paths = self._desk.files, list(wanted.paths)
        patience = Patience(longer=wanted.longer)
        start = partial(files.start, given=given, done=done, failed=failed, advanced=advanced)
        project = self._session.required()
        if wanted.address is not None:
            job = start(import_read.fetch, wanted.address, project.path, patience, wanted.earlier)
        elif wanted.asked is None:
            options = import_read.read_options(
                project,
                None,
                renamed=wanted.renamed,
                schema=wanted.schema,
                utf16=wanted.utf16,
                unclear=wanted.columns,
                fields=wanted.fields,
            )
            choices = ReadingChoices()
            job = start(import_read.reading, paths, None, options, choices, project.path, patience, wanted.earlier)
        else:
            job = start(import_read.read_again, paths[0], wanted.asked, project.path, patience, wanted.earlier)
        return partial(files.cancel, job)

    # Inside

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_buttons(dialog)
        self.manual.follow(dialog)
        dialog.open()

    @Slot(object)
    def _on_taken(self, taken: "ImportResult") -> None:
        """Report what was added, with a button for the notes about it, or else for the first new article."""
        words = " ".join(filter(None, (_taken_words(taken), self._words_of_others(taken))))
        if taken.notices:
            self._window.messages.tell(words, self.tr("Show"), partial(self._show_told, taken), stays=True)
        elif self._session.opened is not None and taken.ids:
            show = partial(self._session.open_document, taken.ids[0])
            self._window.messages.tell(words, self.tr("Show"), show, stays=True)
        else:
            self.told.emit(words)
        if self._session.opened is None and taken.ids:
            self._session.open_document(taken.ids[0])

    def _words_of_others(self, taken: "ImportResult") -> str:
        """Return how to see imported labels that only others made, or "" if the article shows the imported labels."""
        project = self._session.required()
        spans = project.read.annotated(taken.ids[0], None).spans if taken.ids else ()
        people = {span.annotator for span in spans}
        key = next(map(sign, self.menus.shortcuts("article.look")), "")
        if not people or project.annotator in people or not key:
            return ""
        names = one_line(", ".join(sorted(people)), 80)
        return self.tr("{key} shows the labels by {names}.").format(key=key, names=names)

    def _show_told(self, taken: "ImportResult") -> None:
        from ui.dialogs.told_dialog import ToldDialog

        self._open(ToldDialog(taken.notices, self._window))

    def _delete(self, id_: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        beside = self._window.articles.beside(id_)
        self._session.delete_documents([id_])
        self._session.open_first(beside)


def _taken_words(taken: "ImportResult") -> str:
    """Return how many articles came in or got labels, how many labels were left out, and how many notes there are.

    Suggestions are counted only if nothing else came in.
    """
    nothing_else = not (taken.ids or taken.merged)
    counts = (
        (len(taken.ids), translate("Dialogs", "One article added."), translate("Dialogs", "{count} articles added.")),
        (
            taken.merged,
            translate("Dialogs", "One existing article got labels."),
            translate("Dialogs", "{count} existing articles got labels."),
        ),
        (
            taken.suggestions if nothing_else else 0,
            translate("Dialogs", "One suggestion added."),
            translate("Dialogs", "{count} suggestions added."),
        ),
        (
            taken.left_out,
            translate("Dialogs", "One label was left out."),
            translate("Dialogs", "{count} labels were left out."),
        ),
    )
    parts = [counted(*each) for each in counts if each[0]]
    if nothing_else and not taken.suggestions:
        parts.insert(0, translate("Dialogs", "Nothing new was added."))
    if taken.notices:
        parts.append(translate("Dialogs", "Notes: {count}.").format(count=number(len(taken.notices))))
    return " ".join(parts)
