"""Edges moved by a character; by a word they are moved in `test_labelling`."""

import pytest

from tests.ui.keyboard import ALT, SHIFT, Key, press, select, spans, states

BOTH = ALT | SHIFT


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Key.Key_Period, ALT, "Schiff f"),
        (Key.Key_Comma, ALT, "Schif"),
        (Key.Key_Comma, BOTH, "s Schiff"),
        (Key.Key_Period, BOTH, "chiff"),
    ],
)
def test_edges_of_a_label_and_of_a_selection_move_by_a_character(window, qtbot, key, modifier, expected):
    select(window, "Schiff")
    press(qtbot, window, key, modifier)
    text = window.session.opened.document.text
    assert text[slice(*window.view.selection())] == expected
    select(window, "Schiff")
    press(qtbot, window, Key.Key_3)
    press(qtbot, window, key, modifier)
    assert spans(window) == [("entities", "LOC", expected)]


def test_what_looks_like_one_character_is_passed_as_one(window, qtbot):
    select(window, "Ce\u0301line")
    for _ in range(4):
        press(qtbot, window, Key.Key_Comma, ALT)
    start, end = window.view.selection()
    assert window.session.opened.document.text[start:end] == "Ce\u0301"
    press(qtbot, window, Key.Key_Comma, ALT)
    assert window.view.selection() == (start, start + 1)
    press(qtbot, window, Key.Key_Comma, ALT)
    assert window.view.selection() == (start, start + 1)


def test_a_suggestion_is_taken_with_its_new_edge(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Comma, ALT)
    assert spans(window) == [("entities", "LOC", "Weifan")]
    assert states(window)["corrected"] == 1


def test_the_edges_of_the_text_hold(window, qtbot):
    window.view.select(0, 8)
    press(qtbot, window, Key.Key_Comma, BOTH)
    assert window.view.selection() == (0, 8)
    text = window.session.opened.document.text
    window.view.select(len(text) - 4, len(text))
    press(qtbot, window, Key.Key_Period, ALT)
    assert window.view.selection() == (len(text) - 4, len(text))
