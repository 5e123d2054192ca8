"""The queue of articles that need suggestions."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.slice_runner import Slices


class ArticleQueue(QObject):
    """A queue of articles, filled in slices; it is empty while it is being filled."""

    filled = Signal()
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, None] = {}
        self._finding = Slices(session, self)
        self.total = 0  # the queue's length when it was filled

    @property
    def finding(self) -> bool:
        """Return whether the queue is being filled."""
        return self._finding.busy

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, document: str) -> bool:
        return document in self._waiting

    def fill(self, sources: Iterable[tuple[str, str, str | None]]) -> None:
        """Fill the queue with unfinished articles that one of these (source, version, language) has not read yet."""
        project = self._session.required()
        self.clear()
        work = project.read.asking.finding(sources, finished_by=project.annotator)
        self._finding.start(work, done=self._take, failed=self._give_up)

    def fill_with_all(self) -> None:
        """Fill the queue with every article."""
        from annotator.store.reader import DocumentQuery  # imports SQLite, so only after the first paint

        project = self._session.required()
        self.clear()
        self._take(project.read.document_ids(DocumentQuery(annotator=project.annotator)))

    def drop(self, document: str) -> None:
        """Remove an article."""
        self._waiting.pop(document, None)

    def pop(self) -> str | None:
        """Remove and return the next article, or None."""
        found = next(iter(self._waiting), None)
        if found is not None:
            self.drop(found)
        return found

    def clear(self) -> None:
        """Empty the queue."""
        self._finding.stop()
        self._waiting = {}
        self.total = 0

    def _take(self, documents: list[str]) -> None:
        self._waiting = dict.fromkeys(documents)
        self.total = len(self._waiting)
        self.filled.emit()

    @Slot(object)
    def _give_up(self, error: AnnotatorError) -> None:
        self.filled.emit()
        self.failed.emit(error)
