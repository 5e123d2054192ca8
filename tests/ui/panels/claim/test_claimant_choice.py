"""If two names may be the claimant, both are offered, each with a key; no link is drawn before the choice."""

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.values import CLAIMS, ENTITIES, DraftRelation
from tests.ui.opened import open_article, part, suggestion
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.span.fields import ValueField

TEXT = "Holger Klein und Jan Weber kamen nach Wieden. Er sagte, die Halle sei zu klein."
CLAIM = "die Halle sei zu klein"


@pytest.fixture
def opened(tmp_path, show):
    return show(ClaimCard, *open_article(tmp_path, text=TEXT))


@pytest.fixture
def claim(opened):
    session, decisions, card = opened
    document = session.opened.document.id
    drafts = [
        DraftRelation(label="claimant", layer=ENTITIES, tail_label="PER", parts=(part(name, TEXT),))
        for name in ("Holger Klein", "Jan Weber")
    ]
    row = suggestion(
        document,
        CLAIM,
        "CLAIM",
        CLAIMS,
        text=TEXT,
        source="rules",
        attributes={"kind": "opinion", "claimant_kind": "entity"},
        relations=tuple(drafts),
        score=None,
    )
    session.required().put_suggestions(document, "rules", [row])
    session.open_document(document)
    decisions.accept([session.opened.suggestions_at(*part(CLAIM, TEXT))[0].id])
    (made,) = [span for span in session.opened.spans_at(*part(CLAIM, TEXT)) if span.layer == CLAIMS]
    card.set_active(made.id)
    card.open_keyboard()
    return made


def _claimants(session, claim):
    return [span.quote(TEXT) for span in session.opened.tails(claim.id, "claimant")]


def test_accepting_draws_neither_name_and_asks_which(opened, claim):
    session, _, card = opened
    assert _claimants(session, claim) == []
    assert "claimant_kind" not in claim.attributes
    asking = [field.spec.id for field in card.findChildren(ValueField) if "Weber" in field.text()]
    assert asking == ["claimant_kind"]
    assert card.findChild(object, "field.claimant_kind").text() == "Holger Klein or Jan Weber?"


@pytest.mark.parametrize(("key", "name"), [("1", "Holger Klein"), ("2", "Jan Weber")])
def test_key_of_a_name_sets_the_claimant_in_one_step(qtbot, opened, claim, key, name):
    session, _, card = opened
    assert card.press("w")
    qtbot.keyClicks(QApplication.activePopupWidget(), key)
    assert _claimants(session, claim) == [name]
    assert session.required().read.spans_of([claim.id])[0].attributes["claimant_kind"] == "entity"
    session.undo()
    assert _claimants(session, claim) == []


def test_chosen_claimant_is_no_longer_open(qtbot, opened, claim):
    _, _, card = opened
    card.press("w")
    qtbot.keyClicks(QApplication.activePopupWidget(), "2")
    qtbot.waitUntil(lambda: card.findChild(object, "field.claimant_kind").text() == "Jan Weber")
