"""The claim card shows its first fields when it shows another claim or is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from annotator.model.values import CLAIMS
from tests.ui.keyboard import press_in
from tests.ui.opened import part


def scrolled_down(qtbot, card):
    """Set a low field of the card, and return its scroll bar, which then is not at the top."""
    bar = card.findChild(QScrollArea, "claimFields").verticalScrollBar()
    card.resize(340, 420)
    card.open_keyboard()
    press_in(qtbot, card, "a3")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    return bar


def test_newly_shown_claim_starts_at_its_top(qtbot, opened, claim):
    _, decisions, card = opened
    other = decisions.label(*part("Die EU-Kommission sagt"), CLAIMS, "CLAIM")
    bar = scrolled_down(qtbot, card)
    card.set_active(other.id)
    qtbot.wait(50)
    card.resize(340, 400)
    qtbot.wait(50)
    assert bar.value() == 0


def test_card_left_by_escape_shows_its_first_fields(qtbot, opened, claim):
    _, _, card = opened
    bar = scrolled_down(qtbot, card)
    press_in(qtbot, card, "a1")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    qtbot.wait(50)
    card.resize(340, 400)
    qtbot.wait(50)
    assert bar.value() == 0
