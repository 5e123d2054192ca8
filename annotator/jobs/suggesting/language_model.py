"""Asking a language model about articles, on a person's command. Runs as a job; the caller stores the answers."""

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.jobs.snapshots import Readable, opening
from annotator.model.values import ENTITIES, Document, Part, Span, Suggestion, SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.suggest.llm import own_settings
from annotator.suggest.llm.client import Client, Declined, RequestCounts, UnusableAnswer
from annotator.suggest.llm.connection import AskingLimits, Connection
from annotator.suggest.llm.critic import Critic, Doubt
from annotator.suggest.llm.own_settings import OwnModel
from annotator.suggest.llm.prompts import Prompts
from annotator.suggest.llm.source import NAME, AnswerCounts, LanguageModelSource
from annotator.suggest.prepared import Suggested
from annotator.system.errors import ModelError

_CHECK = {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}
_Answering: TypeAlias = "Callable[[Project, Document], ModelAnswer | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """The model's answer about a document; ``problem`` is the reason if there is none."""

    document: str
    sha256: str
    title: str
    suggested: Suggested | None = None
    doubts: tuple[Doubt, ...] = ()
    problem: ModelError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary of a run: the articles asked about, the failures, the tokens used, and how many answers were usable."""

    articles: int = 0
    failed: int = 0
    usage: RequestCounts = field(default_factory=RequestCounts)
    counts: AnswerCounts = field(default_factory=AnswerCounts)


def suggest(
    readable: Readable,
    ids: Sequence[str],
    client: Client,
    prompts: Prompts,
    *,
    again: bool = True,
    progress: Progress = no_progress,
) -> Generator[ModelAnswer, None, Summary]:
    """Yield the model's suggestions for each document, and return a summary. Nothing is stored.

    Suggestions that another source made already are left out. Documents that this model was already asked about with
    this prompt are skipped unless ``again`` is set.

    Raises:
        ModelError: The model cannot be asked.
    """
    counts = AnswerCounts()
    sources: dict[str, LanguageModelSource] = {}

    def answer(project: Project, document: Document) -> ModelAnswer | None:
        source = sources.get(document.language)
        if source is None:
            source = sources[document.language] = LanguageModelSource(
                client=client, schema=project.schema, prompts=prompts, language=document.language, counts=counts
            )
        if not again and project.read.asking.was_asked(document.id, source.name, source.version):
            return None
        others = [s for s in project.read.suggestions(document.id, SuggestionState.PENDING) if s.source != NAME]
        found = source.suggest(document, client.cancelled, _names(project, document.id))
        known = {other.key for other in others}
        fresh = tuple(each for each in found if each.key not in known)
        suggested = Suggested(source=source.name, version=source.version, suggestions=fresh)
        return ModelAnswer(document=document.id, sha256=document.sha256, title=document.title, suggested=suggested)

    articles, failed = yield from _each(readable, ids, answer, progress)
    return Summary(articles=articles, failed=failed, usage=client.usage, counts=counts)


def review(
    readable: Readable, ids: Sequence[str], client: Client, prompts: Prompts, *, progress: Progress = no_progress
) -> Generator[ModelAnswer, None, Summary]:
    """Yield the model's doubts about the annotator's labels in each document, and return a summary.

    Raises:
        ModelError: The model cannot be asked.
    """
    critics: dict[str, Critic] = {}

    def answer(project: Project, document: Document) -> ModelAnswer:
        critic = critics.get(document.language)
        if critic is None:
            critic = critics[document.language] = Critic(
                client=client, schema=project.schema, prompts=prompts, language=document.language
            )
        spans = project.read.annotated(document.id, project.annotator).spans
        doubts = tuple(critic.review(document, spans, client.cancelled))
        return ModelAnswer(document=document.id, sha256=document.sha256, title=document.title, doubts=doubts)

    articles, failed = yield from _each(readable, ids, answer, progress)
    return Summary(articles=articles, failed=failed, usage=client.usage)


def suggest_here(path: Path, ids: Sequence[str], *, progress: Progress) -> Generator[ModelAnswer, None, Summary]:
    """Run `suggest` with the user's own model. This process reads its settings itself, so no key is passed on."""
    own = own_settings.load()
    return suggest(path, ids, Client(connection=own.connection), own.prompts, progress=progress)


def review_here(path: Path, ids: Sequence[str], *, progress: Progress) -> Generator[ModelAnswer, None, Summary]:
    """Run `review` with the user's own model."""
    own = own_settings.load()
    return review(path, ids, Client(connection=own.connection), own.prompts, progress=progress)


def keep(own: OwnModel, *, progress: Progress = no_progress) -> OwnModel:
    """Save the settings of the user's own model, and return them.

    Raises:
        ModelError: ``llm.settings``.
    """
    progress(0, 1)
    own_settings.save(own)
    return own


def try_out(connection: Connection, *, progress: Progress = no_progress) -> RequestCounts:
    """Ask a model for one word to test it, without sending anything of a project; return the tokens used.

    Raises:
        ModelError: The model cannot be asked.
    """
    progress(0, 1)
    client = Client(connection=connection, limits=AskingLimits(total=90.0, tries=1))
    words = 'Answer with the JSON object {"ok": true} and nothing else.'
    with suppress(Declined, UnusableAnswer):  # any answer will do here; its quality shows in its suggestions
        client.ask([{"role": "user", "content": words}], _CHECK)
    return client.usage


def _each(
    readable: Readable, ids: Sequence[str], answer: _Answering, progress: Progress
) -> Generator[ModelAnswer, None, tuple[int, int]]:
    """Yield the answer about each document, or why there is none; return how many were asked about and failed."""
    asked_about = failed = 0
    with opening(readable) as project:
        for done, id_ in enumerate(ids):
            progress(done, len(ids))
            document = project.read.document(id_)
            asked: ModelAnswer | None
            try:
                asked = answer(project, document)
            except Declined:
                asked = _without_answer(document, "llm.declined")
            except UnusableAnswer:
                asked = _without_answer(document, "llm.unreadable")
            if asked is not None:
                asked_about += 1
                failed += asked.problem is not None
                yield asked
        progress(len(ids), len(ids))
    return asked_about, failed


def _without_answer(document: Document, code: str) -> ModelAnswer:
    problem = ModelError(code, title=document.title)
    return ModelAnswer(document=document.id, sha256=document.sha256, title=document.title, problem=problem)


def _names(project: Project, document: str) -> list[tuple[Part, str]]:
    """Return the known names of a document: those that the annotator labelled, then those suggested."""
    spans = [row for row in project.read.annotated(document, project.annotator).spans if row.layer == ENTITIES]
    pending = project.read.suggestions(document, SuggestionState.PENDING)
    rows: list[Span | Suggestion] = [*spans, *(row for row in pending if row.layer == ENTITIES)]
    return [((row.start, row.end), row.label) for row in rows]
