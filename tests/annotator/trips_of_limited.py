"""What a process that reads under limits is asked to do in tests: it goes there by name."""

import os
import re
import signal
import threading
from collections.abc import Callable
from functools import partial
from itertools import count

from annotator.system.errors import TextError


def read(item, *shared):
    """Yield words, and then do what the item says."""
    yield f"{item} begun", *shared
    SAID[item]()
    yield f"{item} done", os.getpid()


def hang():
    threading.Event().wait()


def hang_in_c():
    """Never return to Python, nor let another thread have it."""
    re.match("(a+)+$", "a" * 64 + "b")


def grow():
    return [b"x" * (1 << 20) for _ in count()]


def recurse():
    recurse()


def refuse():
    raise TextError("text.empty", file="leer.txt")


def stumble():
    SAID["gibt es nicht"]()


SAID: dict[str, Callable[[], object]] = {
    "well": int,
    "hang": hang,
    "hang in C": hang_in_c,
    "grow": grow,
    "take": partial(bytearray, 8 << 30),
    "recurse": recurse,
    "refuse": refuse,
    "stumble": stumble,
    "die": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "leave": partial(os._exit, 3),
    "abort": os.abort,
}
