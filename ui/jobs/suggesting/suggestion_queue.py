"""Computes suggestions in a separate process: for the open article first, then for the others.

An answer is written in small steps, one for each turn of the event loop, so that no frame is late.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.edits import Change, Edit
from annotator.model.schema import Schema
from annotator.model.values import Document, DocumentState, Span, State
from annotator.suggestions.label_roles import roles_of
from annotator.system.errors import AnnotatorError, ModelError
from ui.base.later import Later
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.jobs.suggesting.left_out import BrokenSources, FailureReporter
from ui.jobs.suggesting.source_finder import SourceFinder, Work, real_work
from ui.jobs.suggesting.still_to_ask import ArticleQueue
from ui.jobs.suggesting.two_answers import TwoAnswers
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.project.project import Project
    from annotator.suggest.prepared import Prepared, Tokenised
    from annotator.suggest.sources.source import SourceInfo


_PATIENCE = 200  # milliseconds between checks whether a long edit has ended
_HUNG = 120_000  # milliseconds without progress after which an article is skipped


class Mood(StrEnum):
    """The state of suggesting."""

    IDLE = "idle"
    WORKING = "working"
    OFF = "off"


class SuggestionProgress(NamedTuple):
    """Counts of documents with suggestions; ``source`` names the model for the open article's language, "" if none."""

    mood: Mood
    done: int = 0
    total: int = 0
    source: str = ""


