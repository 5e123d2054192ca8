from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import (
    Acceptance,
    Document,
    DocumentLabel,
    DocumentSplit,
    DocumentState,
    DraftRelation,
    Identity,
    Origin,
    OriginKind,
    Relation,
    Row,
    SentenceMark,
    Span,
    State,
    Suggestion,
    SuggestionState,
)

DOCUMENT = Document(id="d", title="Größe 🌊", text="Über Zürich", sha256="", language="de")
SPAN = Span(id="s", document="d", layer="entities", label="LOC", parts=((5, 11),), annotator="jana")
CLAIM = Span(id="c", document="d", layer="claims", label="CLAIM", parts=((0, 11),), annotator="jana")
RELATION = Relation(id="r", label="claimant", head="c", tail="s", annotator="jana")
SUGGESTION = Suggestion(
    id="g",
    document="d",
    layer="claims",
    label="CLAIM",
    parts=((0, 11),),
    attributes={"speech": "direct"},
    relations=(DraftRelation(label="claimant", layer="entities", tail_label="LOC", parts=((5, 11),)),),
    score=0.9,
    source="rules",
    version="3",
    rule="laut",
)
ROWS: list[Row] = [
    DOCUMENT,
    SPAN,
    RELATION,
    SUGGESTION,
    Identity(id="i", name="Zürich", label="LOC"),
    DocumentLabel(document="e", annotator="jana", label="topic", value="Wasser"),
    SentenceMark(document="f", annotator="jana", start=0, end=11),
    DocumentState(document="d", annotator="jana"),
    DocumentSplit(document="d", split="dev"),
]


CHANGES = st.builds(Change, before=st.none() | st.sampled_from(ROWS), after=st.none() | st.sampled_from(ROWS))


@given(st.lists(CHANGES).map(tuple))
def test_inverse_of_inverse_redoes(changes):
    edit = Edit(kind=EditKind.CHANGE, annotator="jana", changes=changes)
    inverse = edit.inverse(annotator="jana")
    again = inverse.inverse(annotator="ömer")
    assert again.changes == edit.changes
    assert (inverse.undoes, again.undoes, again.annotator, again.kind) == (edit.id, inverse.id, "ömer", edit.kind)
    assert inverse.document_ids == edit.document_ids


def test_the_inverse_goes_backwards():
    edit = edits.add([SPAN, CLAIM], [RELATION])
    assert [change.before for change in edit.inverse(annotator="jana").changes] == [RELATION, CLAIM, SPAN]


def test_edit_knows_its_documents():
    edit = Edit(kind=EditKind.ADD, annotator="jana", changes=tuple(Change(after=row) for row in ROWS))
    assert edit.document_ids == {"d", "e", "f"}
    related = edits.relate(CLAIM, "claimant", replace(SPAN, document="elsewhere"), annotator="jana")
    assert related.document_ids == related.inverse(annotator="jana").document_ids == {"d"}
    assert edits.unrelate(CLAIM, [RELATION], annotator="jana").document_ids == {"d"}


def test_one_span_is_added_by_the_annotator_it_names():
    edit = edits.add(SPAN)
    assert (edit.kind, edit.annotator, edit.changes) == (EditKind.ADD, "jana", (Change(after=SPAN),))


def test_remove_includes_only_touching_relations():
    other = replace(RELATION, id="q", head="x", tail="y")
    edit = edits.remove([SPAN], [RELATION, other], annotator="jana")
    assert edit.changes == (Change(before=RELATION), Change(before=SPAN))


def test_label_boundary_and_state_change_one_row():
    assert edits.relabel(SPAN, "entities", "ORG", annotator="jana").changes == (
        Change(before=SPAN, after=replace(SPAN, label="ORG")),
    )
    assert edits.move(SPAN, ((0, 4),), annotator="jana").changes == (
        Change(before=SPAN, after=replace(SPAN, parts=((0, 4),))),
    )
    state = edits.set_state(None, "d", State.DONE, annotator="jana", note="geschafft")
    assert state.changes == (
        Change(after=DocumentState(document="d", annotator="jana", state=State.DONE, note="geschafft")),
    )


def test_change_merges_attributes_and_none_removes():
    before = replace(CLAIM, attributes={"speech": "direct", "kind": "fact"}, note="alt", doubt=True)
    edit = edits.change(before, annotator="jana", attributes={"speech": None, "verdict": "wahr"})
    assert edit.changes[0].after == replace(before, attributes={"kind": "fact", "verdict": "wahr"})
    edit = edits.change(before, annotator="jana", note="", doubt=False)
    assert edit.changes[0].after == replace(before, note="", doubt=False)


