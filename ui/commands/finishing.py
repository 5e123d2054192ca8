"""Lists an article's open questions once, before the article is marked as done."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.model.values import State
from ui.bridge.session import Session
from ui.commands.undo_done import Steps
from ui.jobs.article_questions import ArticleQuestions, Questions


class Finishing(QObject):
    """Lists an article's open questions when the user marks it as done.

    The second attempt marks the article as done in any case. An article without open questions is marked at once.
    """

    questions_wanted = Signal(object)  # Questions

    def __init__(self, session: Session, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = steps
        self._questions = ArticleQuestions(session, self)
        self._listed = False  # whether this article's questions were listed
        self._waits = False  # whether the questions of a long article are awaited
        steps.may_finish = self._may_finish
        session.document_opened.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether the questions of a long article are being searched for."""
        return self._questions.busy

    def _may_finish(self) -> bool:
        opened = self._session.required_opened()
        if self._listed or (opened.state is not None and opened.state.state is State.DONE):
            self._forget()
            return True
        self._waits = False
        self._questions.find(self._on_found)
        self._waits = self._questions.busy
        return not (self._waits or self._listed)

    def _on_found(self, found: Questions) -> None:
        if found:
            self._listed = True
            self.questions_wanted.emit(found)
        elif self._waits:
            self._steps.finish()
        self._waits = False

    @Slot()
    def _forget(self) -> None:
        self._listed = self._waits = False
