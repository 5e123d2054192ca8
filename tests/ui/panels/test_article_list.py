"""The list of articles."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QPushButton

from annotator import schema_file
from annotator.corpus.article import Article
from annotator.model import State
from ui.panels.article_list import LINE


def titles(window):
    model = window.articles.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def tab(window, name):
    return window.findChild(QPushButton, f"tab.{name}")


def test_tabs_count_and_filter_by_state(window, qtbot):
    assert [tab(window, name).text() for name in ("open", "done", "all")] == ["Open 3", "Done 0", "All 3"]
    window.actions_by_id["article.done"].trigger()
    qtbot.waitUntil(lambda: tab(window, "done").text() == "Done 1")
    tab(window, "done").click()
    assert titles(window) == ["Weifang wird Metaverse"]
    tab(window, "open").click()
    assert titles(window) == ["Zweiter Zug", "Third train"]


def test_searching_filters_by_title_and_escape_shows_all_again(window, qtbot):
    field = window.top_bar.search
    qtbot.keyClicks(field, "zug")
    assert titles(window) == ["Zweiter Zug"]
    qtbot.keyClicks(field, " 100% _")
    assert titles(window) == []
    assert "No title holds" in window.articles._empty.text()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(titles(window)) == 3


def test_next_and_previous_article(window, qtbot):
    window.actions_by_id["article.next"].trigger()
    assert window.session.opened.document.title == "Zweiter Zug"
    assert window.articles.list.currentIndex().row() == 1
    window.actions_by_id["article.previous"].trigger()
    window.actions_by_id["article.previous"].trigger()
    assert window.session.opened.document.title == "Weifang wird Metaverse"


def test_picking_a_line_opens_its_article(window):
    window.articles.list.setCurrentIndex(window.articles.model.index(2))
    assert window.session.opened.document.title == "Third train"


def test_a_line_follows_what_is_decided(window, qtbot):
    model = window.articles.model
    assert model.data(model.index(0), LINE).pending == 4
    window.decisions.accept([s.id for s in window.session.opened.suggestions])
    qtbot.waitUntil(lambda: model.data(model.index(0), LINE).pending == 0)
    assert model.data(model.index(0), LINE).spans == 4


def test_ten_thousand_articles_are_listed_at_once(make_window, project_path, tmp_path):
    window = make_window()
    window.session.create_project(tmp_path / "Groß", schema_file.load("news"), "auto")
    project = window.session.project
    project.add_articles([Article(title=f"Titel {n} 🎈", text=f"Text {n} über Köln.") for n in range(10_000)])
    clock = QElapsedTimer()
    clock.start()
    window.articles.refresh()
    elapsed = clock.elapsed()
    assert window.articles.model.rowCount() == 10_000
    assert window.articles.model.line(9_999).title == "Titel 9999 🎈"
    assert elapsed < 400  # a fraction of that on a quiet machine


def test_alt_home_opens_the_first_article_that_is_still_open(window, qtbot):
    window.session.set_state(State.DONE)
    window.session.open_document(window.session.required().read.find_document("Third train"))
    qtbot.keyClick(window.view, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.session.opened.document.title == "Zweiter Zug"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_return_and_escape_go_from_the_list_into_the_article(window, qtbot, key):
    window.articles.list.setFocus()
    qtbot.keyClick(window.articles.list, Qt.Key.Key_Down)
    assert window.session.opened.document.title == "Zweiter Zug"
    qtbot.keyClick(window.articles.list, key)
    assert window.view.hasFocus()


def test_escape_goes_from_the_search_back_to_the_article_and_return_to_what_was_found(window, qtbot):
    window.top_bar.focus_search()
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    window.top_bar.focus_search()
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.articles.list.hasFocus()
