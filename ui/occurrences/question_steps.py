"""The search for open questions, and the recording of questions as looked at."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.open_questions import QuestionKind, counted
from annotator.jobs import open_questions
from annotator.jobs.open_questions import OpenQuestions, Scope
from ui.base.i18n import translate
from ui.bridge.session import Session
from ui.jobs.article_questions import ArticleQuestions, Questions
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import Foot

_QUIET = 1500  # milliseconds from the last edit to the next search of the project


class QuestionFinder(QObject):
    """Finds open questions in the open article, or in the whole project; a job process searches the project."""

    found = Signal(object)  # Asked
    failed = Signal(object)
    due = Signal()  # it is time to search the project again

    def __init__(self, session: Session, everywhere: Everywhere, files: JobProcess, foot: Foot) -> None:
        super().__init__(foot)
        self.in_project = False
        self.done_only = False  # whether to search only the articles that are done
        self._session = session
        self._everywhere = everywhere
        self._foot = foot
        self._here = ArticleQuestions(session, self)
        self._there = LastQuestion(files, self._on_project, self, foot.advance)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._again.timeout.connect(self.due)
        self._there.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether the project is being searched."""
        return self._there.busy

    @property
    def looks(self) -> bool:
        """Whether the article or the project is being searched."""
        return self._here.busy or self._there.busy

    def find(self) -> None:
        """Search the article or the project for open questions."""
        self._again.stop()
        if not self.in_project:
            self._foot.end()
            self._here.find(self._on_article)
        elif self._everywhere.busy:
            self._again.start()
        else:
            project = self._session.required()
            self._foot.begin(translate("QuestionsPage", "Looking through all articles…"))
            scope = Scope(annotator=project.annotator, done_only=self.done_only)
            self._there.ask(open_questions.find, project.path, scope)

    def find_anew(self) -> None:
        """Drop the answer under way, and search again: at once in the article, in the project after a moment."""
        if self.in_project:
            self._there.cancel()
            self.find_later()
        else:
            self.find()

    def find_later(self) -> None:
        """Search the project again once no edit has come for a moment."""
        self._again.start()

    @Slot()
    def stop(self) -> None:
        """Cancel the search, and drop its answer."""
        self._again.stop()
        self._here.stop()
        self._there.cancel()

    def _on_article(self, found: Questions) -> None:
        self.found.emit(OpenQuestions(rows=found, counts=counted(found)))

    def _on_project(self, asked: OpenQuestions) -> None:
        self._foot.end()
        self.found.emit(asked)


class LookRecorder:
    """Records questions as looked at, one step at a time. A whole kind needs two requests."""

    def __init__(self, session: Session, everywhere: Everywhere, foot: Foot, done: Callable[[Questions], None]) -> None:
        self.sure: QuestionKind | None = None  # the kind that the next press records
        self._session = session
        self._everywhere = everywhere
        self._foot = foot
        self._done = done
        self._asker = Asker()

    @property
    def busy(self) -> bool:
        """Whether a step is being stored."""
        return self._everywhere.makes(self._asker)

    def stop(self) -> None:
        """Cancel the running step, so that nothing is changed."""
        self.sure = None
        self._everywhere.give_up(self._asker)

    def record_kind(self, kind: QuestionKind, rows: Questions) -> None:
        """Record all questions of a kind as looked at, by sight.

        With several questions, the first call only asks for a second.
        """
        if len(rows) == 1:
            self.record(rows)
        elif self.sure is not kind:
            self.sure = kind
        else:
            self.record(rows, by_sight=True)

    def record(self, rows: Questions, *, by_sight: bool = False) -> None:
        """Record questions as looked at, in one step that can be undone."""
        self.sure = None
        if not rows or not self._session.writable or self._everywhere.busy:
            return
        project = self._session.required()
        if len(rows) > 1:
            self._foot.begin(translate("QuestionsPage", "Storing…"))
        self._asker = Asker(done=lambda _edit: self._done(rows), ended=self._foot.end, advanced=self._foot.advance)
        make = open_questions.looking(project.read, rows, annotator=project.annotator, by_sight=by_sight)
        self._everywhere.make(self._asker, make, len(rows))
