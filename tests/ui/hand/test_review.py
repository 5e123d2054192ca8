"""Many suggestions decided about by one key."""

from PySide6.QtCore import Qt

from tests.ui.keyboard import Key, press
from tests.ui.worked import SOURCES, draw, work_for_ever
from ui.jobs.suggesting import Work


def test_all_that_are_sure_and_in_sight_are_accepted_by_one_key_in_one_step(window, qtbot):
    sure = sum(suggestion.score >= 0.9 for suggestion in window.session.opened.suggestions)
    qtbot.keyClick(window.view, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert len(window.session.opened.spans) == sure > 0
    assert all(suggestion.score < 0.9 for suggestion in window.session.opened.suggestions)
    window.session.undo()
    assert len(window.session.opened.spans) == 0


def test_why_there_is_no_next_suggestion_is_told_as_it_is(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.next"].isEnabled())
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == "Suggestions for this article are still coming."


def test_hidden_suggestions_are_not_said_to_be_gone(window, qtbot):
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == "Suggestions are hidden."
