"""The quiet line follows the keyboard to lists, fields, buttons and lists of values."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.keyboard import Key, hint_line, press, select


@pytest.mark.parametrize("action", ["left.articles", "left.rows", "left.history"])
def test_a_list_says_its_own_keys_and_the_article_its_own_again(window, qtbot, action):
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: "move in the list, the article follows" in hint_line(window))
    assert "next suggestion" not in hint_line(window)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "next suggestion" in hint_line(window))


def test_the_field_above_a_list_says_how_to_come_to_the_list(window, qtbot):
    window.actions_by_id["left.rows"].trigger()
    window.left.rows.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: hint_line(window).get("to the list") == ("⏎", "↓"))


def test_the_find_bar_says_how_to_go_on(window, qtbot):
    window.actions_by_id["edit.find"].trigger()
    qtbot.waitUntil(lambda: hint_line(window).get("next place") == ("⏎",))
    assert "next suggestion" not in hint_line(window)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "next suggestion" in hint_line(window))


def test_the_search_of_titles_says_how_to_come_to_the_list(window, qtbot):
    window.actions_by_id["search.focus"].trigger()
    qtbot.waitUntil(lambda: "Type words of a title" in hint_line(window))
    assert hint_line(window)["to the list"] == ("⏎", "↓")


def test_an_open_list_of_values_says_its_own_keys_and_then_it_is_the_card_again(window, qtbot):
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClicks(window.panels.claim_card, "a")
    qtbot.waitUntil(lambda: hint_line(window).get("choose") == ("⏎",))
    assert "Press a value’s key" in hint_line(window)
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "back to the article" in hint_line(window))
    assert "choose" not in hint_line(window)


def test_the_list_of_suggestions_accepts_and_rejects(window, qtbot):
    window.panels.suggestions.list.setFocus()
    qtbot.waitUntil(lambda: hint_line(window).get("accept") == ("⏎",))
    assert hint_line(window)["reject"] == ("⌫",)


def test_a_button_says_how_it_is_pressed(window, qtbot):
    window.panels.suggestions.findChild(QPushButton, "acceptSure").setFocus()
    qtbot.waitUntil(lambda: hint_line(window).get("press the button") == ("␣",))
