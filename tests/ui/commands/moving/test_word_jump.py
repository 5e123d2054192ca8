"""Jumping to a visible word by its first letters."""

from tests.ui.keyboard import Key, hint_line, press, select, spans
from ui.article.caret import Caret


def begin(window, at=0):
    window.view.move_caret(Caret(at, at))
    window.view.setFocus()


def selected(window):
    return window.session.opened.document.text[slice(*window.view.selection())]


def free_words(window):
    opened = window.session.opened
    tokens, rows = opened.tokens, [*opened.spans, *opened.suggestions]
    words = [(s, e) for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    return [(s, e) for s, e in words if not any(row.start < e and s < row.end for row in rows)]


def test_f_and_first_letters_select_a_word(window, qtbot):
    text = window.session.opened.document.text
    start, end = next(part for part in free_words(window)[3:] if text[slice(*part)].isalpha())
    word = text[start:end]
    begin(window, start)
    press(qtbot, window, Key.Key_F)
    assert ("Esc",) in hint_line(window).values()
    qtbot.keyClicks(window.view, word[:3].lower())
    assert selected(window) == word
    before = len(spans(window))
    press(qtbot, window, Key.Key_2)
    assert ("entities", "ORG", word) in spans(window)
    assert len(spans(window)) == before + 1


def test_letters_only_type_until_escape(window, qtbot):
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "di")
    assert selected(window).lower().startswith("di")
    press(qtbot, window, Key.Key_Escape)
    assert selected(window).lower().startswith("di")
    press(qtbot, window, Key.Key_L)
    assert window.asking.asks == "label"


def test_tab_and_shift_tab_go_through_matches(window, qtbot):
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "d")
    first = window.view.selection()
    press(qtbot, window, Key.Key_Tab)
    second = window.view.selection()
    assert first != second
    assert selected(window).lower().startswith("d")
    press(qtbot, window, Key.Key_Backtab)
    assert window.view.selection() == first


def test_word_jump_passes_labelled_words(window, qtbot):
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "d")
    labelled = window.view.selection()
    press(qtbot, window, Key.Key_2)
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "d")
    assert window.view.selection() != labelled


def test_word_jump_finds_labelled_word_if_no_other_matches(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "kap")
    assert selected(window) == "Kapitän"


def test_letters_without_match_are_ignored(window, qtbot):
    begin(window)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, "di")
    before = window.view.selection()
    qtbot.keyClicks(window.view, "qq")
    assert window.view.selection() == before
    assert "diq" in window.messages.words


def test_moving_caret_ends_word_jump(window, qtbot):
    begin(window)
    press(qtbot, window, Key.Key_F)
    select(window, "Firma")
    press(qtbot, window, Key.Key_3)
    assert ("entities", "LOC", "Firma") in spans(window)
    assert window.word_jump.asks == ""


def test_label_letter_labels_where_no_word_goes_on(window, qtbot):
    text = window.session.opened.document.text
    start, end = next(part for part in free_words(window)[3:] if part[1] - part[0] > 4 and text[slice(*part)].isalpha())
    word = text[start:end]
    begin(window, start)
    press(qtbot, window, Key.Key_F)
    qtbot.keyClicks(window.view, word.lower())
    assert selected(window) == word
    press(qtbot, window, Key.Key_G)
    assert ("attribution", "OBJECT", word) in spans(window)
