"""The main window: connects view, panels, commands and bars. It contains no other logic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from annotator.system.errors import AnnotatorError
from ui.article.caret import Snapping
from ui.base.drops import DropFrame
from ui.base.later import Later
from ui.jobs.workers import ProcessOff
from ui.shell.team import title_of
from ui.shell.workbench import Workbench

if TYPE_CHECKING:  # what is imported here is loaded after the first paint
    from ui.actions.menus import Menus
    from ui.shell.language_chip import LanguageChip
    from ui.shell.source_chip import SourceChip


class MainWindow(Workbench):
    """The main window, which shows one project at a time."""

    language_chosen = Signal(str)

    # What `equip` adds to the workbench
    menus: Menus
    _hints: Later
    _language_chip: LanguageChip
    _source_chip: SourceChip
    _drop_frame: DropFrame

    def equip(self) -> None:
        """Create commands, menus and windows, and connect all parts.

        `ui.shell.app` calls this just after the first paint; earlier, it would delay the paint by an eighth.
        """
        from ui.shell.projects.project_commands import drop_words

        self.make_commands()
        self.make_windows()
        self._make_menus()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # outside a dialog, Return would not press it otherwise
        self._connect()
        _connect_rescue(self)
        self.team.proposed.connect(self.messages.propose)
        for id_ in (*self.appearance.checked, f"snapping.{self.view.snapping}"):
            self.menus.check(id_, True)
        self._on_columns(not self.left.isHidden(), not self.panels.isHidden())
        self.setAcceptDrops(True)
        self._drop_frame = DropFrame(self, partial(drop_words, self.session))
        if self.session.project is None:
            _list_recent(self)
        else:
            _show_what_is_open(self)
            self._show_project()

    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """All actions by id; `ui.shell.action_table` lists them."""
        return self.menus.actions_by_id

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop_frame.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := self._drop_frame.drop(event):
            self.projects.take(paths)

    # Inside

    def _make_menus(self) -> None:
        from ui.actions.keymap import Keymap
        from ui.actions.menus import Menus
        from ui.shell.action_table import TABLE
        from ui.shell.language_chip import LanguageChip
        from ui.shell.source_chip import SourceChip

        session, desk = self.session, self.desk
        self._hints = Later(self._show_hints, self, session.settling)
        self.menus = Menus(session, self, self.view, TABLE, Keymap(desk.settings))
        self.dialogs.menus = self.windows.menus = self.manual.menus = self.menus
        self._language_chip = LanguageChip(session, self.top_bar, self)
        self._source_chip = SourceChip(session, desk.suggesting, desk.learning, self.top_bar, self.key_line, self)

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.project_opened.connect(self._show_project)
        session.project_closed.connect(self._show_project)
        self._connect_article()
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
        for teller in (self.projects, self.dialogs, self.windows, self.adjudication, self.talk, self.desk.learning):
            teller.told.connect(self.messages.tell)
        self.projects.files_wanted.connect(self.dialogs.import_files)
        self.closed.connect(self.projects.copying.wait)
        session.painted.connect(self._show_active)
        for moved in (view.activated, self.aim.active_changed):
            moved.connect(session.settling.ask)
        self.review.shown_by = partial(_key_that_shows, self)
        self.labelling.card_wanted.connect(self.columns.reveal_right)  # first: a hidden widget takes no focus
        self.labelling.card_wanted.connect(self.panels.open_card)
        for told in (self.desk.learning.begun, self.labelling.card_wanted):
            told.connect(self.messages.relent)  # other text to read then appears in the same place
        self.panels.inspector.identity_wanted.connect(self.asking.ask_who)
        self.steps.finished.connect(self.articles.go_on)
        self.steps.finished.connect(self.going_on.begin)  # after the next article is opened
        self.organising.skipping.connect(self.steps.skip)
        self.drawer.batch_wanted.connect(self.organising.choose_batch_of)
        self.snapping.changed.connect(self._on_snapping)
        self.aim.told.connect(self._on_told)
        self.guides.edit_wanted.connect(self.windows.edit_label)
        self.panels.activated.connect(self._activate)
        self.panels.kept.connect(self.aim.keep)
        self.panels.chosen.connect(self._on_chosen)
        for left in (self.panels.left, self.messages.left):
            left.connect(self.view.setFocus)
        self.panels.connect_pointing(view)
        for follow in (self.find_bar.close_bar, self.aim.forget):
            self.drawer.opening.connect(follow)
        self.drawer.opened.connect(self.columns.make_room, Qt.ConnectionType.QueuedConnection)  # once laid out
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

    def _connect_article(self) -> None:
        session = self.session
        session.document_opened.connect(self._show_document)
        session.edited.connect(self.view.show_edit)
        session.described.connect(self._show_document)
        session.suggestions_changed.connect(self._on_suggestions)
        session.tokens_arrived.connect(self._on_tokens)
        for changed in (
            self.view.selection_changed,
            self.view.shown_changed,
            self.menus.keys_changed,
            self.drawer.keyboard_changed,
            self.columns.shown_changed,
        ):
            changed.connect(self._hints.ask)
        for asker in (self.asking, self.word_jump, self.going_on, self.focus_keys, self.projects.rescue):
            asker.changed.connect(self._hints.ask)
        self.follow_up.awaited_changed.connect(self.panels.suggestions.await_more)
        self.follow_up.awaited_changed.connect(lambda: self.view.active() or self._hints.ask())  # a ring's hints stay

    def _connect_pages(self) -> None:
        from ui.actions.context_menu import ContextMenu
        from ui.commands.keys.article_tips import ArticleTips
        from ui.commands.undo_done import LongSteps
        from ui.panels.label_menu import LabelMenu

        actions = self.actions_by_id
        self.top_bar.left_switch.follow(actions["view.articles"])
        self.top_bar.right_switch.follow(actions["view.panels"])
        self.articles.list.removing.connect(actions["article.delete"].trigger)
        self.panels.follow_keys(self.menus.keys_changed, self.menus.shortcuts)
        self.panels.suggestions.sure.follow(actions["suggestion.accept_sure"], actions["suggestion.accept_visible"])
        self.top_bar.annotator.clicked.connect(self.projects.choose_annotator)
        self.asking.label_wanted.connect(self.windows.draft_label)
        self._language_chip.details_wanted.connect(self.dialogs.describe)
        self.versions.replaced.connect(self.windows.show_versions)
        self.steps.schema_wanted.connect(self.windows.take_schema_back)
        self._source_chip.wanted.connect(self.windows.show_sources)
        self.blank.import_wanted.connect(self.dialogs.import_articles)
        self.blank.paste_wanted.connect(self.dialogs.paste)
        self.adjudication.changed.connect(self._hints.ask)
        ArticleTips(self.view)
        ContextMenu(self.session, self.view, self.aim, self.menus, self)
        chips = LabelMenu(self.panels, self.menus, self)
        chips.find_wanted.connect(self.windows.find)
        chips.edit_wanted.connect(self.windows.edit_label)
        self.pressed_keys.told.connect(self.messages.tell)
        LongSteps(self.steps, self.everywhere, self.messages, self)
        self.worth.share_changed.connect(self.menus.check_only)
        self.messages.follow(self.session.edited, self.menus.begun)
        self.going_on.follow_actions(self.menus.begun)
        self.same_again.follow_actions(self.menus.begun, self.menus.shortcuts)
        self.pressed_keys.follow(self.menus.repeats, self.menus.why_not)
        self.menus.recent_chosen.connect(self.projects.open_path)
        self.menus.recent.aboutToShow.connect(lambda: _list_recent(self))
        self.welcome.new_wanted.connect(self.projects.new)
        self.welcome.open_wanted.connect(self.projects.open)
        self.welcome.sample_wanted.connect(self.projects.sample)
        self.welcome.recent_wanted.connect(self.projects.open_path)
        self.repairs.offered.connect(self.messages.offer)
        self.repairs.noticed.connect(self.messages.notice)

    def _connect_columns(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection  # a checkable action toggles before it ends the last message
        self.appearance.told.connect(self.messages.tell, queued)
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
        search.entered.connect(self.articles.open_first)
        search.given_up.connect(self.view.setFocus)
        search.text_wanted.connect(self.drawer.open_search)
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
        _list_recent(self)
        if project is None:
            self.show_welcome()
            return
        self.show_page(project=True)
        self.setWindowTitle(f"{title_of(project)} – Spanwright")
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
        self._show_active()

    @Slot(str)
    def _on_suggestions(self, document: str) -> None:
        opened = self.session.opened
        if opened is not None and document == self.view.document_id():
            self.view.update_rows(opened.spans, opened.suggestions)
            self._show_active()

    @Slot(str)
    def _on_tokens(self, document: str) -> None:
        opened = self.session.opened
        if opened is not None and document == opened.document.id:
            self.view.show_tokens(opened.tokens)
            self._hints.ask()

    @Slot()
    def _show_active(self) -> None:
        row_id = self.view.active() or ""
        self.panels.set_active(row_id or None)
        self.left.rows.set_active(row_id)
        self.said_before.set_active(row_id)
        self._hints.ask()

    def _show_hints(self) -> None:
        from ui.actions.keymap import sign
        from ui.commands.keys import hints

        def key_of(action: str) -> str:
            return next(map(sign, self.menus.shortcuts(action)), "")

        opened = self.session.opened
        start, end = self.view.selection() if opened else (0, 0)
        if self.drawer.has_keyboard:
            shown = self.drawer.hints(key_of("article.done"))
        else:
            at = hints.Situation(
                active=self.view.active(),
                selected=start < end,
                overlapping=bool(opened) and len(self.view.page.rows.at(self.view.caret())) > 1,
                asks=self.asking.asks or self.word_jump.asks,
                last=self.labelling.last,
                awaited=self.panels.suggestions.awaits,
                cramped=not self.left.isHidden() and self.appearance.lacks_room(self.left.width()),
                hiding=self.appearance.hiding,
            )
            usual = hints.hints(self.session, at, self.menus.shortcuts)
            asking = () if at.asks else self.adjudication.hints() or self.focus_keys.hints()
            own = () if at.asks else asking or self.talk.hints(key_of) or self.going_on.hints(key_of)
            here = (
                usual if at.asks or not self.session.writable else (*self.snapping.hints(), *self.parts.beside(usual))
            )
            shown = own or (*self.drawer.way_back.hints(key_of("search.open")), *here)
        self.key_line.hints.show_hints(shown)
        lost = self.projects.rescue.lost
        self.key_line.show_stored(hints.lost() if lost else hints.stored(opened) if opened else "")

    @Slot(str)
    def _activate(self, row_id: str) -> None:
        """Go to the row that was chosen in a panel; the panel keeps the focus."""
        opened = self.session.opened
        row = opened.row(row_id) if opened is not None else None
        if row is not None:
            self.aim.go(row.start, row.end)
            self.aim.activate(row_id)

    @Slot(str, str)
    def _on_chosen(self, layer: str, label: str) -> None:
        self.view.setFocus()  # first: a new claim then moves the focus to its card
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
            from ui.shell.projects.project_commands import remedy

            self.messages.fail(error, *remedy(error, self.projects, self.session))

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
    """Show a project that is already open in all parts of the window, which usually react to its opening."""
    window.articles.show_project()
    window.left.rows.fill_kinds()
    window.claim_paths.draw()
    window.worth.tell_share()
    window.projects.look_after()


def _key_that_shows(window: MainWindow) -> str:
    """Return the key that shows hidden suggestions again, or else the menu item; "" if they are shown."""
    from ui.actions.keymap import sign

    hiding = window.appearance.hiding
    if not hiding:
        return ""
    named = window.actions_by_id[hiding].text().replace("&", "")
    return next(map(sign, window.menus.shortcuts(hiding)), f"“{named}”")


def _list_recent(window: MainWindow) -> None:
    """List the recent projects in the menu, without the one that is open."""
    project = window.session.project
    here = project.path.absolute() if project is not None else None
    window.menus.show_recent([path for path in window.desk.settings.recent if path != here])


def _connect_rescue(window: MainWindow) -> None:
    """Connect the window to the watch over the project file, and to the stored place in the project."""
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
