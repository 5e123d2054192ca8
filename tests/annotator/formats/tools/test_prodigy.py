"""Reading and writing Prodigy's JSONL."""

import json
from dataclasses import replace

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import Annotated, DocumentLabel
from tests.annotator.formats.reading import SCHEMA, codes, linked, of_rows, read, said, tidy, without, written
from tests.annotator.formats.texts import TEXT, document, hex_id, rich

SPANS = [
    {"start": 5, "end": 10, "token_start": 2, "token_end": 2, "label": "PER"},
    {"start": 17, "end": 27, "token_start": 5, "token_end": 6, "label": "CLAIM"},
]
SMITH = {
    "text": "🤗 Ms Weber adds: rents rise.",
    "spans": SPANS,
    "relations": [{"head": 6, "child": 2, "label": "CLAIMANT", "color": "#fff"}],
    "tokens": [],
    "_view_id": "relations",
    "_annotator_id": "desk-anna",
    "_input_hash": 1,
    "answer": "accept",
}


def put(path, *tasks):
    path.write_text("".join(json.dumps(task) + "\n" for task in tasks), "utf-8")
    return path


def chosen(annotated):
    return sorted((label.label, label.value, label.annotator) for label in annotated.labels)


def label(field, value, annotator="ada"):
    return DocumentLabel(document=hex_id(1), annotator=annotator, label=field, value=value)


def test_task_round_trip_with_fields_and_relations(tmp_path):
    article = without(tidy(rich()))
    (back,), problems, report = written("prodigy", tmp_path / "a.jsonl", article)
    assert problems == []
    assert of_rows(report) == []
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert chosen(back) == [("topic", "Steuern", "ada")]
    assert (back.document.publisher, back.document.published) == ("Rheinbote", "2022-11-30")
    assert back.document.meta == {"external_id": article.document.id}


def test_tokens_are_numbered_and_ends_inclusive(tmp_path):
    written("prodigy", tmp_path / "a.jsonl", tidy(rich()))
    task = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    for span in task["spans"]:
        assert task["tokens"][span["token_start"]]["start"] == span["start"]
        assert task["tokens"][span["token_end"]]["end"] == span["end"]
    (relation,) = task["relations"]
    assert relation["head"] == relation["head_span"]["token_end"]
    assert "".join(t["text"] + " " * t["ws"] for t in task["tokens"]) == TEXT


def test_reads_tasks_of_prodigy(tmp_path):
    (back,), problems = read("prodigy", put(tmp_path / "a.jsonl", SMITH))
    assert problems == []
    assert [(s.layer, s.label, s.quote(back.document.text), s.annotator) for s in back.spans] == [
        ("entities", "PER", "Weber", "desk-anna"),
        ("claims", "CLAIM", "rents rise", "desk-anna"),
    ]
    assert [relation.label for relation in back.relations] == ["claimant"]
    assert back.relations[0].head == back.spans[1].id


def test_rejected_tasks_are_reported(tmp_path):
    tasks = [{**SMITH, "answer": answer} for answer in ("reject", "ignore", "accept")]
    found, problems = read("prodigy", put(tmp_path / "a.jsonl", *tasks))
    assert len(found) == 1
    assert codes(problems) == [(1, "", "record.refused"), (2, "", "record.refused")]
    assert "(reject)" in problems[0].sentence


def test_choices_become_document_labels(tmp_path):
    tasks = [{"text": "Köln.", "label": "SPORT", "answer": "accept"}, {"text": "Bonn.", "accept": ["A", "B", 3]}]
    found, problems = read("prodigy", put(tmp_path / "a.jsonl", *tasks))
    assert problems == []
    assert [[label.value for label in entry.labels] for entry in found] == [["SPORT"], ["A", "B", "3"]]


def test_broken_spans_and_relations_are_reported(tmp_path):
    broken: dict[str, object] = {
        **SMITH,
        "spans": [*SPANS, {"start": 5, "end": 99, "label": "PER"}, {"start": 5, "end": 10, "label": "a/b"}, 7],
        "relations": [{"head": 9, "child": 2, "label": "CLAIMANT"}, {"head_span": 3, "child": [], "label": "claimant"}],
    }
    (back,), problems = read("prodigy", put(tmp_path / "a.jsonl", broken))
    assert len(back.spans) == 2
    assert back.relations == ()
    assert sorted(codes(problems)) == [
        (1, "relations 1", "row.end"),
        (1, "relations 2", "row.end"),
        (1, "relations 2", "row.kind"),
        (1, "spans 3", "row.outside"),
        (1, "spans 4", "row.label"),
        (1, "spans 5", "row.kind"),
    ]


def test_document_labels_are_accepted_options(tmp_path):
    field = SCHEMA.document_labels[0]
    values = [value.id for value in field.closed]
    article = Annotated(document=document(), labels=(label(field.id, values[0]),))
    schema = replace(SCHEMA, document_labels=(field,))
    report = exporter("prodigy").write([article], tmp_path / "a.jsonl", Options(schema=schema))
    (back,), problems = read("prodigy", tmp_path / "a.jsonl")
    task = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert [option["id"] for option in task["options"]] == [option["text"] for option in task["options"]] == values
    assert (task["accept"], task["answer"], task["_view_id"]) == ([values[0]], "accept", "choice")
    assert (chosen(back), problems, of_rows(report)) == ([(field.id, values[0], "ada")], [], [])


def test_document_labels_of_several_fields_and_annotators(tmp_path):
    field = SCHEMA.document_labels[0]
    same, other = (value.id for value in field.closed[:2])
    labels = (label(field.id, same), label(field.id, other, "ben"), label("topic", same), label("topic", same, "ben"))
    article = Annotated(document=document(), labels=labels)
    (back,), problems, _ = written("prodigy", tmp_path / "a.jsonl", article)
    assert problems == []
    assert chosen(back) == chosen(article)
    task = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert task["accept"] == [f"{field.id}: {same}", f"{field.id}: {other}", f"topic: {same}"]


def test_article_without_document_labels_has_no_options(tmp_path):
    written("prodigy", tmp_path / "a.jsonl", Annotated(document=document()))
    task = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert not {"options", "accept"} & task.keys()


def test_invalid_options_are_ignored(tmp_path):
    options = [7, {"id": ["A"]}, {"id": "A", "field": 3, "text": "A"}, {"id": "B", "text": "Bee"}]
    (back,), _ = read("prodigy", put(tmp_path / "a.jsonl", {"text": "Bonn.", "accept": ["A", "B"], "options": options}))
    assert [entry.value for entry in back.labels] == ["A", "B"]
