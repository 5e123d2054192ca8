"""Storing imported files in a project."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.formats.shared.renewed import with_new_ids
from annotator.jobs import schema_change
from annotator.jobs.importing import import_store
from annotator.jobs.importing.import_read import Incoming
from annotator.model.json_records import to_line
from annotator.model.schema import Label
from annotator.model.values import Identity, Relation
from annotator.processes import slices
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import SchemaError
from annotator.text.normalization import fingerprint
from tests.annotator.made import OTHER, TEXT, add_article, every_annotated, make_project, span
from tests.annotator.trips import bring, codes, export, lines, write


def test_identical_record_is_skipped_with_a_notice(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    before = [to_line(entry) for entry in every_annotated(labelled.read, None)]
    taken = bring(labelled, tmp_path / "a.jsonl")
    assert taken.ids == ()
    assert codes(taken) == ["same", "same"]
    assert [to_line(entry) for entry in every_annotated(labelled.read, None)] == before


def test_labels_that_the_project_gets_come_in_the_same_transaction(labelled, document, tmp_path):
    label = Label(
        id="STOFF", layer="entities", name={"de": "Stoff"}, help={}, key=None, light="#101010", dark="#f0f0f0"
    )
    change = SchemaChange(before=labelled.schema, after=labelled.schema)
    schema = add_label(change, label).after
    entry = labelled.read.annotated(document, None)
    spans = tuple(replace(each, label="STOFF") for each in entry.spans if each.layer == "entities")
    longer = TEXT + " Ende."
    other = replace(entry.document, text=longer, sha256=fingerprint(longer))
    incoming = Incoming(annotated=(with_new_ids(replace(entry, document=other, spans=spans, relations=())),))
    steps_ = import_store.storing(labelled, incoming, as_suggestions=False, exclude_furniture=False, schema=schema)
    for _ in range(20):
        next(steps_)
        if labelled._store.busy:
            break
    steps_.close()
    assert labelled.schema.label("entities", "STOFF") is None
    assert schema_change.last(labelled.read) is None
    again = import_store.storing(labelled, incoming, as_suggestions=False, exclude_furniture=False, schema=schema)
    stored = slices.finish(again)
    assert [row.label for row in labelled.read.annotated(stored.ids[0], None).spans] == ["STOFF"] * len(spans)
    with closing(Project.open(labelled.path, read_only=True)) as reopened:
        assert reopened.schema.label("entities", "STOFF") == label
    assert schema_change.take_back(labelled) is not None
    assert not labelled.schema.label("entities", "STOFF").active


def test_older_export_is_merged_as_one_step(labelled, document, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    labelled.do(edits.relabel(labelled.read.annotated(document, "anna").spans[0], "entities", "MISC", annotator="anna"))
    before = to_line(labelled.read.annotated(document, None))
    taken = bring(labelled, tmp_path / "a.jsonl")
    assert taken.ids == ()
    assert sorted(codes(taken)) == ["merged", "same"]
    (told,) = [told for told in taken.notices if told.code == "merged"]
    assert (told.details["added"], told.details["there"]) == ("1", "5")
    after = labelled.read.annotated(document, None)
    assert len({row.id for row in after.spans}) == 4
    assert {row.label for row in after.spans if row.start == after.spans[0].start} == {"MISC", "LOC"}
    assert labelled._store.check() == []
    labelled.undo(document)
    assert to_line(labelled.read.annotated(document, None)) == before


def test_same_id_with_another_text_gets_new_ids(labelled, document, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    record = {**lines(tmp_path / "a.jsonl")[0], "text": TEXT + " Ende.", "sha256": None}
    taken = bring(labelled, write(tmp_path / "b.jsonl", record))
    assert codes(taken) == ["renewed"]
    assert "with new ids" in taken.notices[0].sentence
    (fresh,) = taken.ids
    assert fresh != document
    assert len(labelled.read.annotated(fresh, None).spans) == 3
    assert len(labelled.read.annotated(fresh, None).relations) == 2
    assert labelled._store.check() == []


def test_the_same_record_twice_in_a_file_is_added_once(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    record = lines(tmp_path / "a.jsonl")[1]
    twice = write(tmp_path / "twice.jsonl", record, record, {**record, "title": "Anders"})
    with closing(make_project(tmp_path, "Neu")) as fresh:
        taken = bring(fresh, twice)
        assert codes(taken) == ["same", "fact", "merged"]
        assert len(taken.ids) == 1


def test_colliding_row_ids_are_replaced(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    record = lines(tmp_path / "a.jsonl")[1]
    other = write(tmp_path / "b.jsonl", {**record, "id": "0" * 32, "text": record["text"] + " Ende.", "sha256": None})
    taken = bring(labelled, other)
    assert codes(taken) == ["renewed"]
    span_id = record["spans"][0]["id"]
    other_row = write(tmp_path / "c.jsonl", {**record, "id": span_id, "spans": [], "relations": [], "states": []})
    assert codes(bring(labelled, other_row)) == ["present"]


def test_dangling_relation_is_left_out_with_a_notice(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    first = write(tmp_path / "first.jsonl", lines(tmp_path / "a.jsonl")[0])
    with closing(make_project(tmp_path, "Neu")) as fresh:
        taken = bring(fresh, first)
        assert codes(taken) == ["relation"]
        assert "evidence" in taken.notices[0].sentence
        assert [r.label for r in fresh.read.annotated(taken.ids[0], None).relations] == ["claimant"]
        assert fresh._store.check() == []


def test_name_known_with_other_facts_is_reported(project, document, tmp_path):
    entry = project.read.annotated(document, None)

    def version(name, fresh_id):
        mention = span(fresh_id, "Köln", attributes={"identity": "f" * 32})
        return replace(
            entry,
            document=replace(entry.document, id=fresh_id, text=TEXT),
            spans=(mention,),
            identities=(Identity(id="f" * 32, name=name, label="LOC"),),
        )

    first, second = version("Köln", "a" * 32), version("Colonia", "b" * 32)
    assert codes(import_store.take_in(project, Incoming(annotated=(first,)))) == ["merged"]
    taken = import_store.take_in(project, Incoming(annotated=(second,)))
    assert sorted(codes(taken)) == ["identity", "merged"]
    assert project.read.identities(["f" * 32])[0].name == "Köln"


def test_simplest_corpus_is_one_text_per_line(project, tmp_path):
    path = write(tmp_path / "c.jsonl", {"text": TEXT, "id": "art-1"}, {"text": OTHER}, {"text": TEXT})
    taken = bring(project, path)
    assert len(taken.ids) == 2
    assert codes(taken) == ["repeat"]
    assert project.read.document(taken.ids[0]).meta["external_id"] == "art-1"


def test_unknown_label_stores_nothing(project, tmp_path):
    spans = [{"layer": "entities", "label": "TREE", "start": 0, "end": 4}]
    path = write(tmp_path / "c.jsonl", {"text": OTHER}, {"text": TEXT, "spans": spans})
    (tmp_path / "a.txt").write_text("Noch ein Artikel.", "utf-8")
    for as_suggestions in (False, True):
        with pytest.raises(SchemaError, match="TREE"):
            bring(project, path, tmp_path / "a.txt", as_suggestions=as_suggestions)
    assert project.read.document_ids(DocumentQuery(annotator=None)) == []


def test_article_that_is_there_already_is_reported(project, document, tmp_path):
    (tmp_path / "again.txt").write_text(TEXT, "utf-8")
    taken = bring(project, tmp_path / "again.txt")
    assert (taken.ids, codes(taken)) == ((), ["present"])
    assert "word for word" in taken.notices[0].sentence


# Labels as suggestions


def test_labels_as_suggestions_reach_known_and_new_articles(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    with closing(make_project(tmp_path, "Neu")) as fresh:
        known = add_article(fresh)
        taken = bring(fresh, tmp_path / "a.jsonl", as_suggestions=True)
        assert taken.suggestions == 4
        assert len(taken.ids) == 1
        pending = fresh.read.annotated(known, None, suggestions=True)
        assert pending.spans == ()
        assert {s.quote(TEXT) for s in pending.suggestions} == {"sie spare viel", "EU-Kommission", "Köln"}
        (said,) = [s for s in pending.suggestions if s.layer == "claims"]
        assert [(r.label, r.tail_label) for r in said.relations] == [("claimant", "ORG")]
        again = bring(fresh, tmp_path / "a.jsonl", as_suggestions=True)
        assert again.ids == ()
        assert fresh.read.annotated(known, None, suggestions=True).suggestions == pending.suggestions
        assert fresh._store.check() == []


# Out


def test_relation_stays_in_its_article_if_ids_repeat(project, document):
    known = span(document, "Köln")
    project.do(edits.add(known))
    there = project.read.annotated(document, None)
    home = replace(there.document, id="b" * 32, text=OTHER, sha256=fingerprint(OTHER), title="Anderes")
    tail = replace(span(home.id, "Brüssel", text=OTHER), id="a" * 32)
    head = span(home.id, "EU-Kommission", "ORG", text=OTHER)
    relation = Relation(id="c" * 32, label="claimant", head=head.id, tail=tail.id, annotator="anna")
    other = replace(there, document=home, spans=(head, tail), relations=(relation,))
    first = replace(there, spans=(replace(known, id=tail.id),))
    import_store.take_in(project, Incoming(annotated=(first, other)))
    (found,) = project.read.annotated(home.id, None).relations
    assert (found.head, found.tail) == (head.id, tail.id)


def test_article_deleted_during_an_import_gets_no_suggestions(project, document):
    entry = replace(project.read.annotated(document, None), spans=(span(document, "Köln"),))
    stored = slices.finish(
        import_store.storing(project, Incoming(annotated=(entry,)), as_suggestions=True, exclude_furniture=False)
    )
    project.delete_documents([document])
    assert slices.finish(import_store.following(project, stored, carry=False, supersede=False)).ids == ()
