"""What takes a thread pauses until it is over, and is never left half done."""

from threading import Event

import pytest

from annotator.processes.slices import aside, finish, ready


def test_it_pauses_until_the_thread_is_done_and_gives_the_result():
    go_on = Event()
    work = aside(lambda: go_on.wait(10) and "over")
    next(work)
    next(work)
    go_on.set()
    assert finish(work) == "over"


def test_what_fails_in_the_thread_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        finish(aside(lambda: 1 // 0))


def test_closed_early_it_waits_for_the_end():
    ended, go_on = Event(), Event()

    def work():
        go_on.wait(10)
        ended.set()

    steps = aside(work)
    next(steps)
    go_on.set()
    steps.close()
    assert ended.is_set()


def test_what_is_there_already_comes_after_one_pause():
    paused: list[None] = []
    assert finish(ready("there"), paused.append) == "there"
    assert paused == [None]
