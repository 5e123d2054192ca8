"""The garbage collector, and how to keep it from holding a frame up."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest while much is made that stays, and pass it over from then on.

    Values without cycles, as all rows of an article are, go by themselves when nobody holds them. To look through the
    20,000 rows of a large article takes the collector 50 ms each time, and making them would call it again and again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()
