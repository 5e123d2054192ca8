"""Ctrl+C in a terminal reaches all processes of a run; only the one that the user started may answer it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def dask_setup(_worker: object) -> None:
    """Make a worker ignore Ctrl+C; Dask calls this function by name in each worker that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ignored() -> Iterator[None]:
    """Ignore Ctrl+C inside the block; processes that are started inside ignore it, too."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may set signal handlers
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
