"""Work in a thread pauses until it is done, and is never left half done."""

from threading import Event

import pytest

from annotator.processes.slices import aside, finish, ready


def test_aside_pauses_until_the_thread_is_done():
    go_on = Event()
    work = aside(lambda: go_on.wait(10) and "over")
    next(work)
    next(work)
    go_on.set()
    assert finish(work) == "over"


def test_aside_raises_error_of_the_thread():
    with pytest.raises(ZeroDivisionError):
        finish(aside(lambda: 1 // 0))


def test_aside_closed_early_waits():
    ended, go_on = Event(), Event()

    def work():
        go_on.wait(10)
        ended.set()

    steps = aside(work)
    next(steps)
    go_on.set()
    steps.close()
    assert ended.is_set()


def test_ready_pauses_once():
    paused: list[None] = []
    assert finish(ready("there"), paused.append) == "there"
    assert paused == [None]
