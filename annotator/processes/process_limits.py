"""Limit a process's memory, hold back its signals, and end it together with its parent."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import connection
from pathlib import Path

_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux


def resident(process: int) -> int:
    """Return the resident memory of a process in bytes, 0 where the system has no ``/proc``."""
    if sys.platform == "win32":
        return 0
    try:
        pages = int(Path(f"/proc/{process}/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def starved(process: int) -> float:
    """Return for how many seconds a process could run but had no processor, 0 where the system does not count them.

    Only its main thread counts.
    """
    if sys.platform == "win32":
        return 0
    try:
        return int(Path(f"/proc/{process}/schedstat").read_bytes().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0


def counted_memory() -> int:
    """Return this process's memory that counts against `limit_memory`, in bytes; 0 where there is no ``/proc``."""
    try:
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmData:")) << 10
    except (OSError, ValueError, StopIteration, IndexError):
        return 0


def limit_memory(most: int) -> None:
    """Limit the bytes of memory that Linux grants this process; polling could miss a single huge allocation."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard == resource.RLIM_INFINITY or most <= hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block Ctrl+C while a child process starts: until the child ignores it, Ctrl+C would print a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """End this process when its parent ends, whatever it is doing.

    On Linux it ends with the thread that started it, so that thread must last as long as the process is needed.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform.startswith("linux"):
        import ctypes

        with suppress(OSError, AttributeError):  # the thread below cannot run while C code holds the GIL
            ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
