"""JSON with labels in the forms of other tools: each label is read or reported."""

import json
from typing import Any

import pytest

from annotator.formats.registry import importer_for
from tests.annotator.formats.reading import quotes_of, read

TEXT = "Zoë Müller wohnt in Bonn."
PER, LOC = [0, 10, "PER"], [20, 24, "LOC"]
OBJECTS = [{"start": 0, "end": 10, "label": "PER"}, {"start": 20, "end": 24, "label": "LOC"}]
TOKENS = [
    *({"orth": "Zoë", "ner": "B-PER"}, {"orth": "Müller", "ner": "L-PER"}, {"orth": "wohnt", "ner": "O"}),
    *({"orth": "in", "ner": "O"}, {"orth": "Bonn", "ner": "U-LOC"}, {"orth": ".", "ner": "O"}),
]
DENOTED = [
    {"id": "T1", "span": {"begin": 0, "end": 10}, "obj": "PER"},
    {"id": "T2", "span": {"begin": 20, "end": 24}, "obj": "LOC"},
]
SHAPES: dict[str, dict[str, Any]] = {
    "lists": {"text": TEXT, "entities": [PER, LOC]},
    "objects": {"text": TEXT, "entities": OBJECTS},
    "types": {"content": TEXT, "ents": [{"start_char": s, "end_char": e, "type": v} for s, e, v in (PER, LOC)]},
    "old-doccano": {
        "text": TEXT,
        "annotations": [{"label": v, "start_offset": s, "end_offset": e, "user": 1} for s, e, v in (PER, LOC)],
    },
    "spacy-2": {"id": 0, "paragraphs": [{"raw": TEXT, "sentences": [{"tokens": TOKENS}]}]},
    "pubannotation": {"text": TEXT, "denotations": DENOTED},
    "tracks": {"text": TEXT, "tracks": [{"project": "bea", "denotations": DENOTED}]},
    "spans": {"text": TEXT, "spans": [PER, LOC]},
}


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", SHAPES)
def test_labels_of_each_shape_are_read(tmp_path, shape, indent, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_text(json.dumps(SHAPES[shape], ensure_ascii=False, indent=indent), "utf-8")
    chosen = importer_for(path)
    assert chosen is not None
    (entry,), problems = read(chosen.name, path)
    assert (entry.document.text, quotes_of(entry), problems) == (TEXT, [("PER", "Zoë Müller"), ("LOC", "Bonn")], [])


PAIRS = [[TEXT, {"entities": [PER, LOC]}], ["Bonn liegt am Rhein.", {"entities": [[0, 4, "LOC"]]}]]


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".json", json.dumps(PAIRS, ensure_ascii=False)),
        (".json", json.dumps(PAIRS, ensure_ascii=False, indent=2)),
        (".jsonl", "".join(json.dumps(pair) + "\n" for pair in PAIRS)),
    ],
)
def test_pairs_of_text_and_labels_are_read(tmp_path, suffix, content):
    path = tmp_path / f"a{suffix}"
    path.write_text(content, "utf-8")
    chosen = importer_for(path)
    assert chosen is not None
    (first, second), problems = read(chosen.name, path)
    assert (first.document.text, quotes_of(first)) == (TEXT, [("PER", "Zoë Müller"), ("LOC", "Bonn")])
    assert (quotes_of(second), problems) == ([("LOC", "Bonn")], [])


def test_list_without_labels_is_told_in_its_own_words(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([[TEXT, "PER"], SHAPES["lists"]]), "utf-8")
    found, (problem,) = read("json-labels", path)
    assert (len(found), problem.code) == (1, "line.object")


def test_labels_after_an_article_without_any_are_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(x) + "\n" for x in ({"text": TEXT, "entities": []}, SHAPES["lists"])), "utf-8")
    found, problems = read("jsonl", path)
    assert [quotes_of(entry) for entry in found] == [[], [("PER", "Zoë Müller"), ("LOC", "Bonn")]]
    assert problems == []


def test_label_of_the_article_becomes_one(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": "Stadt"}), "utf-8")
    (entry,), _ = read("json-labels", path)
    assert [(label.label, label.value) for label in entry.labels] == [("label", "Stadt")]


@pytest.mark.parametrize("rest", [{"entities": [["PER", "Zoë"]]}, {"marks": [{"begin": 0, "x": "PER"}]}])
def test_labels_not_understood_are_reported(tmp_path, rest):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, **rest}), "utf-8")
    (_,), problems = read("jsonl", path)
    assert [problem.code for problem in problems] == ["record.labels"]
    assert problems[0].unread


def test_broken_pretty_printed_object_is_one_sentence(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(SHAPES["objects"], indent=2)[:-40], "utf-8")
    assert [len(each) for each in read("jsonl", path)] == [0, 1]


def test_relations_of_pubannotation_join_denotations(tmp_path):
    path = tmp_path / "a.json"
    relation = {"id": "R1", "pred": "claimant", "subj": "T1", "obj": "T2"}
    path.write_text(json.dumps({**SHAPES["pubannotation"], "relations": [relation]}), "utf-8")
    (entry,), _ = read("json-labels", path)
    assert [one.label for one in entry.relations] == ["claimant"]
