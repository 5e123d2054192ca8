"""Project → Blind Re-Test and Project → Practice Package: packages whose labels never mix with a project's own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.jobs.team import packing, practising, retesting
from annotator.jobs.team.packing import Written
from annotator.model.answers import PASS_MARK
from annotator.model.values import GOLD, NOBODY
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_folder
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.rows.plain_table import FigureTable
from ui.base.settings import typed_path
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import button_box, form_layout, lay_out
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import Choice, NumberField, fill, named, refill
from ui.bridge.session import Session
from ui.dialogs.team.round_rows import practice_headings, practice_rows, retest_headings, retest_rows
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import Job, JobProcess

_PAUSE = 300  # milliseconds after the last key
_MOST_DAYS, _MOST_ARTICLES = 3650, 1000
_EARLIER = 110  # height in pixels: the headings and two rounds


class RoundDialog(QDialog):
    """Writes a package in a job; subclasses decide what it contains. Closing early stops it and leaves no package."""

    written = Signal(object)  # the Path of the package
    figures_wanted = Signal(str)  # the person whose figures to show

    def __init__(self, session: Session, files: JobProcess, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self._session = session
        self._project = session.required()
        self._files = files
        self._job: Job | None = None
        self._offered = 0
        self.person = named(Choice(), f"{name}Person", self.tr("Annotator"))
        refill(self.person, ((one_line(each), each) for each in self.people()), self._project.annotator)
        self.number = named(NumberField(minimum=1, maximum=_MOST_ARTICLES), f"{name}Number", self.tr("Articles"))
        self.number.setValue(practising.NUMBER)
        self.folder = named(QLineEdit(str(self._project.path.parent)), f"{name}Folder", self.tr("Folder"))
        self.choose = named(QPushButton(self.tr("&Choose…"), autoDefault=False), f"{name}Choose")
        headings, _, _ = self.listing()
        self.earlier = FigureTable(f"{name}Earlier", self.tr("Returned packages"), headings)
        EmptyWords(self.earlier, self.tr("No package has come back yet."))
        self.line = JobLine()
        self.buttons = button_box(self)
        self.ok = named(self.buttons.button(QDialogButtonBox.StandardButton.Ok), f"{name}Ok")
        self.ok.setText(self.tr("&Write"))
        self.figures = dialog_button(f"{name}Figures", self.tr("&Results…"))
        self.buttons.addButton(self.figures, QDialogButtonBox.ButtonRole.ActionRole)
        self._counting = LastQuestion(files, self._on_counted, self)
        self._listing = LastQuestion(files, self._on_listed, self)
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._count()
        self._listing.ask(self.listing()[1], self._project.path)

    # What subclasses define

    def people(self) -> list[str]:
        """Return the people who can be chosen."""
        raise NotImplementedError

    def introduction(self) -> str:
        """Return a text that says what the package is for."""
        raise NotImplementedError

    def fields(self, form: QFormLayout) -> None:
        """Add the subclass's own fields."""
        raise NotImplementedError

    def counting(self) -> tuple[Callable[..., int], tuple[object, ...]]:
        """Return the function that counts the articles to draw from, and its arguments after the project."""
        raise NotImplementedError

    def listing(self) -> tuple[tuple[str, ...], Callable[..., Any], Callable[[Any], list[tuple[str, ...]]]]:
        """Return the headings for earlier rounds, the query for them, and the function that makes rows from it."""
        raise NotImplementedError

    def writing(self) -> tuple[Callable[..., list[Written]], dict[str, Any]]:
        """Return the function that writes the package, and its keyword arguments after the person."""
        raise NotImplementedError

    # Inside

    @property
    def chosen(self) -> str:
        """The name of the chosen person."""
        return str(self.person.currentData() or self.person.currentText().strip())

    def done(self, result: int) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)
        self._again.stop()
        self._counting.cancel()
        self._listing.cancel()
        super().done(result)

    @Slot()
    def accept(self) -> None:
        """Write the package."""
        if not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        self.line.begin(self.tr("Writing the package…"))
        function, arguments = self.writing()
        folder = typed_path(self.folder.text())
        self._job = self._files.start(
            partial(function, **arguments),
            self._project.path,
            folder,
            self.chosen,
            done=self._on_written,
            failed=self._on_failed,
        )

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(self.tr("&For"), self.person)
        self.fields(form)
        form.addRow(self.tr("A&rticles at most"), self.number)
        place = fill(QHBoxLayout(), (self.folder, 1), self.choose, spacing=8)
        folder = plain(self.tr("F&older"))
        folder.setBuddy(self.folder)
        form.addRow(folder, place)
        told = plain(self.introduction(), "muted", wraps=True)
        self.earlier.setMinimumHeight(_EARLIER)
        parts = (told, form, self.line, (self.earlier, 1), self.buttons)
        lay_out(self, *parts)
        resize_within_screen(self, 600, 520)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_folder)
        self.figures.clicked.connect(lambda: self.figures_wanted.emit(self.chosen))
        self.person.currentTextChanged.connect(self.count_soon)
        self.number.valueChanged.connect(self._show)
        self.folder.textChanged.connect(self._show)
        self._again.timeout.connect(self._count)

    @Slot()
    def count_soon(self) -> None:
        """Count the articles again after a pause in typing."""
        self.ok.setEnabled(False)
        self._again.start()

    @Slot()
    def _count(self) -> None:
        self._offered = 0
        self.ok.setEnabled(False)
        if not self.chosen:
            self._counting.stop()
            self.line.end("")
            return
        function, arguments = self.counting()
        self._counting.ask(function, self._project.path, *arguments)

    def _on_listed(self, found: list[Any]) -> None:
        _, _, as_rows = self.listing()
        self.earlier.figures.show(as_rows(found))

    def _on_counted(self, offered: int) -> None:
        self._offered = offered
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._job is None:
            self.line.end(self.outlook(self._offered))
            self.ok.setEnabled(bool(self._offered and self.chosen and self.folder.text().strip()))

    def outlook(self, offered: int) -> str:
        """Return the text for how many articles will be written, of ``offered`` to draw from."""
        words = self.tr("{count} of {all} articles can be drawn.")
        return words.format(count=number(min(offered, self.number.value())), all=number(offered))

    @Slot()
    def _ask_folder(self) -> None:
        title, start = self.tr("Folder for the package"), self.folder.text()
        ask_folder(self, "roundFolderDialog", title, self.folder.setText, start=start, remembers=False)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.line.warn(sentence(error))
        self.ok.setEnabled(bool(self._offered))

    def _on_written(self, written: list[Written]) -> None:
        self._job = None
        try:
            packing.show(written)
        except AnnotatorError as error:
            self._on_failed(error)
            return
        if not self._session.do(packing.step(written, annotator=self._project.annotator)):
            packing.remove(written)  # so that it can be written again; the session has reported why
            self._show()
            return
        self.written.emit(written[0].path)
        super().accept()


