"""Entry point of the window and the command line.

Only the standard library is imported at the top, because each job process imports this file again.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

SAMPLE = "--sample"
SELF_TEST = "--self-test"
SUFFIX = ".spanwright"
TERMINAL = "spanwright-cli"  # the program that opens no window by itself
COMMANDS = frozenset(
    "new import suggest export formats sources schema list show stats check board backup"
    " adapt train evaluate forecast package report replace prioritise repair merge agreement"
    " ask conflicts patterns deal packages adjudicate retest comments practice person corpus".split()
)


def main(arguments: Sequence[str]) -> int:
    """Run the window or a command, and return the exit code."""
    _have_streams()
    if list(arguments) == [SELF_TEST]:
        return _self_test()
    gc.disable()  # nothing becomes garbage before the window is shown or the command begins
    if _is_for_window(arguments):
        from ui.base.plain_imports import import_plainly

        import_plainly()
        from ui.shell.app import run

        sample = list(arguments) == [SAMPLE]
        return run(Path(arguments[0]) if arguments and not sample else None, sample=sample)
    try:
        from annotator.cli.app import run as run_command

        return run_command(arguments)
    except KeyboardInterrupt:
        return 130


def _asked(command_line: Sequence[str]) -> list[str]:
    """Return the arguments, or ``--help`` if the terminal program was started without any."""
    program, *arguments = command_line
    return arguments or ["--help"] * (Path(program).stem == TERMINAL)


def _is_for_window(arguments: Sequence[str]) -> bool:
    if len(arguments) != 1:
        return not arguments
    word = arguments[0]
    return word == SAMPLE or (word not in COMMANDS and not word.startswith("-") and _may_be_project(word))


def _may_be_project(word: str) -> bool:
    """Return whether a word names a file, existing or not, rather than a mistyped command."""
    return "/" in word or os.sep in word or word.endswith(SUFFIX) or os.path.exists(word)  # noqa: PTH110  # never raises


def _self_test() -> int:
    from annotator.cli import selftest
    from ui.shell.selftest import CHECKS

    return selftest.run((*selftest.CHECKS, *CHECKS))


def _have_streams() -> None:
    """Point missing standard streams to the null device: a windowed program on Windows has none."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # open until the end


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # imports sockets, otherwise not needed before the window is painted

        freeze_support()
    sys.exit(main(_asked(sys.argv)))
