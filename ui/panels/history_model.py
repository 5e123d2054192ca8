"""All steps of the open article as a model, the newest first; each is read from the file once it comes into sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.edits import Edit, EditKind
from annotator.history import Step, inverted
from annotator.schema import Schema
from ui.hand.edit_names import edit_name
from ui.i18n import locale

STEP = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEPT = 1024  # edits that stay read
_LEFT_OUT = frozenset({EditKind.SUGGEST})  # nobody decided anything


class HistoryModel(QAbstractListModel):
    """Knows of all steps only their ids; ``read`` gives an edit by its id."""

    def __init__(self, read: Callable[[str], Edit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._steps: list[Step] = []  # the oldest first
        self._undoing: frozenset[str] = frozenset()
        self._taken_back: dict[str, bool] = {}
        self._edits: OrderedDict[str, Edit] = OrderedDict()
        self._schema: Schema | None = None
        self._text = ""

    def show_steps(self, steps: Sequence[Step], schema: Schema | None, text: str) -> None:
        """Show the steps of a document, given oldest first."""
        wanted = [step for step in steps if step.kind not in _LEFT_OUT]
        old = {step.id for step in self._steps}
        added = len(wanted) - len(self._steps)
        grows = 0 < added < len(wanted) and wanted[: len(self._steps)] == self._steps and bool(old)
        if grows:
            self.beginInsertRows(_ROOT, 0, added - 1)
        else:
            self.beginResetModel()
            self._edits.clear()
        self._steps, self._schema, self._text = wanted, schema, text
        self._undoing = inverted(wanted)
        self._taken_back = _taken_back(wanted, self._undoing)
        if grows:
            self.endInsertRows()
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        else:
            self.endResetModel()

    def step(self, row: int) -> Step | None:
        """Give the step in a row."""
        return self._steps[-1 - row] if 0 <= row < len(self._steps) else None

    def edit(self, row: int) -> Edit | None:
        """Give what the step in a row did."""
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
        """Tell whether a step counts no more, or does nothing but take back or do again."""
        step = self.step(row)
        return step is not None and (step.undoes is not None or self._taken_back.get(step.id, False))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        edit = self.edit(index.row())
        if edit is None or self._schema is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(edit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._name(edit), self.facts(index.row()))))
        return self.step(index.row()) if role == STEP else None

    def facts(self, row: int) -> str:
        """Say when it was, who did it, and whether it is the newest."""
        edit = self.edit(row)
        if edit is None:
            return ""
        facts = [_moment(edit.when), edit.annotator]
        if row == 0:
            facts.insert(0, self.tr("now"))
        elif self._taken_back.get(edit.id):
            facts.append(self.tr("taken back"))
        return " · ".join(facts)

    def _name(self, edit: Edit) -> str:
        name = edit_name(edit, self._schema, self._text) if self._schema is not None else ""
        if edit.undoes is None:
            return name[:1].upper() + name[1:]
        words = self.tr("Undone: {step}") if edit.id in self._undoing else self.tr("Done again: {step}")
        return words.format(step=name)


def _taken_back(steps: Sequence[Step], undoing: frozenset[str]) -> dict[str, bool]:
    """Tell of each step that was undone whether it still is: by the step that everything goes back to."""
    first: dict[str, str] = {}
    found: dict[str, bool] = {}
    for step in steps:
        if step.undoes is None:
            first[step.id] = step.id
        else:
            origin = first.setdefault(step.id, first.get(step.undoes, step.undoes))
            found[origin] = step.id in undoing
    return found


def _moment(when: str) -> str:
    """Write a time the short way: without the day where that is today."""
    moment = QDateTime.fromString(when, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not moment.isValid():
        return when
    form = QLocale.FormatType.ShortFormat
    time = locale().toString(moment.time(), form)
    if moment.date() == QDateTime.currentDateTime().date():
        return time
    return f"{locale().toString(moment.date(), form)} {time}"
