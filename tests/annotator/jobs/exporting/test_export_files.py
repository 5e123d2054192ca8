"""Exporting a project to files, and importing them again."""

import json
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.formats.fit import Options
from annotator.formats.registry import EXPORTERS
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.importing import import_store
from annotator.model.values import GOLD
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import FormatError, SchemaError, StoreError
from tests.annotator.formats.at_hand import BOTH
from tests.annotator.made import claim, make_project, span, suggestion
from tests.annotator.trips import bring, codes, export, lines, read_for


def test_jsonl_round_trip_is_byte_identical(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    with closing(make_project(tmp_path, "Neu", "boris")) as fresh:
        taken = bring(fresh, tmp_path / "a.jsonl")
        assert (len(taken.ids), taken.notices) == (2, ())
        export(fresh, tmp_path / "b.jsonl")
        assert fresh._store.check() == []
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_jsonl_exports_everyone_other_formats_the_current_annotator(labelled, document, tmp_path):
    labelled.set_annotator("boris")
    labelled.do(edits.add(span(document, "Kürzlich", "MISC", annotator="boris")))
    assert export(labelled, tmp_path / "all.jsonl").spans == 5
    assert export(labelled, tmp_path / "anna.jsonl", annotator="anna").spans == 4
    assert export(labelled, tmp_path / "boris.spacy", "docbin").spans == 1
    assert export(labelled, tmp_path / "anna.spacy", "docbin", annotator="anna").spans == 4


def test_unknown_annotator_and_layer_are_refused(labelled, tmp_path):
    with pytest.raises(StoreError, match="is adjudicated yet"):
        export(labelled, tmp_path / "a.jsonl", annotator=GOLD)
    with pytest.raises(SchemaError, match="no layer entitie"):
        export(labelled, tmp_path / "a.jsonl", options={"layers": ("entitie",)})
    with pytest.raises(FormatError, match="no format called xml"):
        export(labelled, tmp_path / "a.xml", "xml")
    assert not list(tmp_path.glob("a.*"))


def test_export_never_overwrites_the_project(labelled):
    before = labelled.path.read_bytes()
    with pytest.raises(FormatError, match="the project itself"):
        export(labelled, labelled.path)
    assert labelled.path.read_bytes() == before


def test_only_what_is_done_is_written_when_asked(labelled, document, tmp_path):
    assert export(labelled, tmp_path / "a.jsonl", done_only=True).documents == 1
    assert export(labelled, tmp_path / "b.spacy", "docbin", done_only=True).documents == 1
    labelled.set_annotator("boris")
    assert (
        export(labelled, tmp_path / "c.spacy", "docbin", done_only=True).documents == 1
    )  # of the only one with labels
    labelled.do(edits.add(span(document, "Kürzlich", "MISC", annotator="boris")))
    assert export(labelled, tmp_path / "d.spacy", "docbin", done_only=True).documents == 0


def test_suggestions_are_written_only_when_asked_for(labelled, document, tmp_path):
    labelled.put_suggestions(document, "de_news", [suggestion(document, "EU", "ORG")])
    export(labelled, tmp_path / "a.jsonl")
    export(labelled, tmp_path / "b.jsonl", options={"suggestions": True})
    assert [len(record["suggestions"]) for record in lines(tmp_path / "a.jsonl")] == [0, 0]
    assert [len(record["suggestions"]) for record in lines(tmp_path / "b.jsonl")] == [1, 0]
    assert codes(bring(labelled, tmp_path / "b.jsonl")) == ["same", "same"]
    with closing(make_project(tmp_path, "Neu")) as fresh:
        assert bring(fresh, tmp_path / "b.jsonl").suggestions == 1


def test_split_writes_three_files_with_progress_of_both_passes(labelled, tmp_path):
    heard = []
    report = export(
        labelled,
        tmp_path / "split",
        options={"split": "50/0/50"},
        progress=lambda done, total: heard.append((done, total)),
    )
    assert dict(report.splits) == {"train": 1, "dev": 0, "test": 1}
    assert sorted(path.name for path in (tmp_path / "split").iterdir()) == ["dev.jsonl", "test.jsonl", "train.jsonl"]
    assert heard[-1] == (4, 4)


def test_preflight_equals_export_report_and_writes_nothing(labelled, document, tmp_path):
    labelled.do(edits.add(span(document, "rzli", "MISC")))
    request = Request(format="docbin", options=Options(layers=("entities", "claims")))
    before = sorted(tmp_path.iterdir())
    told = export_files.preflight(labelled.path, request)
    assert sorted(tmp_path.iterdir()) == before
    assert told == export_files.export(labelled.path, tmp_path / "out.spacy", request)
    assert told.losses


def test_an_export_sees_one_moment_while_the_window_goes_on(labelled, document, tmp_path):
    def delete(done, total):
        if done == 0 and total:
            labelled.delete_documents(labelled.read.document_ids(DocumentQuery(annotator=None)))

    assert export(labelled, tmp_path / "a.jsonl", progress=delete).documents == 2
    assert labelled.read.document_ids(DocumentQuery(annotator=None)) == []


def test_invalid_project_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no project"):
        export_files.preflight(tmp_path / "x.spanwright", Request(format="jsonl"))
    with pytest.raises(StoreError):
        Project.open(tmp_path / "x.spanwright")


@pytest.mark.parametrize("name", BOTH)
def test_exports_are_recognised_and_imported_completely(labelled, tmp_path, name):
    target = tmp_path / "out" / f"x{EXPORTERS[name].suffix}"
    target.parent.mkdir()
    report = export(labelled, target, name)
    with closing(make_project(tmp_path, "Neu")) as fresh:
        incoming = read_for(fresh, target.parent)
        assert incoming.failures == incoming.problems == ()
        assert incoming.articles == ()
        taken = import_store.take_in(fresh, incoming)
        assert (incoming.notices, codes(taken)) == ((), [])
        assert len(taken.ids) == 2
        spans = [s for id_ in taken.ids for s in fresh.read.annotated(id_, None).spans]
        assert len(spans) == report.written + report.changed
        assert fresh._store.check() == []


def test_everyone_may_be_asked_for_in_any_format(labelled, document, tmp_path):
    labelled.set_annotator("boris")
    labelled.do(edits.add(span(document, "Kürzlich", "MISC", annotator="boris")))
    assert export(labelled, tmp_path / "one.json", "label-studio").spans == 1
    assert export(labelled, tmp_path / "all.json", "label-studio", everyone=True).spans == 5
    tasks = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert {entry["annotator"] for task in tasks for entry in task["annotations"]} == {"anna", "boris"}
    assert "verdict" in (tmp_path / "all.config.xml").read_text("utf-8")


def test_claim_format_includes_evidence_in_other_articles(labelled, tmp_path):
    export(labelled, tmp_path / "a.md", name="dossier-markdown")
    written = (tmp_path / "a.md").read_text("utf-8")
    assert "„Brüssel“ Anderer 🎈" in written
    assert "EU-Kommission" in written


def test_relations_to_other_annotators_are_reported_as_losses(labelled, document, tmp_path):
    labelled.set_annotator("boris")
    theirs = claim(document, "Kürzlich", annotator="boris"), span(document, "Köln", annotator="boris")
    labelled.do(edits.add(list(theirs)))
    labelled.set_annotator("anna")
    mine = {one.label: one for one in labelled.read.annotated(document, "anna").spans}
    labelled.do(edits.relate(theirs[0], "claimant", mine["ORG"], annotator="anna"))
    labelled.do(edits.relate(mine["CLAIM"], "claimant", theirs[1], annotator="anna"))
    ends = {one.id for one in theirs}
    joining = labelled.read.relations_of(ends)
    (from_theirs,), (to_theirs,) = (
        [one for one in joining if (one.head in ends) is begins] for begins in (True, False)
    )
    for name in ("brat", "prodigy", "claim-cards", "jsonl"):
        report = export(labelled, tmp_path / name, name, annotator="anna")
        assert report == export_files.preflight(labelled.path, Request(format=name, annotator="anna"))
        told = {loss.id for loss in report.losses if loss.reason == "relation_annotators"}
        assert told == ({from_theirs.id} if name == "jsonl" else {from_theirs.id, to_theirs.id})
        assert report.written + report.changed + report.lost == report.spans
