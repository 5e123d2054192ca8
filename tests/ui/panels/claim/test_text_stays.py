"""Edits of a claim's fields never scroll the article."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.model.values import CLAIMS
from tests.ui.keyboard import Key, hint_line, press, rows
from tests.ui.opened import new_project

NAMES = ("Marlene Voss", "Tjark Brandt")
MIDDLE = "\n\n".join(f"Am Kai {number} liegt seit Tagen ein Schiff, das niemand abholt." for number in range(60))
TEXT = f"{NAMES[0]} rettet den Hafen\n\n{MIDDLE}\n\nDer Hafen werde bald größer, sagte die Chefin.\n\nDas Wetter hält."
CLAIM = "Der Hafen werde bald größer"
TAILS = "SELECT r.label, s.quote FROM relation r JOIN span s ON s.id = r.tail"


def part(words):
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def window(make_window, tmp_path, qtbot):
    """A window with a claim at the end of a long article, whose card has the keyboard; a name is in its first line."""
    project = new_project(tmp_path / "Hafen")
    project.add_articles([Article(title="Hafen", text=TEXT, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: not window.session.opened.tokens.provisional)
    window.decisions.reject([row.id for row in window.session.opened.suggestions])
    window.decisions.label(*part(NAMES[0]), "entities", "PER")
    claim = window.decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    window.aim.go(claim.start, claim.end)
    window.aim.activate(claim.id)
    qtbot.waitUntil(window.isActiveWindow)
    window.panels.open_card(claim.id)
    assert window.view.scrolling.top > 500
    return window


def type_keys(qtbot, window, keys):
    for key in keys:
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), key)
        QApplication.processEvents()
        yield window.view.scrolling.top


def test_typing_a_claimant_in_the_title_scrolls_nothing(window, qtbot):
    top = window.view.scrolling.top
    assert set(type_keys(qtbot, window, "wwvoss")) == {top}
    assert "“voss”: match 1 of 1 is out of sight: “Marlene Voss”" in hint_line(window)
    press(qtbot, window, Key.Key_Return)
    QApplication.processEvents()
    assert rows(window, TAILS) == [("claimant", NAMES[0])]
    assert window.view.scrolling.top == top
    assert window.panels.claim_card.hasFocus()


def test_stepping_to_match_shows_it_and_returns(window, qtbot):
    top = window.view.scrolling.top
    list(type_keys(qtbot, window, "ww"))
    press(qtbot, window, Key.Key_Tab)
    assert window.view.scrolling.top == 0
    press(qtbot, window, Key.Key_Return)
    QApplication.processEvents()
    assert rows(window, TAILS) == [("claimant", NAMES[0])]
    assert window.view.scrolling.top == top


def test_clicked_claimant_leaves_text_where_it_is(window, qtbot):
    list(type_keys(qtbot, window, "ww"))
    window.view.verticalScrollBar().setValue(0)
    box = window.view.page.layout.caret_box(part(NAMES[0])[0] + 3)
    place = QPoint(round(box.left()) + window.view.page.layout.measures.left, round(box.center().y()))
    qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: rows(window, TAILS) == [("claimant", NAMES[0])])
    QApplication.processEvents()
    assert window.view.scrolling.top == 0
    assert window.view.page.rows.get(window.view.active()).layer == CLAIMS


def test_values_and_notes_scroll_nothing(window, qtbot):
    window.view.verticalScrollBar().setValue(window.view.scrolling.top - 400)
    top = window.view.scrolling.top
    for keys in ("k1", "t1", "n"):
        assert set(type_keys(qtbot, window, keys)) == {top}
    press(qtbot, window, Key.Key_Escape)
    assert window.view.scrolling.top == top
