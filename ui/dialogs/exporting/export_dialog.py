"""File → Export: the options, the losses and the export itself, in a window beside the article."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.editing.splitting import SPLITS
from annotator.formats.base import FileLayout, Report
from annotator.formats.shared.target import Traces
from annotator.jobs.exporting import export_files, export_preflight
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.export_preflight import Preflight
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_folder, ask_target, folder_beside
from ui.base.i18n import number, translate
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.look.sizes import FAR
from ui.base.messages import sentence
from ui.base.saving import question_box
from ui.base.settings import Kept, Settings
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import aside, scroll_area
from ui.bridge.session import Session
from ui.dialogs.exporting.export_options import ExportOptions
from ui.dialogs.exporting.format_words import format_title
from ui.dialogs.exporting.loss_remedies import LossRemedies
from ui.dialogs.exporting.loss_table import LossTable, loss_counts
from ui.dialogs.exporting.questions_line import QuestionsLine
from ui.dialogs.exporting.row_choices import RowChoices
from ui.dialogs.exporting.split_options import PartSizes
from ui.jobs.job_line import JobLine
from ui.jobs.slice_runner import Slices
from ui.jobs.workers import Job, JobProcess

_PAUSE = 300  # milliseconds from the last change to the check
_ASIDE = 280  # pixels beside the options below which their losses are listed below them
_NAMED = 3  # existing files that the question names, at most
_FEW = 500  # articles: with fewer, a check is not cancelled, as a killed process has to load spaCy again


class ExportDialog(QDialog):
    """The export dialog. It checks for losses after each change of an option.

    It stays open while the user looks at a loss in the article.
    """

    jump_wanted = Signal(str, int, int)
    questions_wanted = Signal(bool)  # whether to count finished articles only
    exported = Signal(object, object)  # the Report, and the Path of the file or folder

    def __init__(self, session: Session, files: JobProcess, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._session = session
        self._project = session.required()
        self._files = files
        self._settings = settings
        self._job: Job | None = None
        self._few = self._project.read.count_documents(DocumentQuery(annotator=None)) <= _FEW
        self._stale = False  # something changed during the check
        self._target: Path | None = None  # the file or folder of the running export, else None
        self._before: Traces | None = None  # the target's files before the export
        self._clearing: Job | None = None
        self.report: Report | None = None  # of the last check, if still valid
        self._shown_for = ""  # the format whose losses are shown
        self._area, self._held = scroll_area(self, "exportAsked", self.tr("What to export"))  # for a low screen
        self.options = ExportOptions(self._project, files, self._held)
        known = settings.of_project(Kept.EXPORT, self._project.path)
        self.options.choose(known)
        self._folder = Path(str(known.get("folder") or folder_beside(self._project.path)))  # for the next export
        self._is_target = known.get("is_target") is True  # whether an export went into the folder as a whole
        self.sizes = PartSizes(self._project.schema, self._held)
        self.copies = plain(role="muted", name="exportCopies", wraps=True)
        self.remedies = LossRemedies()
        self.breaking = QuestionsLine(files, self._held)
        self.line = JobLine()
        self.losses = LossTable(self._project.schema, self._held)
        self.choices = RowChoices()
        self._help = named(plain("", "muted"), "exportHelp")
        self._export = named(QPushButton(self.tr("&Export…"), default=True), "exportButton")
        self._stop = named(QPushButton(self.tr("Close"), autoDefault=False), "exportStop")
        self._slices = Slices(session, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._above = QHBoxLayout()  # the options, and beside or below them what they lead to
        self._summary = QWidget()
        self._led_to = aside(self._summary, "exportAside", translate("LossTable", "What the format cannot hold"))
        self._lay_out()
        self._pause.timeout.connect(self._check)
        self.options.changed.connect(self._on_changed)
        self.options.whose.failed.connect(self._on_failed)
        session.edited.connect(self._on_changed)
        session.documents_changed.connect(self._on_changed)
        self.losses.jump_wanted.connect(self.jump_wanted)
        self.losses.turned.connect(self.choices.turn_to)
        self.choices.changed.connect(self._on_changed)
        self.remedies.wanted.connect(self.options.remedy)
        self.breaking.wanted.connect(lambda: self.questions_wanted.emit(self._request().done_only))
        self._export.clicked.connect(self._ask_target)
        self._stop.clicked.connect(self._on_stop)
        self._check()

    def done(self, result: int) -> None:
        if self._slices.busy:
            return  # the dialog closes itself once the split is stored
        self._cancel()
        self.options.whose.stop()
        if self._clearing is not None:
            self._clearing.done = self._clearing.failed = _ignore
        self._remember()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.options.minimumSizeHint().width() + _ASIDE
        directions = QBoxLayout.Direction
        self._above.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._led_to.turn(beside=beside)

    def write(self, target: Path) -> None:
        """Export to a file, or to a folder for a split dataset."""
        self._cancel()
        self._target, self._before = target, None
        self._is_target = self.options.into_folder
        self._folder = target if self._is_target else target.parent
        self._remember()
        self._show_state()
        self.line.begin(self.tr("Writing {file}…").format(file=target.name))
        self._files.start(export_files.find_traces, target, done=self._on_looked, failed=_ignore)
        self._job = self._files.start(
            export_files.export,
            self._project.path,
            target,
            self._request(),
            done=lambda report: self._on_written(report, target),
            failed=self._on_failed,
            advanced=self.line.advance,
        )

    # Inside

    def _lay_out(self) -> None:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet("background: palette(mid);")
        buttons = fill(QHBoxLayout(), self._help, 1, self._export, self._stop, spacing=8)
        fill(QVBoxLayout(self._summary), self.sizes, self.copies, self.remedies, 1, margins=0, spacing=12)
        above = fill(self._above, (self.options, 3), (self._led_to, 2), spacing=FAR)
        area, held = self._area, self._held
        parts = (above, line, self.line, self.breaking, (self.losses, 1_000), 1)
        fill(QVBoxLayout(held), *parts, margins=0, spacing=8)
        self.losses.scroll_with(area)
        self._reserve_lines()
        self.losses.hide()
        area.setMinimumWidth(held.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self.choices.hide()
        policy = self.breaking.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a check hides it for a moment
        self.breaking.setSizePolicy(policy)
        # the choices are outside the scroll area: always visible
        fill(QVBoxLayout(self), (area, 1), self.choices, buttons, margins=16, spacing=12)
        resize_within_screen(self, 1040, 820)

    def _request(self) -> Request:
        request = self.options.request()
        return replace(request, options=replace(request.options, choices=self.choices.chosen))

    @Slot()
    def _on_changed(self) -> None:
        """Discard the last check, and start another one after a pause."""
        if self._target is not None or self._slices.busy:
            return
        self.report = None
        self.losses.say_nothing()
        if self._shown_for != self.options.exporter.name:
            self._show_report(None)  # another format's losses and remedies would mislead
            self._reserve_lines()
        self._pause.start()
        self._show_state()

    def _reserve_lines(self) -> None:
        """Reserve two lines each for the numbers and the open questions, whose words come later."""
        for late in (self.line, self.breaking):
            late.setMinimumHeight(2 * late.fontMetrics().lineSpacing())

    @Slot()
    def _check(self) -> None:
        if self._job is not None and self._few:
            self._stale = True
            return
        self._cancel()
        if not self.options.whose.counted:
            self.line.begin(self.tr("Counting labels…"))
            self.options.whose.count()  # again, if it failed
            self._show_state()
            return
        problem = self.options.problem()
        if problem:
            self._show_report(None)
            self.breaking.hide()
            self.line.warn(problem)
            return
        self.line.setMinimumHeight(self.line.height())  # nothing below a shorter text moves
        self.line.begin(self.tr("Checking what the format can hold…"))
        self._job = self._files.start(
            export_preflight.check,
            self._project.path,
            self._request(),
            done=self._on_checked,
            failed=self._on_failed,
            advanced=self.line.advance,
        )
        self._show_state()

    def _on_checked(self, checked: Preflight) -> None:
        self._job = None
        if self._stale or self._pause.isActive():
            self._stale = False
            self._pause.start()
            return
        self.report = report = checked.report
        self._show_report(checked)
        self.breaking.look(self._project.path, checked.scope, self._project.annotator)
        if refused := self.options.exporter.refusal(report):
            self.line.warn(sentence(refused))
        elif report.documents:
            self.line.end(loss_counts(report))
        else:
            unfinished = self.tr("No article is done. Clear “Only finished articles” to export all.")
            nothing = self.tr("There are no articles to export.")
            self.line.warn(unfinished if self._request().done_only else nothing)
        self._show_state()

    def _show_report(self, checked: Preflight | None) -> None:
        losses = checked.report.losses if checked is not None else None
        self._shown_for = self.options.exporter.name
        if losses is not None:
            self.losses.show()  # also without losses, so that nothing moves when a remedy prevents them
        self.losses.show_losses(losses)
        self.remedies.show_losses(losses or ())
        self.sizes.show_splits(checked.splits if checked is not None else ())
        copies = checked.report.copies if checked is not None else 0
        told = self.tr("Near-duplicates stay together ({count}), so the shares may be only approximate.")
        self.copies.setText(told.format(count=number(copies)) if copies else "")
        self.copies.setVisible(copies > 0)

    def _remember(self) -> None:
        choice = {**self.options.choice(), "folder": str(self._folder), "is_target": self._is_target}
        self._settings.keep_of_project(Kept.EXPORT, self._project.path, choice)

    def _on_written(self, report: Report, target: Path) -> None:
        self._job = self._target = None
        if not self.options.parts.keep:
            self._finish(report, target)
            return
        self._slices.start(
            export_preflight.remembering(self._project, report.dealt),
            done=lambda edit: self._on_kept(edit, report, target),
            failed=lambda error: self._on_not_kept(error, report, target),
        )

    def _on_kept(self, edit: Edit | None, report: Report, target: Path) -> None:
        if edit is not None:
            self._session.publish(edit)
        self._finish(report, target)

    def _on_not_kept(self, error: AnnotatorError, report: Report, target: Path) -> None:
        self._finish(report, target)
        self._session.failed.emit(error)

    def _finish(self, report: Report, target: Path) -> None:
        self.exported.emit(report, target)
        self.accept()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = self._target = None
        if self._stale:
            self._stale = False
            self._pause.start()
        self.line.warn(sentence(error))
        self._show_state()

    @Slot()
    def _on_stop(self) -> None:
        """Cancel the running export; if none runs, close the dialog."""
        if self._target is None:
            self.reject()
            return
        target = self._target
        self._cancel()
        self.line.begin(self.tr("Stopping…"))
        if self._clearing is not None:
            self._clearing.done = partial(self._on_cleared, target)
        self._show_state()

    def _on_cleared(self, target: Path, written: bool) -> None:  # noqa: FBT001 - what the job gave
        """Report whether a cancelled export had already written its files."""
        self._clearing = None
        if self._job is not None:
            return  # another check or export has started
        late = self.tr("Stopped too late: {target} was written, at least in part.")
        words = late.format(target=target) if written else self.tr("Stopped; nothing was written.")
        self.line.warn(words)

    def _on_looked(self, before: Traces) -> None:
        self._before = before

    def _cancel(self) -> None:
        self._pause.stop()
        self.breaking.stop(kill=not self._few)
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)
        target, self._target = self._target, None
        if target is not None:
            stopped = export_files.clear_stopped
            self._clearing = self._files.start(stopped, target, self._before, done=_ignore, failed=_ignore)

    def _show_state(self) -> None:
        report, writing = self.report, self._target is not None
        losses = report is not None and bool(report.losses)
        useful = report is not None and report.documents > 0 and self.options.exporter.refusal(report) is None
        self.options.setEnabled(not writing)
        self._export.setEnabled(useful and not writing)
        self._stop.setText(self.tr("Stop") if writing else self.tr("Close"))
        self._help.setText(self.tr("Click a row to go to its place in the article.") if losses else "")
        self.choices.setEnabled(report is not None)
        if report is not None:  # during a check nothing moves
            self.choices.setVisible(bool(losses or self.choices.chosen))

    # The target

    @Slot()
    def _ask_target(self) -> None:
        exporter, project = self.options.exporter, self._project.path
        name, title = "exportTarget", self.tr("Export")
        start = self._folder if self._folder.is_dir() else folder_beside(project)  # remembered for each project
        if self.options.into_folder:
            again = self._is_target and start == self._folder
            new = "" if again else _unused(start, f"{project.stem}-{exporter.name}").name
            ask_folder(self, name, title, self._on_target, start=start, remembers=False, new=new)
            return
        if self._is_target and start == self._folder:  # a single file goes beside the folder of the last export
            start = start.parent
        kinds = [f"{format_title(exporter.title)} (*{exporter.suffix})"]
        file = start / (project.stem + exporter.suffix)
        dialog = ask_target(self, name, title, self._on_target, start=file, filters=kinds, remembers=False)
        dialog.setDefaultSuffix(exporter.suffix[1:])  # it may have two parts

    @Slot(str)
    def _on_target(self, name: str) -> None:
        target = Path(name)
        there = self._present(target)
        if not self.options.into_folder or not there:
            self.write(target)
            return
        own = self.options.exporter.layout is FileLayout.FILE  # then the export replaces no files but these
        words = self.tr("{folder} already contains {names}.")
        if not own:
            words += " " + self.tr("Files with the same names are replaced, all others stay.")
        words = words.format(folder=target.name, names=", ".join(there))
        question = question_box(self, "exportReplace", self.tr("Export"), words)
        if not own:
            name = f"{self._project.path.stem}-{self.options.exporter.name}"
            inner = _unused(target.parent if target.name.startswith(name) else target, name)  # beside an earlier export
            within = question.addButton(
                self.tr("New Folder “{folder}”").format(folder=inner.name.replace("&", "&&")),
                QMessageBox.ButtonRole.AcceptRole,
            )
            within.setObjectName("exportWithin")
            within.clicked.connect(lambda: self.write(inner))
            question.setDefaultButton(within)
        replace = question.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(lambda: self.write(target))
        question.open()

    def _present(self, target: Path) -> list[str]:
        """Return the names of files that an export would replace in a folder; for a folder format, the first few."""
        exporter = self.options.exporter
        if exporter.layout is FileLayout.FILE or not target.is_dir():
            names = [split + exporter.suffix for split in SPLITS]
            return [name for name in names if (target / name).exists()]
        return sorted(path.name for path in target.iterdir() if not path.name.startswith("."))[:_NAMED]


def _unused(folder: Path, name: str) -> Path:
    """Return an unused path in a folder: ``name``, or the name with a number if it exists."""
    names = (name, *(f"{name}-{count}" for count in range(2, 1000)))
    return next((folder / one for one in names if not (folder / one).exists()), folder / name)


def _ignore(_: object) -> None:
    """Do nothing: it does not matter whether leftover files could be removed."""
