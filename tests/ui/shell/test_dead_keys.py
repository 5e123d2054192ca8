"""A key that does nothing says why."""

import pytest

from tests.ui.keyboard import Key, press, select, spans


@pytest.mark.parametrize("key", [Key.Key_8, Key.Key_9])
def test_a_digit_that_no_label_has_says_so(window, qtbot, key):
    select(window, "Kapitän")
    press(qtbot, window, key)
    assert window.messages.words == f"No label has the key {chr(key.value)}."


def test_key_of_a_label_that_is_not_offered_says_so(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_5)
    assert window.messages.words == "“Date” has the key 5, but is not offered in this project."
    assert spans(window) == []


def test_going_past_the_last_claim_says_so(window, qtbot):
    select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    press(qtbot, window, Key.Key_B)
    assert window.messages.words == "No claims after this point."
