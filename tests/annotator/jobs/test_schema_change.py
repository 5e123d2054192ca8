"""Schema changes in real projects: counted before, atomic, and undone without touching later decisions."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import Effect, consequences
from annotator.jobs import schema_change
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, ENTITIES, Identity, SuggestionState
from annotator.processes.slices import finish
from annotator.project.project import Project
from annotator.store import writing
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, claim, span, suggestion

LOC, ORG, PER = (ENTITIES, "LOC"), (ENTITIES, "ORG"), (ENTITIES, "PER")


def plain(project):
    return SchemaChange(before=project.schema, after=project.schema)


def state(project, new="GPE"):
    return replace(project.schema.require_label(*LOC), id=new, key=None)


def spans(project, document):
    found = project.read.annotated(document, None).spans
    return [(s.quote(project.read.text(document)), s.label, s.annotator) for s in found]


@pytest.fixture
def labelled(project, document):
    place, firm, said = span(document, "Köln"), span(document, "EU-Kommission", "ORG"), claim(document, "spare viel")
    project.do(edits.add([place, firm, said]))
    project.do(edits.relate(said, "claimant", firm, annotator="anna"))
    return document


def test_usage_counts_each_part(project, labelled):
    project.put_suggestions(labelled, "de_news", [suggestion(labelled, "Kürzlich")])
    found = schema_change.usage(project.path)
    assert found.labels == {LOC: 1, ORG: 1, (CLAIMS, "CLAIM"): 1}
    assert found.pending == {LOC: 1}
    assert found.relations == {("claimant", (CLAIMS, "CLAIM"), ORG): 1}
    assert schema_change.words_of(project.path, *LOC) == {"Köln": 1}


def test_renamed_label_updates_spans_suggestions_and_identities(project, labelled):
    project.put_suggestions(labelled, "de_news", [suggestion(labelled, "Kürzlich")])
    edit, kept = schema_change.remodel(project, changes.put_label(plain(project), "LOC", state(project)))
    assert edit is not None
    assert kept.names == ()
    assert [label for _, label, _ in spans(project, labelled)] == ["GPE", "ORG", "CLAIM"]
    assert [s.label for s in project.read.suggestions(labelled, SuggestionState.PENDING)] == ["GPE"]
    assert edit.document_ids == {labelled}
    with closing(Project.open(project.path, read_only=True)) as again:
        assert again.schema == project.schema
        assert again.schema.label(*LOC) is None
    (backup,) = project.path.with_suffix(".backups").iterdir()
    with closing(Project.open(backup, read_only=True)) as before:
        assert before.schema.label(*LOC) is not None
        assert [label for _, label, _ in spans(before, labelled)] == ["LOC", "ORG", "CLAIM"]


def test_identities_follow_the_label_of_their_mentions(project, labelled):
    identity = Identity(id="i", name="Köln", label="LOC")
    project.do(edits.Edit(kind=edits.EditKind.CHANGE, annotator="anna", changes=(edits.Change(after=identity),)))
    schema_change.remodel(project, changes.put_label(plain(project), "LOC", state(project)))
    assert [found.label for found in project.read.identities(["i"])] == ["GPE"]
    schema_change.take_back(project)
    assert project.read.identities(["i"]) == [identity]


def test_merge_never_leaves_a_duplicate_label(project, document):
    text = project.read.text(document)
    place, firm = span(document, "Köln", note="Stadt"), span(document, "Köln", "ORG", note="Verein", doubt=True)
    theirs, said = span(document, "Köln", "ORG", annotator="ben"), claim(document, "spare viel")
    project._store.add_annotator("ben")
    project.do(edits.add([place, firm, said]))
    project.do(edits.add([theirs]))
    project.do(edits.relate(said, "object", firm, annotator="anna"))
    schema_change.remodel(project, changes.remove_label(plain(project), ORG, "LOC"))
    found = project.read.annotated(document, None)
    names = [s for s in found.spans if s.layer == ENTITIES]
    assert sorted((s.label, s.annotator, s.note, s.doubt) for s in names) == [
        ("LOC", "anna", "Stadt\nVerein", True),
        ("LOC", "ben", "", False),
    ]
    assert [(r.head, r.tail) for r in found.relations] == [(said.id, place.id)]
    schema_change.take_back(project)
    again = project.read.annotated(document, None)
    assert sorted((s.label, s.annotator, s.quote(text)) for s in again.spans if s.layer == ENTITIES) == [
        ("LOC", "anna", "Köln"),
        ("ORG", "anna", "Köln"),
        ("ORG", "ben", "Köln"),
    ]
    assert [(r.head, r.tail) for r in again.relations] == [(said.id, firm.id)]


def test_merge_never_leaves_a_duplicate_suggestion(project, document):
    both = [suggestion(document, "Köln"), suggestion(document, "Köln", "ORG"), suggestion(document, "Kürzlich", "ORG")]
    project.put_suggestions(document, "de_news", both)
    schema_change.remodel(project, changes.remove_label(plain(project), ORG, "LOC"))
    text = project.read.text(document)
    pending = project.read.suggestions(document, SuggestionState.PENDING)
    assert sorted((s.quote(text), s.label) for s in pending) == [("Köln", "LOC"), ("Kürzlich", "LOC")]
    schema_change.take_back(project)
    pending = project.read.suggestions(document, SuggestionState.PENDING)
    assert sorted((s.quote(text), s.label) for s in pending) == [("Köln", "LOC"), ("Köln", "ORG"), ("Kürzlich", "ORG")]


def test_removed_label_takes_spans_and_undo_restores_them(project, labelled):
    before = project.read.annotated(labelled, None)
    schema_change.remodel(project, changes.remove_label(plain(project), ORG, None))
    assert [label for _, label, _ in spans(project, labelled)] == ["LOC", "CLAIM"]
    assert project.read.annotated(labelled, None).relations == ()
    schema_change.take_back(project)
    assert project.read.annotated(labelled, None) == before
    assert schema_change.last(project.read) is None


def test_a_label_is_split_by_words(project, labelled):
    project.do(edits.add([span(labelled, "Kürzlich")]))
    split = changes.split_label(plain(project), LOC, state(project), ["Köln"])
    schema_change.remodel(project, split)
    assert spans(project, labelled)[:2] == [("Kürzlich", "LOC", "anna"), ("Köln", "GPE", "anna")]


def test_renamed_relations_can_be_undone(project, labelled):
    claimant = project.schema.require_relation("claimant")
    edit, _ = schema_change.remodel(
        project, changes.put_relation(plain(project), "claimant", replace(claimant, id="said_by"))
    )
    assert [r.label for r in project.read.annotated(labelled, None).relations] == ["said_by"]
    assert edit is not None
    assert edit.document_ids == {labelled}
    schema_change.take_back(project)
    assert [r.label for r in project.read.annotated(labelled, None).relations] == ["claimant"]


def test_usage_predicts_crowded_relations_after_a_merge(project, labelled):
    place, _, said = project.read.annotated(labelled, None).spans
    project.do(edits.relate(said, "object", place, annotator="anna"))
    merge = changes.remove_relation(plain(project), "object", "claimant")
    known = consequences(merge, schema_change.usage(project.path))
    assert [(each.count, each.into) for each in known if each.effect is Effect.CROWDED] == [(1, "claimant")]
    schema_change.remodel(project, merge)
    assert [r.label for r in project.read.annotated(labelled, None).relations] == ["claimant", "claimant"]


def test_later_decisions_survive_undo(project, labelled):
    schema_change.remodel(project, changes.put_label(plain(project), "LOC", state(project)))
    (place,) = (s for s in project.read.annotated(labelled, None).spans if s.label == "GPE")
    project.do(edits.change(place, annotator="anna", note="am Rhein"))
    (firm,) = (s for s in project.read.annotated(labelled, None).spans if s.label == "ORG")
    project.do(edits.relabel(firm, ENTITIES, "GPE", annotator="anna"))
    schema_change.take_back(project)
    found = {s.id: (s.label, s.note) for s in project.read.annotated(labelled, None).spans}
    assert found[place.id] == ("LOC", "am Rhein")
    assert found[firm.id] == ("GPE", "")
    carried = project.schema.require_label(ENTITIES, "GPE")
    assert not carried.active
    assert project.schema.label(*LOC) is not None


def test_what_was_deleted_since_stays_deleted(project, labelled):
    other = add_article(project, "Andere", "Die EU-Kommission sitzt in Köln.")
    project.do(edits.add([span(other, "Köln", text=project.read.text(other))]))
    schema_change.remodel(project, changes.remove_label(plain(project), LOC, None))
    project.delete_documents([other])
    schema_change.take_back(project)
    assert [label for _, label, _ in spans(project, labelled)] == ["LOC", "ORG", "CLAIM"]


def test_changes_are_taken_back_one_by_one_the_last_first(project, labelled):
    first = project.schema
    schema_change.remodel(project, changes.put_label(plain(project), "LOC", state(project)))
    second = project.schema
    schema_change.remodel(project, changes.put_label(plain(project), "GPE", state_as(project, "CITY")))
    assert spans(project, labelled)[0][1] == "CITY"
    schema_change.take_back(project)
    assert project.schema == second
    schema_change.take_back(project)
    assert project.schema == first
    assert spans(project, labelled)[0][1] == "LOC"
    assert schema_change.last(project.read) is None


def state_as(project, id_):
    return replace(project.schema.require_label(ENTITIES, "GPE"), id=id_)


def test_a_smaller_schema_never_loses_what_is_in_use(project, labelled):
    entities = project.schema.layers[0]
    bare = Schema(id="bare", name={}, layers=(replace(entities, labels=entities.labels[:1]),))
    _, kept = schema_change.remodel(project, SchemaChange(before=project.schema, after=bare))
    assert set(kept.labels) == {LOC, ORG, (CLAIMS, "CLAIM")}
    assert [label for _, label, _ in spans(project, labelled)] == ["LOC", "ORG", "CLAIM"]
    (place, *_) = project.read.annotated(labelled, None).spans
    project.do(edits.change(place, annotator="anna", note="geht noch"))


def test_nothing_to_change_makes_no_step(project):
    assert schema_change.remodel(project, plain(project))[0] is None
    assert schema_change.take_back(project) is None


def test_steps_before_a_change_are_not_undone_over_it(project, labelled):
    schema_change.remodel(project, changes.remove_label(plain(project), ORG, "LOC"))
    assert project.undo(labelled) is not None  # the link was not touched
    with pytest.raises(StoreError) as refused:
        project.undo(labelled)
    assert refused.value.code == "undo.changed_since"
    schema_change.take_back(project)
    project.undo(labelled)
    assert spans(project, labelled) == []


def test_a_change_that_is_given_up_leaves_nothing(project, labelled):
    before = project.schema
    change = changes.put_label(plain(project), "LOC", state(project))
    work = project.timeline.doing(schema_change.step(project.read, change, annotator="anna"))
    for _ in range(4):
        next(work)
    work.close()
    assert project.schema == before
    assert [label for _, label, _ in spans(project, labelled)] == ["LOC", "ORG", "CLAIM"]


def test_long_change_is_logged_whole_and_can_be_abandoned(project, document, monkeypatch):
    monkeypatch.setattr(writing, "LONG", 0)
    places = [span(document, words) for words in ("Köln", "Kürzlich", "EU-Kommission")]
    project.do(edits.add(places))
    change = changes.put_label(plain(project), "LOC", state(project))

    def begun():
        return project.timeline.doing(schema_change.step(project.read, change, annotator="anna"))

    edit = finish(begun())
    assert edit is not None
    assert project.read.edit(edit.id).changes == edit.changes
    assert project.read.edit(edit.id).document_ids == edit.document_ids == {document}
    schema_change.take_back(project)
    work = begun()
    while schema_change.last(project.read) is None:
        next(work)  # until it stands in the log
    work.close()
    assert schema_change.last(project.read) is None
    assert {label for _, label, _ in spans(project, document)} == {"LOC"}
    assert project.schema.label(*LOC) is not None
    project.do(edits.change(project.read.annotated(document, None).spans[0], annotator="anna", note="geht noch"))


def test_undone_change_can_be_redone(project, labelled):
    schema_change.remodel(project, changes.put_label(plain(project), "LOC", state(project)))
    back = schema_change.take_back(project)
    assert back is not None
    finish(project.timeline.doing(schema_change.going_back(project.read, back.id, annotator="anna")))
    assert [label for _, label, _ in spans(project, labelled)] == ["GPE", "ORG", "CLAIM"]
    assert project.schema.label(ENTITIES, "GPE") is not None
    assert schema_change.take_back(project) is not None
    assert [label for _, label, _ in spans(project, labelled)] == ["LOC", "ORG", "CLAIM"]
    assert schema_change.take_back(project) is None
