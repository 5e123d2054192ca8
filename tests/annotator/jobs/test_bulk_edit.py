"""Bulk edits in many documents, one step each: real files, and undo."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.occurrence_states import Purpose
from annotator.jobs import bulk_edit
from annotator.model.values import CLAIMS, ENTITIES, Acceptance, DraftRelation, Relation, new_id
from annotator.suggest.tiers import SuggestionFilter, Tier
from tests.annotator.made import add_article, claim, span, suggestion

TEXT = "Köln 🎈 Köln, Rat"
FIRST, SECOND = (0, 4), (7, 11)


@pytest.fixture
def documents(project):
    return [add_article(project, f"A{number}", TEXT + " " * number) for number in range(3)]


def do(project, purpose, places, layer=ENTITIES, label="LOC"):
    make = bulk_edit.step(project.read, purpose, places, layer=layer, label=label, annotator="anna")
    steps = project.timeline.doing(make)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def spans(project, document, layer=ENTITIES):
    found = project.read.annotated(document, "anna").spans
    return [(s.parts[0], s.label) for s in found if s.layer == layer]


def test_places_are_labelled_relabelled_and_freed_in_all_documents(project, documents):
    places = {document: {FIRST, SECOND} for document in documents}
    edit = do(project, Purpose.LABEL, places)
    assert edit.kind is edits.EditKind.ADD
    assert [spans(project, document) for document in documents] == [[(FIRST, "LOC"), (SECOND, "LOC")]] * 3
    do(project, Purpose.RELABEL, {documents[1]: {SECOND}}, label="ORG")
    assert spans(project, documents[1]) == [(FIRST, "LOC"), (SECOND, "ORG")]
    do(project, Purpose.REMOVE, places)
    assert [spans(project, document) for document in documents] == [[]] * 3
    for _ in range(3):
        project.undo(documents[1])
    assert [spans(project, document) for document in documents] == [[]] * 3
    assert project.next_undo(documents[0]) is None


def test_what_was_decided_since_the_list_was_made_stays(project, documents):
    project.do(edits.add(span(documents[0], "Köln", "ORG", text=TEXT)))
    do(project, Purpose.LABEL, {documents[0]: {FIRST, SECOND}})
    assert spans(project, documents[0]) == [(FIRST, "ORG"), (SECOND, "LOC")]
    assert do(project, Purpose.LABEL, {documents[0]: {FIRST, SECOND}}) is None


def test_a_suggestion_there_is_settled_and_comes_back_with_undo(project, documents):
    proposed = suggestion(documents[0], "Köln", text=TEXT)
    project.put_suggestions(documents[0], "de_news", [proposed])
    do(project, Purpose.LABEL, {documents[0]: {FIRST}})
    assert [s.state for s in project.read.suggestions(documents[0])] == ["accepted"]
    project.undo(documents[0])
    assert [s.state for s in project.read.suggestions(documents[0])] == ["pending"]


@pytest.mark.parametrize(("count", "way"), [(1, Acceptance.LOOKED), (2, Acceptance.SIGHT)])
def test_several_at_once_are_accepted_by_sight(project, documents, count, way):
    for document in documents[:count]:
        project.put_suggestions(document, "de_news", [suggestion(document, "Köln", text=TEXT)])
    wanted = {document: {s.id for s in project.read.suggestions(document)} for document in documents[:count]}
    for _ in project.timeline.doing(bulk_edit.settling(project.read, wanted, accepted=True, annotator="anna")):
        pass
    made = [span for document in documents for span in project.read.annotated(document, "anna").spans]
    assert [span.origin.acceptance for span in made] == count * [way]


def test_removes_claims_that_point_at_each_other(project, documents):
    ends = [replace(claim(document, "Köln", text=TEXT)) for document in documents[:2]]
    relation = Relation(id=new_id(), label="repeats", head=ends[0].id, tail=ends[1].id, annotator="anna")
    project.do(edits.add(ends, [relation]))
    do(project, Purpose.REMOVE, {document: {FIRST} for document in documents}, layer=CLAIMS)
    assert [spans(project, document, CLAIMS) for document in documents[:2]] == [[], []]
    project.undo(documents[1])
    assert project.read.relations_of([ends[0].id]) == [relation]


def settle(project, wanted, *, accepted):
    return finished(
        project.timeline.doing(bulk_edit.settling(project.read, wanted, accepted=accepted, annotator="anna"))
    )


def finished(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def settle_all(project, documents, wanted, *, accepted):
    steps = bulk_edit.settling_all(project.read, documents, wanted, accepted=accepted, annotator="anna")
    return finished(project.timeline.doing(steps))


def states(project, document):
    return {s.label: str(s.state) for s in project.read.suggestions(document)}


def test_accepts_suggestions_of_many_documents_in_one_step(project, documents):
    proposed = {document: suggestion(document, "Köln", text=TEXT) for document in documents}
    for document, each in proposed.items():
        project.put_suggestions(document, "de_news", [each])
    edit = settle(project, {document: [each.id] for document, each in proposed.items()}, accepted=True)
    assert edit.kind is edits.EditKind.ACCEPT
    assert [spans(project, document) for document in documents] == [[(FIRST, "LOC")]] * 3
    project.undo(documents[2])
    assert [spans(project, document) for document in documents] == [[]] * 3
    assert [states(project, document) for document in documents] == [{"LOC": "pending"}] * 3


def test_suggestions_are_refused_together(project, documents):
    proposed = suggestion(documents[0], "Köln", text=TEXT)
    project.put_suggestions(documents[0], "de_news", [proposed])
    assert settle(project, {documents[0]: [proposed.id]}, accepted=False).kind is edits.EditKind.REJECT
    assert states(project, documents[0]) == {"LOC": "rejected"}
    assert settle(project, {documents[0]: [proposed.id]}, accepted=True) is None, "it was decided since it was listed"
    assert spans(project, documents[0]) == []


def test_only_the_more_certain_of_two_labels_is_accepted(project, documents):
    club = suggestion(documents[0], "Köln", "ORG", text=TEXT, score=0.7)
    place = suggestion(documents[0], "Köln", "LOC", source="seen", text=TEXT, score=0.95)
    project.put_suggestions(documents[0], "de_news", [club])
    project.put_suggestions(documents[0], "seen", [place])
    settle(project, {documents[0]: [club.id, place.id]}, accepted=True)
    assert spans(project, documents[0]) == [(FIRST, "LOC")]
    assert states(project, documents[0]) == {"LOC": "accepted", "ORG": "pending"}
    assert settle(project, {documents[0]: [club.id]}, accepted=True) is None, "the words have a label already"


def test_claim_takes_suggestion_for_its_claimant_along(project, documents):
    city, town = suggestion(documents[0], "Köln", text=TEXT), suggestion(documents[0], "Rat", "ORG", text=TEXT)
    pointing = DraftRelation(label="claimant", layer=ENTITIES, tail_label="LOC", parts=(FIRST,))
    said = replace(town, id=new_id(), layer=CLAIMS, label="CLAIM", source="claims", relations=(pointing,))
    project.put_suggestions(documents[0], "de_news", [city, town])
    project.put_suggestions(documents[0], "claims", [said])
    settle(project, {documents[0]: [said.id]}, accepted=True)
    assert spans(project, documents[0]) == [(FIRST, "LOC")]
    assert states(project, documents[0]) == {"LOC": "accepted", "ORG": "pending", "CLAIM": "accepted"}


def test_labelled_claim_gets_no_second_claimant(project, documents):
    city, mine = span(documents[0], "Köln", text=TEXT), claim(documents[0], "Rat", text=TEXT)
    pointing = DraftRelation(label="claimant", layer=ENTITIES, tail_label="LOC", parts=(FIRST,))
    said = suggestion(documents[0], "Rat", text=TEXT)
    said = replace(said, layer=CLAIMS, label="CLAIM", source="claims", relations=(pointing,))
    project.put_suggestions(documents[0], "claims", [said])
    drawn = Relation(id=new_id(), label="claimant", head=mine.id, tail=city.id, annotator="anna")
    project.do(edits.add([city, mine], [drawn]))
    settle(project, {documents[0]: [said.id]}, accepted=True)
    assert project.read.relations_of([mine.id]) == [drawn]


def test_settles_all_matches_of_a_filter_in_one_step(project, documents):
    for document in documents:
        sure = suggestion(document, "Köln", text=TEXT, score=0.95)
        project.put_suggestions(document, "de_news", [sure, suggestion(document, "Köln", "ORG", text=TEXT, score=0.4)])
    wanted = SuggestionFilter(tier=Tier.DOUBTFUL)
    edit = settle_all(project, documents[:2], wanted, accepted=False)
    assert edit.document_ids == set(documents[:2])
    assert [states(project, document)["ORG"] for document in documents] == ["rejected", "rejected", "pending"]
    assert [states(project, document)["LOC"] for document in documents] == ["pending"] * 3
    project.undo(documents[0])
    assert [states(project, document)["ORG"] for document in documents] == ["pending"] * 3
    settle_all(project, documents, SuggestionFilter(words="köln"), accepted=True)
    assert [spans(project, document) for document in documents] == [[(FIRST, "LOC")]] * 3
    assert settle_all(project, documents, SuggestionFilter(words="Bonn"), accepted=True) is None
