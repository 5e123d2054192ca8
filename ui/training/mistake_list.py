"""The list of mistakes: differences between the model's labels and the annotator's."""

from collections import Counter
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.training.evaluate import Evaluation, Mistake, MistakeKind
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import Place, PlaceTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.inputs import fill, named, refill

Column = IntEnum("Column", "FAULT ARTICLE WORDS GOLD FOUND", start=0)
_HEADERS = {
    Column.FAULT: QT_TRANSLATE_NOOP("MistakeList", "Mistake"),
    Column.ARTICLE: QT_TRANSLATE_NOOP("MistakeList", "Article"),
    Column.WORDS: QT_TRANSLATE_NOOP("MistakeList", "Words"),
    Column.GOLD: QT_TRANSLATE_NOOP("MistakeList", "Labelled"),
    Column.FOUND: QT_TRANSLATE_NOOP("MistakeList", "Found"),
}
FAULTS = {
    MistakeKind.BOUNDARY: QT_TRANSLATE_NOOP("MistakeList", "other boundaries"),
    MistakeKind.LABEL: QT_TRANSLATE_NOOP("MistakeList", "other label"),
    MistakeKind.MISSED: QT_TRANSLATE_NOOP("MistakeList", "missed"),
    MistakeKind.SPURIOUS: QT_TRANSLATE_NOOP("MistakeList", "not labelled"),
}


class MistakeModel(RowsModel[Mistake, Column]):
    """The mistakes of one kind, or of all kinds, in document order."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("MistakeList", _HEADERS, parent)
        self._schema = schema

    def words(self, row: Mistake, column: Column) -> str:
        match column:
            case Column.FAULT:
                return translate("MistakeList", FAULTS[row.fault])
            case Column.ARTICLE:
                return one_line(row.title)
            case Column.WORDS:
                return one_line(row.words)
            case Column.GOLD:
                return self._label(row.layer, row.gold)
            case Column.FOUND:
                label = self._label(row.layer, row.found)
                other = translate("MistakeList", "{label} “{words}”").format(label=label, words=one_line(row.other))
                return other if row.other else label

    def _label(self, layer: str, label: str) -> str:
        return label_name(self._schema, layer, label) if label else "–"


class MistakeList(QWidget):
    """A choice of a kind of mistake, and the table. A click or Return goes to the place in the article."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._every: tuple[Mistake, ...] = ()
        self.model = MistakeModel(schema, self)
        self.table = _Table(self.model)
        self.kind = named(QComboBox(), "trainingFault", self.tr("Kind of mistake"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = fill(QHBoxLayout(), self.kind, spacing=12)
        hint = plain(self.tr("Click a row to go to its place in the article."), "muted", wraps=True)
        head.addWidget(hint, 1)
        fill(QVBoxLayout(self), head, (self.table, 1), margins=0, spacing=8)
        self.kind.currentIndexChanged.connect(self._show)
        self.table.jump_wanted.connect(self.jump_wanted)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        self._every = evaluation.mistakes
        counts = Counter(mistake.fault for mistake in self._every)
        every = self.tr("All mistakes ({count})").format(count=number(len(self._every)))
        kinds = (
            (f"{translate('MistakeList', words)} ({number(counts[one])})", str(one)) for one, words in FAULTS.items()
        )
        refill(self.kind, [(every, ""), *kinds], self.kind.currentData())
        self._show()

    @Slot()
    def _show(self) -> None:
        fault = self.kind.currentData()
        self.model.show_rows([mistake for mistake in self._every if not fault or mistake.fault == fault])


class _Table(PlaceTable):
    def __init__(self, mistakes: MistakeModel) -> None:
        super().__init__("trainingMistakes", translate("MistakeList", "Mistakes"))
        self._mistakes = mistakes
        self.setModel(mistakes)
        self.share_width([column for column in Column if column is not Column.FAULT])
        self.horizontalHeader().setSectionResizeMode(Column.FAULT, QHeaderView.ResizeMode.ResizeToContents)

    def place(self, row: int) -> Place:
        return self._mistakes.shown[row]
