"""Repairs a project into a new file, and shows what was saved, what was lost, and which steps a backup lacks."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from ui.base.i18n import moment, number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.rows.plain_table import FigureTable, PlainTable
from ui.base.rows.rows_model import RowsModel
from ui.base.saving import opening
from ui.base.settings import is_folder
from ui.base.widgets.dialog_parts import CANCEL, button_box, lay_out
from ui.base.widgets.inputs import fill
from ui.base.widgets.tabs import Tabs
from ui.jobs.job_line import JobLine
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.store.repair.repaired import Backup, Finding, Repaired, RepairedEdit, SetAside

translate = QCoreApplication.translate
_SHOWN = 120  # shown characters of a label's words
_PAGES = 330  # least height of the lists in pixels

FindingColumn = IntEnum("FindingColumn", "KIND ARTICLE WORDS WHY", start=0)
StepColumn = IntEnum("StepColumn", "NUMBER KIND WORDS ARTICLES WHO WHEN", start=0)
_FINDINGS = {
    FindingColumn.KIND: QT_TRANSLATE_NOOP("RepairDialog", "Kind"),
    FindingColumn.ARTICLE: QT_TRANSLATE_NOOP("RepairDialog", "Article"),
    FindingColumn.WORDS: QT_TRANSLATE_NOOP("RepairDialog", "Words"),
    FindingColumn.WHY: QT_TRANSLATE_NOOP("RepairDialog", "What happened"),
}
_STEPS = {
    StepColumn.NUMBER: QT_TRANSLATE_NOOP("RepairDialog", "Step"),
    StepColumn.KIND: QT_TRANSLATE_NOOP("RepairDialog", "Kind"),
    StepColumn.WORDS: QT_TRANSLATE_NOOP("RepairDialog", "Words"),
    StepColumn.ARTICLES: QT_TRANSLATE_NOOP("RepairDialog", "Articles"),
    StepColumn.WHO: QT_TRANSLATE_NOOP("RepairDialog", "By"),
    StepColumn.WHEN: QT_TRANSLATE_NOOP("RepairDialog", "When"),
}
_KINDS = {  # names of the kinds of edits
    "add": QT_TRANSLATE_NOOP("RepairDialog", "added"),
    "remove": QT_TRANSLATE_NOOP("RepairDialog", "removed"),
    "relabel": QT_TRANSLATE_NOOP("RepairDialog", "relabelled"),
    "move": QT_TRANSLATE_NOOP("RepairDialog", "boundary moved"),
    "split": QT_TRANSLATE_NOOP("RepairDialog", "split"),
    "join": QT_TRANSLATE_NOOP("RepairDialog", "joined"),
    "change": QT_TRANSLATE_NOOP("RepairDialog", "details changed"),
    "relate": QT_TRANSLATE_NOOP("RepairDialog", "linked"),
    "unrelate": QT_TRANSLATE_NOOP("RepairDialog", "unlinked"),
    "accept": QT_TRANSLATE_NOOP("RepairDialog", "accepted"),
    "correct": QT_TRANSLATE_NOOP("RepairDialog", "corrected"),
    "reject": QT_TRANSLATE_NOOP("RepairDialog", "rejected"),
    "withdraw": QT_TRANSLATE_NOOP("RepairDialog", "suggestions withdrawn"),
    "state": QT_TRANSLATE_NOOP("RepairDialog", "article done or open"),
    "describe": QT_TRANSLATE_NOOP("RepairDialog", "article details"),
    "classify": QT_TRANSLATE_NOOP("RepairDialog", "label of the article"),
    "exclude": QT_TRANSLATE_NOOP("RepairDialog", "paragraph excluded"),
    "seen": QT_TRANSLATE_NOOP("RepairDialog", "sentence read"),
    "identify": QT_TRANSLATE_NOOP("RepairDialog", "who is meant"),
    "merge": QT_TRANSLATE_NOOP("RepairDialog", "who is meant"),
    "dissolve": QT_TRANSLATE_NOOP("RepairDialog", "who is meant"),
    "describe_identity": QT_TRANSLATE_NOOP("RepairDialog", "who is meant"),
    "go_back": QT_TRANSLATE_NOOP("RepairDialog", "return to an earlier step"),
    "import": QT_TRANSLATE_NOOP("RepairDialog", "article added"),
    "suggest": QT_TRANSLATE_NOOP("RepairDialog", "suggestions"),
    "schema": QT_TRANSLATE_NOOP("RepairDialog", "schema changed"),
    "delete": QT_TRANSLATE_NOOP("RepairDialog", "article deleted"),
    "deal": QT_TRANSLATE_NOOP("RepairDialog", "parts of a dataset"),
    "replace": QT_TRANSLATE_NOOP("RepairDialog", "replaced article"),
    "bring": QT_TRANSLATE_NOOP("RepairDialog", "labels from a file"),
    "look": QT_TRANSLATE_NOOP("RepairDialog", "labels looked at"),
    "create": QT_TRANSLATE_NOOP("RepairDialog", "project created"),
    "detect": QT_TRANSLATE_NOOP("RepairDialog", "language recognised"),
    "lists": QT_TRANSLATE_NOOP("RepairDialog", "word lists"),
    "assign": QT_TRANSLATE_NOOP("RepairDialog", "articles dealt"),
    "pack": QT_TRANSLATE_NOOP("RepairDialog", "packages written"),
    "adjudicate": QT_TRANSLATE_NOOP("RepairDialog", "adjudication"),
    "review": QT_TRANSLATE_NOOP("RepairDialog", "review"),
    "comment": QT_TRANSLATE_NOOP("RepairDialog", "comment"),
}


def _kind(kind: str) -> str:
    return translate("RepairDialog", _KINDS[kind]) if kind in _KINDS else kind


class FindingModel(RowsModel["Finding", FindingColumn]):
    """The rows that were lost, or that were saved in changed form."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("RepairDialog", _FINDINGS, parent)

    def words(self, row: "Finding", column: FindingColumn) -> str:
        from annotator.store.repair.mending import WHY
        from annotator.store.repair.repaired import TABLES

        match column:
            case FindingColumn.KIND:
                return translate("Repair", TABLES[row.table]) if row.table in TABLES else row.table
            case FindingColumn.ARTICLE:
                return one_line(row.title, _SHOWN)
            case FindingColumn.WORDS:
                words = row.words or ("" if row.label else row.row)  # without words: the label, else the id
                if row.table == "edit":
                    words = _kind(words)
                return one_line(": ".join(filter(None, (row.label, words))), _SHOWN)
            case FindingColumn.WHY:
                return translate("Repair", WHY[row.why]).format(was=one_line(row.was, _SHOWN))


