"""Reading untrusted files in a process that is killed and replaced when a file exceeds its limits.

The process stays warm from file to file. It is watched from outside, so even a loop in C that never returns to Python
is ended. Results are sent as they are found: a file that ends the process costs only its own remainder.
"""

import multiprocessing
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from multiprocessing import connection
from pathlib import Path
from time import monotonic, sleep  # noqa: TID251  # see _Process._wait
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.processes import worker
from annotator.processes.packing import packed
from annotator.system.errors import AnnotatorError, TextError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_LOOK = 0.05  # seconds between two looks at the process
_SOON = 0.001  # seconds until the first look
_DYING = 10  # seconds
_STILLBORN = 2  # processes in a row that end before they begin a file
_SLACK = 1.25  # how much more the system lets a process take at once than we let it have
_HEAPED = 256  # MB that an idle process may have heaped up
_NEAR = 0.8  # of the limit of memory
_MB = 1 << 20
_LONGER = 10
_REASON = 200  # characters
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux


LONGER = frozenset({"text.slow", "text.memory", "text.crash"})
"""The codes of failures that may go away when a file is given more time and memory."""


class Kind(StrEnum):
    """The limit that a file exceeded, or that it ended the process."""

    TIME = "time"
    MEMORY = "memory"
    DEPTH = "depth"
    DEATH = "death"


class Limits(NamedTuple):
    """What one file may take: seconds between two results, and MB above the memory the process started with.

    In a file of many records, each record is a result.
    """

    seconds: float = 30
    memory: int = 1024


class Patience(NamedTuple):
    """The limits of files; those the user wants to retry get ten times as much."""

    limits: Limits = Limits()
    longer: frozenset[Path] = frozenset()

    def of(self, path: Path) -> Limits:
        """Return the limits of a file."""
        seconds, memory = self.limits
        return Limits(seconds * _LONGER, memory * _LONGER) if path in self.longer else self.limits


class Begun(NamedTuple):
    """A file is being read; ``place`` is its index in the requested list."""

    place: int


class Found(NamedTuple):
    """A file yielded a result."""

    place: int
    value: Any


class Aside(NamedTuple):
    """A value sent with a later event instead of at once; lost if the process ends before that."""

    value: Any


class Ended(NamedTuple):
    """A file was read to its end."""

    place: int


class Failed(NamedTuple):
    """A file cannot be read, for an expected reason."""

    place: int
    error: AnnotatorError


class Bug(NamedTuple):
    """Reading a file raised an unexpected exception."""

    place: int
    reason: str
    trace: str


class Exceeded(NamedTuple):
    """A file was given up."""

    place: int
    kind: Kind


Event: TypeAlias = Begun | Found | Ended | Failed | Bug | Exceeded
Read: TypeAlias = Callable[..., Iterator[Any]]
LimitsOf: TypeAlias = Callable[[Any], Limits]


def each(
    read: Read, items: Sequence[Any], shared: tuple[Any, ...] = (), limits: LimitsOf | None = None
) -> Generator[Event, None, None]:
    """Read items in order and yield the events of each: `Begun` first, then `Found` for each result.

    Args:
        read: ``read(item, *shared)`` yields results. It must be at the top level of a module.
        items: What to read, such as paths.
        shared: Further arguments of each call.
        limits: Returns the limits of an item. None: read in this very process, without limits.

    Raises:
        AnnotatorError: ``worker.none``.
    """
    todo = list(enumerate(items))
    if limits is None:
        yield from _events(read, todo, shared)
        return
    stillborn = 0
    while todo:
        with _employed() as process:
            rest = yield from process.read(read, [(place, item, limits(item)) for place, item in todo], shared)
        stillborn = stillborn + 1 if len(rest) == len(todo) else 0
        if stillborn >= _STILLBORN:
            raise AnnotatorError("worker.none")
        todo = [(place, item) for place, item, _ in rest]


