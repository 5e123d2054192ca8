"""Diagnostics: the disk, the helper processes, and the integrity of the project file."""

import platform
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from annotator import __version__
from annotator.system.errors import AnnotatorError
from ui.app_services import Desk
from ui.base.i18n import file_size, number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.widgets.dialog_parts import CLOSE, button_box, lay_out
from ui.base.widgets.inputs import named
from ui.jobs.job_line import JobLine
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.store.commit_times import Commits

_SHOWN = 5  # problems shown, at most
_WIDTH, _HEIGHT = 680, 420  # size of the dialog in pixels


class DiagnosticsDialog(QDialog):
    """Shows facts that can be copied, and checks the project file on request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.setObjectName("diagnosticsDialog")
        self.setWindowTitle(self.tr("Diagnostics"))
        self.facts = dict(self._facts())
        rows = QFormLayout()
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(8)
        for row, (name, words) in enumerate(self.facts.items()):
            value = named(plain(words, wraps=True), f"diagnosticsFact{row}", name)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            caption = plain(name, "muted")
            caption.setFixedHeight(value.fontMetrics().height())  # aligns it with the first line
            rows.addRow(caption, value)
        self.line = JobLine()
        self.line.say(self.tr("A check reads every text and label again, and compares them with what was stored."))
        buttons = button_box(self, CLOSE)
        self.check = buttons.addButton(self.tr("Check the Project"), QDialogButtonBox.ButtonRole.ActionRole)
        self.check.setEnabled(desk.session.project is not None)
        self.check.clicked.connect(self._check)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        self.finished.connect(self._stop)
        desk.session.project_closed.connect(self.reject)
        layout = lay_out(self, rows, 1, self.line, buttons, top=20, spacing=16)
        resize_within_screen(self, _WIDTH, max(_HEIGHT, layout.totalHeightForWidth(_WIDTH)))

    # The facts

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield self.tr("Program"), f"Spanwright {__version__}, Python {platform.python_version()}"
        yield self.tr("System"), platform.platform(terse=True)
        yield "SQLite", self._sqlite_words()
        project = self._desk.session.project
        if project is not None:
            yield self.tr("Project"), str(project.path)
            yield from self._size(project.path)
            yield self.tr("Steps stored"), self._steps_words(project.commits)
        desk = self._desk
        for process in (desk.suggestions, desk.files, desk.training, desk.asking):
            yield self.tr("Helper process “{kind}”").format(kind=process.kind), self._state_words(process)
        yield self.tr("Log"), str(desk.crashes.folder)

    def _sqlite_words(self) -> str:
        from annotator.store import file  # imports SQLite, so only here

        if not file.has_reset_bug():
            return file.probe()
        words = self.tr(
            "{version}. Before 3.51.3 it can damage a file if a step is stored while -wal is merged into the file"
            " (WAL-reset bug). Spanwright never does both at once."
        )
        return words.format(version=file.probe())

    def _size(self, path: Path) -> Iterator[tuple[str, str]]:
        with suppress(OSError):  # the file may have been deleted
            yield self.tr("Size"), file_size(path.stat().st_size)

    def _steps_words(self, commits: "Commits") -> str:
        if not commits.count:
            return self.tr("none since the project was opened")
        words = self.tr(
            "{count} since the project was opened. The disk usually takes {median} ms for one; the slowest took"
            " {slowest} ms, {slow} took longer than a frame (16 ms)."
        )
        return words.format(
            count=number(commits.count),
            median=number(commits.median * 1000, 1),
            slowest=number(commits.slowest * 1000, 1),
            slow=number(commits.slow),
        )

    def _state_words(self, process: JobProcess) -> str:
        if process.off:
            return self.tr("off: it kept stopping")
        return self.tr("working") if process.busy else self.tr("idle")

    # The check and the buttons

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {words}" for name, words in self.facts.items()))
        self.line.say(self.tr("Copied."))

    @Slot()
    def _check(self) -> None:
        from annotator.project.project import check  # imports SQLite, so only here

        self.check.setEnabled(False)
        self.line.begin(self.tr("Checking the project…"))
        path = self._desk.session.required().path
        self._job = self._desk.files.start(check, path, done=self._on_checked, failed=self._on_failed)

    def _on_checked(self, flaws: Sequence[tuple[str, str, str]]) -> None:
        self._job = None
        self.check.setEnabled(True)
        if not flaws:
            self.line.end(self.tr("Everything is as it was stored: texts, labels, relations and the log of steps."))
            return
        first = "\n".join(" ".join(filter(None, flaw)) for flaw in flaws[:_SHOWN])
        words = self.tr(
            "Problems found: {count}. File → Repair a Project… saves what can be saved in a new file. The first:"
        )
        self.line.warn(f"{words.format(count=number(len(flaws)))}\n{first}")

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.check.setEnabled(True)
        self.line.warn(sentence(error))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._desk.files.cancel(self._job)
