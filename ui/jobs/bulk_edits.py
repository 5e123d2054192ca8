"""Long edits, such as labelling thousands of places or deciding on suggestions: one undo step, made in slices."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Change, Edit, SlicedEdit
from annotator.editing.log.history import size_of
from annotator.model.values import ATTRIBUTION, CLAIMS, Part, Span, Suggestion
from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.slice_runner import Slices
from ui.jobs.workers import ignore

if TYPE_CHECKING:
    from annotator.editing.occurrence_states import Purpose
    from annotator.suggest.tiers import SuggestionFilter

LONG = 100  # a step with at least so many changes is made in slices
_PUBLISHED_WHOLE = 1_000  # of so many changes or more, only those on screen are published
_SHOWN_ELSEWHERE = frozenset({CLAIMS, ATTRIBUTION})  # layers whose labels are also shown outside their articles
_FIRST = 200  # always published: enough to describe the step


class Asker(NamedTuple):
    """The callbacks of whoever starts a long step; nobody else receives its result.

    ``ended`` is always called first. Unless the step was cancelled, ``done`` or ``failed`` follows.
    """

    done: Callable[[Edit | None], None] = ignore  # None if there was nothing to do
    failed: Callable[[AnnotatorError], None] = ignore  # nothing was changed
    ended: Callable[[], None] = ignore
    advanced: Callable[[int, int], None] = ignore  # done, total


class Everywhere(QObject):
    """Makes long steps, one at a time. The session publishes each one like any other edit."""

    ended = Signal()  # also after a cancel or an error: another step can start
    failed = Signal(object)  # an AnnotatorError; nothing was changed

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._total = 1
        self._asker = Asker()
        self._published: Edit | None = None  # the part of the current step that the session will publish
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._on_advanced)
        session.project_closing.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Return whether a step is being made."""
        return self._slices.busy

    def makes(self, asker: Asker) -> bool:
        """Return whether the current step belongs to ``asker``."""
        return self.busy and self._asker is asker

    def start(
        self, asker: Asker, purpose: "Purpose", places: Mapping[str, Collection[Part]], layer: str, label: str
    ) -> None:
        """Label, relabel or clear places, as ``purpose`` says (code points, by document)."""
        from annotator.jobs import bulk_edit  # only after the first paint

        if self.busy:
            return
        project = self._session.required()
        own = {"layer": layer, "label": label, "annotator": project.annotator}
        make = bulk_edit.step(project.read, purpose, places, **own)
        self._do(asker, make, len(places) + 2 * sum(map(len, places.values())))

    def settle(self, asker: Asker, wanted: Mapping[str, Collection[str]], *, accepted: bool) -> None:
        """Accept or reject suggestions (``wanted`` has their ids by document)."""
        from annotator.jobs import bulk_edit

        if self.busy:
            return
        project = self._session.required()
        make = bulk_edit.settling(project.read, wanted, accepted=accepted, annotator=project.annotator)
        self._do(asker, make, len(wanted) + 2 * sum(map(len, wanted.values())))

    def settle_all(
        self, asker: Asker, matching: Mapping[str, int], wanted: "SuggestionFilter", *, accepted: bool
    ) -> None:
        """Accept or reject all suggestions that match the filter ``wanted``; ``matching`` counts them by document."""
        from annotator.jobs import bulk_edit

        if self.busy:
            return
        project = self._session.required()
        total = len(matching) + 2 * sum(matching.values())
        make = bulk_edit.settling_all(project.read, matching, wanted, accepted=accepted, annotator=project.annotator)
        self._do(asker, make, total)

    def make(self, asker: Asker, make: SlicedEdit, changes: int) -> None:
        """Run a generator in slices and publish the edit it returns; ``changes`` is an estimate of its size."""
        if self.busy:
            make.close()
            return
        self._do(asker, make, 2 * changes)

    def take_back(self, asker: Asker, edit: Edit) -> None:
        """Revert ``edit``, which must be the edit that the next undo or redo reverts."""
        if not self.busy:
            timeline = self._session.required().timeline
            self._run(asker, timeline.inverting(edit, self._prepared), 2 * size_of(edit))

    @Slot()
    def cancel(self) -> None:
        """Cancel the current step; nothing is changed."""
        self._slices.stop()
        self._end()

    def give_up(self, asker: Asker) -> None:
        """Cancel the current step if it belongs to ``asker``; nothing is changed."""
        if self.makes(asker):
            self.cancel()

    def detach(self, asker: Asker) -> None:
        """Let the step of ``asker`` go on, but call none of its callbacks."""
        if self._asker is asker:
            self._asker = Asker()

    def _do(self, asker: Asker, make: SlicedEdit, total: int) -> None:
        self._run(asker, self._session.required().timeline.doing(self._prepared(make)), total)

    def _run(self, asker: Asker, steps: SlicedEdit, total: int) -> None:
        self._asker, self._total, self._published = asker, max(1, total), None
        self._slices.start(steps, done=self._on_done, failed=self._on_failed)

    def _prepared(self, make: SlicedEdit) -> SlicedEdit:
        """Make an edit, and choose what to publish of it: only changes on screen if it is long.

        A dozen widgets scan every published change. Choosing takes several slices, so it is done before the edit is
        stored: afterwards the session follows the file at once.
        """
        edit = self._published = yield from make
        if edit is None or len(edit.changes) < _PUBLISHED_WHOLE:
            return edit
        opened = self._session.opened
        here = opened.document.id if opened is not None else ""
        published: list[Change] = []
        for number, change in enumerate(edit.changes):
            if number < _FIRST or _concerns(change, here):
                published.append(change)
            yield
        self._published = replace(edit, changes=tuple(published))
        self._published.know_documents(edit.document_ids)
        return edit

    @Slot(int)
    def _on_advanced(self, pauses: int) -> None:
        self._asker.advanced(min(pauses, self._total), self._total)

    def _on_done(self, edit: Edit | None) -> None:
        published, asker = self._published, self._end()
        if published is not None:
            self._session.publish(published)
        asker.done(edit)

    def _on_failed(self, error: AnnotatorError) -> None:
        asker = self._end()
        self.failed.emit(error)
        asker.failed(error)

    def _end(self) -> Asker:
        asker, self._asker, self._published = self._asker, Asker(), None
        asker.ended()
        self.ended.emit()
        return asker


def _concerns(change: Change, document: str) -> bool:
    """Return whether a change is in the document, or is of a kind that the window shows for all documents."""
    row = change.after or change.before
    return not isinstance(row, Span | Suggestion) or row.document == document or row.layer in _SHOWN_ELSEWHERE
