"""The quiet line says what the claim card's keys do, not those of the article behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.values import CLAIMS
from tests.ui.keyboard import Key, hint_line, press, select
from tests.ui.opened import suggestion
from ui.base.widgets.chips import KeyCap


@pytest.fixture
def claim(window, qtbot):
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    assert window.panels.claim_card.hasFocus()
    return window.panels.claim_card


def test_with_the_keyboard_in_the_card_it_tells_of_fields_and_of_the_way_back(window, qtbot, claim):
    found = {"Press a field’s key, then a value’s key", "another claim on these words", "back to the article"}
    assert set(hint_line(window)) == found
    qtbot.keyClick(claim, Key.Key_Escape)
    assert hint_line(window)["claim card"] == ("C",)


def test_while_a_text_is_written_it_says_how_to_keep_it(window, qtbot, claim):
    qtbot.keyClicks(claim, "n")
    assert set(hint_line(window)) == {"save", "cancel"}
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert "back to the article" in hint_line(window)


def test_while_the_claimant_is_pointed_at_it_says_how_and_then_it_is_as_before(window, qtbot, claim):
    qtbot.keyClicks(claim, "w")
    qtbot.keyClicks(QApplication.activePopupWidget(), "w")
    found = hint_line(window)
    assert found["“Claimant”: click its words, or type them"] == ()
    assert found["take what is at the caret"] == ("⏎",)
    assert found["back to the card"] == ("Esc",)
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert "back to the article" in hint_line(window)


def test_once_the_claimant_is_pointed_at_what_is_still_proposed_is_offered_again(window, qtbot):
    session = window.session
    text = session.opened.document.text
    proposed = {"kind": "fact_claim"}
    row = suggestion(
        session.opened.document.id, "das Schiff fahre", "CLAIM", CLAIMS, text=text, source="rules", attributes=proposed
    )
    session.required().put_suggestions(row.document, "rules", [row])
    session.open_document(row.document)
    assert window.decisions.accept([row.id])
    (claim,) = session.opened.spans
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    assert hint_line(window)["accept all"] == ("⇧⏎",)
    name = next(s for s in session.opened.suggestions if s.quote(text) == "HD Hyundai")
    assert window.decisions.accept([name.id])
    qtbot.keyClicks(card, "w")
    qtbot.keyClicks(QApplication.activePopupWidget(), "1")
    qtbot.keyClicks(window.view, "h")
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.waitUntil(card.hasFocus)
    qtbot.waitUntil(lambda: hint_line(window).get("accept all") == ("⇧⏎",))


def test_keys_of_fields_are_seen_only_while_they_are_the_fields(window, qtbot, claim):
    def seen():
        return [cap.isVisible() for cap in claim.findChildren(KeyCap)]

    assert seen()
    assert all(seen())
    height = claim.findChild(QWidget, "field.kind").y()
    qtbot.keyClicks(claim, "a")
    assert all(seen())
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    qtbot.keyClick(claim, Key.Key_Escape)
    assert window.view.hasFocus()
    assert not any(seen())
    assert claim.findChild(QWidget, "field.kind").y() == height
    press(qtbot, window, Key.Key_C)
    assert all(seen())
