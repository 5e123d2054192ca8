"""Functions that the tests have done in a process; they stand in a module because they are sent by name."""

import os
import signal
import time

from annotator.errors import ModelError


def double(number, *, progress):
    progress(1, 2)
    return number * 2


def refuse(*, progress):
    progress(0, 1)
    raise ModelError("source.unknown", name="Mühle 🌬️", names="de_news")


def break_down(*, progress):
    progress(0, 1)
    raise ZeroDivisionError("Nullstelle")


def die(*, progress):
    progress(0, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(path, *, progress):
    progress(0, 1)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return "alive"
    os.kill(os.getpid(), signal.SIGKILL)


def work_for_ever(*, progress):
    while True:
        progress(0, 1)
        time.sleep(0.01)  # it has nothing to wait for


def process_number(text="", *, progress):
    progress(0, 1)
    return os.getpid(), len(text)
