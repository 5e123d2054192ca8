"""Work in steps: a generator pauses so that something else can be done, and gives its result at the end."""

from collections.abc import Callable, Generator
from typing import TypeVar

_Step = TypeVar("_Step")
_Result = TypeVar("_Result")


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
