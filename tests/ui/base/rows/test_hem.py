"""The hem at the foot of tables and lists."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QPalette, QStandardItemModel

from ui.base.rows.hem import Hem
from ui.base.rows.plain_table import PlainTable, RowsView
from ui.panels.articles.left_list import LeftList

ROW = 30


@pytest.fixture
def rows(qtbot):
    view = RowsView("towns", "Towns", ROW)
    view.setModel(QStringListModel([f"Hafen {number}" for number in range(20)], view))
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize(("height", "covered"), [(4 * ROW + 9, 9), (4 * ROW, 0), (4 * ROW + 28, 0)])
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


def test_hem_of_left_list_has_ground_of_column(qtbot):
    rows = LeftList("towns", "Towns", ROW)
    rows.setModel(QStringListModel([f"Hafen {number}" for number in range(20)], rows))
    qtbot.addWidget(rows)
    rows.show()
    rows.resize(200, 4 * ROW + 9)
    hem = rows.findChild(Hem)
    assert hem is not None
    qtbot.waitUntil(hem.isVisible)
    shown, wanted = hem.grab().toImage().pixelColor(5, 5), rows.palette().color(QPalette.ColorRole.Window)
    assert shown.name() == wanted.name() != rows.palette().color(QPalette.ColorRole.Base).name()


def test_hem_reaches_horizontal_scroll_bar(qtbot):
    table = PlainTable("towns", "Towns")
    table.setModel(QStandardItemModel(20, 9, table))
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    hem, bar = table.findChild(Hem), table.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    row = table.verticalHeader().defaultSectionSize()
    table.resize(300, table.height() + 2 * row - table.viewport().height() % row + 6 - row)
    assert hem is not None
    assert hem.isVisible()
    assert hem.geometry().bottom() == table.viewport().geometry().bottom()