def test_a_claimant_replaces_the_one_before():
    edit = edits.relate(CLAIM, "claimant", SPAN, annotator="jana", replacing=[RELATION])
    gone, added = edit.changes
    assert gone == Change(before=RELATION)
    assert isinstance(added.after, Relation)
    assert added.after == replace(RELATION, id=added.after.id)
    assert edits.unrelate(CLAIM, [RELATION], annotator="jana").changes == (Change(before=RELATION),)


def test_new_words_are_labelled_and_related_in_one_step():
    edit = edits.relate(CLAIM, "claimant", SPAN, annotator="jana", adding=True)
    assert edit.changes[0] == Change(after=SPAN)
    assert len(edit.changes) == 2


def test_a_document_is_described_and_its_furniture_excluded():
    titled = replace(DOCUMENT, title="Neu")
    assert edits.describe(DOCUMENT, titled, annotator="jana").changes == (Change(before=DOCUMENT, after=titled),)
    excluded = edits.exclude(DOCUMENT, ((0, 4),), annotator="jana")
    assert excluded.changes == (Change(before=DOCUMENT, after=replace(DOCUMENT, excluded=((0, 4),))),)


def test_accept_adds_span_origin_and_relations():
    edit = edits.accept([SUGGESTION], [], annotator="jana")
    settled, claim, tail, relation = (change.after for change in edit.changes)
    assert settled == replace(SUGGESTION, state=SuggestionState.ACCEPTED)
    assert isinstance(claim, Span)
    assert isinstance(tail, Span)
    assert isinstance(relation, Relation)
    origin = Origin(
        kind=OriginKind.SUGGESTION,
        source="rules",
        version="3",
        score=0.9,
        rule="laut",
        acceptance=Acceptance.LOOKED,
    )
    assert claim == replace(CLAIM, id=claim.id, attributes={"speech": "direct"}, origin=origin)
    assert tail == replace(SPAN, id=tail.id, origin=origin)
    assert relation == replace(RELATION, id=relation.id, head=claim.id, tail=tail.id, origin=origin)


def test_each_accepted_tail_has_an_id_of_its_own():
    drafts = (*SUGGESTION.relations, DraftRelation(label="cue", layer="attribution", tail_label="CUE", parts=((0, 4),)))
    edit = edits.accept([replace(SUGGESTION, relations=drafts)], [], annotator="jana")
    spans = [change.after for change in edit.changes if isinstance(change.after, Span)]
    assert len({span.id for span in spans}) == len(spans) == 3


def test_rejected_name_does_not_return_with_a_claim():
    claim = replace(SUGGESTION, attributes={"speech": "direct", "claimant_kind": "entity"})
    refused = {("entities", ((5, 11),), "LOC")}
    made = [change.after for change in edits.accept([claim], [], annotator="jana", refused=refused).changes[1:]]
    (span,) = made
    assert isinstance(span, Span)
    assert span.attributes == {"speech": "direct"}


def test_rejected_name_becomes_an_unnamed_claimant():
    claim = replace(SUGGESTION, attributes={"speech": "direct", "claimant_kind": "entity"})
    (draft,) = claim.relations
    ends, refused = {draft.label: ("attribution", "SPEAKER")}, {("entities", draft.parts, draft.tail_label)}
    made = edits.accept([claim], [], annotator="jana", refused=refused, nameless=ends).changes[1:]
    span, tail, relation = (change.after for change in made)
    assert isinstance(span, Span)
    assert isinstance(tail, Span)
    assert isinstance(relation, Relation)
    assert (tail.layer, tail.label, tail.parts) == ("attribution", "SPEAKER", draft.parts)
    assert (relation.head, relation.tail) == (span.id, tail.id)
    assert span.attributes == {"speech": "direct", f"{draft.label}_kind": "unnamed"}
    made = edits.accept([claim], [replace(SPAN, parts=((3, 8),))], annotator="jana", nameless=ends).changes[1:]
    assert [type(change.after) for change in made] == [Span]


def test_accept_keeps_names_a_person_changed():
    for other in (replace(SPAN, parts=((3, 8),)), replace(SPAN, label="ORG", parts=((0, 11),))):
        made = [change.after for change in edits.accept([SUGGESTION], [other], annotator="jana").changes[1:]]
        assert [type(row) for row in made] == [Span]
    wider, narrower = replace(SPAN, parts=((0, 11),)), replace(SPAN, parts=((6, 11),))
    for same in (SPAN, replace(SPAN, label="ORG"), wider, narrower):
        _, relation = (change.after for change in edits.accept([SUGGESTION], [same], annotator="jana").changes[1:])
        assert isinstance(relation, Relation)
        assert relation.tail == SPAN.id


