"""Reading and adding for the import dialog: results come in batches; it can be cancelled until all is stored."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from annotator.corpus.draft import Asked
from annotator.jobs.importing import import_read, import_store
from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.import_store import Stored, Taken
from annotator.model.schema import Schema
from annotator.system.errors import AnnotatorError
from ui.base.crashes import LOG
from ui.bridge.session import Session, say_documents_changed
from ui.jobs.job_calls import Cancel, Read, Wanted
from ui.jobs.slice_runner import Slices


class ImportReading(QObject):
    """Runs one reading job at a time, and adds the results to the project in slices.

    The articles are added in one step. What follows, such as carried-over labels and replacements, comes after it.
    """

    begun = Signal()
    given = Signal(object)  # Incoming: a batch of results
    read_again = Signal(Path, object)  # the file, and all its results as Incoming
    advanced = Signal(int, int)
    ended = Signal()  # no more results will come
    failed = Signal(object)
    added = Signal(object)  # Taken
    labels_added = Signal()  # the project has new labels

    def __init__(self, session: Session, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read = read
        self._cancel: Cancel | None = None
        self._again: Path | None = None
        self._longer: frozenset[Path] = frozenset()
        self._asked: dict[Path, Asked] = {}  # the settings chosen for files
        self._portions: list[Incoming] = []  # results of a file that is read again
        self._total = 1
        self._stored = False  # whether the articles are stored
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._on_added)

    @property
    def reading(self) -> bool:
        """Return whether a reading job is running."""
        return self._cancel is not None

    @property
    def adding(self) -> bool:
        """Return whether articles are being added to the project."""
        return self._slices.busy

    @property
    def finishing(self) -> bool:
        """Return whether the articles are stored and the rest is still to come: this cannot be cancelled."""
        return self._stored and self._slices.busy

    def start(self, wanted: Wanted) -> None:
        """Start reading; a running job is cancelled."""
        self.stop()
        self._again = None
        self._start(wanted)

    def start_again(self, path: Path, asked: Asked) -> None:
        """Read one file with other settings."""
        self._asked[path] = asked
        self._start_again(path, Wanted(paths=[path], asked=asked))

    def start_longer(self, path: Path, wanted: Wanted) -> None:
        """Read one file with more time and memory, now and whenever it is read again."""
        self._longer |= {path}
        self._start_again(path, replace(wanted, paths=[path], asked=self._asked.get(path)))

    def add(
        self,
        incoming: Incoming,
        *,
        exclude_furniture: bool,
        as_suggestions: bool,
        carry: bool,
        supersede: bool,
        schema: Schema | None = None,
    ) -> None:
        """Add all articles or none, with the schema's new labels."""
        self._total = max(1, len(incoming.articles) + len(incoming.annotated))
        self._stored = False
        steps = import_store.storing(
            self._session.required(),
            incoming,
            as_suggestions=as_suggestions,
            exclude_furniture=exclude_furniture,
            schema=schema,
        )
        follow = partial(self._follow, carry=carry, supersede=supersede, grown=schema is not None)
        self._slices.start(steps, done=follow, failed=self.failed.emit)
        if self.adding:
            self.begun.emit()

    @Slot()
    def stop(self) -> None:
        """Cancel reading or adding. Results so far are kept; what is stored already is finished."""
        if not self.finishing:
            self._slices.stop()
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()
            self.ended.emit()

    def _start_again(self, path: Path, wanted: Wanted) -> None:
        self.stop()
        self._again = path
        self._portions = []
        self._start(wanted)

    def _start(self, wanted: Wanted) -> None:
        self._cancel = self._read(
            replace(wanted, longer=self._longer),
            given=self._on_given,
            done=self._on_done,
            failed=self._on_failed,
            advanced=self.advanced.emit,
        )
        self.begun.emit()

    def _on_given(self, portion: Incoming) -> None:
        for _, error in portion.failures:
            if "trace" in error.details:
                LOG.error("%s", error.details["trace"])
        if self._again is None:
            self.given.emit(portion)
        else:
            self._portions.append(portion)

    def _on_done(self, _result: object) -> None:
        self._cancel = None
        if self._again is not None:
            self.read_again.emit(self._again, import_read.joined(self._portions))
            self._portions = []
        self.ended.emit()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._cancel = None
        self.failed.emit(error)
        self.ended.emit()

    @Slot(int)
    def _on_added(self, pauses: int) -> None:
        self.advanced.emit(self._total if self._stored else min(pauses, self._total), self._total)

    def _follow(self, stored: Stored, *, carry: bool, supersede: bool, grown: bool) -> None:
        self._stored = True
        if grown:
            self._session.schema_changed.emit()
            self.labels_added.emit()
        say_documents_changed(self._session)  # they are stored, even if the rest fails
        if stored.merging is not None:
            self._session.publish(stored.merging)
        steps = import_store.following(self._session.required(), stored, carry=carry, supersede=supersede)
        self._slices.start(steps, done=self._on_taken, failed=self.failed.emit)

    def _on_taken(self, taken: Taken) -> None:
        if taken.replacing is not None:
            self._session.publish(taken.replacing)
        self._session.documents_changed.emit()
        self.added.emit(taken)
