"""Reading untrusted files in a process that is killed and replaced when a file exceeds its limits.

One process reads many files. Its parent watches it, so even a loop in C that never returns to Python is stopped.
Results are sent as they are found: if a file ends the process, only the rest of that file is lost.
"""

import gc
import multiprocessing
import os
import select
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from time import monotonic, sleep  # noqa: TID251  # see _Process._wait
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.processes import worker
from annotator.processes.collector import collect_again
from annotator.processes.process_limits import (
    counted_memory,
    interrupts_blocked,
    limit_memory,
    resident,
    starved,
)
from annotator.processes.worker import pickled
from annotator.system.errors import AnnotatorError, TextError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from annotator.processes.pipes import Pipe

_LONGEST_PAUSE = 0.05  # seconds between two polls
_FIRST_PAUSE = 0.001
_JOIN_TIMEOUT = 10  # seconds
_MOST_STILLBORN = 2  # processes in a row that end before they begin to read a file
_SLACK = 1.25  # the operating system's limit, as a multiple of ours
_MOST_LEFTOVER = 256  # MB that an idle process may have accumulated and still be used again
_NEAR = 0.8  # share of the memory limit from which on a crash counts as running out of memory
_MB = 1 << 20
_FACTOR_LONGER = 10
_FACTOR_STARVED = 4
_LONGEST_REASON = 200  # characters


LONGER = frozenset({"text.slow", "text.memory", "text.crash"})
"""The codes of the failures that may not happen again if a file gets more time and memory."""


class LimitKind(StrEnum):
    """The limit that a file exceeded; `DEATH` if the process ended while it read the file."""

    TIME = "time"
    MEMORY = "memory"
    DEPTH = "depth"
    DEATH = "death"


class Limits(NamedTuple):
    """The limits of one file: seconds between two results, and MB in addition to the process's memory at its start.

    If a file has many records, each record is a result. Seconds for which the process waits for a processor do not
    count, up to four times the limit in all: on a busy machine a short file may take longer than a bad one elsewhere.
    """

    seconds: float = 30
    memory: int = 1024

    def is_slow(self, waited: float, starved_for: float) -> bool:
        """Return whether a result is overdue after some seconds, in part of which the process had no processor."""
        return waited - starved_for > self.seconds or waited > _FACTOR_STARVED * self.seconds


class Patience(NamedTuple):
    """The limits of all files; the files in ``longer``, which the user retries, get ten times as much."""

    limits: Limits = Limits()
    longer: frozenset[Path] = frozenset()

    def of(self, path: Path) -> Limits:
        """Return the limits of a file."""
        seconds, memory = self.limits
        return Limits(seconds * _FACTOR_LONGER, memory * _FACTOR_LONGER) if path in self.longer else self.limits


class Begun(NamedTuple):
    """The process has begun to read a file; ``place`` is the file's index in the requested list."""

    place: int


class Yielded(NamedTuple):
    """A file yielded a result."""

    place: int
    value: Any


class Aside(NamedTuple):
    """A result that is sent together with a later event instead of at once; it is lost if the process ends first."""

    value: Any


class EndOfFile(NamedTuple):
    """A file was read to its end."""

    place: int


class ReadFailed(NamedTuple):
    """A file cannot be read, for an expected reason."""

    place: int
    error: AnnotatorError


class Bug(NamedTuple):
    """Reading a file raised an unexpected exception."""

    place: int
    reason: str
    trace: str


class ReadStopped(NamedTuple):
    """Reading a file was stopped because it exceeded a limit or ended the process."""

    place: int
    kind: LimitKind


Event: TypeAlias = Begun | Yielded | EndOfFile | ReadFailed | Bug | ReadStopped
Read: TypeAlias = Callable[..., Iterator[Any]]
LimitsOf: TypeAlias = Callable[[Any], Limits]


def each(
    read: Read, items: Sequence[Any], shared: tuple[Any, ...] = (), limits: LimitsOf | None = None
) -> Generator[Event, None, None]:
    """Read items in order and yield the events of each: `Begun` first, then `Yielded` for each result.

    Args:
        read: ``read(item, *shared)`` yields results. It must be at the top level of a module.
        items: What to read, such as paths.
        shared: Further arguments of each call.
        limits: Returns the limits of an item. None reads the items in the calling process, without limits.

    Raises:
        AnnotatorError: ``worker.none`` if no process can be started.
    """
    todo = list(enumerate(items))
    if limits is None:
        yield from _events(read, todo, shared)
        return
    stillborn = 0
    while todo:
        with _borrowed_process() as process:
            rest = yield from process.read(read, [(place, item, limits(item)) for place, item in todo], shared)
        stillborn = stillborn + 1 if len(rest) == len(todo) else 0
        if stillborn >= _MOST_STILLBORN:
            raise AnnotatorError("worker.none")
        todo = [(place, item) for place, item, _ in rest]


