"""Accepting a suggestion together with its proposals."""

from dataclasses import replace

import pytest

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, DraftRelation, OriginKind, SuggestionState
from tests.ui.opened import TEXT, open_article, part, suggestion
from ui.deciding.edit_names import edit_name

CLAIM = "die Stadt spare jährlich viel"


def test_accept_claim_whose_claimant_name_was_rejected(tmp_path, qtbot):
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


@pytest.fixture
def proposed(tmp_path, qtbot):
    """A suggested claim with its form, and with a claimant that is itself only a suggestion."""
    session, decisions = open_article(tmp_path, ("EU-Kommission", "ORG"))
    document = session.opened.document.id
    drafts = (
        DraftRelation(label="claimant", layer=ENTITIES, tail_label="ORG", parts=(part("EU-Kommission"),)),
        DraftRelation(label="cue", layer=ATTRIBUTION, tail_label="CUE", parts=(part("sagt"),)),
    )
    given = {"source": "rules", "attributes": {"claimant_kind": "entity", "kind": "fact_claim"}, "score": None}
    row = replace(suggestion(document, CLAIM, "CLAIM", CLAIMS, **given), relations=drafts)
    session.required().put_suggestions(document, "rules", [row])
    session.open_document(document)
    yield session, decisions
    session.close_project()


def ends(session, claim):
    text, opened = session.opened.document.text, session.opened
    return {r.label: opened.span(r.tail).quote(text) for r in opened.relations.of_head(claim.id)}


def pending(session):
    return [row.quote(session.opened.document.text) for row in session.opened.suggestions]


def test_accepting_the_same_claim_twice_adds_nothing(proposed):
    session, decisions = proposed
    document, claim = session.opened.document.id, session.opened.suggestions_at(*part(CLAIM))[0]
    twin = replace(claim, id="twin", source="carried")
    project = session.required()
    project.do(Edit(kind=EditKind.SUGGEST, annotator=project.annotator, changes=(Change(after=twin),)))
    session.open_document(document)
    assert decisions.accept([claim.id])
    before = project.read.annotated(document, project.annotator)
    assert decisions.accept(["twin"])
    after = project.read.annotated(document, project.annotator)
    assert (after.spans, after.relations) == (before.spans, before.relations)
    assert pending(session) == []


def undone(session):
    return edit_name(session.next_undo(), session.required().schema, session.opened.document)


@pytest.mark.parametrize("words", ["Stadt spare jährlich viel", "sagt, die Stadt spare jährlich viel"])
def test_claim_over_half_of_suggestion_corrects_it(proposed, words):
    session, decisions = proposed
    before = session.opened
    claim = decisions.label(*part(words), CLAIMS, "CLAIM")
    stored = session.required().read.spans_of([claim.id])[0]
    assert dict(stored.attributes) == {"claimant_kind": "entity", "kind": "fact_claim"}
    assert (stored.quote(session.opened.document.text), stored.origin.confirmed) == (words, ())
    assert ends(session, claim) == {"claimant": "EU-Kommission", "cue": "sagt"}
    assert pending(session) == []
    assert session.required().read.suggestions(claim.document, SuggestionState.CORRECTED)[0].layer == CLAIMS
    assert undone(session) == "correct Claim “die Stadt spare jährlich vi…”"
    assert session.undo()
    assert (session.opened.spans, session.opened.suggestions) == (before.spans, before.suggestions)


@pytest.mark.parametrize("words", ["viel. Greifsund wächst", "Stadt spare", TEXT.rpartition("\n")[2]])
def test_claim_of_mostly_other_words_takes_no_suggested_fields(proposed, words):
    session, decisions = proposed
    claim = decisions.label(*part(words), CLAIMS, "CLAIM")
    stored = session.required().read.spans_of([claim.id])[0]
    assert (stored.quote(TEXT), dict(stored.attributes), ends(session, claim)) == (words, {}, {})
    assert stored.origin.kind is OriginKind.HUMAN
    assert pending(session) == ["EU-Kommission", CLAIM]
    assert session.undo()
    assert (session.opened.spans, pending(session)) == ((), ["EU-Kommission", CLAIM])


def test_claim_elsewhere_has_no_proposals(proposed):
    session, decisions = proposed
    claim = decisions.label(*part("Greifsund wächst"), CLAIMS, "CLAIM")
    assert (ends(session, claim), dict(claim.attributes)) == ({}, {})
    assert claim.origin.kind is OriginKind.HUMAN
    assert pending(session) == ["EU-Kommission", CLAIM]


def test_second_claim_on_same_words(proposed):
    session, decisions = proposed
    words = part("die Stadt spare")
    first = decisions.label_besides((words,), CLAIMS, "CLAIM")
    second = decisions.label(*words, CLAIMS, "CLAIM")
    assert second is not None
    assert second.id != first.id
    assert ends(session, first) == {}


def claim_of(session):
    (claim,) = (span for span in session.opened.spans if span.layer == CLAIMS)
    return claim


def test_claim_keeps_the_claimant_whose_label_was_corrected(proposed):
    session, decisions = proposed
    (name,) = session.opened.suggestions_at(*part("EU-Kommission"))
    assert decisions.correct(name.id, ENTITIES, "PER")
    assert decisions.accept([session.opened.suggestions_at(*part(CLAIM))[0].id])
    assert ends(session, claim_of(session))["claimant"] == "EU-Kommission"
    assert [span.label for span in session.opened.spans if span.layer == ENTITIES] == ["PER"]


def test_replaced_cue_takes_its_words_along(proposed):
    session, decisions = proposed
    assert decisions.accept([session.opened.suggestions_at(*part(CLAIM))[0].id])
    claim = claim_of(session)
    other = decisions.labelled(part("jährlich"), ATTRIBUTION, "CUE")
    assert decisions.relate(claim, "cue", other)
    text = session.opened.document.text
    assert [span.quote(text) for span in session.opened.spans if span.label == "CUE"] == ["jährlich"]
    session.undo()
    assert [span.quote(text) for span in session.opened.spans if span.label == "CUE"] == ["sagt"]
    assert ends(session, claim)["cue"] == "sagt"
