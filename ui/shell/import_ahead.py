"""Imports the modules of the export dialog in advance: the first export would block the window for half a second.

Only modules of the core are imported, as they know no Qt: the thread that paints must create Qt's classes.
"""

from importlib import import_module
from threading import Event, Thread

_MODULES = (  # each builds on those before it, so that `stop` waits only for a part
    "annotator.formats.base",
    "annotator.formats.registry",
    "annotator.jobs.exporting.export_files",
    "annotator.jobs.exporting.export_preflight",
    "annotator.jobs.exporting.labels_offered",
    "annotator.jobs.importing.notices",
)


class ImportAhead:
    """A thread that imports the modules of the export dialog, one after the other."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._thread = Thread(target=self._import, name="import ahead")
        self._thread.start()

    def stop(self) -> None:
        """Import no further module, and wait for the one that is being imported."""
        self._stopped.set()
        self.wait()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _import(self) -> None:
        for name in _MODULES:
            if self._stopped.is_set():
                return
            import_module(name)
