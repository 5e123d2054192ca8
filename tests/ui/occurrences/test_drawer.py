"""Occurrences by keyboard and mouse: a real window and real jobs, read back with SQLite."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from annotator.corpus.article import Article
from annotator.editing.occurrence_states import OccurrenceState, Purpose
from ui.base.rows.row_list import ROW

Key = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PATIENCE = 30_000


def rows(window, statement="SELECT label, quote FROM span ORDER BY document, start"):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute(statement).fetchall()


def put_caret(window, words, nth=1):
    text, at = window.session.opened.document.text, -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    window.view.select(at, at + len(words), exact=True)
    return at


@pytest.fixture
def drawer(window):
    return window.drawer


@pytest.fixture
def page(drawer):
    return drawer.page


def open_for(qtbot, window, words, nth=1):
    put_caret(window, words, nth)
    with qtbot.waitSignal(window.drawer.page.found, timeout=PATIENCE):  # hits of the search before are listed till then
        qtbot.keyClick(window.view, Key.Key_F, CONTROL_SHIFT)
    assert window.drawer.page.model.shown


def press(qtbot, page, *keys):
    for key in keys:
        qtbot.keyClick(page.list, key)


def quotes(page):
    return [hit.words for hit in page.model.shown]


def apply(qtbot, window, page):
    with qtbot.waitSignal(window.everywhere.ended, timeout=PATIENCE):
        press(qtbot, page, Key.Key_Return)


def in_project(qtbot, page):
    with qtbot.waitSignal(page.seeking.found, timeout=PATIENCE):
        press(qtbot, page, Key.Key_P)


def test_lists_occurrences_with_context_and_state(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    assert quotes(page) == ["HD Hyundai", "HD Hyundai"]
    assert [hit.standing for hit in page.model.shown] == [OccurrenceState.SUGGESTED, OccurrenceState.SUGGESTED]
    assert page.model.shown[0].before == "Die Firma "
    assert page.model.shown[1].after == " / Köln"
    assert page.head.aim == (Purpose.LABEL, "ORG"), "the label that they are suggested to have"
    assert page.list.hasFocus()
    qtbot.waitUntil(lambda: window.key_line.hints.hints == page.hints())
    assert ("1–4", "which label") in [(hint.keys[0], hint.words) for hint in page.hints()]


def test_return_labels_chosen_in_one_undoable_step(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    apply(qtbot, window, page)
    assert rows(window) == [("ORG", "HD Hyundai")] * 2
    assert rows(window, "SELECT count(*) FROM edit WHERE kind = 'add'") == [(1,)]
    assert window.messages.words == "Labelled: 2 occurrences, 1 article."
    assert window.drawer.isHidden()
    assert window.view.hasFocus()
    qtbot.waitUntil(lambda: "2 occurrences" in window.actions_by_id["edit.undo"].text())
    window.actions_by_id["edit.undo"].trigger()
    assert rows(window) == []
    assert len(window.session.opened.suggestions) == 4


def test_dropped_occurrences_stay_unchanged(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Space)
    assert page.model.kept == 1
    assert page.list.currentIndex().row() == 1, "Space goes on"
    press(qtbot, page, Key.Key_Backspace)
    assert page.model.kept == 0
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, ROW + ROW // 2))
    assert [page.model.kept, page.list.currentIndex().row()] == [1, 1]
    apply(qtbot, window, page)
    assert rows(window) == [("ORG", "HD Hyundai")]
    assert rows(window, "SELECT start FROM span") == [(window.session.opened.document.text.rindex("HD Hyundai"),)]


def test_chooses_all_or_none(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_N)
    assert page.model.kept == 0
    press(qtbot, page, Key.Key_Return)
    assert rows(window) == []
    press(qtbot, page, Key.Key_A)
    assert page.model.kept == 2
    qtbot.mouseClick(window.findChild(QPushButton, "keepNone"), Qt.MouseButton.LeftButton)
    assert page.model.kept == 0


def test_labelled_occurrences_are_never_overwritten(window, qtbot, page):
    put_caret(window, "HD Hyundai", 2)
    window.labelling.label("entities LOC")
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_2)
    assert [hit.standing for hit in page.model.shown] == [OccurrenceState.SUGGESTED, OccurrenceState.LABELLED]
    press(qtbot, page, Key.Key_A)
    assert page.model.kept == 1
    apply(qtbot, window, page)
    assert rows(window) == [("ORG", "HD Hyundai"), ("LOC", "HD Hyundai")]


def test_relabel_and_remove_apply_to_labelled(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    apply(qtbot, window, page)
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_R, Key.Key_4, Key.Key_Space)
    apply(qtbot, window, page)
    assert rows(window) == [("ORG", "HD Hyundai"), ("MISC", "HD Hyundai")]
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Delete)
    assert page.model.kept == 2
    apply(qtbot, window, page)
    assert rows(window) == []


def test_decided_occurrences_are_skipped(window, qtbot, page):
    put_caret(window, "HD Hyundai")
    window.labelling.label("entities LOC")
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_2)
    assert page.list.currentIndex().row() == 1, "the first where something can be chosen"
    press(qtbot, page, Key.Key_R)
    assert page.list.currentIndex().row() == 0
    press(qtbot, page, Key.Key_Space)
    assert (page.list.currentIndex().row(), page.model.kept) == (0, 0)


def test_case_and_endings_are_options(window, qtbot, page):
    at = put_caret(window, "Schiff")
    window.view.select(at, at + 6)
    qtbot.keyClick(window.view, Key.Key_F, CONTROL_SHIFT)
    press(qtbot, page, Key.Key_I, Key.Key_E)
    wanted = page.head.wanted
    assert (wanted.words, wanted.any_case, wanted.inflected) == ("Schiff", True, True)


def test_options_below_title_stay_together(window, qtbot, page):
    open_for(qtbot, window, "Köln")
    options = page.head.findChildren(QCheckBox)
    page.head.setFixedWidth(page.head.scope.width() + 240)
    qtbot.waitUntil(lambda: options[0].mapTo(page.head, QPoint()).y() > page.head.scope.geometry().bottom())
    first, second = sorted(each.mapTo(page.head, QPoint()).x() for each in options)
    assert second - first < max(each.sizeHint().width() for each in options) + 40


def test_article_follows_list_which_keeps_focus(window, qtbot, page):
    first = window.view.document_id()
    open_for(qtbot, window, "Köln")
    in_project(qtbot, page)
    assert len(page.model.shown) == 3
    press(qtbot, page, Key.Key_Down)
    qtbot.waitUntil(lambda: window.view.document_id() != first)
    assert window.view.overlay.hit == page.model.shown[1].part
    assert page.list.hasFocus()
    apply(qtbot, window, page)
    assert [row[1] for row in rows(window)] == ["Köln"] * 3
    assert "3 articles" in window.messages.words


def test_step_in_many_articles_is_undone_as_a_whole(window, qtbot, page):
    open_for(qtbot, window, "Köln")
    in_project(qtbot, page)
    apply(qtbot, window, page)
    window.actions_by_id["edit.undo"].trigger()
    assert rows(window) == []
    assert window.messages.words == "Undone in 3 articles: Place “Köln”, 3 occurrences."
    window.actions_by_id["edit.redo"].trigger()
    assert len(rows(window)) == 3
    assert window.messages.words == "Redone in 3 articles: Place “Köln”, 3 occurrences."


def test_undo_of_many_articles_is_refused_after_later_change(window, qtbot, page, project_path):
    first = window.view.document_id()
    open_for(qtbot, window, "Köln")
    in_project(qtbot, page)
    apply(qtbot, window, page)
    window.articles.go_next()
    put_caret(window, "Köln")
    window.labelling.label("entities ORG")
    window.session.close_project()
    assert window.projects.open_path(project_path)  # a session that begins anew goes back article by article
    window.session.open_document(first)
    window.actions_by_id["edit.undo"].trigger()
    assert sorted(label for label, _ in rows(window)) == ["LOC", "LOC", "ORG"]
    assert "has been changed since, in another article" in window.messages.words


def test_escape_closes_drawer_and_keeps_selection(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Down, Key.Key_Escape)
    assert window.drawer.isHidden()
    assert window.view.hasFocus()
    assert window.view.selection() == page.model.shown[1].part
    assert window.view.overlay.hits == ()
    qtbot.waitUntil(lambda: "do it" not in [hint.words for hint in window.key_line.hints.hints])


def test_list_starts_at_searched_words(window, qtbot, page):
    at = put_caret(window, "HD Hyundai", 2)
    open_for(qtbot, window, "HD Hyundai", 2)
    assert page.current().start == at


def test_returns_to_start_once_all_are_labelled(window, qtbot, page):
    here, at = window.session.opened.document.id, put_caret(window, "HD Hyundai", 2)
    open_for(qtbot, window, "HD Hyundai", 2)
    in_project(qtbot, page)
    press(qtbot, page, Key.Key_Down)
    qtbot.waitUntil(lambda: window.session.opened.document.id != here)
    apply(qtbot, window, page)
    assert window.session.opened.document.id == here
    assert window.view.caret() == at
    assert window.view.hasFocus()


def test_list_follows_edits_in_article(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Space)
    put_caret(window, "HD Hyundai", 2)
    window.labelling.label("entities LOC")
    qtbot.waitUntil(lambda: page.model.shown[1].standing is OccurrenceState.LABELLED)
    assert page.model.kept == 0, "what was dropped stays dropped"


def test_project_list_follows_edit_without_new_search(window, qtbot, page):
    open_for(qtbot, window, "Köln")
    in_project(qtbot, page)
    put_caret(window, "Köln")
    window.labelling.label("entities ORG")
    qtbot.waitUntil(lambda: page.model.shown[0].standing is OccurrenceState.LABELLED)
    assert not page.seeking.busy
    assert len(page.model.shown) == 3


def test_find_bar_and_drawer_replace_each_other(window, qtbot, page):
    open_for(qtbot, window, "Köln")
    window.actions_by_id["edit.find"].trigger()
    assert window.drawer.isHidden()
    window.actions_by_id["occurrences.open"].trigger()
    assert window.find_bar.isHidden()


def test_occurrences_need_words(window, qtbot):
    text = window.session.opened.document.text
    window.view.select(text.index("🎈"), text.index("🎈"))
    window.view.select(text.index("\n\n") + 1, text.index("\n\n") + 1)
    window.drawer.open()
    assert window.messages.words == "Select the words first."
    assert window.drawer.isHidden()


def test_closing_the_project_closes_the_drawer(window, qtbot, page):
    open_for(qtbot, window, "Köln")
    press(qtbot, page, Key.Key_P)
    window.session.close_project()
    assert window.drawer.isHidden()
    assert not page.seeking.busy


def test_read_only_project_allows_only_searching(make_window, project_path, qtbot):
    window = make_window()
    window.projects.open_for_reading(project_path)
    put_caret(window, "HD Hyundai")
    window.actions_by_id["occurrences.open"].trigger()
    qtbot.waitUntil(lambda: window.drawer.page.model.kept == 2)
    press(qtbot, window.drawer.page, Key.Key_Return)
    assert not window.everywhere.busy
    assert rows(window) == []


def test_narrow_drawer_shows_all_purposes(window, qtbot, page):
    open_for(qtbot, window, "HD Hyundai")
    purposes = page.head.purpose.findChildren(QPushButton)
    high, options = window.drawer.height(), page.head.findChild(QCheckBox, "endings")
    beside = options.mapTo(page.head, QPoint()).y()
    window.columns.splitter.setSizes([296, 420, 720])
    qtbot.waitUntil(lambda: options.mapTo(page.head, QPoint()).y() > beside)
    assert all(button.width() >= button.sizeHint().width() for button in purposes)
    assert window.drawer.height() == high


def test_compares_names_in_whole_project(window, qtbot):
    put_caret(window, "Köln")
    window.labelling.label("entities ORG")
    window.articles.go_next()
    put_caret(window, "Köln")
    window.labelling.label("entities LOC")
    window.drawer.open_consistency()
    questions = window.drawer.questions
    qtbot.waitUntil(lambda: len(questions.model.shown) == 2, timeout=PATIENCE)
    found = questions.model.shown[1]
    assert (found.quote, found.name.labels) == ("Köln", (("LOC", 1), ("ORG", 1)))
    assert questions.scope.value is True
    assert questions.current() == found
    qtbot.keyClick(questions.list, Key.Key_3)
    page = window.drawer.page
    qtbot.waitUntil(lambda: len(page.model.shown) == 3, timeout=PATIENCE)
    assert page.head.aim == (Purpose.RELABEL, "LOC")
    apply(qtbot, window, page)
    assert sorted(label for label, _ in rows(window)) == ["LOC", "LOC"]


def test_searched_words_stay_visible_beside_drawer(window, qtbot):
    long = "\n\n".join(f"Absatz {n} über Weifang und den Hafen der Stadt." for n in range(40))
    (id_,) = window.session.add_articles([Article(title="Lang", text=long, language="de")], exclude_furniture=False).ids
    window.session.open_document(id_)
    view = window.view
    bottom = view.offset_at(QPoint(200, view.viewport().height() - 30))
    start = long.rindex("Weifang", 0, bottom)
    view.select(start, start + 7, exact=True)
    top = view.scrolling.top
    window.drawer.open_search()
    qtbot.waitUntil(lambda: view.viewport().height() < 700)
    qtbot.waitUntil(lambda: view.scrolling.top > top)
    box = view.page.layout.caret_box(start).translated(0, -view.scrolling.top)
    assert box.top() >= 0
    assert box.bottom() <= view.viewport().height()


def test_drawer_keeps_scroll_position(window, qtbot):
    long = "\n\n".join(f"Absatz {n} über Weifang und den Hafen der Stadt." for n in range(40))
    (id_,) = window.session.add_articles([Article(title="Lang", text=long, language="de")], exclude_furniture=False).ids
    window.session.open_document(id_)
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top, height = window.view.scrolling.top, window.view.viewport().height()
    window.drawer.open_search()
    qtbot.waitUntil(lambda: window.view.viewport().height() < height)
    assert window.view.scrolling.top == top


def test_full_stop_is_not_searched(window, qtbot):
    at = window.session.opened.document.text.index(".")
    window.view.select(at, at)
    window.aim.activate(None)
    qtbot.keyClick(window.view, Key.Key_F, CONTROL_SHIFT)
    assert window.messages.words == "Select the words first."
    assert window.drawer.isHidden()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_found_words_are_highlighted_while_drawer_is_open(window, qtbot, page, key):
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Down)  # the article follows a moment later
    press(qtbot, page, key)
    qtbot.waitUntil(window.drawer.isHidden)
    qtbot.waitUntil(lambda: not window.everywhere.busy)
    qtbot.wait(400)  # what was under way has arrived
    assert window.view.overlay.hits == ()
    assert window.view.overlay.hit is None


def test_search_forgets_last_active_label(window, qtbot, page):
    at = put_caret(window, "Weifang")
    span = window.decisions.label(at, at + len("Weifang"), "entities", "LOC")
    window.aim.activate(span.id)
    window.aim.activate(None)
    open_for(qtbot, window, "HD Hyundai")
    press(qtbot, page, Key.Key_Escape)
    assert window.parts.growing() is None


def test_escape_in_the_article_keeps_its_caret(window, qtbot, drawer, page):
    open_for(qtbot, window, "HD Hyundai")
    window.view.setFocus()
    put_caret(window, "Kapitän")
    qtbot.keyClick(window.view, Key.Key_Escape)
    assert window.view.active() is None
    assert drawer.isVisible(), "the first Escape leaves the suggestion around the word"
    before = window.view.selection()
    qtbot.keyClick(window.view, Key.Key_Escape)
    assert drawer.isHidden()
    assert window.view.selection() == before
