"""Search in the article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.article.find_in_article import find


def test_find_returns_code_points():
    assert find("🎈🎈 Köln, köln", "KÖLN") == [(3, 7), (9, 13)]


def test_find_with_letter_growing_in_lower_case():
    assert find("İstanbul und Köln", "Köln") == [(13, 17)]


def test_find_empty_text():
    assert find("Köln", "") == []


def test_return_steps_and_escape_selects_current_hit(window, qtbot):
    window.actions_by_id["edit.find"].trigger()
    field = window.findChild(QLineEdit, "findField")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "hyundai")
    assert window.find_bar._count.text() == "1 of 2"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.find_bar._count.text() == "2 of 2"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    start, end = window.view.selection()
    assert window.session.opened.document.text[start:end] == "Hyundai"
    assert window.view.hasFocus()
