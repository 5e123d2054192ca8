from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.base.look.theme import LIGHT, sheet
from ui.base.rows.plain_table import FigureTable, KeyTable, PlaceTable, PlainTable


@dataclass(frozen=True)
class Spot:
    document: str
    start: int
    end: int


class Spots(PlaceTable):
    def place(self, row):
        return Spot("d1", row * 10, row * 10 + 4)


@pytest.fixture
def show(qtbot):
    def shown(table):
        table.setModel(QStringListModel(["Hafen", "Rathaus", "Messe"], table))
        qtbot.addWidget(table)
        table.resize(300, 200)
        table.show()
        return table

    return shown


def test_click_and_return_jump_to_place(qtbot, show):
    table = show(Spots("spots", "Places"))
    middle = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(table.jump_wanted) as clicked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == ["d1", 10, 14]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.jump_wanted) as returned:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert returned.args == ["d1", 20, 24]


def test_focused_table_can_be_deleted(qtbot):
    window = QWidget()
    table = Spots("spots", "Places", window)
    table.setModel(QStringListModel(["Hafen", "Messe"], window))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    shiboken6.delete(table)  # it gets a last FocusOut when it is no longer a table
    assert window.isVisible()


def test_tab_leaves_table(qtbot):
    window = QWidget()
    table, after = PlainTable("towns", "Towns"), PlainTable("others", "Others")
    layout = QVBoxLayout(window)
    for each in (table, after):
        each.setModel(QStringListModel(["Hafen", "Messe"], each))
        layout.addWidget(each)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)


def test_unhandled_keys_move_and_letters_do_not_search(qtbot, show):
    table, pressed = show(KeyTable("keys", "Keys")), []
    table.pressed_key.connect(lambda event: pressed.append(event.key()))
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert table.currentIndex().row() == 1
    assert pressed == [Qt.Key.Key_Down, Qt.Key.Key_H]


def test_two_line_rows_are_higher(show):
    table = show(PlainTable("losses", "Losses"))
    before = table.rowHeight(0)
    table.set_lines(2)
    assert table.rowHeight(0) - before == table.fontMetrics().lineSpacing()


def test_list_has_no_header_and_full_width(show):
    table = show(PlainTable("list", "List"))
    table.be_list(40)
    first = table.visualRect(table.model().index(0, 0))
    assert (first.width(), first.height()) == (table.viewport().width(), 40)
    assert not table.horizontalHeader().isVisible()


def test_columns_move_together_before_the_table_scrolls(qapp, qtbot):
    qapp.setStyleSheet(sheet(LIGHT))
    table = FigureTable("figures", "Figures", ("Person", "Articles", "Changed", "Removed", "Conflicts"))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    columns = table.horizontalHeader()
    wide = sum(columns.sectionSize(each) for each in range(1, 5)) + columns.sectionSizeHint(0)
    table.resize(wide - 20, 200)
    qtbot.waitUntil(lambda: columns.length() <= table.viewport().width())
    table.resize(900, 200)
    qtbot.waitUntil(lambda: table.property("role") == "")
    assert columns.length() == table.viewport().width()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier])
def test_held_key_does_not_change_which_row_is_selected(qtbot, held):
    table = KeyTable("t", "T")
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["a", "b", "c"], table))
    table.setSelectionMode(KeyTable.SelectionMode.ExtendedSelection)
    table.selectRow(0)
    table.show()
    qtbot.keyPress(table, Qt.Key.Key_F5, held)
    table.selectRow(2)
    table.selectRow(1)
    qtbot.keyRelease(table, Qt.Key.Key_F5)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