class Suggesting(QObject):
    """Runs the suggestion process. It gets one job at a time, so that a newly opened article is always next."""

    progressed = Signal(object)  # the current Progress
    failed = Signal(object)  # an AnnotatorError, each only once

    def __init__(
        self,
        session: Session,
        process: JobProcess,
        broken: BrokenSources,
        parent: QObject | None = None,
        *,
        find_work: Callable[[], Work] = real_work,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._process = process
        self.broken = broken
        self._waiting = ArticleQueue(session, self)
        self._waiting.failed.connect(self.failed)
        self.two = TwoAnswers(session)
        self._urgent: str | None = None
        self._job: Job | None = None
        self._asked = ""  # id of the document that the last job was about
        self._writes: deque[Callable[[], object]] = deque()
        self._reporter = FailureReporter(session, process, broken, self)
        self.finder = SourceFinder(session, broken, self._reporter, find_work)
        self._reporter.failed.connect(self.failed)
        self._gone: set[str] = set()  # pipelines whose folder was deleted while in use
        self._alive = QTimer(self, singleShot=True, interval=_HUNG)
        self._alive.timeout.connect(self._on_hung)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._waiting.filled.connect(self._next.start)
        self._refilling = Later(self.refill, self)  # looking up sources is slow: paint the article first
        session.project_opened.connect(self._on_project)
        session.project_closed.connect(self.stop)
        session.schema_changed.connect(self.finder.reset)  # the labels may have other roles
        session.documents_changed.connect(self.refill)
        session.document_opened.connect(self.ask_about_open)
        process.restarted.connect(self._ask_all)
        session.settled.connect(self._on_edits)

    @property
    def sources(self) -> "tuple[SourceInfo, ...]":
        """The sources in use, most trusted first, with the project's adapters; this loads none."""
        return self.finder.adapted

    @property
    def models(self) -> "tuple[SourceInfo, ...]":
        """All available sources, including those that are off, without adapters."""
        return self.finder.here.every

    @property
    def asked(self) -> "tuple[SourceInfo, ...]":
        """The sources in use without adapters: neither off nor broken."""
        return self.finder.asked

    @property
    def progress(self) -> SuggestionProgress:
        """The progress."""
        if self._process.off:
            return SuggestionProgress(mood=Mood.OFF)
        language = self._session.opened.document.language if self._session.opened else ""
        coming = bool(self._waiting) or bool(self.two) or self._waiting.finding or self._refilling.asked
        working = self._job is not None or bool(self._writes) or coming
        return SuggestionProgress(
            mood=Mood.WORKING if working else Mood.IDLE,
            done=max(0, self._waiting.total - len(self._waiting) - (1 if self._job is not None else 0)),
            total=self._waiting.total,
            source=_shown_source(self.finder.found, language),
        )

    def is_asking_about(self, document: str) -> bool:
        """Return whether an answer about a document is pending."""
        under_way = (self._job is not None or bool(self._writes)) and self._asked == document
        waits = document == self._urgent or document in self.two or document in self._waiting or self._waiting.finding
        return not self._process.off and (under_way or waits)

    @Slot()
    def find_again(self) -> None:
        """Search for sources again: one was added or removed."""
        self.finder.find_again()
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Reload the project's adapters and queue the articles for which the sources changed."""
        self._reporter.spoilt.clear()
        self.finder.reset()
        self.refill()
        self.ask_about_open()

    @Slot()
    def refill(self) -> None:
        """Queue the documents that a source has not read yet, except finished ones."""
        project = self._session.project
        if project is None or project.read_only:
            return
        asked = [(source.name, source.version, source.language) for source in self.sources]
        self._waiting.fill(asked)

    def restart(self) -> None:
        """Compute suggestions for all articles again, even if the process was switched off."""
        self.broken.clear()
        self._reporter.spoilt.clear()
        self.finder.reset()
        self._drop()
        self._process.restart()

    @Slot()
    def _ask_all(self) -> None:
        self._reporter.reset()
        if self._session.project is None:
            return
        self._waiting.fill_with_all()
        self._urgent = self._session.opened.document.id if self._session.opened is not None else None
        self._next.start()

    @Slot()
    def _on_project(self) -> None:
        self.finder.reset()
        if self._session.writable:
            self._refilling.ask()

    @Slot()
    def ask_about_open(self) -> None:
        """Put the open article first, even if it was processed before, unless it is finished."""
        opened = self._session.opened
        if opened is not None and self._session.writable and not _is_finished(opened):
            self._urgent = opened.document.id
            if self._job is not None and self.two.interrupt(opened.document.id):
                self._drop()
            self._next.start()

    @Slot(object)
    def _on_edits(self, edits: Sequence[Edit]) -> None:
        """Queue the open article first if its state or language changed.

        Undoing a label, in whatever article, also queues the open article: suggestions may have relied on that label.
        So does labelling a person whose surname is suggested with another label (see `annotator.suggest.surnames`).
        """
        opened = self._session.opened
        for edit in edits:
            anew = set(filter(None, map(_changed_document, edit.changes)))
            if anew:
                self.two.note(edit)
            is_undone = edit.undoes is not None and any(isinstance(c.before or c.after, Span) for c in edit.changes)
            if opened is None:
                continue
            schema = self._session.required().schema
            if is_undone or opened.document.id in anew or _names_a_surname(edit, opened, schema):
                self.ask_about_open()

    @Slot()
    def stop(self) -> None:
        """Stop until an article is opened or `look_again` is called."""
        self._refilling.cancel()
        self._waiting.clear()
        self.two.clear()
        self._writes.clear()
        self._urgent = None
        self._drop()
        self.progressed.emit(self.progress)

    def _drop(self) -> None:
        """Cancel the current job."""
        self._alive.stop()
        job, self._job = self._job, None
        if job is not None:
            self._process.cancel(job)

    @Slot()
    def _go_on(self) -> None:
        """Write the next step of an answer, or start the next job if all answers are written."""
        project = self._session.project
        if self._writes and project is not None and project.timeline.busy:
            QTimer.singleShot(_PATIENCE, self, self._go_on)
        elif self._writes:
            self._writes.popleft()()
            self._next.start()
        elif self._job is None and not self._process.off:
            self._start_next()
        self.progressed.emit(self.progress)

    def _start_next(self) -> None:
        project = self._session.project
        if project is None or not project.place.usable:  # what happened to the file is reported elsewhere
            return
        if deleted := [info for info in self.sources if info.name not in self._gone and _is_deleted(info)]:
            for info in deleted:
                self._gone.add(info.name)
                self._reporter.report(ModelError("source.missing", name=info.name, file=info.folder))
            self.find_again()
            return
        opened = self._session.opened
        urgent, self._urgent = self._urgent, None
        if urgent is not None and opened is not None and opened.document.id == urgent:
            if opened.tokens.provisional:
                self._urgent = urgent  # tokens first: they are fast
                self._draw(project, opened.document)
            else:
                self._prepare(project, opened.document)
        elif (following := self.two.pop() or self._waiting.pop()) is not None:
            try:
                document = project.read.document(following)
            except AnnotatorError:  # deleted meanwhile
                self.two.drop(following)
                self._next.start()
            else:
                self._prepare(project, document)

    def _draw(self, project: "Project", document: Document) -> None:
        from annotator.jobs.suggesting.wanted_sources import known_language

        self._asked = document.id
        failed = partial(self._on_failed, document.id)
        language = known_language(project, document)
        self._alive.start()
        self._job = self._process.start(
            self.finder.work.draw_tokens, document, language, done=self._on_drawn, failed=failed
        )

    def _prepare(self, project: "Project", document: Document) -> None:
        from annotator.jobs.suggesting.wanted_sources import known_language, prepare_here, wanted_labels

        self._asked = document.id
        self._alive.start()
        sources = self.two.sources(project, document, self.sources)
        self._job = self._process.start(
            prepare_here,
            self.finder.work.prepare,
            project.path,
            self.finder.learnt,
            document,
            known_language(project, document),
            wanted_labels(project),
            sources,
            done=partial(self._on_prepared, sources),
            failed=partial(self._on_failed, document.id),
            advanced=lambda *_: self._alive.start(),
        )

    @Slot()
    def _on_hung(self) -> None:
        """Kill the process, as it stopped answering, and skip the article."""
        self._drop()
        if self._urgent == self._asked:
            self._urgent = None
        self._waiting.drop(self._asked)
        self._reporter.hung(self._asked)
        self._next.start()

    def _on_drawn(self, drawn: "Tokenised") -> None:
        self._alive.stop()
        self._job = None
        self._reporter.answered()
        self._writes.append(partial(self._keep_tokens, drawn))
        self._next.start()

    def _keep_tokens(self, drawn: "Tokenised") -> None:
        kept = self._session.answers.take_tokens(drawn.document, drawn.sha256, drawn.tokens, drawn.language)
        if not kept and self._urgent == drawn.document:
            self._urgent = None  # drawing them again would fail again

    def _on_prepared(self, sources: "tuple[SourceInfo, ...]", prepared: "Prepared") -> None:
        self._alive.stop()
        self._job = None
        self._reporter.answered()
        answers, document, sha256 = self._session.answers, prepared.document, prepared.sha256
        self._writes.append(partial(answers.take_tokens, document, sha256, prepared.tokens, prepared.language))
        if self.two.take(prepared, sources) and prepared.results:
            self._writes.append(partial(answers.take_suggestions, document, sha256, prepared.results))
        for problem in prepared.problems:
            self._reporter.report(problem)
        if self._reporter.found_spoilt(prepared.problems):
            self.finder.adapt_again()
            self.refill()
            self.ask_about_open()
        if self.broken.record(self.models, self.sources, prepared):
            self.finder.adapt_again()
            self.refill()
        self._waiting.drop(prepared.document)  # an opened article is read before its turn
        self._next.start()

    def _on_failed(self, document: str, error: AnnotatorError) -> None:
        self._alive.stop()
        self._job = None
        if self._urgent == document:  # its tokens could not be drawn
            self._urgent = None
        project = self._session.project
        if project is not None and not project.place.usable:
            return
        if error.code == "worker.killed":
            self._waiting.drop(document)
            self._reporter.killed(document)
        else:
            self._reporter.report(error)
        self._next.start()


def _shown_source(sources: "Iterable[SourceInfo]", language: str) -> str:
    """Return name and version of the model for a language, "" if there is none."""
    best = next((info for info in sources if info.language is not None and info.language == language), None)
    return f"{best.name} {best.release.split('+')[0]}" if best else ""


def _changed_document(change: Change) -> str | None:
    """Return the id of the document whose state or language a change sets, or None."""
    before, after = change.before, change.after
    if isinstance(before, Document) and isinstance(after, Document) and before.language != after.language:
        return after.id
    row = after or before
    return row.document if isinstance(row, DocumentState) else None


def _names_a_surname(edit: Edit, opened: Opened, schema: Schema) -> bool:
    """Return whether a person was labelled in the open article whose surname is suggested there with another label."""
    text, fresh = opened.document.text, [change.after for change in edit.changes]
    named = [row for row in fresh if isinstance(row, Span) and row.document == opened.document.id]
    wordy = [(row, words) for row in named if len(words := row.quote(text).split()) > 1]
    if not wordy:  # true for most edits
        return False
    roles = roles_of(schema)
    surnames = {(row.layer, words[-1]) for row, words in wordy if roles.is_person(row.label)}
    return bool(surnames) and any(
        not roles.is_person(each.label) and (each.layer, each.quote(text)) in surnames for each in opened.suggestions
    )


def _is_finished(opened: Opened) -> bool:
    """Return whether an article is done and its tokens are final."""
    return opened.state is not None and opened.state.state is State.DONE and not opened.tokens.provisional


def _is_deleted(info: "SourceInfo") -> bool:
    """Return whether a pipeline's folder was deleted, even if the process still has the pipeline in memory."""
    return info.folder is not None and not info.folder.is_dir()
