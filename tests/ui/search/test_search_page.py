"""Search in all articles: a real window over a real project file, read back with SQLite."""

import csv
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QMenu, QMessageBox, QPushButton, QToolButton

from annotator.model.query import Query, saved_to
from tests.ui.opened import new_project
from ui.base.settings import ProjectRows

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def spans(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT title, label, quote FROM annotation ORDER BY title, start").fetchall()


@pytest.fixture
def page(window, qtbot):
    """The page, opened by its key."""
    qtbot.keyClick(window.view, Key.Key_F3)
    made = window.drawer.search
    qtbot.waitUntil(made.line.hasFocus)
    return made


@pytest.fixture
def found(qtbot):
    """Return the results once the search is finished: on a busy machine it takes more than one slice."""

    def wait(page):
        qtbot.waitUntil(lambda: not page.looking.busy)
        return [(place.title, place.words) for place in page.model.shown]

    return wait


def ask(page, **wanted):
    page.filters.ask(**wanted)


def test_finds_words_while_typing(qtbot, page, found):
    qtbot.keyClicks(page.line, "hyu")
    assert found(page) == [
        ("Weifang wird Metaverse", "Hyundai"),
        ("Weifang wird Metaverse", "Hyundai"),
        ("Zweiter Zug", "Hyundai"),
    ]
    assert page._foot._count.text() == "3 occurrences in 2 articles"
    qtbot.keyClicks(page.line, "x")
    assert found(page) == []
    assert page.findChild(QLabel, "searchNothing").text() == "Nothing in the project matches."
    page.line.clear()
    assert found(page) == []
    assert page.findChild(QLabel, "searchNothing").text() == "Type words, or choose a filter."


def test_article_follows_arrows_and_return_enters_it(window, qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    qtbot.keyClick(page.line, Key.Key_Return)
    assert page.list.hasFocus()
    assert len(found(page)) == 3
    last = next(row for row, place in enumerate(page.model.shown) if place.title == "Third train")
    while page.list.currentIndex().row() != last:
        qtbot.keyClick(page.list, Key.Key_Down)
    qtbot.waitUntil(lambda: window.session.opened.document.title == "Third train")
    assert page.list.hasFocus(), "the keyboard stays in the list"
    qtbot.waitUntil(lambda: window.view.overlay.hit == page.model.shown[last].part)
    qtbot.keyClick(page.list, Key.Key_Return)
    assert window.view.hasFocus()
    assert window.drawer.isVisible()
    assert window.view.caret() == page.model.shown[last].start


def test_key_line_shows_search_hints(window, qtbot, page):
    qtbot.waitUntil(lambda: window.key_line.hints.hints == page.hints())
    assert [hint.words for hint in page.hints()] == ["to the list, best first", "to the list", "close"]
    qtbot.keyClicks(page.line, "koln")
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.waitUntil(lambda: next(hint.words for hint in window.key_line.hints.hints) == "to the article")


def test_escape_in_article_closes_the_search(window, qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_Return)
    assert window.view.hasFocus()
    qtbot.keyClick(window.view, Key.Key_Escape)
    assert window.drawer.isHidden()
    assert window.view.overlay.hits == ()


def test_f3_leads_from_article_back_to_result(window, qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    qtbot.keyClick(page.line, Key.Key_Return)
    assert len(found(page)) == 3
    qtbot.keyClick(page.list, Key.Key_Down)
    row, order = page.list.currentIndex().row(), page.model.shown
    qtbot.keyClick(page.list, Key.Key_Return)
    qtbot.waitUntil(lambda: window.key_line.hints.hints[0].words == "back to the results")
    qtbot.keyClick(window.view, Key.Key_F3)
    assert page.list.hasFocus()
    assert (page.list.currentIndex().row(), page.model.shown) == (row, order)
    qtbot.keyClick(page.list, Key.Key_F3)
    assert page.line.hasFocus(), "again: to the words"


def test_escape_closes_and_f3_reopens_last_search(window, qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_Escape)
    assert window.drawer.isHidden()
    assert window.view.hasFocus()
    assert window.view.overlay.hits == ()
    qtbot.keyClick(window.view, Key.Key_F3)
    assert page.line.selectedText() == "koln"
    assert len(found(page)) == 3
    qtbot.keyClick(page.line, Key.Key_Escape)
    assert window.drawer.isHidden(), "also from the line, at once"
    assert window.view.hasFocus()


def test_title_search_words_are_searched_in_texts(window, qtbot, found):
    window.top_bar.focus_search()
    qtbot.keyClicks(window.top_bar.search, "monday")
    assert "F3" in window.articles._empty.text()
    qtbot.keyClick(window.top_bar.search, Key.Key_F3)
    assert window.drawer.search.line.text() == "monday"
    assert found(window.drawer.search) == [("Third train", "Monday")]


def test_labels_listed_places_except_removed_ones(window, qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    assert len(found(page)) == 3
    qtbot.keyClick(page.line, Key.Key_Down)
    button = page.findChild(QPushButton, "searchDo")
    assert not button.isEnabled(), "no label was chosen yet"
    qtbot.keyClick(page.list, Key.Key_Backspace)  # the caption of the first article
    qtbot.keyClick(page.list, Key.Key_3)
    assert button.text() == "Label 2 Occurrences"
    qtbot.keyClick(page.list, Key.Key_Return, SHIFT)
    both = [("Third train", "LOC", "Köln"), ("Zweiter Zug", "LOC", "Köln")]
    qtbot.waitUntil(lambda: spans(window) == both)
    assert window.messages.words == "Labelled: 2 occurrences, 2 articles."
    window.session.open_document(page.model.shown[0].document)
    window.steps.undo()
    qtbot.waitUntil(lambda: spans(window) == [])


@pytest.mark.parametrize("width", [640, 900, 1280])
def test_drawer_cuts_no_button_in_narrow_window(window, qtbot, page, found, width):
    qtbot.keyClicks(page.line, "koln")
    assert found(page)
    page.label.press("3")
    window.resize(width, 600)
    qtbot.waitUntil(lambda: window.width() == width)
    if not window.panels.isVisible():
        window.actions_by_id["view.panels"].trigger()
    buttons = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
    shown = [button for button in buttons if button.isVisible() and button.text()]
    assert len(shown) >= 6
    qtbot.waitUntil(lambda: page.width() < width - 300)
    qtbot.waitUntil(lambda: all(button.width() >= button.minimumSizeHint().width() for button in shown))
    assert page.line.width() >= 120
    count = page._foot._count
    assert count.shown in {count.text(), "3 occurrences"}


def test_several_words_are_not_labelled_together(qtbot, page, found):
    qtbot.keyClicks(page.line, "zug koln")
    assert found(page)
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_3)
    assert not page.findChild(QPushButton, "searchDo").isEnabled()


def test_spans_are_found_by_their_label_and_relabelled(window, qtbot, page, found):
    for document, label in (("Zweiter Zug", "LOC"), ("Third train", "LOC"), ("Weifang wird Metaverse", "PER")):
        window.session.open_document(window.session.project.read.find_document(document))
        start = window.session.opened.document.text.index("Köln")
        window.decisions.label(start, start + 4, "entities", label)
    ask(page, layer="entities", label="LOC")
    assert found(page) == [("Zweiter Zug", "Köln"), ("Third train", "Köln")]
    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_2)
    qtbot.keyClick(page.list, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: found(page) == [], timeout=5_000)
    assert [label for _, label, _ in spans(window)] == ["ORG", "PER", "ORG"]


def test_filter_is_added_by_menu_and_removed_by_chip(qtbot, page, found):
    qtbot.keyClicks(page.line, "koln")
    page.filters.offer()
    menu = page.findChild(QMenu, "searchFilterMenu")
    publishers = next(action.menu() for action in menu.actions() if action.text() == "Publisher")
    next(action for action in publishers.actions() if action.text() == "Küstenbote").trigger()
    menu.close()
    assert found(page) == [("Weifang wird Metaverse", "Köln")]
    chip = page.findChild(QToolButton, "searchFilter.publisher")
    assert chip.text() == "Publisher: Küstenbote  ✕"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(found(page)) == 3


def test_every_filter_of_the_menu_can_be_chosen(qtbot, page):
    page.filters.offer()
    menu = page.findChild(QMenu, "searchFilterMenu")

    def leaves(menu):
        for action in menu.actions():
            if action.menu() is not None:
                yield from leaves(action.menu())
            elif not action.isSeparator() and not action.text().endswith("…"):
                yield action

    texts, asked = [], set()
    for action in leaves(menu):
        page.filters.show_query(Query())
        action.trigger()
        assert not page.filters.query.empty, action.text()
        assert page.filters.isVisible()
        texts.append(page.filters._chips[0].text())
        asked.add(page.filters.query)
    menu.close()
    assert len(asked) == len(texts) > 40, "each asks for something of its own"
    assert not any("{" in text for text in texts)


def test_asks_for_claimant(qtbot, window, page):
    page.filters._ask_claimant()
    dialog = window.findChild(QInputDialog, "claimantDialog")
    dialog.setTextValue("Hyundai")
    dialog.accept()
    assert page.query.claimant == "Hyundai"
    assert page.findChild(QToolButton, "searchFilter.claimant").text() == "Claimant: Hyundai  ✕"


def test_search_is_saved_and_deleted(qtbot, window, page, found):
    qtbot.keyClicks(page.line, "koln")
    ask(page, language="de")
    page.saved.save(page.query)
    dialog = window.findChild(QInputDialog, "saveSearchDialog")
    assert dialog.textValue() == "“koln” · German"
    dialog.setTextValue("Köln & Rhein")
    dialog.accept()
    page.line.clear()
    page.filters.show_query(Query())
    page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    assert menu.actions()[0].text() == "Köln && Rhein"
    menu.actions()[0].trigger()
    menu.close()
    assert page.line.text() == "koln"
    assert {title for title, _ in found(page)} == {"Weifang wird Metaverse", "Zweiter Zug"}
    page.saved.forget("Köln & Rhein")
    assert page.saved.searches == {}


def test_other_projects_offer_a_saved_search_that_fits(qtbot, window, page, tmp_path):
    page.saved.keep(Query(words="koln"), "Meine")
    page.saved.keep(Query(layer="entities", label="MADE_UP"), "Fremde")
    other = new_project(tmp_path / "Andere")
    other.close()
    here = window.session.required().path
    window.session.close_project()
    window.session.open_project(other.path)
    page.open()
    page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    below = menu.actions()[0]
    assert below.text() == "From &Other Projects"
    assert [action.text() for action in below.menu().actions()] == [f"Meine ({here.stem})"]
    below.menu().actions()[0].trigger()
    menu.close()
    assert page.line.text() == "koln"
    assert page.saved.searches == {}
    page.saved.keep(page.query, "Auch meine")
    page.saved.offer()
    menu = page.saved.findChildren(QMenu, "searchSavedMenu")[-1]
    assert "From &Other Projects" not in [action.text() for action in menu.actions()]
    menu.close()


def test_search_of_several_other_projects_is_offered_once(window, page, tmp_path):
    rows = ProjectRows("searches.json")
    for name in ("Alt", "Neu"):
        (tmp_path / f"{name}.spanwright").touch()
        rows.put(tmp_path / f"{name}.spanwright", [saved_to({"Meine\n\t\ud800" * 99: Query(words="koln")})])
        rows.wait()
    page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    (offered,) = menu.actions()[0].menu().actions()
    menu.close()
    assert offered.text().endswith("… (Neu)")
    assert len(offered.text()) < 100
    assert "\n" not in offered.text()


def test_searches_of_deleted_projects_are_not_offered(window, page, tmp_path):
    rows = ProjectRows("searches.json")
    rows.put(tmp_path / "Weg.spanwright", [saved_to({"Meine": Query(words="koln")})])
    rows.wait()
    page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    assert "From &Other Projects" not in [action.text() for action in menu.actions()]
    menu.close()


def test_dead_drive_does_not_hold_up_the_menu_of_searches(window, page, tmp_path, dead_drive):
    rows, path = ProjectRows("searches.json"), tmp_path / "Netz.spanwright"
    rows.put(path, [saved_to({"Meine": Query(words="koln")})])
    rows.wait()
    with dead_drive(path):
        page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    assert [action.text() for action in menu.actions()[0].menu().actions()] == ["Meine (Netz)"]
    menu.close()


def test_typed_name_of_a_search_survives_a_kill(qtbot, window, page):
    page.saved.save(Query(words="koln"))
    dialog = window.findChild(QInputDialog, "saveSearchDialog")
    dialog.setTextValue("Meine")
    dialog.setObjectName("killed")
    page.saved.save(Query(words="rhein"))
    window.findChild(QInputDialog, "saveSearchDialog").setObjectName("other")
    page.saved.save(Query(words="koln"))
    again = window.findChild(QInputDialog, "saveSearchDialog")
    assert again.textValue() == "Meine"
    assert again.labelText().startswith("What you had typed is here again.")
    again.accept()
    page.saved.save(Query(words="koln"))
    assert window.findChildren(QInputDialog, "saveSearchDialog")[-1].textValue() == "“koln”"
    assert page.saved.searches == {"Meine": Query(words="koln")}


def test_saved_search_is_only_replaced_on_request(qtbot, window, page):
    page.saved.keep(Query(words="koln"), "Meine")
    page.saved.keep(Query(words="rhein"), "Meine")
    assert page.saved.searches == {"Meine": Query(words="koln")}
    question = window.findChild(QMessageBox, "replaceSearchQuestion")
    next(button for button in question.buttons() if button.text() == "Replace").click()
    assert page.saved.searches == {"Meine": Query(words="rhein")}


def test_saved_search_is_renamed_from_its_menu(qtbot, window, page):
    page.saved.keep(Query(words="koln"), "Meine")
    page.saved.keep(Query(words="rhein"), "Deine")
    page.saved.offer()
    menu = page.saved.findChild(QMenu, "searchSavedMenu")
    below = next(action.menu() for action in menu.actions() if action.text() == "&Rename")
    below.actions()[0].trigger()
    menu.close()
    dialog = window.findChild(QInputDialog, "renameSearchDialog")
    assert dialog.textValue() == "Meine"
    dialog.setTextValue("Unsere")
    dialog.accept()
    assert page.saved.searches == {"Deine": Query(words="rhein"), "Unsere": Query(words="koln")}
    page.saved.rename("Unsere")
    again = window.findChild(QInputDialog, "renameSearchDialog")
    again.setTextValue("Deine")
    again.accept()
    assert len(page.saved.searches) == 2, "first it asks"
    window.findChild(QMessageBox, "replaceSearchQuestion").reject()


def export(window, page, target):
    """Choose a file for the results."""
    page.findChild(QPushButton, "searchExport").click()
    dialog = window.findChild(QFileDialog, "searchTarget")
    dialog.fileSelected.emit(str(target))
    dialog.close()


def test_exports_results_as_table(qtbot, window, page, tmp_path, found):
    qtbot.keyClicks(page.line, "koln")
    assert len(found(page)) == 3
    export(window, page, tmp_path / "gefunden.csv")
    qtbot.waitUntil(lambda: window.messages.words == "Saved as gefunden.csv", timeout=20_000)
    assert window.findChild(QFileDialog) is None, "the question is gone for good"
    with (tmp_path / "gefunden.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["words"] for row in csv.DictReader(file)] == ["Köln"] * 3


def test_reports_failed_table_export(qtbot, window, page, tmp_path):
    qtbot.keyClicks(page.line, "koln")
    export(window, page, tmp_path / "fehlt" / "gefunden.csv")
    qtbot.waitUntil(lambda: "gefunden.csv" in window.messages.words, timeout=20_000)


def test_finds_articles_by_metadata(qtbot, page, found):
    ask(page, language="en")
    assert found(page) == [("Third train", "")]
    assert page._foot._count.text() == "1 article"
    assert not page.findChild(QPushButton, "searchDo").isEnabled()
