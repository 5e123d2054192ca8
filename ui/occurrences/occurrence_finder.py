"""Finds the occurrences of words in the open article or in the project, without blocking the window."""

from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.finding import WantedWords
from annotator.editing.occurrence_states import Hit, occurrences
from annotator.jobs.searching.project_search import FoundOccurrences, search
from annotator.model.values import SuggestionState
from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.slice_runner import Slices
from ui.jobs.workers import JobProcess


class OccurrenceFinder(QObject):
    """Searches for occurrences, one search at a time; a new search replaces the running one."""

    found = Signal(object)  # Found
    advanced = Signal(int, int)  # articles searched so far, all articles
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, files: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._slices = Slices(session, self)
        self._searching = LastQuestion(files, self.found.emit, self, self.advanced.emit)
        self._searching.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a search of the whole project is running."""
        return self._searching.busy

    @Slot()
    def stop(self) -> None:
        """Cancel the search, so that `found` is not emitted for it."""
        self._slices.stop()
        self._searching.cancel()

    def in_article(self, wanted: WantedWords, layer: str) -> None:
        """Search the open article, in slices."""
        self.stop()
        self._slices.start(self._occurrences(wanted, layer), done=self.found.emit, failed=self.failed.emit)

    def in_project(self, wanted: WantedWords, layer: str) -> None:
        """Search all articles, in the process for files."""
        self.stop()
        self._searching.ask(search, self._session.required().path, wanted, layer)

    def _occurrences(self, wanted: WantedWords, layer: str) -> Generator[None, None, FoundOccurrences]:
        opened = self._session.required_opened()
        refused = self._session.required().read.suggestions(opened.document.id, SuggestionState.REJECTED)
        suggestions = (*opened.suggestions, *refused)
        found: Iterator[Hit] = occurrences(
            opened.document, opened.tokens, opened.spans, suggestions, wanted=wanted, layer=layer
        )
        hits = []
        for hit in found:
            hits.append(hit)
            yield
        return FoundOccurrences(hits=tuple(hits), titles={opened.document.id: opened.document.title})
