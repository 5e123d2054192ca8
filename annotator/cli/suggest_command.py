"""The command that suggests labels for the articles of a project."""

import os
from collections.abc import Sequence
from enum import StrEnum
from time import monotonic
from typing import Annotated

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    problem_to,
    progress,
    put_json,
    say,
    warn,
    warn_releases,
)
from annotator.jobs.suggesting import suggest_documents
from annotator.jobs.suggesting.suggest_documents import Effort, Outcome
from annotator.jobs.suggesting.wanted_sources import sources_here
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources import own
from annotator.suggest.sources.registry import Available, available
from annotator.suggest.sources.source import SourceKind, Speed, at_speed
from annotator.system.errors import AnnotatorError
from annotator.text.language import OTHER

_FOR_ONE = 50  # articles for each process; for fewer, starting a process costs more time than it saves
_INSTANT = 0.001  # seconds; avoids dividing by zero


class Which(StrEnum):
    """The documents that get suggestions."""

    DUE = "due"
    ALL = "all"
    NEW = "new"


def suggest(
    project: ProjectPath,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A source; can be repeated. By default all that are on in the project."),
    ] = None,
    documents: Annotated[
        Which,
        typer.Option(help="due: not read by a source in its present version; new: without suggestions; all."),
    ] = Which.DUE,
    processes: Annotated[
        int | None, typer.Option(min=1, help="The number of processes; one per processor by default.")
    ] = None,
    speed: Annotated[
        Speed | None,
        typer.Option(
            help="thorough finds more, fast takes a tenth of the time. By default thorough, where it is here."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Suggest labels, with models and from earlier decisions.

    Results are stored along the way, so a stopped run continues where it left off. An article counts as read whether it
    was read thoroughly or fast.
    """
    found = available(own.folders())
    with opened(project, read_only=False) as target, progress("Suggesting") as on_progress:
        here = sources_here(target, found.sources)
        missing = (*found.problems, *here.problems)
        chosen = Available(sources=here.every, problems=missing).named(source) if source else here.asked
        if documents is Which.DUE:
            ids = suggest_documents.due(target, chosen)
        else:
            ids = target.read.document_ids(DocumentQuery(annotator=None, unsuggested=documents is Which.NEW))
        warn_releases(chosen if ids else ())
        alone = any(info.kind is SourceKind.ZERO_SHOT for info in chosen)  # each process would load the model
        wanted = processes or (1 if alone else min(os.cpu_count() or 1, len(ids) // _FOR_ONE))
        chosen = at_speed(chosen, speed or Speed.THOROUGH)
        started = monotonic()
        outcome = suggest_documents.suggest(target, ids, chosen, on_progress, Effort(processes=max(1, wanted)))
        pace = round(outcome.words / max(monotonic() - started, _INSTANT))
    problems: tuple[AnnotatorError, ...] = (*(() if source else missing), *outcome.problems)
    _put_outcome(
        outcome,
        problems,
        Speed.THOROUGH if any(info.thorough for info in chosen) else Speed.FAST,
        pace,
        as_json=as_json,
    )


def _put_outcome(
    outcome: Outcome, problems: Sequence[AnnotatorError], speed: Speed, pace: int, *, as_json: bool
) -> None:
    """Print what `suggest` did; ``pace`` is in words per second."""
    if as_json:
        put_json(
            {
                **fields_of(outcome, "documents pending unread"),
                "speed": str(speed),
                "words_per_second": pace,
                "problems": [problem_to(problem) for problem in problems],
            }
        )
    else:
        articles = counted(outcome.documents, "article")
        say(f"{articles} read: {counted(outcome.pending, 'open suggestion')}.")
        if outcome.words:
            say(f"Speed: {speed}, {counted(pace, 'word')} per second.")
    for language, count in sorted(outcome.unread.items()):
        named = "languages other than German and English" if language == OTHER else f"“{language}”"
        warn(f"None of the models reads {named}: {counted(count, 'article')}. sources lists their languages.")
    for problem in problems:
        warn(str(problem))
    if outcome.problems:
        raise typer.Exit(1)
