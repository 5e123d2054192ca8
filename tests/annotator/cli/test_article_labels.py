"""`import` of labels of whole articles from tables and JSON Lines."""

import json
import sqlite3
from contextlib import closing

import pytest

TABLE = 'text;Kategorie;label\n"Bonn ruht seit Montag.";Stadt;Lokales\n"Köln wächst weiter.";Stadt;\n'


def labels(path):
    with closing(sqlite3.connect(path)) as read:
        return sorted(read.execute("SELECT label, value, annotator FROM document_label"))


def test_label_column_of_csv_becomes_labels_of_articles(ask, path, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    before = labels(path)
    ask("import", path, tmp_path / "a.csv")
    assert [row for row in labels(path) if row not in before] == [("label", "Lokales", "import")]


def test_chosen_column_is_named_as_in_the_table(ask, path, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    ask("import", path, tmp_path / "a.csv", "--column", "text=text", "--column", "label=Kategorie", code=1)
    assert [row for row in labels(path) if row[0] == "Kategorie"] == [("Kategorie", "Stadt", "import")] * 2


@pytest.mark.parametrize(("key", "given"), [("label", "Lokales"), ("labels", ["Lokales", "Bau"])])
def test_labels_of_jsonl_become_labels_of_articles(ask, path, tmp_path, key, given):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Bonn ruht.", key: given}) + "\n", "utf-8")
    ask("import", path, tmp_path / "a.jsonl")
    assert {value for name, value, _ in labels(path) if name == "label"} == {*([given] if key == "label" else given)}


def test_labels_are_added_to_articles_that_are_there(ask, path, tmp_path):
    (tmp_path / "a.csv").write_text("text\n" + '"Bonn ruht seit Montag."\n', "utf-8")
    ask("import", path, tmp_path / "a.csv", "--column", "text=text")
    (tmp_path / "b.csv").write_text(TABLE, "utf-8")
    assert "1" in ask("import", path, tmp_path / "b.csv").out
    assert ("label", "Lokales", "import") in labels(path)
    with closing(sqlite3.connect(path)) as read:
        texts = [text for (text,) in read.execute("SELECT text FROM document_text WHERE text LIKE 'Bonn ruht%'")]
    assert texts == ["Bonn ruht seit Montag."]
