"""Thousands of places labelled, relabelled, freed, thousands of suggestions settled: one step, in slices."""

from collections.abc import Collection, Generator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from annotator.edits import Edit
from annotator.errors import AnnotatorError
from annotator.model import Part
from ui.jobs.slices import Slices
from ui.session import Session

if TYPE_CHECKING:
    from annotator.occurrences.purposes import Purpose

LONG = 100  # changes from which a step is made in slices


class Everywhere(QObject):
    """Makes one long step at a time. The session tells of it like of any other."""

    advanced = Signal(int, int)  # how much is done, of how much
    finished = Signal(object)  # the Edit, None where there was nothing to do
    failed = Signal(object)  # an AnnotatorError; nothing was done

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._total = 1
        self._slices = Slices(self)
        self._slices.advanced.connect(self._on_advanced)
        session.document_opened.connect(self._on_document)

    @property
    def busy(self) -> bool:
        """Tell whether a step is being made."""
        return self._slices.busy

    def start(self, purpose: "Purpose", places: Mapping[str, Collection[Part]], layer: str, label: str) -> None:
        """Do something about places (code points, by document)."""
        from annotator.jobs import everywhere  # not before the window is painted

        if self.busy:
            return
        project = self._session.required()
        own = {"layer": layer, "label": label, "annotator": project.annotator}
        make = everywhere.step(project.read, purpose, places, **own)
        self._run(project.timeline.doing(make), len(places) + 2 * sum(map(len, places.values())))

    def settle(self, wanted: Mapping[str, Collection[str]], *, accepted: bool) -> None:
        """Accept or refuse suggestions (ids, by document)."""
        from annotator.jobs import everywhere

        if self.busy:
            return
        project = self._session.required()
        make = everywhere.settling(project.read, wanted, accepted=accepted, annotator=project.annotator)
        self._run(project.timeline.doing(make), len(wanted) + 2 * sum(map(len, wanted.values())))

    def make(self, make: Generator[None, None, Edit | None], changes: int) -> None:
        """Do the edit that a generator comes to, of so many changes about."""
        if self.busy:
            make.close()
            return
        self._run(self._session.required().timeline.doing(make), 2 * changes)

    def take_back(self, edit: Edit) -> None:
        """Take back what undo or redo would take back."""
        if not self.busy:
            self._run(self._session.required().timeline.inverting(edit), len(edit.changes))

    @Slot()
    def cancel(self) -> None:
        """Give up: nothing was done."""
        self._slices.stop()

    def _run(self, steps: Generator[None, None, Edit | None], total: int) -> None:
        self._total = max(1, total)
        self._slices.start(steps, done=self._on_done, failed=self._on_failed)

    @Slot(int)
    def _on_advanced(self, pauses: int) -> None:
        self.advanced.emit(min(pauses, self._total), self._total)

    def _on_done(self, edit: Edit | None) -> None:
        if edit is not None:
            self._session.look_again(edit)
        self.finished.emit(edit)

    def _on_failed(self, error: AnnotatorError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_document(self) -> None:
        if self._session.opened is None:  # the project is about to be closed
            self.cancel()
