"""Imports the modules of the export dialog in advance: the first export would block the window for half a second.

Only modules of the core are imported, as they know no Qt: the thread that paints must create Qt's classes.
"""

import sys
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
_TURN = 0.0005  # seconds; see `_import`


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
        """Import the modules, and hand the interpreter over ten times as often meanwhile.

        A thread that imports keeps the interpreter for a whole turn, usually 5 ms, each time that Qt gives it up. A
        frame gives it up many times. With short turns the median frame of 20 such times took 7 ms instead of 163.
        """
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            for name in _MODULES:
                if self._stopped.is_set():
                    return
                import_module(name)
        finally:
            sys.setswitchinterval(usual)
