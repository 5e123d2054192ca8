"""Engines that run parts: a process on this computer, or Dask. Only descriptions of parts travel, never articles."""

import ipaddress
import multiprocessing
import os
import ssl
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from annotator.scale import interrupts, recipe
from annotator.scale.isolation import PartProcess
from annotator.scale.part_work import Finished, Reached
from annotator.scale.parts import Part
from annotator.system.errors import AnnotatorError, ModelError

_PER_THREAD = 3  # parts queued for each thread: enough that no thread waits, few enough to stop soon
_PATIENCE = 60  # seconds for the first worker
_CLOSING = 5  # seconds
_TOPIC = "spanwright-corpus"  # the topic of the events that report progress
_EVENTS = 1.0  # seconds between two events of a part
_PAUSE = 0.05  # seconds between two looks for answers
_HERE = "127.0.0.1"
_FATAL = frozenset({"corpus.recipe", "corpus.worker"})  # every other part would fail, too
_CONFIG = {
    "distributed.scheduler.allowed-failures": 3,
    "distributed.scheduler.worker-saturation": 1.0,  # so that a worker that dies loses only one part
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.admin.log-format": "%(message)s",
    "distributed.worker.profile.enabled": False,  # this and the clocks below took 8% of a processor in 2026.8
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
}


class Engine(StrEnum):
    """The engines that run parts."""

    SERIAL = "serial"
    DASK = "dask"


class Undone(NamedTuple):
    """A part that was not finished, and its error. Running the same command again retries the part."""

    part: str
    error: AnnotatorError


class Where(NamedTuple):
    """The place where Dask runs: the address of a scheduler, or a number of workers on this computer."""

    address: str | None = None
    workers: int = 1


Answers = Generator[Finished | Undone | Reached, None, None]
Engines = Callable[[Sequence[Part], str, str, Where], Answers]


def serial(parts: Sequence[Part], out: str, fingerprint: str, where: Where) -> Answers:
    """Run parts one after another, in a child process.

    Raises:
        ModelError: ``corpus.recipe``, ``corpus.worker``.
    """
    del where
    with PartProcess() as process:
        for part in parts:
            try:
                yield (yield from process.steps(part, out, fingerprint))
            except AnnotatorError as error:
                if error.code in _FATAL:
                    raise
                yield Undone(part.name, error)


def dask(parts: Sequence[Part], out: str, fingerprint: str, where: Where) -> Answers:
    """Run parts on Dask.

    Raises:
        ModelError: ``corpus.unsafe``, ``corpus.cluster``, ``corpus.worker``, ``corpus.recipe``.
    """
    import dask.config
    from distributed import as_completed

    if where.address is not None:
        refuse_unsafe(where.address)
    with dask.config.set(_CONFIG), _client(where) as client:
        _check_workers(client, where)
        waiting, running = deque(parts), as_completed()
        heard: deque[Any] = deque()
        quiet = Event()  # never set
        client.subscribe_topic(_TOPIC, heard.append)
        _submit(client, waiting, running, out, fingerprint)
        while not running.is_empty():
            ended = running.next_batch(block=False)
            for future in ended:
                yield _answer(future, where)
                future.release()
                _submit(client, waiting, running, out, fingerprint)
            yield from _reached(heard, out, fingerprint)
            if not ended:
                quiet.wait(_PAUSE)


def _reached(heard: deque[Any], out: str, fingerprint: str) -> Iterator[Reached]:
    """Yield the progress of this run's parts from the events received, without events of other runs on the cluster."""
    while heard:
        _, (where, run, *far) = heard.popleft()
        if (where, run) == (out, fingerprint):
            yield Reached(*far)


def _submit(client: Any, waiting: deque[Part], running: Any, out: str, fingerprint: str) -> None:
    """Submit parts until the scheduler has enough of them, so that it never holds all parts in memory at once."""
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    wanted = _PER_THREAD * max(1, sum(worker["nthreads"] for worker in workers))
    while waiting and running.count() < wanted:
        part = waiting.popleft()
        running.add(client.submit(run_here, part, out, fingerprint, key=f"part-{part.name}", pure=False))


