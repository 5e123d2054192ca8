"""Undo and redo walk through all answers that were given on the board."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.corpus.article import Article
from tests.ui.board.conftest import join_words, open_board, project_of, say

TEXT = (
    "Holger Klein sagt, die Stadt spare viel.\nDann sprach Klein: der Ausbau helfe.\n"
    "Anna Berg sagt, der Hafen wachse.\nSpäter sprach Berg: das Schiff fahre."
)


@pytest.fixture
def said_path(tmp_path):
    """Return a project in which two people are each called by a full and a short name."""
    project, (article,) = project_of(tmp_path / "Zwei", [Article(title="Zwei", text=TEXT, language="de")])
    say(project, article, "Holger Klein")
    say(project, article, "Klein", words="der Ausbau helfe")
    say(project, article, "Anna Berg", words="der Hafen wachse")
    say(project, article, "Berg", words="das Schiff fahre")
    project.close()
    return project.path


@pytest.fixture
def board(window, qtbot):
    made = open_board(window)
    qtbot.waitUntil(lambda: "(1 of 2)" in join_words(made), timeout=60_000)
    return made


def foot(board):
    return board.line.findChild(QLabel).text()


def press(board, name):
    board.findChild(QPushButton, name).click()


def control(board, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(board, key, Qt.KeyboardModifier.ControlModifier | modifier)


def test_undo_and_redo_walk_through_all_answers(board, window, qtbot):
    identities = window.session.project.read.who.identities
    press(board, "boardJoinTake")
    qtbot.waitUntil(lambda: "in all articles" in join_words(board), timeout=60_000)
    press(board, "boardJoinDecline")
    assert join_words(board).endswith("stay apart.")
    control(board, Qt.Key.Key_Z)
    assert "in all articles" in join_words(board)
    control(board, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not identities(), timeout=60_000)
    qtbot.waitUntil(lambda: "(1 of 2)" in join_words(board), timeout=60_000)
    control(board, Qt.Key.Key_Z)
    assert foot(board) == "Nothing to undo."
    control(board, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: len(identities()) == 1, timeout=60_000)
    control(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert join_words(board).endswith("stay apart.")
    control(board, Qt.Key.Key_Y)
    assert foot(board) == "Nothing to redo."


def test_new_answer_ends_redo(board):
    press(board, "boardJoinDecline")
    control(board, Qt.Key.Key_Z)
    press(board, "boardJoinDecline")
    control(board, Qt.Key.Key_Y)
    assert foot(board) == "Nothing to redo."


def test_answer_undone_in_the_article_is_passed_over(board, window, qtbot):
    press(board, "boardJoinDecline")
    press(board, "boardJoinTake")
    qtbot.waitUntil(lambda: "in all articles" in join_words(board), timeout=60_000)
    assert window.session.undo()
    control(board, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "stay apart" in join_words(board), timeout=60_000)
    control(board, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "(1 of 2)" in join_words(board), timeout=60_000)
