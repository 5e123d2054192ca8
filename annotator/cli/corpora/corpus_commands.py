"""Commands for corpora that are too large for a project, all grouped under `corpus`."""

import os
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from annotator.cli.output import (
    AsJson,
    counted,
    fields_of,
    opened,
    plain,
    problem_to,
    progress,
    put_json,
    refuse,
    say,
    warn,
    warn_releases,
)
from annotator.cli.writing_commands import Columns, Language, chosen_columns
from annotator.jobs.learning import model_hashes
from annotator.jobs.suggesting.pattern_lists import with_lists
from annotator.jobs.suggesting.wanted_sources import labels_of, seen_here, sources_here
from annotator.model import schema_file
from annotator.project.project import AUTO, FALLBACK_LANGUAGE, PAGE_RULES
from annotator.scale import extra, run
from annotator.scale.engines import Engine, Where
from annotator.scale.problems import words_for
from annotator.scale.recipe import ROWS, RunSettings, kinds_of
from annotator.scale.results import checking
from annotator.scale.run import RunState
from annotator.suggest.adapter.shelf import adapted, learnt_documents
from annotator.suggest.sources import own
from annotator.suggest.sources.registry import Available, available
from annotator.suggest.sources.source import Speed, at_speed

_NAMED = 5  # unfinished parts that are named
_ON_TERMINAL, _ON_PAPER = 0.5, 30.0  # seconds between two lines of progress
_MINUTE, _HOUR = 60, 3600

commands = typer.Typer(
    help="Corpora that are too large for a project.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)


def _address(words: str) -> str:
    """Parse the address of a folder, which must not be empty."""
    if not words.strip():
        raise typer.BadParameter("a folder is needed")
    return words


_Corpus: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="CORPUS",
        help="A folder or a file: Parquet, JSON Lines, WARC, or articles; or an address such as s3://bucket/news.",
        parser=_address,
    ),
]
Out: TypeAlias = Annotated[
    str, typer.Argument(metavar="OUT", help="The folder of the results, or its address.", parser=_address)
]


