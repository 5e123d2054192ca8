"""File → Merge Copies: the copies that came back, a preview of what they bring, and the merge.

The project is closed while a job merges into it, so that only one process writes. It is opened again in any case.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from annotator.jobs.merging.answers import MergeAnswers
from annotator.jobs.merging.copies_merged import merge_files
from annotator.jobs.merging.merge_undone import edits_of_last, take_back_merge
from annotator.jobs.merging.report import MergeResult
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import lay_out
from ui.base.widgets.inputs import fill
from ui.bridge.session import Session
from ui.dialogs.merging.copies_list import CopiesList
from ui.dialogs.merging.merge_tables import PeopleTable, ProblemTable
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import Job, JobProcess

_AGAIN, _TIMES = 100, 50  # milliseconds between tries to open the project; number of tries


class MergeDialog(QDialog):
    """A dialog that first shows what a merge would bring. Afterwards it offers to show conflicts, or undo the merge."""

    conflicts_wanted = Signal()
    agreement_wanted = Signal()
    merged = Signal()  # something was merged or undone
    failed = Signal(object)

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mergeDialog")
        self.setWindowTitle(self.tr("Merge Copies"))
        project = session.required()
        self._session, self._files = session, files
        self._path = project.path
        self._found: MergeResult | None = None
        self._job: Job | None = None
        self._tries = 0
        self._before: tuple[str, ...] = ()  # the last merge when the job began
        self._after: Callable[[], None] = lambda: None
        self.copies = CopiesList(self._path)
        self.people = PeopleTable()
        self.problems = ProblemTable(project.schema, project.read.annotators())
        self.line = JobLine()
        self._looking = LastQuestion(files, self._on_looked, self, self.line.advance)
        self.conflicts = dialog_button("mergeConflicts", self.tr("&Show Conflicts…"))
        self.agreement = dialog_button("mergeAgreement", self.tr("&Agreement…"))
        self.undo = dialog_button("mergeUndo", self.tr("&Undo Merge"))
        self.merge = dialog_button("mergeStart", self.tr("&Merge"))
        self.cancel = dialog_button("mergeClose", self.tr("Close"))
        self.merge.setDefault(True)
        self._lay_out()
        self._connect()
        self._refresh()
        self.copies.add_files.setFocus()
        resize_within_screen(self, 880, 600)

    def add(self, places: Sequence[Path]) -> None:
        """Add files and folders, and find out what merging them would bring."""
        self.copies.add(places)

    def reject(self) -> None:
        if self._job is not None:
            self._stop()
        elif self._tries == 0:  # else the project is opened again first
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is None and self._tries == 0:
            super().closeEvent(event)
        else:
            event.ignore()
            self._stop()

    def done(self, result: int) -> None:
        self._looking.cancel()
        super().done(result)

    # Inside

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        fill(foot, self.conflicts, self.agreement, self.undo, 1, self.merge, self.cancel, spacing=8)
        intro = self.tr("Add the packages or copies that came back. You see what they bring before anything is merged.")
        lay_out(
            self, plain(intro, "muted", wraps=True), self.copies, (self.people, 2), (self.problems, 3), self.line, foot
        )
        self._next(merged=False)
        self.problems.hide()

    def _connect(self) -> None:
        self.copies.changed.connect(self._look)
        self.problems.answered.connect(self._look)
        self._looking.failed.connect(self.line.fail)
        self.merge.clicked.connect(self._merge)
        self.undo.clicked.connect(self._undo)
        self.conflicts.clicked.connect(lambda: self._go_to(self.conflicts_wanted))
        self.agreement.clicked.connect(lambda: self._go_to(self.agreement_wanted))
        self.cancel.clicked.connect(self.reject)
        self._session.project_closed.connect(self._on_closed)

    @Slot()
    def _on_closed(self) -> None:
        if self._job is None and self._tries == 0:
            super().reject()

    @Slot()
    def _look(self) -> None:
        self._found = None
        self._refresh()
        if self.copies.places:
            self.line.begin(self.tr("Reading what the copies bring…"))
            self._looking.ask(merge_files, self._path, tuple(self.copies.places), self.problems.answers(), True)
        else:
            self._looking.stop()
            self._show(MergeResult())
            self.line.end("")

    def _on_looked(self, found: MergeResult) -> None:
        self._found = found
        self._show(found)
        self.line.end(self._words(found))
        self._refresh()
        if self.merge.isEnabled() and self.copies.isAncestorOf(self.focusWidget()):
            self.merge.setFocus()

    def _show(self, found: MergeResult) -> None:
        self.people.show_people(found.people)
        self.problems.show_found(found)
        self.problems.setVisible(bool(self.problems.rows.shown))

    def _words(self, found: MergeResult) -> str:
        if not found.edits:
            return self.tr("The copies bring nothing new.")
        words = self.tr("Steps: {steps}, labels: {labels}, conflicts: {conflicts}.").format(
            steps=number(found.steps), labels=number(found.spans), conflicts=number(found.disputes)
        )
        return words if self._found is found else self.tr("Merged.") + " " + words

    @Slot()
    def _refresh(self) -> None:
        busy = self._job is not None
        self.merge.setEnabled(not busy and self._found is not None and self._found.edits > 0)
        for part in (self.copies, self.undo, self.conflicts, self.agreement, self.problems):
            part.setEnabled(not busy)
        self.cancel.setText(self.tr("Cancel") if busy else self.tr("Close"))

    # Merging, with the project closed

    @Slot()
    def _merge(self) -> None:
        answers: MergeAnswers = self.problems.answers()
        self._work(
            self.tr("Merging…"), self._say_merged, merge_files, self._path, tuple(self.copies.places), answers, False
        )

    @Slot()
    def _undo(self) -> None:
        self._work(self.tr("Undoing the merge…"), self._say_undone, take_back_merge, self._path)

    def _work(self, words: str, say_done: Callable[[Any], None], function: Callable[..., Any], *given: object) -> None:
        self._looking.cancel()
        project = self._session.required()
        if not project.place.usable:  # closing the project would lose what only this window still has
            self.line.warn(
                self.tr(
                    "The project file is not in its place, so nothing was merged. Close this dialog to save a copy."
                )
            )
            return
        self._tries = _TIMES
        self._before = edits_of_last(project)
        self._session.close_project()
        self.line.begin(words)
        self._job = self._files.start(
            function,
            *given,
            done=partial(self._finish, say_done),
            failed=partial(self._finish, self._say_failed),
            advanced=self.line.advance,
        )
        self._refresh()

    def _finish(self, say: Callable[[Any], None], result: Any) -> None:
        self._job = None
        self._after = partial(say, result)
        self._reopen()

    def _say_merged(self, found: MergeResult) -> None:
        preview, self._found = self._found, None
        stored = edits_of_last(self._session.required())
        if not found.edits and preview is not None and len(stored) == preview.edits and stored != self._before:
            found = preview  # the job's process died after it had stored the merge, so the job ran again
        self._show(found)
        self.line.end(self._words(found))
        self._next(merged=True, conflicts=found.disputes > 0)
        self._refresh()
        self.merged.emit()

    def _say_undone(self, _count: int) -> None:
        self.line.end(
            self.tr("The merge was undone. To merge the same files again, open a copy of the backup from before.")
        )
        self._next(merged=False)
        self.merged.emit()

    def _say_failed(self, error: AnnotatorError) -> None:
        """Report an error, unless the job had stored its step before its process died."""
        last = edits_of_last(self._session.required())
        if last == self._before:
            self.line.warn(sentence(error))
        elif last:
            self._say_merged(MergeResult())
        else:
            self._say_undone(0)

    def _stop(self) -> None:
        """Cancel the merge by killing its job; the project stays as it was, unless the job had just stored its step."""
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)
            self.line.begin(self.tr("Stopping…"))
            self._after = self._say_stopped
            self._reopen()

    def _say_stopped(self) -> None:
        last = edits_of_last(self._session.required())
        if last == self._before:
            self.line.end(self.tr("Cancelled. The project is as it was."))
            return
        conflicts = bool(last) and self._found is not None and self._found.disputes > 0
        late = (
            self.tr("Stopped too late: the copies were merged.")
            if last
            else self.tr("Stopped too late: the merge was undone.")
        )
        self.line.warn(late)
        self._found = None
        self._next(merged=bool(last), conflicts=conflicts)
        self._refresh()
        self.merged.emit()

    @Slot()
    def _reopen(self) -> None:
        """Open the project again; try repeatedly, as a killed job may hold its lock for a moment."""
        after, self._after = self._after, lambda: None
        try:
            opened = self._session.open_project(self._path)
        except AnnotatorError as error:
            self._tries -= 1
            if self._tries > 0:
                self._after = after
                QTimer.singleShot(_AGAIN, self, self._reopen)
                return
            self.failed.emit(error)
            opened = False
        self._tries = 0
        self._refresh()
        if opened:
            after()
            self.cancel.setFocus()
        else:
            super().reject()

    def _next(self, *, merged: bool, conflicts: bool = False) -> None:
        """Show the buttons for what can be done after a merge."""
        self.conflicts.setVisible(conflicts)
        self.agreement.setVisible(merged)
        self.undo.setVisible(merged)

    def _go_to(self, wanted: SignalInstance) -> None:
        """Close the dialog, and ask for another window."""
        self.accept()
        wanted.emit()
