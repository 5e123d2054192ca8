"""The drawer page of open questions: what needs a look before an article is done or the project is exported."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from annotator.editing.edits import Edit, EditKind
from annotator.editing.occurrence_states import Purpose
from annotator.editing.open_questions import OpenQuestion, QuestionKind, counted
from annotator.jobs.open_questions import OpenQuestions
from annotator.jobs.suggesting.triage import Pending
from annotator.model.values import ENTITIES, Suggestion
from ui.base.i18n import number, translate
from ui.base.key_line import Hint
from ui.base.rows.row_list import RowList
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.inputs import named
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import counted as counted_words
from ui.bridge.session import Session
from ui.jobs.article_questions import Questions
from ui.jobs.bulk_edits import Everywhere
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ENTER, DrawerPage, close_button, lay_out_page, link, row
from ui.occurrences.occurrences_page import Search
from ui.occurrences.question_list import Line, More, QuestionDelegate, QuestionModel, kind_of
from ui.occurrences.question_steps import LookRecorder, QuestionFinder


class QuestionsPage(DrawerPage[Line, QuestionModel, RowList]):
    """The page of open questions. Return leads to a question's place, Space records the question as looked at.

    Shift+Space records all questions of a kind, on its second press. Of an article that is about to be done, undecided
    suggestions are listed, too; Return leads to them. `answered` is emitted when the last question of such an article
    was recorded here, if no suggestion is left.
    """

    chosen = Signal(object)  # a Search: the occurrences of a name
    entered = Signal(object)  # an `OpenQuestion`: its place gets the keyboard
    suggestion_wanted = Signal(object)  # a `Pending`: the article goes to its place
    suggestion_entered = Signal(object)  # a `Pending`: its place gets the keyboard
    finish_wanted = Signal()
    answered = Signal()

    def __init__(self, session: Session, everywhere: Everywhere, files: JobProcess) -> None:
        list_ = RowList("questionList", translate("QuestionsPage", "Open questions"), QuestionDelegate())
        super().__init__("questions", session, QuestionModel(), list_)
        self.finishing = False  # whether the open article is about to be done
        self.is_shown: Callable[[Suggestion], bool] = lambda _: True  # whether the article shows a suggestion
        self._wanted: QuestionKind | None = None  # the kind to select once its questions are found
        self.seeking = QuestionFinder(session, everywhere, files, self._foot)
        self._looks = LookRecorder(session, everywhere, self._foot, self._on_looked)
        self.scope = Tabs("questionsScope", ((False, self.tr("This article")), (True, self.tr("Project"))))
        self._one = link("questionsLooked", self.tr("Mark as Looked At"))
        self._all = link("questionsAll")
        self._foot.add(self._one, self._all)
        self._undecided = named(CutLabel("muted"), "questionsUndecided")
        title = named(CutLabel("title"), "questionsTitle")
        title.setText(self.tr("Open questions"))
        close = close_button("questions", self.left)
        lay_out_page(self, row((title, self.scope, self._undecided), (close,)), self._pages, self._foot)
        self.scope.chosen.connect(lambda value: self.open(in_project=value is True))
        self.list.doubleClicked.connect(self._enter)
        self.list.clicked.connect(self._on_clicked)
        self._one.clicked.connect(self._look_at_one)
        self._all.clicked.connect(self._look_at_all)
        self._foot.wanted.connect(lambda: self.finish_wanted.emit() if self.finishing else self._enter())
        self.seeking.found.connect(self._show)
        self.seeking.failed.connect(self._on_failed)
        self.seeking.due.connect(lambda: self.isVisible() and self._session.project is not None and self.seek())

    @property
    def busy(self) -> bool:
        return self.seeking.busy or self._looks.busy

    def open(self, kind: QuestionKind | None = None, *, in_project: bool = False, done_only: bool = False) -> None:
        """List the questions of the article or the project, select the first of a kind, and focus the list."""
        self._start(kind, in_project=in_project, done_only=done_only)
        self.seek()

    def open_before_done(self, found: Questions) -> None:
        """List the questions found in the article that is about to be done."""
        self._start(None, in_project=False, done_only=False)
        self.finishing = True
        self._show(OpenQuestions(rows=found, counts=counted(found)))

    @Slot()
    def seek(self) -> None:
        """Search the article or the project again, and focus the list."""
        self.list.setFocus()
        self.seeking.find()

    @Slot()
    def stop(self) -> None:
        self._rest.stop()
        self.seeking.stop()
        self._looks.stop()
        self._foot.end()
        self.finishing = False

    def refresh(self) -> None:
        if not self.seeking.in_project:
            self.seeking.find()

    def follow(self, edits: Sequence[Edit]) -> bool:
        if all(edit.kind is EditKind.LOOK and edit.undoes is None for edit in edits):
            if self.seeking.looks:
                self.seeking.find_anew()  # the answer under way is older than this step, and would bring its rows back
            return True  # the rows are gone already
        if self.seeking.in_project:
            self.seeking.find_later()
        return self.seeking.in_project

    def follow_sources(self) -> bool:
        before, at = self.current(), self.list.currentIndex().row()
        if self._list_undecided():
            self._select(self.model.row_near(before, at))
            self._rest.stop()  # nobody chose a row: the article stays where it is
            self._show_state()
        return True

    def follow_article(self) -> bool:
        self.finishing = False
        return self.seeking.in_project

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        return (
            Hint(keys=("⏎",), words=self.tr("go there")),
            Hint(keys=(self.tr("Space"),), words=self.tr("looked at")),
            Hint(keys=("⇧ " + self.tr("Space"),), words=self.tr("all of this kind")),
            Hint(keys=("P",), words=self.tr("article or project")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )

    # Inside

    def _start(self, kind: QuestionKind | None, *, in_project: bool, done_only: bool) -> None:
        self.stop()
        self._wanted = kind
        self.seeking.in_project, self.seeking.done_only = in_project, done_only
        self.scope.choose(in_project)
        self.model.fold()
        self.list.setFocus()

    @Slot(object)
    def _show(self, asked: OpenQuestions) -> None:
        before, at = self.current(), self.list.currentIndex().row()
        kind, self._wanted = self._wanted, None
        sure = self._looks.sure
        rows = self.model.of_kind(sure) if sure is not None else ()
        schema = self._session.required().schema
        self.model.show_asked(asked, schema, titled=self.seeking.in_project, unfolded=kind)
        self._list_undecided()
        self._select(self.model.row_near(before, at) if kind is None else self.model.first_of(kind))
        if sure is not None and self.model.of_kind(sure) == rows:
            self._looks.sure = sure  # nothing changed: the second press still counts
        self._show_state()

    def _show_state(self) -> None:
        total, line = sum(self.model.counts.values()) + len(self.model.undecided), self.current()
        writable, sure = self._session.writable, self._looks.sure
        several = len(self.model.of_kind(kind_of(line))) > 1
        words = self.tr("{count} open").format(count=number(total)) if total else ""
        every = self.tr("All of This Kind")
        if sure is not None:
            count = number(len(self.model.of_kind(sure)))
            words = self.tr("Press again: all {count} will count as looked at, by sight.").format(count=count)
            every = self.tr("Yes, all {count}").format(count=count)
        self._foot.show_count(words)
        self._pages.turn(there=bool(self.model.shown), otherwise=self.tr("No question is open."))
        self._one.setVisible(sure is None)  # the confirmation leaves no room for it
        self._one.setEnabled(writable and isinstance(line, OpenQuestion))
        self._all.setText(every)
        self._all.setAccessibleName(every)
        self._all.setVisible(several)
        self._all.setEnabled(writable)
        finish = self.tr("Done Anyway") if total else self.tr("Done")
        enabled = self.finishing or isinstance(line, OpenQuestion | Pending)
        self._foot.show_button(finish if self.finishing else self.tr("Go There"), enabled=enabled)

    def _list_undecided(self) -> bool:
        """Count the article's undecided suggestions beside the title; return whether the rows about them changed.

        They have rows if the article is about to be done.
        """
        opened = None if self.seeking.in_project else self._session.opened
        left = tuple(filter(self.is_shown, opened.suggestions)) if opened is not None else ()
        one, many = self.tr("1 suggestion not decided"), self.tr("{count} suggestions not decided")
        self._undecided.setText(counted_words(len(left), one, many) if left else "")
        listed = left if self.finishing else ()
        changed = listed != self.model.undecided
        if changed:
            self.model.show_undecided(listed, opened.document.text if opened is not None else "")
        return changed

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        super()._on_current(current, before)
        if current.isValid():
            self._looks.sure = None
            self._show_state()

    @Slot()
    def _jump(self) -> None:
        line = self.current()
        if isinstance(line, OpenQuestion):
            super()._jump()
        elif isinstance(line, Pending) and self.isVisible():
            self.suggestion_wanted.emit(line)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(self.model.shown[index.row()], More):
            self._enter()

    @Slot()
    def _enter(self) -> None:
        """Go to the selected question's place, or fold or unfold the selected kind."""
        line, at = self.current(), self.list.currentIndex().row()
        if isinstance(line, OpenQuestion):
            self._lead_on(line, "")
        elif isinstance(line, Pending):
            self.suggestion_entered.emit(line)
        elif line is not None:
            self.model.turn(line.kind)
            self._select(at)

    def _lead_on(self, question: OpenQuestion, label: str) -> None:
        """Go to a question's place; for an inconsistent name, list all its occurrences, to give them ``label``."""
        if question.name is None:
            self.entered.emit(question)
            return
        search = Search(
            words=question.quote,
            layer=ENTITIES,
            label=label or question.label,
            purpose=Purpose.LABEL if question.name.left_out else Purpose.RELABEL,
            in_project=self.seeking.in_project,
        )
        self.chosen.emit(search)

    @Slot()
    def _look_at_one(self) -> None:
        line = self.current()
        if isinstance(line, OpenQuestion) and not self.busy:
            self._looks.record((line,))

    @Slot()
    def _look_at_all(self) -> None:
        """Record all questions of the selected kind as looked at, on the second press."""
        kind = kind_of(self.current())
        if kind is not None and self._session.writable and not self.busy:
            self._looks.record_kind(kind, self.model.of_kind(kind))
            self._show_state()

    def _on_looked(self, rows: Questions) -> None:
        at, finishing = self.list.currentIndex().row(), self.finishing
        self.model.take_away(rows)
        self._select(self.model.row_near(None, at))
        self._show_state()
        if not self.model.shown and any(self.model.counts.values()):
            self.seeking.find_later()  # questions that were not listed move up
        elif finishing and not self.model.shown:
            self.answered.emit()

    def _press(self, event: QKeyEvent) -> bool:
        text, line = event.text().lower(), self.current()
        labels = (label for label in self._session.required().schema.labels if label.layer == ENTITIES and label.active)
        label = next((label.id for label in labels if text and label.key == text), "")
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            together = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if isinstance(line, Pending):
                self._foot.show_count(self.tr("Suggestions are decided in the article: Return leads there."))
            else:
                (self._look_at_all if together else self._look_at_one)()
        elif event.key() in ENTER:
            self._enter()
        elif text == "p":
            self.open(in_project=not self.seeking.in_project)
        elif label and isinstance(line, OpenQuestion) and line.name is not None:
            self._lead_on(line, label)
        else:
            return event.key() == Qt.Key.Key_Space
        return True
