"""The fields that a suggestion proposes, in two columns: names and values. They cannot be changed here."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.base.look.plain_text import plain
from ui.base.look.sizes import NEAR, TIGHT
from ui.panels.span.field_grid import NAMES

_NAME, _VALUE = range(2)


class ProposedFields(QWidget):
    """A row for each field, with name and value. The values are aligned with those of the fields above this widget."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(2 * NEAR)  # fields above have a border of the same width
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnMinimumWidth(_NAME, NAMES)
        self._grid.setColumnStretch(_VALUE, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []  # kept for the next suggestion: building labels is slow
        self.hide()

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these names and values; hide if there are none."""
        while len(self._rows) < len(pairs):
            self._rows.append(self._add_row())
        for row, pair in zip_longest(self._rows, pairs):
            for label, text in zip(row, pair or ("", ""), strict=True):
                label.setText(text)
                label.setVisible(pair is not None)
        self.setVisible(bool(pairs))

    def _add_row(self) -> tuple[QLabel, QLabel]:
        row = len(self._rows)
        name, value = plain(role="muted", wraps=True), plain(role="small", wraps=True)
        self._grid.addWidget(name, row, _NAME, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, _VALUE, Qt.AlignmentFlag.AlignTop)
        return name, value
