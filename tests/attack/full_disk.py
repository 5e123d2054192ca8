"""Disks that fill up, or break, at calls of a scenario that ask them for room.

From one call on, all that needs room fails, until the program refuses the step; then there is room again, and the step
is repeated. Nothing may be half done when it is refused, the sentence says why, and in the end everything is there.
"""

import errno
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from random import Random

from tests.attack import trace
from tests.attack.disk import Disk
from tests.attack.kills import Reference, Stadium, Tally
from tests.attack.scenarios import SCENARIOS
from tests.attack.shim import NAMES, SHORT, SYNCS, WRITES, Failing
from tests.attack.trace import Call

_NEVER = 1 << 40
_OTHERS = 10  # calls of a scenario that look like chosen ones, and are tried nevertheless
GROWING = WRITES | NAMES
_GROWN = (trace.CREATE, trace.WRITE, trace.SIZE, trace.LINK, trace.FOLDER, trace.SYMLINK)
_ROOMY = (*_GROWN, trace.ROOM)  # calls that need room, or ask for it
_SYNCED = (trace.SYNC, trace.SYNC_FOLDER)
_DRAWN = re.compile(r"\.spanwright-[a-z0-9_]{8}|-\d{4}-\d\d-\d\d-\d{6}-\d{6}")


def fill(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fill the disk from each chosen call on that needs or asks for room, or from each ``every``-th of these.

    Ten others, drawn at random, are tried too, since calls that look alike need not be. The last write of a run is also
    cut in half before.
    """
    reference = stadium.reference(scenario)
    for fail in islice(_fillings(reference), 0, None, every):
        _refuse(stadium, reference, tally, fail)


def _fillings(reference: Reference) -> Iterator[Failing]:
    chosen = _chosen(reference, _ROOMY)
    known = {call.number for call, _ in chosen}
    others = [call for call in reference.calls if call.kind in _ROOMY and call.number not in known]
    for call in Random(reference.scenario).sample(others, min(_OTHERS, len(others))):
        yield Failing(call.number, _NEVER, GROWING, errno.ENOSPC)
    for call, ends_run in chosen:
        yield Failing(call.number, _NEVER, GROWING, errno.ENOSPC)
        if ends_run and call.kind == trace.WRITE and len(call.data) > 1:
            yield Failing(call.number + 1, _NEVER, GROWING | SHORT, errno.ENOSPC)


def break_syncs(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fail each chosen fsync once, or each ``every``-th of these, as a broken disk does."""
    reference = stadium.reference(scenario)
    for call, _ in _chosen(reference, _SYNCED)[::every]:
        _refuse(stadium, reference, tally, Failing(call.number, call.number + 1, SYNCS, errno.EIO))


def _chosen(reference: Reference, kinds: Iterable[bytes]) -> list[tuple[Call, bool]]:
    """Return the calls of some kinds that differ, each with whether it ends a run.

    A run is a series of calls that do the same to the same file, such as the writes of a transaction. Of each run, the
    first two calls, the middle one and the last are chosen: SQLite writes a head and a page in turn. Runs are equal if
    they do the same, follow equal runs, and belong to steps of the same name; training, for instance, stores its
    pipeline at each evaluation. Of equal runs, the first is chosen, which makes the file, and the last, which replaces
    it.
    """
    first: dict[tuple[str, ...], tuple[Call, bool]] = {}
    last: dict[tuple[str, ...], tuple[Call, bool]] = {}
    before, step = "", ""
    for what, run in ((what, list(run)) for what, run in groupby(reference.calls, _what)):
        if mark := trace.mark_of(run[-1]):
            step = SCENARIOS[reference.scenario].steps[mark.step].__qualname__
        elif run[0].kind in kinds:
            for place in sorted({0, 1, len(run) // 2, len(run) - 1} & {*range(len(run))}):
                ends = place == len(run) - 1
                key = step, before, what, "last" if ends else str(min(place, 2))
                first.setdefault(key, (run[place], ends))
                last[key] = run[place], ends
        before = what
    return sorted({*first.values(), *last.values()}, key=lambda found: found[0].number)


def _what(call: Call) -> str:
    """Return what a call does, without times and random names. All marks count as equal."""
    return "" if call.kind == trace.MARK else _DRAWN.sub("", f"{call.kind!r} {call.path} {call.other}")


def _refuse(stadium: Stadium, reference: Reference, tally: Tally, fail: Failing) -> None:
    folder, log = stadium.laid(reference.scenario)
    before = Disk(folder)
    played = stadium.player.play(reference.scenario, folder, log, fail=fail)
    wrong = f"a bug: {played.bug}" if played.bug else ""
    if not wrong and fail.error == errno.EIO and all(call.kind != trace.FAILED for call in trace.read(log, folder)):
        wrong = "no call failed"
    if not wrong:
        wrong = _wrong_while(stadium, reference, before, log, folder, fail)
    if not wrong:
        held = stadium.judge.image(Disk(folder).image())
        wrong = reference.compare(held, len(reference.marks) - 1, but=".backups")  # repeated, they have later names
        wrong = wrong and f"in the end, {wrong}"
    tally.add(f"{reference.scenario}, {errno.errorcode[fail.error]} at call {fail.first}", wrong)
    stadium.cleared(folder)


def _wrong_while(stadium: Stadium, reference: Reference, now: Disk, log: Path, folder: Path, fail: Failing) -> str:
    """Return what was wrong after the step was refused, in the message or in the files."""
    for call in trace.read(log, folder):
        mark = trace.mark_of(call)
        if mark is None:
            now.apply(call)
        elif mark.said == "refused":
            sentence = str(mark.facts["sentence"])
            if fail.error == errno.ENOSPC and "full" not in sentence:
                return f"the sentence does not say that the disk is full: {sentence}"
            held = stadium.judge.image(now.image())
            of_step = [number for number, known in enumerate(reference.marks) if known.step == mark.step]
            found = [reference.compare(held, number) for number in of_step]
            if all(found):
                return f"refused ({mark.facts['code']}), but {found[-1]}"
    return ""
