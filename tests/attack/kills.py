"""Kills and power cuts at each call of a scenario, replayed from the log of one play, or done for real.

Marks measure what is stored. Between two of them each file holds its content at the first or at the second, and nothing
else: so what was acknowledged is durable, and no step is half done.
"""

import random
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TextIO, TypeAlias

from annotator.store.checks.log_origin import is_unrelated
from tests.attack import trace
from tests.attack.disk import MODES, Disk, Image, put
from tests.attack.judging import Judge, Judged
from tests.attack.shim import AFTER, BEFORE, HALF, Player
from tests.attack.trace import Call, Mark

Held: TypeAlias = Mapping[str, Judged]
_MISSING = Judged(digest="missing")


@dataclass
class Tally:
    """Counts the tries of an attack, and lists the failed ones."""

    name: str
    count: int = 0
    failures: list[str] = field(default_factory=list)
    is_control: bool = False  # it must fail: else the failures of others would not be seen, either
    log: TextIO | None = None  # gets a line for each try
    _since: float = field(default_factory=monotonic)

    @property
    def is_well(self) -> bool:
        """Return whether nothing failed."""
        return self.count > 0 and bool(self.failures) == self.is_control

    def add(self, place: str, wrong: str) -> None:
        """Count one try."""
        self.count += 1
        if wrong:
            self.failures.append(f"{place}: {wrong}")
        if self.log is not None:
            now = monotonic()
            print(f"{now - self._since:.1f}", place, wrong or "well", sep="\t", file=self.log, flush=True)
            self._since = now


@dataclass
class Reference:
    """One undisturbed play: its calls, and what the files held at each mark.

    ``before`` is the disk as it was; ``marks[n]`` stands at ``calls[places[n]]``, where the files held ``held[n]``.
    """

    scenario: str
    prepared: Path
    before: Disk
    calls: list[Call]
    marks: list[Mark] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)

    @property
    def traced(self) -> int:
        """The number of calls that can be stopped at."""
        return int(next(mark.facts["calls"] for mark in reversed(self.marks) if mark.said == "done"))

    def compare(self, held: Held, mark: int, *, power: bool = False, but: str = "") -> str:
        """Return what is wrong with files that were left after a mark, empty if nothing is.

        Files in folders whose names end with ``but`` may differ from this play, but must be complete.
        """
        if wrong := [f"{name}: {found.wrong}" for name, found in sorted(held.items()) if found.wrong]:
            return wrong[0]
        for name in sorted({*held, *self.held[mark]}):
            found = held.get(name, _MISSING)
            is_other = but and Path(name).parent.name.endswith(but)
            if not is_other and found.digest not in self._allowed(mark, name, power=power):
                gone = self.held[mark].get(name, _MISSING).edits - found.edits
                what = "is missing" if found is _MISSING else f"lost edits {sorted(gone)}" if gone else "is half done"
                return f"{name} {what} (step {self.marks[mark].step}, after {self.marks[mark].said})"
        return ""

    def _allowed(self, mark: int, name: str, *, power: bool) -> set[str]:
        found = {held.get(name, _MISSING).digest for held in self.held[mark : mark + 2]}
        if power and _MISSING.digest in found:  # that a file was removed may be forgotten
            found |= {held[name].digest for held in self.held[: mark + 1] if name in held}
        return found


class Stadium:
    """Plays scenarios and judges the results, in one folder, which should be in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("home", "judged", "prepared"):
            (folder / name).mkdir()
        self.player = Player(folder / "home")
        self.judge = Judge(folder / "judged")
        self.log: TextIO | None = None
        self._references: dict[tuple[str, str], Reference] = {}
        self._plays = 0

    def close(self) -> None:
        """End the playing process."""
        self.player.close()

    def tally(self, name: str, *, is_control: bool = False) -> Tally:
        """Return the tally of an attack, which writes to ``log``."""
        return Tally(name, is_control=is_control, log=self.log)

    def prepared(self, scenario: str) -> Path:
        """Return a folder with the state before a scenario."""
        folder = self.folder / "prepared" / scenario
        if not folder.exists():
            folder.mkdir()
            self.player.prepare(scenario, folder)
        return folder

    def laid(self, scenario: str) -> tuple[Path, Path]:
        """Return a folder to play a scenario in, and the place of its log."""
        self._plays += 1
        folder = self.folder / f"play-{self._plays}"
        shutil.copytree(self.prepared(scenario), folder)
        return folder, folder.with_suffix(".log")

    def cleared(self, folder: Path) -> None:
        """Remove a folder that was played in, and its log."""
        shutil.rmtree(folder)
        folder.with_suffix(".log").unlink(missing_ok=True)

    def reference(self, scenario: str, *, synchronous: str = "") -> Reference:
        """Play a scenario once, undisturbed, and see what the files hold at each mark.

        Raises:
            AssertionError: The play failed, or what was acknowledged was not there.
        """
        key = scenario, synchronous
        if key not in self._references:
            folder, log = self.laid(scenario)
            before = Disk(folder)
            played = self.player.play(scenario, folder, log, synchronous=synchronous)
            assert not played.bug, played.bug
            made = Reference(scenario, self.prepared(scenario), before, list(trace.read(log, folder)))
            self._see(made)
            self.cleared(folder)
            self._references[key] = made
        return self._references[key]

    def _see(self, made: Reference) -> None:
        now, told = made.before.copy(), set[str]()
        for place, call in enumerate(made.calls):
            mark = trace.mark_of(call)
            if mark is None:
                now.apply(call)
                continue
            held = self.judge.image(now.image())
            told |= set(mark.facts.get("edits", ()))
            stored = {id_ for one in held.values() for id_ in one.edits}
            assert told <= stored, f"{made.scenario}: acknowledged, not stored: {told - stored}"
            assert not (wrong := [one.wrong for one in held.values() if one.wrong]), (made.scenario, mark, wrong)
            made.marks.append(mark)
            made.places.append(place)
            made.held.append(held)


def prefixes(reference: Reference) -> Iterator[tuple[str, int, Disk]]:
    """Yield the disk after each call, and in the middle of each write, with the mark before it.

    The disk is only good until the next one is asked for.
    """
    now, mark = reference.before.copy(), -1
    for place, call in enumerate(reference.calls):
        if call.kind == trace.MARK:
            mark += 1
            continue
        if call.kind == trace.WRITE and len(call.data) > 1:
            torn = now.copy()
            torn.apply(call._replace(data=call.data[: len(call.data) // 2]))
            yield f"call {place}, half", mark, torn
        now.apply(call)
        yield f"call {place}", mark, now


def replay_kills(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Judge what a kill would leave after each call of a scenario, or after each ``every``-th."""
    reference = stadium.reference(scenario)
    for number, (place, mark, now) in enumerate(prefixes(reference)):
        if number % every == 0:
            held = stadium.judge.image(now.image())
            tally.add(f"{scenario}, {place}", reference.compare(held, mark))


