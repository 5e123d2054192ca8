"""Suggestions for many documents of a project, one by one or in several processes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from annotator.jobs.learning import model_hashes
from annotator.jobs.suggesting import parallel_preparation
from annotator.jobs.suggesting.parallel_preparation import Portions
from annotator.jobs.suggesting.wanted_sources import known_language, seen_here, wanted_labels
from annotator.model.values import SuggestionState
from annotator.processes.worker import Progress
from annotator.project.project import Answer, Project
from annotator.suggest.adapter.shelf import adapted, learnt_documents
from annotator.suggest.prepared import Prepared
from annotator.suggest.sources.seen import SeenString
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggest.work import prepare_each, prepare_many
from annotator.system.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The number of documents processed, the number of pending suggestions in the project, and the problems.

    ``unread`` counts, by language, the documents that none of the models reads.
    """

    documents: int
    pending: int
    problems: tuple[ModelError, ...]
    unread: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """The number of processes, and the seconds without a sign of life after which one is given up."""

    processes: int = 1
    patience: float = 300


_ALONE = Effort()


def suggest(
    project: Project, ids: Sequence[str], sources: Sequence[SourceInfo], progress: Progress, effort: Effort = _ALONE
) -> Outcome:
    """Ask sources for suggestions and store them, document by document, or in portions with several processes.

    Results are stored at once, so that an interruption loses one portion at most.

    Raises:
        ModelError: ``adapter.broken`` if the project's adapters are damaged.
        StoreError: It could not be stored.
    """
    present, spoilt = model_hashes.checked(project, whole=True)
    sources = adapted(tuple(sources), present)
    learnt = learnt_documents(present, sources)
    seen = seen_here(project, learnt)
    arguments = (wanted_labels(project), seen, sources)
    models = [info for info in sources if info.kind is SourceKind.MODEL]
    problems = {str(problem): problem for problem in spoilt}
    unread: Counter[str] = Counter()
    for portion, fault in _prepared(project, ids, arguments, progress, effort):
        with project.together():
            for prepared in portion:
                keep(project, prepared)
        languages = [prepared.language for prepared in portion]
        unread.update(each for each in languages if models and not any(info.reads(each) for info in models))
        reported = [problem for prepared in portion for problem in prepared.problems]
        problems |= {str(problem): problem for problem in (*reported, *([fault] if fault else ()))}
    pending = sum(count for _, state, count in project.read.counts.suggestions() if state == SuggestionState.PENDING)
    return Outcome(documents=len(ids), pending=pending, problems=tuple(problems.values()), unread=dict(unread))


def due(project: Project, sources: Sequence[SourceInfo]) -> list[str]:
    """Return the documents that a source able to read them has not processed in its present version, in order.

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
        yield from parallel_preparation.prepared(portions, len(ids), effort.processes, effort.patience, progress)
        return
    documents = ((document, known(document)) for document in map(project.read.document, ids))
    for prepared in prepare_each(documents, *arguments, total=len(ids), progress=progress):
        yield [prepared], None


def keep(project: Project, prepared: Prepared) -> None:
    """Store the tokens, language and suggestions of a prepared document.

    Raises:
        StoreError: It could not be stored.
    """
    project.put_tokens(prepared.document, prepared.tokens)
    project.put_language(prepared.document, prepared.language)
    answers = [Answer(result.source, result.suggestions, result.version) for result in prepared.results]
    project.put_answers(prepared.document, answers)
