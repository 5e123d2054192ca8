"""Runs over a corpus in which a process is killed at some moment: are the results the bytes of an undisturbed run?

``python tests/benchmarks/corpus_kills.py [--times N] [--seed N] [--json FILE]``, with the extra ``scale``. In turn, a
worker, the process below it that reads, the driver (with the scheduler inside), or a scheduler of its own is killed at
a moment drawn at random. The same command then goes on, until it has ended well.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.annotator.scale.corpora import digest, mixed, write_lines, write_parquet
from tests.annotator.scale.processes import NULL, cluster, command, gone, of_session
from tests.benchmarks._figures import Goal, finish

ARTICLES, TRIES = 200, 5
VICTIMS = ("worker", "reader", "driver", "scheduler")
_LAST = 0.9  # of an undisturbed run's time: the latest moment


def main() -> int:
    """Kill, compare, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json")
    options = parser.parse_args()
    if find_spec("distributed") is None:
        print("The extra scale is not installed: nothing is killed.")
        return 0
    chance, other, again = random.Random(options.seed), 0, 0
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        texts = mixed(ARTICLES, 4)
        half = ARTICLES // 2
        write_parquet(room / "c/a.parquet", [{"text": text} for text in texts[:half]], group=half)
        write_lines(room / "c/b.jsonl", [{"text": text} for text in texts[half:]])
        began = time.monotonic()
        subprocess.run(line_of(room, "whole"), check=True, stdout=NULL, stderr=NULL)
        took, wanted = time.monotonic() - began, digest(room / "whole")
        for number in range(options.times):
            victim = VICTIMS[number % len(VICTIMS)]
            moment = chance.uniform(0.1, _LAST) * took
            runs = killed(room, victim, moment, chance)
            same = digest(room / "o") == wanted
            print(f"{number + 1:3} {victim:10} after {moment:5.1f} s, run {runs} times: {'same' if same else 'OTHER'}")
            sys.stdout.flush()
            other, again = other + (not same), again + runs - 1
            shutil.rmtree(room / "o")
    figures = {"kills": float(options.times), "runs that had to be repeated": float(again)}
    return finish(figures, [Goal(name="results with other bytes", value=other, limit=0)])


def line_of(room: Path, out: str, *more: str) -> list[str]:
    """Return the command line of a run with two workers here, or at an address."""
    where = more or ("--workers", "2")
    return [*command(room / "c", room / out), *where]


def killed(room: Path, victim: str, moment: float, chance: random.Random) -> int:
    """Run, kill something at a moment, go on until the run ends well; return how often it ran."""
    if victim == "scheduler":
        place = Path(tempfile.mkdtemp(dir=room))
        with cluster(place, {}) as (address, sessions):
            started = begin(line_of(room, "o", "--address", address))
            wait(started, moment)
            os.killpg(sessions[0], signal.SIGKILL)
            code = started.wait()
    else:
        started = begin(line_of(room, "o"))
        wait(started, moment)
        kill(started.pid, victim, chance)
        code = started.wait()
    if not gone(started.pid):
        raise RuntimeError("a process was left over")
    runs = 1
    while code and runs < TRIES:
        code = subprocess.run(line_of(room, "o"), check=False, stdout=NULL, stderr=NULL).returncode
        runs += 1
    return runs


def begin(line: list[str]) -> subprocess.Popen[bytes]:
    """Start a run in a session of its own."""
    return subprocess.Popen(line, start_new_session=True, stdout=NULL, stderr=NULL)


def wait(started: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait some seconds, or until the run ends."""
    try:
        started.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def kill(session: int, victim: str, chance: random.Random) -> None:
    """Kill the driver, a worker, or a process below a worker; the driver if there is no such process yet."""
    below = {process.pid: process for process in of_session(session) if process.pid != session}
    readers = [one for one in below.values() if one.ppid() in below and "spawn_main" in " ".join(one.cmdline())]
    workers = [one for one in below.values() if one.ppid() == session and "spawn_main" in " ".join(one.cmdline())]
    found = {"worker": workers, "reader": readers}.get(victim) or []
    with suppress(ProcessLookupError):  # it has just ended
        os.kill(chance.choice(found).pid if found else session, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
