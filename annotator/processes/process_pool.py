"""Several processes that do jobs side by side, for the command line: what the window does with one, many do here.

A process that dies or says nothing for too long takes only its own job with it, and one that has done many jobs is
replaced: whatever it has heaped up goes with it. All of them end when this process does, however that comes about.
"""

import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.processes import worker
from annotator.processes.worker import Advanced, Broken, Done, Failed, Given, Job, Progress

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_LOOK = 1.0  # seconds between two looks for one that hangs
_DYING = 10  # seconds


@dataclass(frozen=True, slots=True)
class Lost:
    """A job took its process along, or nothing was heard of it for too long (``hung``)."""

    number: int
    hung: bool


Answer: TypeAlias = Done | Failed | Broken | Lost


class _Member:
    """One process with the job it does."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=worker.serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.job: Job | None = None
        self.heard = time.monotonic()
        self.done = 0

    def give(self, job: Job) -> None:
        """Have a job done; one that has died meanwhile is found out when it is listened to."""
        self.job, self.heard = job, time.monotonic()
        try:
            self.pipe.send(job)
        except OSError:
            return

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join(_DYING)
        self._process.close()
        self.pipe.close()


class Ended(Exception):
    """The process of a job ended before it had an answer."""


def apart(function: Callable[..., Any], *arguments: Any, progress: Progress) -> Any:
    """Do one job in a process of its own and return its result: what ends that process does not end this one.

    Raises:
        AnnotatorError: The job failed.
        Ended: The process ended instead.
        RuntimeError: The job met a bug; the trace is the message.
    """
    member = _Member()
    try:
        member.give(Job(1, function, arguments))
        while True:
            match member.pipe.recv():
                case Done() as done:
                    return done.result
                case Failed() as failed:
                    raise failed.error
                case Broken() as broken:
                    raise RuntimeError(broken.trace)
                case Advanced() as advanced:
                    progress(advanced.done, advanced.total)
    except (EOFError, ConnectionError) as error:
        raise Ended from error
    finally:
        member.end()


def side_by_side(
    jobs: Iterator[Job], processes: int, *, patience: float, renewed_after: int
) -> Generator[Answer, None, None]:
    """Do jobs and give their answers as they come.

    Args:
        jobs: What is to be done. It is asked for more, even after it had none, until no job is under way.
        processes: How many are done at once.
        patience: Seconds without a sign of life after which a process is given up.
        renewed_after: Jobs after which a process is replaced.
    """
    crew: list[_Member] = []
    try:
        while True:
            _employ(crew, jobs, processes)
            busy = {member.pipe: member for member in crew if member.job is not None}
            if not busy:
                return
            yield from _heard(crew, busy, patience, renewed_after, lambda: _employ(crew, jobs, processes))
    finally:
        for member in crew:
            member.end()


def _employ(crew: list[_Member], jobs: Iterator[Job], processes: int) -> None:
    """Give each that has none a job, and employ more as long as there are jobs."""
    while True:
        idle = next((member for member in crew if member.job is None), None)
        if idle is None and len(crew) >= processes:
            return
        job = next(jobs, None)
        if job is None:
            return
        if idle is None:
            idle = _Member()
            crew.append(idle)
        idle.give(job)


def _heard(
    crew: list[_Member],
    busy: dict[Connection, _Member],
    patience: float,
    renewed_after: int,
    employ: Callable[[], None],
) -> Iterator[Answer]:
    ready = connection.wait(list(busy), min(_LOOK, patience))
    for pipe in ready:
        member = busy[pipe]  # type: ignore[index]  # it gives what it was given
        answer = _listen(member)
        if answer is None:
            continue
        if isinstance(answer, Lost) or member.done >= renewed_after:
            _dismiss(crew, member)
        employ()  # before the answer is worked at: nobody waits meanwhile
        yield answer
    for member in [member for member in busy.values() if member in crew and member.job is not None]:
        if time.monotonic() - member.heard > patience:
            number = member.job.number if member.job else 0
            _dismiss(crew, member)
            yield Lost(number, hung=True)


def _listen(member: _Member) -> Answer | None:
    job = member.job
    if job is None:
        return None
    member.heard = time.monotonic()
    try:
        answer = member.pipe.recv()
    except (EOFError, OSError):
        return Lost(job.number, hung=False)
    if isinstance(answer, Advanced | Given):
        return None
    member.job = None
    member.done += 1
    result: Done | Failed | Broken = answer
    return result


def _dismiss(crew: list[_Member], member: _Member) -> None:
    crew.remove(member)
    member.end()
