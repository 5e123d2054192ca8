"""Every place where what was found differs from what was decided; each leads to the article."""

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.schema import Schema
from annotator.training.evaluate import Evaluation, Fault, Mistake
from ui.i18n import number
from ui.panels.chips import label_name, one_line, plain, tooltip
from ui.training.score_table import prepare

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands in which column."""

    FAULT = 0
    ARTICLE = 1
    WORDS = 2
    GOLD = 3
    FOUND = 4


_HEADERS = {
    Column.FAULT: QT_TRANSLATE_NOOP("MistakeList", "Mistake"),
    Column.ARTICLE: QT_TRANSLATE_NOOP("MistakeList", "Article"),
    Column.WORDS: QT_TRANSLATE_NOOP("MistakeList", "Words"),
    Column.GOLD: QT_TRANSLATE_NOOP("MistakeList", "Decided"),
    Column.FOUND: QT_TRANSLATE_NOOP("MistakeList", "Found"),
}
FAULTS = {
    Fault.BOUNDARY: QT_TRANSLATE_NOOP("MistakeList", "other edges"),
    Fault.LABEL: QT_TRANSLATE_NOOP("MistakeList", "other label"),
    Fault.MISSED: QT_TRANSLATE_NOOP("MistakeList", "missed"),
    Fault.SPURIOUS: QT_TRANSLATE_NOOP("MistakeList", "nothing there"),
}


class MistakeModel(QAbstractTableModel):
    """The mistakes of one kind, or all, in the order of the articles."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._mistakes: Sequence[Mistake] = ()

    def show(self, mistakes: Sequence[Mistake]) -> None:
        """Show these."""
        self.beginResetModel()
        self._mistakes = mistakes
        self.endResetModel()

    def mistake(self, row: int) -> Mistake:
        """Give the one in a row."""
        return self._mistakes[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._mistakes)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("MistakeList", _HEADERS[Column(section)])
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return left if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        words = self._words(self._mistakes[index.row()], Column(index.column()))
        return words if role == Qt.ItemDataRole.DisplayRole else tooltip(words)

    def _words(self, mistake: Mistake, column: Column) -> str:
        match column:
            case Column.FAULT:
                return translate("MistakeList", FAULTS[mistake.fault])
            case Column.ARTICLE:
                return one_line(mistake.title)
            case Column.WORDS:
                return one_line(mistake.words)
            case Column.GOLD:
                return self._label(mistake.layer, mistake.gold)
            case Column.FOUND:
                label = self._label(mistake.layer, mistake.found)
                other = translate("MistakeList", "{label} “{words}”").format(label=label, words=one_line(mistake.other))
                return other if mistake.other else label

    def _label(self, layer: str, label: str) -> str:
        return label_name(self._schema, layer, label) if label else "–"


class MistakeList(QWidget):
    """A choice of the kind, and the table; a click, or Return, leads to the place."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[Mistake, ...] = ()
        self.model = MistakeModel(schema, self)
        self.table = _Table(self.model)
        self.kind = QComboBox()
        self.kind.setObjectName("trainingFault")
        self.kind.setAccessibleName(self.tr("Kind of mistake"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.kind)
        head.addWidget(plain(self.tr("A click on a row leads to the place in the article."), "muted"))
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.kind.currentIndexChanged.connect(self._show)
        self.table.jump_wanted.connect(self.jump_wanted)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the mistakes of an evaluation."""
        self._every = evaluation.mistakes
        counts = Counter(mistake.fault for mistake in self._every)
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("All mistakes ({count})").format(count=number(len(self._every))), "")
        for fault, words in FAULTS.items():
            self.kind.addItem(f"{translate('MistakeList', words)} ({number(counts[fault])})", str(fault))
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        fault = self.kind.currentData()
        self.model.show([mistake for mistake in self._every if not fault or mistake.fault == fault])


class _Table(QTableView):
    jump_wanted = Signal(str, int, int)

    def __init__(self, mistakes: MistakeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainingMistakes")
        self.setAccessibleName(self.tr("Mistakes"))
        self._mistakes = mistakes
        self.setModel(mistakes)
        prepare(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = self.horizontalHeader()
        for column in Column:
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(Column.FAULT, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._jump)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._jump(self.currentIndex())  # the dialog would take it for its default button
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        mistake = self._mistakes.mistake(index.row())
        self.jump_wanted.emit(mistake.document, mistake.start, mistake.end)
