"""`import` of files that other tools wrote: what is read, and that each thing left out is reported."""

import json
import os
import sqlite3
import sys
from contextlib import closing
from zipfile import ZipFile

import pytest

from annotator.project.project import Project
from annotator.store.reader import DocumentQuery


def words_of(path):
    """Return (label, words) of all labels in the project."""
    with closing(Project.open(path, read_only=True)) as project:
        ids = project.read.document_ids(DocumentQuery(annotator=None))
        every = [project.read.annotated(id_, None) for id_ in ids]
        return sorted((s.label, s.quote(e.document.text)) for e in every for s in e.spans if s.annotator == "import")


def test_unclear_columns_are_asked_then_chosen(ask, path, tmp_path):
    file = tmp_path / "a.conll"
    file.write_text("Bonn Ort NN\nam Wort APPR\nRhein Ort NE\nfließt Wort VV\n", "utf-8")
    said = ask("import", path, file, code=1)
    assert "“1 Bonn | 2 Ort | 3 NN”; “1 am | 2 Wort" in said.err
    ask("import", path, file, "--columns", "1:token,2:label", "--map", "Ort=LOC")
    assert words_of(path) == [("LOC", "Bonn"), ("LOC", "Rhein")]


@pytest.mark.parametrize("wrong", ["", "2", "0:token", "1:label", "1:token,2:name", "1:token,2:token"])
def test_wrong_columns_are_refused_with_an_example(ask, path, tmp_path, wrong):
    said = ask("import", path, tmp_path, "--columns", wrong, code=2)
    assert "1:token,4:label" in said.err


def test_tokens_of_a_file_survive_import_and_export(ask, path, tmp_path):
    file, out = tmp_path / "a.conll", tmp_path / "b.conll"
    file.write_text("@anna:)\tO\n's\tO\nBonn.\tB-LOC\n.\tO\n\nu.s.w…\tO\nNew York\tB-LOC\n\n", "utf-8")
    added = json.loads(ask("import", path, file, "--json").out)["added"]
    assert len(added) == 1
    ask("export", path, out, "--format", "conll", "--annotator", "import")
    articles = out.read_text("utf-8").split("-DOCSTART- -X- -X- O\n\n")
    assert file.read_text("utf-8") in [article.replace("\t_\t_\t", "\t") for article in articles]


def test_scores_survive_as_suggestions(ask, path, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Bonn wächst.", "entities": [{"start": 0, "end": 4, "label": "LOC", "score": 0.7}]}\n')
    ask("import", path, file, "--as", "suggestions")
    with closing(Project.open(path, read_only=True)) as project:
        ids = project.read.document_ids(DocumentQuery(annotator=None))
        found = [s for id_ in ids for s in project.read.suggestions(id_) if s.label == "LOC" and s.score == 0.7]
    assert len(found) == 1


def test_column_of_labels_in_a_table_becomes_labels(ask, path, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("text,label\nBonn wächst und Köln auch.,Stadt\n", "utf-8")
    ask("import", path, file)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT label, value FROM document_label").fetchall() == [("label", "Stadt")]


BRAT = "T1\tLOC 0 4\tBonn\nT2\tLOC 16 20\tKöln\nR1\tNear Arg1:T1 Arg2:T2\n"


def test_relation_of_brat_becomes_a_new_one(ask, path, tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text("Bonn wächst und Köln auch.", "utf-8")
    (folder / "a.ann").write_text(BRAT, "utf-8")
    for name in ("README.md", "LICENSE.txt", "README"):
        (folder / name).write_text("How this was made.", "utf-8")
    told = json.loads(ask("import", path, folder, "--map", "Near=new", "--json").out)
    assert len(told["added"]) == 1
    assert told["new_labels"] == ["Near"]
    with closing(Project.open(path, read_only=True)) as project:
        relations = project.read.annotated(told["added"][0], None).relations
        assert [relation.label for relation in relations] == ["Near"]
        assert project.schema.label("entities", "Near") is None


def test_readme_above_a_folder_of_labels_is_no_article(ask, path, tmp_path):
    folder = tmp_path / "set"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "a.conll").write_text("Köln B-LOC\nruht O\n", "utf-8")
    for name in ("README.md", "data/README.md"):
        (folder / name).write_text("How this was made.", "utf-8")
    told = json.loads(ask("import", path, folder, "--json").out)
    assert len(told["added"]) == 1


@pytest.mark.parametrize("name", ["a.conll", "a.jsonl", "a.conllu"])
def test_empty_file_is_reported_and_the_others_are_imported(ask, path, tmp_path, name):
    folder = tmp_path / "several"
    folder.mkdir()
    (folder / name).write_bytes(b"")
    (folder / "z.conll").write_text("Köln B-LOC\nruht O\n", "utf-8")
    said = ask("import", path, folder, code=1)
    assert f"{name} has no articles" in said.err
    assert words_of(path) == [("LOC", "Köln")]


def test_project_of_codes_without_texts_is_refused(ask, path, tmp_path):
    codes = '<Codes><Code guid="22222222-2222-2222-2222-222222222222" name="Person" isCodable="true"/></Codes>'
    with ZipFile(tmp_path / "a.qdpx", "w") as archive:
        archive.writestr(
            "project.qde", f'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook>{codes}</CodeBook></Project>'
        )
    said = ask("import", path, tmp_path / "a.qdpx", code=1)
    assert "a.qdpx has no articles" in said.err
    assert "Export it again with its texts" in said.err


def test_text_file_of_tokens_becomes_labels(ask, path, tmp_path):
    rows = "-DOCSTART- -X- -X- O\n\nAnna NNP B-NP B-PER\nruht VBZ B-VP O\nin IN B-PP O\nKöln NNP B-NP B-LOC\n"
    (tmp_path / "train.txt").write_text(rows, "utf-8")
    (tmp_path / "artikel.txt").write_text("Bonn ruht.", "utf-8")
    ask("import", path, tmp_path / "train.txt", tmp_path / "artikel.txt")
    assert sorted(words_of(path)) == [("LOC", "Köln"), ("PER", "Anna")]


def test_same_article_twice_is_reported(ask, path, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Bonn ruht.", "entities": [[0, 4, "LOC"]]}\n' * 2, "utf-8")
    assert "already" in ask("import", path, file).out


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are always Unicode there")
def test_file_names_that_are_not_utf8_are_read(ask, path, tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / os.fsdecode(b"K\xf6ln.txt")).write_text("Köln ist groß und alt.", "utf-8")
    (folder / os.fsdecode(b"K\xf6ln.ann")).write_text("T1\tLOC 0 4\tKöln\n", "utf-8")
    plain = tmp_path / os.fsdecode(b"B\xf6rse.txt")
    plain.write_text("Der Rat tagt.", "utf-8")
    ask("import", path, folder, plain)
    assert words_of(path) == [("LOC", "Köln")]
    titles = [document["title"] for document in json.loads(ask("list", path, "--json").out)["documents"]]
    assert {"Köln", "Der Rat tagt."} <= {*titles}


def test_half_characters_in_metadata_never_end_an_import(ask, path, tmp_path):
    bad, good = tmp_path / "a.jsonl", tmp_path / "b.txt"
    bad.write_text('{"text": "Der Rat tagt.", "title": "Rat\\ud800", "author": "\\udfff", "url": "\\ud800"}\n')
    good.write_text("Die Stadt wächst.", "utf-8")
    assert len(json.loads(ask("import", path, bad, good, "--json").out)["added"]) == 2
