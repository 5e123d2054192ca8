"""The form that asks for the roles of a file's columns or fields if the file does not tell them."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.widgets.cells import cell_width
from ui.base.widgets.inputs import fill, named

_LONGEST = 300  # shown characters of a cell's tooltip


class RoleForm(QWidget):
    """A table of a file's first rows with combo boxes for roles, and a button that reads the file with the roles.

    A subclass fills the table and implements `choose`. ``path`` is the file, None if no file is shown.
    """

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._accessible = accessible
        self.path: Path | None = None
        self.caption = plain("", "muted", wraps=True)
        self.read = named(QPushButton(self.tr("Read the F&ile")), f"{name}Read")
        self.read.setAutoDefault(True)  # so that Return presses it while it has the focus
        self.read.clicked.connect(self.choose)
        below = fill(QHBoxLayout(), self.read, 1, margins=0)
        self._lines = fill(QVBoxLayout(self), self.caption, below, margins=0, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # no gaps between its lines
        self.hide()

    @cached_property
    def table(self) -> QTableWidget:
        """The table, built at first use, as few files need one."""
        table = named(QTableWidget(self), self._name, self._accessible)
        self._lines.insertWidget(1, table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its combo boxes take the focus instead
        table.setShowGrid(False)
        table.verticalHeader().hide()
        self.fill_table(table)
        return table

    def fill_table(self, table: QTableWidget) -> None:
        """Set up the columns and the head of the new table."""
        raise NotImplementedError

    @Slot()
    def choose(self) -> None:
        """Read the file with the chosen roles."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Focus the button if the file can be read with the roles as they are, else the first combo box."""
        choice = self.table.findChild(QComboBox)
        (self.read if self.read.isEnabled() or choice is None else choice).setFocus()

    def put_cell(self, row: int, column: int, words: str, widest: int) -> None:
        """Show words of the file in a cell, at most ``widest`` characters; the tooltip shows more."""
        shown = QTableWidgetItem(one_line(words, widest))
        shown.setToolTip(tooltip(one_line(words, _LONGEST)))
        self.table.setItem(row, column, shown)

    def put_choice(self, row: int, column: int, choice: QComboBox) -> None:
        """Show a combo box in a cell, and widen the column if the cell's padding would cut it off."""
        self.table.setCellWidget(row, column, choice)
        self.table.setColumnWidth(column, max(self.table.columnWidth(column), cell_width(choice)))

    def fit_height(self, rows: int) -> None:
        """Set the table's height so that its head and its first ``rows`` rows are visible."""
        header = self.table.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        height = head + sum(self.table.rowHeight(row) for row in range(rows))
        self.table.setFixedHeight(height + bar + 2 * self.table.frameWidth())

    def allow(self, ready: bool, missing: str) -> None:  # noqa: FBT001 - what is so
        """Enable the button, or show in its tooltip what is missing."""
        self.read.setEnabled(ready)
        self.read.setToolTip("" if ready else tooltip(missing))