class RetestDialog(RoundDialog):
    """Writes a package with articles that a person finished a while ago, without the earlier labels."""

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        self.after = named(NumberField(minimum=0, maximum=_MOST_DAYS), "retestAfter")
        self.after.setValue(retesting.AFTER)
        super().__init__(session, files, "retest", parent)
        self.setWindowTitle(self.tr("Blind Re-Test"))
        self.after.setAccessibleName(self.tr("Minimum days since it was finished"))
        self.after.valueChanged.connect(self.count_soon)

    def people(self) -> list[str]:
        return [name for name in self._project.read.people.labelling() if name not in NOBODY]

    def introduction(self) -> str:
        return self.tr(
            "A package with articles that an annotator finished a while ago, without any earlier label. Merge it when"
            " it is labelled, and the results show how far both times agree."
        )

    def fields(self, form: QFormLayout) -> None:
        form.addRow(self.tr("&Days since finished, at least"), self.after)

    def counting(self) -> tuple[Callable[..., int], tuple[object, ...]]:
        return retesting.offered, (self.chosen, self.after.value())

    def listing(self) -> tuple[tuple[str, ...], Callable[..., Any], Callable[[Any], list[tuple[str, ...]]]]:
        return retest_headings(), retesting.rounds, retest_rows

    def writing(self) -> tuple[Callable[..., list[Written]], dict[str, Any]]:
        return retesting.write, {"after": self.after.value(), "number": self.number.value()}

    def outlook(self, offered: int) -> str:
        if not offered:
            return self.tr("No article was finished long enough ago.")
        return super().outlook(offered)


class PracticeDialog(RoundDialog):
    """Writes a package with articles whose answers are known, for a person who has not seen the answers."""

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        self.by = named(Choice(), "practiceBy")
        self.mark = named(NumberField(minimum=1, maximum=100), "practiceMark")
        self.mark.setValue(PASS_MARK)
        super().__init__(session, files, "practice", parent)
        self.setWindowTitle(self.tr("Practice Package"))
        self.by.setAccessibleName(self.tr("Answers"))
        self.mark.setAccessibleName(self.tr("Pass mark, out of 100"))
        self.person.setEditable(True)
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.person.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Name"))
        self.by.currentIndexChanged.connect(self.count_soon)
        self.person.setCurrentIndex(-1)

    @property
    def chosen(self) -> str:
        """The name of the chosen or typed person, who may be new to the project."""
        typed = self.person.currentText().strip()
        at = self.person.findText(typed)
        return str(self.person.itemData(at)) if at >= 0 else typed

    def people(self) -> list[str]:
        read = self._project.read
        return sorted({*read.people.labelling(), *read.assigned.people()} - NOBODY)

    def introduction(self) -> str:
        return self.tr(
            "A package with articles whose answers are known. Once an article is done, it shows what differs from the"
            " answers, with the guideline. Merge it when it comes back, and the results are listed here."
        )

    def fields(self, form: QFormLayout) -> None:
        read = self._project.read
        self.by.addItem(self.tr("gold"), GOLD)
        for name in read.people.labelling():
            if name not in NOBODY:
                self.by.addItem(self.tr("labels by {name}").format(name=one_line(name)), name)
        form.addRow(self.tr("A&nswers"), self.by)
        form.addRow(self.tr("&Pass mark, out of 100"), self.mark)

    def counting(self) -> tuple[Callable[..., int], tuple[object, ...]]:
        return practising.offered, (self.chosen, self.by.currentData())

    def listing(self) -> tuple[tuple[str, ...], Callable[..., Any], Callable[[Any], list[tuple[str, ...]]]]:
        return practice_headings(), practising.results, practice_rows

    def writing(self) -> tuple[Callable[..., list[Written]], dict[str, Any]]:
        return practising.write, {
            "number": self.number.value(),
            "pass_mark": self.mark.value(),
            "by": self.by.currentData(),
        }

    def outlook(self, offered: int) -> str:
        if not offered:
            return self.tr("There is no finished article whose answers are new to this annotator.")
        return super().outlook(offered)
