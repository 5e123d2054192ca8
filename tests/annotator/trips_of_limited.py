"""Functions that tests run in a process with limits; they are passed to the process by name."""

import os
import re
import signal
import threading
from collections.abc import Callable
from functools import partial
from itertools import count

from annotator.system.errors import TextError


def read(item, *shared):
    """Yield words, then do to the process what the item names."""
    yield f"{item} begun", *shared
    SAID[item]()
    yield f"{item} done", os.getpid()


def hang():
    threading.Event().wait()


def hang_in_c():
    """Hang in native code that keeps Python's lock, so that no other thread runs."""
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
