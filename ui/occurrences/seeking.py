"""Searches for occurrences and inconsistencies: the open article in slices, the project in the process for files."""

from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.occurrences.finding import Wanted
from annotator.editing.occurrences.inconsistencies import Inconsistency, Strings
from annotator.editing.occurrences.occurrence_states import Hit, occurrences
from annotator.jobs.project_search import Found, decided_parts, inconsistencies, search
from annotator.model.values import ENTITIES, SuggestionState
from ui.bridge.session import Session
from ui.jobs.last_question import LastQuestion
from ui.jobs.slice_runner import Slices
from ui.jobs.workers import JobProcess


class OccurrenceFinder(QObject):
    """One search at a time; a new one replaces it."""

    found = Signal(object)  # Found
    compared = Signal(object)  # a tuple of Inconsistency
    advanced = Signal(int, int)  # articles done, articles
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, files: JobProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._slices = Slices(session, self)
        self._searching = LastQuestion(files, self.found.emit, self, self.advanced.emit)
        self._comparing = LastQuestion(files, self.compared.emit, self, self.advanced.emit)
        for question in (self._searching, self._comparing):
            question.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Return whether a search of the project is running."""
        return self._searching.busy or self._comparing.busy

    @Slot()
    def stop(self) -> None:
        """Cancel the search; `found` and `compared` are no longer emitted."""
        self._slices.stop()
        self._searching.cancel()
        self._comparing.cancel()

    def in_article(self, wanted: Wanted, layer: str) -> None:
        """Search the open article."""
        self.stop()
        self._slices.start(self._occurrences(wanted, layer), done=self.found.emit, failed=self.failed.emit)

    def in_project(self, wanted: Wanted, layer: str) -> None:
        """Search all articles."""
        self.stop()
        self._searching.ask(search, self._session.required().path, wanted, layer)

    def compare_in_article(self) -> None:
        """Find inconsistently labelled names in the open article."""
        self.stop()
        self._slices.start(self._compared(), done=self.compared.emit, failed=self.failed.emit)

    def compare_in_project(self) -> None:
        """Find inconsistently labelled names in the project."""
        self.stop()
        self._comparing.ask(inconsistencies, self._session.required().path)

    def _occurrences(self, wanted: Wanted, layer: str) -> Generator[None, None, Found]:
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
        return Found(hits=tuple(hits), titles={opened.document.id: opened.document.title})

    def _compared(self) -> Generator[None, None, tuple[Inconsistency, ...]]:
        opened, text = self._session.required_opened(), self._session.required_opened().document.text
        names = [span for span in opened.spans if span.layer == ENTITIES]
        strings = Strings((span.quote(text), span.label, 1) for span in names)
        yield
        refused = self._session.required().read.suggestions(opened.document.id, SuggestionState.REJECTED)
        decided = decided_parts(tuple(names), tuple(refused), opened.document.excluded)
        yield from strings.count_unlabelled(text, opened.tokens, decided)
        return tuple(strings.inconsistencies())
