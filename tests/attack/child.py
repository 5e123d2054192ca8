"""The process that is attacked: it plays scenarios, each in a fork of its own, with `shim.c` between it and the disk.

It also runs commands on files that are attacks themselves.

python -m tests.attack.child LIBRARY, with one request as JSON a line on stdin; see `shim.Players`.
Time and ids are the same in each play, so that plays can be compared by what is stored.
"""

import ctypes
import functools
import json
import os
import random
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.cli.app import run
from annotator.editing import edits
from annotator.store import copies
from annotator.store.log import heads
from annotator.system.errors import AnnotatorError
from tests.attack.scenarios import SCENARIOS, Scenario, Stage

READS = ("SELECT", "PRAGMA", "BEGIN", "EXPLAIN", "ROLLBACK", "SAVEPOINT")
BUG = 3  # exit code


class Shim:
    """The library that was loaded before libc."""

    def __init__(self, library: str) -> None:
        self._library = ctypes.CDLL(library)
        self.armed = False

    def arm(self, folder: str, log: str, *, stop: Sequence[int], fail: Sequence[int]) -> None:
        """Start logging, stopping and failing."""
        if self._library.attack_arm(folder.encode(), log.encode()) < 0:
            raise OSError(log)
        self._library.attack_stop(ctypes.c_long(stop[0]), stop[1])
        first, last, kinds, error = fail
        self._library.attack_fail(ctypes.c_long(first), ctypes.c_long(last), kinds, error)
        self.armed = True

    def heal(self) -> None:
        """Stop failing."""
        self._library.attack_fail(ctypes.c_long(0), ctypes.c_long(0), 0, 0)

    def mark(self, said: str, step: int, **facts: Any) -> None:
        """Write a mark to the log."""
        if self.armed:
            self._library.attack_mark(json.dumps({"said": said, "step": step, **facts}).encode())

    @property
    def calls(self) -> int:
        """The number of calls so far."""
        return int(self._library.attack_calls())


class Clock(datetime):
    """A clock that advances by a second with each call."""

    asked = 0

    @classmethod
    def now(cls, tz=None):
        """Return the next second."""
        cls.asked += 1
        return datetime(2026, 11, 28, 12, tzinfo=UTC) + timedelta(seconds=cls.asked)


class Backups(Clock):
    """The clock of backups, whose names contain the time and must differ."""


def same_again(step: int) -> None:
    """Repeat the times and ids of a step's earlier plays."""
    os.urandom = random.Random(step).randbytes
    Clock.asked = 1000 * step


def marking_commits(shim: Shim, place: list[int], *, synchronous: str) -> None:
    """Mark each durable transaction of any connection."""
    connect = sqlite3.connect

    class Marking(sqlite3.Connection):
        def execute(self, sql, *parameters):
            if synchronous and sql.startswith("PRAGMA synchronous"):
                sql = f"PRAGMA synchronous = {synchronous}"
            found = super().execute(sql, *parameters)
            if not self.in_transaction and not sql.lstrip().upper().startswith(READS):
                shim.mark("commit", place[0])
            return found

    def connecting(*given, **named):
        return connect(*given, factory=Marking, **named)

    sqlite3.connect = connecting


def play(scenario: Scenario, folder: Path, shim: Shim, place: list[int]) -> None:
    """Run the steps; a refused one is repeated once the disk works again."""
    stage = Stage(folder, lambda: shim.mark("commit", place[0]))
    for place[0], step in enumerate(scenario.steps):
        same_again(place[0])
        shim.mark("begin", place[0])
        told, done = None, False
        try:
            told, done = step(stage), True
        except AnnotatorError as error:
            shim.mark("refused", place[0], code=error.code, sentence=str(error))
        if not done:  # not where the error lives still, and with it all that it holds
            shim.heal()
            same_again(place[0])
            Backups.asked += 1
            told = step(stage)
        shim.mark("done", place[0], edits=list(told or ()), calls=shim.calls)


@functools.cache
def warm() -> None:
    """Import what training needs, once for all forks, and skip or cache slow work that writes no file.

    Rehearsal is skipped. What the base pipeline finds in an article, and what spaCy finds in its search through all
    entry points, is cached.
    """
    import spacy.training.loop  # noqa: F401

    from annotator.training import adapter, lessons, train  # noqa: F401

    points = entry_points()
    vars(import_module("catalogue"))["AVAILABLE_ENTRY_POINTS"] = {
        group: list(points.select(group=group)) for group in points.groups
    }
    vars(lessons)["rehearsal"] = lambda *_: []
    vars(lessons)["lesson"] = _keeping(lessons.lesson)
    with TemporaryDirectory() as folder:
        SCENARIOS["learn"].prepare(Path(folder))
        SCENARIOS["learn"].steps[0](Stage(Path(folder)))


def _keeping(teach: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function like ``teach`` that makes the lesson of a text only once."""
    known: dict[str, Any] = {}

    def lesson(document, spans, pipeline):
        if document.text not in known:
            known[document.text] = teach(document, spans, pipeline)
        return replace(known[document.text], id=document.id)

    return lesson


def main(library: str) -> None:
    """Serve requests until stdin ends."""
    shim = Shim(library)
    vars(edits)["datetime"], vars(copies)["datetime"] = Clock, Backups
    vars(heads)["new_id"] = lambda: "0" * 32  # a copy's id depends on its place, which differs between plays
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["scenario"]:
            scenario = SCENARIOS[asked["scenario"]]
            for module in scenario.imports:
                import_module(module)
            if scenario.heavy:
                warm()
        child = os.fork()
        if not child:
            _be_attacked(shim, asked)
        _, status = os.waitpid(child, 0)
        print(status, flush=True)


def _be_attacked(shim: Shim, asked: dict[str, Any]) -> None:
    code = BUG
    try:
        for number, name in ((1, "stdout"), (2, "stderr")):
            os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        if asked["command"]:
            signal.alarm(asked["seconds"])
            code = run(asked["command"])
            return
        folder = Path(asked["folder"])
        scenario = SCENARIOS[asked["scenario"]]
        place = [0]
        if asked["prepare"]:
            same_again(1_000_000)
            scenario.prepare(folder)
        else:
            marking_commits(shim, place, synchronous=asked["synchronous"])
            shim.arm(str(folder), asked["log"], stop=asked["stop"], fail=asked["fail"])
            play(scenario, folder, shim, place)
        code = 0
    except BaseException:  # noqa: BLE001  # it stands on stderr, and the fork must not go on as its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1])
