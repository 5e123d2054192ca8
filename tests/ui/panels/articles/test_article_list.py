"""The list of articles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QToolButton

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.query import Listing, Order, Query, listing_to
from annotator.model.values import State
from ui.base import i18n
from ui.base.settings import Settings
from ui.panels.articles.article_rows import LINE


def titles(window):
    model = window.articles.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def tab(window, name):
    return window.findChild(QPushButton, f"tab.{name}")


def test_tabs_count_and_filter_by_state(window, qtbot):
    assert [tab(window, name).text() for name in ("open", "done", "all")] == ["Open 3", "Done 0", "All 3"]
    window.steps.finish()
    qtbot.waitUntil(lambda: tab(window, "done").text() == "Done 1")
    tab(window, "done").click()
    assert titles(window) == ["Weifang wird Metaverse"]
    tab(window, "open").click()
    assert titles(window) == ["Zweiter Zug", "Third train"]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("count", [300, 13_600])
def test_tabs_stay_one_line_with_many_articles(make_window, project_path, qtbot, language, count):
    window = make_window(project_path, language=language)
    window.resize(1280, 720)
    tabs = window.articles._tabs
    tabs.count({State.OPEN: count, State.DONE: count, None: 2 * count + 12})
    qtbot.waitUntil(lambda: tabs.layout().contentsRect().width() > 0)
    buttons = [tab(window, name) for name in ("open", "done", "all")]
    assert not any("\n" in button.text() for button in buttons)
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
    number = i18n.number(count)
    assert all(number in button.text() + button.toolTip() for button in buttons[:2])
    assert all(number in button.accessibleName() for button in buttons[:2])
    tabs.count({State.OPEN: 3, State.DONE: 0, None: 3})
    assert [button.text()[-1] for button in buttons] == ["3", "0", "3"]


def test_title_search_and_escape(window, qtbot):
    field = window.top_bar.search
    qtbot.keyClicks(field, "zug")
    assert titles(window) == ["Zweiter Zug"]
    qtbot.keyClicks(field, " 100% _")
    assert titles(window) == []
    assert "No title contains" in window.articles._empty.text()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(titles(window)) == 3


def test_title_search_waits_in_large_project(window, qtbot):
    window.articles._total = 6_000
    window.top_bar.focus_search()
    field = window.top_bar.search
    qtbot.keyClicks(field, "zug")
    assert len(titles(window)) == 3
    qtbot.waitUntil(lambda: titles(window) == ["Zweiter Zug"])
    window.articles._total = 6_000
    qtbot.keyClicks(field, " gibt es nicht")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert titles(window) == []


def test_next_and_previous_article(window, qtbot):
    window.actions_by_id["article.next"].trigger()
    assert window.session.opened.document.title == "Zweiter Zug"
    assert window.articles.list.currentIndex().row() == 1
    window.actions_by_id["article.previous"].trigger()
    window.actions_by_id["article.previous"].trigger()
    assert window.session.opened.document.title == "Weifang wird Metaverse"


def test_selecting_a_row_opens_article(window):
    window.articles.list.setCurrentIndex(window.articles.model.index(2))
    assert window.session.opened.document.title == "Third train"


def test_row_follows_decisions(window, qtbot):
    model = window.articles.model
    assert model.data(model.index(0), LINE).pending == 4
    window.decisions.accept([s.id for s in window.session.opened.suggestions])
    qtbot.waitUntil(lambda: model.data(model.index(0), LINE).pending == 0)
    assert model.data(model.index(0), LINE).spans == 4


def test_ten_thousand_articles(make_window, project_path, tmp_path):
    window = make_window()
    window.session.create_project(tmp_path / "Groß", schema_file.load("news"), "auto")
    project = window.session.project
    project.add_articles([Article(title=f"Titel {n} 🎈", text=f"Text {n} über Köln.") for n in range(10_000)])
    window.articles.refresh()
    assert window.articles.model.rowCount() == 10_000
    assert window.articles.model.line(9_999).title == "Titel 9999 🎈"


def test_alt_home_opens_first_open_article(window, qtbot):
    window.session.set_state(State.DONE)
    window.session.open_document(window.session.required().read.find_document("Third train"))
    qtbot.keyClick(window.view, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.session.opened.document.title == "Zweiter Zug"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_return_and_escape_leave_list_for_article(window, qtbot, key):
    window.articles.list.setFocus()
    qtbot.keyClick(window.articles.list, Qt.Key.Key_Down)
    assert window.session.opened.document.title == "Zweiter Zug"
    qtbot.keyClick(window.articles.list, key)
    assert window.view.hasFocus()


def test_escape_and_return_in_search_field(window, qtbot):
    window.top_bar.focus_search()
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        window.top_bar.focus_search()
        qtbot.keyClick(window.top_bar.search, key)
        assert window.articles.list.hasFocus()


def test_return_in_search_field_opens_first_hit(window, qtbot):
    window.top_bar.focus_search()
    qtbot.keyClicks(window.top_bar.search, "train")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.session.opened.document.title == "Third train"
    assert window.view.hasFocus()


def test_return_without_hit_stays_in_search_field(window, qtbot):
    window.top_bar.focus_search()
    qtbot.keyClicks(window.top_bar.search, "Quitte")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.top_bar.search.hasFocus()
    assert window.session.opened.document.title == "Weifang wird Metaverse"


def choose(window, *names):
    """Choose entries of the button's menu, one after the other."""
    window.articles.filter_button.click()
    menu = window.articles.filters.findChild(QMenu, "articlesFilterMenu")
    *before, last = names
    for name in before:
        menu = next(action.menu() for action in menu.actions() if action.text() == name)
    next(action for action in menu.actions() if action.text() == last).trigger()
    window.articles.filters.findChild(QMenu, "articlesFilterMenu").close()


