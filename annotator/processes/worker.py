"""The main loop of a job process, which receives functions with their arguments and sends back their results.

This module knows neither Qt nor any particular job. Functions are pickled by name, so they must be at the top level of
a module. The process ends when the other end of its pipe closes, and with its parent, even in the middle of a job.
"""

import copyreg
import dataclasses
import io
import os
import pickle  # noqa: TID251  # between our own processes, as `multiprocessing` does
import traceback
from collections.abc import Callable, Generator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.processes import slices
from annotator.system.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.processes.pipes import Pipe

_PROTOCOL = 5
_setters: dict[type, tuple[Callable[[Any, Any], None], ...]] = {}


def pickled(value: Any) -> bytes:
    """Return a value pickled faster than by `pickle.dumps`; any process of this program can load it with `pickle`."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return buffer.getvalue()


def made(kind: type, *values: Any) -> Any:
    """Build a dataclass object from its fields, without its checks: they have passed in the sending process."""
    found: Any = object.__new__(kind)
    setters = _setters.get(kind)
    if setters is None:
        setters = _setters[kind] = tuple(getattr(kind, field.name).__set__ for field in dataclasses.fields(kind))
    for set_field, value in zip(setters, values, strict=True):
        set_field(found, value)
    return found


class _Table(dict[type, Callable[[Any], Any]]):
    """A dispatch table for pickle: dataclasses with slots are rebuilt by `made`, other classes in the usual way."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not (dataclasses.is_dataclass(kind) and "__slots__" in kind.__dict__):
            raise KeyError(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        if len(names) < 2:  # attrgetter returns no tuple for one name
            raise KeyError(kind)
        values = attrgetter(*names)
        self[kind] = reduce = lambda value: (made, (kind, *values(value)))
        return reduce


_TABLE = _Table(copyreg.dispatch_table)

Progress: TypeAlias = Callable[[int, int], None]  # done, total

# The variables that set the number of threads for one matrix product. Our matrices are small, so several threads would
# mostly wait for each other. numpy reads these variables when it is first imported, which happens in a job.
_THREADS_OF_A_PRODUCT = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def no_progress(done: int, total: int) -> None:
    """Ignore progress; for callers that do not need it."""


def share_of(progress: Progress, start: int, end: int, whole: int = 100) -> Progress:
    """Return a progress function for a part of a job, which runs from ``start`` to ``end`` of ``whole``.

    It passes the progress of the whole job to ``progress`` in per cent, and each per cent only once.
    """
    reported = 100 * start // whole - 1

    def report(done: int, total: int) -> None:
        nonlocal reported
        total = max(1, total)
        percent = 100 * (start * total + (end - start) * done) // (whole * total)
        if percent > reported:
            reported = percent
            progress(percent, 100)

    return report


class JobCall(NamedTuple):
    """A call ``function(*arguments, progress=…)`` to make in a job process.

    If the function is a generator, each value that it yields is sent as `Given`.
    """

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Ready(NamedTuple):
    """The process has started and waits for its first job."""


class Advanced(NamedTuple):
    """A job made progress."""

    number: int
    done: int
    total: int


class Given(NamedTuple):
    """A job that yields its result in portions has yielded one."""

    number: int
    value: Any


class Done(NamedTuple):
    """A job returned its result."""

    number: int
    result: Any


class Failed(NamedTuple):
    """A job ended with an expected error."""

    number: int
    error: AnnotatorError


class JobCrashed(NamedTuple):
    """A job raised an unexpected exception."""

    number: int
    trace: str


Answer: TypeAlias = Advanced | Given | Done | Failed | JobCrashed


class _Gone(Exception):
    """Raised when the other end of the pipe has closed.

    It is a separate class, because a job may raise pipe errors, too.
    """


def serve_once_ready(connection: "Pipe") -> None:
    """Send `Ready`, then run jobs. Thus the parent can tell a process that cannot start from one that a job crashed."""
    try:
        connection.send(Ready())
    except OSError:
        return
    serve(connection)


def prepare() -> None:
    """Make this process end with its parent, ignore Ctrl+C (the parent handles it), and limit numpy's threads."""
    import signal  # imported late, since the window imports this module too

    from annotator.processes.process_limits import end_with_parent

    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREADS_OF_A_PRODUCT:
        os.environ.setdefault(name, "1")


def serve(connection: "Pipe") -> None:
    """Run the jobs that arrive through a pipe until its other end closes."""
    prepare()
    try:
        while True:
            job: JobCall = connection.recv()
            _send(_answer(job, connection), connection)
    except (EOFError, ConnectionResetError, _Gone):
        return


def _answer(job: JobCall, connection: "Pipe") -> bytes:
    def progress(done: int, total: int) -> None:
        _send(pickled(Advanced(job.number, done, total)), connection)

    def send_value(value: Any) -> None:
        _send(pickled(Given(job.number, value)), connection)

    try:
        result = job.function(*job.arguments, progress=progress)
        if isinstance(result, Generator):
            result = slices.finish(result, send_value)
        return pickled(Done(job.number, result))
    except AnnotatorError as error:
        return pickled(Failed(job.number, error))
    except _Gone:
        raise
    except Exception:  # noqa: BLE001  # a bug in a job must not end the process
        return pickled(JobCrashed(job.number, traceback.format_exc()))


def _send(pickled: bytes, connection: "Pipe") -> None:
    try:
        connection.send_bytes(pickled)
    except OSError as error:
        raise _Gone from error
