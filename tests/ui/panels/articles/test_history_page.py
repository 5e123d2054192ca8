"""The history page beside its article."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.model.values import State
from tests.ui.conftest import TEXT


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


@pytest.fixture
def page(window, qtbot):
    label(window, "Weifang")
    label(window, "Köln")
    label(window, "Kapitän", "PER")
    window.left.show_page("history")
    page = window.left.history
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def label(window, words, name="LOC"):
    start = TEXT.index(words)
    return window.decisions.label(start, start + len(words), "entities", name)


def names(page):
    return [page.model.data(page.model.index(row)) for row in range(page.model.rowCount())]


def quotes(window):
    return [span.quote(TEXT) for span in window.session.opened.spans]


def test_steps_are_listed_newest_first(page):
    assert names(page) == ["Person “Kapitän”", "Place “Köln”", "Place “Weifang”", "Article added"]
    assert "Person “Kapitän”" in str(page.model.data(page.model.index(0), Qt.ItemDataRole.ToolTipRole))
    facts = page.model.facts(0)
    assert facts.startswith("now · ")
    assert facts.endswith(" · anna")


def test_undo_and_redo_are_listed(qtbot, window, page):
    window.steps.undo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert names(page)[:2] == ["Undone: Person “Kapitän”", "Person “Kapitän”"]
    assert page.model.is_taken_back(1)
    assert page.model.facts(1).endswith("undone")
    window.steps.redo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert names(page)[0] == "Redone: Person “Kapitän”"
    assert not page.model.is_taken_back(2)


def test_undone_state_is_named_after_the_step(qtbot, window, page):
    assert window.session.set_state(State.DONE)
    window.steps.undo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert names(page)[:2] == ["Undone: article done", "Article done"]
    window.steps.redo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert names(page)[0] == "Redone: article done"


def test_opening_history_keeps_article_position(window, page):
    window.left.show_page("articles")
    window.view.select(3, 3, exact=True)
    window.left.show_page("history")
    assert page.list.hasFocus()
    assert window.view.caret() == 3


def test_step_shows_its_place(qtbot, window, page):
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    assert window.view.caret() == TEXT.index("Köln")
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.view.hasFocus()


def test_go_back_is_undoable(qtbot, window, page):
    assert not page.back.isEnabled()
    page.list.setCurrentIndex(page.model.index(2))
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert quotes(window) == ["Weifang"]
    qtbot.waitUntil(lambda: names(page)[0] == "Return to an earlier step")
    window.actions_by_id["edit.undo"].trigger()
    assert quotes(window) == ["Weifang", "Kapitän", "Köln"]


def test_no_going_back_to_newest_step(page):
    page.list.setCurrentIndex(page.model.index(0))
    assert not page.back.isEnabled()
    page.list.setCurrentIndex(page.model.index(3))
    assert page.back.isEnabled()


def test_selected_step_stays_selected(qtbot, window, page):
    page.list.setCurrentIndex(page.model.index(1))
    label(window, "HD Hyundai", "ORG")
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert page.list.currentIndex().row() == 2


def test_only_visible_steps_are_read(window, page):
    session = window.session
    for number in range(60):
        session.describe(replace(session.opened.document, title=f"Titel {number}"))
    page.refresh()
    page.list.scrollToTop()
    page.list.grab()
    assert page.model.rowCount() == 64
    assert len(page.model._edits) < 40


def test_history_of_read_only_project(make_window, window, page, project_path):
    window.session.close_project()
    window = make_window()
    window.session.open_project(project_path, read_only=True)
    window.session.open_first()
    window.left.show_page("history")
    window.left.history.list.setCurrentIndex(window.left.history.model.index(2))
    assert window.left.history.model.rowCount() == 4
    assert not window.left.history.back.isEnabled()
