"""The hem at the foot of tables and lists."""

import pytest
from PySide6.QtCore import QStringListModel

from ui.base.rows.hem import Hem
from ui.base.rows.plain_table import RowsView

ROW = 30


@pytest.fixture
def rows(qtbot):
    view = RowsView("towns", "Towns", ROW)
    view.setModel(QStringListModel([f"Hafen {number}" for number in range(20)], view))
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize(("height", "covered"), [(4 * ROW + 9, 7), (4 * ROW, 0), (4 * ROW + 28, 0)])
def test_sliver_of_a_row_is_covered(rows, height, covered):
    rows.resize(200, height)
    hem = rows.findChild(Hem)
    assert (hem.height() if hem.isVisible() else 0) == covered
    assert hem.isHidden() or hem.geometry().top() == 4 * ROW


def test_scrolled_list_shows_every_pixel(rows):
    rows.resize(200, 4 * ROW + 9)
    hem = rows.findChild(Hem)
    rows.verticalScrollBar().setValue(7)
    assert not hem.isVisible()
    rows.verticalScrollBar().setValue(0)
    assert hem.isVisible()


def test_list_without_more_rows_has_no_hem(rows, qtbot):
    rows.resize(200, 4 * ROW + 9)
    rows.model().setStringList(["Hafen"] * 3)
    qtbot.waitUntil(lambda: not rows.findChild(Hem).isVisible())
