"""The help on reading the project file elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.store.queries.worked_queries import QUERIES
from ui.dialogs.help.queries_dialog import QueriesDialog, questions


def test_question_shows_its_query_for_copying(window, qtbot):
    window.actions_by_id["help.file"].trigger()
    dialog = window.findChild(QueriesDialog)
    assert "Städte 🌆.spanwright" in dialog.opening.toPlainText()
    assert dialog.questions.count() == len(QUERIES) == 5
    qtbot.keyClick(dialog.questions, Qt.Key.Key_Down)
    dialog._copy.click()
    assert QGuiApplication.clipboard().text() == QUERIES["claimants"]


def test_every_query_has_a_question():
    assert questions().keys() == QUERIES.keys()


def test_opens_without_project(make_window):
    window = make_window()
    window.actions_by_id["help.file"].trigger()
    assert "project.spanwright" in window.findChild(QueriesDialog).opening.toPlainText()