def test_accept_keeps_an_existing_span():
    edit = edits.accept([SUGGESTION], [SPAN, replace(CLAIM, note="meins", doubt=True)], annotator="jana")
    settled, relation = (change.after for change in edit.changes)
    assert settled == replace(SUGGESTION, state=SuggestionState.ACCEPTED)
    assert isinstance(relation, Relation)
    assert (relation.head, relation.tail, relation.origin.kind) == ("c", "s", OriginKind.SUGGESTION)


def test_claim_that_has_a_claimant_gets_no_second_one():
    there = [SPAN, CLAIM]
    again = edits.accept([SUGGESTION], there, annotator="jana", relations=[RELATION])
    assert [change.after for change in again.changes] == [replace(SUGGESTION, state=SuggestionState.ACCEPTED)]


def test_equal_claims_accepted_together_are_related_once():
    edit = edits.accept([SUGGESTION, replace(SUGGESTION, id="h", source="carried")], [], annotator="jana")
    assert len([change.after for change in edit.changes if isinstance(change.after, Relation)]) == 1


def test_relation_of_a_persons_claim_keeps_suggested_origin():
    by_hand = replace(CLAIM, note="meins", doubt=True, annotator="ömer")
    edit = edits.accept([SUGGESTION], [by_hand], annotator="jana")
    _, tail, relation = (change.after for change in edit.changes)
    assert isinstance(tail, Span)
    assert isinstance(relation, Relation)
    assert (tail.note, tail.doubt, tail.annotator) == ("", False, "jana")
    assert (relation.annotator, relation.head) == ("jana", "c")
    assert tail.origin.kind == relation.origin.kind == OriginKind.SUGGESTION


def test_words_that_two_suggestions_share_are_labelled_once():
    entity = replace(SUGGESTION, id="h", layer="entities", label="LOC", parts=((5, 11),), relations=())
    edit = edits.accept([SUGGESTION, entity], [], annotator="jana")
    spans = [change.after for change in edit.changes if isinstance(change.after, Span)]
    assert [span.layer for span in spans] == ["claims", "entities"]


def test_a_corrected_suggestion_becomes_a_span_of_another_label():
    edit = edits.correct(SUGGESTION, "entities", "ORG", ((0, 4),), annotator="jana")
    settled, span = (change.after for change in edit.changes)
    assert settled == replace(SUGGESTION, state=SuggestionState.CORRECTED)
    assert isinstance(span, Span)
    assert (span.layer, span.label, span.parts, span.origin.source) == ("entities", "ORG", ((0, 4),), "rules")


def test_a_rejection_adds_nothing():
    edit = edits.reject([SUGGESTION], annotator="jana")
    assert edit.changes == (Change(before=SUGGESTION, after=replace(SUGGESTION, state=SuggestionState.REJECTED)),)


def test_edits_are_stamped_in_utc_to_the_millisecond():
    assert len(edits.now()) == len("2026-03-09T10:00:00.000+00:00")
    assert edits.now().endswith("+00:00")


@pytest.mark.parametrize("kind", [EditKind.IMPORT, EditKind.SUGGEST, EditKind.SCHEMA, EditKind.DELETE, EditKind.DEAL])
def test_logged_only_edits_cannot_be_undone(kind):
    assert kind in edits.LOGGED_ONLY


def test_relate_changes_attributes_of_the_head():
    edit = edits.relate(CLAIM, "claimant", SPAN, annotator="jana", attributes={"claimant_kind": "entity"})
    assert [type(change.after) for change in edit.changes] == [Relation, Span]
    named = edit.changes[1].after
    assert isinstance(named, Span)
    assert named.attributes == {"claimant_kind": "entity"}
    back = edits.unrelate(named, [RELATION], annotator="jana", attributes={"claimant_kind": None})
    assert back.changes[1] == Change(before=named, after=CLAIM)


def test_splitting_keeps_the_first_piece_and_what_was_said():
    span = replace(CLAIM, attributes={"speech": "direct"}, note="vgl. 🌊", doubt=True)
    edit = edits.split(span, [((0, 4),), ((5, 11),)], annotator="ömer")
    kept, added = (change.after for change in edit.changes)
    assert isinstance(kept, Span)
    assert isinstance(added, Span)
    assert (kept.id, kept.parts, kept.annotator) == ("c", ((0, 4),), "jana")
    assert added == replace(span, id=added.id, parts=((5, 11),), annotator="ömer")
    assert edit.changes[0].before == span
    assert added.id != "c"


def test_joining_keeps_the_first_span_and_all_that_was_said():
    first = replace(CLAIM, parts=((0, 4),), attributes={"speech": "direct"}, note="eins")
    second = replace(CLAIM, id="c2", parts=((5, 11),), attributes={"speech": "free", "kind": "fact"}, note="zwei")
    second = replace(second, doubt=True)
    edit = edits.join([first, second], ((0, 11),), [], annotator="jana")
    assert [change.before for change in edit.changes] == [first, second]
    joined = edit.changes[0].after
    assert isinstance(joined, Span)
    assert (joined.id, joined.parts, joined.doubt, joined.note) == ("c", ((0, 11),), True, "eins\nzwei")
    assert joined.attributes == {"speech": "direct", "kind": "fact"}


