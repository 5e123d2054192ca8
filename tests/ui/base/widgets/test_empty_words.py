"""Sentences in lists and tables without rows."""

from PySide6.QtWidgets import QListWidget

from ui.base.widgets.empty_words import EmptyWords


def test_sentence_is_visible_only_without_rows(qtbot):
    rows = QListWidget()
    qtbot.addWidget(rows)
    words = EmptyWords(rows, "Noch keine Kopie")
    rows.resize(300, 200)
    rows.show()
    assert words.isVisible()
    assert words.rect() == rows.viewport().rect()
    assert rows.accessibleDescription() == "Noch keine Kopie"
    rows.addItem("eins 🎈")
    assert not words.isVisible()
    assert rows.accessibleDescription() == ""
    rows.clear()
    assert words.isVisible()
