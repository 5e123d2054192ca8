"""Keys that move the caret and extend the selection."""

from annotator.corpus.article import Article
from tests.ui.keyboard import ALT, CONTROL, SHIFT, Key, press, select, spans


def at(window, words, after=""):
    text = window.session.opened.document.text
    return text.index(words, text.index(after))


def selected(window):
    text = window.session.opened.document.text
    return text[slice(*window.view.selection())]


def test_full_stop_and_comma_move_by_sentence(window, qtbot):
    press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == at(window, "Bild:")
    press(qtbot, window, Key.Key_Comma)
    press(qtbot, window, Key.Key_Comma)
    assert window.view.caret() == 0
    press(qtbot, window, Key.Key_Comma)
    assert window.view.caret() == 0


def test_next_sentence_after_last_is_text_end(window, qtbot):
    for _ in range(4):
        press(qtbot, window, Key.Key_Period)
    assert window.view.caret() == len(window.session.opened.document.text)


def test_control_arrows_move_by_non_blank_paragraph(window, qtbot):
    press(qtbot, window, Key.Key_Down, CONTROL)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Down, CONTROL)
    press(qtbot, window, Key.Key_Up, CONTROL)
    assert window.view.caret() == at(window, "Die Firma")
    press(qtbot, window, Key.Key_Down, CONTROL | SHIFT)
    assert selected(window).startswith("Die Firma")
    assert selected(window).endswith("Kapitän.")


def test_selection_grows_and_shrinks_by_sentence(window, qtbot):
    window.view.select(3, 3)
    press(qtbot, window, Key.Key_Period, SHIFT)
    assert selected(window).endswith("Weifang ein.")
    press(qtbot, window, Key.Key_Period, SHIFT)
    assert selected(window).endswith("Kapitän.")
    press(qtbot, window, Key.Key_Comma, SHIFT)
    assert selected(window).endswith("Weifang ein.")
    press(qtbot, window, Key.Key_Comma, SHIFT)
    assert selected(window).endswith("Weifang ein.")


def test_selection_grows_and_shrinks_by_word(window, qtbot):
    select(window, "Die Firma")
    press(qtbot, window, Key.Key_Right, ALT)
    assert selected(window) == "Die Firma HD"
    press(qtbot, window, Key.Key_Left, ALT)
    press(qtbot, window, Key.Key_Left, ALT)
    assert selected(window) == "Die"


def test_u_selects_next_unlabelled_name(window, qtbot):
    press(qtbot, window, Key.Key_U)
    assert selected(window) == "Ce\u0301line Weiß"
    press(qtbot, window, Key.Key_1)
    assert spans(window) == [("entities", "PER", "Ce\u0301line Weiß")]
    press(qtbot, window, Key.Key_U)
    assert "No unlabelled names" in window.messages.words


def test_shift_u_goes_back_and_knows_labelled_names(window, qtbot):
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


def test_u_starts_again_at_the_other_end(window, qtbot):
    text = "Hier liest Änne Petersen 🎈.\n\nDort wartet Jörn Hansen am Fluss."
    (document,) = window.session.add_articles(
        [Article(name="fluss", title="Fluss", text=text, language="de")], exclude_furniture=False
    ).ids
    window.session.open_document(document)
    window.view.select(len(text), len(text))
    press(qtbot, window, Key.Key_U)
    assert selected(window) == "Änne Petersen"
    assert window.messages.words.endswith("searched again from the start.")
    press(qtbot, window, Key.Key_U)
    assert selected(window) == "Jörn Hansen"
    press(qtbot, window, Key.Key_U, SHIFT)
    press(qtbot, window, Key.Key_U, SHIFT)
    assert selected(window) == "Jörn Hansen"
    assert window.messages.words.endswith("searched again from the end.")


def test_long_name_search_keeps_window_responsive(window, qtbot):
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


def test_movement_keys_need_an_article(make_window, qtbot):
    window = make_window()
    for action in ("go.next_name", "go.next_sentence", "select.next_paragraph"):
        assert not window.actions_by_id[action].isEnabled()
        window.actions_by_id[action].trigger()
    window.moves.to_name("1")
    window.moves.by_sentence("1")
    assert window.view.caret() == 0
