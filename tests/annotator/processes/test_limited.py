"""Real processes that read under limits, and how processes end that exceed a limit."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.processes.limited import (
    Begun,
    Bug,
    EndOfFile,
    LimitKind,
    Limits,
    Patience,
    ReadFailed,
    ReadStopped,
    Yielded,
    each,
    failure,
)
from annotator.processes.process_limits import starved
from annotator.system.errors import AnnotatorError
from tests.annotator.trips_of_limited import read

QUICK = Limits(seconds=1.0, memory=200)


def events(*items, limits=QUICK, shared=()):
    found = list(each(read, items, shared, lambda _: limits))
    assert multiprocessing.active_children() == []
    return found


def outcomes(found):
    """Return the last event of each item."""
    return {event.place: event for event in found}


def test_items_are_read_in_order_by_one_process():
    found = events("well", "well", shared=("shared",))
    (pid,) = {event.value[1] for event in found if isinstance(event, Yielded) and event.value[0] == "well done"}
    assert pid != os.getpid()
    values = ("well begun", "shared"), ("well done", pid)
    one, two = ([Begun(n), *(Yielded(n, value) for value in values), EndOfFile(n)] for n in range(2))
    assert found == [*one, *two]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("hang", LimitKind.TIME),
        ("hang in C", LimitKind.TIME),
        ("grow", LimitKind.MEMORY),
        ("take", LimitKind.MEMORY),
        ("recurse", LimitKind.DEPTH),
        ("die", LimitKind.DEATH),
        ("leave", LimitKind.DEATH),
        ("abort", LimitKind.DEATH),
    ],
)
def test_item_beyond_limits_costs_only_itself(item, kind):
    found = events("well", item, "well")
    assert outcomes(found) == {0: EndOfFile(0), 1: ReadStopped(1, kind), 2: EndOfFile(2)}
    assert Yielded(1, (f"{item} begun",)) in found, "what was finished before is there"
    assert sum(isinstance(event, Begun) for event in found) == 3, "nothing is read twice"


def test_expected_failure_and_bug_cost_only_themselves():
    ends = outcomes(events("refuse", "stumble", "well"))
    assert isinstance(ends[0], ReadFailed)
    assert ends[0].error.code == "text.empty"
    assert isinstance(ends[1], Bug)
    assert ends[1].reason.startswith("KeyError: 'gibt es nicht' (trips_of_limited.py, ")
    assert "Traceback" in ends[1].trace
    assert ends[2] == EndOfFile(2)


def test_without_limits_items_are_read_in_this_process():
    found = list(each(read, ["well", "stumble", "recurse"]))
    assert found[2] == Yielded(0, ("well done", os.getpid()))
    assert [type(event) for event in outcomes(found).values()] == [EndOfFile, Bug, ReadStopped]


def test_longer_limits_apply_to_one_item():
    limits = {"hang": Limits(1.5, 200), "hang in C": Limits(0.5, 200)}
    started = time.monotonic()
    found = list(each(read, ["hang in C", "hang"], (), limits.__getitem__))
    assert [event.kind for event in found if isinstance(event, ReadStopped)] == [LimitKind.TIME, LimitKind.TIME]
    assert 2.0 < time.monotonic() - started < 20


def test_closing_the_generator_ends_the_process():
    found = each(read, ["well", "hang in C"], (), lambda _: Limits())
    assert next(found) == Begun(0)
    found.close()
    assert multiprocessing.active_children() == []


def test_slow_consumer_does_not_time_out():
    found = each(read, ["well"] * 3, (), lambda _: Limits(0.5, 200))
    heard = []
    for event in found:
        heard.append(event)
        if event == Begun(0):
            time.sleep(1.0)  # longer than anything may take
    assert heard[-1] == EndOfFile(2)


@pytest.mark.parametrize("item", ["hang", "hang in C"])
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_killed_parent_ends_the_process(item):
    code = (
        "from annotator.processes.limited import each, Limits\n"
        "from tests.annotator.trips_of_limited import read\n"
        "import multiprocessing\n"
        f"found = each(read, ['{item}'], (), lambda _: Limits())\n"
        "next(found), next(found)\n"
        "print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "next(found)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 10
    while _lives(child):
        assert time.monotonic() < deadline
        time.sleep(0.02)  # nothing says when a stranger's child is gone


def _lives(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_process_that_cannot_start_is_reported(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/gibt/es/nicht")
    monkeypatch.setattr(multiprocessing.spawn, "_python_exe", b"/gibt/es/nicht")
    with pytest.raises(AnnotatorError) as error:
        list(each(read, ["well"], (), lambda _: QUICK))
    assert error.value.code == "worker.none"


def test_every_failure_has_a_message():
    said = {kind: failure(ReadStopped(0, kind), "a.pdf", QUICK, 3) for kind in LimitKind}
    assert {kind: error.code for kind, error in said.items() if error} == {
        LimitKind.TIME: "text.slow",
        LimitKind.MEMORY: "text.memory",
        LimitKind.DEPTH: "text.deep",
        LimitKind.DEATH: "text.crash",
    }
    assert "within 1 seconds. Articles read from it: 3." in str(said[LimitKind.TIME])
    assert failure(EndOfFile(0), "a.pdf", QUICK, 3) is None
    bug = failure(Bug(0, "KeyError: 1", "the trace"), "a.pdf", QUICK, 0)
    assert bug is not None
    assert (bug.code, bug.details["trace"]) == ("text.bug", "the trace")


def test_time_without_a_processor_does_not_count():
    limits = Limits(30, 100)
    assert limits.is_slow(31, 0)
    assert not limits.is_slow(29, 0)
    assert not limits.is_slow(100, 80)
    assert limits.is_slow(121, 120)


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the system does not count this time")
def test_process_beside_another_on_one_processor_is_starved():
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    other = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        begin = starved(os.getpid())
        while starved(os.getpid()) - begin < 0.02:  # it takes turns with the other
            assert other.poll() is None
    finally:
        other.kill()
        other.wait()
        os.sched_setaffinity(0, before)
    assert starved(0) == 0


def test_longer_limits_are_ten_times_as_large():
    patience = Patience(Limits(2, 100), frozenset({Path("a")}))
    assert (patience.of(Path("a")), patience.of(Path("b"))) == (Limits(20, 1000), Limits(2, 100))


def test_ctrl_c_does_not_reach_the_process(monkeypatch):
    found = each(read, ["well", "well"], (), lambda _: QUICK)
    next(found)
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGINT)
    assert list(found)[-1] == EndOfFile(1)
