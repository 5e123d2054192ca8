"""Model of all steps of the open article, newest first; each is read from the file when it comes into sight."""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.editing.edits import Edit, EditKind
from annotator.editing.history import Step
from annotator.model.schema import Schema
from annotator.model.values import Document
from ui.base.i18n import locale
from ui.base.look.plain_text import tooltip
from ui.deciding.edit_names import edit_name

STEP = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEPT = 1024  # edits kept in memory
_LEFT_OUT = frozenset({EditKind.SUGGEST})  # nobody decided anything


class HistoryModel(QAbstractListModel):
    """Steps by id; ``read`` loads an edit by its id."""

    def __init__(self, read: Callable[[str], Edit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._steps: list[Step] = []  # the oldest first
        self._undoing: set[str] = set()  # steps that undo one in force
        self._undone: set[str] = set()  # steps that are undone
        self._origins: dict[str, str] = {}  # original step of each undo or redo
        self._edits: OrderedDict[str, Edit] = OrderedDict()
        self._schema: Schema | None = None
        self._document: Document | None = None

    def show_steps(self, steps: Iterable[Step], schema: Schema | None, document: Document | None) -> None:
        """Show the steps of a document, given oldest first."""
        self.beginResetModel()
        self._edits.clear()
        self._steps.clear()
        self._origins.clear()
        self._undone.clear()
        self._undoing.clear()
        self._schema, self._document = schema, document
        for step in steps:
            self._take(step)
        self.endResetModel()

    def add(self, step: Step) -> None:
        """Insert a new step at the top."""
        if step.kind not in _LEFT_OUT:
            self.beginInsertRows(_ROOT, 0, 0)
            self._take(step)
            self.endInsertRows()
            self.dataChanged.emit(self.index(1), self.index(self.rowCount() - 1))

    def step(self, row: int) -> Step | None:
        """Return the step in a row."""
        return self._steps[-1 - row] if 0 <= row < len(self._steps) else None

    def edit(self, row: int) -> Edit | None:
        """Return the edit of the step in a row."""
        step = self.step(row)
        if step is None:
            return None
        found = self._edits.get(step.id)
        if found is None:
            found = self._edits[step.id] = self._read(step.id)
            if len(self._edits) > _KEPT:
                self._edits.popitem(last=False)
        return found

    def is_taken_back(self, row: int) -> bool:
        """Return whether a step is undone, or is itself an undo or redo."""
        step = self.step(row)
        return step is not None and (step.undoes is not None or step.id in self._undone)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        edit = self.edit(index.row())
        if edit is None or self._schema is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(edit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._name(edit))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._name(edit), self.facts(index.row()))))
        return self.step(index.row()) if role == STEP else None

    def facts(self, row: int) -> str:
        """Return time and annotator of a step, and whether it is the newest."""
        edit = self.edit(row)
        if edit is None:
            return ""
        facts = [_moment(edit.when), edit.annotator]
        if row == 0:
            facts.insert(0, self.tr("now"))
        elif edit.id in self._undone:
            facts.append(self.tr("undone"))
        return " · ".join(facts)

    def _take(self, step: Step) -> None:
        """Append a step, and update whether the step it undoes or redoes is undone now."""
        if step.kind in _LEFT_OUT:
            return
        self._steps.append(step)
        self._origins[step.id] = self._origins.get(step.undoes or step.id, step.id)
        if step.undoes is None:
            return
        undoes = step.undoes not in self._undoing
        (self._undoing.add if undoes else self._undoing.discard)(step.id)
        (self._undone.add if undoes else self._undone.discard)(self._origins[step.id])

    def _name(self, edit: Edit) -> str:
        if self._schema is None or self._document is None:
            return ""
        name = edit_name(edit, self._schema, self._document)
        if edit.undoes is None:
            return name[:1].upper() + name[1:]
        words = self.tr("Undone: {step}") if edit.id in self._undoing else self.tr("Redone: {step}")
        return words.format(step=name)


def _moment(when: str) -> str:
    """Format a time in short form, without the date if it is today."""
    moment = QDateTime.fromString(when, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not moment.isValid():
        return when
    form = QLocale.FormatType.ShortFormat
    time = locale().toString(moment.time(), form)
    if moment.date() == QDateTime.currentDateTime().date():
        return time
    return f"{locale().toString(moment.date(), form)} {time}"
