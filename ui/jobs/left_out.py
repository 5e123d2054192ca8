"""Failures of suggesting: each reported once, with the title of the skipped article."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from ui.bridge.session import Session
from ui.jobs.broken_sources import BrokenSources
from ui.jobs.workers import JobProcess, ProcessOff

_MOST_KILLED = 3  # crashes in a row: then a source is to blame, not the articles


class FailureReporter(QObject):
    """The reporter of failures. It turns the process off if it dies at several articles in a row."""

    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, process: JobProcess, broken: BrokenSources, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._process = process
        self._broken = broken
        self._reported: set[str] = set()
        self._killed = 0  # articles in a row at which the process crashed
        self.spoilt: set[Path] = set()  # folders of adapters that could not be loaded

    def report(self, error: AnnotatorError) -> None:
        """Report a failure unless it was reported before."""
        words = str(error)
        if words not in self._reported and self._broken.is_news(error):
            self._reported.add(words)
            # Later: a project that is just being opened clears the messages.
            QTimer.singleShot(0, self, partial(self.failed.emit, error))

    def reset(self) -> None:
        """Report all failures again."""
        self._reported.clear()
        self._killed = 0

    def found_spoilt(self, problems: Iterable[AnnotatorError]) -> bool:
        """Store the adapters that could not be loaded. Return whether any are new."""
        folders = {Path(str(one.details["folder"])) for one in problems if one.code == "adapter.broken"}
        is_news = not folders <= self.spoilt
        self.spoilt |= folders
        return is_news

    def answered(self) -> None:
        """Note that the process works."""
        self._killed = 0

    def hung(self, document: str) -> None:
        """Report that the process stopped answering at a document."""
        self._leave_out(document, QT_TRANSLATE_NOOP("Errors", "the process that read it stopped responding"))

    def killed(self, document: str) -> None:
        """Report that the process died at a document."""
        self._killed += 1
        if self._killed < _MOST_KILLED:
            self._leave_out(document, QT_TRANSLATE_NOOP("Errors", "the process that read it crashed"))
        else:
            self._process.turn_off()
            self.report(ProcessOff(self._process))

    def _leave_out(self, document: str, reason: str) -> None:
        try:
            title = self._session.required().read.document(document).title
        except AnnotatorError:  # deleted meanwhile
            return
        self.report(AnnotatorError("source.gave_up", title=title, reason=reason))
