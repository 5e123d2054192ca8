"""The key line follows the focus to lists, fields, buttons and value lists."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.keyboard import Key, hint_line, press, select


@pytest.mark.parametrize("action", ["left.articles", "left.rows", "left.history"])
def test_list_and_article_hint_their_own_keys(window, qtbot, action):
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: "move in the list, the article follows" in hint_line(window))
    assert "next suggestion" not in hint_line(window)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "next suggestion" in hint_line(window))


def test_filter_field_hints_way_to_list(window, qtbot):
    window.actions_by_id["left.rows"].trigger()
    window.left.rows.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: hint_line(window).get("to the list") == ("⏎", "↓"))


def test_find_bar_hints_next_and_previous(window, qtbot):
    window.actions_by_id["edit.find"].trigger()
    qtbot.waitUntil(lambda: hint_line(window).get("next place") == ("⏎",))
    assert "next suggestion" not in hint_line(window)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "next suggestion" in hint_line(window))


def test_title_search_hints_way_to_list(window, qtbot):
    window.actions_by_id["search.focus"].trigger()
    qtbot.waitUntil(lambda: "Type words of a title" in hint_line(window))
    assert hint_line(window)["to the list"] == ("⏎", "↓")


def test_open_value_list_hints_its_own_keys(window, qtbot):
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClicks(window.panels.claim_card, "a")
    qtbot.waitUntil(lambda: hint_line(window).get("choose") == ("⏎",))
    assert "Press a value’s key" in hint_line(window)
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "back to the article" in hint_line(window))
    assert "choose" not in hint_line(window)


def test_suggestion_list_hints_accept_and_reject(window, qtbot):
    window.panels.suggestions.list.setFocus()
    qtbot.waitUntil(lambda: hint_line(window).get("accept") == ("⏎",))
    assert hint_line(window)["reject"] == ("⌫",)


def test_button_hints_its_key(window, qtbot):
    window.panels.suggestions.findChild(QPushButton, "acceptSure").setFocus()
    qtbot.waitUntil(lambda: hint_line(window).get("press the button") == ("␣",))
