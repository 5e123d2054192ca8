"""A narrow window hides the side columns. Mouse and keys show them again; the focus never stays in a hidden column."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def test_folding_the_focused_column_moves_focus_to_the_article(window, qtbot):
    window.articles.list.setFocus()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.left.isVisible())
    assert window.view.hasFocus()


def test_hiding_the_focused_column_moves_focus_to_the_article(window):
    window.panels.suggestions.list.setFocus()
    window.actions_by_id["view.panels"].trigger()
    assert not window.panels.isVisible()
    assert window.view.hasFocus()


def test_hidden_column_stays_hidden_at_next_start(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.actions_by_id["view.articles"].trigger()
    assert not window.left.isVisible()
    window.session.close_project()
    window.close()
    window = make_window(project_path)
    qtbot.waitUntil(window.panels.isVisible)
    assert not window.left.isVisible()
    assert not window.actions_by_id["view.articles"].isChecked()
    window.actions_by_id["view.articles"].trigger()
    assert window.left.isVisible()


def test_drawer_hides_column_beside_it_in_narrow_window(window, qtbot):
    window.resize(640, 700)
    window.actions_by_id["view.panels"].trigger()
    qtbot.waitUntil(window.panels.isVisible)
    window.actions_by_id["suggestion.triage"].trigger()
    qtbot.waitUntil(lambda: not window.panels.isVisible())
    assert not window.actions_by_id["view.panels"].isChecked()
    qtbot.waitUntil(lambda: window.drawer.width() >= window.drawer.minimumSizeHint().width())


def test_drawer_hides_no_more_columns_than_needed(window, qtbot):
    window.resize(640, 700)
    for column in ("view.articles", "view.panels"):
        window.actions_by_id[column].trigger()
    qtbot.waitUntil(lambda: (window.left.width(), window.panels.width()) == (220, 280))
    window.actions_by_id["search.open"].trigger()
    qtbot.waitUntil(lambda: not window.left.isVisible())
    qtbot.waitUntil(lambda: window.drawer.width() >= window.drawer.minimumSizeHint().width())
    assert window.panels.isVisible()


def test_drawer_leaves_columns_of_wide_window(window):
    window.actions_by_id["suggestion.triage"].trigger()
    assert window.panels.isVisible()
    assert window.left.isVisible()


def test_where_the_keyboard_is_elsewhere_it_stays_there(window, qtbot):
    window.top_bar.search.setFocus()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.left.isVisible())
    assert window.top_bar.search.hasFocus()


@pytest.mark.parametrize(("name", "column"), [("leftSwitch", "left"), ("rightSwitch", "panels")])
def test_bar_button_shows_and_hides_a_folded_column(window, qtbot, name, column):
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


def test_focus_skips_an_empty_card(window, qtbot):
    rows = window.panels.suggestions.model
    qtbot.waitUntil(lambda: rows.rowCount() == 4, timeout=20_000)
    window.panels.shares.setSizes([400, 200])  # the card is larger than the list
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.panels.suggestions.list
    assert window.view.active() is None, "nothing is chosen yet"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert window.view.active() == window.session.opened.suggestions[0].id
