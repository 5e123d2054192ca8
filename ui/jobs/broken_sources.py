"""Sources that could not be loaded: reported once, and not tried again in the same version."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.system.errors import SENTENCES, AnnotatorError, ModelError
from ui.base.settings import Kept, Settings
from ui.bridge.session import Session

if TYPE_CHECKING:
    from annotator.suggest.prepared import Prepared
    from annotator.suggest.sources.source import SourceInfo

_LASTING = frozenset({"source.missing", "source.broken", "source.factory", "source.release"})


class BrokenSources:
    """The broken sources of the open project on this computer: on another one they may work."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._session = session
        self._settings = settings

    def problem(self, info: "SourceInfo") -> AnnotatorError | None:
        """Return why a source could not be loaded, or None if it works or this version is untried."""
        known = self._known("broken").get(info.name)
        if not isinstance(known, Mapping) or known.get("version") != info.version:
            return None
        return _error_from(known.get("error"))

    def record(self, models: "Iterable[SourceInfo]", asked: "Sequence[SourceInfo]", prepared: "Prepared") -> bool:
        """Store which sources could not be loaded for an answer. Return whether any are new."""
        answered = {result.source for result in prepared.results}
        failed = [info.name for info in asked if info.name not in answered]
        if len(failed) != len(prepared.problems):
            return False
        versions = {info.name: info.version for info in models}
        found = {
            name: {"version": versions.get(name), "error": _error_to(problem)}
            for name, problem in zip(failed, prepared.problems, strict=True)
            if problem.code in _LASTING
        }
        if found:
            self._keep(broken=dict(self._known("broken")) | found)
        return bool(found)

    def is_news(self, problem: AnnotatorError) -> bool:
        """Return whether a problem must be reported; a lasting one is reported only once."""
        if problem.code not in _LASTING or self._session.project is None:
            return True
        reported = self._known("told")
        if str(problem) in reported:
            return False
        self._keep(told=dict(reported) | {str(problem): True})
        return True

    def clear(self) -> None:
        """Try and report all sources again."""
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
    """Read a problem, or return None if it is invalid."""
    if not isinstance(value, Mapping) or value.get("code") not in SENTENCES:
        return None
    details = value.get("details")
    try:
        return ModelError(str(value["code"]), **(details if isinstance(details, Mapping) else {}))
    except (KeyError, TypeError):
        return None
