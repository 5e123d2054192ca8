"""The slices that the search page runs: the search, and labelling all results."""

from collections.abc import Generator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.editing.occurrence_states import Purpose
from annotator.jobs.searching.concordance import FoundPlace, find_places, to_label
from annotator.model.query import Query
from annotator.model.values import Part, Span
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.slice_runner import Slices
from ui.occurrences.occurrence_words import done_words


class BulkLabeller(QObject):
    """Labels or relabels all results: finds the spans to label, then makes one edit. Runs once at a time."""

    begun = Signal()
    advanced = Signal(int, int)  # done, total
    ended = Signal()  # also after a cancel or an error
    told = Signal(str, bool)  # message, and whether undo in the open article reverts it
    failed = Signal(object)  # an AnnotatorError; nothing was done

    def __init__(self, session: Session, everywhere: Everywhere, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._everywhere = everywhere
        session.project_closing.connect(self.stop)  # first, so that `ended` is emitted
        self._finding = Slices(session, self)
        self._asker = Asker()  # of the last edit

    @property
    def busy(self) -> bool:
        """Return whether labelling runs and can be cancelled."""
        return self._finding.busy or self._everywhere.makes(self._asker)

    @property
    def possible(self) -> bool:
        """Return whether labelling can start."""
        return self._session.writable and not self.busy and not self._everywhere.busy

    def start(self, places: Sequence[FoundPlace], purpose: Purpose, layer: str, label: str) -> None:
        """Label the words at these places, or relabel the spans there, as ``purpose`` says."""
        self.begun.emit()
        make = partial(self._make, purpose, layer, label)
        if purpose is Purpose.LABEL:
            steps = to_label(self._session.required().read, places)
            self._finding.start(steps, done=make, failed=self._on_failed)
            return
        spans: dict[str, set[Part]] = {}
        for place in places:
            spans.setdefault(place.document, set()).add(place.part)
        make(spans)

    @Slot()
    def stop(self) -> None:
        """Cancel the labelling; nothing is changed."""
        if self._finding.busy:
            self._finding.stop()
            self.ended.emit()
        self._everywhere.give_up(self._asker)

    def _make(self, purpose: Purpose, layer: str, label: str, places: Mapping[str, set[Part]]) -> None:
        if self._everywhere.busy:
            self.ended.emit()
            return
        done = partial(self._on_done, purpose)
        self._asker = Asker(done=done, ended=self.ended.emit, advanced=self.advanced.emit)
        self._everywhere.start(self._asker, purpose, places, layer, label)

    def _on_done(self, purpose: Purpose, edit: Edit | None) -> None:
        if edit is None:
            self.told.emit(refusals.nothing_left(), False)
            return
        opened = self._session.opened
        places = sum(isinstance(change.after, Span) for change in edit.changes)
        here = opened is not None and opened.document.id in edit.document_ids
        self.told.emit(done_words(purpose, places, len(edit.document_ids)), here)

    def _on_failed(self, error: AnnotatorError) -> None:
        self.ended.emit()
        self.failed.emit(error)


class SearchRunner(QObject):
    """Runs one search at a time; a new search replaces it. A stopped search emits no more signals."""

    begun = Signal(list)  # the first results
    found = Signal(list)  # further results
    ended = Signal(bool, bool)  # whether anything was found; whether there is more than was listed
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fresh: list[FoundPlace] = []
        self._any = False
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._flush)

    @property
    def busy(self) -> bool:
        """Return whether the search is still running."""
        return self._slices.busy

    def start(self, query: Query, *, ranked: bool) -> None:
        """Start a search; results of the first slice are emitted before this returns."""
        project = self._session.required()
        self._fresh, self._any = [], False
        steps = find_places(project.read, query, project.annotator, ranked=ranked)
        self._slices.start(self._collecting(steps), done=self._on_end, failed=self.failed.emit)

    @Slot()
    def stop(self) -> None:
        """Cancel the search."""
        self._slices.stop()

    def _collecting(self, steps: Generator[Sequence[FoundPlace], None, bool]) -> Generator[None, None, bool]:
        while True:
            try:
                self._fresh += next(steps)
            except StopIteration as end:
                return bool(end.value)
            yield

    @Slot()
    def _flush(self) -> None:
        fresh, self._fresh = self._fresh, []
        if fresh:
            (self.found if self._any else self.begun).emit(fresh)
            self._any = True

    def _on_end(self, more: bool) -> None:  # noqa: FBT001 - what the work gave
        self._flush()
        self.ended.emit(self._any, more)
