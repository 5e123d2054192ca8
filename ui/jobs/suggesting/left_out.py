"""Failures while suggesting: each is reported once, with the title of the skipped article."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.system.errors import QT_TRANSLATE_NOOP, SENTENCES, AnnotatorError, ModelError
from ui.base.settings import Kept, Settings
from ui.bridge.session import Session
from ui.jobs.workers import JobProcess, ProcessOff

if TYPE_CHECKING:
    from annotator.suggest.prepared import Prepared
    from annotator.suggest.sources.source import SourceInfo

_LASTING = frozenset({"source.missing", "source.broken", "source.factory", "source.release"})


class BrokenSources:
    """The sources of the open project that fail on this computer; on another computer they may work."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._session = session
        self._settings = settings

    def problem(self, info: "SourceInfo") -> AnnotatorError | None:
        """Return why this version of a source could not be loaded, or None if no failure is known."""
        known = self._known("broken").get(info.name)
        if not isinstance(known, Mapping) or known.get("version") != info.version:
            return None
        return _error_from(known.get("error"))

    def record(self, models: "Iterable[SourceInfo]", asked: "Sequence[SourceInfo]", prepared: "Prepared") -> bool:
        """Store the sources that an answer reports as failed for good. Return whether there were any."""
        answered = {result.source for result in prepared.results}
        failed = [info.name for info in asked if info.name not in answered]
        problems = [problem for problem in prepared.problems if problem.code != "source.encoder"]
        if len(failed) != len(problems):
            return False
        versions = {info.name: info.version for info in models}
        found = {
            name: {"version": versions.get(name), "error": _error_to(problem)}
            for name, problem in zip(failed, problems, strict=True)
            if problem.code in _LASTING
        }
        if found:
            self._keep(broken=dict(self._known("broken")) | found)
        return bool(found)

    def is_news(self, problem: AnnotatorError) -> bool:
        """Return whether to report a problem; a problem that lasts is reported only once."""
        if problem.code not in _LASTING or self._session.project is None:
            return True
        reported = self._known("told")
        if str(problem) in reported:
            return False
        self._keep(told=dict(reported) | {str(problem): True})
        return True

    def clear(self) -> None:
        """Forget all failures: every source is tried again, and reported again if it fails."""
        if self._session.project is not None:
            self._settings.keep_of_project(Kept.BROKEN, self._session.project.path, {})

    def _known(self, name: str) -> Mapping[str, Any]:
        project = self._session.project
        value = self._settings.of_project(Kept.BROKEN, project.path).get(name) if project is not None else None
        return value if isinstance(value, Mapping) else {}

    def _keep(self, **changed: Mapping[str, Any]) -> None:
        project = self._session.project
        if project is not None:
            known = self._settings.of_project(Kept.BROKEN, project.path)
            self._settings.keep_of_project(Kept.BROKEN, project.path, {**known, **changed})


def _error_to(problem: AnnotatorError) -> Mapping[str, Any]:
    return {"code": problem.code, "details": problem.details}


def _error_from(value: Any) -> AnnotatorError | None:
    """Return a stored problem as an error, or None if the stored value is invalid."""
    if not isinstance(value, Mapping) or value.get("code") not in SENTENCES:
        return None
    details = value.get("details")
    try:
        return ModelError(str(value["code"]), **(details if isinstance(details, Mapping) else {}))
    except (KeyError, TypeError):
        return None


_MOST_KILLED = 3  # after so many crashes in a row a source is to blame, not the articles


class FailureReporter(QObject):
    """Reports failures. It turns the suggestion process off after crashes at several articles in a row."""

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
            # Delayed: a project that is just being opened clears the messages.
            QTimer.singleShot(0, self, partial(self.failed.emit, error))

    def reset(self) -> None:
        """Forget which failures were reported: each is reported again when it recurs."""
        self._reported.clear()
        self._killed = 0

    def found_spoilt(self, problems: Iterable[AnnotatorError]) -> bool:
        """Store the adapters that could not be loaded. Return whether any are new."""
        folders = {Path(str(one.details["folder"])) for one in problems if one.code == "adapter.broken"}
        is_news = not folders <= self.spoilt
        self.spoilt |= folders
        return is_news

    def answered(self) -> None:
        """Note that the process answered, which ends a run of crashes."""
        self._killed = 0

    def hung(self, document: str) -> None:
        """Report that the process stopped answering while it read a document."""
        self._leave_out(document, QT_TRANSLATE_NOOP("Errors", "the process that read it stopped responding"))

    def killed(self, document: str) -> None:
        """Report that the process crashed while it read a document; after several in a row, turn the process off."""
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
