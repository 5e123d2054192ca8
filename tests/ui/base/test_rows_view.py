import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QSignalSpy

from ui.base.rows.plain_table import RowsView


@pytest.fixture
def rows(qtbot):
    view = RowsView("streets", "Streets", 30)
    view.setModel(QStringListModel([f"Straße {number}" for number in range(2000)], view))
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    return view


def test_home_and_end_go_to_first_and_last_row(qtbot, rows):
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.currentIndex().row() == 1999
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert rows.currentIndex().row() == 0
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 1


def test_focus_selects_nothing_and_down_selects_first(qtbot, rows):
    chosen = QSignalSpy(rows.selectionModel().currentChanged)
    rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert rows.hasFocus()
    assert not rows.currentIndex().isValid()
    assert chosen.count() == 0
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 0
    rows.clearFocus()
    rows.setFocus()
    assert rows.currentIndex().row() == 0


def test_row_size(rows):
    first = rows.visualRect(rows.model().index(0, 0))
    assert (first.width(), first.height()) == (rows.viewport().width(), 30)


def test_current_row_stays_visible_on_resize(qtbot):
    view = RowsView("rows", "Rows", 30)
    view.setModel(QStringListModel([str(number) for number in range(40)], view))
    qtbot.addWidget(view)
    view.resize(200, 400)
    view.show()
    view.setCurrentIndex(view.model().index(12, 0))
    view.resize(200, 150)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.resize(200, 180)
    assert (
        not view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    )  # who looks elsewhere stays there
