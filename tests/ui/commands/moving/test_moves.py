"""Where keys take the caret, and how far the selection reaches."""

from annotator.corpus.article import Article
from tests.ui.keyboard import ALT, CONTROL, SHIFT, Key, press, select, spans


def at(window, words, after=""):
    text = window.session.opened.document.text
    return text.index(words, text.index(after))


def selected(window):
    text = window.session.opened.document.text
    return text[slice(*window.view.selection())]


def test_the_full_stop_goes_to_the_next_sentence_and_the_comma_back(window, qtbot):
    press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == at(window, "Bild:")
    press(qtbot, window, Key.Key_Comma)
    press(qtbot, window, Key.Key_Comma)
    assert window.view.caret() == 0
    press(qtbot, window, Key.Key_Comma)
    assert window.view.caret() == 0


def test_beyond_the_last_sentence_is_the_end(window, qtbot):
    for _ in range(4):
        press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == len(window.session.opened.document.text)


def test_control_and_arrows_go_by_paragraph_and_pass_blank_ones(window, qtbot):
    press(qtbot, window, Key.Key_Down, CONTROL)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Down, CONTROL)
    press(qtbot, window, Key.Key_Up, CONTROL)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Down, CONTROL | SHIFT)
    assert selected(window).startswith("Die Firma")
    assert selected(window).endswith("Kapitän.")


def test_the_selection_grows_and_shrinks_by_sentence(window, qtbot):
    window.view.select(3, 3)
    press(qtbot, window, Key.Key_Period, SHIFT)
    assert selected(window).endswith("Weifang ein.")
    press(qtbot, window, Key.Key_Period, SHIFT)
    assert selected(window).endswith("Kapitän.")
    press(qtbot, window, Key.Key_Comma, SHIFT)
    assert selected(window).endswith("Weifang ein.")
    press(qtbot, window, Key.Key_Comma, SHIFT)
    assert selected(window).endswith("Weifang ein.")


def test_the_selection_grows_and_shrinks_by_word(window, qtbot):
    select(window, "Die Firma")
    press(qtbot, window, Key.Key_Right, ALT)
    assert selected(window) == "Die Firma HD"
    press(qtbot, window, Key.Key_Left, ALT)
    press(qtbot, window, Key.Key_Left, ALT)
    assert selected(window) == "Die"


def test_u_selects_the_next_unlabelled_name_and_a_labels_key_labels_it(window, qtbot):
    press(qtbot, window, Key.Key_U)
    assert selected(window) == "Ce\u0301line Weiß"
    press(qtbot, window, Key.Key_1)
    assert spans(window) == [("entities", "PER", "Ce\u0301line Weiß")]
    press(qtbot, window, Key.Key_U)
    assert "No unlabelled names" in window.messages.words


def test_shift_u_goes_back_and_the_same_words_labelled_elsewhere_count(window, qtbot):
    text = "Im Süden liegt Bonn.\n\nDas alte Bonn 🎈 liegt am Fluss."
    (document,) = window.session.add_articles(
        [Article(name="fluss", title="Fluss", text=text, language="de")], exclude_furniture=False
    ).ids
    window.session.open_document(document)
    press(qtbot, window, Key.Key_U)
    assert "No unlabelled names" in window.messages.words
    select(window, "Bonn", occurrence=1)
    press(qtbot, window, Key.Key_3)
    press(qtbot, window, Key.Key_U, SHIFT)
    assert window.view.selection() == (15, 19)
    press(qtbot, window, Key.Key_Z, CONTROL)
    window.view.select(50, 50)
    press(qtbot, window, Key.Key_U, SHIFT)
    assert window.view.selection() == (50, 50)


def test_a_long_search_lets_the_window_breathe_and_finds_what_is_far_off(window, qtbot):
    text = "klein und fein.\n" * 9_000 + "Da kam Änne Petersen 🎈."
    (document,) = window.session.add_articles(
        [Article(name="lang", title="Lang", text=text, language="de")], exclude_furniture=False
    ).ids
    window.session.open_document(document)
    press(qtbot, window, Key.Key_U)
    assert selected(window) == ""
    qtbot.waitUntil(lambda: selected(window) == "Änne Petersen")
    window.view.select(0, 0)
    press(qtbot, window, Key.Key_U)
    assert window.moves._search is not None  # it goes on when the window has drawn breath
    window.view.select(5, 5)
    qtbot.waitUntil(lambda: window.moves._search is None)
    assert window.view.caret() == 5


def test_keys_that_move_do_nothing_without_an_article(make_window, qtbot):
    window = make_window()
    for action in ("go.next_name", "go.next_sentence", "select.next_paragraph"):
        assert not window.actions_by_id[action].isEnabled()
        window.actions_by_id[action].trigger()
    window.moves.to_name("1")
    window.moves.by_sentence("1")
    assert window.view.caret() == 0
