"""Runs of the program that ended without being closed: killed, crashed, or cut off with the power.

Each run has a file beside the log. The run locks it while it lives, `faulthandler` writes crashes to it, and
closing
the program deletes it. The next start reports each file that has no living process, once.
"""

import faulthandler
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

_NAME = "run-*.log"
_SETTLED, _OPENING, _UNSETTLED = "settled", "opening", "unsettled starts before: "
_MOST = 100_000  # characters read from a file


class UnclosedRun(NamedTuple):
    """A run that was not closed. ``unsettled`` counts the starts in a row that ended before their project was shown."""

    words: str
    crashed: bool
    unsettled: int


class Run:
    """The file of this run."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"run-{os.getpid()}.log"
        self._file: IO[str] | None = None

    def begin(self, unsettled: int) -> None:
        """Create and lock the file and send crashes to it; on failure there is no file.

        Args:
            unsettled: How many starts in a row ended before their project was shown.
        """
        with suppress(OSError):
            self._file = self._path.open("w", encoding="utf-8")
            _hold(self._file)
            self.note(f"process {os.getpid()}, started {time.strftime('%Y-%m-%d %H:%M:%S%z')}")
            if unsettled:
                self.note(f"{_UNSETTLED}{unsettled}")
            faulthandler.enable(self._file)

    def note(self, line: str) -> None:
        """Append a line."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(f"{line}\n")
                self._file.flush()

    def opening(self) -> None:
        """Note that the program is about to reopen a project by itself."""
        self.note(_OPENING)

    def settle(self) -> None:
        """Note that the project is shown and the program works."""
        self.note(_SETTLED)

    def end(self) -> None:
        """Delete the file: the program is closed."""
        if self._file is not None:
            faulthandler.disable()
            if sys.platform == "win32":  # an open file cannot be deleted there
                self._file.close()
            with suppress(OSError):
                self._path.unlink()
            self._file.close()
            self._file = None


def unclosed_runs(folder: Path) -> list[UnclosedRun]:
    """Return the runs that were not closed and whose processes are gone, and delete their files."""
    found = []
    for path in sorted(folder.glob(_NAME)):
        with suppress(OSError):
            if _lives(path):
                continue
            taken = path.with_suffix(f".{os.getpid()}")
            path.rename(taken)  # of two concurrent starts only one reports it
            with taken.open(encoding="utf-8", errors="replace") as file:
                found.append(_understood(file.read(_MOST)))
            taken.unlink()
    return found


def _understood(words: str) -> UnclosedRun:
    lines = words.splitlines()
    before = next((line.removeprefix(_UNSETTLED) for line in lines if line.startswith(_UNSETTLED)), "")
    unsettled = (int(before) if before.isdecimal() and len(before) < 4 else 0) + 1
    is_stuck = _OPENING in lines and _SETTLED not in lines
    return UnclosedRun(words.strip(), "Fatal Python error" in words, unsettled if is_stuck else 0)


if sys.platform == "win32":

    def _hold(file: IO[str]) -> None:
        """Do nothing: on Windows an open file is locked."""

    def _lives(path: Path) -> bool:
        try:
            path.rename(path)
        except PermissionError:
            return True
        return False

else:
    import fcntl

    def _hold(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _lives(path: Path) -> bool:
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return True
        return False
