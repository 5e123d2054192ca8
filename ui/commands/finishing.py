"""Lists an article's open questions once, before the article is marked as done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.model.values import State
from ui.article.view import ArticleView
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.commands.undo_done import Steps
from ui.jobs.article_questions import ArticleQuestions, Questions


class Finishing(QObject):
    """Lists an article's open questions when the user marks it as done.

    Without questions, it says how many suggestions are not decided, except those of hidden layers. A second attempt
    marks the article as done, unless something was changed in between and the questions are not in sight. An article
    with nothing to list or to say is marked at once.
    """

    questions_wanted = Signal(object)  # Questions
    told = Signal(str)

    def __init__(self, session: Session, view: ArticleView, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_listed: Callable[[], bool] = lambda: False  # whether the article's questions are in sight
        self._session = session
        self._view = view
        self._steps = steps
        self._questions = ArticleQuestions(session, self)
        self._asked = False  # whether this article's questions were listed, or its suggestions counted
        self._waits = False  # whether the questions of a long article are awaited
        self._last: Edit | None = None  # the last edit when they were listed or counted
        steps.may_finish = self._may_finish
        session.document_opened.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether the questions of a long article are being searched for."""
        return self._questions.busy

    def _may_finish(self) -> bool:
        opened = self._session.required_opened()
        last = self._session.next_undo()
        asked = self._asked and (last == self._last or self.is_listed())
        if asked or (opened.state is not None and opened.state.state is State.DONE):
            self._forget()
            return True
        self._waits, self._last = False, last
        self._questions.find(self._on_found)
        self._waits = self._questions.busy
        return not (self._waits or self._asked)

    def _on_found(self, found: Questions) -> None:
        undecided = self._undecided()
        self._asked = bool(found or undecided)
        if found:
            self.questions_wanted.emit(found)
        elif undecided:
            one = self.tr("1 suggestion is not decided yet. Press the same key again to finish anyway.")
            many = self.tr("{count} suggestions are not decided yet. Press the same key again to finish anyway.")
            self.told.emit(counted(undecided, one, many))
        elif self._waits:
            self._steps.finish()
        self._waits = False

    def _undecided(self) -> int:
        hidden = self._view.display.shown.hidden
        return sum(suggestion.layer not in hidden for suggestion in self._session.required_opened().suggestions)

    @Slot()
    def _forget(self) -> None:
        self._asked = self._waits = False
