import signal
import sys
import threading
from multiprocessing import Pipe, get_context
from pathlib import Path

import pytest

from annotator.processes.worker import Advanced, Done, Failed, JobCall, JobCrashed, Progress, serve, share_of
from annotator.system.errors import TextError


def double(text: str, *, progress: Progress) -> str:
    progress(1, 2)
    return text * 2


def refuse(name: str, *, progress: Progress) -> None:
    raise TextError("text.empty", file=name)


def stumble(*, progress: Progress) -> None:
    raise ZeroDivisionError


def read_a_torn_file(*, progress: Progress) -> None:
    raise EOFError("Compressed file ended before the end-of-stream marker was reached")


def write_to_a_closed_pipe(*, progress: Progress) -> None:
    raise BrokenPipeError


def give_what_cannot_be_sent(*, progress: Progress) -> object:
    return threading.Lock()


def multiply(size: int, *, progress: Progress) -> int:
    """Multiply matrices and return how many threads that adds."""
    import numpy as np

    before = threading.active_count()
    progress(int((np.ones((size, size)) @ np.ones(size))[0]), size)
    return sum(1 for _ in Path("/proc/self/task").iterdir()) - before


@pytest.fixture
def process():
    """Return our end of the pipe to a real job process."""
    ours, theirs = Pipe()
    job_process = get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    job_process.start()
    theirs.close()
    yield ours
    ours.close()
    job_process.join(20)
    assert job_process.exitcode == 0
    job_process.close()


def test_process_does_jobs_until_the_pipe_closes(process):
    process.send(JobCall(1, double, ("Größe 🌊",)))
    process.send(JobCall(2, refuse, ("leer.txt",)))
    process.send(JobCall(3, stumble, ()))
    answers = [process.recv() for _ in range(4)]
    assert answers[:2] == [Advanced(1, 1, 2), Done(1, "Größe 🌊Größe 🌊")]
    assert isinstance(answers[2], Failed)
    assert (answers[2].number, answers[2].error.code) == (2, "text.empty")
    assert isinstance(answers[3], JobCrashed)
    assert (answers[3].number, "ZeroDivisionError" in answers[3].trace) == (3, True)


def test_bug_in_job_does_not_end_process(process):
    bugs = [read_a_torn_file, write_to_a_closed_pipe, give_what_cannot_be_sent]
    for number, bug in enumerate(bugs):
        process.send(JobCall(number, bug, ()))
        assert process.poll(20)
        answer = process.recv()
        assert isinstance(answer, JobCrashed)
        assert answer.number == number
    process.send(JobCall(9, double, ("a",)))
    assert [process.recv() for _ in range(2)] == [Advanced(9, 1, 2), Done(9, "aa")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how many threads a process has")
def test_process_limits_numpy_threads(process):
    process.send(JobCall(1, multiply, (1000,)))
    assert [process.recv() for _ in range(2)] == [Advanced(1, 1000, 1000), Done(1, 0)]


def test_job_ends_quietly_without_window():
    ours, theirs = Pipe()
    ours.send(JobCall(1, double, ("a",)))
    ours.close()
    before = signal.getsignal(signal.SIGINT)
    try:
        with theirs:
            serve(theirs)
    finally:
        signal.signal(signal.SIGINT, before)


def test_share_reports_each_per_cent_of_its_part_once():
    heard = []
    report = share_of(lambda *told: heard.append(told), 1, 2, 4)
    for done in range(1_001):
        report(done, 1_000)
    assert heard == [(percent, 100) for percent in range(25, 51)]


def test_share_of_nothing_is_its_beginning():
    heard = []
    share_of(lambda *told: heard.append(told), 50, 80)(0, 0)
    assert heard == [(50, 100)]