@commands.command()
def prelabel(
    corpus: _Corpus,
    out: Out,
    project: Annotated[
        Path | None, typer.Option(metavar="PROJECT", help="Suggest as in this project, with what its models learnt.")
    ] = None,
    schema: Annotated[
        str | None, typer.Option(metavar="NAME", help="Without a project: a schema, news by default.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A source; can be repeated. By default those of the project, or all."),
    ] = None,
    language: Annotated[
        Language, typer.Option(help="Without a project: the language of all articles.")
    ] = Language.AUTO,
    columns: Columns = None,
    engine: Annotated[
        Engine, typer.Option(help="serial: one process. dask: several, here or at --address.")
    ] = Engine.DASK,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A running Dask scheduler, such as tls://10.0.0.5:8786.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes on this computer; one per processor by default.")
    ] = None,
    speed: Annotated[Speed, typer.Option(help="thorough finds more, fast takes a tenth of the time.")] = Speed.FAST,
    rows: Annotated[int, typer.Option(min=1, help="Rows of a part: what is lost if a worker ends.")] = ROWS,
    vectors: Annotated[
        bool,
        typer.Option(
            "--vectors", help="Also write vectors, for sample --by meaning and said: 384 bytes per article and claim."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write suggestions for all articles of a corpus, as Parquet files beside it.

    The corpus stays unchanged. If a run was stopped, the same command continues it. A row that cannot be read is in the
    results, with its problem. The exit code is 1 if a part was not finished.
    """
    own_schema = schema is not None or language is not Language.AUTO
    refuse(project is not None and own_schema, "cannot be used together with --schema and --language", "--project")
    here, there = workers is not None, address is not None
    refuse(engine is Engine.SERIAL and (here or there), "serial takes neither --address nor --workers", "--engine")
    refuse(here and there, "the workers at --address are started there", "--workers")
    extra.need()
    chosen = chosen_columns(columns or [])
    if project is not None:
        asked = _as_in_project(project, source)
    else:
        asked = _as_in_schema(schema or schema_file.DEFAULT, source, language)
    asked = replace(_with(asked, speed, chosen, rows), vectors=vectors)
    where = Where(address, workers or os.cpu_count() or 1)
    _put_state(_run(corpus, out, asked, engine, where), as_json=as_json)


def _run(corpus: str, out: str, asked: RunSettings, engine: Engine, where: Where) -> RunState:
    """Write suggestions for a corpus to the end, showing the progress, and return the final state."""
    status = _Status()
    try:
        with closing(run.prelabel(corpus, out, asked, engine, where)) as steps:
            state = next(steps)
            status.show(state)
            for state in steps:
                status.show(state)
    except KeyboardInterrupt:
        status.end()
        warn("Stopped. The same command goes on.")
        raise
    finally:
        status.end()
    return state


def _as_in_project(path: Path, source: list[str] | None) -> RunSettings:
    """Return the settings for suggesting as in a project, with its sources and decisions."""
    found = available(own.folders())
    with opened(path, read_only=True) as target:
        here = sources_here(target, found.sources)
        missing = (*found.problems, *here.problems)
        chosen = Available(sources=here.every, problems=missing).named(source) if source else kinds_of(here.asked)
        present, spoilt = model_hashes.checked(target, whole=True)
        for problem in spoilt:
            raise problem
        sources = with_lists(target, adapted(tuple(chosen), present))
        return RunSettings(
            schema=target.schema,
            labels=labels_of(target.schema),
            sources=sources,
            fallback=target.fallback_language,
            seen=seen_here(target, learnt_documents(present, sources)),
            language=None if target.language == AUTO else target.language,
            page_rules=target.read.setting(PAGE_RULES) or "",
        )


def _as_in_schema(name: str, source: list[str] | None, language: Language) -> RunSettings:
    """Return the settings for suggesting as in a new project with this schema."""
    schema = schema_file.load(name)
    every = available(own.folders()) if source else available()
    sources = every.named(source) if source else kinds_of(every.sources)
    chosen = None if language is Language.AUTO else str(language)
    return RunSettings(
        schema=schema,
        labels=labels_of(schema),
        sources=sources,
        fallback=chosen or FALLBACK_LANGUAGE,
        language=chosen,
    )


def _with(asked: RunSettings, speed: Speed, columns: dict[str, str] | None, rows: int) -> RunSettings:
    warn_releases(asked.sources)
    return replace(asked, sources=at_speed(asked.sources, speed), columns=columns, rows=rows)


class _Status:
    """Shows the progress of a run on stderr: in one line that is rewritten, or in a new line now and then."""

    def __init__(self) -> None:
        self._rewrites = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = 0.0 if self._rewrites else time.monotonic()  # a terminal shows the first state at once
        self._width = 0

    def show(self, state: RunState) -> None:
        """Show the state of the run, unless another state was shown a moment ago."""
        pause = _ON_TERMINAL if self._rewrites else _ON_PAPER
        if time.monotonic() - self._shown < pause:
            return
        self._shown = time.monotonic()
        line = plain(_line(state))
        if self._rewrites:
            print(f"\r{line.ljust(self._width)}", end="", file=sys.stderr, flush=True)  # noqa: T201
            self._width = len(line)
        else:
            warn(line)

    def end(self) -> None:
        """Erase the rewritten line."""
        if self._rewrites and self._width:
            print("\r" + " " * self._width, end="\r", file=sys.stderr, flush=True)  # noqa: T201
            self._width = 0


def _line(state: RunState) -> str:
    done = 100 * state.done_so_far // state.total if state.total else 100
    left = "" if state.left is None else f", {_duration(state.left)} left"
    problems = f", {counted(state.problems.total(), 'problem')}" if state.problems else ""
    return f"{done} %: {counted(state.articles_so_far, 'article')}, {state.pace:.0f} per second{left}{problems}"


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{seconds / _HOUR:.1f} h"


def _put_state(state: RunState, *, as_json: bool) -> None:
    if as_json:
        put_json(
            {
                **fields_of(state, "parts standing finished articles suggestions problems others memory"),
                "undone": [{"part": one.part, **problem_to(one.error)} for one in state.undone],
                "seconds": round(state.seconds, 1),
                "articles_per_second": round(state.pace, 1),
                "cpu_seconds": round(state.cpu, 1),
            }
        )
    else:
        if state.standing:
            say(f"{state.standing} of {counted(state.parts, 'part')} had been finished before.")
        say(
            f"{counted(state.articles, 'article')} read: {counted(state.suggestions, 'suggestion')}, not checked by"
            f" anybody; {state.pace:.0f} articles per second."
        )
        put_problems(state.problems)
        if state.others:
            say(f"Left out: {counted(state.others, 'file')} of other kinds.")
    for one in state.undone[:_NAMED]:
        warn(str(one.error))
    if state.undone:
        warn(f"{counted(len(state.undone), 'part')} not finished. The same command tries again.")
        raise typer.Exit(1)


def put_problems(problems: Mapping[str, int]) -> None:
    """Print the number of rows without suggestions, by reason."""
    for code, count in sorted(problems.items()):
        words = words_for(code)
        told = code if words == code else f"{words} ({code})"
        say(f"Rows without suggestions: {count}; {told}.")


@commands.command()
def check(out: Out, as_json: AsJson = False) -> None:
    """Check that the results of a corpus are complete and undamaged."""
    extra.need()
    with progress("Checking") as on_progress:
        found = checking.check(out, progress=on_progress)
    if as_json:
        put_json(
            {
                **fields_of(found, "parts undone articles suggestions problems"),
                "damage": [problem_to(error) for error in found.damage],
            }
        )
    else:
        say(f"{counted(found.articles, 'article')}, {counted(found.suggestions, 'suggestion')} not checked by anybody.")
        put_problems(found.problems)
    for error in found.damage:
        warn(str(error))
    if found.undone:
        few = ", ".join(found.undone[:_NAMED]) + (", …" if len(found.undone) > _NAMED else "")
        warn(f"{len(found.undone)} of {counted(found.parts, 'part')} not finished: {few}.")
    if not found.whole:
        raise typer.Exit(1)
