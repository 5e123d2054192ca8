"""Writes the man page of the command line from its own help: ``python -m tools.installers.man_pages``, to stdout."""

import os
import sys

PROGRAM = "spanwright-cli"
_HEAD = """.TH SPANWRIGHT-CLI 1 "{date}" "Spanwright {version}" "User Commands"
.SH NAME
spanwright\\-cli \\- everything that Spanwright does without a window
.SH SYNOPSIS
.B spanwright\\-cli
.I COMMAND
.RI [ OPTION ...]
.SH DESCRIPTION
Makes, fills, reads and exports projects of Spanwright, the program with which analysts label news articles.
Exit code 0: done. 1: failed, and stderr says why. 2: wrong usage.
.SH COMMANDS
"""
_FOOT = """.SH SEE ALSO
.BR spanwright (1)
"""
_ESCAPES = str.maketrans({"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"})


def page(helps: dict[str, str], version: str, date: str) -> str:
    """Return the man page with the help of each command."""
    parts = [_HEAD.format(version=version, date=date)]
    for name, text in helps.items():
        parts += [
            f".SS {_escaped(name)}\n.nf\n",
            *(f"{_escaped(line)}\n" for line in text.strip().splitlines()),
            ".fi\n",
        ]
    return "".join([*parts, _FOOT])


def _escaped(line: str) -> str:
    """Return a line of text as roff prints it: without requests, escapes and typographic quotes."""
    plain = line.rstrip().translate(_ESCAPES)
    return f"\\&{plain}" if plain.startswith(".") else plain


def helps() -> dict[str, str]:
    """Return the help of each command, as a terminal of 80 columns shows it."""
    os.environ.update(COLUMNS="80", TERMINAL_WIDTH="80", LC_ALL="C.UTF-8", NO_COLOR="1")
    sys.argv[0] = PROGRAM  # from which the command line takes its name
    from typer.testing import CliRunner

    from annotator.cli.app import app_of

    app = app_of()
    names = sorted(info.name or "" for info in app.registered_commands)
    runner = CliRunner()
    return {name: runner.invoke(app, [name, "--help"], prog_name=PROGRAM).output for name in names}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stream
    print(page(helps(), *sys.argv[1:3]), end="")