def kill(stadium: Stadium, scenario: str, tally: Tally, stops: Iterable[tuple[int, int]]) -> None:
    """Kill a scenario for real at calls, before, in the middle of, or after them, and judge what is left.

    The files must also equal, byte by byte, what a replay of the log gives. This proves that replayed kills are like
    real ones.
    """
    reference = stadium.reference(scenario)
    for call, how in stops:
        folder, log = stadium.laid(scenario)
        now = Disk(folder)
        played = stadium.player.play(scenario, folder, log, stop=(call, how))
        marks = -1
        for one in trace.read(log, folder):
            marks += one.kind == trace.MARK
            now.apply(one)
        left = Disk(folder).image()
        wrong = "" if played.killed else f"was not killed: {played.bug}"
        wrong = wrong or played.bug or _differing(left, now.image())
        wrong = wrong or reference.compare(stadium.judge.image(left), marks)
        tally.add(f"{scenario}, killed {('before', 'in', 'after')[how]} call {call}", wrong)
        stadium.cleared(folder)


def stops(reference: Reference, count: int) -> list[tuple[int, int]]:
    """Return ``count`` calls of a play, evenly spaced, with where in them to stop."""
    step = max(1, reference.traced // count)
    places = range(1, reference.traced + 1, step)
    return [(place, (BEFORE, HALF, AFTER)[number % 3]) for number, place in enumerate(places)][:count]


def cut_power(stadium: Stadium, scenario: str, tally: Tally, *, count: int, synchronous: str = "") -> None:
    """Judge what power cuts would leave at randomly drawn calls.

    With ``synchronous`` the project is written under SQLite's pragma of that value.
    """
    reference = stadium.reference(scenario, synchronous=synchronous)
    chance = random.Random(scenario + synchronous)
    number = len(reference.calls) - len(reference.marks)
    drawn = sorted(chance.choices(range(number), k=count))
    now, mark, passed = reference.before.copy(), -1, 0
    for place, call in enumerate(reference.calls):
        if call.kind == trace.MARK:
            mark += 1
            continue
        now.apply(call)
        while drawn and drawn[0] == passed:
            drawn.pop(0)
            mode = MODES[len(drawn) % len(MODES)]
            held = stadium.judge.image(now.cut(mode, chance))
            tally.add(f"{scenario}, power cut after call {place} ({mode})", reference.compare(held, mark, power=True))
        passed += 1


def compare_logs(stadium: Stadium, scenario: str, tally: Tally, *, every: int) -> None:
    """Compare each log with its file after kills and power cuts at each ``every``-th call; all must fit."""
    chance, folder = random.Random(scenario), stadium.folder / "compared"
    for number, (place, _, now) in enumerate(prefixes(stadium.reference(scenario))):
        if number % every:
            continue
        for how, image in (("kill", now.image()), *((mode, now.cut(mode, chance)) for mode in MODES[1:3])):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            put(image, folder)
            found = [path for path in folder.rglob("*.spanwright") if is_unrelated(path, locked=True)]
            tally.add(f"{scenario}, {how} after {place}", f"the log of {found[0].name} is not used" if found else "")


def _differing(left: Image, told: Image) -> str:
    names = [name for name in sorted({*left, *told}) if left.get(name, b"missing") != told.get(name, b"missing")]
    return f"the log tells another content of {names}" if names else ""
