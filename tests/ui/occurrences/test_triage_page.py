"""The project's suggestions in the drawer: a real window and real jobs, read back with SQLite."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from tests.ui import worked
from ui.base.widgets.tabs import Tabs
from ui.occurrences import triage_page
from ui.occurrences.triage_page import TriageHead
from ui.panels.articles.left_list import SearchLine
from ui.panels.suggestions.suggestion_filter import SuggestionFilters

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | SHIFT
PATIENCE = 8_000
ALL = 7  # suggestions in three articles


def states(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return dict(connection.execute("SELECT state, count(*) FROM suggestion GROUP BY state").fetchall())


def words(page):
    return [row.words for row in page.model.shown]


@pytest.fixture
def page(window, qtbot):
    """The drawer page, opened by its key once all articles have their suggestions."""
    qtbot.waitUntil(lambda: sum(states(window).values()) == ALL, timeout=PATIENCE)
    qtbot.keyClick(window.view, Key.Key_T, CONTROL_SHIFT)
    made = window.drawer.triage
    qtbot.waitUntil(lambda: len(made.model.shown) == ALL, timeout=PATIENCE)
    return made


def choose(page, name, text):
    box = page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(text))


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.list, key, modifier)


def test_all_suggestions_are_listed_and_the_article_follows(window, qtbot, page):
    assert page.list.hasFocus()
    assert {page.model.titles[row.document] for row in page.model.shown} == {
        "Weifang wird Metaverse",
        "Zweiter Zug",
        "Third train",
    }
    qtbot.waitUntil(lambda: window.key_line.hints.hints == page.hints())
    for _ in range(ALL - 1):
        press(qtbot, page, Key.Key_Down)
    last = page.model.shown[-1]
    qtbot.waitUntil(lambda: window.view.active() == last.id)
    assert window.session.opened.document.id == last.document
    assert page.list.hasFocus(), "the keyboard stays in the list"


def test_return_and_backspace_decide_and_select_next(window, qtbot, page):
    first, second, third = page.model.shown[:3]
    press(qtbot, page, Key.Key_Return)
    qtbot.waitUntil(lambda: page.current() == second)
    press(qtbot, page, Key.Key_Backspace)
    qtbot.waitUntil(lambda: page.current() == third)
    assert states(window) == {"accepted": 1, "rejected": 1, "pending": ALL - 2}
    assert first not in page.model.shown


def test_accepts_filtered_suggestions_in_one_undoable_step(window, qtbot, page):
    choose(page, "triageLabel", "Organisation")
    assert set(words(page)) == {"HD Hyundai"}
    count = len(words(page))
    press(qtbot, page, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: words(page) == [], timeout=PATIENCE)
    assert states(window) == {"accepted": count, "pending": ALL - count}
    assert len({row[0] for row in accepted_documents(window)}) == 2, "in both articles"
    window.steps.undo()
    qtbot.waitUntil(lambda: len(words(page)) == count, timeout=PATIENCE)
    assert states(window) == {"pending": ALL}


def accepted_documents(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT document FROM span").fetchall()


def test_button_rejects_filtered_suggestions(window, qtbot, page):
    press(qtbot, page, Key.Key_F)
    line = page.findChild(SearchLine)
    assert line.hasFocus()
    line.insert("kÖLN")  # QTest has no keys for umlauts
    choose(page, "triageTier", "sure")
    count = len(words(page))
    assert count == 3
    refuse = page.findChild(QPushButton, "triageReject")
    assert refuse.text() == "Reject 3"
    qtbot.mouseClick(refuse, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(window) == {"pending": ALL - count, "rejected": count}, timeout=PATIENCE)
    qtbot.waitUntil(lambda: words(page) == [])
    assert page.findChild(object, "triageNothing").text() == "No suggestion matches."


@pytest.mark.parametrize("width", [620, 790, 860, 1_200])
def test_words_field_holds_a_name_at_any_width(qtbot, width):
    order = Tabs("order", ((False, "Position"), (True, "Doubt")))
    head = TriageHead(SuggestionFilters("triage", wide=True), order, QPushButton("✕"))
    qtbot.addWidget(head)
    head.resize(width, 80)
    head.show()
    field = head.findChild(SearchLine)
    assert field is not None
    room = field.fontMetrics().horizontalAdvance("Rosa Hellmann") + 40  # with the button that clears it
    qtbot.waitUntil(lambda: field.width() >= room)


def test_decided_suggestions_leave_the_list(window, qtbot, page):
    opened = window.session.opened
    window.decisions.accept([suggestion.id for suggestion in opened.suggestions])
    qtbot.waitUntil(lambda: len(words(page)) == ALL - 4)


def test_orders_by_doubt(qtbot, page):
    qtbot.mouseClick(page.findChild(QPushButton, "triageOrder.True"), Qt.MouseButton.LeftButton)
    scores = [row.score for row in page.model.shown]
    assert scores == sorted(scores)
    assert len(set(scores)) > 1


def test_list_starts_in_open_article(window, qtbot, page):
    press(qtbot, page, Key.Key_Escape)
    other = page.model.shown[-1].document
    window.session.open_document(other)
    qtbot.keyClick(window.view, Key.Key_T, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: page.current() is not None and page.current().document == other, timeout=PATIENCE)


def test_escape_returns_to_article(window, qtbot, page):
    press(qtbot, page, Key.Key_Escape)
    assert window.drawer.isHidden()
    assert window.view.hasFocus()


@pytest.fixture
def crowded(window, qtbot, monkeypatch):
    """The drawer page with room for only two of the seven suggestions."""
    monkeypatch.setattr(triage_page, "waiting", worked.waiting_for_few)
    qtbot.waitUntil(lambda: sum(states(window).values()) == ALL, timeout=PATIENCE)
    qtbot.keyClick(window.view, Key.Key_T, CONTROL_SHIFT)
    made = window.drawer.triage
    qtbot.waitUntil(lambda: len(made.model.shown) == 2, timeout=PATIENCE)
    return made


def count(page):
    return page.findChild(object, "triageCount").text()


def accepts(page):
    return page.findChild(QPushButton, "triageDo").text()


def test_button_accepts_more_than_are_listed(window, qtbot, crowded):
    assert count(crowded) == "7 of 7 pending, 3 articles; the first 2 are listed"
    assert accepts(crowded) == "Accept 7"
    press(qtbot, crowded, Key.Key_Backspace, SHIFT)
    qtbot.waitUntil(lambda: states(window) == {"rejected": ALL}, timeout=PATIENCE)
    qtbot.waitUntil(lambda: crowded.findChild(object, "triageNothing").text() == "Nothing left to decide.")
    assert window.messages.words == "7 suggestions rejected, 3 articles."
    window.steps.undo()
    qtbot.waitUntil(lambda: states(window) == {"pending": ALL}, timeout=PATIENCE)
    qtbot.waitUntil(lambda: accepts(crowded) == "Accept 7", timeout=PATIENCE)


def test_filter_covers_unlisted_suggestions(window, qtbot, crowded):
    assert "Köln" not in words(crowded)
    choose(crowded, "triageLabel", "Place")
    choose(crowded, "triageTier", "sure")
    crowded.findChild(SearchLine).insert("kÖLN")
    qtbot.waitUntil(lambda: words(crowded) == ["Köln", "Köln"], timeout=PATIENCE)
    assert accepts(crowded) == "Accept 3"
    press(qtbot, crowded, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: states(window) == {"accepted": 3, "pending": ALL - 3}, timeout=PATIENCE)
    assert len(accepted_documents(window)) == 3


def test_nothing_is_decided_before_filter_is_answered(window, qtbot, crowded):
    choose(crowded, "triageTier", "sure")
    crowded.settle_all(accepted=True)
    assert states(window) == {"pending": ALL}
    qtbot.waitUntil(lambda: accepts(crowded) == "Accept 4", timeout=PATIENCE)


def test_early_filter_is_searched_after_first_answer(window, qtbot, monkeypatch):
    monkeypatch.setattr(triage_page, "waiting", worked.waiting_for_few)
    qtbot.waitUntil(lambda: sum(states(window).values()) == ALL, timeout=PATIENCE)
    qtbot.keyClick(window.view, Key.Key_T, CONTROL_SHIFT)
    window.drawer.triage.findChild(SearchLine).insert("kÖLN")
    qtbot.waitUntil(lambda: accepts(window.drawer.triage) == "Accept 3", timeout=PATIENCE)
    assert words(window.drawer.triage) == ["Köln", "Köln"]


def test_the_most_doubtful_of_the_project_are_listed_first(qtbot, crowded):
    qtbot.mouseClick(crowded.findChild(QPushButton, "triageOrder.True"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words(crowded) == ["HD Hyundai", "HD Hyundai"], timeout=PATIENCE)


def test_unlisted_suggestions_move_up(qtbot, crowded):
    press(qtbot, crowded, Key.Key_Return)
    qtbot.waitUntil(lambda: len(crowded.model.shown) == 2 and accepts(crowded) == "Accept 6", timeout=PATIENCE)


def test_narrow_drawer_shows_filter_captions(window, qtbot):
    window.drawer.open_triage()
    page = window.drawer.triage
    window.columns.splitter.setSizes([0, 1100, 336])
    qtbot.waitUntil(lambda: page.filters.x() > 50)  # beside the title
    high = page.filters.pos().y()
    window.columns.splitter.setSizes([296, 580, 560])
    qtbot.waitUntil(lambda: page.width() < 600 and page.filters.y() > high)
    for choice in page.filters.findChildren(QComboBox):
        assert choice.width() >= choice.fontMetrics().horizontalAdvance(choice.currentText()) + 30
    window.columns.splitter.setSizes([0, 1100, 336])
    qtbot.waitUntil(lambda: page.filters.y() == high)


def test_tooltip_shows_context_and_article(window, qtbot):
    window.drawer.open_triage()
    model = window.drawer.triage.model
    qtbot.waitUntil(lambda: len(model.shown) == ALL, timeout=PATIENCE)
    told = str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert model.shown[0].words in told
    assert model.titles[model.shown[0].document] in told