class StepModel(RowsModel["RepairedEdit", StepColumn]):
    """The steps that the latest backup lacks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("RepairDialog", _STEPS, parent, numbers=(StepColumn.NUMBER,))

    def words(self, row: "RepairedEdit", column: StepColumn) -> str:
        match column:
            case StepColumn.NUMBER:
                return number(row.number)
            case StepColumn.KIND:
                return _kind(row.kind)
            case StepColumn.WORDS:
                return one_line(": ".join(filter(None, (row.label, row.words))), _SHOWN)
            case StepColumn.WHEN:
                return moment(one_line(row.at, _SHOWN))
            case StepColumn.WHO:
                return row.annotator
            case StepColumn.ARTICLES:
                return one_line(", ".join(row.titles), _SHOWN)


class _Pages(QWidget):
    """Pages below a row of buttons, one for each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("repairPages")
        self.titles: list[str] = []
        self._stack = QStackedWidget()
        self._rows = fill(QVBoxLayout(self), (self._stack, 1), margins=0, spacing=8)

    def add(self, title: str, page: QWidget) -> None:
        """Add a page behind the others."""
        self.titles.append(title)
        self._stack.addWidget(page)

    def finish(self) -> None:
        """Show the first page and, if there are several, the buttons that open them."""
        self.show()
        if len(self.titles) == 1:
            return
        tabs = Tabs("repairPage", enumerate(self.titles))
        tabs.chosen.connect(self._stack.setCurrentIndex)
        self._rows.insertWidget(0, tabs, 0, Qt.AlignmentFlag.AlignLeft)


