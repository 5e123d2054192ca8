"""The claim card shows its first fields when it shows another claim or is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from annotator.model.values import CLAIMS
from tests.ui.opened import open_article, part
from ui.panels.claim.claim_card import ClaimCard

CLAIM = "die Stadt spare jährlich viel"


@pytest.fixture
def opened(tmp_path, show):
    return show(ClaimCard, *open_article(tmp_path))


@pytest.fixture
def claim(opened):
    _, decisions, card = opened
    made = decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    card.set_active(made.id)
    return made.id


def press(qtbot, card, keys):
    for key in keys:
        qtbot.keyClicks(QApplication.activePopupWidget() or QApplication.focusWidget() or card, key)


def scrolled_down(qtbot, card):
    """Set a low field of the card, and return its scroll bar, which then is not at the top."""
    bar = card.findChild(QScrollArea, "claimFields").verticalScrollBar()
    card.resize(340, 420)
    card.open_keyboard()
    press(qtbot, card, "a3")
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
    press(qtbot, card, "a1")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    qtbot.wait(50)
    card.resize(340, 400)
    qtbot.wait(50)
    assert bar.value() == 0
