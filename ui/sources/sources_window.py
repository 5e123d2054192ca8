"""Project → Sources of Suggestions: which sources are on, and how good each one is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.editing.edits import Edit, EditKind
from annotator.jobs.learning.source_quality import About, SourceCounts, standings, truth
from annotator.model.schema import Schema
from annotator.suggest.adapter.shelf import base_of
from annotator.suggest.sources.measured import measured
from annotator.suggest.sources.registry import english_package
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system.errors import AnnotatorError
from annotator.system.resources import resource_path
from ui.base.log_dialog import resize_within_screen
from ui.base.messages import sentence
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill, put_in_tab_order
from ui.base.widgets.scrolled import scroll_area
from ui.base.words.rule_names import rule_words, source_words
from ui.bridge.session import Session, leads
from ui.jobs.bulk_edits import Everywhere
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import JobProcess
from ui.sources.add_source import SourceAdder, SourceRemover
from ui.sources.label_names import LabelNames
from ui.sources.outside_sources import OutsideSources, is_outside
from ui.sources.source_list import (
    SourceList,
    SourceRow,
    arranged,
    own_language_model,
    release_words,
    suggested_labels,
)
from ui.sources.source_quality_page import TruthPage
from ui.sources.withdraw_source import HoldBack, SourceWithdrawer, StoredChoices

_QUIET = 800  # milliseconds between the last edit or answer and the next count
_LIST, _LIST_LEAST = 300, 200  # greatest and least width of the list in pixels


class SourcesWindow(QDialog):
    """The window of sources, which can stay open beside the article. Figures are counted again soon after each edit."""

    back_wanted = Signal()  # revert to the previous adapter
    model_wanted = Signal()  # open the window of the language model

    def __init__(
        self,
        session: Session,
        files: JobProcess,
        suggesting: Suggesting,
        process: JobProcess,
        fetching: JobProcess,
        everywhere: Everywhere,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sources of Suggestions"))
        self.setSizeGripEnabled(True)
        self._session = session
        self._project = session.required()
        self._suggesting = suggesting
        self._standings: dict[str, SourceCounts] = {}
        self._counting = LastQuestion(files, self._on_standings, self)
        self._choices = StoredChoices(self._project, suggesting, self)
        self._holding = HoldBack(session, self)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self.list = SourceList(self, writable=leads(session))
        self._area, held = scroll_area(self, "sourcePage", self.tr("Figures"))  # on small screens buttons stay visible
        self.page = TruthPage(self._project.schema, held, writable=leads(session))
        fill(QVBoxLayout(held), self.page, margins=0)
        self._quality = LastQuestion(files, self.page.show_truth, self)
        self.line = JobLine()
        self.adding = SourceAdder(process, fetching, self)
        self.removing = SourceRemover(fetching, self)
        self.names = dialog_button("sourceLabels", self.tr("&Labels…"))
        self.withdrawing = SourceWithdrawer(session, everywhere, self)
        self.asked = dialog_button("sourceAsk", self.tr("Language &Model…"))
        self.outside = OutsideSources(self._project, suggesting, files, fetching, self._choices, self)
        self.stop = dialog_button("sourceStop", self.tr("&Stop"))
        self._close = dialog_button("sourcesClose", self.tr("Close"))
        self._lay_out()
        put_in_tab_order(self.asked, self._area)  # which was built before its neighbours had their place
        self._connect(everywhere)
        resize_within_screen(self, self.sizeHint().width(), self.sizeHint().height())
        self.show_sources()
        self.list.setCurrentIndex(self.list.sources.index(_first_for(session, self.list.sources.shown)))
        self.list.setFocus()
        if session.writable and not leads(session):
            self.line.end(self.tr("In a package, whoever sent it decides about sources."))
        self.count()

    def sizeHint(self) -> QSize:
        return QSize(1080, 720)

    @property
    def busy(self) -> bool:
        """Return whether figures are being counted, sources added or removed, or suggestions held back."""
        counting = self._counting.busy or self._quality.busy or self._again.isActive()
        return counting or self.adding.busy or self.removing.busy or self._holding.busy

    @Slot()
    def count(self) -> None:
        """Count the suggestions of each source again; the selection stays."""
        self._counting.ask(standings, self._project.path)
        self._query_quality()

    @Slot()
    def show_sources(self) -> None:
        """Show the sources that there are now, with the latest figures."""
        choices = self._choices.now
        models = (*self._suggesting.models, *own_language_model(self._standings))
        self.list.show_sources(arranged(models, choices, self._standings, self._suggesting.broken.problem))
        self.page.influence.show_choice(on=choices.holds_back)
        self.adding.leave_out(frozenset(info.name for info in models))
        self.adding.button.setEnabled(leads(self._session))
        self._show_buttons()

    def done(self, result: int) -> None:
        self._again.stop()
        self.adding.stop()
        for question in (self._counting, self._quality):
            question.cancel()
        self.withdrawing.stop()
        self._holding.stop()
        super().done(result)

    # Inside

    @Slot()
    def _show_buttons(self) -> None:
        row = self.list.chosen()
        self.names.setEnabled(leads(self._session) and row is not None and _can_be_edited(row))
        self.asked.setVisible(row is not None and row.info is not None and row.info.kind is SourceKind.ASKED)
        has_lists = row is not None and row.info is not None and row.info.kind is SourceKind.PATTERNS
        self.names.setText(self.tr("&Lists…") if has_lists else self.tr("&Labels…"))
        self.removing.offer(row.info if row is not None and leads(self._session) else None)
        self.withdrawing.offer(row)

    @Slot()
    def _query_quality(self) -> None:
        row = self.list.chosen()
        if row is not None:
            self._quality.ask(truth, self._project.path, _about(row, self._project.schema))

    def _on_standings(self, found: dict[str, SourceCounts]) -> None:
        self._standings = found
        self.show_sources()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page.show_source(self.list.sources.shown[index.row()], self._suggesting.two.pace)
            self._show_buttons()
            self._query_quality()

    @Slot(str)
    def _turn(self, name: str) -> None:
        choices = self._choices.now
        on = name in choices.off
        if not self._choices.store(choices.turned(name, on=on)):
            return
        row = self.list.chosen()
        broken = row is not None and row.problem is not None
        if on and (broken or not self._standings.get(name, SourceCounts()).pending):
            self._suggesting.restart()  # withdrawn and broken sources count as asked already: ask again
        self.show_sources()
        words = (
            self.tr("“{source}” is on again in this project.")
            if on
            else self.tr("“{source}” is off in this project. Its suggestions stay until they are withdrawn.")
        )
        self.line.end(words.format(source=source_words(name)))

    @Slot(bool)
    def _hold_back(self, on: bool) -> None:  # noqa: FBT001
        """Store whether to hold suggestions back, and apply it to pending suggestions, an article at a time."""
        if not self._choices.store(self._choices.now.holding_back(on=on)):
            self.show_sources()
            return
        self._holding.start(on=on)

    @Slot(str, bool)
    def _turn_rule(self, rule: str, on: bool) -> None:  # noqa: FBT001
        if self._choices.store(self._choices.now.following(rule, on=on)):
            self._suggesting.restart()
            text = self.tr("The rule “{rule}” is on again.") if on else self.tr("The rule “{rule}” is off.")
            self.line.end(text.format(rule=rule_words(rule)))
        self._query_quality()

    @Slot(str)
    def _on_package(self, name: str) -> None:
        if self._choices.store(self._choices.now.with_package(name)):
            self._on_added(name)

    @Slot(object)
    def _on_folder(self, info: SourceInfo) -> None:
        self._suggesting.find_again()
        if self._choices.store(self._choices.now.turned(info.name, on=True)):
            self._on_added(info.name)

    @Slot(str)
    def _on_changed(self, name: str) -> int:
        """Show the sources again, select the one of this name, and return its row."""
        self.show_sources()
        row = next((at for at, row in enumerate(self.list.sources.shown) if row.name == name), 0)
        self.list.setCurrentIndex(self.list.sources.index(row))
        self._on_chosen(self.list.currentIndex())
        return row

    def _on_added(self, name: str) -> None:
        self.stop.hide()
        row = self._on_changed(name)
        self.line.end(self.tr("“{source}” now makes suggestions.").format(source=name))
        if release := release_words(self.list.sources.shown[row].info):
            self.line.warn(release)
        self.name_labels()

    @Slot()
    def name_labels(self) -> None:
        """Ask which of the project's labels each label of the selected pipeline becomes."""
        row = self.list.chosen()
        if row is None or row.info is None or self.outside.edit(row.info):
            return
        dialog = LabelNames(row.info, self._project.schema, self)
        dialog.chosen.connect(self._on_labels)
        dialog.open()

    @Slot(str, dict)
    def _on_labels(self, name: str, labels: dict[str, str]) -> None:
        if self._choices.store(self._choices.now.with_labels(name, labels)):
            self.show_sources()
            row = self.list.chosen()
            if row is not None:
                self.page.show_source(row, self._suggesting.two.pace)

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        self._suggesting.find_again()
        self.show_sources()
        self.line.end(self.tr("“{source}” was removed.").format(source=name))
        self.count()

    @Slot(str)
    def _on_begun(self, words: str) -> None:
        self.line.begin(words)
        self.stop.show()

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.stop.setVisible(self.adding.busy)
        self.line.warn(sentence(error))

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        if edit.kind is not EditKind.STATE:
            self._again.start()

    def _connect(self, everywhere: Everywhere) -> None:
        self.list.sources.turned.connect(self._turn)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.adding.begun.connect(self._on_begun)
        self.adding.progressed.connect(self.line.advance)
        self.adding.stopped.connect(partial(self.line.end, ""))
        self.adding.stopped.connect(self.stop.hide)
        self.stop.clicked.connect(self.adding.stop)
        self.adding.lists_wanted.connect(self.outside.open_lists)
        self.adding.gliner_wanted.connect(self.outside.open_setup)
        self.outside.changed.connect(self._on_changed)
        self.adding.package_added.connect(self._on_package)
        self.adding.folder_added.connect(self._on_folder)
        self.adding.model_wanted.connect(self.model_wanted)
        self.asked.clicked.connect(self.model_wanted)
        self.adding.failed.connect(self._on_failed)
        self.page.back_wanted.connect(self.back_wanted)
        self.page.back_wanted.connect(self._again.start)
        self.removing.begun.connect(self.line.begin)
        self.removing.removed.connect(self._on_removed)
        self.removing.failed.connect(self._on_failed)
        self.page.influence.holding_wanted.connect(self._hold_back)
        self.page.rules.turned.connect(self._turn_rule)
        self.names.clicked.connect(self.name_labels)
        self.withdrawing.done.connect(self.count)
        self._close.clicked.connect(self.reject)
        self._again.timeout.connect(self.count)
        everywhere.ended.connect(self._show_buttons)
        for work in (self._holding, self.withdrawing):
            work.begun.connect(self.line.begin)
            work.done.connect(self.line.end)
        for failing in (self._counting, self._quality, self._choices, self._holding, self.withdrawing, self.outside):
            failing.failed.connect(self._on_failed)
        self._session.edited.connect(self._on_edit)
        self._session.suggestions_changed.connect(self._again.start)

    def _lay_out(self) -> None:
        below = fill(QHBoxLayout(), self.adding.button, self.names, 1)
        left = fill(QVBoxLayout(), (self.list, 1), below, spacing=8)
        for button in (self.removing.button, self.asked):
            left.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        columns = fill(QHBoxLayout(), left, spacing=24)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        columns.addWidget(self._area, 1)
        self.list.setMinimumWidth(_LIST_LEAST)
        self.list.setMaximumWidth(_LIST)
        foot = fill(QHBoxLayout(), (self.line, 1), self.stop)
        self.stop.hide()
        foot.addWidget(self.withdrawing.button)
        foot.addWidget(self._close)
        fill(QVBoxLayout(self), (columns, 1), foot, margins=16, spacing=12)


def _about(row: SourceRow, schema: Schema) -> About:
    info = row.info
    if info is None:
        return About(name=row.name)
    learns, has_rules = info.kind is SourceKind.MODEL, info.kind is SourceKind.RULES
    return About(
        name=row.name,
        language=info.language,
        labels=suggested_labels(info, schema),
        learns=learns,
        base=base_of(info),
        has_rules=has_rules,
        measured=measured(info),
    )


def _can_be_edited(row: SourceRow) -> bool:
    """Return whether the user can map a source's labels or edit its lists. Shipped pipelines are already mapped."""
    info = row.info
    if info is not None and is_outside(info):
        return True
    shipped = (resource_path("models"), english_package())
    return info is not None and info.folder is not None and not any(info.folder.is_relative_to(at) for at in shipped)


def _first_for(session: Session, rows: Sequence[SourceRow]) -> int:
    """Return the row of the first source that reads the open article's language, else 0."""
    language = session.opened.document.language if session.opened is not None else None
    if language is None:
        return 0
    return next((at for at, row in enumerate(rows) if row.info is not None and row.info.reads(language)), 0)
