"""Labels of whole articles in a real window, read back with SQLite."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from ui.panels.claim.choice_popup import ChoicePopup

SHIFT = Qt.KeyboardModifier.ShiftModifier


def labels(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT label, value FROM document_label ORDER BY label").fetchall()


@pytest.fixture
def press(window, qtbot):
    """Open the popup by its key, then press another key."""

    def act(key):
        qtbot.keyClick(window.view, Qt.Key.Key_T, SHIFT)
        (popup,) = (each for each in window.findChildren(ChoicePopup) if each.isVisible())
        qtbot.keyClick(popup, key)

    return act


def test_two_keys_label_the_article(window, press):
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_3)
    assert labels(window) == [("relevance", "relevant"), ("topic", "society")]
    assert window.organising.labels.byline(window.session.opened).endswith("words · relevant · society")


def test_new_value_replaces_old_and_undo_restores_it(window, press):
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    assert labels(window) == [("topic", "economy")]
    window.actions_by_id["edit.undo"].trigger()
    assert labels(window) == [("topic", "politics")]
    assert {label.value for label in window.session.opened.labels} == {"politics"}


def test_same_key_removes_article_label(window, press):
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    assert labels(window) == []
    assert not window.session.opened.labels


def test_article_labels_persist_and_filter_the_list(window, press):
    press(Qt.Key.Key_N)
    first = window.session.opened.document.id
    window.articles.go_next()
    assert not window.session.opened.labels
    window.session.open_document(first)
    assert [label.value for label in window.session.opened.labels] == ["not"]
    window.articles.filters.ask(article_label=("relevance", "not"))
    assert window.articles.model.shown == [first]
    assert window.articles.filters._chips[0].text() == "Relevance: not relevant  ✕"


def test_reports_schema_without_article_labels(window, tmp_path):
    schema = replace(window.session.project.schema, document_labels=())
    window.session.create_project(tmp_path / "Ohne", schema, "auto")
    window.session.add_articles([Article(title="A", text="Köln 🎈")], exclude_furniture=False)
    window.session.open_first()
    window.organising.labels.choose()
    assert window.messages.words == "This project’s schema has no labels for whole articles."
