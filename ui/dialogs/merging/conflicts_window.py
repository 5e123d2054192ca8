"""Project → Conflicts: fields that merged copies changed differently, each settled with a single key."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from annotator.editing.edits import Edit, EditKind
from annotator.editing.log.row_keys import key_of
from annotator.jobs.merging.conflicts import Conflict, conflicts, settled_schema, settling
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import lay_out
from ui.base.widgets.inputs import fill
from ui.bridge.session import Session
from ui.dialogs.merging.conflict_table import LETTERS, ConflictTable
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_PAUSE = 300  # milliseconds after the last edit
_NAME = 24  # shown characters of a name


class ConflictsWindow(QDialog):
    """A window that can stay open beside the article; it is updated after each edit."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Conflicts"))
        self._session = session
        self._project = session.required()
        self.line = JobLine()
        self.table = ConflictTable(self._project.schema)
        self._asking = LastQuestion(files, self._on_found, self)
        self._settling = LastQuestion(files, self._take, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.sides = [dialog_button(f"conflictTake{letter}", "") for letter in LETTERS]
        self.close_button = dialog_button("conflictsClose", self.tr("Close"))
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        for question in (self._asking, self._settling):
            question.failed.connect(self.line.fail)
        self.table.jump_wanted.connect(self.jump_wanted)
        self.table.settle_wanted.connect(self.settle)
        self.table.selectionModel().currentRowChanged.connect(self._name_sides)
        self.close_button.clicked.connect(self.reject)
        session.settled.connect(self._pause.start)
        session.documents_changed.connect(self._pause.start)
        self.refresh()

    @property
    def busy(self) -> bool:
        """Return whether the list is still being read, or a schema being settled."""
        return self._asking.busy or self._settling.busy or self._pause.isActive()

    def done(self, result: int) -> None:
        self._pause.stop()
        self._asking.cancel()
        self._settling.cancel()
        super().done(result)

    @Slot()
    def refresh(self) -> None:
        """List the conflicts again."""
        if not self.table.rows.shown:
            self.line.begin(self.tr("Reading the conflicts…"))
        self._asking.ask(conflicts, self._project.path)

    @Slot(int)
    def settle(self, side: int) -> None:
        """Settle the selected conflict with the values of side ``side``, as an undoable step."""
        chosen = self.table.chosen
        if chosen is None or not self._session.writable or self._settling.busy:
            return
        project = self._project
        if chosen.kind == "setting":
            self.line.begin(self.tr("Settling…"))
            self._settling.ask(settled_schema, self._project.path, chosen, side, project.annotator)
            return
        try:
            self._take(settling(project.read, chosen, side, annotator=project.annotator))
        except AnnotatorError as error:
            self.line.warn(sentence(error))

    def _take(self, edit: Edit | None) -> None:
        """Store the edit that settles the selected conflict."""
        if edit is None:
            self.line.warn(self.tr("This row is not in the project. Change it in the article or the schema."))
        elif self._session.do(edit):
            settled = {key_of(each) for change in edit.changes if (each := change.after or change.before) is not None}
            row = self.table.currentIndex().row()
            self._show([each for each in self.table.rows.shown if (each.kind, each.row) not in settled], row)
            if edit.kind is EditKind.SCHEMA:
                self._session.schema_changed.emit()

    # Inside

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for number_, button in enumerate(self.sides):
            button.hide()
            button.clicked.connect(lambda _checked=False, side=number_: self.settle(side))
        fill(foot, *self.sides, 1, self.close_button, spacing=8)
        hint = self.tr(
            "Click a row to go to its place. Press a letter to take that person’s version; editing the place settles"
            " the conflict, too."
        )
        lay_out(self, self.line, (self.table, 1), plain(hint, "muted", wraps=True), foot)
        resize_within_screen(self, 880, 460)

    def _on_found(self, found: tuple[Conflict, ...]) -> None:
        self._show(list(found), max(0, self.table.currentIndex().row()))

    def _show(self, found: list[Conflict], row: int) -> None:
        self.table.rows.show_rows(found)
        self.table.selectRow(min(row, len(found) - 1))
        none = self.tr("Nothing is in conflict.")
        self.line.end(self.tr("Conflicts: {count}").format(count=number(len(found))) if found else none)
        self._name_sides()

    @Slot()
    def _name_sides(self) -> None:
        chosen = self.table.chosen
        sides = chosen.sides if chosen is not None and len(chosen.sides) > 1 else ()
        for place, (letter, button) in enumerate(zip(LETTERS, self.sides, strict=True)):
            button.setVisible(place < len(sides))
            if place < len(sides):
                words = f"{letter}  {one_line(sides[place].annotator, _NAME)}"
                button.setText(words.replace("&", "&&"))
                button.setAccessibleName(words)
                button.setEnabled(self._session.writable and chosen is not None and chosen.shown)