class RepairDialog(QDialog):
    """Repairs a project in a job. Closing the dialog early removes the new file. The damaged project is only read."""

    open_wanted = Signal(object)  # Path of the repaired project
    place_wanted = Signal(object)  # Path of the repaired project, to replace the damaged one
    backup_wanted = Signal(object)  # Path of a backup, of which a copy is to be opened

    def __init__(
        self, path: Path, out: Path, files: JobProcess, parent: QWidget | None = None, *, at_once: bool = False
    ) -> None:
        """Start the repair. With ``at_once``, the new project opens by itself if nothing was lost or changed."""
        super().__init__(parent)
        self._path, self._out, self._files = path, out, files
        self._at_once = at_once
        self._job: Job | None = None
        self.report: Repaired | None = None
        self.setObjectName("repairDialog")
        self.setWindowTitle(self.tr("Repair a Project"))
        self.line = JobLine()
        self.headline = plain("", "title")
        self.summary = _wrapped("repairSummary")
        self.table = FigureTable(
            "repairTable",
            self.tr("What is saved and lost"),
            (self.tr("What"), self.tr("Saved"), self.tr("Lost"), self.tr("Damaged places")),
        )
        self.findings = _table("repairFindings", self.tr("Lost and changed"), FindingModel, FindingColumn.WHY, self)
        self.steps = _table("repairSteps", self.tr("Steps that the backup lacks"), StepModel, StepColumn.ARTICLES, self)
        self.backup = _wrapped("repairBackup")
        aside = self.tr("Steps that were set aside")
        self.aside_steps = _table("repairAsideSteps", aside, StepModel, StepColumn.ARTICLES, self)
        self.aside = _wrapped("repairAside")
        self.pages = _Pages()
        self.pages.setMinimumHeight(_PAGES)  # resizing alone has no effect before the window is placed
        self.buttons = button_box(self, CANCEL)
        self._lay_out()
        self.finished.connect(self._stop)
        self._begin()

    def _lay_out(self) -> None:
        lay_out(self, self.headline, self.line, self.summary, (self.pages, 1), self.buttons)
        self.summary.hide()
        self.pages.hide()
        resize_within_screen(self, 860, 1)  # as high as its texts

    def _begin(self) -> None:
        from annotator.store.repair.repairing import repair

        self.headline.setText(one_line(self._path.name))
        self.line.begin(self.tr("Reading what can still be read. The damaged file is not changed."))
        self._job = self._files.start(
            repair, self._path, self._out, done=self._on_done, failed=self._on_failed, advanced=self.line.advance
        )

    @Slot()
    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        backups = Path(str(error.details.get("backups", "")))
        self.line.warn(sentence(error), *(opening(backups) if backups.name and is_folder(backups) else ()))
        self._name_close()

    def _on_done(self, report: "Repaired") -> None:
        from annotator.store.repair.repaired import sort_key

        self._job = None
        self.report = report
        if self._at_once and report.whole:
            self._open()
            return
        self.line.hide()
        self.headline.setText(self.tr("Saved in {file}").format(file=one_line(report.out.name)))
        self.summary.setText(" ".join(_sentences(report)))
        self.summary.show()
        self._show_counts(report)
        self._show_findings(sorted((*report.lost, *report.changed), key=sort_key))
        self._show_backup(report.backup)
        self._show_set_aside(report.set_aside)
        self.pages.finish()
        self._add_buttons(backup=report.backup is not None)
        self._name_close()
        resize_within_screen(self, 860, 560)

    def _show_counts(self, report: "Repaired") -> None:
        from annotator.store.repair.repaired import TABLES

        rows = [
            (translate("Repair", name), *map(number, (report.saved.get(table, 0), lost, report.damaged.get(table, 0))))
            for table, name in TABLES.items()
            if (lost := report.lost_in(table)) or report.saved.get(table) or report.damaged.get(table)
        ]
        self.table.figures.show(rows)
        self.pages.add(self.tr("Saved and Lost"), self.table)

    def _show_findings(self, findings: "Sequence[Finding]") -> None:
        if findings:
            model = self.findings.model()
            assert isinstance(model, FindingModel)  # noqa: S101  # for the types
            model.show_rows(findings)
            self.pages.add(self.tr("Details ({count})").format(count=number(len(findings))), self.findings)

    def _show_backup(self, backup: "Backup | None") -> None:
        if backup is None:
            return
        words = self.tr("The newest intact backup, {file}, has {labels} labels.")
        if self.report is not None and self.report.lost_in("span"):
            words = self.tr("The newest intact backup, {file}, has {labels} labels, and {holds} of the lost ones.")
        lacks = self.tr("Steps it lacks: {count}.") if backup.lacks else self.tr("No step is missing.")
        self.backup.setText(
            words.format(file=backup.path.name, labels=number(backup.labels), holds=number(backup.holds))
            + " "
            + lacks.format(count=number(len(backup.lacks)))
        )
        self._add_steps(self.tr("Backup"), self.backup, self.steps, backup.lacks)

    def _show_set_aside(self, logs: "Sequence[SetAside]") -> None:
        if logs:
            words = self.tr(
                "These steps belong to earlier contents of the file, not to the project. They are in {files}."
            )
            self.aside.setText(words.format(files=", ".join(log.path.name for log in logs)))
            steps = [step for log in logs for step in log.lacks]
            self._add_steps(self.tr("Set Aside"), self.aside, self.aside_steps, steps)

    def _add_steps(self, title: str, words: QLabel, table: PlainTable, steps: "Sequence[RepairedEdit]") -> None:
        model = table.model()
        assert isinstance(model, StepModel)  # noqa: S101  # for the types
        model.show_rows(steps)
        page = QWidget()
        fill(QVBoxLayout(page), words, (table, 1), margins=0, spacing=8)
        table.show()
        self.pages.add(title, page)

    def _add_buttons(self, *, backup: bool) -> None:
        """Add the buttons that apply now: a button box cannot handle buttons that are hidden at first."""
        roles = QDialogButtonBox.ButtonRole
        wanted = [
            (self.tr("&Open the Repaired Project"), roles.AcceptRole, "repairOpen", self._open),
            (self.tr("Re&place the Damaged File"), roles.ActionRole, "repairPlace", self._place),
        ]
        if backup:
            words = self.tr("Open a Copy of the &Backup")
            wanted.append((words, roles.ActionRole, "repairUseBackup", self._use_backup))
        for words, role, name, slot in wanted:
            button = self.buttons.addButton(words, role)
            button.setObjectName(name)
            button.clicked.connect(slot)
        for first in self.buttons.findChildren(QPushButton, "repairOpen"):
            first.show()  # a button that is not shown yet cannot take the focus from Close
            first.setFocus()
            first.setDefault(True)

    def _name_close(self) -> None:
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Close"))

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self._out)
        self.accept()

    @Slot()
    def _place(self) -> None:
        self.place_wanted.emit(self._out)
        self.accept()

    @Slot()
    def _use_backup(self) -> None:
        if self.report is not None and self.report.backup is not None:
            self.backup_wanted.emit(self.report.backup.path)
            self.accept()