def failure(event: Event, file: str, limits: Limits, count: int) -> AnnotatorError | None:
    """Return the error if this event means that a file was not read to its end, otherwise None.

    ``count`` is the number of articles already read from the file.
    """
    match event:
        case ReadFailed(error=error):
            return error
        case Bug(reason=reason, trace=trace):
            return TextError("text.bug", file=file, reason=reason, trace=trace)
        case ReadStopped(kind=LimitKind.TIME):
            return TextError("text.slow", file=file, seconds=f"{limits.seconds:g}", count=count)
        case ReadStopped(kind=LimitKind.MEMORY):
            return TextError("text.memory", file=file, limit=limits.memory, count=count)
        case ReadStopped(kind=LimitKind.DEPTH):
            return TextError("text.deep", file=file)
        case ReadStopped():
            return TextError("text.crash", file=file, count=count)
    return None


# In the parent


@contextmanager
def _borrowed_process() -> "Iterator[_Process]":
    """Yield the idle reading process or a new one.

    A job process keeps its reading process for the next call; the main process ends it.
    """
    global _idle  # noqa: PLW0603  # the one reading process that this process keeps
    process, _idle = _idle, None
    if process is not None and not process.idle:
        process.end()
        process = None
    process = process or _started()
    try:
        yield process
    finally:
        if process.idle and multiprocessing.parent_process() is not None:
            _idle = process
        else:
            process.end()


def _started() -> "_Process":
    try:
        return _Process()
    except OSError as error:
        raise AnnotatorError("worker.none") from error


