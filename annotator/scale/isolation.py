"""Parts in a process of their own, which may end: then the part is read again, with more care at that place.

After some portions a process is replaced, as models keep the words that they have met.
"""

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from annotator.processes.process_pool import Ended, Lasting
from annotator.scale.part_work import ALONE, READING, Careful, Finished, prelabel
from annotator.scale.parts import Part
from annotator.system.errors import ModelError

PORTIONS = 100  # after which a process is replaced
PATIENCE = 300.0  # seconds of silence after which a process is killed
_TRIES = 2  # at one place: others end processes, too
_MOST_ENDS = 60  # of a part


class PartProcess:
    """One process that does parts, one after the other; ``work`` is `prelabel` or stands in for it."""

    def __init__(
        self, portions: int = PORTIONS, patience: float = PATIENCE, work: Callable[..., Finished] = prelabel
    ) -> None:
        self._process = Lasting()
        self._work = work
        self._portions = portions
        self._patience = patience
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def run(self, part: Part, out: str, fingerprint: str) -> Finished:
        """Do a part. A row that ends the process twice gets a problem; its neighbours keep their suggestions.

        Raises:
            ModelError: As `prelabel`; ``corpus.died`` if the process ends again and again, ``corpus.bug``.
        """
        ends: Counter[tuple[int, int]] = Counter()
        begun = (-1, READING)

        def note(row: int, doing: int) -> None:
            nonlocal begun
            begun = (row, doing)

        while ends.total() < _MOST_ENDS:
            begun = (-1, READING)
            try:
                told: Finished = self._process.run(
                    self._work, part, out, fingerprint, _careful(ends), progress=note, patience=self._patience
                )
            except Ended:
                self._read = 0
                ends[begun] += 1
                if begun[0] < 0 and ends[begun] >= _TRIES:  # it cannot even begin, or not write
                    break
            except RuntimeError as error:
                what = str(error).strip().splitlines()[-1]
                raise ModelError("corpus.bug", part=part.name, what=what) from error
            else:
                self._read += told.portions
                if self._read >= self._portions:
                    self.end()
                return told
        raise ModelError("corpus.died", part=part.name, count=ends.total())

    def end(self) -> None:
        """End the process; the next part gets a new one."""
        self._process.end()
        self._read = 0


def _careful(ends: Counter[tuple[int, int]]) -> Careful:
    """Return the places where a process ended often enough."""
    places = {place for place, count in ends.items() if count >= _TRIES and place[0] >= 0}
    return Careful(
        unreadable=frozenset(row for row, doing in places if doing == READING),
        alone=frozenset(row for row, doing in places if doing not in (READING, ALONE)),
        deadly=frozenset(row for row, doing in places if doing == ALONE),
    )


_idle: list[PartProcess] = []
"""The processes of this worker of a cluster that wait for a part; there are as many as it has threads."""


def run_here(part: Part, out: str, fingerprint: str) -> tuple[int, Finished]:
    """Do a part in a worker of a cluster; return also the worker's process number."""
    with suppress(AssertionError):
        multiprocessing.current_process().daemon = False  # otherwise it may start no process
    process = _idle.pop() if _idle else PartProcess()
    try:
        told = process.run(part, out, fingerprint)
    except BaseException:
        process.end()
        raise
    _idle.append(process)
    return os.getpid(), told
