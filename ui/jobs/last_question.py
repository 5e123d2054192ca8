"""Queries to the files process, where only the answer to the latest one is wanted."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs.workers import Job, JobProcess, ignore


class LastQuestion(QObject):
    """A queue of length one: while a query runs, only the latest request waits."""

    failed = Signal(object)

    def __init__(
        self,
        files: JobProcess,
        answered: Callable[[Any], None],
        parent: QObject,
        advanced: Callable[[int, int], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._advanced = advanced
        self._files = files
        self._answered = answered
        self._job: Job | None = None
        self._next: tuple[Callable[..., Any], tuple[object, ...]] | None = None

    @property
    def busy(self) -> bool:
        """Return whether an answer is pending."""
        return self._job is not None

    def ask(self, function: Callable[..., Any], *arguments: object) -> None:
        """Run a query; the answer to an earlier one is dropped."""
        self._next = (function, arguments)
        if self._job is None:
            self._go_on()

    @Slot()
    def stop(self) -> None:
        """Drop the pending answer, but let its query run on; for short queries."""
        if (job := self._dropped()) is not None:
            job.done = job.failed = ignore
            job.advanced = None

    def cancel(self) -> None:
        """Drop the pending answer and cancel its query at once."""
        if (job := self._dropped()) is not None:
            self._files.cancel(job)

    def _dropped(self) -> Job | None:
        self._next = None
        job, self._job = self._job, None
        return job

    def _go_on(self) -> None:
        wanted, self._next = self._next, None
        if wanted is not None:
            function, arguments = wanted
            self._job = self._files.start(
                function,
                *arguments,
                done=partial(self._finish, self._answered),
                failed=partial(self._finish, self.failed.emit),
                advanced=self._advanced,
            )

    def _finish(self, report: Callable[[Any], object], result: Any) -> None:
        self._job = None
        if self._next is None:
            report(result)
        else:
            self._go_on()
