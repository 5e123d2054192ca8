"""Runs the command line: finds the command, runs it, and reports errors without a traceback."""

import errno
import os
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from annotator import __version__
from annotator.cli.output import warn
from annotator.processes.collector import collect_again
from annotator.store.sqlite_errors import named, take_altered, take_unrelated, unrelated
from annotator.system.disk import reason
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError

_OWN = Path(sys.argv[0]).stem.startswith("spanwright")  # whether the wheel or the bundle runs, not main.py
_PROGRAM, _WINDOW = ("spanwright-cli", "spanwright") if _OWN else ("main.py", "main.py")
_HELP = f"""Turn news articles into training data.

Without a command, the window opens: {_WINDOW} [PROJECT], or {_WINDOW} --sample.

Exit codes: 0 done, 1 failed (the reason is on stderr), 2 wrong usage.
"""

_MISUSED = frozenset(  # only options cause these
    "adjudicate.rule deal.by deal.per format.overlap format.split format.unknown value.layer".split()
)
_INTERRUPTED = 130  # the exit code that shells report for a program ended by Ctrl+C
_LOOP = QT_TRANSLATE_NOOP("Errors", "it is a link that leads back to itself")
_TRACED = "SPANWRIGHT_TRACEBACK"
_FOREIGN = "Value error, "  # pydantic's words before each message about a choice

_FUNCTIONS = """
    writing_commands.new writing_commands.import_ suggest_command.suggest ask_command.ask
    patterns_command.patterns training_commands.adapt writing_commands.backup upkeep_commands.prioritise
    upkeep_commands.replace team.team_commands.deal team.team_commands.packages team.merge_command.merge
    team.merge_command.conflicts transfer_commands.export training_commands.train training_commands.evaluate
    training_commands.forecast training_commands.package reading_commands.formats reading_commands.sources
    upkeep_commands.schema reading_commands.list_ reading_commands.show reading_commands.stats
    reading_commands.check board_command.board reading_commands.report team.quality_commands.agreement
    team.adjudicate_command.adjudicate team.retest_command.retest team.retest_command.comments
    team.practice_command.practice team.practice_command.person upkeep_commands.repair
""".split()  # in the order in which the help lists them
_GROUPS = {"corpus": "corpora.corpus_result_commands.commands"}
COMMANDS = {name.rpartition(".")[2].removesuffix("_"): name for name in _FUNCTIONS} | _GROUPS
"""The names of all commands, each with its module and function in `annotator.cli`."""


class _Commands(TyperGroup):
    """A group of commands that reports wrong choices in plain words."""

    def invoke(self, ctx: Any) -> Any:  # the type of `ctx` is not public
        """Run a command, and shorten its message about a wrong choice."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as wrong:
            wrong.message = wrong.message.removeprefix(_FOREIGN)
            raise


def _put_version(asked: bool) -> None:
    if asked:
        print(f"Spanwright {__version__}")  # noqa: T201
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_put_version, is_eager=True, help="Print the version.")
    ] = False,
    self_test: Annotated[
        bool,
        typer.Option(
            "--self-test", help="Check that the program is complete: models, project file, processes, window."
        ),
    ] = False,
) -> None:
    del version, self_test  # `main.py` runs the self-test, as it may load Qt and this module may not


def app_of(names: Collection[str] = COMMANDS.keys()) -> typer.Typer:
    """Build the command line with only these commands; importing all of them takes longer than running most."""
    app = typer.Typer(
        cls=_Commands,
        help=_HELP,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_main)
    for name in names:
        module, _, attribute = COMMANDS[name].rpartition(".")
        found = getattr(import_module(f"annotator.cli.{module}"), attribute)
        if name in _GROUPS:
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    take_altered()
    take_unrelated()
    try:
        code = _exit_code(arguments)
        sys.stdout.flush()  # a full disk is reported here, not when Python exits
    except KeyboardInterrupt:
        _discard_output()
        code = _INTERRUPTED
    except OSError as error:
        code = _end_of_output(error)
    return code


def _exit_code(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; an error is reported in a sentence instead of a traceback."""
    try:
        wanted = [name for name in arguments[:1] if name in COMMANDS] or COMMANDS.keys()
        app = app_of(wanted)
        collect_again()  # main.py paused the garbage collector
        app(list(arguments), prog_name=_PROGRAM)
    except SystemExit as end:
        _warn_of_files()
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except AnnotatorError as error:
        _warn_of_files(altered=not error.code.startswith("store.altered"))
        warn(str(error))
        if error.code == "store.damaged":
            warn(f"{_PROGRAM} repair PROJECT OUT saves what can be saved into a new project.")
        return 2 if error.code in _MISUSED else 1
    except OSError as error:
        if error.filename is None:
            raise
        warn(str(AnnotatorError("command.file", file=error.filename, reason=reason(error))))
        return 1
    except Exception as error:  # a bug is reported in one sentence, too, unless somebody is debugging
        if os.environ.get(_TRACED):
            raise
        if str(error).startswith("Symlink loop"):  # the message of pathlib before Python 3.13
            warn(str(AnnotatorError("command.file", file=str(error).partition("'")[2].rstrip("'"), reason=_LOOP)))
            return 1
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        warn(str(AnnotatorError("command.bug", what=what, variable=_TRACED)))
        return 1
    _warn_of_files()
    return 0


def _warn_of_files(*, altered: bool = True) -> None:
    """Warn about each project that was read although another program had changed its contents or its SQL schema."""
    for path, log in take_unrelated().items():
        warn(str(unrelated(path, log)))
    for path, alterations in take_altered().items() if altered else ():
        warn(
            f"{path.name} was altered by another program ({named(alterations)}). It was read without these changes;"
            f" to make a clean copy: repair {path.name} OUT."
        )


def _end_of_output(error: OSError) -> int:
    """Warn that the output could not be written, unless its reader closed it; then discard the rest."""
    with suppress(OSError):
        if error.errno != errno.EPIPE:
            warn(str(AnnotatorError("command.output", reason=reason(error))))
    _discard_output()
    return 1


def _discard_output() -> None:
    """Discard pending output, because Python would flush it at exit and wait for a slow reader."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
