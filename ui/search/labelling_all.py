"""Labelling all that was found: one step over many articles, made in slices and told when it is over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from annotator.edits import Edit
from annotator.errors import AnnotatorError
from annotator.jobs.concordance import Place, to_label
from annotator.model import Part, Span
from annotator.occurrences.purposes import Purpose
from ui.hand.everywhere import Everywhere
from ui.jobs.slices import Slices
from ui.occurrences.words import done_words
from ui.session import Session


class LabellingAll(QObject):
    """Finds out where labels are put, then has it done. One step at a time."""

    begun = Signal()
    advanced = Signal(int, int)  # how much is done, of how much
    ended = Signal()  # whatever became of it
    told = Signal(str, bool)  # what was done, and whether undo takes it back in the open article
    failed = Signal(object)  # an AnnotatorError; nothing was done

    def __init__(self, session: Session, everywhere: Everywhere, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._everywhere = everywhere
        self._placing = Slices(self)
        self._wanted: tuple[Purpose, str, str] | None = None  # purpose, layer, label of the step that is being made
        everywhere.advanced.connect(self._on_advanced)
        everywhere.finished.connect(self._on_finished)
        everywhere.failed.connect(self._on_step_failed)

    @property
    def busy(self) -> bool:
        """Tell whether there is something that can be stopped."""
        return self._wanted is not None

    @property
    def possible(self) -> bool:
        """Tell whether a step can be begun."""
        return self._session.writable and not self.busy and not self._everywhere.busy

    def start(self, places: Sequence[Place], purpose: Purpose, layer: str, label: str) -> None:
        """Label the words at places, or give the spans there another label."""
        self._wanted = purpose, layer, label
        self.begun.emit()
        if purpose is Purpose.LABEL:
            steps = to_label(self._session.required().read, places)
            self._placing.start(steps, done=self._make, failed=self._on_failed)
            return
        spans: dict[str, set[Part]] = {}
        for place in places:
            spans.setdefault(place.document, set()).add(place.part)
        self._make(spans)

    def stop(self) -> None:
        """Give up: nothing was done."""
        if self.busy:
            self._wanted = None
            self._placing.stop()
            self._everywhere.cancel()
            self.ended.emit()

    def _make(self, places: Mapping[str, set[Part]]) -> None:
        if self._wanted is None or self._everywhere.busy:
            self._end()
            return
        purpose, layer, label = self._wanted
        self._everywhere.start(purpose, places, layer, label)

    def _end(self) -> None:
        self._wanted = None
        self.ended.emit()

    @Slot(int, int)
    def _on_advanced(self, done: int, total: int) -> None:
        if self.busy:
            self.advanced.emit(done, total)

    @Slot(object)
    def _on_finished(self, edit: Edit | None) -> None:
        if self._wanted is None:
            return
        purpose, _, _ = self._wanted
        self._end()
        if edit is None:
            self.told.emit(self.tr("There was nothing left to do."), False)
            return
        opened = self._session.opened
        places = sum(isinstance(change.after, Span) for change in edit.changes)
        here = opened is not None and opened.document.id in edit.document_ids
        self.told.emit(done_words(purpose, places, len(edit.document_ids)), here)

    @Slot(object)
    def _on_step_failed(self, _error: AnnotatorError) -> None:
        if self.busy:
            self._end()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._end()
        self.failed.emit(error)
