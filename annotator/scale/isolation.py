"""Run parts in a child process, because a damaged file or native code may end the process.

If the process ends, the part is read again; the row that it had reached is tried alone, then reported. The process is
replaced after some portions, because models keep in memory the words that they have met.
"""

from collections import Counter
from collections.abc import Callable, Generator
from typing import Self

from annotator.processes import slices
from annotator.processes.process_pool import Lasting, ProcessEnded
from annotator.scale.part_work import ALONE, FAR, READING, Careful, Finished, Reached, prelabel
from annotator.scale.parts import Part
from annotator.system.errors import ModelError

PORTIONS = 100  # portions after which a process is replaced
PATIENCE = 300.0  # seconds of silence after which a process is killed
_TRIES = 2  # deaths at one row that make it a problem: a process may die for other reasons, too
_MOST_ENDS = 60  # deaths while reading one part


class PartProcess:
    """A child process that runs parts, one after another.

    The process is replaced after ``portions`` portions, and killed after ``patience`` seconds of silence. ``work`` is
    `prelabel`, or a function of the same form.
    """

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

    def run(
        self, part: Part, out: str, fingerprint: str, reached: Callable[[Reached], None] = lambda _: None
    ) -> Finished:
        """Run a part and return the result; see `steps`. ``reached`` receives the progress after each portion."""
        return slices.finish(self.steps(part, out, fingerprint), reached)

    def steps(self, part: Part, out: str, fingerprint: str) -> Generator[Reached, None, Finished]:
        """Run a part, yield its progress after each portion, and return the result.

        A row at which the process dies twice gets a problem; the other rows keep their suggestions. The process is
        killed if the generator is closed before the end.

        Raises:
            ModelError: As `prelabel`; ``corpus.died`` if the process dies again and again, ``corpus.bug``.
        """
        ends: Counter[tuple[int, int]] = Counter()
        while ends.total() < _MOST_ENDS:
            begun = (-1, READING)
            try:
                steps = self._process.steps(self._work, part, out, fingerprint, _careful(ends), patience=self._patience)
                while True:
                    first, second = next(steps)
                    if second >= FAR:
                        yield Reached(part.name, first, second - FAR)
                    else:
                        begun = (first, second)
            except StopIteration as stop:
                told: Finished = stop.value
                self._read += told.portions
                if self._read >= self._portions:
                    self.end()
                return told
            except ProcessEnded:
                self._read = 0
                ends[begun] += 1
                if begun[0] < 0 and ends[begun] >= _TRIES:  # it cannot even begin, or cannot write
                    break
            except RuntimeError as error:
                what = str(error).strip().splitlines()[-1]
                raise ModelError("corpus.bug", part=part.name, what=what) from error
            except GeneratorExit:
                self.end()
                raise
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
