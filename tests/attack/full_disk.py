"""Disks that fill up, or break, at each call of a scenario that asks them for room.

From one call on, all that needs room fails, until the program refuses the step; then there is room again, and the step
is repeated. Nothing may be half done when it is refused, the sentence says why, and in the end everything is there.
"""

import errno
from pathlib import Path

from tests.attack import trace
from tests.attack.disk import Disk
from tests.attack.kills import Reference, Stadium, Tally
from tests.attack.shim import NAMES, SHORT, SYNCS, WRITES, Failing

_NEVER = 1 << 40
GROWING = WRITES | NAMES


def fill(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fill the disk from each call on, or from each ``every``-th; every third time a write is cut before."""
    reference = stadium.reference(scenario)
    for number, call in enumerate(range(1, reference.traced + 1, every)):
        short = SHORT if number % 3 == 0 else 0
        _refuse(stadium, reference, tally, Failing(call, _NEVER, GROWING | short, errno.ENOSPC))


def break_syncs(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fail each fsync once, as a broken disk does."""
    reference = stadium.reference(scenario)
    syncs = [
        number for number, call in enumerate(_traced(reference), 1) if call.kind in (trace.SYNC, trace.SYNC_FOLDER)
    ]
    for call in syncs[::every]:
        _refuse(stadium, reference, tally, Failing(call, call + 1, SYNCS, errno.EIO))


def _traced(reference: Reference) -> list[trace.Call]:
    """Return the calls that count, without shared memory and marks."""
    return [call for call in reference.calls if call.kind not in (trace.MARK, trace.SHARED)]


def _refuse(stadium: Stadium, reference: Reference, tally: Tally, fail: Failing) -> None:
    folder, log = stadium.laid(reference.scenario)
    before = Disk(folder)
    played = stadium.player.play(reference.scenario, folder, log, fail=fail)
    wrong = f"a bug: {played.bug}" if played.bug else ""
    if not wrong:
        wrong = _wrong_while(stadium, reference, before, log, folder, fail)
    if not wrong:
        held = stadium.judge.image(Disk(folder).image())
        wrong = reference.compare(held, len(reference.marks) - 1, but=".backups")  # repeated, they have later names
        wrong = wrong and f"in the end, {wrong}"
    tally.add(f"{reference.scenario}, {errno.errorcode[fail.error]} at call {fail.first}", wrong)
    stadium.cleared(folder)


def _wrong_while(stadium: Stadium, reference: Reference, now: Disk, log: Path, folder: Path, fail: Failing) -> str:
    """Return what was wrong when the step was refused: in the sentence, or in the files."""
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
