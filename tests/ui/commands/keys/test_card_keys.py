"""The key line shows the claim card's keys while the card has the focus."""

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


def test_focused_card_hints_fields_and_escape(window, qtbot, claim):
    first = window.key_line.hints.hints[0]
    assert (first.words.startswith("Claim card:"), first.loud) == (True, True), "the keys are not the article’s"
    found = {
        "Claim card: press a field’s key, then a value’s key",
        "another claim on these words",
        "back to the article",
    }
    assert set(hint_line(window)) == found
    qtbot.keyClick(claim, Key.Key_Escape)
    assert hint_line(window)["claim card"] == ("C",)


def test_text_field_hints_save_and_cancel(window, qtbot, claim):
    qtbot.keyClicks(claim, "n")
    assert set(hint_line(window)) == {"save", "cancel"}
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert "back to the article" in hint_line(window)


def test_hints_while_card_waits_for_claimant(window, qtbot, claim):
    qtbot.keyClicks(claim, "w")
    qtbot.keyClicks(QApplication.activePopupWidget(), "w")
    found = hint_line(window)
    assert found["“Claimant”: click its words, or type them"] == ()
    assert found["take what is at the caret"] == ("⏎",)
    assert found["back to the card"] == ("Esc",)
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert "back to the article" in hint_line(window)


def test_proposals_are_hinted_again_after_pointing(window, qtbot):
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


def test_return_takes_all_left_after_corrected_field(window, qtbot):
    session = window.session
    row = suggestion(
        session.opened.document.id,
        "das Schiff fahre",
        "CLAIM",
        CLAIMS,
        text=session.opened.document.text,
        source="rules",
        attributes={"kind": "fact_claim", "speech": "indirect"},
    )
    session.required().put_suggestions(row.document, "rules", [row])
    session.open_document(row.document)
    window.aim.activate(row.id)
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    assert hint_line(window)["accept all proposals"] == ("⏎",)
    qtbot.keyClicks(card, "a")
    qtbot.keyClicks(QApplication.activePopupWidget(), "2")
    qtbot.waitUntil(card.hasFocus)
    assert hint_line(window)["accept all proposals"] == ("⏎",)
    qtbot.keyClick(card, Key.Key_Return)
    assert hint_line(window).get("accept all proposals") is None
    (claim,) = session.opened.spans
    assert (claim.attributes["kind"], claim.attributes["speech"]) == ("opinion", "indirect")
    assert card.proposed.ids == ()


def test_field_keys_show_only_while_card_has_focus(window, qtbot, claim):
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