def test_filter_chip_removes_filter(window, qtbot):
    choose(window, "Language", "German")
    assert titles(window) == ["Weifang wird Metaverse", "Zweiter Zug"]
    choose(window, "Publisher", "Küstenbote")
    assert titles(window) == ["Weifang wird Metaverse"]
    tab(window, "done").click()
    assert window.articles._empty.text() == "No article matches the filters."
    tab(window, "all").click()
    qtbot.mouseClick(window.findChild(QToolButton, "articlesFilter.publisher"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.findChild(QToolButton, "articlesFilter.language"), Qt.MouseButton.LeftButton)
    assert len(titles(window)) == 3
    assert window.articles.filters.isHidden()


def test_skipped_articles_by_filter(window, qtbot):
    window.session.set_state(State.SKIPPED)
    choose(window, "State", "Skipped")
    assert titles(window) == ["Weifang wird Metaverse"]


def counts(window):
    return [tab(window, name).accessibleName() for name in ("open", "done", "all")]


def test_tabs_count_what_filters_and_title_leave(window, qtbot):
    choose(window, "Language", "German")
    assert counts(window) == ["Open 2", "Done 0", "All 2"]
    window.steps.finish()
    qtbot.waitUntil(lambda: counts(window) == ["Open 1", "Done 1", "All 2"])
    window.session.undo()
    qtbot.waitUntil(lambda: counts(window) == ["Open 2", "Done 0", "All 2"])
    window.session.redo()
    qtbot.waitUntil(lambda: counts(window) == ["Open 1", "Done 1", "All 2"])
    window.articles.search("zug")
    assert counts(window) == ["Open 1", "Done 0", "All 1"]
    window.articles.search("")
    window.articles.filters.ask(language=None)
    assert counts(window) == ["Open 2", "Done 1", "All 3"]


def test_tab_and_filter_by_state_never_contradict(window, qtbot):
    window.session.set_state(State.SKIPPED)
    choose(window, "State", "Skipped")
    assert counts(window) == ["Open 2", "Done 0", "All 1"]
    tab(window, "open").click()
    assert titles(window) == ["Zweiter Zug", "Third train"]
    assert window.articles.filters.isHidden(), "the tab took the place of the filter"
    assert counts(window) == ["Open 2", "Done 0", "All 3"]
    choose(window, "State", "Skipped")
    assert tab(window, "all").isChecked()
    assert titles(window) == ["Weifang wird Metaverse"]


def test_filter_by_state_with_a_tab_selects_the_tab(window, qtbot):
    window.session.set_state(State.DONE)
    choose(window, "Language", "German")
    choose(window, "State", "Open")
    assert tab(window, "open").isChecked()
    assert titles(window) == ["Zweiter Zug"]
    assert counts(window) == ["Open 1", "Done 1", "All 2"]
    chips = [chip for chip in window.articles.filters.findChildren(QToolButton) if not chip.isHidden()]
    assert [chip.text() for chip in chips] == ["German  ✕"]


def test_kept_filter_by_state_of_older_version_selects_tab(window):
    session, path = window.session, window.session.required().path
    session.set_state(State.DONE)
    session.close_project()
    Settings().remember_listing(path, listing_to(Listing(query=Query(state=State.OPEN))))
    session.open_project(path)
    assert tab(window, "open").isChecked()
    assert window.articles.filters.isHidden()
    assert counts(window) == ["Open 2", "Done 1", "All 3"]


def test_next_article_follows_chosen_order(window, qtbot):
    choose(window, "Order", "By title")
    assert titles(window) == ["Third train", "Weifang wird Metaverse", "Zweiter Zug"]
    assert window.findChild(QToolButton, "articlesFilter.order").text() == "By title  ✕"
    window.actions_by_id["article.previous"].trigger()
    assert window.session.opened.document.title == "Third train"
    window.steps.finish()
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    choose(window, "Order", "Newest first")
    assert titles(window)[0] == "Weifang wird Metaverse"


def test_done_opens_next_open_article_of_filters(window, qtbot):
    choose(window, "Language", "German")
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    window.steps.finish()
    qtbot.waitUntil(lambda: window.session.opened.document.title == "Zweiter Zug")
    window.steps.finish()
    assert window.session.opened.document.title == "Zweiter Zug", "the English one is not among them"
    assert "Title search or filters hide the open articles that are left." in window.messages.words


def test_title_search_lists_titles_begun_first(window, qtbot):
    names = ["Trainer Vukovic", "Viel Rain", "Rain in Leeds"]
    window.session.required().add_articles([Article(title=name, text=f"{name}.", language="de") for name in names])
    for order in (Order.ADDED, Order.RANDOM):
        window.articles.filters.arrange(order)
        window.top_bar.search.clear()
        qtbot.keyClicks(window.top_bar.search, "Rain")
        assert titles(window)[:2] == ["Rain in Leeds", "Viel Rain"]
    window.articles.filters.arrange(Order.ADDED)
    opened = []
    for _ in range(3):
        window.steps.finish()
        opened.append(window.session.opened.document.title)
    assert opened == ["Rain in Leeds", "Viel Rain", "Third train"]


@pytest.mark.parametrize("order", [Order.ADDED, Order.TITLE])
def test_done_opens_next_open_article_of_title_search(window, qtbot, order):
    window.articles.filters.arrange(order)
    qtbot.keyClicks(window.top_bar.search, "th")
    window.steps.finish()
    assert window.session.opened.document.title == "Third train"
    window.steps.finish()
    assert window.session.opened.document.title == "Third train"
    assert "hide the open articles" in window.messages.words


def test_shuffled_order_is_reproducible(window):
    choose(window, "Order", "Shuffled…")
    dialog = window.findChild(QInputDialog, "seedDialog")
    dialog.setIntValue(5)
    dialog.accept()
    assert window.findChild(QToolButton, "articlesFilter.order").text() == "Shuffled 5  ✕"
    first = titles(window)
    orders = set()
    for seed in range(1, 9):
        window.articles.filters.arrange(Order.RANDOM, seed)
        orders.add(tuple(titles(window)))
    assert len(orders) > 1
    window.articles.filters.arrange(Order.RANDOM, 5)
    assert titles(window) == first


def test_filters_and_order_survive_reopening(make_window, project_path):
    window = make_window(project_path)
    choose(window, "Language", "German")
    choose(window, "Order", "By title")
    window.session.close_project()
    again = make_window(project_path)
    assert titles(again) == ["Weifang wird Metaverse", "Zweiter Zug"]
    assert again.findChild(QToolButton, "articlesFilter.language").text() == "German  ✕"


def test_filters_are_kept_per_project(window, tmp_path, project_path):
    choose(window, "Language", "German")
    window.session.create_project(tmp_path / "Neu", window.session.project.schema, "auto")
    assert window.articles.filters.query.empty


def test_click_on_article_focuses_article(window, qtbot):
    shown = window.articles.list
    row = shown.visualRect(shown.model().index(1, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert window.session.opened.document.title == "Zweiter Zug"
    assert window.view.hasFocus()
