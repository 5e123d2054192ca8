"""Work in slices: generators that pause for other work and return their result at the end."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

_Value = TypeVar("_Value")
_Step = TypeVar("_Step")
_Result = TypeVar("_Result")
_PAUSE = 0.004  # seconds between two checks whether a thread is done


def portions(values: Iterable[_Value], size: int) -> Iterator[list[_Value]]:
    """Yield values in lists of at most ``size``, between which a generator may pause."""
    coming = iter(values)
    while some := list(islice(coming, size)):
        yield some


def finish(steps: Generator[_Step, None, _Result], on_step: Callable[[_Step], None] | None = None) -> _Result:
    """Run a generator to its end and return its result; each yielded value is passed to ``on_step``."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
        if on_step is not None:
            on_step(step)


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
        while not wait([done], timeout=_PAUSE).done:
            yield
        return done.result()