def failure(event: Event, file: str, limits: Limits, count: int) -> AnnotatorError | None:
    """Return why a file was not read to its end, None if it was or goes on; ``count`` articles came before."""
    match event:
        case Failed(error=error):
            return error
        case Bug(reason=reason, trace=trace):
            return TextError("text.bug", file=file, reason=reason, trace=trace)
        case Exceeded(kind=Kind.TIME):
            return TextError("text.slow", file=file, seconds=f"{limits.seconds:g}", count=count)
        case Exceeded(kind=Kind.MEMORY):
            return TextError("text.memory", file=file, limit=limits.memory, count=count)
        case Exceeded(kind=Kind.DEPTH):
            return TextError("text.deep", file=file)
        case Exceeded():
            return TextError("text.crash", file=file, count=count)
    return None


def let_go() -> None:
    """End the idle process that waits for more to read, if there is one."""
    global _idle  # there is one for this process
    process, _idle = _idle, None
    if process is not None:
        process.end()


# In the process that wants something read


@contextmanager
def _employed() -> "Iterator[_Process]":
    """Lend the idle process or a new one; a job process keeps it for the next call."""
    global _idle  # noqa: PLW0603
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
    """A process that reads files, seen from its parent.

    The parent polls for results instead of being woken for each article: a wake-up costs more than reading one.
    Whatever the process has written stays in the pipe when it is killed.
    """

    def __init__(self) -> None:
        multiprocessing.current_process().daemon = False  # a daemon may have no children; ours end with it all the same
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(theirs,), name="spanwright reader")
        self._process.daemon = True
        try:
            with _deaf():
                self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()
        self._ready = _readiness(self._pipe)
        self._busy = False
        self._start = 0  # bytes of memory that it began with
        self._peak = 0
        self._limits = Limits()
        self._killed: Kind | None = None
        self._looked = monotonic()

    @property
    def idle(self) -> bool:
        """Whether it can take more work: it is alive, waits, and has not accumulated too much memory."""
        return not self._busy and self._process.is_alive() and self._memory() - self._start < _HEAPED * _MB

    def end(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._process.join(_DYING)
        self._process.close()
        self._pipe.close()

    def read(
        self, read: Read, todo: list[tuple[int, Any, Limits]], shared: tuple[Any, ...]
    ) -> Generator[Event, None, list[tuple[int, Any, Limits]]]:
        """Yield the events of the items, and return the items that are still to be read."""
        self._busy, self._limits = True, Limits()
        done = 0  # of those to be read
        begun = False  # the one after them
        with suppress(OSError):  # it has died: that is found out when it is listened to
            self._pipe.send((read, todo, shared))
        for event in self._heard():
            if isinstance(event, _Started):
                self._start = event.memory
                continue
            if isinstance(event, _Finished):
                self._busy = event.spent
                break
            begun = isinstance(event, Begun | Found)
            if isinstance(event, Begun):
                self._limits = todo[done][2]
            done += not begun
            yield event
        if begun:
            yield Exceeded(todo[done][0], self._killed or self._why())
            done += 1
        return todo[done:]

    def _heard(self) -> "Iterator[Event | _Started | _Finished]":
        """Yield the events it sends, until it is gone."""
        while True:
            try:
                self._wait()
                events: list[Event | _Started | _Finished] = self._pipe.recv()
            except (EOFError, OSError):
                return
            yield from events

    def _wait(self) -> None:
        """Wait until an event has arrived or the process is gone."""
        since, pause = monotonic(), _SOON
        while True:
            now = monotonic()
            if now - self._looked > _LOOK:
                self._looked = now
                self._watch(now - since)
            if self._ready():
                return
            sleep(pause)  # there is an event to wait for, but to be woken by it is what costs
            pause = min(2 * pause, _LOOK)

    def _watch(self, waited: float) -> None:
        """Kill the process if it exceeds its limits; events that it has already sent still arrive."""
        memory = self._memory()
        self._peak = max(self._peak, memory)
        if self._start and memory - self._start > self._limits.memory * _MB:
            self._kill(Kind.MEMORY)
        elif waited > self._limits.seconds:
            self._kill(Kind.TIME)

    def _kill(self, kind: Kind) -> None:
        self._killed = self._killed or kind
        self._process.kill()

    def _why(self) -> Kind:
        """Return the probable cause of its death: running out of memory in C looks like any other crash."""
        near = self._peak - self._start > self._limits.memory * _MB * _NEAR
        return Kind.MEMORY if near else Kind.DEATH

    def _memory(self) -> int:
        return resident(self._process.pid or 0)


def _readiness(pipe: "Connection") -> Callable[[], bool]:
    """Return a function that says whether something can be received; `Connection.poll` takes ten times as long."""
    if not hasattr(select, "poll"):
        return pipe.poll  # on Windows
    poll = select.poll()
    poll.register(pipe.fileno(), select.POLLIN)
    return lambda: bool(poll.poll(0))


_idle: _Process | None = None


def resident(process: int) -> int:
    """Return the resident memory of a process in bytes, 0 where the system has no ``/proc``."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def _deaf() -> Iterator[None]:
    """Block Ctrl+C while a process starts: until it ignores the signal itself, it would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In the process that reads


class _Started(NamedTuple):
    """Resident memory of the process before it reads, in bytes."""

    memory: int


class _Finished(NamedTuple):
    """All items are read, or (``spent``) another process must read the rest."""

    spent: bool


def _serve(pipe: "Connection") -> None:
    """Read until the other end closes or the parent ends."""
    worker.prepare()
    _follow_parent()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what libraries say of bad files is for nobody
    memory, data = resident(os.getpid()), _written()
    with suppress(EOFError, OSError):
        while True:
            read, todo, shared = pipe.recv()
            waiting: list[Event | _Started | _Finished] = [_Started(memory)]
            for event in _restricted(read, todo, shared, data):
                waiting.append(event)
                if not isinstance(event, Ended) and not (isinstance(event, Found) and isinstance(event.value, Aside)):
                    pipe.send_bytes(packed(waiting))  # before anything is read that may never end
                    waiting.clear()


def _restricted(
    read: Read, todo: list[tuple[int, Any, Limits]], shared: tuple[Any, ...], data: int
) -> "Iterator[Event | _Finished]":
    before: Limits | None = None
    for place, item, limits in todo:
        if limits != before:
            _restrict(data + int(limits.memory * _SLACK) * _MB)
            before = limits
        for event in _events(read, [(place, item)], shared):
            yield event
            if isinstance(event, Exceeded) and event.kind is Kind.MEMORY:
                yield _Finished(spent=True)
                return
    yield _Finished(spent=False)


def _events(read: Read, todo: Sequence[tuple[int, Any]], shared: tuple[Any, ...]) -> Iterator[Event]:
    """Read items; no exception but the end of the process leaves this function."""
    for place, item in todo:
        yield Begun(place)
        try:
            for value in read(item, *shared):
                yield Found(place, value)
        except AnnotatorError as error:
            yield Failed(place, error)
        except MemoryError:
            yield Exceeded(place, Kind.MEMORY)
        except RecursionError:
            yield Exceeded(place, Kind.DEPTH)
        except Exception as error:  # noqa: BLE001  # the one place: a bug in a reader must not end a batch
            yield Bug(place, _reason(error), traceback.format_exc())
        else:
            yield Ended(place)


def _reason(error: Exception) -> str:
    """Return the error and its source line, short enough for a sentence."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:_REASON]
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{said} ({Path(last.filename).name}, {last.lineno})"


def _restrict(most: int) -> None:
    """Limit the memory that the system grants: polling would miss one huge allocation."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard == resource.RLIM_INFINITY or most <= hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _written() -> int:
    """Return the bytes that Linux counts against this limit."""
    try:
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmData:")) << 10
    except (OSError, ValueError, StopIteration, IndexError):
        return 0


def _follow_parent() -> None:
    """End this process when its parent ends, whatever it is reading."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform.startswith("linux"):
        import ctypes

        with suppress(OSError, AttributeError):  # else the thread will do, unless C holds Python up
            ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)

    def follow() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, name="parent", daemon=True).start()
