"""Opens the windows that can stay open beside the article. Not modal, created at first use, one of each kind."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog

from ui.app_services import Desk
from ui.article.screen_place import lay_aside, place_of
from ui.base.saving import opening
from ui.base.widgets.buttons import name_buttons
from ui.base.window_keys import bring_to_front
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.shell.frame import Frame

if TYPE_CHECKING:
    from annotator.formats.base import Report
    from annotator.model.query import Query
    from ui.actions.menus import Menus
    from ui.commands.articles.page_rule_commands import PageRules
    from ui.commands.articles.versions import Versions
    from ui.jobs.bulk_edits import Everywhere
    from ui.schema.taking_back import TakingBack
    from ui.shell.drawer import Drawer
    from ui.shell.openers.manual_opener import ManualOpener


class WindowParts(NamedTuple):
    """The parts of the main window that other windows use."""

    versions: "Versions"
    drawer: "Drawer"
    everywhere: "Everywhere"
    page_rules: "PageRules"
    aim: Aim


class Windows(QObject):
    """Slots of the actions that open a window, and slots with which a window leads back into the article."""

    told = Signal(str)
    failed = Signal(object)
    exported = Signal()  # an export was written
    adjudicate_wanted = Signal()
    merge_wanted = Signal()
    menus: "Menus"  # set when the menus are created
    manual: "ManualOpener"  # set when the menus are created

    def __init__(self, session: Session, desk: Desk, beside: WindowParts, window: Frame) -> None:
        super().__init__(window)
        self._beside = beside
        self.everywhere = beside.everywhere
        self._session = session
        self._desk = desk
        self._window = window
        self._taking_back: TakingBack | None = None

    def export(self) -> None:
        """Open the export dialog."""
        from ui.dialogs.exporting.export_dialog import ExportDialog

        def make() -> QDialog:
            dialog = ExportDialog(self._session, self._desk.files, self._desk.settings, self._window)
            dialog.exported.connect(self._on_exported)
            dialog.questions_wanted.connect(self._show_questions)
            return dialog

        self.show_dialog("exportDialog", make)

    def page_rules(self) -> None:
        """Show the rules that exclude paragraphs."""
        from ui.dialogs.page_rules_dialog import PageRulesDialog

        self.show_dialog(
            "pageRulesDialog", lambda: PageRulesDialog(self._session, self._beside.page_rules, self._window)
        )

    def train(self) -> None:
        """Open the window that trains and evaluates models."""
        from ui.training.training_window import TrainingWindow

        away = self._window.findChild(TrainingWindow, "trainingWindow")
        if away is not None and away.put_away:
            away.put_away = False
            away.show()
            return

        def make() -> QDialog:
            dialog = TrainingWindow(
                self._session, self._desk.training, self._desk.files, self._desk.suggesting, self._window
            )
            dialog.told.connect(self.told)
            return dialog

        self.show_dialog("trainingWindow", make)

    def show_versions(self) -> None:
        """Compare the labels of the open article with the labels of its older or newer version."""
        from ui.dialogs.versions_dialog import VersionsDialog

        project, document = self._session.required(), self._session.required_opened().document.id
        new = project.read.replaced.newer(document) or document
        if not project.read.replaced.older(new):
            self.told.emit(refusals.replaces_nothing())
            return

        def make() -> QDialog:
            dialog = VersionsDialog(self._session, self._desk.files, new, self._window)
            dialog.same_wanted.connect(self._beside.versions.accept)
            dialog.restore_wanted.connect(self._beside.versions.restore)
            return dialog

        self.show_dialog(f"versionsDialog.{new}", make)

    def show_losses(self, report: "Report") -> None:
        """Show what an export left out or changed."""
        from ui.dialogs.exporting.loss_table import LossDialog

        dialog = LossDialog(report, self._session.required().schema, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.jump_wanted.connect(self.jump)
        self._session.project_closed.connect(dialog.reject)
        name_buttons(dialog)
        dialog.show()

    def edit_schema(self) -> None:
        """Open the schema window, which edits the project's labels, fields, relations and rules."""
        from ui.schema.forms.part_forms import LabelForm
        from ui.schema.schema_window import SchemaWindow

        def make() -> QDialog:
            suggested = {label for source in self._desk.suggesting.models for label in source.labels}
            window = SchemaWindow(self._session, self._desk.files, suggested, self._window)
            window.offered_changed.connect(self._desk.suggesting.restart)
            window.page.form(LabelForm).know_actions(self.menus.of_one_character())
            return window

        self.show_dialog("schemaWindow", make)

    @Slot(str, str)
    def take_schema_back(self, edit: str, words: str) -> None:
        """Revert the schema change made by this edit, then show ``words`` as a message."""
        if self._taking_back is None:
            from ui.schema.taking_back import TakingBack

            self._taking_back = TakingBack(self._session, self._desk.files, self._window)
            self._taking_back.told.connect(self.told)
            self._taking_back.failed.connect(self.failed)
            self._taking_back.offered_changed.connect(self._desk.suggesting.restart)
        self._taking_back.take_back(edit, words)

    @Slot(str, str)
    def edit_label(self, layer: str, label: str) -> None:
        """Open the schema window with a label selected."""
        from ui.schema.schema_draft import PartKind, PartPlace
        from ui.schema.schema_window import SchemaWindow

        self.edit_schema()
        window = self._window.findChild(SchemaWindow)
        if window is not None:
            window.tree.choose(PartPlace(PartKind.LABEL, (layer, label)))

    @Slot(str, str)
    def draft_label(self, layer: str, name: str) -> None:
        """Open the schema window, and add a label of this name to its draft."""
        from ui.schema.schema_window import SchemaWindow

        self.edit_schema()
        window = self._window.findChild(SchemaWindow)
        if window is not None and window.add.isEnabled():
            window.editing.add_named(layer, name)

    def show_identities(self) -> None:
        """Show the identities of the project."""
        from ui.identities.identities_window import IdentitiesWindow

        self.show_dialog("identitiesWindow", lambda: IdentitiesWindow(self._session, self._desk.files, self._window))

    def show_board(self) -> None:
        """Show the board of claimants and their claims."""
        from ui.board.board_window import BoardWindow

        self.show_dialog("boardWindow", lambda: BoardWindow(self._session, self._desk.files, self._window))

    def show_numbers(self) -> None:
        """Show the statistics of the project."""
        from ui.numbers.numbers_window import NumbersWindow

        def make() -> QDialog:
            dialog = NumbersWindow(self._session, self._desk.files, self._window)
            dialog.query_wanted.connect(self.find)
            return dialog

        self.show_dialog("numbersWindow", make)

    def show_corpus(self) -> None:
        """Open the corpus window, which shows suggestions for a corpus and adds samples of it to the project."""
        from ui.corpora.corpus_window import CorpusWindow

        def make() -> QDialog:
            dialog = CorpusWindow(self._session, self._desk.files, self._window)
            dialog.told.connect(self.told)
            return dialog

        self.show_dialog("corpusWindow", make)

    def show_agreement(self) -> None:
        """Show how well the project's annotators agree."""
        from ui.numbers.agreement_window import AgreementWindow

        def make() -> QDialog:
            dialog = AgreementWindow(self._session, self._desk.files, self._window)
            dialog.adjudicate_wanted.connect(self.adjudicate_wanted)
            dialog.merge_wanted.connect(self.merge_wanted)
            return dialog

        self.show_dialog("agreementWindow", make)

    def show_conflicts(self) -> None:
        """Show the conflicts: what merged copies changed differently."""
        from ui.dialogs.merging.conflicts_window import ConflictsWindow

        self.show_dialog("conflictsWindow", lambda: ConflictsWindow(self._session, self._desk.files, self._window))

    def show_queries(self) -> None:
        """Show example queries for reading a project file with other programs."""
        from ui.dialogs.help.queries_dialog import QueriesDialog

        self.show_dialog("queriesDialog", lambda: QueriesDialog(self._session.project, self._window))

    @Slot(bool)
    def _show_questions(self, done_only: bool) -> None:  # noqa: FBT001
        """List the open questions of the project; if the sending dialog covers the list, move it aside."""
        self._beside.drawer.open_questions(done_only=done_only)
        _uncover(self._beside.drawer, self._window, self.sender())

    @Slot(object)
    def find(self, query: "Query") -> None:
        """List the results of a query; if the sending window covers the list, move it aside."""
        self._beside.drawer.open_search(query)
        _uncover(self._beside.drawer, self._window, self.sender())

    def show_sources(self) -> None:
        """Show the sources of suggestions and how good they are."""
        from ui.sources.sources_window import SourcesWindow

        def make() -> QDialog:
            desk, window = self._desk, self._window
            suggesting, process = desk.suggesting, desk.suggestions
            dialog = SourcesWindow(
                self._session, desk.files, suggesting, process, desk.training, self._beside.everywhere, window
            )
            dialog.back_wanted.connect(desk.learning.go_back)
            dialog.model_wanted.connect(self.ask_model)
            return dialog

        self.show_dialog("sourcesWindow", make)

    @Slot()
    def ask_model(self) -> None:
        """Open the window that asks the user's language model for suggestions or for doubts about labels."""
        from ui.sources.language_model.language_model_window import LanguageModelWindow

        def make() -> QDialog:
            listed = self._window.articles.model
            dialog = LanguageModelWindow(self._session, self._desk.asking, lambda: listed.shown, self._window)
            dialog.asking.stored.connect(partial(_show_sources_again, self._window))
            return dialog

        self.show_dialog("languageModelWindow", make)

    @Slot(str, int, int)
    def jump(self, document: str, start: int, end: int) -> None:
        """Go to a place (code points, end exclusive); if the sending window covers it, move the window aside."""
        view, dialog = self._window.view, self.sender()
        if view.document_id() != document:
            self._session.open_document(document)
        if view.document_id() != document:
            return  # the article was deleted meanwhile; the session has reported it
        self._beside.aim.go_to_words(start, end)
        view.setFocus()
        if isinstance(dialog, QDialog):
            lay_aside(dialog, place_of(view, start, end))

    # Inside

    def show_dialog(self, name: str, make: Callable[[], QDialog]) -> None:
        """Raise the window with this object name, or create it. Its signal ``jump_wanted``, if any, leads to `jump`.

        A window is deleted when it closes or the project closes.
        """
        dialog = self._window.findChild(QDialog, name)
        if dialog is not None and dialog.isVisible():
            bring_to_front(dialog)
            return
        dialog = make()
        dialog.setObjectName(name)
        if (jump_wanted := getattr(dialog, "jump_wanted", None)) is not None:
            jump_wanted.connect(self.jump)
        _prepare(dialog, self._session, self.manual)
        dialog.show()

    def open_modal(self, dialog: QDialog) -> None:
        """Open a modal dialog, which is deleted when it closes or the project closes."""
        _prepare(dialog, self._session, self.manual)
        dialog.open()

    @Slot(object, object)
    def _on_exported(self, report: "Report", target: Path) -> None:
        """Report what an export wrote and where, with a button that shows the losses."""
        from ui.dialogs.exporting.loss_table import exported_notice

        self.exported.emit()
        words, shown = exported_notice(report, target), opening(target)
        if report.losses:
            losses = partial(self.show_losses, report)
            self._window.messages.tell(words, self.tr("Show"), losses, other=shown, stays=True)
        else:
            self._window.messages.tell(words, *shown, stays=True)  # in the place of an earlier export's message


def _prepare(dialog: QDialog, session: Session, manual: "ManualOpener") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    session.project_closed.connect(dialog.reject)
    name_buttons(dialog)
    manual.follow(dialog)


def _uncover(drawer: "Drawer", window: Frame, sender: QObject | None) -> None:
    """Bring the main window to the front, and move a dialog aside that covers the drawer."""
    window.activateWindow()
    if isinstance(sender, QDialog):
        QTimer.singleShot(0, sender, lambda: lay_aside(sender, QRect(drawer.mapToGlobal(QPoint()), drawer.size())))


def _show_sources_again(window: Frame, _stored: object) -> None:
    """Update the window of sources, if it is open: it lists the user's language model, too."""
    from ui.sources.sources_window import SourcesWindow

    for dialog in window.findChildren(SourcesWindow):
        dialog.show_sources()
