"""A narrow window folds the side columns; mouse and keys bring them back, and the keyboard never goes with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def test_the_keyboard_goes_to_the_article_when_its_column_is_folded(window, qtbot):
    window.articles.list.setFocus()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.left.isVisible())
    assert window.view.hasFocus()


def test_the_keyboard_goes_to_the_article_when_its_column_is_hidden_by_key(window):
    window.panels.suggestions.list.setFocus()
    window.actions_by_id["view.panels"].trigger()
    assert not window.panels.isVisible()
    assert window.view.hasFocus()


def test_where_the_keyboard_is_elsewhere_it_stays_there(window, qtbot):
    window.top_bar.search.setFocus()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.left.isVisible())
    assert window.top_bar.search.hasFocus()


@pytest.mark.parametrize(("name", "column"), [("leftSwitch", "left"), ("rightSwitch", "panels")])
def test_a_button_in_the_bar_shows_a_folded_column_and_hides_it_again(window, qtbot, name, column):
    window.resize(800, 700)
    qtbot.waitUntil(lambda: not getattr(window, column).isVisible())
    button = window.findChild(QAbstractButton, name)
    assert button.isVisible()
    assert not button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert getattr(window, column).isVisible()
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not getattr(window, column).isVisible()


def test_the_buttons_say_what_they_show_and_with_which_key(window):
    left, right = (window.findChild(QAbstractButton, name) for name in ("leftSwitch", "rightSwitch"))
    assert (left.accessibleName(), right.accessibleName()) == ("Left Panel", "Right Panel")
    assert "F9" in left.toolTip()
    assert "Shift+F9" in right.toolTip()