class _Process:
    """The parent's handle of a process that reads files.

    The parent polls for results instead of being woken for each article: waking it takes longer than reading an
    article. Events that the process has sent stay in the pipe when it is killed.
    """

    def __init__(self) -> None:
        multiprocessing.current_process().daemon = False  # a daemon may not have children; ours end with it anyway
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(theirs,), name="spanwright reader")
        self._process.daemon = True
        try:
            with interrupts_blocked():
                self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()
        self._ready = _readiness(self._pipe)
        self._busy = False
        self._start = 0  # bytes of memory after the process has started
        self._peak = 0
        self._limits = Limits()
        self._killed: LimitKind | None = None
        self._watched = monotonic()

    @property
    def idle(self) -> bool:
        """Whether the process can take more work: it is alive, waiting, and has not accumulated too much memory."""
        return not self._busy and self._process.is_alive() and self._memory() - self._start < _MOST_LEFTOVER * _MB

    def end(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._process.join(_JOIN_TIMEOUT)
        self._process.close()
        self._pipe.close()

    def read(
        self, read: Read, todo: list[tuple[int, Any, Limits]], shared: tuple[Any, ...]
    ) -> Generator[Event, None, list[tuple[int, Any, Limits]]]:
        """Yield the events of the items, and return the items that are still to be read."""
        self._busy, self._limits = True, Limits()
        done = 0  # number of items that are finished
        begun = False  # whether the next item has begun
        with suppress(OSError):  # the process has died; `_received` will notice
            self._pipe.send((read, todo, shared))
        for event in self._received():
            if isinstance(event, _Started):
                self._start = event.memory
                continue
            if isinstance(event, _Finished):
                self._busy = event.spent
                break
            begun = isinstance(event, Begun | Yielded)
            if isinstance(event, Begun):
                self._limits = todo[done][2]
            done += not begun
            yield event
        if begun:
            yield ReadStopped(todo[done][0], self._killed or self._cause_of_death())
            done += 1
        return todo[done:]

    def _received(self) -> "Iterator[Event | _Started | _Finished]":
        """Yield the events that the process sends, until the process has ended."""
        while True:
            try:
                self._wait()
                events: list[Event | _Started | _Finished] = self._pipe.recv()
            except (EOFError, OSError):
                return
            yield from events

    def _wait(self) -> None:
        """Wait until an event has arrived or the process has ended."""
        since, pause = monotonic(), _FIRST_PAUSE
        starved_before: float | None = None  # not read for each event, which would take longer than an article
        while True:
            is_ready = self._ready()  # first, since this process may have had no processor for long
            now = monotonic()
            if now - self._watched > _LONGEST_PAUSE:
                self._watched = now
                starved_in_all = starved(self._process.pid or 0)
                starved_before = starved_in_all if starved_before is None else starved_before
                self._watch(0 if is_ready else now - since, starved_in_all - starved_before)
            if is_ready:
                return
            sleep(pause)  # blocking on the pipe would be slower: each wake-up takes time
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _watch(self, waited: float, starved_for: float) -> None:
        """Kill the process if it exceeds its limits; events that it has already sent are still received."""
        memory = self._memory()
        self._peak = max(self._peak, memory)
        if self._start and memory - self._start > self._limits.memory * _MB:
            self._kill(LimitKind.MEMORY)
        elif self._limits.is_slow(waited, starved_for):
            self._kill(LimitKind.TIME)

    def _kill(self, kind: LimitKind) -> None:
        self._killed = self._killed or kind
        self._process.kill()

    def _cause_of_death(self) -> LimitKind:
        """Return the probable cause of the process's end; running out of memory in C looks like any other crash."""
        near = self._peak - self._start > self._limits.memory * _MB * _NEAR
        return LimitKind.MEMORY if near else LimitKind.DEATH

    def _memory(self) -> int:
        return resident(self._process.pid or 0)


def _readiness(pipe: "Pipe") -> Callable[[], bool]:
    """Return a function that checks whether a pipe has data to receive, ten times as fast as `Connection.poll`."""
    if sys.platform == "win32":
        return pipe.poll
    poll = select.poll()
    poll.register(pipe.fileno(), select.POLLIN)
    return lambda: bool(poll.poll(0))


_idle: _Process | None = None


# In the process that reads


class _Started(NamedTuple):
    """The process is ready; ``memory`` is its resident memory before it reads, in bytes."""

    memory: int


class _Finished(NamedTuple):
    """The process has stopped reading: all items are read, or with ``spent`` another process must read the rest."""

    spent: bool


def _serve(pipe: "Pipe") -> None:
    """Read the items that arrive through a pipe, until its other end closes or the parent process ends."""
    worker.prepare()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # nobody reads what libraries print about bad files
    memory, data = resident(os.getpid()), counted_memory()
    gc.disable()  # nothing becomes garbage while the first call imports its readers
    with suppress(EOFError, OSError):
        while True:
            read, todo, shared = pipe.recv()
            collect_again()
            waiting: list[Event | _Started | _Finished] = [_Started(memory)]
            for event in _restricted(read, todo, shared, data):
                waiting.append(event)
                if not isinstance(event, EndOfFile) and not (
                    isinstance(event, Yielded) and isinstance(event.value, Aside)
                ):
                    pipe.send_bytes(pickled(waiting))  # at once, since the next read may never return
                    waiting.clear()


def _restricted(
    read: Read, todo: list[tuple[int, Any, Limits]], shared: tuple[Any, ...], data: int
) -> "Iterator[Event | _Finished]":
    before: Limits | None = None
    for place, item, limits in todo:
        if limits != before:
            limit_memory(data + int(limits.memory * _SLACK) * _MB)
            before = limits
        for event in _events(read, [(place, item)], shared):
            yield event
            if isinstance(event, ReadStopped) and event.kind is LimitKind.MEMORY:
                yield _Finished(spent=True)
                return
    yield _Finished(spent=False)


def _events(read: Read, todo: Sequence[tuple[int, Any]], shared: tuple[Any, ...]) -> Iterator[Event]:
    """Read items and yield their events; exceptions of readers become events."""
    for place, item in todo:
        yield Begun(place)
        try:
            for value in read(item, *shared):
                yield Yielded(place, value)
        except AnnotatorError as error:
            yield ReadFailed(place, error)
        except MemoryError:
            yield ReadStopped(place, LimitKind.MEMORY)
        except RecursionError:
            yield ReadStopped(place, LimitKind.DEPTH)
        except Exception as error:  # noqa: BLE001  # a bug in a reader must not end a batch
            yield Bug(place, _reason(error), traceback.format_exc())
        else:
            yield EndOfFile(place)


def _reason(error: Exception) -> str:
    """Return the error's message with its source file and line, short enough for a sentence."""
    message = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{message} ({Path(last.filename).name}, {last.lineno})"
