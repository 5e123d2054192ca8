"""Adds a sample of a corpus to the project.

The files process reads it, the window stores it in slices and records it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from annotator.scale.results import looking
from annotator.scale.results.looking import DrawnSample
from annotator.scale.results.sampling import SampleRequest
from ui.bridge.session import Session
from ui.dialogs.importing import import_reading
from ui.dialogs.importing.import_reading import ImportReading
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess, ignore

if TYPE_CHECKING:
    from annotator.jobs.importing.import_read import Incoming
    from annotator.jobs.importing.import_store import ImportResult


class Bringing(QObject):
    """Draws a sample to preview, and adds the previewed sample to the project.

    The record of the sample is written last.
    """

    looked = Signal(object)  # the `DrawnSample`: the preview of a sample
    brought = Signal(object, str)  # the `ImportResult`: what was added to the project; the name of the record
    advanced = Signal(int, int)
    failed = Signal(object)

    def __init__(self, session: Session, files: JobProcess, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._room: TemporaryDirectory[str] | None = None
        self._out = ""
        self._found: DrawnSample | None = None
        self._portions: list[Incoming] = []
        self._taken: ImportResult | None = None
        self._drawing = LastQuestion(files, self._on_look, self, self.advanced.emit)
        self._keeping = LastQuestion(files, self._on_kept, self)
        self._reading = ImportReading(session, self._read, self)
        self._reading.given.connect(self._on_given)
        self._reading.ended.connect(self._on_read)
        self._reading.added.connect(self._on_added)
        for source in (self._drawing, self._keeping, self._reading):
            source.failed.connect(self.failed)
        self._reading.advanced.connect(self.advanced)

    @property
    def busy(self) -> bool:
        """Return whether a sample is being drawn or added."""
        return self._drawing.busy or self.adding

    @property
    def adding(self) -> bool:
        """Return whether a sample is being added."""
        return self._reading.reading or self._reading.adding or self._keeping.busy

    @property
    def finishing(self) -> bool:
        """Return whether the articles are stored and only the record of the sample remains."""
        return self._reading.finishing or self._keeping.busy

    @property
    def seen(self) -> bool:
        """Return whether there is a sample to preview and add."""
        return self._found is not None

    def look(self, out: str, wanted: SampleRequest) -> None:
        """Draw a sample to preview; it replaces an earlier one."""
        self.forget()
        self._out = out
        self._room = TemporaryDirectory(prefix="spanwright-")
        self._drawing.ask(looking.look, out, wanted, Path(self._room.name, "sample.jsonl"))

    def bring(self) -> None:
        """Add the previewed sample to the project."""
        if self._found is not None and not self.busy:
            self._portions = []
            self._reading.start(import_reading.ReadRequest(paths=[self._found.path]))

    def forget(self) -> None:
        """Drop the sample, unless it is being added to the project."""
        if self.adding:
            return
        self._drawing.cancel()
        self._found = None
        room, self._room = self._room, None
        if room is not None:
            room.cleanup()

    def stop(self) -> None:
        """Stop everything; articles that are already stored are recorded."""
        self._portions = []
        if self._reading.finishing and self._found is not None:
            self._files.start(looking.keep, self._out, self._found, done=ignore, failed=ignore)
        self._reading.stop()
        if not self._keeping.busy:
            self.forget()

    # Inside

    def _read(
        self,
        wanted: "import_reading.ReadRequest",
        *,
        given: "Callable[[Incoming], None]",
        done: Callable[[object], None],
        failed: "import_reading.Failed",
        advanced: "import_reading.Advanced",
    ) -> "import_reading.Cancel":
        from annotator.corpus.article import ReadingChoices
        from annotator.jobs.importing import import_read
        from annotator.processes.limited import Patience

        project = self._session.required()
        options = import_read.read_options(project, None)
        start = partial(self._files.start, given=given, done=done, failed=failed, advanced=advanced)
        job = start(
            import_read.reading, list(wanted.paths), "jsonl", options, ReadingChoices(), project.path, Patience()
        )
        return partial(self._files.cancel, job)

    def _on_look(self, found: DrawnSample) -> None:
        self._found = found
        self.looked.emit(found)

    @Slot(object)
    def _on_given(self, portion: "Incoming") -> None:
        self._portions.append(portion)

    @Slot()
    def _on_read(self) -> None:
        from annotator.jobs.importing import import_read

        if not self._portions:
            return  # reading failed, which was reported
        incoming, self._portions = import_read.joined(self._portions), []
        for _, error in incoming.failures:
            self.failed.emit(error)
            return
        self._reading.add(incoming, exclude_furniture=False, as_suggestions=False, carry=False, supersede=False)

    @Slot(object)
    def _on_added(self, taken: "ImportResult") -> None:
        self._taken = taken
        if self._found is not None:
            self._keeping.ask(looking.keep, self._out, self._found)

    def _on_kept(self, name: str) -> None:
        taken, self._taken = self._taken, None
        self.forget()
        self.brought.emit(taken, name)
