"""Reviewing, commenting and looking at others' labels in a real window."""

import pytest
from PySide6.QtCore import Qt

from annotator.editing.talking import comment
from annotator.model.query import Stage
from annotator.model.talk import threads
from tests.ui import worked
from tests.ui.adjudicating.test_mode import team_path
from tests.ui.conftest import TEXT
from ui.dialogs.merging.conflicts_window import ConflictsWindow
from ui.dialogs.team.comments_window import CommentsWindow
from ui.jobs.suggesting.source_finder import Work

__all__ = ["team_path"]


@pytest.fixture
def window(make_window, team_path):
    made = make_window(team_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    made.session.open_document(made.session.project.read.find_document("Weifang wird Metaverse"))
    return made


def of_article(window):
    return threads(window.session.project.read.talk.comments(window.session.opened.document.id))


def comments_window(qtbot, window):
    dialog = window.findChild(CommentsWindow)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    return dialog


def test_review_is_recorded_and_shown_in_the_list(qtbot, window):
    document = window.session.opened.document.id
    window.actions_by_id["article.review"].trigger()
    (step,) = window.session.project.read.talk.standing(document).reviewed
    assert step.annotator == "chris"
    model = window.articles.model
    qtbot.waitUntil(lambda: model.line(model.row_of(document)).reviewed)
    tip = model.index(model.row_of(document)).data(Qt.ItemDataRole.ToolTipRole)
    assert "anna: Done" in tip
    assert "Reviewed by chris" in tip
    window.articles.filters.ask(stage=Stage.REVIEWED)
    qtbot.waitUntil(lambda: model.shown == [document])
    window.actions_by_id["article.review"].trigger()
    assert window.session.project.read.talk.standing(document).reviewed == ()


def test_empty_list_of_comments_says_how_to_begin(qtbot, window):
    window.actions_by_id["project.comments"].trigger()
    dialog = comments_window(qtbot, window)
    assert dialog.table.accessibleDescription().startswith("No comments yet.\nSelect words or a label")
    assert not any(part.isVisible() for part in (dialog.told, dialog.text, dialog.send))
    window.view.select(0, 7, exact=True)
    window.actions_by_id["article.comment"].trigger()
    assert dialog.text.isVisible()


def test_comment_is_written_answered_and_closed(qtbot, window):
    start = TEXT.index("Weifang")
    window.view.select(start, start + 7, exact=True)
    window.actions_by_id["article.comment"].trigger()
    dialog = comments_window(qtbot, window)
    assert "Weifang" in dialog.head.text()
    qtbot.keyClicks(dialog.text, "Ort oder Werft?")
    qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    (thread,) = of_article(window)
    assert (thread.first.text, thread.first.start) == ("Ort oder Werft?", start)
    qtbot.waitUntil(lambda: dialog.chosen == thread, timeout=30_000)
    qtbot.keyClicks(dialog.text, "Ort.")
    qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.chosen == of_article(window)[0], timeout=30_000)
    assert "chris" in dialog.told.toPlainText()
    qtbot.mouseClick(dialog.end, Qt.MouseButton.LeftButton)
    assert not of_article(window)[0].is_open
    qtbot.waitUntil(lambda: not dialog.rows.shown, timeout=30_000)
    dialog.closed.setChecked(True)
    assert len(dialog.rows.shown) == 1


def test_key_sends_and_the_thread_there_is_answered(qtbot, window):
    start = TEXT.index("Weifang")
    window.view.select(start, start + 7, exact=True)
    window.actions_by_id["article.comment"].trigger()
    dialog = comments_window(qtbot, window)
    qtbot.keyClicks(dialog.text, "Ort oder Werft?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(of_article(window)) == 1
    dialog.close()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: window.findChild(CommentsWindow) is None)
    window.view.select(start, start + 7, exact=True)
    window.actions_by_id["article.comment"].trigger()
    dialog = comments_window(qtbot, window)
    assert (dialog.head.text(), dialog.chosen) == ("Answer:", of_article(window)[0])


def comment_on(qtbot, window, words, text):
    """Comment on words of the article by keys; return the window of comments."""
    start = TEXT.index(words)
    window.view.select(start, start + len(words), exact=True)
    window.actions_by_id["article.comment"].trigger()
    dialog = comments_window(qtbot, window)
    qtbot.keyClicks(dialog.text, text)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return dialog


