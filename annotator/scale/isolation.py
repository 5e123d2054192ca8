"""Runs parts in a child process. If the process dies, the part is read again, with more care at that row.

The process is replaced after some portions, because models keep in memory the words that they have met.
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
_TRIES = 2  # deaths at one row that make it a problem: a process may die for other reasons, too
_MOST_ENDS = 60  # deaths while reading one part


class PartProcess:
    """A process that runs parts, one after another; ``work`` is `prelabel` or a replacement for it."""

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
        """Run a part. A row at which the process dies twice gets a problem; the other rows keep their suggestions.

        Raises:
            ModelError: As `prelabel`; ``corpus.died`` if the process dies again and again, ``corpus.bug``.
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
                if begun[0] < 0 and ends[begun] >= _TRIES:  # it cannot even begin, or cannot write
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
    """Return the rows that need care: those at which the process died `_TRIES` times."""
    places = {place for place, count in ends.items() if count >= _TRIES and place[0] >= 0}
    return Careful(
        unreadable=frozenset(row for row, doing in places if doing == READING),
        alone=frozenset(row for row, doing in places if doing not in (READING, ALONE)),
        deadly=frozenset(row for row, doing in places if doing == ALONE),
    )


_idle: list[PartProcess] = []
"""The processes of this cluster worker that wait for a part; at most one for each of its threads."""


def run_here(part: Part, out: str, fingerprint: str) -> tuple[int, Finished]:
    """Run a part in a cluster worker; return the worker's process id and the result."""
    with suppress(AssertionError):
        multiprocessing.current_process().daemon = False  # a daemon may not start processes
    process = _idle.pop() if _idle else PartProcess()
    try:
        told = process.run(part, out, fingerprint)
    except BaseException:
        process.end()
        raise
    _idle.append(process)
    return os.getpid(), told
