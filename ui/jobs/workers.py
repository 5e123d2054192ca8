"""Job processes for work that would block the window, each with a queue.

Everything that imports spaCy or reads the whole project runs in a job process. Callbacks are arguments, as a quick job
would be over before a signal is connected. A process ends by itself when the window's process dies.
"""

import threading
import traceback
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator.processes import worker
from annotator.system.errors import AnnotatorError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from annotator.processes.pipes import Pipe

_BACKOFF = 500  # milliseconds between the death of a process and the start of another
_MOST_DEATHS = 2


def ignore(*_: object) -> None:
    """Do nothing, as a callback whose answer nobody needs."""


class Job:
    """A started job. Unless it is cancelled, exactly one of ``done`` and ``failed`` is called."""

    def __init__(
        self,
        work: worker.JobCall,
        done: Callable[[Any], None],
        failed: Callable[[AnnotatorError], None],
        advanced: Callable[[int, int], None] | None,
        given: Callable[[Any], None] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.advanced = advanced
        self.given = given
        self.gave = False
        self.deaths = 0  # processes that died while running it


class ProcessOff(AnnotatorError):
    """The process is off because it kept dying; ``restart`` turns it on again."""

    def __init__(self, process: "JobProcess") -> None:
        super().__init__("worker.died", kind=process.kind)
        self.restart = process.restart


class _Life:
    """One process, and the thread that starts it, sends it one job after another and receives its answers."""

    def __init__(self, kind: str, report: Callable[["_Life", worker.Answer | None], None]) -> None:
        self._kind = kind
        self._report = report
        self._jobs: SimpleQueue[worker.JobCall | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._ended = False
        self.started = False  # whether the process ever ran
        self._thread = threading.Thread(target=self._live, name=f"{kind} process", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Return whether the thread runs."""
        return self._thread.is_alive()

    def send(self, job: worker.JobCall) -> None:
        """Queue a job; never blocks."""
        self._jobs.put(job)

    def end(self) -> None:
        """Kill the process; never blocks."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()
        self._jobs.put(None)

    def join(self) -> None:
        """Wait for thread and process to end; call `end` first."""
        self._thread.join(timeout=10)

    def _live(self) -> None:
        try:
            process, ours = self._begin()
        except OSError:  # out of memory, processes or files: treated like an immediate death
            self._report(self, None)
            return
        try:
            ours.recv()
            self.started = True
            while (job := self._jobs.get()) is not None:
                self._work_off(job, ours)
        except BaseException as error:
            self._report(self, None)
            if not isinstance(error, EOFError | OSError):
                raise  # a bug, such as an unreadable answer: goes to the crash report
        finally:
            with self._lock:
                self._process = None
            process.kill()
            process.join()
            while process.exitcode is None:  # a concurrent start may be reaping it (multiprocessing)
                process.join(timeout=0.01)
            process.close()
            ours.close()

    def _begin(self) -> "tuple[SpawnProcess, Pipe]":
        import multiprocessing  # slow to import: only with the first job, after the first paint

        context = multiprocessing.get_context("spawn")  # fork would copy Qt's threads and locks
        ours, theirs = context.Pipe()
        name = f"spanwright {self._kind}"
        process = context.Process(target=worker.serve_once_ready, args=(theirs,), name=name, daemon=True)
        try:
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        with self._lock:
            self._process = process
            if self._ended:
                process.kill()
        return process, ours

    def _work_off(self, job: worker.JobCall, ours: "Pipe") -> None:
        from multiprocessing.reduction import ForkingPickler

        try:
            pickled = ForkingPickler.dumps(job)
        except Exception:  # noqa: BLE001  # as in the process: a job that cannot be sent is a bug of that job alone
            self._report(self, worker.JobCrashed(job.number, traceback.format_exc()))
            return
        ours.send_bytes(pickled)
        while isinstance(answer := ours.recv(), worker.Advanced | worker.Given):
            self._report(self, answer)
        self._report(self, answer)


class JobProcess(QObject):
    """A queue of jobs of one kind. They run in a separate process, which starts with the first job."""

    _woken = Signal()
    restarted = Signal()

    def __init__(
        self, kind: str, *, broken: Callable[[str], None], tries_again: bool = False, parent: QObject | None = None
    ) -> None:
        """Build the queue without starting a process.

        Args:
            kind: What the process is for, in the window's language.
            broken: Receives the trace of a bug in a job.
            tries_again: Whether the next job turns the process on again if it is off, since people start its jobs.
            parent: The owner.
        """
        super().__init__(parent)
        self.kind = kind
        self._tries_again = tries_again
        self.off = False
        self._broken = broken
        self._numbers = 0
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._failed_starts = 0  # processes in a row that never ran
        self._life: _Life | None = None
        self._lives: list[_Life] = []  # of killed processes, which may still be exiting
        self._reports: SimpleQueue[tuple[_Life, worker.Answer | None]] = SimpleQueue()
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self, singleShot=True, interval=_BACKOFF)
        self._pause.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Return whether a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def start(
        self,
        function: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], None],
        failed: Callable[[AnnotatorError], None],
        advanced: Callable[[int, int], None] | None = None,
        given: Callable[[Any], None] | None = None,
    ) -> Job:
        """Call ``function(*arguments, progress=…)`` in the process; callbacks run on the GUI thread.

        ``given`` receives each value that a generator function yields.
        """
        self._numbers += 1
        job = Job(worker.JobCall(self._numbers, function, arguments), done, failed, advanced, given)
        if self._tries_again and self.off:
            self.off, self._failed_starts = False, 0
        self._waiting.append(job)
        if not self._pause.isActive():
            QTimer.singleShot(0, self, self._go_on)
        return job

    def cancel(self, job: Job) -> None:
        """Cancel a job; no callback runs afterwards. If it was running, its process is killed; other jobs go on."""
        if job is self._running:
            self._end_life()
            self._running = None
            self._go_on()
        elif job in self._waiting:
            self._waiting.remove(job)

    def cancel_all(self) -> None:
        """Cancel all jobs; no callback runs afterwards."""
        self._waiting.clear()
        if self._running is not None:
            self.cancel(self._running)

    def rest(self) -> None:
        """End the process unless a job runs, to free its memory; the next job starts another process."""
        if self._running is None:
            self._end_life()

    def restart(self) -> None:
        """Accept jobs again after `turn_off`."""
        self.off = False
        self._failed_starts = 0
        self._go_on()
        self.restarted.emit()

    @Slot()
    def turn_off(self) -> None:
        """Refuse all jobs until `restart`."""
        self.off = True
        self._refuse_all()

    def shut_down(self) -> None:
        """End the process and wait for it; no callback runs afterwards."""
        self._waiting.clear()
        self._running = None
        self._pause.stop()
        self._end_life()
        for life in self._lives:
            life.join()
        self._lives.clear()

    @Slot()
    def _go_on(self) -> None:
        if self._running is None and self._waiting:
            if self.off:
                self._refuse_all()
                return
            self._running = self._waiting.popleft()
            if self._life is None:
                self._life = _Life(self.kind, self._receive)
            self._life.send(self._running.work)

    def _receive(self, life: _Life, answer: worker.Answer | None) -> None:
        """Queue an answer for the GUI thread. Runs on the thread of ``life``."""
        self._reports.put((life, answer))
        self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        while True:
            try:
                life, answer = self._reports.get_nowait()
            except Empty:
                return
            if life is self._life:
                self._take(answer)
            if isinstance(answer, worker.Given):
                return  # each answer wakes this slot again, so the window paints in between

    def _take(self, answer: worker.Answer | None) -> None:
        job = self._running
        if answer is None:
            self._on_death(job)
            return
        if job is None or answer.number != job.work.number:
            return
        if isinstance(answer, worker.Advanced):
            if job.advanced is not None:
                job.advanced(answer.done, answer.total)
            return
        if isinstance(answer, worker.Given):
            job.gave = True
            if job.given is not None:
                job.given(answer.value)
            return
        self._running = None
        QTimer.singleShot(0, self, self._go_on)
        match answer:
            case worker.Done():
                job.done(answer.result)
            case worker.Failed():
                job.failed(self._explained(answer.error, job))
            case worker.JobCrashed():
                self._broken(answer.trace)
                job.failed(AnnotatorError("worker.bug", kind=self.kind))

    def _explained(self, error: AnnotatorError, job: Job) -> AnnotatorError:
        """Return a job's error; if the job itself wrote the file in its way, before its process died, say so."""
        if job.deaths and error.code == "store.exists":
            return AnnotatorError("worker.wrote", kind=self.kind, file=error.details["file"])
        return error

    def _on_death(self, job: Job | None) -> None:
        """Handle the death of the process: after a pause, start another process and try the job again."""
        self._failed_starts = 0 if self._life is None or self._life.started else self._failed_starts + 1
        self._end_life()
        self._running = None
        self._pause.start()
        if job is not None:
            self._try_again(job)
        if self._failed_starts >= _MOST_DEATHS:
            self.turn_off()

    def _try_again(self, job: Job) -> None:
        """Queue a job first again; fail it if it has already yielded values or too many processes have died of it."""
        if not self._failed_starts:
            job.deaths += 1
        if job.gave:
            job.failed(AnnotatorError("worker.ended", kind=self.kind))
        elif job.deaths >= _MOST_DEATHS:
            job.failed(AnnotatorError("worker.killed", kind=self.kind))
        else:
            self._waiting.appendleft(job)

    def _refuse_all(self) -> None:
        refused, self._waiting = self._waiting, deque()
        for job in refused:
            job.failed(AnnotatorError("worker.twice", kind=self.kind) if self._tries_again else ProcessOff(self))

    def _end_life(self) -> None:
        if self._life is not None:
            self._life.end()
            self._lives = [*(life for life in self._lives if life.alive), self._life]
            self._life = None
