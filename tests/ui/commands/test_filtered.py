"""List, article and keys agree on what the filter of suggestions hides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from annotator.model.values import SuggestionState
from tests.ui.keyboard import Key, hint_line, press
from ui.panels.articles.left_list import SearchLine

CLICK = Qt.MouseButton.LeftButton


def button(window, name):
    return window.panels.suggestions.findChild(QPushButton, name)


def words_of(window, rows):
    text = window.session.opened.document.text
    return sorted(row.quote(text) for row in rows)


@pytest.fixture
def filtered(window, qtbot):
    """A window with sure suggestions for Weifang and Köln, and likely ones for HD Hyundai; the filter is "köln"."""
    qtbot.waitUntil(lambda: not window.desk.suggesting.is_asking_about(window.session.opened.document.id))
    qtbot.mouseClick(button(window, "suggestionFiltering"), CLICK)
    window.panels.suggestions.findChild(SearchLine).insert("kÖLN")  # QTest has no keys for umlauts
    qtbot.waitUntil(lambda: window.panels.suggestions.model.rowCount() == 1)
    window.view.setFocus()
    return window


def test_button_accepts_only_filtered_suggestions(filtered, qtbot):
    qtbot.mouseClick(button(filtered, "acceptSure"), CLICK)
    assert words_of(filtered, filtered.session.opened.spans) == ["Köln"]
    assert words_of(filtered, filtered.session.opened.suggestions) == ["HD Hyundai", "HD Hyundai", "Weifang"]


def test_button_counts_filtered_suggestions(filtered, qtbot):
    sure = button(filtered, "acceptSure")
    qtbot.waitUntil(lambda: sure.text() == "Accept 1 Sure Suggestion")
    assert sure.accessibleName() == sure.text()
    filtered.panels.suggestions.findChild(SearchLine).clear()
    box = filtered.panels.suggestions.findChild(QComboBox, "suggestionFilterLabel")
    box.setCurrentIndex(box.findText("Organisation"))
    qtbot.waitUntil(lambda: sure.text() == "Accept 0 Sure Suggestions")
    box.setCurrentIndex(box.findText("Place"))
    qtbot.waitUntil(lambda: sure.text() == "Accept 2 Sure Suggestions")
    filtered.decisions.accept([filtered.panels.suggestions.model.suggestion(0).id])
    qtbot.waitUntil(lambda: sure.text() == "Accept 1 Sure Suggestion")
    qtbot.mouseClick(button(filtered, "suggestionFiltering"), CLICK)
    qtbot.waitUntil(lambda: sure.text() == "Accept Sure Suggestions")


def test_filtered_out_suggestions_are_hidden_and_skipped(filtered, qtbot):
    opened = filtered.session.opened
    (kept,) = (s for s in opened.suggestions if s.quote(opened.document.text) == "Köln")
    drawn = filtered.view.page.rows.within(0, len(opened.document.text))
    assert [row.id for row in drawn] == [kept.id]
    for _ in range(2):
        press(qtbot, filtered, Key.Key_Tab)
        assert filtered.view.active() == kept.id
    press(qtbot, filtered, Key.Key_A)
    assert words_of(filtered, filtered.session.opened.spans) == ["Köln"]


def test_filter_deactivates_hidden_suggestion(window, qtbot):
    opened = window.session.opened
    weifang = next(s for s in opened.suggestions if s.quote(opened.document.text) == "Weifang")
    window.aim.activate(weifang.id)
    qtbot.mouseClick(button(window, "suggestionFiltering"), CLICK)
    qtbot.keyClicks(window.panels.suggestions.findChild(SearchLine), "Hyundai")
    assert window.view.active() is None


def test_filtered_out_suggestions_block_finishing(filtered, qtbot):
    document = filtered.session.opened.document.id
    for _ in range(3):
        press(qtbot, filtered, Key.Key_A)
    assert filtered.session.opened.document.id == document
    assert filtered.messages.words == "The filter hides all 3 suggestions left."
    assert "article done, next one" not in hint_line(filtered)
    press(qtbot, filtered, Key.Key_Tab)
    assert filtered.messages.words == "The filter hides all 3 suggestions left."


def test_filter_of_hidden_column_is_off(filtered, qtbot):
    filtered.actions_by_id["view.panels"].trigger()
    assert not button(filtered, "suggestionFiltering").isChecked()
    opened = filtered.session.opened
    assert len(filtered.view.page.rows.within(0, len(opened.document.text))) == 4


def test_filter_stays_for_next_article(filtered, qtbot):
    project = filtered.session.project
    second = project.read.find_document("Zweiter Zug")
    qtbot.waitUntil(lambda: len(project.read.suggestions(second, SuggestionState.PENDING)) == 2)
    filtered.session.open_document(second)
    drawn = filtered.view.page.rows.within(0, len(filtered.session.opened.document.text))
    assert words_of(filtered, drawn) == ["Köln"]
