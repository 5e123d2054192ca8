"""The window: puts view, panels and bars together and tells each what the others say. It decides nothing."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from annotator.editing.edits import Edit
from annotator.model.values import Document, DocumentLabel
from annotator.system.errors import AnnotatorError
from ui.article.caret import Snapping
from ui.base.later import Later
from ui.jobs.workers import ProcessOff
from ui.shell.frame import Frame


class MainWindow(Frame):
    """One window for one project."""

    language_chosen = Signal(str)

    def equip(self) -> None:
        """Make what is not seen at once, hands, menus and windows, and let all parts speak with each other.

        It follows the first paint at once (`ui.shell.app`), which it would put off by an eighth.
        """
        self._make_hands()
        self._make_windows()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # or Return would not press it: this is no dialog
        self._connect()
        _connect_rescue(self)
        for id_ in (*self.appearance.checked, f"snapping.{self.view.snapping}"):
            self.menus.check(id_, True)
        self._on_columns(not self.left.isHidden(), not self.panels.isHidden())
        self.setAcceptDrops(True)
        if self.session.project is None:
            self.menus.show_recent(self.desk.settings.recent)
        else:
            _show_what_is_open(self)
            self._show_project()

    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """All actions; `ui.actions.action_table` says what they are."""
        return self.menus.actions_by_id

    # Slots of actions

    def set_full_screen(self, full: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Fill the screen, or not."""
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # What Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.projects.take(paths)

    # Inside

    def _make_hands(self) -> None:
        from ui.base.keys.held_keys import HeldKeys
        from ui.commands.articles.furniture_commands import Furniture
        from ui.commands.articles.organising import ArticleOrganiser
        from ui.commands.articles.read_sentences import Sentences
        from ui.commands.ask_label import SelectionPopups
        from ui.commands.boundaries import Boundaries
        from ui.commands.follow_up import FollowUp
        from ui.commands.keys.card_keys import CardKeys
        from ui.commands.keys.focus_keys import FocusKeys
        from ui.commands.keys.guides import Guides
        from ui.commands.keys.sure_in_sight import SureInSight
        from ui.commands.labelling import Labelling
        from ui.commands.moving.check_worthy import Worth
        from ui.commands.moving.claim_paths import ClaimPaths
        from ui.commands.moving.go_on import GoOn
        from ui.commands.moving.moves import Moves
        from ui.commands.moving.word_jump import WordJump
        from ui.commands.review import Review
        from ui.commands.split_join import Shapes
        from ui.commands.undo_done import Steps
        from ui.commands.word_parts import SnappingModes, SpanParts
        from ui.deciding.aim import Aim
        from ui.jobs.bulk_edits import Everywhere

        session, suggesting = self.session, self.desk.suggesting
        self.aim = Aim(session, self.view, self)
        self.review = Review(self.view, self.aim, self.decisions, suggesting, self)
        SureInSight(self.view, self.review, self.panels.suggestions)
        self.labelling = Labelling(session, self.view, self.aim, self.decisions, self.review, self)
        self.boundaries = Boundaries(self.view, self.aim, self.decisions, self)
        self.shapes = Shapes(session, self.view, self.aim, self.decisions, self)
        self.moves = Moves(session, self.view, self.aim, self)
        self.word_jump = WordJump(self.view, self.aim, self)
        self.claim_paths = ClaimPaths(session, self.view, self.aim, self.panels.claim_card.words, self)
        self.asking = SelectionPopups(session, self.view, self.aim, self.decisions, self.labelling, self)
        self.guides = Guides(session, self.aim, self.asking.picker, self.view, self)
        self.everywhere = Everywhere(session, self)
        self.parts = SpanParts(self.view, self.aim, self.decisions, self)
        self.snapping = SnappingModes(self.view, self)
        self.held_keys = HeldKeys(self)
        self.steps = Steps(session, self.aim, self.everywhere, self.held_keys, self)
        self.follow_up = FollowUp(session, suggesting, self)
        self.going_on = GoOn(self.view, self.aim, self.review, self.steps, self.follow_up, self)
        self.card_keys = CardKeys(self.panels.claim_card, self)
        self.furniture = Furniture(session, self.view, self)
        self.organising = ArticleOrganiser(session, self.view, self.aim, self.everywhere, self)
        self.sentences = Sentences(session, self.view, self.aim, self)
        self.worth = Worth(session, self.view, self.aim, suggesting, self)
        self.focus_keys = FocusKeys(self.card_keys, self)

    def _make_windows(self) -> None:
        from ui.actions.keymap import Keymap
        from ui.actions.menus import Menus
        from ui.article.find_in_article import FindBar
        from ui.commands.articles.versions import Versions
        from ui.said_before.said_before_line import SaidBeforeLine
        from ui.shell.appearance import Appearance
        from ui.shell.dialog_openers import Dialogs
        from ui.shell.drawer import Drawer
        from ui.shell.projects.last_place import LastPlace
        from ui.shell.projects.project_commands import Projects
        from ui.shell.projects.repair_commands import Repairs
        from ui.shell.source_chip import SourceChip
        from ui.shell.windows import Windows

        session, desk = self.session, self.desk
        self.find_bar = FindBar(session, self.view)
        self.below_article.addWidget(self.find_bar)
        self.drawer = Drawer(session, self.view, self.aim, self.everywhere, desk.files)
        self.below_article.addWidget(self.drawer, 2)
        self.said_before = SaidBeforeLine(session, desk.files)
        self.panels.claim_card.body.addWidget(self.said_before)
        self.versions = Versions(session, desk.files, self.aim, self)
        self.appearance = Appearance(session, desk.settings, desk.themes, self.view, self)
        self.projects = Projects(session, desk.settings, desk.files, self)
        self.last_place = LastPlace(session, self.view, self)  # after it: an article is open then
        self.may_close = lambda: self.projects.rescue.may_leave(self.close)
        self.repairs = Repairs(session, self.projects, desk.files, self)
        self.dialogs = Dialogs(session, desk, self)
        self.windows = Windows(session, desk, self)
        self._hints = Later(self._show_hints, self)
        self.menus = Menus(session, self, self.view, self._targets(), Keymap(desk.settings))
        self._source_chip = SourceChip(session, desk.suggesting, desk.learning, self.top_bar, self.key_line, self)

    def _targets(self) -> Mapping[str, QObject]:
        return {
            "window": self,
            "view": self.view,
            "labelling": self.labelling,
            "review": self.review,
            "boundaries": self.boundaries,
            "shapes": self.shapes,
            "moves": self.moves,
            "word_jump": self.word_jump,
            "claim_paths": self.claim_paths,
            "asking": self.asking,
            "guides": self.guides,
            "steps": self.steps,
            "going_on": self.going_on,
            "parts": self.parts,
            "snapping": self.snapping,
            "furniture": self.furniture,
            "page_rules": self.organising.rules,
            "organising": self.organising,
            "article_labels": self.organising.labels,
            "versions": self.versions,
            "sentences": self.sentences,
            "worth": self.worth,
            "articles": self.articles,
            "left": self.left,
            "appearance": self.appearance,
            "columns": self.columns,
            "finding": self.find_bar,
            "occurrences": self.drawer,
            "projects": self.projects,
            "repairs": self.repairs,
            "dialogs": self.dialogs,
            "windows": self.windows,
            "top_bar": self.top_bar,
            "search_field": self.top_bar.search,
            "suggesting": self.desk.suggesting,
            "learning": self.desk.learning,
        }

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.project_opened.connect(self._show_project)
        session.project_closed.connect(self._show_project)
        session.document_opened.connect(self._show_document)
        session.edited.connect(self._on_edit)
        session.suggestions_changed.connect(self._on_suggestions)
        session.tokens_arrived.connect(self._on_tokens)
        for source in (
            session,
            self.projects,
            self.dialogs,
            self.windows,
            self.desk.suggesting,
            self.desk.learning,
            self.everywhere,
            self.drawer,
            self.versions,
        ):
            source.failed.connect(self._on_failure)
        for teller in (self.projects, self.dialogs, self.windows, self.desk.learning):
            teller.told.connect(self.messages.tell)
        self.projects.files_wanted.connect(self.dialogs.import_files)
        self.closed.connect(self.projects.copying.wait)
        view.activated.connect(self._show_active)
        self.aim.active_changed.connect(self._show_active)
        for changed in (view.selection_changed, self.menus.keys_changed, self.drawer.keyboard_changed):
            changed.connect(self._hints.ask)
        for asker in (self.asking, self.word_jump, self.going_on, self.focus_keys, self.projects.rescue):
            asker.changed.connect(self._hints.ask)
        self.follow_up.awaited_changed.connect(self.panels.suggestions.await_more)
        self.follow_up.awaited_changed.connect(self._hints.ask)
        self.labelling.card_wanted.connect(self.columns.reveal_right)  # first: what is hidden takes no keyboard
        self.labelling.card_wanted.connect(self.panels.open_card)
        for told in (session.edited, self.desk.learning.begun, self.labelling.card_wanted):
            told.connect(self.messages.relent)  # what is to be read then stands in the same place
        self.panels.inspector.identity_wanted.connect(self.asking.ask_who)
        self.steps.finished.connect(self.articles.go_on)
        self.organising.skipping.connect(self.steps.skip)
        self.drawer.batch_wanted.connect(self.organising.choose_batch_of)
        self.snapping.changed.connect(self._on_snapping)
        self.aim.told.connect(self._on_told)
        self.guides.edit_wanted.connect(self.windows.edit_label)
        view.activated.connect(self.guides.follow)
        self.panels.activated.connect(self._activate)
        self.panels.chosen.connect(self._on_chosen)
        self.panels.left.connect(self.view.setFocus)
        self.panels.connect_pointing(view)
        for follow in (self.find_bar.close_bar, self.parts.forget):
            self.drawer.opening.connect(follow)
        self.find_bar.opening.connect(self.drawer.close_drawer)
        self._connect_columns()
        self.appearance.language_chosen.connect(self.language_chosen)
        self.appearance.layers_changed.connect(self._on_layers)
        self.appearance.patterns_changed.connect(self.panels.labels.show_patterns)
        self.panels.suggestions.narrowed.connect(self.appearance.filter_suggestions)
        self.panels.layers.turned.connect(self.appearance.turn_layer)
        self.sentences.share_changed.connect(self.top_bar.show_read)
        self.columns.shown_changed.connect(self._on_columns)
        self._connect_pages()

    def _connect_pages(self) -> None:
        from ui.actions.context_menu import ContextMenu
        from ui.commands.keys.note_tips import NoteTips
        from ui.commands.moving.go_on import GO_ON
        from ui.shell.dead_keys import DeadKeys
        from ui.shell.long_steps import LongSteps

        actions = self.actions_by_id
        self.top_bar.left_switch.follow(actions["view.articles"])
        self.top_bar.right_switch.follow(actions["view.panels"])
        self.panels.follow_keys(self.menus.keys_changed, self.menus.shortcuts)
        self.panels.suggestions.sure.follow(actions["suggestion.accept_sure"], actions[GO_ON])
        self.top_bar.annotator.clicked.connect(self.projects.choose_annotator)
        self.top_bar.language.clicked.connect(self.dialogs.describe)
        self.versions.replaced.connect(self.windows.show_versions)
        self.steps.schema_wanted.connect(self.windows.take_schema_back)
        self._source_chip.wanted.connect(self.windows.show_sources)
        self.blank.import_wanted.connect(self.dialogs.import_articles)
        self.blank.paste_wanted.connect(self.dialogs.paste)
        NoteTips(self.view)
        ContextMenu(self.session, self.view, self.aim, self.menus, self)
        DeadKeys(self, self.menus).told.connect(self.messages.tell)
        LongSteps(self.steps, self.everywhere, self.messages, self)
        self.worth.share_changed.connect(self.menus.check_only)
        self.menus.begun.connect(self.messages.go_on)
        self.menus.begun.connect(self.going_on.follow)
        self.held_keys.follow(self.menus.repeats)
        self.menus.recent_chosen.connect(self.projects.open_path)
        self.welcome.new_wanted.connect(self.projects.new)
        self.welcome.open_wanted.connect(self.projects.open)
        self.welcome.sample_wanted.connect(self.projects.sample)
        self.welcome.recent_wanted.connect(self.projects.open_path)
        self.repairs.offered.connect(self.messages.offer)
        self.repairs.noticed.connect(self.messages.notice)

    def _connect_columns(self) -> None:
        paths = self.claim_paths
        paths.jump_wanted.connect(self.windows.jump)
        paths.decided.connect(self.review.decide)
        paths.fields_wanted.connect(self.labelling.card_wanted)
        paths.claim_shown.connect(self.left.rows.follow_claim)
        self.panels.claim_card.end_wanted.connect(paths.go)
        self.panels.claim_card.words.accepted.connect(self._on_told)
        left, search = self.left, self.top_bar.search
        search.textChanged.connect(self.articles.search)
        search.left.connect(self.articles.catch_up)
        search.left.connect(self.articles.list.setFocus)
        search.given_up.connect(self.view.setFocus)
        search.text_wanted.connect(self.drawer.open_search)
        for signal in (self.view.activated, self.aim.active_changed):
            signal.connect(left.rows.set_active)
            signal.connect(self.said_before.set_active)
        self.said_before.clicked.connect(self.drawer.open_said_before)
        left.wanted.connect(self.columns.reveal_left)
        left.rows.activated.connect(self._activate)
        left.history.chosen.connect(self.steps.show_step)
        left.history.back_wanted.connect(self.steps.go_back)
        for page in (left.rows, left.history, self.articles):
            page.left.connect(self.view.setFocus)

    @Slot()
    def _show_project(self) -> None:
        project = self.session.project
        self.messages.withdraw()
        self.menus.show_recent(self.desk.settings.recent)
        if project is None:
            self.show_welcome()
            return
        self.show_page(project=True)
        self.setWindowTitle(f"{project.name} – Spanwright")
        self.appearance.show_look()
        self._show_document()

    @Slot()
    def _show_document(self) -> None:
        opened = self.session.opened
        self.article.setVisible(opened is not None)
        self.blank.setVisible(opened is None)
        if opened is None:
            self.view.clear()
            self.blank.refresh()
        else:
            self.view.show_document(
                opened.document,
                opened.spans,
                opened.suggestions,
                opened.tokens,
                byline=self.organising.labels.byline(opened),
                marks=opened.marks,
            )
        elsewhere = self.articles.list.hasFocus() or self.top_bar.search.hasFocus() or self.drawer.has_keyboard
        if not elsewhere:
            (self.blank if opened is None else self.view).setFocus()
        self._show_active(self.view.active() or "")

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        opened = self.session.opened
        if opened is None or opened.document.id not in edit.document_ids:
            return
        if any(isinstance(change.after or change.before, Document | DocumentLabel) for change in edit.changes):
            self._show_document()
        else:
            self.view.apply(edit.changes)
        self._show_active(self.view.active() or "")

    @Slot(str)
    def _on_suggestions(self, document: str) -> None:
        opened = self.session.opened
        if opened is not None and document == self.view.document_id():
            self.view.update_rows(opened.spans, opened.suggestions)
            self._show_active(self.view.active() or "")

    @Slot(str)
    def _on_tokens(self, document: str) -> None:
        opened = self.session.opened
        if opened is not None and document == opened.document.id:
            self.view.show_tokens(opened.tokens)
            self._hints.ask()

    @Slot(str)
    def _show_active(self, row_id: str) -> None:
        self.panels.set_active(row_id or None)
        self._hints.ask()

    def _show_hints(self) -> None:
        from ui.actions.keymap import sign
        from ui.commands.keys import hints
        from ui.commands.moving.go_on import GO_ON

        opened = self.session.opened
        start, end = self.view.selection() if opened else (0, 0)
        if self.drawer.has_keyboard:
            shown = self.drawer.hints()
        else:
            at = hints.Situation(
                active=self.view.active(),
                selected=start < end,
                overlapping=bool(opened) and len(self.view.page.rows.at(self.view.caret())) > 1,
                asks=self.asking.asks or self.word_jump.asks,
                last=self.labelling.last,
                awaited=self.panels.suggestions.awaits,
            )
            usual = hints.hints(self.session, at, self.menus.shortcuts)
            key = next(map(sign, self.menus.shortcuts(GO_ON)), "")
            own = () if at.asks else self.focus_keys.hints() or self.going_on.hints(key)
            here = usual if at.asks else (*self.snapping.hints(), *self.parts.beside(usual))
            shown = own or here
        self.key_line.hints.show_hints(shown)
        lost = self.projects.rescue.lost
        self.key_line.show_stored(hints.lost() if lost else hints.stored(opened) if opened else "")

    @Slot(str)
    def _activate(self, row_id: str) -> None:
        """A panel picked a row: go there, the panel keeps the keyboard."""
        opened = self.session.opened
        row = (opened.span(row_id) or opened.suggestion(row_id)) if opened else None
        if row is not None:
            self.view.select(row.start, row.start, exact=True)
            self.aim.activate(row_id)

    @Slot(str, str)
    def _on_chosen(self, layer: str, label: str) -> None:
        self.view.setFocus()  # first: a claim that was made takes the keyboard to its card
        self.labelling.label(f"{layer} {label}")

    @Slot(str, bool)
    def _on_told(self, words: str, undo: bool) -> None:  # noqa: FBT001
        if undo:
            self.messages.tell(words, self.tr("Undo"), self.steps.undo)
        else:
            self.messages.tell(words)

    @Slot(object)
    def _on_failure(self, error: AnnotatorError) -> None:
        if isinstance(error, ProcessOff):
            self.messages.fail(error, self.tr("Restart"), error.restart)
        elif (repair := self.repairs.offer(error)) is not None:
            self.messages.fail(error, self.tr("Repair…"), repair)
        elif not self.projects.rescue.take(error):
            self.messages.fail(error)

    @Slot(str)
    def _on_snapping(self, mode: str) -> None:
        for each in Snapping:
            self.menus.check(f"snapping.{each}", each == mode)
        self._hints.ask()

    @Slot()
    def _on_layers(self) -> None:
        hidden = self.appearance.hidden_layers
        self.panels.layers.show_hidden(hidden)
        self.menus.check_layers(hidden)

    @Slot(bool, bool)
    def _on_columns(self, left: bool, right: bool) -> None:  # noqa: FBT001
        self.menus.check("view.articles", left)
        self.menus.check("view.panels", right)
        if not right:
            self.panels.suggestions.leave_filter()


def _show_what_is_open(window: MainWindow) -> None:
    """Let all that follows the opening of a project show one that was open before the window was made."""
    window.articles.show_project()
    window.left.rows.fill_kinds()
    window.claim_paths.draw()
    window.worth.tell_share()
    window.projects.look_after()


def _connect_rescue(window: MainWindow) -> None:
    """Let the window follow what becomes of the project file, and of where somebody is in it."""
    projects, rescue = window.projects, window.projects.rescue

    def follow() -> None:
        if rescue.lost:
            window.desk.suggesting.stop()
        else:
            window.messages.forget_offer()
            window.desk.suggesting.look_again()

    projects.going_on_in.connect(window.last_place.carry_over)
    projects.proposed.connect(window.messages.propose)
    rescue.offered.connect(window.messages.offer)
    rescue.changed.connect(follow)
    window.closed.connect(window.last_place.wait)
