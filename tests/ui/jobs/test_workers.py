"""The job queue, with real processes."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from annotator.jobs.importing import import_read
from tests.annotator.served import address, serving
from tests.ui import worked
from ui.jobs.workers import JobProcess, ProcessOff


@pytest.fixture
def forked_jobs():
    """Start processes as the program does."""


@pytest.fixture
def traces():
    return []


@pytest.fixture
def process(qtbot, traces):
    made = JobProcess("Vorschläge", broken=traces.append)
    yield made
    made.shut_down()


class Heard:
    """Records the callbacks that a job makes."""

    def __init__(self):
        self.results, self.errors, self.steps = [], [], []

    def start(self, process, function, *arguments, given=None):
        return process.start(
            function,
            *arguments,
            done=self.results.append,
            failed=self.errors.append,
            advanced=lambda *step: self.steps.append(step),
            given=given,
        )

    def over(self):
        return len(self.results) + len(self.errors)


def test_callbacks_run_on_gui_thread(process, qtbot):
    heard = Heard()
    heard.start(process, worked.double, 21)
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert (heard.results, heard.errors, heard.steps) == ([42], [], [(1, 2)])
    assert not process.busy


def test_job_yields_portions(process, qtbot):
    heard = Heard()
    portions: list[tuple[int, int]] = []
    heard.start(process, worked.portions, 4, given=lambda value: portions.append((value, heard.over())))
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert portions == [(0, 0), (1, 0), (4, 0), (9, 0)]
    assert (heard.results, heard.steps) == (["over"], [(n, 4) for n in range(4)])


def test_job_with_portions_is_not_retried(process, qtbot):
    heard = Heard()
    portions: list[int] = []
    heard.start(process, worked.portions, -2, given=portions.append)
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert (portions, heard.results) == ([0, 1], [])
    assert [error.code for error in heard.errors] == ["worker.ended"]
    heard.start(process, worked.double, 21)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert heard.results == [42]


def test_jobs_run_in_order(process, qtbot):
    heard = Heard()
    for _ in range(5):
        heard.start(process, worked.process_number)
    qtbot.waitUntil(lambda: heard.over() == 5, timeout=20_000)
    assert len(set(heard.results)) == 1
    assert heard.results[0][0] != os.getpid()


def test_expected_failure_keeps_process(process, qtbot):
    heard = Heard()
    heard.start(process, worked.refuse)
    heard.start(process, worked.double, 1)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert [error.code for error in heard.errors] == ["source.unknown"]
    assert heard.errors[0].details["name"] == "Mühle 🌬️"
    assert heard.results == [2]


def test_bug_in_job_is_reported_with_trace(process, qtbot, traces):
    heard = Heard()
    heard.start(process, worked.break_down)
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert "ZeroDivisionError: Nullstelle" in traces[0]
    assert [error.code for error in heard.errors] == ["worker.bug"]


def test_fetch_from_dripping_server_is_cancelled(process, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    heard = Heard()
    with serving() as server:
        job = heard.start(process, import_read.fetch, address(server, "/tropf"), tmp_path)
        qtbot.waitUntil(lambda: server.asked == ["/tropf"], timeout=20_000)
        process.cancel(job)
        heard.start(process, worked.double, 21)
        qtbot.waitUntil(heard.over, timeout=20_000)
    assert (heard.results, heard.errors) == ([42], [])


def test_cancelled_job_does_not_call_back(process, qtbot):
    endless, next_one = Heard(), Heard()
    job = endless.start(process, worked.work_for_ever)
    waiting = endless.start(process, worked.double, 3)
    qtbot.waitUntil(lambda: len(endless.steps) > 2, timeout=20_000)
    steps = len(endless.steps)
    process.cancel(waiting)
    process.cancel(job)  # whoever waited for it would wait for ever
    next_one.start(process, worked.double, 4)
    qtbot.waitUntil(next_one.over, timeout=20_000)
    assert next_one.results == [8]
    assert (endless.results, endless.errors, len(endless.steps)) == ([], [], steps)


def test_dead_process_is_restarted(process, qtbot, tmp_path):
    heard = Heard()
    heard.start(process, worked.die_once, str(tmp_path / "gestorben"))
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert heard.results == ["alive"]
    assert not process.off


def test_job_that_kills_twice_is_refused(process, qtbot):
    heard = Heard()
    heard.start(process, worked.die)
    heard.start(process, worked.double, 1)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert ([error.code for error in heard.errors], heard.results) == (["worker.killed"], [2])
    assert not process.off


def test_process_that_cannot_start_is_off(process, qtbot, monkeypatch):
    heard = Heard()
    monkeypatch.setattr("annotator.processes.worker.serve_once_ready", worked.end_at_once)
    heard.start(process, worked.double, 1)
    heard.start(process, worked.double, 2)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert [error.code for error in heard.errors] == ["worker.died", "worker.died"]
    assert process.off
    monkeypatch.undo()
    with qtbot.waitSignal(process.restarted):
        heard.errors[0].restart()
    heard.start(process, worked.double, 5)
    qtbot.waitUntil(lambda: heard.over() == 3, timeout=20_000)
    assert heard.results == [10]


def test_next_job_starts_process_that_could_not_start(qtbot, traces, monkeypatch):
    process = JobProcess("Dateien", broken=traces.append, tries_again=True)
    heard = Heard()
    monkeypatch.setattr("annotator.processes.worker.serve_once_ready", worked.end_at_once)
    heard.start(process, worked.double, 1)
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert [error.code for error in heard.errors] == ["worker.twice"]
    assert not isinstance(heard.errors[0], ProcessOff)  # with which the window shows a button to restart
    monkeypatch.undo()
    heard.start(process, worked.double, 5)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert heard.results == [10]
    process.shut_down()


def test_job_that_died_after_writing_names_its_file(process, qtbot, tmp_path):
    path, heard = tmp_path / "Löhe.spanwright", Heard()
    for words in (f"ended unexpectedly after it had written {path}.", f"{path} already exists."):
        heard.start(process, worked.write_then_die, path)
        qtbot.waitUntil(lambda: len(heard.errors) == 1, timeout=20_000)
        assert words in str(heard.errors.pop())


def test_failed_process_start_does_not_hang(process, qtbot, monkeypatch):
    def refuse(_process):
        raise BlockingIOError(11, "Ressource ist nicht verfügbar")

    heard = Heard()
    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    heard.start(process, worked.double, 1)
    qtbot.waitUntil(heard.over, timeout=20_000)
    assert [error.code for error in heard.errors] == ["worker.died"]


def test_process_at_work_ends_with_killed_window(qtbot):
    window = subprocess.Popen([sys.executable, "-m", "tests.ui.hanging_job"], stdout=subprocess.PIPE)
    assert window.stdout is not None
    assert window.stdout.readline() == b"at work\n"
    window.kill()
    window.communicate(timeout=30)  # until the job process, which has the same stdout, has ended too


def test_unpicklable_job_is_a_bug(process, qtbot, traces):
    heard = Heard()
    heard.start(process, worked.double, lambda: "Straße")
    heard.start(process, worked.double, 4)
    qtbot.waitUntil(lambda: heard.over() == 2, timeout=20_000)
    assert ([error.code for error in heard.errors], heard.results) == (["worker.bug"], [8])
    assert "<lambda>" in traces[0]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes are made to stand still on Unix alone")
def test_large_job_does_not_block_window(process, qtbot):
    heard, text = Heard(), "Straße 🚆 " * 1_000_000
    heard.start(process, worked.process_number)
    qtbot.waitUntil(heard.over, timeout=20_000)
    ((number, _),) = heard.results
    rescue = threading.Timer(20, os.kill, (number, signal.SIGCONT))
    rescue.start()
    os.kill(number, signal.SIGSTOP)  # it reads nothing: who waits for that waits until the rescue comes
    try:
        for _ in range(3):
            heard.start(process, worked.process_number, text)
        assert rescue.is_alive()
    finally:
        rescue.cancel()
        os.kill(number, signal.SIGCONT)
    qtbot.waitUntil(lambda: heard.over() == 4, timeout=20_000)
    assert [length for _, length in heard.results] == [0, *[9 * 1_000_000] * 3]


def test_resting_process_ends_before_the_next_job(process, qtbot):
    heard = Heard()
    heard.start(process, worked.process_number)

    def heed_and_rest(result):
        heard.results.append(result)
        process.rest()

    process.start(
        worked.process_number,
        done=heed_and_rest,
        failed=heard.errors.append,
    )
    heard.start(process, worked.process_number)
    qtbot.waitUntil(lambda: heard.over() == 3, timeout=20_000)
    assert heard.errors == []
    one, same, other = heard.results
    assert one == same != other


def test_running_job_keeps_its_process_from_resting(process, qtbot):
    heard = Heard()
    heard.start(process, worked.work_for_ever)
    qtbot.waitUntil(lambda: bool(heard.steps), timeout=20_000)
    process.rest()
    assert process.busy
    steps = len(heard.steps)
    qtbot.waitUntil(lambda: len(heard.steps) > steps, timeout=20_000)


def test_shutdown_ends_process_and_thread(process, qtbot):
    heard = Heard()
    heard.start(process, worked.work_for_ever)
    qtbot.waitUntil(lambda: bool(heard.steps), timeout=20_000)
    process.shut_down()
    assert not process.busy


def test_process_ends_when_window_is_killed(tmp_path):
    import subprocess

    script = tmp_path / "window.py"
    script.write_text(
        "import multiprocessing, os, sys\n"
        "if __name__ == '__main__':\n"
        "    from annotator.processes.worker import JobCall, serve\n"
        "    from tests.ui import worked\n"
        "    context = multiprocessing.get_context('spawn')\n"
        "    ours, theirs = context.Pipe()\n"
        "    process = context.Process(target=serve, args=(theirs,), daemon=True)\n"
        "    process.start()\n"
        "    theirs.close()\n"
        "    ours.send(JobCall(1, worked.process_number, ()))\n"
        "    while not hasattr(answer := ours.recv(), 'result'): pass\n"
        "    print(answer.result[0], flush=True)\n"
        "    os.kill(os.getpid(), 9)\n",
        "utf-8",
    )
    here = Path(__file__).parents[3]
    paths = str(here)
    ran = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,  # ends when the last process that holds the pipe is gone
        text=True,
        timeout=30,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert ran.returncode == -9
    assert int(ran.stdout) > 0


def test_concurrent_ends_and_starts_are_clean(qtbot, monkeypatch):
    crashes: list[object] = []
    monkeypatch.setattr("threading.excepthook", lambda crash: crashes.append(crash.exc_value))
    processes = [JobProcess(kind, broken=crashes.append) for kind in "abc"]
    heard = Heard()
    for turn in range(100):
        jobs = [heard.start(process, worked.work_for_ever) for process in processes]
        qtbot.wait(turn * 7 % 40)
        for process, job in zip(processes, jobs, strict=True):
            process.cancel(job)
    for process in processes:
        process.shut_down()
    assert crashes == []
