"""What becomes durable when a suggestion is taken together with what it proposes."""

from dataclasses import replace

from annotator.model import CLAIMS, ENTITIES, DraftRelation
from tests.ui.opened import open_article, part, suggestion

CLAIM = "die Stadt spare jährlich viel"


def test_a_name_that_was_rejected_stays_the_claimant_without_a_name_when_its_claim_is_accepted(tmp_path, qtbot):
    session, decisions = open_article(tmp_path, ("EU-Kommission", "ORG"))
    document, name = session.opened.document.id, part("EU-Kommission")
    draft = DraftRelation(label="claimant", layer=ENTITIES, tail_label="ORG", parts=(name,))
    given = {"source": "rules", "attributes": {"claimant_kind": "entity"}, "score": None}
    claim = replace(suggestion(document, CLAIM, "CLAIM", CLAIMS, **given), relations=(draft,))
    session.required().put_suggestions(document, "rules", [claim])
    session.open_document(document)
    assert decisions.reject([session.opened.suggestions_at(*name)[0].id])
    assert decisions.accept([session.opened.suggestions_at(*part(CLAIM))[0].id])
    stored, claim = session.required().read.annotated(document, session.required().annotator).spans
    assert (stored.layer, stored.label, stored.parts) == ("attribution", "SPEAKER", (name,))
    assert (claim.layer, dict(claim.attributes)) == (CLAIMS, {"claimant_kind": "unnamed"})
    assert [span.parts for span in session.opened.tails(claim.id, "claimant")] == [(name,)]
    session.close_project()
