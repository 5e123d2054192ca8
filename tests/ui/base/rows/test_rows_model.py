from enum import IntEnum

import pytest
from PySide6.QtCore import Qt

from ui.base.rows.rows_model import RowsModel


class Column(IntEnum):
    TOWN = 0
    PEOPLE = 1


class Towns(RowsModel[tuple[str, int], Column]):
    def __init__(self):
        super().__init__("Towns", {Column.TOWN: "Town", Column.PEOPLE: "People"}, numbers=(Column.PEOPLE,))

    def words(self, row, column):
        return row[0] if column is Column.TOWN else str(row[1])

    def told(self, row, column):
        return f"{self.words(row, column)} <b>by the sea</b>"


@pytest.fixture
def towns():
    model = Towns()
    model.show_rows([("Kiel", 250), ("Wismar", 43)])
    return model


def test_rows_and_columns(towns):
    cells = [[towns.index(row, column).data() for column in range(2)] for row in range(towns.rowCount())]
    assert cells == [["Kiel", "250"], ["Wismar", "43"]]
    assert [towns.headerData(section, Qt.Orientation.Horizontal) for section in range(2)] == ["Town", "People"]


def test_numbers_align_right_and_text_left(towns):
    role = Qt.ItemDataRole.TextAlignmentRole
    for column, side in ((0, Qt.AlignmentFlag.AlignLeft), (1, Qt.AlignmentFlag.AlignRight)):
        assert towns.index(0, column).data(role) & side
        assert towns.headerData(column, Qt.Orientation.Horizontal, role) & side


def test_tooltip_only_for_text(towns):
    told = towns.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;by the sea" in told
    assert towns.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None
