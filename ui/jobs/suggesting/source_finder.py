"""The suggestion sources of the open project, looked up when they are first needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from annotator.system.errors import AnnotatorError
from ui.bridge.session import Session
from ui.jobs.suggesting.left_out import BrokenSources, FailureReporter

if TYPE_CHECKING:
    from annotator.jobs.suggesting.wanted_sources import SourcesHere
    from annotator.suggest.prepared import Prepared, Tokenised
    from annotator.suggest.sources.source import SourceInfo


class Work(NamedTuple):
    """The sources, and the functions that the suggestion process runs. The functions must be at the top of a module."""

    draw_tokens: Callable[..., "Tokenised"]
    prepare: Callable[..., "Prepared"]
    sources: "tuple[SourceInfo, ...]"
    problems: tuple[AnnotatorError, ...] = ()


def real_work() -> Work:
    """Return the sources of this computer and the functions that run them, without loading any source."""
    from annotator.suggest.requests import draw_tokens, prepare
    from annotator.suggest.sources import own
    from annotator.suggest.sources.registry import available

    found = available(own.folders())
    return Work(draw_tokens=draw_tokens, prepare=prepare, sources=found.sources, problems=found.problems)


class SourceFinder:
    """The sources of the open project, with and without its adapters. Looking them up loads none."""

    def __init__(
        self, session: Session, broken: BrokenSources, reporter: FailureReporter, find_work: Callable[[], Work]
    ) -> None:
        self._session = session
        self._broken = broken
        self._reporter = reporter
        self.find_work = find_work
        self._work: Work | None = None
        self._here: SourcesHere | None = None
        self._adapted: tuple[SourceInfo, ...] | None = None
        self.learnt: frozenset[tuple[str, str]] = frozenset()  # (layer, document) pairs that adapters were trained on

    @property
    def work(self) -> "Work":
        """All sources of this computer, and the functions that the suggestion process runs."""
        if self._work is None:
            self._work = self.find_work()
            for problem in self._work.problems:
                self._reporter.report(problem)
        return self._work

    @property
    def here(self) -> "SourcesHere":
        """The sources for the project, without adapters."""
        if self._here is None:
            from annotator.jobs.suggesting.wanted_sources import SourcesHere, sources_here

            project, found = self._session.project, self.work.sources
            self._here = sources_here(project, found) if project else SourcesHere(every=found, asked=found)
            for problem in self._here.problems:
                self._reporter.report(problem)
        return self._here

    @property
    def asked(self) -> "tuple[SourceInfo, ...]":
        """The sources in use without adapters: neither off nor broken."""
        return tuple(info for info in self.here.asked if self._broken.problem(info) is None)

    @property
    def adapted(self) -> "tuple[SourceInfo, ...]":
        """The sources in use, most trusted first, with the project's adapters."""
        if self._adapted is None:
            self._adapted = self._adapt()
        return self._adapted

    @property
    def found(self) -> "tuple[SourceInfo, ...]":
        """The sources looked up so far; this looks up none."""
        found = self._work.sources if self._work is not None else ()
        return found if self._adapted is None else self._adapted

    def find_again(self) -> None:
        """Search again for all sources."""
        self._work = None
        self.reset()

    def reset(self) -> None:
        """Look up the project's sources and adapters again when they are next needed."""
        self._adapted = self._here = None

    def adapt_again(self) -> None:
        """Look up the adapters again when they are next needed."""
        self._adapted = None

    def _adapt(self) -> "tuple[SourceInfo, ...]":
        from annotator.jobs.learning import model_hashes
        from annotator.suggest.adapter.shelf import adapted, learnt_documents

        sources, project = self.asked, self._session.project
        self.learnt = frozenset()
        if project is None:
            return sources
        try:
            present, spoilt = model_hashes.checked(project, without=self._reporter.spoilt)
        except AnnotatorError as error:
            self._reporter.report(error)
            return sources
        for problem in spoilt:
            self._reporter.report(problem)
        sources = adapted(sources, present)
        self.learnt = learnt_documents(present, sources)
        return sources
