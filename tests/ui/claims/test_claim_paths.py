"""Stepping along claims and their links by keys."""

from PySide6.QtCore import Qt

from tests.ui.claims.claimed import add, claimed, suggested
from tests.ui.conftest import TEXT
from tests.ui.keyboard import SHIFT, press

Key = Qt.Key


def test_keys_step_between_claims(qtbot, window):
    claim, twin, *_ = claimed(window)
    first = add(window, "Kürzlich")
    window.view.select(0, 0)
    window.aim.activate(None)
    walked = []
    for _ in range(3):
        press(qtbot, window, Key.Key_B)
        walked.append(window.view.active())
    assert walked == [first.id, *sorted([claim.id, twin.id])]
    press(qtbot, window, Key.Key_B)
    assert window.view.active() == walked[-1]
    assert "No claims after this point." in window.messages.words
    for _ in range(2):
        press(qtbot, window, Key.Key_B, SHIFT)
    assert window.view.active() == first.id
    press(qtbot, window, Key.Key_B, SHIFT)
    assert "No claims before this point." in window.messages.words


def test_keys_before_suggested_claims_say_so(qtbot, window):
    suggested(window)
    window.view.select(0, 0)
    press(qtbot, window, Key.Key_B)
    assert "Only suggested claims after this point" in window.messages.words
    window.view.select(len(TEXT), len(TEXT))
    press(qtbot, window, Key.Key_B, SHIFT)
    assert "Only suggested claims before this point" in window.messages.words
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_B, SHIFT)
    assert "No claims before this point." in window.messages.words


def test_key_cycles_through_links(qtbot, window):
    claim, _, claimant, said = claimed(window)
    window.aim.activate(claim.id)
    walked = []
    for _ in range(3):
        press(qtbot, window, Key.Key_V)
        walked.append(window.view.active())
    assert walked == [claimant.id, said.id, claim.id]
    assert window.view.caret() == claim.start


def test_key_returns_from_linked_span_to_claim(qtbot, window):
    claim, twin, claimant, said = claimed(window)
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_V)
    press(qtbot, window, Key.Key_V, SHIFT)
    assert window.view.active() == claim.id
    window.aim.activate(None)
    window.aim.activate(said.id)
    press(qtbot, window, Key.Key_V, SHIFT)
    assert window.view.active() == claim.id
    window.decisions.relate(twin, "claimant", claimant)
    window.aim.activate(twin.id)
    press(qtbot, window, Key.Key_V)
    press(qtbot, window, Key.Key_V, SHIFT)
    assert window.view.active() == twin.id


def test_keys_without_target_show_message(qtbot, window):
    window.aim.activate(None)
    press(qtbot, window, Key.Key_V)
    assert "Place the caret in a claim first." in window.messages.words
    press(qtbot, window, Key.Key_V, SHIFT)
    assert "belong to a claim first" in window.messages.words
    claim = add(window, "Kürzlich")
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_V)
    assert "Nothing in this article is linked" in window.messages.words
    press(qtbot, window, Key.Key_V, SHIFT)
    assert "No claim is linked to this." in window.messages.words


def test_keys_move_to_fields_and_back(qtbot, window):
    claim, *_ = claimed(window)
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_C)
    qtbot.waitUntil(lambda: window.panels.claim_card.holds_keyboard)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    qtbot.waitUntil(window.view.hasFocus)
    assert window.view.active() == claim.id
