"""Suggestions for many documents of a project, in this process or in several."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from annotator.jobs.learning import model_hashes
from annotator.jobs.suggesting.pattern_lists import with_lists
from annotator.jobs.suggesting.wanted_sources import known_language, seen_here, wanted_labels
from annotator.model.values import Document, SuggestionState
from annotator.processes import process_pool
from annotator.processes.process_pool import LostJob
from annotator.processes.worker import Done, Failed, JobCall, JobCrashed, Progress
from annotator.project.project import Project, SourceAnswer
from annotator.suggest.adapter.shelf import adapted, learnt_documents
from annotator.suggest.prepared import Prepared
from annotator.suggest.sources.memory.seen import SeenString
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggest.work import prepare_each, prepare_many
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_PORTION_SIZE = 100_000  # characters in a portion
_PORTIONS_PER_PROCESS = 100  # portions after which a process is replaced, to free its memory

_DIED = QT_TRANSLATE_NOOP("Errors", "the process that read it ended unexpectedly")
_HUNG = QT_TRANSLATE_NOOP("Errors", "the process that read it stopped answering")


class Portions(Iterator[JobCall]):
    """The jobs to run, one for each portion of documents. After a crash, a portion's documents are tried one by one."""

    def __init__(
        self,
        project: Project,
        ids: Sequence[str],
        known: Callable[[Document], str | None],
        prepare: Callable[..., list[Prepared]],
        arguments: tuple[Any, ...],
    ) -> None:
        """Set up the portions without reading documents.

        ``known`` returns the language of a document, or None to detect it. The processes run ``prepare``
        (`annotator.suggest.work.prepare_many`) on the documents and ``arguments``.
        """
        self._project = project
        self._known = known
        self._prepare = prepare
        self._arguments = arguments
        self._coming = deque(ids)
        self._again: deque[str] = deque()
        self._under_way: dict[int, list[str]] = {}
        self._number = 0

    def __next__(self) -> JobCall:
        documents = self._next_documents()
        if not documents:
            raise StopIteration
        self._number += 1
        self._under_way[self._number] = [document.id for document in documents]
        pairs = tuple((document, self._known(document)) for document in documents)
        return JobCall(self._number, self._prepare, (pairs, *self._arguments))

    def result(self, answer: process_pool.Answer) -> tuple[list[Prepared], ModelError | None]:
        """Return the prepared documents of a portion, and the error if a single document had to be left out."""
        ids = self._under_way.pop(answer.number)
        if isinstance(answer, Done):
            return answer.result, None
        if len(ids) > 1:
            self._again.extend(ids)
            return [], None
        title = self._project.read.document(ids[0]).title
        return [], ModelError("source.gave_up", title=title, reason=_reason(answer))

    def _next_documents(self) -> list[Document]:
        if self._again:
            return [self._project.read.document(self._again.popleft())]
        documents: list[Document] = []
        characters = 0
        while self._coming and characters < _PORTION_SIZE:
            document = self._project.read.document(self._coming.popleft())
            documents.append(document)
            characters += len(document.text)
        return documents


def prepare_in_parallel(
    portions: Portions, total: int, processes: int, patience: float, progress: Progress
) -> Iterator[tuple[list[Prepared], ModelError | None]]:
    """Run all portions in processes and yield their results; progress counts documents."""
    done = 0
    for answer in process_pool.run_parallel(
        portions, processes, patience=patience, renewed_after=_PORTIONS_PER_PROCESS
    ):
        found, fault = portions.result(answer)
        done += len(found) + (fault is not None)
        yield found, fault
        progress(done, total)


def _reason(answer: Failed | JobCrashed | LostJob) -> object:
    if isinstance(answer, LostJob):
        return _HUNG if answer.hung else _DIED
    return answer.error if isinstance(answer, Failed) else answer.trace.strip().splitlines()[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The number of processed documents, the number of the project's pending suggestions, and the problems.

    ``unread`` counts, by language, the documents that no model reads. ``words`` counts all tokens that were read,
    including punctuation.
    """

    documents: int
    pending: int
    problems: tuple[ModelError, ...]
    unread: Mapping[str, int]
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """The number of processes to run in parallel, and the seconds without an answer after which a process is killed."""

    processes: int = 1
    patience: float = 300


_ALONE = Effort()


def suggest(
    project: Project, ids: Sequence[str], sources: Sequence[SourceInfo], progress: Progress, effort: Effort = _ALONE
) -> Outcome:
    """Ask sources for suggestions and store them, document by document, or in portions if there are several processes.

    Each result is stored immediately, so that an interruption loses at most one portion.

    Raises:
        ModelError: ``adapter.broken`` if the project's adapters are damaged.
        StoreError: A result could not be stored.
    """
    present, spoilt = model_hashes.checked(project, whole=True)
    sources = with_lists(project, adapted(tuple(sources), present))
    learnt = learnt_documents(present, sources)
    seen = seen_here(project, learnt)
    arguments = (wanted_labels(project), seen, sources)
    models = [info for info in sources if info.kind is SourceKind.MODEL]
    problems = {str(problem): problem for problem in spoilt}
    unread: Counter[str] = Counter()
    words = 0
    for portion, fault in _prepared(project, ids, arguments, progress, effort):
        with project.together():
            for prepared in portion:
                keep(project, prepared)
        words += sum(len(prepared.tokens) for prepared in portion)
        languages = [prepared.language for prepared in portion]
        unread.update(each for each in languages if models and not any(info.reads(each) for info in models))
        reported = [problem for prepared in portion for problem in prepared.problems]
        problems |= {str(problem): problem for problem in (*reported, *([fault] if fault else ()))}
    pending = sum(count for _, state, count in project.read.counts.suggestions() if state == SuggestionState.PENDING)
    return Outcome(
        documents=len(ids), pending=pending, problems=tuple(problems.values()), unread=dict(unread), words=words
    )


def due(project: Project, sources: Sequence[SourceInfo]) -> list[str]:
    """Return, in order, the documents that some source able to read them has not processed in its current version.

    Raises:
        ModelError: ``adapter.broken`` if the project's adapters are damaged.
    """
    present = adapted(tuple(sources), model_hashes.checked(project, whole=True).present)
    return project.read.asking.documents([(info.name, info.version, info.language) for info in present])


def _prepared(
    project: Project,
    ids: Sequence[str],
    arguments: tuple[tuple[str, ...], tuple[SeenString, ...], tuple[SourceInfo, ...]],
    progress: Progress,
    effort: Effort,
) -> Iterator[tuple[list[Prepared], ModelError | None]]:
    known = partial(known_language, project)
    if effort.processes > 1:
        portions = Portions(project, ids, known, prepare_many, arguments)
        yield from prepare_in_parallel(portions, len(ids), effort.processes, effort.patience, progress)
        return
    documents = ((document, known(document)) for document in map(project.read.document, ids))
    for prepared in prepare_each(documents, *arguments, total=len(ids), progress=progress):
        yield ([], prepared) if isinstance(prepared, ModelError) else ([prepared], None)


def keep(project: Project, prepared: Prepared) -> None:
    """Store the tokens, language and suggestions of a prepared document.

    Raises:
        StoreError: The results could not be stored.
    """
    project.put_tokens(prepared.document, prepared.tokens)
    project.put_language(prepared.document, prepared.language)
    answers = [SourceAnswer(result.source, result.suggestions, result.version) for result in prepared.results]
    project.put_answers(prepared.document, answers)
