import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def test_button_and_key_switch_page(qtbot, window):
    assert window.left.page == "articles"
    qtbot.mouseClick(window.left.findChild(QPushButton, "page.history"), Qt.MouseButton.LeftButton)
    assert window.left.page == "history"
    window.actions_by_id["left.rows"].trigger()
    assert window.left.page == "rows"
    assert window.left.findChild(QPushButton, "page.rows").isChecked()
    assert window.left.rows.list.hasFocus()
    window.actions_by_id["left.articles"].trigger()
    assert window.articles.list.hasFocus()


def test_page_key_unfolds_column(window):
    window.columns.show_left(False)
    window.actions_by_id["left.history"].trigger()
    assert window.left.isVisible()
