"""Reading and writing GLiNER's JSON."""

import json

import pytest

from tests.annotator.formats.reading import codes, read, written
from tests.annotator.formats.texts import rich


def test_spans_may_nest_and_include_last_token(tmp_path):
    written("gliner", tmp_path / "a.json", rich())
    (example,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert [example["tokenized_text"][first : last + 1] for first, last, _ in example["ner"]] == [
        ["Zoe\u0308", "Müller"],
        ["Köln"],
        ["sagte"],
        ["Die", "Steuern", "fallen", "bald"],
        ["Bonn"],
    ]
    written("gliner", tmp_path / "empty.json")
    assert json.loads((tmp_path / "empty.json").read_text("utf-8")) == []


def test_reads_examples(tmp_path):
    example = {"tokenized_text": ["Ms", "Weber", "spoke"], "ner": [[0, 1, "per"], [1, 1, "PER"]], "negatives": ["x"]}
    (tmp_path / "a.json").write_text(json.dumps([example]))
    (entry,), problems = read("gliner", tmp_path / "a.json")
    assert problems == []
    assert [s.quote(entry.document.text) for s in entry.spans] == ["Ms Weber", "Weber"]
    assert entry.document.meta == {"negatives": ["x"]}


@pytest.mark.parametrize(
    ("ner", "code"),
    [
        (["0", 0, "PER"], "row.kind"),
        ([0, 0], "row.missing"),
        ("PER", "row.missing"),
        ([0, 0, "=x"], "row.label"),
    ],
)
def test_broken_spans_are_reported(tmp_path, ner, code):
    (tmp_path / "a.jsonl").write_text(json.dumps({"tokenized_text": ["Ms", "Weber"], "ner": [ner, [1, 1, "PER"]]}))
    (entry,), problems = read("gliner", tmp_path / "a.jsonl")
    assert codes(problems) == [(1, "spans 1", code)]
    assert len(entry.spans) == 1


@pytest.mark.parametrize("ner", [[0, 9, "PER"], [1, 0, "PER"], [-1, 0, "PER"]])
def test_missing_tokens_are_reported_as_tokens(tmp_path, ner):
    (tmp_path / "a.jsonl").write_text(json.dumps({"tokenized_text": ["Ms", "Weber"], "ner": [ner, [1, 1, "PER"]]}))
    (entry,), (problem,) = read("gliner", tmp_path / "a.jsonl")
    assert (problem.code, problem.place, problem.unread) == ("row.tokens", "ner 1", True)
    assert problem.sentence.endswith(
        f"{ner[0]}–{ner[1]} is not a range in an article of 2 tokens; the label was left out. Tokens count from 0, and"
        " the last one is included."
    )
    assert len(entry.spans) == 1


def test_spans_after_a_missing_token_keep_their_numbers(tmp_path):
    ner = [[0, 9, "PER"], [0, 0], [1, 1, "PER"], [1, 1, "=x"]]
    (tmp_path / "a.jsonl").write_text(json.dumps({"tokenized_text": ["Ms", "Weber"], "ner": ner}))
    (entry,), problems = read("gliner", tmp_path / "a.jsonl")
    assert codes(problems) == [(1, "ner 1", "row.tokens"), (1, "spans 2", "row.missing"), (1, "spans 4", "row.label")]
    assert [span.quote(entry.document.text) for span in entry.spans] == ["Weber"]


@pytest.mark.parametrize("words", [[], ["a", ""], ["a", 3], "ab", None])
def test_example_without_tokens_is_reported(tmp_path, words):
    (tmp_path / "a.jsonl").write_text(json.dumps({"tokenized_text": words, "ner": []}))
    found, problems = read("gliner", tmp_path / "a.jsonl")
    assert found == []
    assert codes(problems)[-1] == (1, "", "record.tokens")
