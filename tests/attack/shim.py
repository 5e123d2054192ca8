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


class Failing(NamedTuple):
    """Which calls fail: from one, up to but not including another, of which kinds, with which errno."""

    first: int = 0
    end: int = 0
    kinds: int = 0
    error: int = 0


def why_not() -> str:
    """Return why calls cannot be seen on this machine; empty where they can."""
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
    """Compile the library, once a process."""
    made = Path(_folder().name) / "shim.so"
    compiler = shutil.which("gcc") or shutil.which("cc") or "cc"
    options = ["-shared", "-fPIC", "-O2", "-Wall", "-o", str(made), str(HERE / "shim.c"), "-ldl", "-lpthread"]
    subprocess.run([compiler, *options], check=True, capture_output=True, text=True)
    return made


@dataclass(frozen=True)
class Played:
    """How a play ended: by itself, by the kill that was asked for, or by a bug."""

    killed: bool
    bug: str  # what stood on stderr, where that is not expected


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
            env={**os.environ, **xdg, "HOME": str(home), "LD_PRELOAD": library, "PYTHONWARNINGS": "ignore"},
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
        """Make what is there before a scenario."""
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
        """Play a scenario in a prepared folder, stopped at a call if asked for."""
        return self._play(scenario, folder, log, stop=stop, fail=fail, synchronous=synchronous)

    def _play(self, scenario: str, folder: Path, log: Path, **more: object) -> Played:
        stderr = self._home / "stderr.txt"
        stderr.unlink(missing_ok=True)
        asked = {"prepare": False, "stop": (0, 0), "fail": Failing(), "synchronous": "", **more}
        request = {"scenario": scenario, "folder": str(folder), "log": str(log), "stderr": str(stderr), **asked}
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        status = int(self._answer())
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and asked["stop"] != (0, 0)
        said = stderr.read_text(encoding="utf-8", errors="replace") if stderr.exists() else ""
        if killed or not status:
            return Played(killed, said if "Traceback" in said else "")
        return Played(killed, said or f"ended with status {status}")

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the playing process is gone")
        return line.strip()
