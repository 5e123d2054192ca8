"""Processes that do what would hold the window up, behind a queue and one signal that wakes it.

Everything that imports spaCy or walks the whole project runs in one of them. Callbacks are arguments, not signals to
connect to afterwards: a quick job would be over first. A process ends by itself when the window's process dies.
"""

import threading
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator import worker
from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_BACKOFF = 500  # milliseconds
_MOST_DEATHS = 2


class Job:
    """A job that was started. Unless it is cancelled, exactly one of ``done`` and ``failed`` is called."""

    def __init__(
        self,
        work: worker.Job,
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


class _Life:
    """One process, and the thread that starts it, hands it one job after another and hears its answers."""

    def __init__(self, kind: str, report: Callable[["_Life", worker.Answer | None], None]) -> None:
        self._kind = kind
        self._report = report
        self._jobs: SimpleQueue[worker.Job | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._live, name=f"{kind} process", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Tell whether the thread still runs."""
        return self._thread.is_alive()

    def give(self, job: worker.Job) -> None:
        """Hand a job over; never waits."""
        self._jobs.put(job)

    def end(self) -> None:
        """End the process whatever it is doing; never waits."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()
        self._jobs.put(None)

    def join(self) -> None:
        """Wait until thread and process are gone; `end` comes first."""
        self._thread.join(timeout=10)

    def _live(self) -> None:
        import multiprocessing  # with all that it needs only once there is a job: the window is painted before

        context = multiprocessing.get_context("spawn")  # fork would copy Qt's threads and locks
        ours, theirs = context.Pipe()
        process = context.Process(target=worker.serve, args=(theirs,), name=f"spanwright {self._kind}", daemon=True)
        process.start()
        theirs.close()
        with self._lock:
            self._process = process
            if self._ended:
                process.kill()
        try:
            while (job := self._jobs.get()) is not None:
                ours.send(job)
                while isinstance(answer := ours.recv(), worker.Advanced | worker.Given):
                    self._report(self, answer)
                self._report(self, answer)
        except (EOFError, OSError):
            self._report(self, None)
        finally:
            with self._lock:
                self._process = None
            process.kill()
            process.join()
            while process.exitcode is None:  # another life that starts meanwhile may be reaping it (multiprocessing)
                process.join(timeout=0.01)
            process.close()
            ours.close()


class JobProcess(QObject):
    """Does jobs of one kind, one after another, in a process of its own that is started with the first of them."""

    _woken = Signal()
    state_changed = Signal()  # look at `busy` and `off`

    def __init__(self, kind: str, *, broken: Callable[[str], None], parent: QObject | None = None) -> None:
        """Prepare; nothing is started.

        Args:
            kind: What it is for, in the user's language.
            broken: Hears the trace of a bug in a job.
            parent: The owner.
        """
        super().__init__(parent)
        self.kind = kind
        self.off = False
        self._broken = broken
        self._numbers = 0
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._deaths = 0
        self._life: _Life | None = None
        self._lives: list[_Life] = []  # ended, maybe not gone yet
        self._reports: SimpleQueue[tuple[_Life, worker.Answer | None]] = SimpleQueue()
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self, singleShot=True, interval=_BACKOFF)
        self._pause.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Tell whether a job runs or waits."""
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
        """Have ``function(*arguments, progress=…)`` called in the process; callbacks come on the GUI thread.

        ``given`` hears each value of a function that is a generator.
        """
        self._numbers += 1
        job = Job(worker.Job(self._numbers, function, arguments), done, failed, advanced, given)
        self._waiting.append(job)
        if not self._pause.isActive():
            QTimer.singleShot(0, self, self._go_on)
        return job

    def cancel(self, job: Job) -> None:
        """Stop a job; nothing calls back after it. One that runs takes its process with it, the others go on."""
        if job is self._running:
            self._end_life()
            self._running = None
            self._go_on()
        elif job in self._waiting:
            self._waiting.remove(job)

    def cancel_all(self) -> None:
        """Stop everything; nothing calls back after it."""
        self._waiting.clear()
        if self._running is not None:
            self.cancel(self._running)

    def restart(self) -> None:
        """Work again after it was off."""
        self.off = False
        self._deaths = 0
        self._go_on()

    def shut_down(self) -> None:
        """End the process and wait until it is gone; nothing calls back after it."""
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
            self._hand_over(self._running)
        self.state_changed.emit()

    def _hand_over(self, job: Job) -> None:
        if self._life is None:
            self._life = _Life(self.kind, self._hear)
        self._life.give(job.work)

    def _hear(self, life: _Life, answer: worker.Answer | None) -> None:
        """On the thread of a life."""
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
                return  # each answer wakes: between portions the window paints

    def _take(self, answer: worker.Answer | None) -> None:
        job = self._running
        if answer is None:
            self._mourn(job)
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
        self._deaths = 0
        QTimer.singleShot(0, self, self._go_on)
        match answer:
            case worker.Done():
                job.done(answer.result)
            case worker.Failed():
                job.failed(answer.error)
            case worker.Broken():
                self._broken(answer.trace)
                job.failed(AnnotatorError("worker.bug", kind=self.kind))

    def _mourn(self, job: Job | None) -> None:
        """The process died by itself: once more, after a while; then no more. What was given cannot be taken back."""
        self._end_life()
        self._deaths += 1
        if job is not None and job.gave:
            job.failed(AnnotatorError("worker.ended", kind=self.kind))
            job = None
        if self._deaths < _MOST_DEATHS:
            if job is not None:
                self._waiting.appendleft(job)
            self._running = None
            self._pause.start()
            return
        self._running = None
        self.off = True
        if job is not None:
            self._waiting.appendleft(job)
        self._refuse_all()

    def _refuse_all(self) -> None:
        refused, self._waiting = self._waiting, deque()
        self.state_changed.emit()
        for job in refused:
            job.failed(AnnotatorError("worker.died", kind=self.kind))

    def _end_life(self) -> None:
        if self._life is not None:
            self._life.end()
            self._lives = [*(life for life in self._lives if life.alive), self._life]
            self._life = None
