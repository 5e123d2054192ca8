"""The notes that `export` prints besides those on lost labels."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.model.values import SentenceMark, State
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.annotator.made import claim, span


def test_export_counts_losses_that_jsonl_keeps(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        document = project.read.document(project.read.find_document("Kürzlich"))
        mark = SentenceMark(document=document.id, annotator="anna", start=0, end=8)
        project.do(edits.see([mark], annotator="anna"))
        meta = {**document.meta, "batch": "Mai", "priority": "high"}
        project.do(edits.describe(document, replace(document, meta=meta), annotator="anna"))
    told = json.loads(ask("export", path, tmp_path / "a", "--format", "conll", "--dry-run", "--json").out)
    assert told["written"] + told["changed"] + told["lost"] == told["spans"]
    besides = {name: told["besides"][name] for name in ("sentence_mark", "document_state", "batch", "priority")}
    assert set(besides.values()) == {1}
    said = ask("export", path, tmp_path / "a", "--format", "conll").out
    counts = "sentences read and empty: 1, states of articles: 1, batches: 1, priorities: 1, kinds of article details"
    assert counts in said
    assert "Not written: title (articles: " in said
    told = json.loads(ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl", "--json").out)
    assert (told["besides"], told["losses"]) == ({}, [])
    ask("new", tmp_path / "b.spanwright")
    ask("import", tmp_path / "b.spanwright", tmp_path / "a.jsonl")
    ask("export", tmp_path / "b.spanwright", tmp_path / "b.jsonl", "--format", "jsonl", "--annotator", "anna")
    ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl", "--annotator", "anna")
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--format", "xml"), "no format called xml"),
        (("--format", "jsonl", "--split", "half"), "is not a split"),
        (("--format", "jsonl", "--split", "50/50/50", "--dry-run"), "is not a split"),
        (("--format", "jsonl", "--overlap", "luck"), "not a policy"),
        (("--format", "conll", "--overlap", "layer:nix"), "no layer nix. Layers: entities, claims"),
        (("--format", "conll", "--layer", "nix"), "no layer nix. Layers: entities, claims"),
    ],
)
def test_a_wrong_value_of_an_option_is_wrong_usage(ask, path, tmp_path, options, sentence):
    assert sentence in ask("export", path, tmp_path / "out", *options, code=2).err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("options", [("huggingface",), ("brat",), ("jsonl", "--split", "50/0/50")])
def test_folder_named_like_a_file_is_refused_unless_it_exists(ask, path, tmp_path, options):
    command = ("export", path, tmp_path / "a.jsonl", "--format", *options)
    assert "The export is a folder of files: call it a instead of a.jsonl." in ask(*command, code=1).err
    assert not (tmp_path / "a.jsonl").exists()
    (tmp_path / "a.jsonl").mkdir()
    ask(*command)
    assert list((tmp_path / "a.jsonl").iterdir())
    ask("export", path, tmp_path / "v1.2", "--format", *options)


def test_names_win_over_claims_unless_longest_is_chosen(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        document = project.read.find_document("Kürzlich")
        project.do(edits.add([claim(document, "Köln ein"), span(document, "Köln", "LOC")]))
    for options, wins in (((), "B-LOC"), (("--overlap", "longest"), "B-CLAIM")):
        ask("export", path, tmp_path / "out.conll", "--format", "conll", *options)
        assert f"Köln _ _ {wins}\n" in (tmp_path / "out.conll").read_text("utf-8")


def test_a_layer_that_is_there_may_win(ask, path, tmp_path):
    ask("export", path, tmp_path / "out.conll", "--format", "conll", "--overlap", "layer:claims")
    assert "CLAIM" in (tmp_path / "out.conll").read_text("utf-8")


def test_export_names_unwritten_labels_of_others(ask, path, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Anna wohnt hier.", "label": [[0, 4, "PER"]]}', "utf-8")
    said = ask("import", path, tmp_path / "a.jsonl").out
    assert "1 label without an annotator: stored as import; to name one, use --annotator." in said
    out = tmp_path / "out.conll"
    told = json.loads(ask("export", path, out, "--format", "conll", "--json").out)["others"]
    assert told["import"] == 1
    sentence = "Labels of other annotators are not written ("
    assert sentence in ask("export", path, out, "--format", "conll").err
    assert sentence not in ask("export", path, out, "--format", "conll", "--everyone").err
    assert sentence not in ask("export", path, tmp_path / "out.jsonl", "--format", "jsonl").err
    assert "Anna _ _ B-PER" in out.read_text("utf-8")


@pytest.fixture
def imported(ask, tmp_path):
    """Return a function that makes a project with imported labels of the given annotators, and no others."""

    def made(*annotators):
        project = tmp_path / "imported.spanwright"
        ask("new", project)
        (tmp_path / "in.jsonl").write_text('{"text": "Anna wohnt hier.", "label": [[0, 4, "PER"]]}', "utf-8")
        for name in annotators:
            ask("import", project, tmp_path / "in.jsonl", "--annotator", name)
        return project

    return made


def test_plain_export_writes_imported_labels_of_only_annotator(ask, imported, tmp_path):
    project, out = imported("ida"), tmp_path / "out.conll"
    told = json.loads(ask("export", project, out, "--format", "conll", "--json").out)
    assert (told["spans"], told["annotator"], told["others"]) == (1, "ida", {})
    assert "Anna _ _ B-PER" in out.read_text("utf-8")
    assert "The labels are those of ida." in ask("export", project, out, "--format", "conll").out


def test_only_finished_imported_articles_can_be_exported(ask, imported, tmp_path):
    project = imported("ida")
    with closing(Project.open(project)) as opened:
        (document,) = opened.read.document_ids(DocumentQuery(annotator=None))
        opened.do(edits.set_state(None, document, State.DONE, annotator=opened.annotator))
    told = json.loads(ask("export", project, tmp_path / "a", "--format", "conll", "--done-only", "--json").out)
    assert (told["documents"], told["spans"]) == (1, 1)


def test_export_asks_whose_labels_if_own_are_missing(ask, imported, tmp_path):
    project, out = imported("ida", "jo"), tmp_path / "out.conll"
    for more in ((), ("--dry-run",), ("--json",)):
        said = ask("export", project, out, "--format", "conll", *more, code=1)
        assert "ida (1), jo (1)" in said.err
        assert "--annotator NAME" in said.err
        assert said.out == ""
    assert not out.exists()
    told = json.loads(ask("export", project, out, "--format", "conll", "--annotator", "jo", "--json").out)
    assert (told["spans"], told["others"]) == (1, {"ida": 1})


def test_only_layers_asked_for_decide_whose_labels(ask, imported, tmp_path):
    project = imported("ida", "jo")
    told = json.loads(ask("export", project, tmp_path / "a", "--format", "conll", "--layer", "claims", "--json").out)
    assert (told["spans"], told["others"]) == (0, {})


def test_claims_without_verdict_write_nothing_and_say_so(ask, path, tmp_path):
    out = tmp_path / "out.jsonld"
    out.write_text("earlier", "utf-8")
    said = ask("export", path, out, "--format", "claim-review", "--json", code=1)
    assert said.err == (
        "Nothing can be written: ClaimReview (schema.org) holds only claims with a verdict that it knows. Claims"
        " without one: 1.\n"
    )
    assert (said.out, out.read_text("utf-8")) == ("", "earlier")
    assert "Nothing can be written" in ask("export", path, out, "--format", "claim-review", "--dry-run").err
    assert "there are none" in ask("export", path, out, "--format", "fever", "--layer", "entities", code=1).err
