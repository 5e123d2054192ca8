"""A list of all names on the board that may mean the same, to join the ticked ones in one step."""

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.jobs.board import Join
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.look.sizes import APART, NEAR, WIDE
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import fill

_LONGEST = 120  # characters of a name
_WIDTH, _HEIGHT = 560, 480

Column = IntEnum("Column", "SHORT FULL", start=0)
_HEADINGS: Mapping[Column, str] = {
    Column.SHORT: QT_TRANSLATE_NOOP("JoinModel", "Name"),
    Column.FULL: QT_TRANSLATE_NOOP("JoinModel", "May be"),
}


class JoinModel(RowsModel[Join, Column]):
    """Pairs of names that may mean the same; the ticked ones will be joined."""

    ticked_changed = Signal()

    def __init__(self, pairs: Sequence[Join], parent: QWidget) -> None:
        super().__init__("JoinModel", _HEADINGS, parent)
        self.ticked = set(pairs)
        self.show_rows(pairs)

    def tick(self, pairs: Collection[Join], *, ticked: bool) -> None:
        """Tick pairs, or untick them."""
        self.ticked = self.ticked.union(pairs) if ticked else self.ticked.difference(pairs)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, 0))
        self.ticked_changed.emit()

    def words(self, row: Join, column: Column) -> str:
        return one_line(row.short if column is Column.SHORT else row.full, _LONGEST)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.SHORT else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.SHORT:
            is_ticked = self.shown[index.row()] in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick({self.shown[index.row()]}, ticked=value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value})
        return True


class JoinDialog(QDialog):
    """Lists the pairs, all ticked; its button joins the ticked ones."""

    wanted = Signal(object)  # the ticked pairs, as a tuple in the list's order

    def __init__(self, pairs: Sequence[Join], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("boardJoinDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Join Names"))
        self.model = JoinModel(pairs, self)
        self.table = KeyTable("boardJoinList", self.tr("Names that may mean the same"))
        self.table.setModel(self.model)
        self.table.share_width(tuple(Column))
        self.table.setSelectionMode(KeyTable.SelectionMode.ExtendedSelection)
        self.table.selectRow(0)
        self.all = dialog_button("boardJoinTickAll", self.tr("Tick &All"))
        self.none = dialog_button("boardJoinTickNone", self.tr("Tick &None"))
        self._buttons = button_box(self)
        self._lay_out()
        name_buttons(self)
        self.table.pressed_key.connect(self._on_key)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        self.model.ticked_changed.connect(self._show_count)
        self._show_count()

    @Slot()
    def accept(self) -> None:
        self.wanted.emit(tuple(pair for pair in self.model.shown if pair in self.model.ticked))
        super().accept()

    # Inside

    def _lay_out(self) -> None:
        words = self.tr(
            "Ticked names become one person or organisation, in all articles. Untick a name that means somebody else."
            " Undo takes all of them back in one step."
        )
        ticks = fill(QHBoxLayout(), self.all, self.none, 1, spacing=NEAR)
        parts = (plain(words, "muted", wraps=True), (self.table, 1), ticks, self._buttons)
        fill(QVBoxLayout(self), *parts, margins=WIDE, spacing=APART)
        resize_within_screen(self, _WIDTH, _HEIGHT)

    @Slot()
    def _show_count(self) -> None:
        count = len(self.model.ticked)
        join = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        words = self.tr("Join 1 Name") if count == 1 else self.tr("Join {count} Names").format(count=number(count))
        join.setText(words)
        join.setAccessibleName(words)
        join.setEnabled(count > 0)

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        """Let Space tick or untick the selected rows."""
        if event.key() == Qt.Key.Key_Space:
            pairs = {self.model.shown[index.row()] for index in self.table.selectionModel().selectedRows()}
            self.model.tick(pairs, ticked=not pairs <= self.model.ticked)
            event.accept()

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick(self.model.shown, ticked=True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick(self.model.shown, ticked=False)
