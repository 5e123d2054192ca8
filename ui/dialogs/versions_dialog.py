"""The dialog that carries an old version's labels to the new article; labels with missing words come first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QWidget

from annotator.jobs.importing import article_replacement
from annotator.jobs.importing.article_replacement import Compared, Survival
from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import Place, PlaceTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.dialog_parts import CLOSE, button_box, lay_out
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

translate = QCoreApplication.translate
_PAUSE = 300  # milliseconds after the last edit
_SHOWN = 120  # shown characters of a label's words

Column = IntEnum("Column", "FATE LABEL BEFORE AFTER", start=0)
_HEADERS = {
    Column.FATE: QT_TRANSLATE_NOOP("VersionsDialog", "Result"),
    Column.LABEL: QT_TRANSLATE_NOOP("VersionsDialog", "Label"),
    Column.BEFORE: QT_TRANSLATE_NOOP("VersionsDialog", "Words before"),
    Column.AFTER: QT_TRANSLATE_NOOP("VersionsDialog", "Words now"),
}
_FATES = {
    Survival.GONE: QT_TRANSLATE_NOOP("VersionsDialog", "words missing"),
    Survival.CHANGED: QT_TRANSLATE_NOOP("VersionsDialog", "words changed"),
    Survival.SAME: QT_TRANSLATE_NOOP("VersionsDialog", "unchanged"),
}


@dataclass(frozen=True)
class _Where:
    document: str
    start: int
    end: int


class VersionsModel(RowsModel[Compared, Column]):
    """A table model of the old version's labels, with what became of each label's words in the new version."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("VersionsDialog", _HEADERS, parent)
        self._schema = schema

    def words(self, row: Compared, column: Column) -> str:
        match column:
            case Column.FATE:
                fate = translate("VersionsDialog", _FATES[row.fate])
                return translate("VersionsDialog", "{fate}, decided").format(fate=fate) if row.decided else fate
            case Column.LABEL:
                return label_name(self._schema, row.span.layer, row.span.label)
            case Column.BEFORE:
                return one_line(row.before, _SHOWN)
            case Column.AFTER:
                return one_line(row.after, _SHOWN)


class VersionsTable(PlaceTable):
    """The table of labels. A click or Return goes to the words in the new version, else in the old one."""

    def __init__(self, schema: Schema) -> None:
        super().__init__("versionsTable", translate("VersionsDialog", "Labels of the old version"))
        self.rows = VersionsModel(schema, self)
        self.setModel(self.rows)
        self.set_lines(2)  # long claims need two lines
        self.share_width((Column.BEFORE, Column.AFTER))
        for column in (Column.FATE, Column.LABEL):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.new = ""

    def place(self, row: int) -> Place:
        found = self.rows.shown[row]
        if found.parts:
            return _Where(self.new, found.parts[0][0], found.parts[-1][1])
        return _Where(found.span.document, found.span.start, found.span.end)


class VersionsDialog(QDialog):
    """A window that compares an article with the version it replaces; it is updated after each edit."""

    jump_wanted = Signal(str, int, int)
    same_wanted = Signal(object)  # tuple of Compared: accept these labels, whose words are unchanged
    restore_wanted = Signal(str)  # id of the old version, to use instead of the new one

    def __init__(self, session: Session, files: JobProcess, new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels of the Old Version"))
        self._session = session
        self._project = session.required()
        self._new = new
        self._found: tuple[Compared, ...] = ()
        self.line = JobLine()
        self._comparing = LastQuestion(files, self._on_found, self)
        self.table = VersionsTable(self._project.schema)
        self.table.new = new
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.buttons = button_box(self, CLOSE)
        self.same = self.buttons.addButton(self.tr("&Accept Unchanged"), QDialogButtonBox.ButtonRole.ActionRole)
        self.same.setObjectName("versionsSame")
        self.restore = self.buttons.addButton(self.tr("Restore &Old Version"), QDialogButtonBox.ButtonRole.ActionRole)
        self.restore.setObjectName("versionsRestore")
        self._lay_out()
        self._pause.timeout.connect(self._compare)
        self._comparing.failed.connect(self.line.fail)
        session.edited.connect(self._pause.start)
        session.documents_changed.connect(self._pause.start)
        session.document_opened.connect(self._refresh)
        self.table.jump_wanted.connect(self.jump_wanted)
        self.same.clicked.connect(self._accept_same)
        self.restore.clicked.connect(self._restore)
        self._compare()

    def done(self, result: int) -> None:
        self._pause.stop()
        self._comparing.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        lay_out(
            self,
            self.line,
            (self.table, 1),
            plain(self.tr("Click a row to go to its place in the article."), "muted"),
            self.buttons,
        )
        resize_within_screen(self, 880, 440)

    @Slot()
    def _compare(self) -> None:
        self.line.begin(self.tr("Comparing both versions…"))
        self._comparing.ask(article_replacement.find, self._project.path, self._new)

    def _on_found(self, found: tuple[Compared, ...]) -> None:
        self._found = found
        row = self.table.currentIndex().row()
        self.table.rows.show_rows(found)
        self.table.selectRow(min(max(row, 0), len(found) - 1))
        self.line.end(fates_words(found))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        opened = self._session.opened
        here = self._session.writable and opened is not None and opened.document.id == self._new
        self.same.setEnabled(here and any(each.fate is Survival.SAME and not each.decided for each in self._found))
        older = self._project.read.replaced.older(self._new) if self._session.project is not None else []
        self.restore.setEnabled(self._session.writable and len(older) == 1)

    @Slot()
    def _accept_same(self) -> None:
        self.same_wanted.emit(self._found)

    @Slot()
    def _restore(self) -> None:
        for old in self._project.read.replaced.older(self._new):
            self.restore_wanted.emit(old)
        self.accept()


def fates_words(found: Sequence[Compared]) -> str:
    """Return the text for the number of labels, in total and by fate."""
    counts = {fate: sum(each.fate is fate for each in found) for fate in Survival}
    words = translate(
        "VersionsDialog",
        "Labels: {all}. Words missing: {gone}, words changed: {changed}, unchanged: {same}.",
    )
    return words.format(
        all=number(len(found)),
        gone=number(counts[Survival.GONE]),
        changed=number(counts[Survival.CHANGED]),
        same=number(counts[Survival.SAME]),
    )
