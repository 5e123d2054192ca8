"""Notes, reasons and batches in a real window, read back with SQLite."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QInputDialog, QPushButton

from annotator.model.values import Priority, State
from annotator.project.project import Project
from tests.ui.keyboard import select

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def asked(window, sql):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute(sql).fetchall()


def states(window):
    return asked(window, "SELECT title, state, note FROM document_state JOIN document ON id = document ORDER BY title")


def shown(window, name):
    """Return the visible dialog; a closed one is deleted a moment later."""
    (dialog,) = (each for each in window.findChildren(QInputDialog, name) if each.isVisible())
    return dialog


def answer(window, name, words):
    dialog = shown(window, name)
    dialog.setTextValue(words)
    dialog.accept()


def test_article_note_stays_when_state_changes(window, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_N, CONTROL_SHIFT)
    field = window.focusWidget()
    assert field.accessibleName()
    field.setPlainText("zweite Lesung 🎈\nnötig")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.view.hasFocus()
    title = "Weifang wird Metaverse"
    assert states(window) == [(title, "open", "zweite Lesung 🎈\nnötig")]
    first = window.articles.model.index(0)
    qtbot.waitUntil(lambda: "zweite Lesung" in (first.data(Qt.ItemDataRole.ToolTipRole) or ""))
    window.steps.finish()
    assert states(window) == [(title, "done", "zweite Lesung 🎈\nnötig")]


def test_article_note_has_the_keys_of_a_label_note(window, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_N, CONTROL_SHIFT)
    qtbot.keyClicks(window.focusWidget(), "eins")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(window.focusWidget(), "zwei")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert states(window) == [("Weifang wird Metaverse", "open", "eins\nzwei")]
    qtbot.keyClick(window.view, Qt.Key.Key_N, CONTROL_SHIFT)
    qtbot.keyClicks(window.focusWidget(), "drei")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert states(window) == [("Weifang wird Metaverse", "open", "eins\nzwei")]
    assert window.view.hasFocus()


def test_article_note_says_that_it_is_private(window, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_N, CONTROL_SHIFT)
    assert window.focusWidget().placeholderText().startswith("Only you see this note.")
    qtbot.keyClicks(window.focusWidget(), "fragen")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    window.session.set_annotator("Bea")
    first = window.articles.model.index(0)
    qtbot.waitUntil(lambda: "fragen" not in (first.data(Qt.ItemDataRole.ToolTipRole) or ""))
    select(window, "HD Hyundai")
    window.labelling.label("entities ORG")
    qtbot.keyClick(window.view, Qt.Key.Key_N)
    assert "other annotators" in window.focusWidget().placeholderText()


def test_unchanged_article_note_makes_no_step(window, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_N, CONTROL_SHIFT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert states(window) == []
    assert window.session.next_undo() is None


def test_skips_article_with_reason_and_offers_it_again(window):
    window.actions_by_id["article.skip_because"].trigger()
    answer(window, "reasonDialog", "Nur ein Liveticker")
    assert states(window) == [("Weifang wird Metaverse", "skipped", "Nur ein Liveticker")]
    assert window.session.opened.document.title == "Zweiter Zug", "goes on to the next"
    window.actions_by_id["article.skip_because"].trigger()
    dialog = shown(window, "reasonDialog")
    assert dialog.comboBoxItems() == ["Nur ein Liveticker"]
    dialog.reject()
    window.session.open_document(window.articles.model.shown[0])
    window.actions_by_id["edit.undo"].trigger()
    assert window.session.opened.state is None


def test_puts_article_into_batch_and_removes_it(window, qtbot):
    window.actions_by_id["article.batch"].trigger()
    assert shown(window, "batchDialog").findChild(QComboBox).accessibleName()
    answer(window, "batchDialog", "Mai 🎈")
    inside = "SELECT title FROM document WHERE batch = 'Mai 🎈'"
    qtbot.waitUntil(lambda: asked(window, inside) == [("Weifang wird Metaverse",)])
    qtbot.waitUntil(lambda: window.session.opened.document.meta.get("batch") == "Mai 🎈")
    qtbot.waitUntil(lambda: window.messages.words == "Put into the batch “Mai 🎈”: 1 article.")
    window.actions_by_id["article.batch"].trigger()
    assert shown(window, "batchDialog").textValue() == "Mai 🎈"
    answer(window, "batchDialog", "")
    qtbot.waitUntil(lambda: window.messages.words == "Removed from the batch: 1 article.")
    assert asked(window, "SELECT count(*) FROM document WHERE batch IS NOT NULL") == [(0,)]
    window.actions_by_id["edit.undo"].trigger()
    assert window.session.opened.document.meta["batch"] == "Mai 🎈"


def test_puts_search_results_into_batch_in_one_step(window, qtbot):
    window.actions_by_id["search.open"].trigger()
    page = window.drawer.search
    page.line.setText("Köln")
    link = page.findChild(QPushButton, "searchBatch")
    qtbot.waitUntil(link.isVisible)
    link.click()
    answer(window, "batchDialog", "Köln")
    qtbot.waitUntil(lambda: len(asked(window, "SELECT 1 FROM document WHERE batch = 'Köln'")) == 3)
    qtbot.waitUntil(lambda: window.messages.words == "Put into the batch “Köln”: 3 articles.")
    window.actions_by_id["edit.undo"].trigger()
    assert asked(window, "SELECT 1 FROM document WHERE batch = 'Köln'") == []


@pytest.mark.parametrize("id_", ["article.note", "article.skip_because", "article.batch", "article.exclude_always"])
def test_read_only_project_disables_article_commands(make_window, project_path, id_):
    with closing(Project.open(project_path)):
        window = make_window()
        window.session.open_project(project_path, read_only=True)
        window.session.open_first()
        assert not window.actions_by_id[id_].isEnabled()
        assert window.session.opened.state in {None, State.OPEN}


def test_keys_change_priority_and_order(window, qtbot):
    first, second, *_ = window.articles.model.shown
    window.session.open_document(second)
    alt = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.view, Qt.Key.Key_Up, alt)
    qtbot.waitUntil(lambda: window.articles.model.shown[0] == second)
    index = window.articles.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Zweiter Zug, High priority")
    qtbot.keyClick(window.view, Qt.Key.Key_Down, alt)
    qtbot.keyClick(window.view, Qt.Key.Key_Down, alt)
    qtbot.waitUntil(lambda: window.articles.model.shown[-1] == second)
    assert asked(window, "SELECT title FROM document WHERE priority = 'low'") == [("Zweiter Zug",)]
    window.actions_by_id["edit.undo"].trigger()
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: window.articles.model.shown[0] == second)
    window.session.open_document(first)
    qtbot.keyClick(window.view, Qt.Key.Key_Up, alt)
    window.session.open_document(second)


def test_goes_to_urgent_articles_first_within_filter(window, qtbot):
    first, second, third = window.articles.model.shown
    window.session.open_document(third)
    window.actions_by_id["article.sooner"].trigger()
    window.session.open_document(first)
    window.actions_by_id["article.later"].trigger()
    window.session.open_document(second)
    window.articles.go_on()
    assert window.session.opened.document.id == third
    window.articles.filters.ask(priority=Priority.LOW)
    window.articles.go_on()
    assert window.session.opened.document.id == first, "of those in the list"
    window.articles.filters.ask(priority=None)
    window.session.open_document(third)
    window.steps.finish()
    assert window.session.opened.document.id == second, "what is low waits for what is not"
