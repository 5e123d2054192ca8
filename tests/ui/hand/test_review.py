"""Many suggestions decided about by one key."""

from PySide6.QtCore import Qt

Key = Qt.Key


def test_all_that_are_sure_and_in_sight_are_accepted_by_one_key_in_one_step(window, qtbot):
    sure = sum(suggestion.score >= 0.9 for suggestion in window.session.opened.suggestions)
    qtbot.keyClick(window.view, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert len(window.session.opened.spans) == sure > 0
    assert all(suggestion.score < 0.9 for suggestion in window.session.opened.suggestions)
    window.session.undo()
    assert len(window.session.opened.spans) == 0
