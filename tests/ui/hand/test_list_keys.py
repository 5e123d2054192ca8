"""The quiet line follows the keyboard into the lists."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import Key, hint_line


@pytest.mark.parametrize("action", ["left.articles", "left.rows", "left.history"])
def test_a_list_says_its_own_keys_and_the_article_its_own_again(window, qtbot, action):
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: "go along the list, the article follows" in hint_line(window))
    assert "next suggestion" not in hint_line(window)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: "next suggestion" in hint_line(window))


def test_the_field_above_a_list_says_how_to_come_to_the_list(window, qtbot):
    window.actions_by_id["left.rows"].trigger()
    window.left.rows.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: hint_line(window).get("to the list") == ("⏎", "↓"))
