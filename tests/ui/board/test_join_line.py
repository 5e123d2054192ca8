"""Joining the names of claimants on the board."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.corpus.article import Article
from annotator.jobs.board import Join
from tests.ui.board.conftest import join_words, open_board, project_of, say
from ui.board.join_dialog import JoinDialog

TEXT = "Holger Klein sagt, die Stadt spare viel.\nDann sprach {who}: der Ausbau helfe."


@pytest.fixture
def said_path(tmp_path):
    """Return a project in which Holger Klein and Klein make a claim each, in two articles."""
    articles = [Article(title=who, text=TEXT.format(who=who), language="de") for who in ("Klein", "Berg")]
    project, (first, second) = project_of(tmp_path / "Klein", articles)
    say(project, first, "Holger Klein")
    say(project, first, "Klein", words="der Ausbau helfe")
    say(project, second, "Berg", words="der Ausbau helfe")
    project.close()
    return project.path


@pytest.fixture
def board(window, qtbot):
    made = open_board(window)
    qtbot.waitUntil(lambda: made.grid.counts.rowCount() == 3, timeout=30_000)
    return made


def rows(board):
    counts = board.grid.counts
    return [counts.headerData(row, Qt.Orientation.Vertical) for row in range(counts.rowCount())]


def press(board, name):
    button = board.findChild(QPushButton, name)
    assert button.isVisible()
    button.click()


def test_surname_is_joined_in_one_step_and_taken_back(board, window, qtbot):
    assert join_words(board) == "“Klein” may be Holger Klein."
    press(board, "boardJoinTake")
    qtbot.waitUntil(lambda: sorted(rows(board)) == ["Berg", "Holger Klein"], timeout=30_000)
    assert join_words(board) == "“Klein” is now Holger Klein, in all articles."
    press(board, "boardJoinUndo")
    qtbot.waitUntil(lambda: len(rows(board)) == 3, timeout=30_000)
    assert join_words(board) == "“Klein” may be Holger Klein."
    assert not window.session.project.read.who.identities()


def test_declined_pair_is_not_offered_again(board, qtbot):
    press(board, "boardJoinDecline")
    board.count()
    qtbot.waitUntil(lambda: not board._counting.busy, timeout=30_000)
    assert join_words(board) == "“Klein” and Holger Klein stay apart."
    assert board.findChild(QPushButton, "boardJoinTake").isHidden()


def test_declined_pair_comes_back_with_undo(board):
    press(board, "boardJoinDecline")
    press(board, "boardJoinUndo")
    assert join_words(board) == "“Klein” may be Holger Klein."
    press(board, "boardJoinDecline")
    QTest.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert join_words(board) == "“Klein” may be Holger Klein."


def test_second_click_meets_the_same_button(board):
    pair = Join(short="Berg", full="Anna Berg", label="PER", ids=(), mentions=())
    board.joining.offer([*board.joining._offered, pair])
    take, decline = (board.findChild(QPushButton, f"boardJoin{part}") for part in ("Take", "Decline"))
    before = take.pos(), decline.pos()
    press(board, "boardJoinDecline")
    QApplication.processEvents()
    assert join_words(board).endswith("“Berg” may be Anna Berg.")
    assert (take.pos(), decline.pos()) == before
    press(board, "boardJoinDecline")
    QApplication.processEvents()
    undo = board.findChild(QPushButton, "boardJoinUndo")
    assert not undo.geometry().intersects(QRect(before[0], take.size()))
    assert not undo.geometry().intersects(QRect(before[1], decline.size()))


def test_last_undo_is_in_line_with_the_grid(board, qtbot):
    undo = board.findChild(QPushButton, "boardJoinUndo")
    assert not undo.isEnabled()
    press(board, "boardJoinDecline")
    QApplication.processEvents()
    assert undo.isEnabled()
    ends = [each.mapTo(board, each.rect().topRight()).x() for each in (undo, board.joining)]
    assert ends[0] == ends[1]


MORE = "{full} sagt, die Stadt spare viel.\nDann sprach {short}: der Ausbau helfe."


@pytest.fixture
def many(make_window, tmp_path, qtbot):
    """Return a board with two pairs of names that may mean the same."""
    people = (("Klein", "Holger Klein"), ("Berg", "Anna Berg"))
    articles = [Article(title=short, text=MORE.format(short=short, full=full), language="de") for short, full in people]
    project, documents = project_of(tmp_path / "Viele", articles)
    for document, (short, full) in zip(documents, people, strict=True):
        say(project, document, full)
        text = project.read.text(document)
        say(project, document, short, words="der Ausbau helfe", start=text.index(f"sprach {short}") + 7)
    project.close()
    window = make_window(project.path)
    made = open_board(window)
    qtbot.waitUntil(lambda: made.grid.counts.rowCount() == 4, timeout=30_000)
    return made


def test_all_names_are_joined_and_taken_back_in_one_step(many, qtbot):
    press(many, "boardJoinAll")
    dialog = many.findChild(JoinDialog)
    press(dialog, "boardJoinDialogOk")
    qtbot.waitUntil(lambda: sorted(rows(many)) == ["Anna Berg", "Holger Klein"], timeout=30_000)
    assert join_words(many) == "2 names joined, in all articles."
    press(many, "boardJoinUndo")
    qtbot.waitUntil(lambda: len(rows(many)) == 4, timeout=30_000)
    assert join_words(many).endswith("(1 of 2).")


def test_only_ticked_names_are_joined(many, qtbot):
    press(many, "boardJoinAll")
    dialog = many.findChild(JoinDialog)
    (left,) = (pair for pair in dialog.model.shown if pair.short == "Klein")
    dialog.table.selectRow(dialog.model.shown.index(left))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: sorted(rows(many)) == ["Anna Berg", "Holger Klein", "Klein"], timeout=30_000)
    assert join_words(many) == "“Berg” is now Anna Berg, in all articles. “Klein” may be Holger Klein."


def test_list_of_names_says_how_many_are_ticked(many):
    press(many, "boardJoinAll")
    dialog = many.findChild(JoinDialog)
    join = dialog.findChild(QPushButton, "boardJoinDialogOk")
    assert join.text() == "Join 2 Names"
    press(dialog, "boardJoinTickNone")
    assert not join.isEnabled()
    dialog.reject()
    assert len(rows(many)) == 4


def test_one_pair_needs_no_list(board):
    assert board.findChild(QPushButton, "boardJoinAll").isHidden()
