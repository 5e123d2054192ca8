"""Earlier claims in the drawer: a real window and real jobs, read back with SQLite."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.corpus.article import Article
from tests.ui.said_before.conftest import go_to
from ui.said_before.earlier_claims import alike_words

Key = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PATIENCE = 8_000


@pytest.fixture
def page(window, qtbot):
    """The page, opened by its key."""
    qtbot.waitUntil(window.view.hasFocus)
    qtbot.keyClick(window.view, Key.Key_H, CONTROL_SHIFT)
    made = window.drawer.said_before
    qtbot.waitUntil(lambda: len(made.model.shown) == 1, timeout=PATIENCE)
    return made


def spoken(page):
    """Return the accessible text of the first row."""
    return page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def alike(page):
    return alike_words(page.model.shown[0])


def stored(window, claim_):
    return next(iter(window.session.project.read.spans_of([claim_.id]))).attributes


def relations(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT label, head, tail FROM relation").fetchall()


def test_earlier_claim_has_claimant_date_and_verdict(window, qtbot, page):
    assert 40 < int(alike(page).removeprefix("similar words, ").removesuffix("%")) < 100
    said = f"das Schiff fahre bald ohne einen Kapitän, refuted, 2 May 2025, Alt, {alike(page)}"
    assert spoken(page) == said
    assert page.list.hasFocus()
    qtbot.waitUntil(lambda: window.key_line.hints.hints == page.hints())
    assert "HD Hyundai fährt" in page.findChild(QLabel, "earlierTitle").text()


def test_return_goes_there_and_escape_returns_then_closes(window, qtbot, page, claims):
    new, old = claims
    qtbot.keyClick(page.list, Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.document_id() == old.document)
    assert window.view.active() == old.id
    assert page.list.hasFocus()
    assert page.model.shown[0].claim.id == old.id, "the list is still about the same claim"
    qtbot.keyClick(page.list, Key.Key_Escape)
    assert (window.view.document_id(), window.view.active()) == (new.document, new.id)
    qtbot.keyClick(page.list, Key.Key_Escape)
    assert not window.drawer.isVisible()
    assert window.view.hasFocus()


def test_keys_copy_one_field_or_all(window, qtbot, page, claims):
    new, _ = claims
    assert list(page.offers.offered) == ["topic", "verdict"], "how somebody else put it is not offered"
    assert stored(window, new) == {}
    qtbot.keyClick(page.list, Key.Key_2)
    assert stored(window, new) == {"verdict": "refuted"}
    (noted,) = window.session.project.read.spans_of([new.id])
    assert noted.note == "Verdict as in “Alt”, 2 May 2025."
    qtbot.waitUntil(lambda: list(page.offers.offered) == ["topic"], timeout=PATIENCE)
    qtbot.keyClick(page.list, Key.Key_T)
    assert stored(window, new) == {"verdict": "refuted", "topic": "Schiffe"}
    window.steps.undo()
    assert stored(window, new) == {"verdict": "refuted"}
    qtbot.waitUntil(lambda: list(page.offers.offered) == ["topic"], timeout=PATIENCE)
    page.findChild(QPushButton, "earlierOffer.topic").click()
    assert stored(window, new)["topic"] == "Schiffe"


def test_g_links_and_unlinks_same_claim(window, qtbot, page, claims):
    new, old = claims
    qtbot.keyClick(page.list, Key.Key_G)
    assert relations(window) == [("repeats", new.id, old.id)]
    qtbot.waitUntil(lambda: alike(page) == "the same", timeout=PATIENCE)
    assert page.findChild(QPushButton, "earlierSame").text() == "Not the same claim"
    qtbot.keyClick(page.list, Key.Key_G)
    assert relations(window) == []
    qtbot.waitUntil(lambda: alike(page) != "the same", timeout=PATIENCE)
    window.steps.undo()
    assert relations(window) == [("repeats", new.id, old.id)]


def test_g_works_from_other_article(window, qtbot, page, claims):
    new, old = claims
    qtbot.keyClick(page.list, Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.document_id() == old.document)
    qtbot.keyClick(page.list, Key.Key_T)
    qtbot.keyClick(page.list, Key.Key_G)
    assert stored(window, new) == {"verdict": "refuted", "topic": "Schiffe"}
    assert relations(window) == [("repeats", new.id, old.id)]


def test_opens_with_name_inside_claim_active(window, qtbot, claims):
    qtbot.waitUntil(window.view.hasFocus)
    new = claims[0]
    name = window.decisions.label(new.start, new.start + 3, "entities", "ORG")
    window.view.select(new.start + 1, new.start + 1, exact=True)
    window.aim.activate(name.id)
    qtbot.keyClick(window.view, Key.Key_H, CONTROL_SHIFT)
    qtbot.waitUntil(window.drawer.said_before.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(window.drawer.said_before.model.shown) == 1, timeout=PATIENCE)


def test_earlier_claims_need_a_claim(window, qtbot):
    window.aim.activate(None)
    window.view.select(0, 0, exact=True)
    qtbot.keyClick(window.view, Key.Key_H, CONTROL_SHIFT)
    assert not window.drawer.isVisible()
    assert "claim" in window.messages.words


def test_read_only_project_changes_nothing(window, qtbot, claims):
    new, _ = claims
    window.session.open_project(window.session.required().path, read_only=True)
    go_to(window, new)
    qtbot.waitUntil(window.view.hasFocus)
    window.drawer.open_said_before()
    page = window.drawer.said_before
    qtbot.waitUntil(lambda: len(page.model.shown) == 1, timeout=PATIENCE)
    for key in (Key.Key_T, Key.Key_1, Key.Key_G):
        qtbot.keyClick(page.list, key)
    assert stored(window, new) == {}
    assert relations(window) == []
    assert not page.findChild(QPushButton, "earlierSame").isEnabled()


def test_empty_list_says_no_earlier_claim(window, qtbot, page):
    qtbot.keyClick(page.list, Key.Key_Escape)
    text = window.session.opened.document.text
    claim = window.decisions.label(text.rindex(" ") + 1, len(text), "claims", "CLAIM")
    window.aim.activate(claim.id)
    qtbot.keyClick(window.view, Key.Key_H, CONTROL_SHIFT)
    nobody = "No earlier claim in this project says the same."
    qtbot.waitUntil(lambda: page.list.accessibleDescription() == nobody, timeout=PATIENCE)
    assert not page.offers.isVisible()
    nothing = page.findChild(QLabel, "earlierNothing")
    assert nothing.isVisible()
    assert nothing.text() == nobody


def test_list_recovers_after_project_closed_during_search(window, qtbot, page, claims):
    path = window.session.project.path
    page.seek()
    window.session.close_project()
    window.projects.open_path(path)
    go_to(window, claims[0])
    window.drawer.open_said_before()
    assert not page.model.shown
    qtbot.waitUntil(lambda: len(page.model.shown) == 1, timeout=PATIENCE)


def test_quotation_marks_of_the_claim_are_single(window, page):
    text = "Nun\n\nEr sagt, sie lebten „auf Kosten der Fleißigen“."
    taken = window.session.required().add_articles([Article(name="Nun", title="Nun", text=text, language="de")])
    window.session.open_document(taken.ids[0])
    text = window.session.opened.document.text
    page.open(window.decisions.label(text.index("sie"), text.index("“") + 1, "claims", "CLAIM"))
    title = page.findChild(QLabel, "earlierTitle").text()
    assert title == "Said before: “sie lebten ‚auf Kosten der Fleißigen‘”"
