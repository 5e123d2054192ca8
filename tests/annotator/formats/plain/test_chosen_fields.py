"""Tables and JSON of any form, read with the columns or keys that the user chose."""

import csv
import json
from dataclasses import replace

import pytest

from annotator.formats.plain.chosen_fields import shown
from annotator.jobs.importing import import_read
from tests.annotator.formats.reading import NEWS, quotes_of

TEXT = "Die Kanzlei Brandt in Kiel schweigt."
NESTED = {"start": "marks.from", "end": "marks.to", "label": "marks.kind", "text": "page.words"}
SHAPES = {
    "objects": (
        {
            "page": {"words": TEXT},
            "marks": [{"from": 12, "to": 18, "kind": "ORG"}, {"from": 22, "to": 26, "kind": "LOC"}],
        },
        NESTED,
    ),
    "lists": (
        {"words": TEXT, "m": {"all": [["ORG", 12, 18], ["LOC", 22, 26]]}},
        {"label": "m.all.0", "start": "m.all.1", "end": "m.all.2", "text": "words"},
    ),
    "nested objects": (
        {
            "t": TEXT,
            "marks": [{"at": {"a": "12", "b": "18"}, "is": ["ORG"]}, {"at": {"a": 22.0, "b": 26}, "is": "LOC"}],
        },
        {"start": "marks.at.a", "end": "marks.at.b", "label": "marks.is", "text": "t"},
    ),
}


def read(path, fields):
    return import_read.read([path], options=replace(NEWS, fields={path: fields}))


@pytest.mark.parametrize("suffix", [".jsonl", ".json"])
@pytest.mark.parametrize("name", SHAPES)
def test_labels_of_any_json_are_read(tmp_path, name, suffix):
    record, fields = SHAPES[name]
    path = tmp_path / f"a{suffix}"
    path.write_text(json.dumps([record] if suffix == ".json" else record), "utf-8")
    incoming = read(path, fields)
    (entry,) = incoming.annotated
    assert (entry.document.text, quotes_of(entry)) == (TEXT, [("ORG", "Brandt"), ("LOC", "Kiel")])
    assert (incoming.problems, incoming.failures, incoming.articles) == ((), (), ())


def test_other_line_ends_within_a_cell_end_no_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("body,von,bis,was\nErst\u2028dann Kiel.,10,14,LOC\n", "utf-8")
    (entry,) = read(path, {"text": "body", "start": "von", "end": "bis", "label": "was"}).annotated
    assert quotes_of(entry) == [("LOC", "Kiel")]


def test_rows_of_one_text_are_one_article(tmp_path):
    path = tmp_path / "a.csv"
    rows = [("body", "von", "bis", "was", "thema"), (TEXT, 12, 18, "ORG", "Recht"), ("", 22, 26, "LOC", "")]
    rows += [("Kiel schläft.", 0, 4, "LOC", "Ruhe"), ("Nichts.", "", "", "", "")]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    fields = {"text": "body", "start": "von", "end": "bis", "label": "was", "class": "thema"}
    first, second, third = read(path, fields).annotated
    assert quotes_of(first) == [("ORG", "Brandt"), ("LOC", "Kiel")]
    assert (quotes_of(second), third.spans) == ([("LOC", "Kiel")], ())
    assert [(label.label, label.value) for label in first.labels] == [("thema", "Recht")]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_bad_ranges_and_unknown_labels_are_reported(tmp_path, name):
    rows = [{"t": TEXT, "a": 12, "b": 999, "l": "ORG"}, {"t": TEXT, "a": "x", "b": 4, "l": "ORG"}]
    rows += [{"t": TEXT, "a": 22, "b": 26, "l": "Ort9"}, {"t": TEXT, "a": 22, "b": 26, "l": "LOC"}]
    path = tmp_path / name
    with path.open("w", encoding="utf-8", newline="") as file:
        if name == "a.csv":
            writer = csv.DictWriter(file, ["t", "a", "b", "l"])
            writer.writeheader()
            writer.writerows(rows)
        else:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    incoming = read(path, {"text": "t", "start": "a", "end": "b", "label": "l"})
    assert [quotes_of(entry) for entry in incoming.annotated] == [[("LOC", "Kiel")]]
    assert [problem.place for problem in incoming.problems] == ["spans 1", "spans 2", "spans 3"]


@pytest.mark.parametrize(
    "content", ["", "{", '{"a": 1}\n', "a;b\n1;2\n", '[[1,2],"x"]', '{"marks": [7, null, {"from": []}]}']
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_hostile_files_yield_only_sentences(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    incoming = read(path, NESTED)
    assert incoming.annotated == ()
    assert incoming.problems or incoming.failures
    assert all(error.code != "text.bug" for _, error in incoming.failures)


LOOKING = {
    "a.jsonl": json.dumps({"body": TEXT, "marks": [{"from": 12, "to": 18, "kind": "ORG"}]}) + "\n",
    "b.jsonl": json.dumps({"body": TEXT, "marks": [[12, 18, "ORG"]]}) + "\n",
    "c.csv": f"text,start,end,label\n{TEXT},12,18,ORG\n",
    "d.jsonl": json.dumps({"text": TEXT, "entities": [["ORG", "Brandt"]]}) + "\n",
}


@pytest.mark.parametrize("name", LOOKING)
def test_labels_not_understood_are_reported_with_their_fields(tmp_path, name):
    path = tmp_path / name
    path.write_text(LOOKING[name], "utf-8")
    problems = import_read.read([path], options=NEWS).problems
    assert [problem.unread for problem in problems] == [True]
    assert problems[0].details["path"] == str(path)
    (row,) = json.loads(problems[0].details["shown"])
    assert TEXT[:20] in str(row)
    assert len(row) >= 3


def test_ordinary_articles_raise_no_question(tmp_path):
    record = {"body": TEXT, "links": [{"href": "a", "text": "b"}], "sizes": [[1, 2], [3, 4]], "from": "x", "n": 7}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    assert import_read.read([tmp_path / "a.jsonl"], options=NEWS).problems == ()


def test_shown_fields_are_few_and_short():
    deep = {"a": {"b": {"c": {"d": {"e": {"f": {"g": 1}}}}}}, **{f"k{n}": "x" * 999 for n in range(500)}}
    found = shown(deep)
    assert len(found) <= 60
    assert max(map(len, found.values())) <= 60
