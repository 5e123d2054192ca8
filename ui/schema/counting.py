"""Counting the uses of the schema's parts and the labels that break its rules, in the files process."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import Usage
from annotator.editing.schema_editing.flaws import OF_RULES, Wrong, flaws
from annotator.jobs import rule_breaches, schema_change
from ui.bridge.session import Session
from ui.jobs.workers import Job, JobProcess
from ui.schema.outlook import new_or_changed
from ui.schema.schema_draft import Draft

_SOON = 400  # milliseconds after the last key


class UsageCounter(QObject):
    """The counter for a draft; `stop` cancels all counts."""

    words_found = Signal(object)  # texts of a label's spans, with counts
    failed = Signal(object)

    def __init__(self, session: Session, files: JobProcess, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._draft = draft
        self._jobs: list[Job] = []
        self._counted: SchemaChange | None = None  # the change whose rules are or were counted
        self._breaking: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._count_broken)
        draft.changed.connect(self._on_changed)

    def count(self) -> None:
        """Count all parts."""
        self._start(schema_change.usage, done=self._on_counted)

    @Slot(str, str)
    def find_words(self, layer: str, label: str) -> None:
        """Find the texts of a label's spans."""
        self._start(schema_change.words_of, layer, label, done=partial(self._on_words, (layer, label)))

    def stop(self) -> None:
        """Cancel all counts."""
        self._soon.stop()
        self._cancel_rules()
        for job in self._jobs:
            self._files.cancel(job)
        self._jobs.clear()

    def _start(self, function: Callable[..., Any], *arguments: str, done: Callable[[Any], None]) -> None:
        path = self._session.required().path
        self._jobs.append(self._files.start(function, path, *arguments, done=done, failed=self.failed.emit))

    @Slot()
    def _on_changed(self) -> None:
        """Count what rules break after a pause in editing."""
        change = self._draft.change
        fresh = [replace(rule, words={}) for rule in new_or_changed(change)]
        unfinished = any(flaw.wrong in OF_RULES - {Wrong.RULE_WITHOUT_WORDS} for flaw in flaws(change.after))
        rules = () if unfinished else tuple(fresh)
        wanted = replace(change, after=replace(change.after, rules=rules)) if rules else None
        if wanted != self._counted:
            self._cancel_rules()
            self._counted = wanted
            if wanted is not None:
                self._soon.start()
            else:
                self._soon.stop()

    @Slot()
    def _count_broken(self) -> None:
        if self._counted is not None and self._session.project is not None:
            path = self._session.required().path
            self._breaking = self._files.start(
                rule_breaches.count, path, self._counted, done=self._on_broken, failed=self.failed.emit
            )

    def _cancel_rules(self) -> None:
        if self._breaking is not None:
            self._files.cancel(self._breaking)
        self._breaking, self._counted = None, None
        self._draft.broken = {}

    def _on_broken(self, found: Mapping[str, int]) -> None:
        self._breaking = None
        self._draft.count_broken(found)

    def _on_counted(self, usage: Usage) -> None:
        self._draft.count(replace(usage, words=self._draft.usage.words))

    def _on_words(self, key: tuple[str, str], words: Mapping[str, int]) -> None:
        usage = self._draft.usage
        self._draft.count(replace(usage, words={**usage.words, key: words}))
        self.words_found.emit(words)
