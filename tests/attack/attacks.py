"""All attacks in two sizes: a part for each test run, and all that the program promises to withstand."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from tests.attack import files, full_disk, kills
from tests.attack.kills import Stadium, Tally
from tests.attack.scenarios import SCENARIOS
from tests.attack.shim import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The extent of an attack."""

    heavy: bool  # also scenarios that take seconds
    every: int  # of so many calls one is replayed
    real: int  # kills of a scenario
    cuts: int  # power cuts of a scenario
    control: int  # of the control
    full: int  # of so many calls one meets a full disk
    syncs: int  # of so many fsyncs one fails
    races: int
    files: int  # of so many hostile files one is tried
    scale: float  # of bombs; at 1 they take all that there is without limits
    only: range = range(sys.maxsize)  # the scenarios or files that are wanted, by number from 0

    def takes(self, file: int) -> bool:
        """Return whether a hostile file is tried, by its number."""
        return file in self.only and file % self.files == 0


PART = Size(heavy=False, every=11, real=4, cuts=12, control=60, full=13, syncs=9, races=3, files=29, scale=0.01)
ALL = Size(heavy=True, every=1, real=40, cuts=40, control=500, full=1, syncs=1, races=30, files=1, scale=1)
Attack: TypeAlias = Callable[[Stadium, Size], Tally]


def replayed_kills(stadium: Stadium, size: Size) -> Tally:
    """Replay kills after each system call, and in the middle of each write."""
    tally = stadium.tally("kills at each call, replayed")
    for name in _scenarios(size):
        kills.replay_kills(stadium, name, tally, every=size.every * (7 if SCENARIOS[name].heavy else 1))
    return tally


def real_kills(stadium: Stadium, size: Size) -> Tally:
    """Kill processes at calls; scenarios that take seconds are killed less often."""
    tally = stadium.tally("kills at calls, real")
    for name in _scenarios(size):
        count = size.real // 5 if SCENARIOS[name].heavy else size.real
        kills.kill(stadium, name, tally, kills.stops(stadium.reference(name), count))
    return tally


def power_cuts(stadium: Stadium, size: Size) -> Tally:
    """Simulate power cuts at randomly drawn system calls."""
    tally = stadium.tally("power cuts")
    for name in _scenarios(size):
        kills.cut_power(stadium, name, tally, count=size.cuts)
    return tally


def power_cuts_without_syncs(stadium: Stadium, size: Size) -> Tally:
    """Cut the power where SQLite does not sync each transaction; the attack must find that edits get lost."""
    tally = stadium.tally("power cuts, synchronous=NORMAL", is_control=True)
    for name in ("label", "undo"):
        kills.cut_power(stadium, name, tally, count=size.control // 2, synchronous="NORMAL")
    tally.failures[:] = [failure for failure in tally.failures if "lost edits" in failure]
    return tally


def crashed_logs(stadium: Stadium, size: Size) -> Tally:
    """Compare logs with their files after kills and power cuts; no log may be taken for one of other contents."""
    tally = stadium.tally("logs after kills and power cuts")
    for name in _scenarios(size):
        kills.compare_logs(stadium, name, tally, every=size.every * (7 if SCENARIOS[name].heavy else 1))
    return tally


def full_disks(stadium: Stadium, size: Size) -> Tally:
    """Fill the disk from each call on that differs from others."""
    tally = stadium.tally("disk full at calls that differ")
    for name in _scenarios(size):
        full_disk.fill(stadium, name, tally, every=size.full)
    return tally


def broken_disks(stadium: Stadium, size: Size) -> Tally:
    """Fail each fsync that differs from others once, as on a broken disk."""
    tally = stadium.tally("fsync fails at calls that differ")
    for name in _scenarios(size):
        full_disk.break_syncs(stadium, name, tally, every=size.syncs)
    return tally


def two_writers(stadium: Stadium, size: Size) -> Tally:
    """Open one file twice: through links and copies, with a spoilt lock file, and by twenty processes at once."""
    folder = stadium.folder / "writers"
    folder.mkdir()
    command = [sys.executable, "-m", "tests.attack.writers", str(folder), str(size.races)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=600)
    found: dict[str, Any] = json.loads(done.stdout) if not done.returncode else {"count": 0, "failures": [done.stderr]}
    if "Traceback" in done.stderr:
        found["failures"].append(done.stderr)
    return Tally("two writers", found["count"], found["failures"])


def hostile_projects(stadium: Stadium, size: Size) -> Tally:
    """Read and write hostile projects by the command line."""
    tally = stadium.tally("hostile projects")
    files.hostile(stadium, tally, size.takes)
    return tally


def damaged_projects(stadium: Stadium, size: Size) -> Tally:
    """Read and repair damaged projects by the command line."""
    tally = stadium.tally("damaged projects")
    files.damaged(stadium, tally, size.takes)
    return tally


def bombs(stadium: Stadium, size: Size) -> Tally:
    """Import articles that exhaust time or memory by the command line."""
    tally = stadium.tally("bombs")
    files.bombs(stadium, tally, replace(size, files=2 * size.files - 1).takes, size.scale)  # each takes seconds
    return tally


def _attacks() -> Iterator[Attack]:
    yield from (replayed_kills, real_kills, power_cuts, power_cuts_without_syncs, crashed_logs)
    yield from (full_disks, broken_disks, two_writers)
    made = {files.HOSTILE: hostile_projects, files.DAMAGED: damaged_projects, files.BOMBS: bombs}
    yield from (attack for generator, attack in made.items() if files.is_there(generator))


ATTACKS: Mapping[str, Attack] = MappingProxyType({attack.__name__: attack for attack in _attacks()})


@contextmanager
def stadium() -> Iterator[Stadium]:
    """Yield a place for attacks, in memory if possible: a kill does not involve the disk."""
    memory = Path("/dev/shm")  # noqa: S108  # of a fresh folder in it
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="spanwright-attack-", dir=where) as folder:
        made = Stadium(Path(folder))
        try:
            yield made
        finally:
            made.close()


def _scenarios(size: Size) -> list[str]:
    names = [name for name, each in SCENARIOS.items() if size.heavy or not each.heavy]
    return [name for number, name in enumerate(names) if number in size.only]
