"""One key to go on: what is visible, the next screen, the next article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.values import State
from annotator.project.project import Project
from tests.ui.keyboard import Key, hint_line, press
from tests.ui.worked import SOURCES, draw, prepare_what_follows, work_for_ever
from ui.jobs.source_finder import Work

AGAIN = "again: article done, next one"


def waits(window, qtbot):
    qtbot.waitUntil(lambda: not window.desk.suggesting.is_asking_about(window.session.opened.document.id))


def finish(window, qtbot):
    """Press until the key is armed, which waits for follow-up suggestions."""
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: AGAIN in hint_line(window))
    press(qtbot, window, Key.Key_A)


def test_accept_visible_then_again_finishes_article(window, qtbot):
    waits(window, qtbot)
    session = window.session
    first, pending = session.opened.document.id, len(session.opened.suggestions)
    press(qtbot, window, Key.Key_A)
    assert (len(session.opened.spans), len(session.opened.suggestions)) == (pending, 0)
    assert session.opened.document.id == first
    qtbot.waitUntil(lambda: hint_line(window).get(AGAIN) == ("A",))
    assert "No suggestions left." in hint_line(window)
    press(qtbot, window, Key.Key_A)
    assert session.opened.document.id != first
    session.open_document(first)
    assert session.opened.state.state is State.DONE
    session.undo()
    assert session.opened.state is None
    session.undo()
    assert len(session.opened.suggestions) == pending


def test_first_press_reports_share_read(window, qtbot):
    text = window.session.opened.document.text
    window.decisions.reject(s.id for s in window.session.opened.suggestions if s.quote(text) == "HD Hyundai")
    press(qtbot, window, Key.Key_A)
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: "No suggestions left, 66 % read." in hint_line(window))


@pytest.mark.parametrize("other", [Key.Key_Right, Key.Key_U, Key.Key_F8])
def test_other_action_cancels_first_press(window, qtbot, other):
    document = window.session.opened.document.id
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: AGAIN in hint_line(window))
    press(qtbot, window, other)
    assert AGAIN not in hint_line(window)
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document


def test_finished_article_is_named_and_reopened_by_click(window, qtbot):
    first = window.session.opened.document
    finish(window, qtbot)
    assert window.session.opened.document.id != first.id
    assert window.messages.words == f"“{first.title}” is done."
    qtbot.mouseClick(window.key_line.findChild(QPushButton, "noticeAction"), Qt.MouseButton.LeftButton)
    assert window.session.opened.document.id == first.id
    assert window.session.opened.state is None


def test_follow_up_suggestions_come_before_finishing(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=prepare_what_follows, sources=SOURCES))
    session = window.session
    document = session.opened.document
    qtbot.waitUntil(lambda: len(session.opened.suggestions) == 1)
    waits(window, qtbot)
    press(qtbot, window, Key.Key_A)
    assert len(session.opened.suggestions) == 0
    for _ in range(2):
        press(qtbot, window, Key.Key_A)
    assert session.opened.document.id == document.id
    qtbot.waitUntil(lambda: [s.quote(document.text) for s in session.opened.suggestions] == ["Köln"])
    assert AGAIN not in hint_line(window)


def test_goes_to_invisible_suggestions_instead_of_accepting(make_window, tmp_path, qtbot):
    project = Project.create(tmp_path / "lang", schema=schema_file.load("news"), annotator="anna")
    project.add_articles([Article(title="Lang", text="Nach Köln 🚆 fährt Änne.\n\n" * 60, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 60)
    waits(window, qtbot)
    seen = window.review.seen()
    assert 0 < len(seen) < 60
    press(qtbot, window, Key.Key_A)
    assert {span.start for span in window.session.opened.spans} == {row.start for row in seen}
    ring = window.aim.row()
    assert ring is not None
    assert ring.start > max(row.start for row in seen)
    assert window.view.span_rects(ring.id)


def test_pending_suggestions_block_finishing(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    document = window.session.opened.document.id
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.go_on"].isEnabled())
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    assert "Suggestions for this article are not ready yet." in hint_line(window)


def test_hidden_suggestions_block_finishing(window, qtbot):
    waits(window, qtbot)
    document, pending = window.session.opened.document.id, len(window.session.opened.suggestions)
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    assert len(window.session.opened.suggestions) == pending
    assert "hidden" in window.messages.words
