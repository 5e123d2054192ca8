"""The handling of bugs: each is logged, and a dialog offers to go on, reopen the project or quit.

No labels are lost, because every edit is stored before it is painted. A crash of the process is reported at the next
start.
"""

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from annotator.system.errors import AnnotatorError
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named

_NAME = "run-*.log"
_SETTLED, _OPENING, _UNSETTLED = "settled", "opening", "unsettled starts before: "
_LONGEST = 100_000  # characters read from a file


class UnclosedRun(NamedTuple):
    """A run that was not closed.

    ``unsettled`` is the number of consecutive starts that ended before the project was shown.
    """

    words: str
    crashed: bool
    unsettled: int


class Run:
    """The file of one run of the program.

    While it exists, the run has not been closed; a crash writes its trace into it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"run-{os.getpid()}.log"
        self._file: IO[str] | None = None

    def begin(self, unsettled: int) -> None:
        """Create and lock the file, and send the traces of crashes there; on failure the run goes on without a file.

        Args:
            unsettled: How many starts in a row ended before their project was shown.
        """
        with suppress(OSError):
            self._file = self._path.open("w", encoding="utf-8")
            _lock(self._file)
            self.note(f"process {os.getpid()}, started {time.strftime('%Y-%m-%d %H:%M:%S%z')}")
            if unsettled:
                self.note(f"{_UNSETTLED}{unsettled}")
            faulthandler.enable(self._file)

    def note(self, line: str) -> None:
        """Append a line to the file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(f"{line}\n")
                self._file.flush()

    def opening(self) -> None:
        """Note that the program is about to reopen a project by itself."""
        self.note(_OPENING)

    def settle(self) -> None:
        """Note that the project is shown and the program works."""
        self.note(_SETTLED)

    def end(self) -> None:
        """Delete the file, because the program is closed."""
        if self._file is not None:
            faulthandler.disable()
            if sys.platform == "win32":  # an open file cannot be deleted there
                self._file.close()
            with suppress(OSError):
                self._path.unlink()
            self._file.close()
            self._file = None


def unclosed_runs(folder: Path) -> list[UnclosedRun]:
    """Return the runs that were not closed and whose processes no longer exist, and delete their files."""
    found = []
    for path in sorted(folder.glob(_NAME)):
        with suppress(OSError):
            if _is_running(path):
                continue
            taken = path.with_suffix(f".{os.getpid()}")
            path.rename(taken)  # of two concurrent starts only one reports it
            with taken.open(encoding="utf-8", errors="replace") as file:
                found.append(_parsed(file.read(_LONGEST)))
            taken.unlink()
    return found


def _parsed(words: str) -> UnclosedRun:
    lines = words.splitlines()
    before = next((line.removeprefix(_UNSETTLED) for line in lines if line.startswith(_UNSETTLED)), "")
    unsettled = (int(before) if before.isdecimal() and len(before) < 4 else 0) + 1
    is_stuck = _OPENING in lines and _SETTLED not in lines
    return UnclosedRun(words.strip(), "Fatal Python error" in words, unsettled if is_stuck else 0)


if sys.platform == "win32":

    def _lock(file: IO[str]) -> None:
        """Do nothing: on Windows, every open file is locked anyway."""

    def _is_running(path: Path) -> bool:
        try:
            path.rename(path)
        except PermissionError:
            return True
        return False

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_running(path: Path) -> bool:
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return True
        return False


LOG = logging.getLogger("spanwright")
_STUCK = 2  # starts in a row that ended early
_MOST = 20  # traces in one dialog
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Return the log's folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "log"


