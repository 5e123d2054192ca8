"""The loop of a job process: it receives functions with their arguments and sends back what they give.

It knows neither Qt nor any of the jobs. A function is sent by name, so it must stand at the top of a module. The
process ends when the other end of the pipe closes, however that came about.
"""

import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

from annotator.errors import AnnotatorError

Progress: TypeAlias = Callable[[int, int], None]  # how much is done, of how much


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Job:
    """``function(*arguments, progress=…)`` to be called in the process."""

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Advanced:
    """A job got on."""

    number: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """A job gave its result."""

    number: int
    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A job ended with an expected failure."""

    number: int
    error: AnnotatorError


@dataclass(frozen=True, slots=True)
class Broken:
    """A job met a bug."""

    number: int
    trace: str


Answer: TypeAlias = Advanced | Done | Failed | Broken


def serve(connection: Connection) -> None:
    """Do jobs until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            job: Job = connection.recv()
            connection.send(_answer(job, connection))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(job: Job, connection: Connection) -> Answer:
    def progress(done: int, total: int) -> None:
        connection.send(Advanced(job.number, done, total))

    try:
        return Done(job.number, job.function(*job.arguments, progress=progress))
    except AnnotatorError as error:
        return Failed(job.number, error)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception:  # noqa: BLE001  # the one place: a bug in a job must not end the process
        return Broken(job.number, traceback.format_exc())
