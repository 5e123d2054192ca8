"""Importing labels of articles that the project already has."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs.importing import import_read, import_store
from annotator.jobs.importing.import_read import Incoming
from annotator.model.json_records import to_line
from annotator.model.values import DocumentLabel, DocumentState, Relation, SentenceMark, State, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import SchemaError
from tests.annotator.made import OTHER, TEXT, add_article, claim, every_annotated, make_project, span, suggestion
from tests.annotator.trips import bring, codes, export, write


def bring_for(project, annotator, *paths):
    options = import_read.read_options(project, annotator)
    return import_store.take_in(project, import_read.read(list(paths), options=options))


def doccano(tmp_path, *labels, name="bea.jsonl", **more):
    places = [[TEXT.index(words), TEXT.index(words) + len(words), label] for words, label in labels]
    return write(tmp_path / name, {"text": TEXT, "label": places, **more})


def every(project):
    return project.read.document_ids(DocumentQuery(annotator=None))


def whole(project, document):
    return to_line(replace(project.read.annotated(document, None), identities=()))


def test_labels_of_another_annotator_are_merged(project, document, tmp_path):
    mine = span(document, "Köln", annotator="anna")
    project.do(edits.add(mine))
    before = whole(project, document)
    taken = bring_for(project, "bea", doccano(tmp_path, ("Köln", "LOC"), ("EU-Kommission", "ORG")))
    assert (taken.ids, codes(taken), taken.merged) == ((), ["merged"], 1)
    assert every(project) == [document]
    found = project.read.annotated(document, "bea").spans
    assert {(row.quote(TEXT), row.label) for row in found} == {("Köln", "LOC"), ("EU-Kommission", "ORG")}
    assert project.read.annotated(document, "anna").spans == (mine,)
    assert project._store.check() == []
    project.undo(document)
    assert whole(project, document) == before


def test_what_is_there_already_is_not_doubled_and_is_counted(project, document, tmp_path):
    path = doccano(tmp_path, ("Köln", "LOC"), ("EU-Kommission", "ORG"))
    bring_for(project, "bea", path)
    before = whole(project, document)
    taken = bring_for(project, "bea", path)
    assert (taken.ids, taken.merged) == ((), 0)
    assert whole(project, document) == before
    (told,) = taken.notices
    assert (told.details["added"], told.details["there"]) == ("0", "2")
    assert "already there: 2" in told.sentence


def test_undone_import_can_be_redone_after_restart(tmp_path):
    with closing(make_project(tmp_path, "Neu")) as before:
        document = add_article(before)
        bring_for(before, "bea", doccano(tmp_path, ("Köln", "LOC")))
        after = whole(before, document)
    with closing(Project.open(before.path)) as opened:
        opened.undo(document)
        assert opened.read.annotated(document, None).spans == ()
        opened.redo(document)
        assert whole(opened, document) == after


def test_all_kinds_of_decisions_merge_without_changing_existing_ones(project, document):
    project.set_annotator("bea")
    mine = claim(document, "sie spare viel", annotator="bea", note="meine", attributes={"topic": "economy"})
    project.do(edits.add(mine))
    entry = project.read.annotated(document, None)
    there = replace(mine, id=new_id(), note="andere")
    name = span(document, "EU-Kommission", "ORG", annotator="bea")
    link = Relation(id=new_id(), label="claimant", head=there.id, tail=name.id, annotator="bea")
    brought = replace(
        entry,
        document=replace(entry.document, id="c" * 32, publisher="Blatt", meta={"ressort": "Wirtschaft"}),
        spans=(name, there),
        relations=(link,),
        labels=(DocumentLabel(document="c" * 32, annotator="bea", label="topic", value="Geld"),),
        sentences=(SentenceMark(document="c" * 32, annotator="bea", start=0, end=9),),
        states=(DocumentState(document="c" * 32, annotator="bea", state=State.DONE),),
        split="dev",
    )
    brought = replace(brought, spans=tuple(replace(row, document="c" * 32) for row in brought.spans))
    before = whole(project, document)
    taken = import_store.take_in(project, Incoming(annotated=(brought,)))
    assert sorted(codes(taken)) == ["kept", "merged"]
    found = project.read.annotated(document, None)
    assert mine in found.spans
    assert [(row.label, row.head) for row in found.relations] == [("claimant", mine.id)]
    assert [label.value for label in found.labels] == ["Geld"]
    assert len(found.sentences) == 1
    assert [state.state for state in found.states] == [State.DONE]
    assert found.split == "dev"
    assert (found.document.publisher, found.document.meta["ressort"]) == ("Blatt", "Wirtschaft")
    assert project._store.check() == []
    again = import_store.take_in(project, Incoming(annotated=(brought,)))
    assert again.merged == 0
    project.undo(document)
    assert whole(project, document) == before


def test_differing_facts_are_reported_and_kept(project, document, tmp_path):
    records = ({"text": TEXT, "label": [[0, 8, "MISC"]], "id": number} for number in (7, 8))
    taken = bring_for(project, "bea", write(tmp_path / "a.jsonl", *records))
    assert sorted(codes(taken)) == ["fact", "merged", "merged"]
    (told,) = [told for told in taken.notices if told.code == "fact"]
    assert "external_id" in told.sentence
    assert "8" in told.sentence
    assert project.read.document(document).meta["external_id"] == 7


def test_records_of_one_text_become_one_article(project, tmp_path):
    path = write(
        tmp_path / "a.jsonl",
        {"text": OTHER, "label": [[4, 17, "ORG"]], "id": 1},
        {"text": OTHER, "label": [[4, 17, "ORG"], [27, 34, "LOC"]], "id": 2},
    )
    taken = bring_for(project, "bea", path)
    (id_,) = taken.ids
    assert [row.quote(OTHER) for row in project.read.annotated(id_, "bea").spans] == ["EU-Kommission", "Brüssel"]
    assert sorted(codes(taken)) == ["fact", "merged"]
    assert project._store.check() == []


def test_two_claims_on_the_same_words_stay_two(project, document):
    first, second = (claim(document, "sie spare viel", annotator="bea", note=note) for note in ("eins", "zwei"))
    project.set_annotator("bea")
    project.do(edits.add(first))
    entry = project.read.annotated(document, None)
    spans = tuple(replace(row, id=new_id()) for row in (second, first))
    taken = import_store.take_in(project, Incoming(annotated=(replace(entry, spans=spans),)))
    assert [told.code for told in taken.notices] == ["merged"]
    assert sorted(row.note for row in project.read.annotated(document, "bea").spans) == ["eins", "zwei"]


def test_relations_between_articles_survive_export_and_import(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    with closing(make_project(tmp_path, "Neu")) as fresh:
        for entry in every_annotated(labelled.read, None):
            add_article(fresh, entry.document.title, entry.document.text)
        taken = bring(fresh, tmp_path / "a.jsonl")
        assert (taken.ids, codes(taken)) == ((), ["merged", "merged"])
        relations = [r.label for entry in every_annotated(fresh.read, None) for r in entry.relations]
        assert sorted(relations) == ["claimant", "evidence"]
        assert bring(fresh, tmp_path / "a.jsonl").merged == 0
        assert fresh._store.check() == []


@pytest.mark.parametrize("number", [0, 1])
def test_relations_connect_new_and_existing_articles(labelled, tmp_path, number):
    export(labelled, tmp_path / "a.jsonl")
    known = list(every_annotated(labelled.read, None))[number].document
    with closing(make_project(tmp_path, "Neu")) as fresh:
        add_article(fresh, known.title, known.text)
        taken = bring(fresh, tmp_path / "a.jsonl")
        assert (len(taken.ids), codes(taken)) == (1, ["merged"])
        relations = [r.label for entry in every_annotated(fresh.read, None) for r in entry.relations]
        assert sorted(relations) == ["claimant", "evidence"]
        assert fresh._store.check() == []


def test_suggestions_of_a_record_come_where_nobody_said_anything(project, document):
    project.do(edits.add(span(document, "Köln")))
    entry = project.read.annotated(document, None)
    drafts = (suggestion(document, "Köln"), suggestion(document, "EU-Kommission", "ORG"))
    taken = import_store.take_in(project, Incoming(annotated=(replace(entry, suggestions=drafts),)))
    assert taken.suggestions == 1
    assert [s.quote(TEXT) for s in project.read.suggestions(document)] == ["EU-Kommission"]


def test_article_imported_with_its_labels_is_added_once(project, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    taken = bring_for(project, "bea", tmp_path / "a.txt", doccano(tmp_path, ("Köln", "LOC")))
    assert len(taken.ids) == 1
    assert codes(taken) == ["present"]


def test_stopped_early_nothing_was_merged(project, document, tmp_path):
    options = import_read.read_options(project, "bea")
    incoming = import_read.read([doccano(tmp_path, ("Köln", "LOC"))], options=options)
    steps = import_store.storing(project, incoming, as_suggestions=False, exclude_furniture=False)
    while not project._store.busy:
        next(steps)
    steps.close()
    assert project.read.annotated(document, None).spans == ()
    assert project.next_undo(document) is None


@pytest.mark.parametrize("label", ["TREE"])
def test_unknown_label_stores_nothing(project, document, label):
    entry = project.read.annotated(document, None)
    wrong = span(document, "Köln", label, annotator="bea")
    with pytest.raises(SchemaError, match=label):
        import_store.take_in(project, Incoming(annotated=(replace(entry, spans=(wrong,)),)))
    assert project.read.annotated(document, None).spans == ()


def test_second_claimant_is_left_out_and_reported(project, document):
    said, firm = claim(document, "spare viel"), span(document, "EU-Kommission", "ORG")
    place = span(document, "Köln")
    project.do(edits.add([said, firm]))
    project.do(edits.relate(said, "claimant", firm, annotator="anna"))
    before = project.read.annotated(document, None)
    other = Relation(id=new_id(), label="claimant", head=said.id, tail=place.id, annotator="anna")
    evidence = replace(other, id=new_id(), label="evidence")
    record = replace(before, spans=(*before.spans, place), relations=(other, evidence))
    taken = import_store.take_in(project, Incoming(annotated=(record,)))
    after = project.read.annotated(document, None)
    assert [(r.label, r.tail) for r in after.relations if r.label == "claimant"] == [("claimant", firm.id)]
    assert [r.tail for r in after.relations if r.label == "evidence"] == [place.id]
    (told,) = (each for each in taken.notices if each.code == "second")
    assert "a second claimant of the same words was left out" in told.sentence
    merged = next(each for each in taken.notices if each.code == "merged")
    assert (merged.details["added"], merged.details["there"]) == ("2", "2")
