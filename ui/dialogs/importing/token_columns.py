"""A form to choose the columns of a file of tokens if its first rows do not show what they hold."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTableWidget, QWidget

from annotator.system.errors import AnnotatorError
from ui.base.look.plain_text import one_line
from ui.base.widgets.inputs import Choice, named, refill
from ui.dialogs.importing.role_form import RoleForm

UNCLEAR = "format.columns"
"""The code of the error that asks for columns."""

_MOST = 16  # columns shown, at most
_WIDEST = 40  # shown characters of a cell
_TOKEN, _LABEL = "token", "label"


class TokenColumns(RoleForm):
    """The first rows of a file, with a role to choose above each column.

    `chosen` is emitted to have the file read with these roles.
    """

    chosen = Signal(Path, tuple)  # the file; (position from 0, role) of each column that is read

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("importTokenColumns", self.tr("First rows of the file"), parent)
        self._roles: dict[int, str] = {}  # as last chosen: several files often have the same columns
        self.lists: list[Choice] = []

    def fill_table(self, table: QTableWidget) -> None:
        table.horizontalHeader().hide()

    def offer(self, failures: Sequence[tuple[Path, AnnotatorError]]) -> None:
        """Show the first file whose columns are unclear; hide the form if there is none."""
        found = next(((path, error) for path, error in failures if error.code == UNCLEAR), None)
        self.setVisible(found is not None)
        if found is None or found[0] == self.path:
            self.path = None if found is None else self.path
            return
        self.path, error = found
        words = self.tr("Choose what each column of {file} holds: one has the tokens, one or more have labels.")
        self.caption.setText(words.format(file=one_line(self.path.name, 80)))
        self._show(json.loads(str(error.details.get("cells", "[]"))))

    def _show(self, rows: Sequence[Sequence[str]]) -> None:
        wide = min(_MOST, max(map(len, rows), default=0))
        self.table.setColumnCount(wide)
        self.table.setRowCount(1 + len(rows))
        counted = len(rows) > 0 and wide > 1 and all(row[0].isdecimal() for row in rows)  # then tokens come next
        self.lists = [self._list(at, _TOKEN if at == counted else "") for at in range(wide)]
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row[:wide]):
                self.put_cell(number, at, cell, _WIDEST)
        self.table.resizeColumnsToContents()
        for at, choice in enumerate(self.lists):
            self.put_choice(0, at, choice)
        self.table.resizeRowsToContents()
        self.fit_height(self.table.rowCount())
        self._refresh()

    def _list(self, at: int, guessed: str) -> Choice:
        choice = named(Choice(), f"importTokenColumn.{at}", self.tr("Role of column {number}").format(number=at + 1))
        roles = ((self.tr("not read"), ""), (self.tr("token"), _TOKEN), (self.tr("label"), _LABEL))
        refill(choice, roles, self._roles.get(at, "") if self._roles else guessed)
        choice.currentIndexChanged.connect(self._refresh)
        return choice

    def _columns(self) -> tuple[tuple[int, str], ...]:
        roles = ((at, choice.currentData()) for at, choice in enumerate(self.lists))
        return tuple((at, role) for at, role in roles if role)

    @Slot()
    def _refresh(self) -> None:
        roles = [role for _, role in self._columns()]
        ready = roles.count(_TOKEN) == 1 and _LABEL in roles
        self.allow(ready, self.tr("One column must be the token, and another a label"))

    @Slot()
    def choose(self) -> None:
        if self.path is not None:
            path, columns = self.path, self._columns()
            self._roles, self.path = dict(columns), None
            self.chosen.emit(path, columns)
