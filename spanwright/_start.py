"""Starts the installed program, whose code lies in the folder `_program` inside this package.

Only the standard library is imported, because each job process imports this file again.
"""

import sys
from importlib import import_module
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent / "_program"


def run_window() -> int:
    """Run ``spanwright [PROJECT]``: open the window, or run a command."""
    return _run(sys.argv[1:])


def run_command() -> int:
    """Run ``spanwright-cli COMMAND``; without a command, print the help."""
    return _run(sys.argv[1:] or ["--help"])


def _run(arguments: list[str]) -> int:
    sys.path.insert(0, str(PROGRAM))  # so that `ui` is our package, not another installed one of that name
    code: int = import_module("spanwright._program.main").main(arguments)
    return code
