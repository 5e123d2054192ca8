"""Preparing documents of a project in several processes, in portions."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from annotator.model.values import Document
from annotator.processes import process_pool
from annotator.processes.process_pool import Lost
from annotator.processes.worker import Broken, Done, Failed, Job, Progress
from annotator.project.project import Project
from annotator.suggest.prepared import Prepared
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_PORTION_SIZE = 100_000  # characters of a portion
_PORTIONS_PER_PROCESS = 100  # portions after which a process is replaced, to free the memory it has accumulated

_DIED = QT_TRANSLATE_NOOP("Errors", "the process that read it ended unexpectedly")
_HUNG = QT_TRANSLATE_NOOP("Errors", "the process that read it stopped answering")


class Portions(Iterator[Job]):
    """The jobs to run. A portion that crashed its process is tried again, document by document."""

    def __init__(
        self,
        project: Project,
        ids: Sequence[str],
        known: Callable[[Document], str | None],
        prepare: Callable[..., list[Prepared]],
        arguments: tuple[Any, ...],
    ) -> None:
        """Set up the portions; nothing is read yet.

        Args:
            project: The project of the documents.
            ids: The documents.
            known: Returns the language of a document, or None to detect it.
            prepare: The function to run in the processes: `annotator.suggest.work.prepare_many`.
            arguments: Its arguments besides the documents.
        """
        self._project = project
        self._known = known
        self._prepare = prepare
        self._arguments = arguments
        self._coming = deque(ids)
        self._again: deque[str] = deque()
        self._under_way: dict[int, list[str]] = {}
        self._number = 0

    def __next__(self) -> Job:
        documents = self._next_documents()
        if not documents:
            raise StopIteration
        self._number += 1
        self._under_way[self._number] = [document.id for document in documents]
        pairs = tuple((document, self._known(document)) for document in documents)
        return Job(self._number, self._prepare, (pairs, *self._arguments))

    def result(self, answer: process_pool.Answer) -> tuple[list[Prepared], ModelError | None]:
        """Return the prepared documents of a portion, and why a document was left out."""
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


def prepared(
    portions: Portions, total: int, processes: int, patience: float, progress: Progress
) -> Iterator[tuple[list[Prepared], ModelError | None]]:
    """Run all portions and yield their results. The progress counts documents."""
    done = 0
    for answer in process_pool.run_parallel(
        portions, processes, patience=patience, renewed_after=_PORTIONS_PER_PROCESS
    ):
        found, fault = portions.result(answer)
        done += len(found) + (fault is not None)
        yield found, fault
        progress(done, total)


def _reason(answer: Failed | Broken | Lost) -> object:
    if isinstance(answer, Lost):
        return _HUNG if answer.hung else _DIED
    return answer.error if isinstance(answer, Failed) else answer.trace.strip().splitlines()[-1]
