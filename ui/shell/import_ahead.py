"""Imports what a dialog needs before it is asked for: at the first export, half a second of it would block the window.

Only modules of the core, which know no Qt: Qt's classes are to be made by the thread that paints.
"""

from importlib import import_module
from threading import Event, Thread

_MODULES = (  # from small to large, so that a program that ends need not wait for all of them
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
