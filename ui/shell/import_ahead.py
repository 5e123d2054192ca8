"""Imports the modules of the open questions and of the export dialog in advance.

Otherwise the first finished article would block the window for 40 ms, and the first export for half a second. Modules
of the core don't use Qt, so a thread imports them. Classes of Qt must be created in the thread that paints, so it
imports the window's modules one by one when it has nothing else to do.
"""

import sys
from importlib import import_module
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Slot

_MODULES = (  # each builds on those before it, so that `stop` waits only for a part
    "annotator.formats.base",
    "annotator.formats.registry",
    "annotator.jobs.exporting.export_files",
    "annotator.jobs.exporting.export_preflight",
    "annotator.jobs.exporting.labels_offered",
    "annotator.jobs.importing.notices",
)
_STEPS = (  # each takes at most 10 ms, all together 90; questions come first, as the first Ctrl+Return may list some
    "ui.base.rows.row_list",
    "ui.occurrences.drawer_page",
    "ui.occurrences.occurrence_words",
    "ui.occurrences.hit_list",
    "ui.occurrences.occurrence_finder",
    "ui.occurrences.occurrences_page",
    "ui.base.words.question_words",
    "ui.occurrences.question_list",
    "ui.occurrences.question_steps",
    "ui.occurrences.questions_page",
    "ui.base.widgets.question",
    "ui.base.saving",
    "ui.base.file_dialogs",
    "ui.jobs.job_line",
    "ui.base.widgets.empty_words",
    "ui.dialogs.told_dialog",
    "ui.dialogs.exporting.format_words",
    "ui.dialogs.exporting.gold_or_only_words",
    "ui.dialogs.exporting.format_chooser",
    "ui.dialogs.exporting.loss_remedies",
    "ui.dialogs.exporting.loss_table",
    "ui.dialogs.exporting.questions_line",
    "ui.dialogs.exporting.row_choices",
    "ui.dialogs.exporting.split_options",
    "ui.dialogs.exporting.whose_chooser",
    "ui.dialogs.exporting.export_options",
    "ui.dialogs.exporting.export_dialog",
)
_PAUSE = 50  # milliseconds between two steps
_TURN = 0.0005  # seconds; the switch interval during `_import`


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

    @property
    def ended(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _import(self) -> None:
        """Import the modules, letting the window's thread run ten times as often meanwhile.

        Qt releases Python's global lock many times a frame. Each time, an importing thread keeps it for a switch
        interval, usually 5 ms. On a busy machine, the median of 20 such waits fell from 163 to 7 ms.
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


class ImportSteps(QObject):
    """Imports modules of the window in the thread that paints, one at a time, once the core's are there."""

    def __init__(self, ahead: ImportAhead, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ahead = ahead
        self.left = list(_STEPS)  # modules to import
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def stop(self) -> None:
        """Import no further module."""
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        if self._ahead.ended and self.left:
            import_module(self.left.pop(0))
        if not self.left:
            self._timer.stop()
