"""A name never goes over the end of a paragraph; a claim may, and that is said."""

from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import ALT, Key, press, select, spans

TWO = "Weifang ein.\n\nDie Firma"


def test_words_of_two_paragraphs_are_no_name(window, qtbot):
    select(window, TWO)
    press(qtbot, window, Key.Key_3)
    assert spans(window) == []
    assert window.messages.words.startswith("A name ends with its paragraph.")
    assert window.aim.selected


def test_the_edge_of_a_name_stays_in_its_paragraph(window, qtbot):
    select(window, "ein.")
    press(qtbot, window, Key.Key_3)
    before = spans(window)
    press(qtbot, window, Key.Key_Right, ALT)
    assert spans(window) == before
    assert window.messages.words.startswith("A name ends with its paragraph.")


def test_a_claim_over_two_paragraphs_is_told(window, qtbot):
    select(window, TWO)
    press(qtbot, window, Key.Key_C)
    QApplication.processEvents()
    assert [label for _, label, _ in spans(window)] == ["CLAIM"]
    assert window.messages.words == "The claim crosses the end of a paragraph."