def test_unsent_answer_stays_with_its_closed_thread(qtbot, window):
    comment_on(qtbot, window, "Weifang", "Ort?")
    dialog = comment_on(qtbot, window, "Köln", "Stadt?")
    qtbot.waitUntil(lambda: len(dialog.rows.shown) == 2 and not dialog.busy, timeout=30_000)
    assert dialog.chosen.first.text == "Stadt?"
    thread = dialog.chosen.first.id
    qtbot.keyClicks(dialog.text, "Doch nicht.")
    dialog.end_thread()
    window.session.settling.catch_up()
    assert sum(each.is_open for each in of_article(window)) == 1
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert dialog.chosen.first.id == thread
    path = window.session.project.path
    window.session.close_project()
    window.session.open_project(path)
    window.actions_by_id["project.comments"].trigger()
    again = comments_window(qtbot, window)
    qtbot.waitUntil(lambda: again.chosen is not None, timeout=30_000)
    assert (again.text.toPlainText(), again.chosen.first.id) == ("Doch nicht.", thread)


def test_unsent_answer_moves_to_no_other_thread(qtbot, window):
    document = window.session.opened.document
    for at in (0, 10):
        assert window.session.do(comment(document.id, (at, at + 7), f"Frage {at}", annotator="chris"))
    window.actions_by_id["project.comments"].trigger()
    dialog = comments_window(qtbot, window)
    qtbot.waitUntil(lambda: len(dialog.rows.shown) == 2, timeout=30_000)
    row = next(row for row, shown in enumerate(dialog.rows.shown) if shown.thread.first.text == "Frage 10")
    dialog.table.selectRow(row)
    qtbot.keyClicks(dialog.text, "Antwort")
    window.session.undo()
    qtbot.waitUntil(lambda: len(dialog.rows.shown) == 1 and not dialog.busy, timeout=30_000)
    assert dialog.text.isVisible()
    assert dialog.text.toPlainText() == "Antwort"
    assert "gone" in dialog.head.text()
    assert not dialog.send.isEnabled()
    dialog.say()
    assert [len(thread.comments) for thread in of_article(window)] == [1]
    dialog.refresh()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert dialog.chosen is None
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    assert dialog.head.text() == "Answer:"
    qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    assert [each.text for each in of_article(window)[0].comments] == ["Frage 0", "Antwort"]


def test_keyboard_stays_in_field_after_comment(qtbot, window):
    comment_on(qtbot, window, "Weifang", "Ort?")
    dialog = comment_on(qtbot, window, "Köln", "Stadt?")
    for letter in "Ja ":
        qtbot.keyClicks(dialog.focusWidget(), letter)
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.first.text == "Stadt?", timeout=30_000)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.text
    assert dialog.text.toPlainText() == "Ja "


@pytest.fixture
def half_written(qtbot, window):
    """The window of comments with a comment that was not added."""
    window.view.select(0, 7, exact=True)
    window.actions_by_id["article.comment"].trigger()
    dialog = comments_window(qtbot, window)
    qtbot.keyClicks(dialog.text, "Noch etwas")
    return dialog


def test_unsent_comment_is_not_lost_by_one_escape(qtbot, half_written):
    qtbot.keyClick(half_written.text, Qt.Key.Key_Escape)
    assert half_written.isVisible()
    assert "not added yet" in half_written.line.words
    qtbot.keyClick(half_written.text, Qt.Key.Key_Escape)
    assert not half_written.isVisible()


def test_unsent_comment_is_not_lost_by_title_bar(half_written):
    assert not half_written.close()
    assert "not added yet" in half_written.line.words
    assert half_written.close()


def test_unsent_comment_does_not_keep_project_open(window, half_written):
    window.session.close_project()
    assert not half_written.isVisible()


def test_labels_of_others_can_only_be_looked_at(qtbot, window):
    window.actions_by_id["article.look"].trigger()
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 11, timeout=30_000)
    assert {row.source for row in window.session.opened.suggestions} == {"anna", "ben", "eva"}
    row = window.session.opened.suggestions[0]
    assert not window.decisions.accept([row.id])
    assert not window.session.project.read.annotated(row.document, "chris").spans
    hints = window.key_line.hints
    qtbot.waitUntil(lambda: hints.hints[-1].words == "back to the suggestions")
    window.actions_by_id["article.look"].trigger()
    qtbot.waitUntil(lambda: hints.hints[-1].words != "back to the suggestions")
    assert not {row.source for row in window.session.opened.suggestions} & {"anna", "ben", "eva"}
    assert window.session.intercept is None


def test_window_of_conflicts_opens(qtbot, window):
    window.actions_by_id["project.conflicts"].trigger()
    dialog = window.findChild(ConflictsWindow)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
