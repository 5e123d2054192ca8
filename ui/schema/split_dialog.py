"""Splitting a label: a new label takes over the spans with the ticked texts."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import PlainTable
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import clearable, fill, named
from ui.choosing.ranking import fold
from ui.schema.forms.small_fields import BothWords, IdLine
from ui.schema.outlook import labels_words

_WORDS, _COUNT = range(2)


class WordModel(RowsModel[str, int]):
    """The texts of a label's spans, with counts; ticked ones go to the new label."""

    ticked_changed = Signal()

    def __init__(self, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__("", dict(enumerate(headings)), parent, numbers={_COUNT})
        self._every: Mapping[str, int] = {}
        self.ticked: set[str] = set()

    def show_words(self, words: Mapping[str, int]) -> None:
        """Show texts with their counts, in the given order."""
        self._every = words
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show the texts that contain all typed words."""
        wanted = fold(typed).split()
        self.show_rows([words for words in self._every if all(part in fold(words) for part in wanted)])

    def tick(self, words: Collection[str], *, ticked: bool) -> None:
        """Tick texts, or untick them."""
        self.ticked = self.ticked.union(words) if ticked else self.ticked.difference(words)
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, 0))
        self.ticked_changed.emit()

    @property
    def count(self) -> int:
        """The number of spans that go to the new label."""
        return sum(self._every.get(words, 0) for words in self.ticked)

    def words(self, row: str, column: int) -> str:
        return one_line(row, 120) if column == _WORDS else number(self._every[row])

    def told(self, row: str, column: int) -> str:
        del column
        return one_line(row, 2000)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _WORDS else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _WORDS:
            is_ticked = self.shown[index.row()] in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick({self.shown[index.row()]}, ticked=value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value})
        return True


class SplitDialog(QDialog):
    """Asks for the new label and the texts it takes over. Ticking none is fine: spans can be relabelled later."""

    wanted = Signal(str, object, object)  # id of the new label, its names, the ticked texts

    def __init__(self, name: str, id_: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        """Build the dialog; ``name`` is the label to split, ``id_`` the proposed id of the new one."""
        super().__init__(parent)
        self.setObjectName("schemaSplitDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split “{name}”").format(name=name))
        self.names = BothWords("schemaSplitName", self.tr("Name of the new label"))
        self.id = IdLine("schemaSplitId")
        self.id.show_id(id_, taken)
        self.filter = named(QLineEdit(), "schemaSplitFilter", self.tr("Find words"))
        self.filter.setPlaceholderText(self.tr("Find words"))
        clearable(self.filter)
        self.model = WordModel((self.tr("Words"), self.tr("Count")), self)
        self.table = _WordTable("schemaSplitWords", self.tr("Words labelled “{name}”").format(name=name))
        self.table.setModel(self.model)
        self.all = dialog_button("schemaSplitAll", self.tr("Tick &All in the List"))
        self.none = dialog_button("schemaSplitNone", self.tr("Tick &None"))
        self.note = plain(role="muted", name="schemaSplitTold", wraps=True)
        self.buttons = button_box(self, accept=self._on_accepted)
        self._lay_out(name)
        self.filter.textChanged.connect(self.model.narrow)
        self.table.ticking.connect(self._tick_current)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        self.model.ticked_changed.connect(self._show_count)
        self.id.refused.connect(self.note.setText)
        name_buttons(self)
        self._show_count()

    def show_words(self, words: Mapping[str, int]) -> None:
        """Show the texts of the label's spans."""
        self.model.show_words(words)
        if words:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _lay_out(self, name: str) -> None:
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&New label"), self.names)
        form.addRow(self.tr("&Short name in files"), self.id)
        words = plain(self.tr("It takes over the “{name}” labels on these words:").format(name=name))
        ticks = fill(QHBoxLayout(), (self.note, 1), self.none, self.all, spacing=8)
        fill(QVBoxLayout(self), form, words, self.filter, (self.table, 1), ticks, self.buttons, margins=16, spacing=12)
        resize_within_screen(self, 560, 620)

    @Slot()
    def _show_count(self) -> None:
        count = self.model.count
        words = self.tr("{labels} get the new label.").format(labels=labels_words(count))
        self.note.setText(words if count else self.tr("Nothing is ticked: the new label starts unused."))

    @Slot()
    def _tick_current(self) -> None:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        words = {self.model.shown[row] for row in rows}
        self.model.tick(words, ticked=not words <= self.model.ticked)

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick(self.model.shown, ticked=True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick(set(self.model.ticked), ticked=False)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        self.wanted.emit(self.id.id, self.names.words({}), frozenset(self.model.ticked))


class _WordTable(PlainTable):
    """A table in which Space ticks the selected rows."""

    ticking = Signal()

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name, accessible)
        self.setSelectionMode(PlainTable.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticking.emit()
        else:
            super().keyPressEvent(event)
