import pytest

from annotator.model.values import CLAIMS
from tests.ui.opened import open_article, part
from ui.panels.claim.claim_card import ClaimCard

CLAIM = "die Stadt spare jährlich viel"


@pytest.fixture
def opened(tmp_path, show):
    """Return a session with an open article, its decisions, and a claim card over them."""
    return show(ClaimCard, *open_article(tmp_path))


@pytest.fixture
def claim(opened):
    """Return the id of a claim that the card shows."""
    _, decisions, card = opened
    made = decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    card.set_active(made.id)
    return made.id
