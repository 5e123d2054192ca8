"""Datasets for Hugging Face."""

import json
import os
import time
from dataclasses import replace

import pytest
import srsly

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.formats.training_sets.hugging_face import card_names
from annotator.model.values import Annotated
from tests.annotator.formats.reading import SCHEMA, codes, linked, of_rows, read, said, tidy, without
from tests.annotator.formats.texts import document, hex_id, rich, span

OUT = exporter("huggingface")


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def front(folder):
    """Return the card's front matter, read by a YAML library."""
    _, head, _ = (folder / "README.md").read_text("utf-8").split("---\n", 2)
    return srsly.yaml_loads(head)


def test_article_round_trip_with_fields_relations_and_labels(tmp_path):
    article = without(tidy(rich()))
    report = OUT.write([article], tmp_path / "out", Options(schema=SCHEMA))
    assert of_rows(report) == []
    (back,), problems = read("huggingface", tmp_path / "out" / "data" / "train.jsonl")
    assert problems == []
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert [label.value for label in back.labels] == ["Steuern"]
    assert back.document.published == "2022-11-30"


def test_splits_share_folder_and_classes(tmp_path):
    labels, texts = ["LOC", "PER", "X"] * 4, [f"Nummer {number} aus Köln." for number in range(12)]
    stream = [
        Annotated(document=document(n, text), spans=(span(1, "Köln", document=hex_id(n), label=label, text=text),))
        for n, (label, text) in enumerate(zip(labels, texts, strict=True))
    ]
    report = OUT.write(stream, tmp_path / "out", Options(split="50/25/25", schema=SCHEMA))
    names = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert names == ["README.md", "data/test.jsonl", "data/train.jsonl", "data/validation.jsonl"]
    assert dict(report.splits) == {"train": 6, "dev": 3, "test": 3}
    card = front(tmp_path / "out")
    (column,) = [f for f in card["dataset_info"]["features"] if f["name"] == "ner_tags"]
    classes = list(column["sequence"]["class_label"]["names"].values())
    assert classes[0] == "O"
    assert classes[1:] == sorted(classes[1:])
    assert {"B-X", "I-X", "B-PER", "I-ORG"} <= set(classes)
    for path in (tmp_path / "out" / "data").iterdir():
        for row in lines(path):
            assert set(row["ner_tags"]) <= set(classes)
            assert len(row["ner_tags"]) == len(row["tokens"])
    paths = {entry["split"]: entry["path"] for entry in card["configs"][0]["data_files"]}
    assert paths == {name: f"data/{name}.jsonl" for name in ("train", "validation", "test")}


def test_rows_have_columns_of_card(tmp_path):
    bare = Annotated(document=document(2, "Nichts."))
    OUT.write([tidy(rich()), bare], tmp_path / "out", Options(schema=SCHEMA))
    features = {f["name"]: f for f in front(tmp_path / "out")["dataset_info"]["features"]}
    for row in lines(tmp_path / "out" / "data" / "train.jsonl"):
        assert set(row) == set(features)
        for name in ("spans", "relations", "labels"):
            for entry in row[name]:
                assert set(entry) == {field["name"] for field in features[name]["list"]}


def test_chunks_are_of_exported_layer(tmp_path):
    OUT.write([tidy(rich())], tmp_path / "out", Options(layers=("claims",), schema=SCHEMA))
    (row,) = lines(tmp_path / "out" / "data" / "train.jsonl")
    assert set(row["ner_tags"]) == {"O", "B-CLAIM", "I-CLAIM"}


def test_reads_foreign_rows_with_names_or_numbers(tmp_path):
    OUT.write([replace(tidy(rich()), spans=())], tmp_path, Options(schema=SCHEMA))
    row = {"id": "0", "tokens": ["Zoë", "Müller", "lacht"], "ner_tags": ["B-PER", "I-PER", "O"]}
    path = tmp_path / "data" / "train.jsonl"
    classes = ["O", *sorted(f"{p}-{v.id}" for v in SCHEMA.labels if v.layer == "entities" and v.active for p in "BI")]
    numbers = [classes.index(cell) for cell in row["ner_tags"]]
    rows = [
        row,
        {**row, "ner_tags": numbers},
        {**row, "ner_tags": [99, 0, 0]},
        {**row, "ner_tags": ["O"]},
        {"ner_tags": []},
    ]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in rows), "utf-8")
    found, problems = read("huggingface", path)
    assert [[(s.label, s.quote(e.document.text)) for s in e.spans] for e in found] == [[("PER", "Zoë Müller")]] * 2
    said = [(3, "", "record.names"), (4, "", "record.tags"), (5, "", "record.tokens")]
    assert codes(problems) == [(2, "", "record.twice"), *said]
    (tmp_path / "README.md").unlink()
    assert codes(read("huggingface", path)[1])[0] == (2, "", "record.names")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"end": 999}, "row.outside"),
        ({"start": None}, "row.missing"),
        ({"label": "=x"}, "row.label"),
        ({"attributes": "{"}, None),
        ({"attributes": {"speech": "loud"}}, "row.attribute"),
    ],
)
def test_broken_spans_are_reported(tmp_path, change, code):
    row = {"text": "Köln.", "spans": [{"label": "CLAIM", "start": 0, "end": 4, **change}], "ner_tags": []}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (_,), problems = read("huggingface", tmp_path / "a.jsonl")
    assert [problem.code for problem in problems] == ([code] if code else [])


def test_blank_tokens_are_left_out_with_their_tags(tmp_path):
    row = {"tokens": ["Anna", "", "Lee", " "], "ner_tags": ["B-PER", "O", "I-PER", "O"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (entry,), problems = read("huggingface", tmp_path / "a.jsonl")
    assert (entry.document.text, [s.parts for s in entry.spans], problems) == ("Anna Lee", [((0, 8),)], [])


def test_numbers_of_tokens_and_tags_must_agree(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"tokens": ["Anna", "Lee"], "ner_tags": ["B-PER"]}))
    found, (problem,) = read("huggingface", tmp_path / "a.jsonl")
    assert (found, problem.code, problem.unread) == ([], "record.tags", True)
    assert "2 tokens but 1 labels" in problem.sentence


def test_names_in_a_card_are_read_in_linear_time(tmp_path):
    def seconds(spaces):
        card = tmp_path / "README.md"
        card.write_text(f"class_label:\n names:\n  '0': x{' ' * spaces}y\n  '1': 'LOC' \n")
        before = time.process_time()
        assert card_names(card)[1] == "LOC"
        return time.process_time() - before

    assert seconds(20_000) < 0.01 + 3 * 10 * max(seconds(2_000), seconds(2_000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipe_in_place_of_a_card_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "README.md")
    assert card_names(tmp_path / "README.md") == []
