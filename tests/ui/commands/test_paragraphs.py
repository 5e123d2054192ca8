"""A name cannot cross the end of a paragraph; a claim can, with a warning."""

from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import ALT, Key, press, select, spans

TWO = "Weifang ein.\n\nDie Firma"


def test_name_cannot_cross_paragraphs(window, qtbot):
    select(window, TWO)
    press(qtbot, window, Key.Key_3)
    assert spans(window) == []
    assert window.messages.words.startswith("A name cannot cross a paragraph break.")
    assert window.aim.selected


def test_edge_of_name_stays_in_paragraph(window, qtbot):
    select(window, "ein.")
    press(qtbot, window, Key.Key_3)
    before = spans(window)
    press(qtbot, window, Key.Key_Right, ALT)
    assert spans(window) == before
    assert window.messages.words.startswith("A name cannot cross a paragraph break.")


def test_reports_claim_across_paragraphs(window, qtbot):
    select(window, TWO)
    press(qtbot, window, Key.Key_C)
    QApplication.processEvents()
    assert [label for _, label, _ in spans(window)] == ["CLAIM"]
    assert window.messages.words == "The claim crosses the end of a paragraph."
