"""Work in slices: generators that yield to let other work run, and return their result at the end."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

_Value = TypeVar("_Value")
_Step = TypeVar("_Step")
_Result = TypeVar("_Result")
_PAUSE = 0.004  # seconds between two checks of whether a thread is done


def portions(values: Iterable[_Value], size: int) -> Iterator[list[_Value]]:
    """Yield values in lists of at most ``size``, so that a generator can pause between two lists."""
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
    """Yield once, then return a result that is already known."""
    yield
    return result


def aside(work: Callable[[], _Result]) -> Generator[None, None, _Result]:
    """Run a function in a thread, yield until it is done, and return its result.

    The function must release the GIL, as SQLite does. Closing the generator early still waits for the function to end.
    """
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(work)
        while not wait([done], timeout=_PAUSE).done:
            yield
        return done.result()
