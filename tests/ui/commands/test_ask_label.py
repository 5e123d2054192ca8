"""The label picker and the note at the selection, by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import (
    CONTROL,
    SHIFT,
    Key,
    active,
    hint_line,
    press,
    rows,
    select,
    spans,
    states,
    undo_name,
)
from ui.actions.keymap import sign
from ui.article.layout.captions import Captions


def picker(window):
    return window.asking.picker


def shown(window):
    return [row.name for row in picker(window).model.rows]


def type_in(qtbot, window, words):
    qtbot.keyClicks(picker(window).field, words)


def enter(qtbot, field, key=Key.Key_Return):
    qtbot.keyClick(field, key)


def test_l_opens_the_labels_at_the_selection_and_return_takes_the_first(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    assert shown(window) == ["Person", "Organisation", "Place", "Other name", "Claim", "Cue", "Object"]
    assert window.focusWidget() is picker(window).field
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "PER", "Kapitän")]
    assert window.focusWidget() is window.view
    assert not picker(window).isVisible()


@pytest.mark.parametrize(
    ("typed", "label"), [("pla", "LOC"), ("Ort", "LOC"), ("org", "ORG"), ("3", "LOC"), ("MISC", "MISC"), ("ot", "MISC")]
)
def test_typing_filters_by_name_in_both_languages_by_id_and_by_key(window, qtbot, typed, label):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, typed)
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", label, "Kapitän")]


def test_arrows_choose_another_and_escape_leaves_everything(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    enter(qtbot, picker(window).field, Key.Key_Escape)
    assert spans(window) == []
    assert window.focusWidget() is window.view
    press(qtbot, window, Key.Key_L)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return):
        enter(qtbot, picker(window).field, key)
    assert spans(window) == [("entities", "ORG", "Kapitän")]


def test_what_fits_nothing_is_said_and_return_does_nothing(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, "qqq")
    assert shown(window) == []
    assert picker(window).nothing.isVisible()
    assert picker(window).field.accessibleDescription() == "No matches."
    enter(qtbot, picker(window).field)
    assert picker(window).isVisible()
    assert spans(window) == []


def test_without_a_selection_it_labels_the_word_at_the_caret(window, qtbot):
    at = window.session.opened.document.text.index("Kapitän")
    window.view.select(at + 2, at + 2)
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, "person")
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "PER", "Kapitän")]


def test_for_a_suggestion_it_offers_labels_of_its_layer_and_corrects(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_L)
    assert shown(window) == ["Person", "Organisation", "Place", "Other name"]
    type_in(qtbot, window, "oth")
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "MISC", "Weifang")]
    assert states(window)["corrected"] == 1


def test_it_stands_below_the_words_inside_the_window_and_goes_with_the_article(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    box = picker(window).geometry()
    assert window.rect().contains(box)
    words = window.view.span_rects(window.view.active() or "") or [window.asking._place(window.view.selection())]
    assert box.top() >= words[0].bottom() or box.bottom() <= words[0].top()
    press(qtbot, window, Key.Key_PageDown, CONTROL)
    assert window.session.opened.document.title == "Zweiter Zug"
    assert not picker(window).isVisible()


def test_going_elsewhere_closes_it(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    window.top_bar.search.setFocus()
    QApplication.sendPostedEvents()
    assert not picker(window).isVisible()
    assert window.focusWidget() is window.top_bar.search


def test_a_click_on_a_row_takes_it(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    rows_ = picker(window).list
    qtbot.mouseClick(
        rows_.viewport(), Qt.MouseButton.LeftButton, pos=rows_.visualRect(picker(window).model.index(2)).center()
    )
    assert spans(window) == [("entities", "LOC", "Kapitän")]


def test_the_last_label_is_repeated_by_one_key(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_R)
    assert "No label has been given yet" in window.messages.words
    press(qtbot, window, Key.Key_4)
    for words in ("Schiff", "Firma"):
        select(window, words)
        press(qtbot, window, Key.Key_R)
    assert {label for _, label, _ in spans(window)} == {"MISC"}
    assert len(spans(window)) == 3


def test_a_note_is_written_at_the_label_kept_by_return_and_undone_as_one_step(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_N)
    field = window.asking.note.field
    assert window.focusWidget() is field
    qtbot.keyClicks(field, "wer? ")
    field.insertPlainText("ö🎈")  # a test can press no such key
    qtbot.keyClicks(field, "x 1")
    qtbot.keyClick(field, Key.Key_Return, SHIFT)
    qtbot.keyClicks(field, "zwei")
    qtbot.keyClick(field, Key.Key_Return)
    assert rows(window, "SELECT note FROM span") == [("wer? ö🎈x 1\nzwei",)]
    assert window.focusWidget() is window.view
    assert undo_name(window) == "&Undo: “Note” of Person “Kapitän”"
    press(qtbot, window, Key.Key_N)
    qtbot.keyClicks(field, "anders")
    qtbot.keyClick(field, Key.Key_Escape)
    assert rows(window, "SELECT note FROM span") == [("wer? ö🎈x 1\nzwei",)]
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert rows(window, "SELECT note FROM span") == [("",)]


def test_no_key_of_the_window_loses_a_note_that_is_being_written(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_N)
    field = window.asking.note.field
    qtbot.keyClicks(field, "wer")
    qtbot.keyClick(field, Key.Key_PageDown, CONTROL)
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    window.articles.list.setFocus()
    assert rows(window, "SELECT note FROM span") == [("wer",)]


def test_d_doubts_a_label_and_trusts_it_again_and_the_article_shows_it(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_D)
    assert rows(window, "SELECT doubt FROM span") == [(1,)]
    row = window.session.opened.span(window.view.active())
    assert Captions(window.session)(row).full == "PER ?"
    press(qtbot, window, Key.Key_D)
    assert rows(window, "SELECT doubt FROM span") == [(0,)]
    assert active(window) == "Kapitän"


def test_note_and_doubt_say_what_they_need(window, qtbot):
    for key in (Key.Key_N, Key.Key_D):
        press(qtbot, window, key)
        assert window.messages.words == "Place the caret in a label first."
    press(qtbot, window, Key.Key_Tab)
    for key in (Key.Key_N, Key.Key_D):
        press(qtbot, window, key)
        assert window.messages.words == "Accept the suggestion first."
    assert not window.asking.note.isVisible()


def test_shift_l_gives_the_same_words_another_label_beside_the_one_they_have(window, qtbot):
    select(window, "Weifang")
    press(qtbot, window, Key.Key_3)
    assert hint_line(window)["one more label"] == (sign("Shift+L"),)
    press(qtbot, window, Key.Key_L, SHIFT)
    assert "Place" not in shown(window)
    type_in(qtbot, window, "2")
    enter(qtbot, picker(window).field)
    assert sorted(spans(window)) == [("entities", "LOC", "Weifang"), ("entities", "ORG", "Weifang")]
    assert window.session.opened.span(window.view.active()).label == "ORG"
    press(qtbot, window, Key.Key_Space)
    press(qtbot, window, Key.Key_1)
    assert {label for _, label, _ in spans(window)} == {"ORG", "PER"}
    press(qtbot, window, Key.Key_2)
    assert {label for _, label, _ in spans(window)} == {"ORG", "PER"}, "no words have a label twice"
    window.steps.undo()
    window.steps.undo()
    assert spans(window) == [("entities", "LOC", "Weifang")]


def test_shift_l_adds_to_selected_words(window, qtbot):
    for typed in ("per", "ot"):
        select(window, "Kapitän")
        press(qtbot, window, Key.Key_L, SHIFT)
        type_in(qtbot, window, typed)
        enter(qtbot, picker(window).field)
    assert {label for _, label, _ in spans(window)} == {"PER", "MISC"}


def test_shift_l_without_a_label_says_what_to_do(window, qtbot):
    window.view.select(0, 0)
    window.aim.activate(None)
    press(qtbot, window, Key.Key_L, SHIFT)
    assert window.messages.words == "Place the caret in a label first."
