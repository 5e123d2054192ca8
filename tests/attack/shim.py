"""Compiling `shim.c`, and playing scenarios under it."""

import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BEFORE, HALF, AFTER = range(3)
WRITES, NAMES, SYNCS, SHORT = 1, 2, 4, 8  # as in shim.c
GROWING = WRITES | NAMES
_ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a fork has no threads of its parent


class Failing(NamedTuple):
    """The calls that fail: from one up to but not including another, their kinds, and the errno."""

    first: int = 0
    end: int = 0
    kinds: int = 0
    error: int = 0


def why_not() -> str:
    """Return why calls cannot be traced on this machine; empty if they can."""
    if sys.platform != "linux":
        return "libraries are loaded before libc on Linux only"
    if not any(map(shutil.which, ("gcc", "cc"))):
        return "there is no C compiler"
    return ""


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="spanwright-shim-")


@functools.cache
def compiled() -> Path:
    """Compile the library, once per process."""
    made = Path(_folder().name) / "shim.so"
    compiler = shutil.which("gcc") or shutil.which("cc") or "cc"
    options = ["-shared", "-fPIC", "-O2", "-Wall", "-o", str(made), str(HERE / "shim.c"), "-ldl", "-lpthread"]
    subprocess.run([compiler, *options], check=True, capture_output=True, text=True)
    return made


@dataclass(frozen=True)
class Played:
    """The end of a play: normal, by the requested kill, or by a bug."""

    killed: bool
    bug: str  # what stood on stderr, where that is not expected


class Ran(NamedTuple):
    """The result of a command; its code is negative if it was killed."""

    code: int
    out: str
    err: str

    @property
    def wrong(self) -> str:
        """The fault of the command, such as a traceback or a crash, or an empty string."""
        if self.code < 0:
            return f"it was killed by signal {-self.code}: it took too long, or crashed"
        if "Traceback" in self.err + self.out or self.code not in (0, 1):
            return f"a bug: {self.err[-500:]}"
        return "" if self.code == 0 or (self.err + self.out).strip() else "it failed without a word"


class Player:
    """A process that plays scenarios in forks of its own, one after the other."""

    def __init__(self, home: Path) -> None:
        library = str(compiled())
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        xdg = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        xdg["XDG_RUNTIME_DIR"] = str(runtime)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attack.child", library],
            cwd=ROOT,
            env={**os.environ, **xdg, **_ALONE, "HOME": str(home), "LD_PRELOAD": library, "PYTHONWARNINGS": "ignore"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._home = home
        self._answer()

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def prepare(self, scenario: str, folder: Path) -> None:
        """Create the state before a scenario."""
        played = self._play(scenario, folder, folder.with_name("unused.log"), prepare=True)
        assert not played.bug, played.bug

    def play(
        self,
        scenario: str,
        folder: Path,
        log: Path,
        *,
        stop: tuple[int, int] = (0, 0),
        fail: Failing = Failing(),  # noqa: B008  # it never changes
        synchronous: str = "",
    ) -> Played:
        """Play a scenario in a prepared folder, optionally stopped at a call."""
        return self._play(scenario, folder, log, stop=stop, fail=fail, synchronous=synchronous)

    def run(self, *words: str | Path, seconds: int) -> Ran:
        """Run a command of the command line, and kill it after a time limit."""
        status = self._ask(command=[str(word) for word in words], seconds=seconds)
        code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        return Ran(code, self._said("stdout"), self._said("stderr"))

    def _play(self, scenario: str, folder: Path, log: Path, **more: object) -> Played:
        status = self._ask(scenario=scenario, folder=str(folder), log=str(log), **more)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and more.get("stop") != (0, 0)
        said = self._said("stdout") + self._said("stderr")
        if killed or not status:
            return Played(killed, said if "Traceback" in said else "")
        return Played(killed, said or f"ended with status {status}")

    def _said(self, stream: str) -> str:
        return (self._home / stream).read_text(encoding="utf-8", errors="replace")

    def _ask(self, **more: object) -> int:
        usual = {"prepare": False, "stop": (0, 0), "fail": Failing(), "synchronous": "", "command": [], "scenario": ""}
        streams = {name: str(self._home / name) for name in ("stdout", "stderr")}
        assert self._process.stdin
        self._process.stdin.write(json.dumps({**usual, **streams, **more}) + "\n")
        self._process.stdin.flush()
        return int(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the playing process is gone: {self._process.wait()}")
        return line.strip()
