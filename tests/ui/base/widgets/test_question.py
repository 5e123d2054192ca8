"""Questions with buttons."""

from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from ui.base.saving import question_box


def test_question_has_equal_margins_at_both_sides(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    question = question_box(parent, "asked", "Löschen", "Artikel „Köln 🎈“ mit allen Labels löschen?", "Für immer.")
    question.addButton(QMessageBox.StandardButton.Cancel)
    question.show()
    words = question.findChild(QLabel, "qt_msgbox_label")
    button = question.findChild(QPushButton)
    assert words is not None
    assert button is not None
    qtbot.waitUntil(lambda: words.x() == 20)
    right = button.mapTo(question, button.rect().topRight()).x() + 1
    assert question.width() - right == 20


def test_short_question_begins_at_the_left(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    question = question_box(parent, "asked", "Einfügen", "Kurz 🎈")
    for words in ("Die Änderungen verwerfen", "Am Artikel weiterarbeiten"):
        question.addButton(words, QMessageBox.ButtonRole.ActionRole)
    question.show()
    label = question.findChild(QLabel, "qt_msgbox_label")
    assert label is not None
    qtbot.waitUntil(lambda: label.x() == 20)