def _sentences(report: "Repaired") -> list[str]:
    """Return the sentences that summarise a repair."""
    if report.whole:
        sentences = [translate("RepairDialog", "As far as can be told, nothing is lost.")]
    else:
        sentences = [
            translate("RepairDialog", "Labels saved: {saved}, lost: {lost}.").format(
                saved=number(report.saved.get("span", 0)), lost=number(report.lost_in("span"))
            )
        ]
    if report.articles:
        concerned = translate("RepairDialog", "Articles affected: {count}.")
        sentences.append(concerned.format(count=number(len(report.articles))))
    if report.log_broken:
        sentences.append(
            translate("RepairDialog", "The log of the last steps was damaged; stored steps may be missing.")
        )
    if report.steps_missing:
        missing = translate("RepairDialog", "Steps missing in the log: {count}.")
        sentences.append(missing.format(count=number(report.steps_missing)))
    if report.foreign:
        left = translate("RepairDialog", "Left out, because it is not from Spanwright: {names}.")
        sentences.append(left.format(names=one_line(", ".join(report.foreign), _SHOWN)))
    if report.own:
        kept = translate("RepairDialog", "Your own tables, kept as data: {names}.")
        sentences.append(kept.format(names=one_line(", ".join(report.own), _SHOWN)))
    if report.backup is None and not report.whole:
        sentences.append(translate("RepairDialog", "No intact backup was found."))
    return sentences


def _wrapped(name: str) -> QLabel:
    label = plain(name=name, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _table(name: str, title: str, model: type[FindingModel | StepModel], wide: int, parent: QWidget) -> PlainTable:
    table = PlainTable(name, title, parent)
    table.hide()  # without its own page it would cover the text
    table.setModel(model(table))
    table.share_width((wide, wide - 1))
    for column in range(table.model().columnCount()):
        if table.horizontalHeader().sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table
