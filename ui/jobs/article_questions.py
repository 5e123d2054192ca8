"""The open questions of the open article, found on the GUI thread in slices."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject

from annotator.editing.open_questions import OpenQuestion, open_questions
from annotator.jobs.searching.project_search import decided_parts, pending_parts
from annotator.model.values import SuggestionState
from annotator.suggest.tiers import SURE_FROM
from ui.bridge.session import Session
from ui.jobs.slice_runner import Slices

Questions = tuple[OpenQuestion, ...]


class ArticleQuestions(QObject):
    """Searches an article for its open questions. For a short article, ``done`` is called before `find` returns."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._slices = Slices(session, self)
        session.document_opened.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Return whether an answer is pending."""
        return self._slices.busy

    def find(self, done: Callable[[Questions], None]) -> None:
        """Find the questions of the open article and pass them to ``done``, unless another article is opened first."""
        self._slices.start(self._found(), done=done, failed=self._session.failed.emit)

    def stop(self) -> None:
        """Stop searching; ``done`` is not called."""
        self._slices.stop()

    def _found(self) -> Generator[None, None, Questions]:
        project, opened = self._session.required(), self._session.required_opened()
        spans = tuple(opened.spans)
        refused = tuple(project.read.suggestions(opened.document.id, SuggestionState.REJECTED))
        decided = decided_parts(spans, refused, opened.document.excluded)
        yield
        return (
            yield from open_questions(
                project.schema,
                opened.document,
                spans,
                opened.relations,
                opened.tokens,
                decided,
                pending_parts(opened.suggestions),
                sure_from=SURE_FROM,
            )
        )
