"""Counts how often the parts of the schema are used, in the process for files; the draft is told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from annotator.jobs import remodelling
from annotator.schema_editing.effects import Usage
from ui.jobs.workers import Job, JobProcess
from ui.schema.draft import Draft
from ui.session import Session


class Counting(QObject):
    """Asks, and gives up what it asked for when it is stopped."""

    words_found = Signal(object)  # what the labels read, with how often they do
    failed = Signal(object)

    def __init__(self, session: Session, files: JobProcess, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._draft = draft
        self._jobs: list[Job] = []

    def count(self) -> None:
        """Count all parts."""
        self._start(remodelling.usage, done=self._on_counted)

    @Slot(str, str)
    def find_words(self, layer: str, label: str) -> None:
        """Find what the spans of a label read."""
        self._start(remodelling.words_of, layer, label, done=partial(self._on_words, (layer, label)))

    def stop(self) -> None:
        """Give up."""
        for job in self._jobs:
            self._files.cancel(job)
        self._jobs.clear()

    def _start(self, function: Callable[..., Any], *arguments: str, done: Callable[[Any], None]) -> None:
        path = self._session.required().path
        self._jobs.append(self._files.start(function, path, *arguments, done=done, failed=self.failed.emit))

    def _on_counted(self, usage: Usage) -> None:
        self._draft.count(replace(usage, words=self._draft.usage.words))

    def _on_words(self, key: tuple[str, str], words: Mapping[str, int]) -> None:
        usage = self._draft.usage
        self._draft.count(replace(usage, words={**usage.words, key: words}))
        self.words_found.emit(words)
