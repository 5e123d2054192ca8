import pytest
from PySide6.QtCore import Qt

from ui.base.rows.plain_table import FigureTable


@pytest.mark.parametrize("summed", [True, False])
def test_figures_align_right_and_total_is_bold(qtbot, summed):
    table = FigureTable("towns", "Towns", ("Town", "People"), summed=summed)
    qtbot.addWidget(table)
    table.figures.show([("Kiel", "250"), ("All", "293")])
    cells = [[table.model().index(row, column) for column in range(2)] for row in range(2)]
    assert [[cell.data() for cell in row] for row in cells] == [["Kiel", "250"], ["All", "293"]]
    assert cells[0][1].data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    fonts = [row[0].data(Qt.ItemDataRole.FontRole) for row in cells]
    assert [font is not None and font.bold() for font in fonts] == [False, summed]


def test_long_names_keep_room_beside_figures(qtbot):
    table = FigureTable("t", "Table", ("Name", *("A rather wide heading",) * 6))
    qtbot.addWidget(table)
    table.figures.show([["Hochwasserrückhaltebeckenbetriebsgenossenschaft", *"123456"]])
    table.resize(500, 200)
    table.show()
    assert table.columnWidth(0) >= 130
    assert table.figures.data(table.figures.index(0, 0), Qt.ItemDataRole.ToolTipRole) == (
        "<qt>Hochwasserrückhaltebeckenbetriebsgenossenschaft</qt>"
    )
    table.resize(2000, 200)
    assert table.horizontalHeader().length() == table.viewport().width()
