"""Disks that fill up, or break, at each call of a scenario that asks them for room.

From one call on, all that needs room fails, until the program refuses the step; then there is room again, and the step
is repeated. Nothing may be half done when it is refused, the sentence says why, and in the end everything is there.
"""

import errno
import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from tests.attack import trace
from tests.attack.disk import Disk
from tests.attack.kills import Reference, Stadium, Tally
from tests.attack.scenarios import SCENARIOS
from tests.attack.shim import NAMES, SHORT, SYNCS, WRITES, Failing
from tests.attack.trace import Call

_NEVER = 1 << 40
GROWING = WRITES | NAMES
_GROWN = (trace.CREATE, trace.WRITE, trace.SIZE, trace.LINK, trace.FOLDER, trace.SYMLINK)
_SYNCED = (trace.SYNC, trace.SYNC_FOLDER)
_RANDOM = re.compile(r"\.spanwright-[a-z0-9_]{8}")


def fill(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fill the disk from each call on that needs or asks for room, or from each ``every``-th.

    Every third write is also cut in half before. A disk that is full from another call on is met at the next of these.
    """
    reference = stadium.reference(scenario)
    for fail in islice(_fillings(reference), 0, None, every):
        _refuse(stadium, reference, tally, fail)


def _fillings(reference: Reference) -> Iterator[Failing]:
    for number, call in enumerate(_chosen(reference, (*_GROWN, trace.ROOM))):
        yield Failing(call.number, _NEVER, GROWING, errno.ENOSPC)
        if number % 3 == 0 and call.kind == trace.WRITE and len(call.data) > 1:
            yield Failing(call.number + 1, _NEVER, GROWING | SHORT, errno.ENOSPC)


def break_syncs(stadium: Stadium, scenario: str, tally: Tally, *, every: int = 1) -> None:
    """Fail each fsync once, as a broken disk does."""
    reference = stadium.reference(scenario)
    for call in _chosen(reference, _SYNCED)[::every]:
        _refuse(stadium, reference, tally, Failing(call.number, call.number + 1, SYNCS, errno.EIO))


def _chosen(reference: Reference, kinds: Iterable[bytes]) -> list[Call]:
    """Return the calls of some kinds.

    A scenario that takes seconds does the same to the same file many times, as training does that stores its pipeline
    at each evaluation. Of calls that are the same, behind calls that are the same, the first counts, which makes the
    file, and the last, which replaces it.
    """
    if not SCENARIOS[reference.scenario].heavy:
        return [call for call in reference.calls if call.kind in kinds]
    first: dict[tuple[str, str], Call] = {}
    last: dict[tuple[str, str], Call] = {}
    for before, call in pairwise(reference.calls):
        if call.kind in kinds:
            key = _what(before), _what(call)
            first.setdefault(key, call)
            last[key] = call
    return sorted({*first.values(), *last.values()}, key=lambda call: call.number)


def _what(call: Call) -> str:
    """Return what a call does, without names drawn by chance; all marks are the same."""
    return "" if call.kind == trace.MARK else _RANDOM.sub("", f"{call.kind!r} {call.path} {call.other}")


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
