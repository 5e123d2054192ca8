"""Starts the installed program. Its window lies in a folder of its own, `_program`.

Only the standard library is imported, because each job process imports this again.
"""

import sys
from importlib import import_module
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent / "_program"


def run_window() -> int:
    """Open the window, or run a command: ``spanwright [PROJECT]``."""
    return _run(sys.argv[1:])


def run_command() -> int:
    """Run a command: ``spanwright-cli COMMAND``; without one, print the help."""
    return _run(sys.argv[1:] or ["--help"])


def _run(arguments: list[str]) -> int:
    sys.path.insert(0, str(PROGRAM))  # so that no other package called `ui` is taken for ours
    code: int = import_module("spanwright._program.main").main(arguments)
    return code
