"""Work in steps: a generator pauses so that something else can be done, and gives its result at the end."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

_Step = TypeVar("_Step")
_Result = TypeVar("_Result")
_PATIENCE = 0.004  # seconds between two looks whether a thread is done


def finish(steps: Generator[_Step, None, _Result], hear: Callable[[_Step], None] | None = None) -> _Result:
    """Do all steps without a pause and give the result; ``hear`` is given what each of them gives."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
        if hear is not None:
            hear(step)


def ready(result: _Result) -> Generator[None, None, _Result]:
    """Give, as the last of steps, what there is already; one pause comes before it."""
    yield
    return result


def aside(work: Callable[[], _Result]) -> Generator[None, None, _Result]:
    """Do something in a thread that lets Python go on meanwhile, as SQLite does, with pauses until it is over.

    Closed early, it waits for the end all the same.
    """
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(work)
        while not wait([done], timeout=_PATIENCE).done:
            yield
        return done.result()
