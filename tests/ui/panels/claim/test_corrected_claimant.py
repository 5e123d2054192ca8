"""If a person corrects who said something, the name that was labelled only for the wrong claimant goes, too."""

import pytest
from PySide6.QtWidgets import QApplication

from annotator.editing import edits
from annotator.model.values import CLAIMS, ENTITIES, DraftRelation
from tests.ui.opened import open_article, part, suggestion
from ui.panels.claim.claim_card import ClaimCard

TEXT = "Holger Klein kam nach Wieden. Jan Weber sagte, die Halle sei zu klein. Das Dach sei undicht."
CLAIM, OTHER = "die Halle sei zu klein", "Das Dach sei undicht"
WRONG, RIGHT = "Holger Klein", "Jan Weber"


@pytest.fixture
def opened(tmp_path, show):
    return show(ClaimCard, *open_article(tmp_path, text=TEXT))


def accepted(opened, *claims):
    """Return the claims accepted from suggestions whose claimant is wrong; the card shows the first."""
    session, decisions, card = opened
    document = session.opened.document.id
    name = DraftRelation(label="claimant", layer=ENTITIES, tail_label="PER", parts=(part(WRONG, TEXT),))
    rows = [
        suggestion(
            document,
            words,
            "CLAIM",
            CLAIMS,
            text=TEXT,
            source="rules",
            attributes={"kind": "opinion", "claimant_kind": "entity"},
            relations=(name,),
            score=None,
        )
        for words in claims
    ]
    session.required().put_suggestions(document, "rules", rows)
    session.open_document(document)
    for words in claims:
        decisions.accept([each.id for each in session.opened.suggestions_at(*part(words, TEXT))])
    made = [span for span in session.opened.spans if span.layer == CLAIMS]
    card.set_active(made[0].id)
    card.open_keyboard()
    return made


def names(session):
    return [span.quote(TEXT) for span in session.opened.spans if span.layer == ENTITIES]


def correct(opened, claim):
    session, decisions, _ = opened
    decisions.relate(claim, "claimant", decisions.labelled(part(RIGHT, TEXT), ENTITIES, "PER"))
    return session


def test_name_of_wrong_claimant_goes_in_the_same_step(opened):
    (claim,) = accepted(opened, CLAIM)
    session = correct(opened, claim)
    assert names(session) == [RIGHT]
    session.undo()
    assert names(session) == [WRONG]


def test_author_instead_of_a_name_removes_its_label(qtbot, opened):
    session, _, card = opened
    accepted(opened, CLAIM)
    assert names(session) == [WRONG]
    assert card.press("w")
    qtbot.keyClicks(QApplication.activePopupWidget(), "2")
    assert names(session) == []


def test_name_of_another_claim_stays(opened):
    claim, _ = accepted(opened, CLAIM, OTHER)
    assert names(correct(opened, claim)) == [WRONG, RIGHT]


def test_name_that_a_source_suggested_stays(tmp_path, show):
    shown = show(ClaimCard, *open_article(tmp_path, (WRONG, "PER"), text=TEXT))
    (claim,) = accepted(shown, CLAIM)
    assert names(correct(shown, claim)) == [WRONG, RIGHT]


@pytest.mark.parametrize("decided", [{"note": "?"}, {"doubt": True}, {"attributes": {"form": "derived"}}])
def test_name_that_a_person_changed_stays(opened, decided):
    (claim,) = accepted(opened, CLAIM)
    session, _, _ = opened
    (name,) = (span for span in session.opened.spans if span.layer == ENTITIES)
    session.do(edits.change(name, annotator=session.required().annotator, **decided))
    assert names(correct(opened, claim)) == [WRONG, RIGHT]
