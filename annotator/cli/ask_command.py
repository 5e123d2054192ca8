"""The command that asks a language model for suggestions, or for its doubts about labels."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

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
    put_table,
    say,
    warn,
)
from annotator.jobs.suggesting import language_model
from annotator.jobs.suggesting.language_model import ModelAnswer, Summary
from annotator.processes import slices
from annotator.project.project import Project, SourceAnswer
from annotator.store.reader import DocumentQuery
from annotator.suggest.llm import own_settings
from annotator.suggest.llm.client import Client
from annotator.suggest.llm.connection import AskingLimits, host_of
from annotator.suggest.llm.critic import Doubt
from annotator.suggest.llm.own_settings import OwnModel
from annotator.system.errors import ModelError

_USUAL = AskingLimits()


def ask(
    project: ProjectPath,
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE...", help="Articles by title or id; all by default.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Of an OpenAI-compatible server; that of the settings by default."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The model's name on that server.")] = None,
    key_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file whose first line is the key for the server.")
    ] = None,
    critic: Annotated[
        bool, typer.Option("--critic", help="List doubts about your labels instead. Nothing is changed.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Also ask about articles that this model has read already.")
    ] = False,
    agree: Annotated[bool, typer.Option("--agree", help="Agree that articles are sent to this address.")] = False,
    seconds: Annotated[float, typer.Option(min=1, help="The longest wait for one answer.")] = _USUAL.seconds,
    as_json: AsJson = False,
) -> None:
    """Ask a language model for suggestions, or for its doubts about your labels.

    The model is sent the text of the articles, the labels of the schema with their guidelines and examples, and with
    --critic your labels. They go to the address and nowhere else. The first time, --agree is needed. Only quotes that
    occur in the text, with labels of the schema, become suggestions.
    """
    own = _chosen(own_settings.load(), address, model, key_file)
    with opened(project, read_only=critic) as target:
        ids = _ids(target, articles or [])
        _ask_for_agreement(own, len(ids), critic=critic, agree=agree)
        client = Client(connection=own.connection, limits=replace(_USUAL, seconds=seconds))
        with progress("Asking") as on_progress:
            if critic:
                work = language_model.review(target, ids, client, own.prompts, progress=on_progress)
            else:
                work = language_model.suggest(target, ids, client, own.prompts, again=again, progress=on_progress)
            rows: list[dict[str, Any]] = []
            problems: list[ModelError] = []

            def take(asked: ModelAnswer) -> None:
                rows.extend(_taken(target, asked))
                problems.extend([] if asked.problem is None else [asked.problem])

            summary = slices.finish(work, take)
    suggested = 0 if critic else sum(row["suggestions"] for row in rows)
    _put(summary, problems, rows if critic else [], suggested, critic=critic, as_json=as_json)


def _taken(target: Project, asked: ModelAnswer) -> list[dict[str, Any]]:
    """Store the suggestions and return one row with their number; for doubts, store nothing and return a row each."""
    if asked.suggested is None:
        return [_row(asked, doubt) for doubt in asked.doubts]
    fresh = asked.suggested
    target.put_answers(asked.document, [SourceAnswer(fresh.source, fresh.suggestions, fresh.version)])
    return [{"suggestions": len(fresh.suggestions)}]


def _row(asked: ModelAnswer, doubt: Doubt) -> dict[str, Any]:
    span = doubt.span
    return {
        "document": asked.document,
        "title": asked.title,
        "span": span.id,
        **fields_of(span, "layer label parts"),
        "quote": doubt.quote,
        "doubt": doubt.reason,
    }


def _chosen(own: OwnModel, address: str | None, model: str | None, key_file: Path | None) -> OwnModel:
    """Return the settings, changed by the options of the command; the stored key goes only to the stored address."""
    key = own_settings.key_in(key_file) if key_file is not None else own.key
    if address is not None and key_file is None and (not own.address or host_of(address) != host_of(own.address)):
        key = ""
    chosen = replace(own, address=address or own.address, model=model or own.model, key=key)
    _ = chosen.connection.endpoint  # raises if the address cannot be used, before the project is opened
    return chosen


def _ids(target: Project, names: list[str]) -> list[str]:
    if names:
        return [target.read.find_document(name) for name in names]
    return target.read.document_ids(DocumentQuery(annotator=None))


def _ask_for_agreement(own: OwnModel, articles: int, *, critic: bool, agree: bool) -> None:
    """Exit with a message about what would be sent and where, unless the user agrees now or agreed before."""
    if own.may_send:
        return
    labels = ", your labels" if critic else ""
    what = f"the text of {counted(articles, 'article')}{labels} and the schema’s labels, guidelines and examples"
    if not agree:
        warn(f"This would send {what} to {host_of(own.address)}. To agree, repeat the command with --agree.")
        raise typer.Exit(1)
    stored = own_settings.load()
    own_settings.save(replace(stored, agreed=stored.agreed | {host_of(own.address)}))


def _put(
    summary: Summary,
    problems: list[ModelError],
    doubts: list[dict[str, Any]],
    suggested: int,
    *,
    critic: bool,
    as_json: bool,
) -> None:
    used, became = asdict(summary.usage), asdict(summary.counts)
    used["seconds"] = round(used["seconds"], 1)
    if as_json:
        told: dict[str, Any] = {"doubts": doubts} if critic else {"suggestions": suggested, **became}
        told |= {"usage": used, "problems": [problem_to(problem) for problem in problems]}
        put_json({"documents": summary.articles, "failed": summary.failed, **told})
    else:
        _put_lines(summary, used, became, doubts, suggested, critic=critic)
    for problem in problems:
        warn(str(problem))
    if problems:
        raise typer.Exit(1)


def _put_lines(
    summary: Summary,
    used: Mapping[str, Any],
    became: Mapping[str, int],
    doubts: list[dict[str, Any]],
    suggested: int,
    *,
    critic: bool,
) -> None:
    if doubts:
        put_table(
            ("article", "words", "label", "doubt"), [(d["title"], d["quote"], d["label"], d["doubt"]) for d in doubts]
        )
    what = counted(len(doubts), "doubt") if critic else counted(suggested, "suggestion")
    say(f"{counted(summary.articles, 'article')} asked about: {what}.")
    if not critic and (became["unknown"] or became["not_found"] or became["repaired"]):
        say(
            f"Quotes not in the text: {became['not_found']}; labels not in the schema: {became['unknown']};"
            f" quotes repaired: {became['repaired']}."
        )
    say(
        f"{counted(used['calls'], 'request')}, {used['repeated']} repeated, {used['refusals']} declined,"
        f" {used['unreadable']} unreadable; {used['tokens_in']} tokens in, {used['tokens_out']} out;"
        f" {used['seconds']} seconds."
    )
