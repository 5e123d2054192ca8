"""Work in slices: generators that pause for other work and return their result at the end."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

_Step = TypeVar("_Step")
_Result = TypeVar("_Result")
_PATIENCE = 0.004  # seconds between two looks whether a thread is done


def finish(steps: Generator[_Step, None, _Result], hear: Callable[[_Step], None] | None = None) -> _Result:
    """Run a generator to its end and return its result; each yielded value is passed to ``hear``."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
        if hear is not None:
            hear(step)


def ready(result: _Result) -> Generator[None, None, _Result]:
    """Pause once, then return a result that is already known."""
    yield
    return result


def aside(work: Callable[[], _Result]) -> Generator[None, None, _Result]:
    """Run a function in a thread and pause until it is done; it must release the GIL, as SQLite does.

    If closed early, the generator still waits for the end.
    """
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(work)
        while not wait([done], timeout=_PATIENCE).done:
            yield
        return done.result()
