"""Marking sentences as read in a real window over a real file."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.model.sentence_states import SentenceState
from annotator.text.sentences import split
from tests.ui import worked
from tests.ui.conftest import TEXT
from ui.jobs.suggesting.source_finder import Work

SENTENCES = split(TEXT)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window, project_path):
    """A window without suggestions."""
    return make_window(project_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))


def stored(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT start, end, state, annotator FROM sentence_mark ORDER BY start").fetchall()


def read(window):
    """Return what the top bar says on hover about the number of sentences read."""
    return window.top_bar.findChild(QLabel, "readShare").accessibleDescription().splitlines()[-1]


def test_key_marks_sentence_and_goes_to_next(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    (first, second, _), caret = SENTENCES, window.view.caret()
    assert stored(window) == [(*first, "empty", "anna")]
    assert caret == second[0]
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert len(stored(window)) == 2
    qtbot.waitUntil(lambda: read(window) == "2 of 3 sentences read")


def test_undo_names_and_reverts_sentence_mark(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.actions_by_id["edit.undo"].text() == "&Undo: sentence read")
    window.actions_by_id["edit.undo"].trigger()
    assert stored(window) == []
    qtbot.waitUntil(lambda: read(window) == "0 of 3 sentences read")
    window.actions_by_id["edit.redo"].trigger()
    assert len(stored(window)) == 1


def test_labelled_sentence_is_passed_over(qtbot, window):
    start = TEXT.index("Weifang")
    window.decisions.label(start, start + 7, "entities", "LOC")
    window.view.select(3, 3)
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert stored(window) == []
    assert window.view.caret() == SENTENCES[1][0]
    qtbot.waitUntil(lambda: read(window) == "1 of 3 sentences read")


def test_marks_selected_sentences_in_one_step(qtbot, window):
    window.view.keys.select_all()
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert [row[:2] for row in stored(window)] == SENTENCES
    qtbot.waitUntil(lambda: read(window) == "3 of 3 sentences read")
    window.actions_by_id["edit.undo"].trigger()
    assert stored(window) == []


def test_other_key_unmarks_then_goes_back(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    qtbot.keyClick(window.view, Qt.Key.Key_E, SHIFT)
    assert window.view.caret() == SENTENCES[0][0]
    assert len(stored(window)) == 1
    qtbot.keyClick(window.view, Qt.Key.Key_E, SHIFT)
    assert stored(window) == []


def test_page_furniture_has_no_sentences_to_read(qtbot, window):
    window.session.exclude((SENTENCES[2],))
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert [row[:2] for row in stored(window)] == SENTENCES[:2]
    assert window.view.caret() == SENTENCES[1][1]
    qtbot.waitUntil(lambda: read(window) == "2 of 2 sentences read")


def test_read_sentences_persist(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    document = window.session.opened.document.id
    window.articles.go_next()
    qtbot.waitUntil(lambda: read(window) == "0 of 1 sentences read")
    window.session.open_document(document)
    assert window.view.page.progress.of(0)[0][1] is SentenceState.EMPTY
    qtbot.waitUntil(lambda: read(window) == "1 of 3 sentences read")


def test_done_marks_no_sentences(window):
    window.steps.finish()
    assert stored(window) == []


def test_ignores_sentence_marks_of_other_annotators(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    window.session.set_annotator("bert")
    qtbot.waitUntil(lambda: read(window) == "0 of 3 sentences read")
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert [row[3] for row in stored(window)] == ["anna", "bert"]


def test_sentence_with_pending_suggestion_is_not_marked(qtbot, make_window, project_path):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    suggestion = window.session.opened.suggestions[0]
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert stored(window) == []
    assert window.view.active() == suggestion.id
    assert window.messages.words == "Accept or reject the suggestions here first."
    window.decisions.reject([suggestion.id])
    window.view.select(0, 0)
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert [row[:2] for row in stored(window)] == [SENTENCES[0]]


def test_hidden_suggestions_do_not_block_marking(qtbot, make_window, project_path):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    window.actions_by_id["view.hide_suggestions"].trigger()
    qtbot.keyClick(window.view, Qt.Key.Key_E)
    assert len(stored(window)) == 1
