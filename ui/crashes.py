"""What becomes of a bug: the log, and a dialog with a trace that can be copied. Work goes on: every edit is stored."""

import faulthandler
import logging
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from annotator.errors import AnnotatorError

LOG = logging.getLogger("spanwright")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Give the folder of the log."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "log"


class LogFile(logging.Handler):
    """A log that stays small. What rotates it takes long to import, so that waits for the first line."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.touch()  # where it cannot be written, that is known at once
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
        """Open the log; a line that cannot be written, as on a full disk, is lost without a word."""
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
    """Catches what nobody caught, on whatever thread, and tells of it on the GUI thread."""

    failed = Signal(object)  # an AnnotatorError that a slot let through: expected, and no bug
    _caught = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.dialog: CrashDialog | None = None
        self._file: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self._telling = False
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on. Where no log can be written, there is the dialog alone."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = LogFile(self.folder / "spanwright.log")
            self._file = (self.folder / "fatal.log").open("a", encoding="utf-8")
        except OSError:
            self._handler = None
        if self._handler is not None:
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            LOG.addHandler(self._handler)
        LOG.setLevel(logging.INFO)
        if self._file is not None:
            faulthandler.enable(self._file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Give back what was taken."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
        if self._handler is not None:
            LOG.removeHandler(self._handler)
            self._handler.close()

    def report(self, trace: str) -> None:
        """Log a bug and tell of it; may be called on any thread."""
        LOG.error("%s", trace)
        if not self._telling:
            self._caught.emit(trace)

    @Slot(str)
    def _tell(self, trace: str) -> None:
        """Tell of a bug; where that fails it is not tried again, or it would go on for ever: there is the log."""
        self._telling = True
        self._show(trace)
        self._telling = False

    def _show(self, trace: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(trace)
        else:
            self.dialog = CrashDialog(self.folder, trace)  # no window owns it, as none is to take it along
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        told = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, AnnotatorError):
            LOG.warning("%s", told)
            self.failed.emit(error)
        else:
            self.report(told)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        self.report("".join(traceback.format_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)))


class CrashDialog(QDialog):
    """Says that something went wrong, with the trace as plain text."""

    def __init__(self, folder: Path, trace: str) -> None:
        super().__init__()
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._folder = folder
        words = QLabel(
            self.tr(
                "This is a bug in the program. All your decisions are stored; you can go on working."
                " The details below are in the log as well."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._trace = QPlainTextEdit(trace, readOnly=True)
        self._trace.setObjectName("crashTrace")
        self._trace.setAccessibleName(self.tr("Details of the fault"))
        self._trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._trace.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("crashCopy")
        copy.clicked.connect(self.copy)
        show = buttons.addButton(self.tr("Open log folder"), QDialogButtonBox.ButtonRole.ActionRole)
        show.setObjectName("crashFolder")
        show.clicked.connect(self.open_folder)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self._trace)
        layout.addWidget(buttons)
        self.resize(720, 420)

    @property
    def trace(self) -> str:
        """What can be copied."""
        return self._trace.toPlainText()

    def add(self, trace: str) -> None:
        """Show one more fault below."""
        self._trace.appendPlainText("\n" + trace)

    @Slot()
    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.trace)

    @Slot()
    def open_folder(self) -> None:
        """Show the log's folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", getattr(context, "category", "") or "", message)