def _answer(future: Any, where: Where) -> Finished | Undone:
    from asyncio import CancelledError  # Dask has loaded it; the window, which imports this module ahead, spares 1.6 MB

    name = future.key.removeprefix("part-")
    try:
        _, told = future.result()
    except AnnotatorError as error:
        if error.code in _FATAL:
            raise
        return Undone(name, error)
    except CancelledError as error:  # the scheduler has gone
        raise ModelError("corpus.cluster", address=where.address or _HERE, reason=error) from error
    except Exception as error:  # noqa: BLE001  # whatever a cluster does to a part, the others go on
        if type(error).__name__ == "KilledWorker":
            return Undone(name, ModelError("corpus.lost", part=name))
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        return Undone(name, ModelError("corpus.bug", part=name, what=what))
    return Finished(*told)


_idle: list[PartProcess] = []
"""The processes of this cluster worker that wait for a part; at most one for each of its threads, which last."""


def run_here(part: Part, out: str, fingerprint: str) -> tuple[int, Finished]:
    """Run a part in a cluster worker; return the worker's process id and the result.

    About once a second, the worker sends the part's progress to the driver, as an event of the topic `_TOPIC`.
    """
    from distributed import get_worker

    with suppress(AssertionError):
        multiprocessing.current_process().daemon = False  # a daemon may not start processes
    worker, said = get_worker(), time.monotonic()

    def tell(far: Reached) -> None:
        nonlocal said
        if time.monotonic() - said >= _EVENTS:
            said = time.monotonic()
            worker.log_event(_TOPIC, [out, fingerprint, *far])

    process = _idle.pop() if _idle else PartProcess()
    try:
        told = process.run(part, out, fingerprint, tell)
    except BaseException:
        process.end()
        raise
    _idle.append(process)
    return os.getpid(), told


def refuse_unsafe(address: str) -> None:
    """Refuse an address on another computer without TLS: whoever can reach a worker can run code there.

    Raises:
        ModelError: ``corpus.unsafe``; ``corpus.cluster`` if it is not an address.
    """
    try:
        parsed = urlsplit(address if "://" in address else f"tcp://{address}")
        host = parsed.hostname or ""
    except ValueError as error:
        raise ModelError("corpus.cluster", address=address, reason=error) from error
    if parsed.scheme not in ("tls", "wss") and not _is_loopback(host):
        raise ModelError("corpus.unsafe", address=address)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


@contextmanager
def _client(where: Where) -> Iterator[Any]:
    """Yield a client of the scheduler at the address, or of a new scheduler on this computer."""
    import logging

    from distributed import Client, LocalCluster

    if where.address is not None:
        try:
            client = Client(where.address, timeout=_PATIENCE)
        except (OSError, ValueError, TypeError, ssl.SSLError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError("corpus.cluster", address=where.address, reason=reason) from error
        with client:
            yield client
        return
    with TemporaryDirectory(prefix="spanwright-", ignore_cleanup_errors=True) as room:
        with interrupts.ignored():
            cluster = LocalCluster(
                host=_HERE,
                n_workers=where.workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": f"{_HERE}:0"},  # its own port, so that two runs can go on
                memory_limit=None,
                local_directory=room,
                silence_logs=logging.CRITICAL + 1,  # a comm that closes while we stop is critical, with a traceback
                preload=[interrupts.__name__],
            )
        try:
            with Client(cluster) as client:
                yield client
        finally:
            cluster.close(timeout=_CLOSING)


def _check_workers(client: Any, where: Where) -> None:
    """Wait for the first worker, and check that every worker has the same environment as this computer."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        found = client.run(recipe.environment)
    except AnnotatorError:
        raise
    except Exception as error:  # a worker cannot even import the program
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ModelError("corpus.cluster", address=where.address or _HERE, reason=reason) from error
    for there in found.values():
        recipe.check(recipe.environment(), there)


ENGINES: dict[Engine, Engines] = {Engine.SERIAL: serial, Engine.DASK: dask}
