"""Which runs of the program ended without being closed: killed, crashed, or cut off with the power.

Each run has a file beside the log. It holds the run's lock while it lives, takes what `faulthandler` writes in a crash,
and goes when the program is closed. What the next start finds there without a living process is told once.
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
_MOST = 100_000  # characters of a file that are read


class Ended(NamedTuple):
    """A run that was not closed. ``crashed`` says that the program broke, ``unsettled`` counts starts in a row."""

    words: str
    crashed: bool
    unsettled: int


class Run:
    """The file of this run."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"run-{os.getpid()}.log"
        self._file: IO[str] | None = None

    def begin(self, unsettled: int) -> None:
        """Make the file, and let a crash be written into it; where it cannot be made there is none.

        Args:
            unsettled: How many starts in a row ended before the project that they opened was shown.
        """
        with suppress(OSError):
            self._file = self._path.open("w", encoding="utf-8")
            _hold(self._file)
            self.note(f"process {os.getpid()}, started {time.strftime('%Y-%m-%d %H:%M:%S%z')}")
            if unsettled:
                self.note(f"{_UNSETTLED}{unsettled}")
            faulthandler.enable(self._file)

    def note(self, line: str) -> None:
        """Add a line."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(f"{line}\n")
                self._file.flush()

    def opening(self) -> None:
        """Note that a project is about to be opened that nobody asked for."""
        self.note(_OPENING)

    def settle(self) -> None:
        """Note that what was opened is shown, and the program lives."""
        self.note(_SETTLED)

    def end(self) -> None:
        """Remove the file: the program is closed."""
        if self._file is not None:
            faulthandler.disable()
            if sys.platform == "win32":  # what is open cannot be removed there
                self._file.close()
            with suppress(OSError):
                self._path.unlink()
            self._file.close()
            self._file = None


def ended(folder: Path) -> list[Ended]:
    """Return the runs that were not closed and whose processes are gone, and forget them."""
    found = []
    for path in sorted(folder.glob(_NAME)):
        with suppress(OSError):
            if _lives(path):
                continue
            taken = path.with_suffix(f".{os.getpid()}")
            path.rename(taken)  # one start tells of it, when two begin at a time
            with taken.open(encoding="utf-8", errors="replace") as file:
                found.append(_understood(file.read(_MOST)))
            taken.unlink()
    return found


def _understood(words: str) -> Ended:
    lines = words.splitlines()
    before = next((line.removeprefix(_UNSETTLED) for line in lines if line.startswith(_UNSETTLED)), "")
    unsettled = (int(before) if before.isdecimal() and len(before) < 4 else 0) + 1
    is_stuck = _OPENING in lines and _SETTLED not in lines
    return Ended(words.strip(), "Fatal Python error" in words, unsettled if is_stuck else 0)


if sys.platform == "win32":

    def _hold(file: IO[str]) -> None:
        """Do nothing: an open file is held."""

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
