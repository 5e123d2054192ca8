"""Search for sentences by meaning, in the training process."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.jobs.searching.sentence_search import NearSentences, find_sentences
from annotator.model.query import Query
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_REST = 400  # milliseconds without typing before a search, as searches are slow


class MeaningSearch(QObject):
    """Searches sentences by meaning, a few seconds at a time, so that training can run in between."""

    begun = Signal()
    advanced = Signal(int, int)  # sentences that have vectors by now, all sentences
    found = Signal(object)  # Near: the sentences found so far
    ended = Signal()  # also after `stop`
    failed = Signal(object)  # an AnnotatorError, after `ended`

    def __init__(self, session: Session, process: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = Query()
        self._besides: tuple[str, int, int] | None = None
        self._asking = LastQuestion(process, self._on_answer, self, self.advanced.emit)
        self._asking.failed.connect(self._on_failed)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        session.project_closing.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Return whether a search runs or will start when typing pauses."""
        return self._asking.busy or self._rest.isActive()

    def start(self, query: Query, besides: tuple[str, int, int] | None = None, *, at_once: bool = False) -> None:
        """Search after a pause in typing, or now with ``at_once``; results leave out the place ``besides``."""
        self._asking.stop()
        self._query, self._besides = query, besides
        self.begun.emit()
        if at_once:
            self._rest.stop()
            self._ask()
        else:
            self._rest.start()

    @Slot()
    def stop(self) -> None:
        """Stop the search; vectors that are being computed are still finished and kept."""
        if self.busy:
            self._rest.stop()
            self._asking.stop()
            self.ended.emit()

    @Slot()
    def _ask(self) -> None:
        self._asking.ask(find_sentences, self._session.required().path, self._query, self._besides)

    def _on_answer(self, near: NearSentences) -> None:
        if not near.complete:
            self._ask()
        else:
            self.ended.emit()
        self.found.emit(near)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.ended.emit()
        self.failed.emit(error)
