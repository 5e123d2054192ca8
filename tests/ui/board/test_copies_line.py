"""Near-duplicates of claims on the board: proposed, joined by a person, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.corpus.article import Article
from annotator.jobs.searching import meaning
from annotator.jobs.searching.said_before import learn_claims
from tests.ui.board.conftest import open_board, project_of, say

SAID = {
    "May": "Die Stadt will die alte Rheinbrücke im Frühjahr für Autos sperren",
    "June": "Im Frühjahr will die Stadt die alte Brücke über den Rhein für Autos sperren",
    "Wolf": "Im Wald hinter dem Dorf lebt seit Herbst wieder ein Wolf",
}


@pytest.fixture
def said_path(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    meaning.shipped.cache_clear()
    articles = [
        Article(title=title, text=f"{words}.", language="de", published=f"2026-0{at}-01")
        for at, (title, words) in enumerate(SAID.items(), 5)
    ]
    project, ids = project_of(tmp_path / "Rhein", articles)
    for id_, words in zip(ids, SAID.values(), strict=True):
        say(project, id_, None, words=words, claimant_kind="author")
    project.close()
    learn_claims(project.path)
    yield project.path
    meaning.shipped.cache_clear()


@pytest.fixture
def board(window, qtbot):
    made = open_board(window)
    qtbot.waitUntil(made.copies.isVisible, timeout=60_000)
    return made


def press(board, name):
    button = board.findChild(QPushButton, name)
    assert button.isVisible()
    button.click()


def words(board):
    return board.findChild(QLabel, "boardCopiesWords").text()


def repeats(window):
    return window.session.project.read.claims.joined()


def test_near_copies_are_joined_and_taken_back(board, window, qtbot):
    proposal = words(board)
    assert proposal == f"“{SAID['May']}” (May) and “{SAID['June']}” (June) may be the same claim."
    assert repeats(window) == [], "nothing is joined by itself"
    press(board, "boardCopiesTake")
    assert len(repeats(window)) == 1
    assert words(board) == "Joined as the same claim."
    press(board, "boardCopiesUndo")
    qtbot.waitUntil(lambda: not repeats(window), timeout=30_000)
    assert words(board) == proposal


def test_join_redone_in_the_article_is_not_made_twice(board, window, qtbot):
    press(board, "boardCopiesTake")
    ((head, _),) = repeats(window)
    (claim,) = window.session.project.read.spans_of([head])
    window.session.open_document(claim.document)
    press(board, "boardCopiesUndo")
    qtbot.waitUntil(lambda: words(board).endswith("may be the same claim."), timeout=30_000)
    assert window.session.redo()
    assert len(repeats(window)) == 1
    QTest.keyClick(board, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(repeats(window)) == 1


def test_declined_copies_are_not_offered_again(board, window, qtbot):
    press(board, "boardCopiesDecline")
    board.count()
    qtbot.waitUntil(lambda: not board._counting.busy and not board._copying.busy, timeout=60_000)
    assert words(board) == "Kept as two claims."
    assert board.findChild(QPushButton, "boardCopiesTake").isHidden()
    assert repeats(window) == []


def test_declined_copies_come_back_after_another_count(board, qtbot):
    proposal = words(board)
    press(board, "boardCopiesDecline")
    board.count()
    qtbot.waitUntil(lambda: not board._counting.busy and not board._copying.busy, timeout=60_000)
    press(board, "boardCopiesUndo")
    qtbot.waitUntil(lambda: words(board) == proposal, timeout=60_000)


def test_refused_redo_can_be_repeated(board, window, qtbot):
    press(board, "boardCopiesTake")
    press(board, "boardCopiesUndo")
    qtbot.waitUntil(lambda: not repeats(window), timeout=30_000)
    window.session.intercept = lambda _edit: None
    QTest.keyClick(board, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert words(board).endswith("may be the same claim.")
    window.session.intercept = None
    QTest.keyClick(board, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(repeats(window)) == 1
    assert words(board) == "Joined as the same claim."
