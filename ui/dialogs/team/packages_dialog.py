"""Project → Write Packages: a file for each annotator, with the articles assigned to that annotator."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.jobs.team import packing
from annotator.jobs.team.packing import Written
from annotator.model.packages import SuggestionTreatment
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_folder
from ui.base.i18n import number, translate
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.settings import typed_path
from ui.base.widgets.dialog_parts import button_box, form_layout, lay_out
from ui.base.widgets.inputs import Choice, fill, named, refill
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.workers import Job, JobProcess


class PackagesDialog(QDialog):
    """Writes packages in a job. Closing the dialog early stops the job, and no package is left behind."""

    written = Signal(int, object)  # the number of packages, and the Path of their folder
    deal_wanted = Signal()

    def __init__(self, session: Session, files: JobProcess, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packagesDialog")
        self.setWindowTitle(self.tr("Write Packages"))
        self._session = session
        self._project = session.required()
        self._files = files
        self._job: Job | None = None
        self._nobody = False  # whether nobody has new articles
        self._all_sent = False  # whether earlier packages hold all articles
        self.person = named(Choice(), "packagesPerson", self.tr("For"))
        self.folder = named(QLineEdit(str(folder)), "packagesFolder", self.tr("Folder"))
        self._choose = named(QPushButton(self.tr("&Choose…"), autoDefault=False), "packagesChoose")
        self.suggestions = named(Choice(), "packagesSuggestions", self.tr("Suggestions"))
        self.again = named(QCheckBox(self.tr("&Also articles that an earlier package holds")), "packagesAgain")
        self.line = JobLine()
        self.buttons = button_box(self)
        self.ok = named(self.buttons.button(QDialogButtonBox.StandardButton.Ok), "packagesOk")
        self.ok.setText(self.tr("&Write"))
        self._offer()
        self._lay_out()
        self._choose.clicked.connect(self._ask_folder)
        self.folder.textChanged.connect(self._check)
        self.again.toggled.connect(self._offer_people)
        self._check()

    @property
    def busy(self) -> bool:
        """Return whether packages are being written."""
        return self._job is not None

    def done(self, result: int) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)
        super().done(result)

    @Slot()
    def accept(self) -> None:
        if not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        person = self.person.currentData()
        self.line.begin(self.tr("Writing packages…"))
        folder = typed_path(self.folder.text())
        self._job = self._files.start(
            partial(packing.write, again=self.again.isChecked()),
            self._project.path,
            folder,
            None if person is None else (person,),
            SuggestionTreatment(self.suggestions.currentData()),
            done=partial(self._on_written, folder),
            failed=self._on_failed,
            advanced=self.line.advance,
        )

    # Inside

    def _offer(self) -> None:
        self._offer_people()
        ways = (
            (self.tr("shown"), str(SuggestionTreatment.INCLUDED)),
            (self.tr("some held back, to measure their effect"), str(SuggestionTreatment.HELD)),
            (self.tr("none"), str(SuggestionTreatment.WITHHELD)),
        )
        refill(self.suggestions, ways, str(SuggestionTreatment.INCLUDED))

    @Slot()
    def _offer_people(self) -> None:
        project, chosen = self._project, self.person.currentData()
        people = project.read.assigned.people()
        counts = {name: len(packing.to_send(project, name, again=self.again.isChecked())) for name in people}
        self._all_sent = not any(counts.values()) and any(packing.to_send(project, name, again=True) for name in people)
        self._nobody = not any(counts.values())
        offered = [(f"{one_line(name)} ({number(count)})", name) for name, count in counts.items() if count]
        refill(self.person, [(self.tr("everybody with new articles"), None), *offered], chosen)
        self.line.end("")
        self._check()

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(self.tr("&For"), self.person)
        place = fill(QHBoxLayout(), (self.folder, 1), self._choose, spacing=8)
        folder = plain(self.tr("F&older"))
        folder.setBuddy(self.folder)
        form.addRow(folder, place)
        form.addRow(self.tr("&Suggestions"), self.suggestions)
        form.addRow("", self.again)
        told = plain(
            self.tr(
                "A package is a project file with the articles that its annotator has not begun, the schema and its"
                " guidelines, and nobody’s labels. Merge it when it comes back."
            ),
            "muted",
            wraps=True,
        )
        lay_out(self, told, form, self.line, 1, self.buttons)
        resize_within_screen(self, 560, 300)

    @Slot()
    def _check(self) -> None:
        self.ok.setEnabled(not self._nobody and bool(self.folder.text().strip()) and not self.busy)
        if self._nobody and self._all_sent:
            self.line.end(self._sent_before())
        elif self._nobody:
            words = self.tr("Nobody has new articles. Deal articles first.")
            self.line.end(words, translate("Team", "Deal Articles…"), self._deal)

    def _deal(self) -> None:
        self.reject()
        self.deal_wanted.emit()

    @Slot()
    def _ask_folder(self) -> None:
        title, start = self.tr("Folder for the packages"), self.folder.text()
        ask_folder(self, "packagesFolderDialog", title, self.folder.setText, start=start, remembers=False)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.line.warn(self._sent_before() if error.code == "package.sent" else sentence(error))
        self._check()

    def _sent_before(self) -> str:
        return self.tr("All dealt articles are in packages that were written before.")  # the error names --again

    def _on_written(self, folder: Path, written: list[Written]) -> None:
        self._job = None
        try:
            packing.show(written)
        except AnnotatorError as error:
            self._on_failed(error)
            return
        if not self._session.do(packing.step(written, annotator=self._project.annotator)):
            packing.remove(written)  # so that they can be written again; the session has reported why
            self._check()
            return
        self.written.emit(len(written), folder)
        super().accept()
