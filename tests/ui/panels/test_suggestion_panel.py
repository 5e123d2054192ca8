import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from tests.ui.opened import open_article
from ui.panels.suggestion_panel import SuggestionPanel

SUGGESTED = (("Ce\u0301line Dahl", "PER"), ("Köln", "LOC"), ("Greifsund", "LOC"), ("Jörg Süß", "PER"))


@pytest.fixture
def opened(tmp_path, qtbot):
    session, decisions = open_article(tmp_path, *SUGGESTED)
    panel = SuggestionPanel(session, decisions)
    qtbot.addWidget(panel)
    panel.show()
    yield session, decisions, panel
    panel.close()
    session.close_project()


def rows(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_the_suggestions_stand_in_the_order_of_the_text(opened):
    assert rows(opened[2]) == [words for words, _ in SUGGESTED]
    assert opened[2].findChild(object, "suggestionCount").text() == "4 open"


def test_the_list_follows_decisions_and_undo_row_by_row(qtbot, opened):
    session, decisions, panel = opened
    resets = QSignalSpy(panel.model.modelReset)
    decisions.accept([session.opened.suggestions[1].id])
    decisions.reject([session.opened.suggestions[0].id])
    qtbot.waitUntil(lambda: rows(panel) == ["Greifsund", "Jörg Süß"])
    session.undo()
    session.undo()
    qtbot.waitUntil(lambda: rows(panel) == [words for words, _ in SUGGESTED])
    assert resets.count() == 0


def test_many_decisions_at_once_are_followed_too(tmp_path, qtbot):
    text = " ".join(f"Ort{number}ü" for number in range(200))
    names = [(f"Ort{number}ü", "LOC") for number in range(200)]
    session, decisions = open_article(tmp_path, *names, text=text)
    panel = SuggestionPanel(session, decisions)
    qtbot.addWidget(panel)
    decisions.accept([suggestion.id for suggestion in session.opened.suggestions[:150]])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 50)
    session.close_project()


def test_moving_in_the_list_says_where_and_following_does_not(qtbot, opened):
    session, _, panel = opened
    said = QSignalSpy(panel.activated)
    panel.set_active(session.opened.suggestions[1].id)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 1)
    assert said.count() == 0
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert said.at(0) == [session.opened.suggestions[2].id]
    panel.set_active(None)
    qtbot.waitUntil(lambda: not panel.list.currentIndex().isValid())


def test_enter_accepts_backspace_rejects_and_the_next_is_ready(qtbot, opened):
    session, _, panel = opened
    panel.set_active(session.opened.suggestions[0].id)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_Backspace)
    assert [span.label for span in session.opened.spans] == ["PER"]
    assert rows(panel) == ["Greifsund", "Jörg Süß"]
    assert panel.list.currentIndex().row() == 0


def test_the_source_of_the_active_one_is_named(qtbot, opened):
    session, _, panel = opened
    panel.set_active(session.opened.suggestions[0].id)
    origin = panel.findChild(object, "suggestionOrigin")
    qtbot.waitUntil(lambda: origin.text() == "suggested by de_news 1.0 · 0.97")