def test_relations_follow_a_joined_span_and_none_is_there_twice():
    second = replace(CLAIM, id="c2")
    own = replace(RELATION, id="r1")
    same = replace(RELATION, id="r2", head="c2")
    other = replace(RELATION, id="r3", label="repeats", head="x", tail="c2")
    inner = replace(RELATION, id="r4", label="repeats", head="c", tail="c2")
    edit = edits.join([CLAIM, second], ((0, 11),), [own, same, other, inner], annotator="jana")
    assert [(c.before.id, c.after) for c in edit.changes if isinstance(c.before, Relation)] == [
        ("r2", None),
        ("r3", replace(other, tail="c")),
        ("r4", None),
    ]


def test_join_keeps_the_first_single_relation():
    second = replace(CLAIM, id="c2")
    own = replace(RELATION, id="r1", tail="s")
    theirs = replace(RELATION, id="r2", head="c2", tail="s2")
    again = replace(RELATION, id="r3", head="c2", tail="s3")
    for relations, expected in (([own, theirs], [None]), ([theirs, again], [replace(theirs, head="c"), None])):
        edit = edits.join([CLAIM, second], ((0, 11),), relations, annotator="jana", single={"claimant"})
        assert [change.after for change in edit.changes if isinstance(change.before, Relation)] == expected


TAKEN = replace(CLAIM, attributes={"kind": "opinion"}, origin=Origin(kind=OriginKind.SUGGESTION, source="rules"))


def test_confirm_keeps_the_origin():
    proposed = replace(RELATION, origin=TAKEN.origin)
    edit = edits.confirm(TAKEN, ["kind"], [proposed], annotator="ben")
    relation, span = (change.after for change in edit.changes)
    assert isinstance(relation, Relation)
    assert (relation.id, relation.annotator, relation.origin.kind) == ("r", "ben", OriginKind.HUMAN)
    assert span == replace(TAKEN, origin=replace(TAKEN.origin, confirmed=("kind",), acceptance=Acceptance.LOOKED))
    assert edits.confirm(CLAIM, ["kind"], [], annotator="ben").changes == ()


def test_setting_the_same_value_confirms_it():
    (change,) = edits.change(TAKEN, annotator="jana", attributes={"kind": "opinion"}).changes
    assert isinstance(change.after, Span)
    assert change.after.origin.confirmed == ("kind",)
    (noted,) = edits.change(TAKEN, annotator="jana", note="prüfen").changes
    assert isinstance(noted.after, Span)
    assert noted.after.origin == TAKEN.origin


def test_accepting_a_claim_accepts_its_claimant():
    name = Suggestion(
        id="n", document="d", layer="entities", label="LOC", parts=((5, 11),), score=0.8, source="model", version="1"
    )
    edit = edits.accept([SUGGESTION], [], annotator="jana", pending=[name])
    states = {c.after.id: c.after.state for c in edit.changes if isinstance(c.after, Suggestion)}
    assert states == {"g": SuggestionState.ACCEPTED, "n": SuggestionState.ACCEPTED}
    (place,) = (c.after for c in edit.changes if isinstance(c.after, Span) and c.after.layer == "entities")
    assert place.origin.source == "model"
    with_place = edits.accept([SUGGESTION], [replace(SPAN)], annotator="jana", pending=[name])
    assert name not in [change.before for change in with_place.changes]


def test_relation_has_a_role_and_is_removed_with_its_tail():
    (relation,) = (c.after for c in edits.relate(CLAIM, "evidence", SPAN, annotator="jana", role="refutes").changes)
    assert isinstance(relation, Relation)
    assert relation.attributes == {"role": "refutes"}
    gone = edits.unrelate(CLAIM, [relation], annotator="jana", removing=[SPAN])
    assert [change.before for change in gone.changes] == [relation, SPAN]


def test_classify_replaces_the_same_annotators_value():
    def label(value, annotator="jana", name="topic"):
        return DocumentLabel(document="d", annotator=annotator, label=name, value=value)

    present = [label("Wasser"), label("Stadt", "ben"), label("ja", name="relevance")]
    edit = edits.classify("d", present, "topic", "Wald", annotator="jana")
    assert [(change.before, change.after) for change in edit.changes] == [
        (label("Wasser"), None),
        (None, label("Wald")),
    ]
    assert edits.classify("d", present, "topic", None, annotator="jana").changes == edit.changes[:1]
