"""A pool of job processes for the command line, which uses several; the window uses only one.

If a process dies or falls silent, only its own job is lost. After many jobs a process is replaced, to free the memory
it has accumulated. All job processes end when this process ends, even if it crashes.
"""

import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.processes import slices, worker
from annotator.processes.worker import Advanced, Done, Failed, Given, JobCall, JobCrashed, Progress

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from annotator.processes.pipes import Pipe

_LONGEST_WAIT = 1.0  # seconds between two checks for hanging processes
_JOIN_TIMEOUT = 10  # seconds


@dataclass(frozen=True, slots=True)
class LostJob:
    """A job has no result, because its process ended or (``hung``) was silent for too long; ``number`` is the job's."""

    number: int
    hung: bool


Answer: TypeAlias = Done | Failed | JobCrashed | LostJob


class _Member:
    """One process with its current job."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=worker.serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.job: JobCall | None = None
        self.last_sign = time.monotonic()
        self.done = 0

    def give(self, job: JobCall) -> None:
        """Send a job to the process; a process that has died is noticed when its answer is read."""
        self.job, self.last_sign = job, time.monotonic()
        try:
            self.pipe.send(job)
        except OSError:
            return

    def end(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._process.join(_JOIN_TIMEOUT)
        self._process.close()
        self.pipe.close()


class ProcessEnded(Exception):
    """Raised when the process of a job ended without an answer."""


class Lasting:
    """A process that runs one job after another; if it has ended, the next job gets a new process."""

    def __init__(self) -> None:
        self._member: _Member | None = None

    def run(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        progress: Progress,
        patience: float | None = None,
    ) -> Any:
        """Run a job and return its result; a crash of the job does not end the calling process.

        Args:
            function: The job.
            arguments: Its arguments.
            progress: Receives the job's progress.
            patience: Seconds of silence after which the process is killed, None to wait forever.

        Raises:
            AnnotatorError: The job failed with an expected error.
            ProcessEnded: The process ended without an answer, or was killed.
            RuntimeError: The job raised an unexpected exception; the message is its traceback.
        """
        return slices.finish(self.steps(function, *arguments, patience=patience), lambda step: progress(*step))

    def steps(
        self, function: Callable[..., Any], *arguments: Any, patience: float | None = None
    ) -> Generator[tuple[int, int], None, Any]:
        """Run a job like `run`, but yield its progress, and return its result at the end.

        The process is killed if the generator is closed before.
        """
        member = self._member = self._member or _Member()
        member.give(JobCall(1, function, arguments))
        try:
            while True:
                if not member.pipe.poll(patience):
                    raise EOFError  # a process that hangs is treated as one that has ended
                match member.pipe.recv():
                    case Done() as done:
                        return done.result
                    case Failed() as failed:
                        raise failed.error
                    case JobCrashed() as broken:
                        raise RuntimeError(broken.trace)
                    case Advanced() as advanced:
                        yield advanced.done, advanced.total
        except (EOFError, ConnectionError) as error:
            self.end()
            raise ProcessEnded from error
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            self.end()
            raise

    def end(self) -> None:
        """Kill the process, if there is one."""
        if self._member is not None:
            self._member.end()
            self._member = None


def run_isolated(function: Callable[..., Any], *arguments: Any, progress: Progress) -> Any:
    """Run one job in a new process and return its result; a crash of the job does not end the calling process.

    Raises:
        AnnotatorError: The job failed with an expected error.
        ProcessEnded: The process ended without an answer.
        RuntimeError: The job raised an unexpected exception; the message is its traceback.
    """
    process = Lasting()
    try:
        return process.run(function, *arguments, progress=progress)
    finally:
        process.end()


def run_parallel(
    jobs: Iterator[JobCall], processes: int, *, patience: float, renewed_after: int
) -> Generator[Answer, None, None]:
    """Run jobs in parallel and yield their answers as they arrive.

    Args:
        jobs: The jobs. An exhausted iterator is asked again as long as a job is running.
        processes: The highest number of processes that run at the same time.
        patience: Seconds of silence after which a process is killed.
        renewed_after: The number of jobs after which a process is replaced.
    """
    members: list[_Member] = []
    assign = partial(_assign_jobs, members, jobs, processes)
    try:
        while True:
            assign()
            busy = {member.pipe: member for member in members if member.job is not None}
            if not busy:
                return
            yield from _collect_answers(members, busy, patience, renewed_after, assign)
    finally:
        for member in members:
            member.end()


def _assign_jobs(members: list[_Member], jobs: Iterator[JobCall], processes: int) -> None:
    """Start a job in each idle process, and up to ``processes`` processes while there are jobs."""
    while True:
        idle = next((member for member in members if member.job is None), None)
        if idle is None and len(members) >= processes:
            return
        job = next(jobs, None)
        if job is None:
            return
        if idle is None:
            idle = _Member()
            members.append(idle)
        idle.give(job)


def _collect_answers(
    members: list[_Member],
    busy: "dict[Pipe, _Member]",
    patience: float,
    renewed_after: int,
    assign: Callable[[], None],
) -> Iterator[Answer]:
    ready = connection.wait(list(busy), min(_LONGEST_WAIT, patience))
    for pipe in ready:
        member = busy[pipe]  # type: ignore[index]  # wait returns the objects it was given
        answer = _receive(member)
        if answer is None:
            continue
        if isinstance(answer, LostJob) or member.done >= renewed_after:
            _remove(members, member)
        assign()  # before the caller handles the answer, so that no process waits for it
        yield answer
    for member in [member for member in busy.values() if member in members and member.job is not None]:
        if time.monotonic() - member.last_sign > patience:
            number = member.job.number if member.job else 0
            _remove(members, member)
            yield LostJob(number, hung=True)


def _receive(member: _Member) -> Answer | None:
    job = member.job
    if job is None:
        return None
    member.last_sign = time.monotonic()
    try:
        answer = member.pipe.recv()
    except (EOFError, OSError):
        return LostJob(job.number, hung=False)
    if isinstance(answer, Advanced | Given):
        return None
    member.job = None
    member.done += 1
    result: Done | Failed | JobCrashed = answer
    return result


def _remove(members: list[_Member], member: _Member) -> None:
    members.remove(member)
    member.end()