class LogFile(logging.Handler):
    """A log handler of limited size. The rotating handler, which is slow to import, is loaded with the first record."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.touch()  # fails at once if the file cannot be written
        self._path = path
        self._rotating: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._rotating is None:
            self._rotating = self._opened()
        if self._rotating is not None:
            self._rotating.emit(record)

    def flush(self) -> None:
        if self._rotating is not None:
            with suppress(OSError):
                self._rotating.flush()

    def close(self) -> None:
        if self._rotating is not None:
            with suppress(OSError):
                self._rotating.close()
        super().close()

    def _opened(self) -> logging.Handler | None:
        """Open the log; return None on failure. Records that cannot be written later are dropped silently."""
        from logging.handlers import RotatingFileHandler

        try:
            made = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        except OSError:
            return None
        made.setFormatter(self.formatter)
        made.handleError = _lose  # type: ignore[method-assign]  # it would print a trace
        return made


def _lose(record: logging.LogRecord) -> None:
    del record


class Crashes(QObject):
    """Handles the uncaught exceptions of all threads, and reports them on the GUI thread."""

    failed = Signal(object)  # an AnnotatorError that a slot did not catch: expected, no bug
    reopen_wanted = Signal()
    quit_wanted = Signal()
    _caught = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.dialog: CrashDialog | None = None
        self.ended: list[UnclosedRun] = []  # earlier runs that were not closed
        self.run = Run(folder)
        self.may_reopen: Callable[[], bool] = lambda: False  # whether a project is open
        self._handler: logging.Handler | None = None
        self._showing = False
        self._caught.connect(self._show_once, Qt.ConnectionType.QueuedConnection)

    @property
    def log(self) -> Path:
        """The log file."""
        return self.folder / "spanwright.log"

    @property
    def stuck(self) -> bool:
        """Whether two or more starts in a row ended while the program was reopening a project by itself."""
        return any(each.unsettled >= _STUCK for each in self.ended)

    def install(self) -> None:
        """Install the hooks. If no log can be written, only the dialog reports bugs."""
        LOG.setLevel(logging.INFO)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = LogFile(self.log)
        except OSError:
            self._handler = None
        else:
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            LOG.addHandler(self._handler)
            self.ended = unclosed_runs(self.folder)
            self.run.begin(max((each.unsettled for each in self.ended), default=0))
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def log_ended(self) -> None:
        """Log the earlier runs that were not closed. Call it after the first paint, as logging is slow to import."""
        for each in self.ended:
            LOG.error("The program was not closed: %s", each.words)

    def uninstall(self) -> None:
        """Restore Python's and Qt's own hooks, and close the dialog and the log."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None
        self.run.end()
        if self._handler is not None:
            LOG.removeHandler(self._handler)
            self._handler.close()

    def report(self, trace: str) -> None:
        """Log a bug and show it in the dialog; callable on any thread."""
        LOG.error("%s", trace)
        if not self._showing:
            self._caught.emit(trace)

    @Slot(str)
    def _show_once(self, trace: str) -> None:
        """Show a bug in the dialog.

        If showing it fails, that is only logged; reporting it could fail again and again.
        """
        self._showing = True
        self._show(trace)
        self._showing = False

    def _show(self, trace: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(trace)
        else:
            self.dialog = CrashDialog(self.log, trace, may_reopen=self.may_reopen())
            self.dialog.reopen_wanted.connect(self.reopen_wanted)
            self.dialog.quit_wanted.connect(self.quit_wanted)
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, AnnotatorError):
            LOG.warning("%s", text)
            self.failed.emit(error)
        else:
            self.report(text)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        self.report("".join(traceback.format_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)))


class CrashDialog(QDialog):
    """A dialog with the trace of a bug as plain text. It has no parent, so that it stays when a window closes."""

    reopen_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, log: Path, trace: str, *, may_reopen: bool) -> None:
        super().__init__()
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._log = log
        self._faults = 1
        words = plain(
            self.tr(
                "This is a bug in the program. All your labels are saved, and you can continue"
                " working. If something on the screen looks wrong, reopen the project. The details"
                " below are also in the log."
            ),
            wraps=True,
        )
        self._trace = named(QPlainTextEdit(trace, readOnly=True), "crashTrace", self.tr("Error details"))
        self._trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._trace.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fill(QVBoxLayout(self), words, self._trace, self._buttons(may_reopen=may_reopen), margins=16, spacing=12)
        resize_within_screen(self, 780, 440)

    @property
    def trace(self) -> str:
        """The text of the traces, which can be copied."""
        return self._trace.toPlainText()

    def add(self, trace: str) -> None:
        """Append another trace. Beyond `_MOST`, traces are only logged, as a fault in painting repeats for ever."""
        self._faults += 1
        if self._faults <= _MOST:
            self._trace.appendPlainText("\n" + trace)
        elif self._faults == _MOST + 1:
            self._trace.appendPlainText("\n" + self.tr("More errors are in the log."))

    @Slot()
    def copy(self) -> None:
        """Copy the details to the clipboard."""
        QGuiApplication.clipboard().setText(self.trace)

    @Slot()
    def show_log(self) -> None:
        """Open the log dialog."""
        from ui.base.log_dialog import LogDialog

        for handler in LOG.handlers:
            handler.flush()
        LogDialog(self._log, self).open()

    # Inside

    def _buttons(self, *, may_reopen: bool) -> QHBoxLayout:
        """Build the row of buttons: log and copy at the left, what to do next at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, name, do in (
            (self.tr("Show the Log"), "crashLog", self.show_log),
            (self.tr("Copy"), "crashCopy", self.copy),
            (self.tr("Quit"), "crashQuit", self._quit),
            (self.tr("Reopen the Project"), "crashReopen", self._reopen),
            (self.tr("Continue"), "crashGoOn", self.accept),
        ):
            button = named(QPushButton(words), name)
            if name == "crashReopen":
                button.setHidden(not may_reopen)
            button.clicked.connect(do)
            button.setDefault(name == "crashGoOn")
            if name == "crashQuit":
                row.addStretch(1)
            row.addWidget(button)
        return row

    @Slot()
    def _reopen(self) -> None:
        self.accept()
        self.reopen_wanted.emit()

    @Slot()
    def _quit(self) -> None:
        self.accept()
        self.quit_wanted.emit()


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", getattr(context, "category", "") or "", message)
