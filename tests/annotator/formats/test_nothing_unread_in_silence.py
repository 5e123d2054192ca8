"""Each value in another tool's file is read, or a problem names it."""

import json

import pytest

from annotator.model.json_records import to_line
from tests.annotator.formats.reading import read

TEXT = "🤗 Ole Kant zahlt in Köln."
PER = {"start": 2, "end": 10, "label": "PER"}
LOC = [21, 25, "LOC"]

REGION = {
    "id": "r1",
    "from_name": "label",
    "type": "labels",
    "value": {"start": 2, "end": 10, "text": "Ole Kant", "labels": ["PER"]},
}
QUOTED = {"type": "TextQuoteSelector", "exact": "Ole Kant"}
TARGET = [{"source": "https://a.example/t", "selector": [QUOTED]}]
NOTED = {"id": "a1", "uri": "https://a.example/t", "target": TARGET, "tags": ["PER"], "text": "Erste"}


def doccano(**fields):
    return "doccano", "a.jsonl", {"text": TEXT, "label": [[2, 10, "PER"]], "Comments": [], **fields}


def entity(**fields):
    return doccano(entities=[{"id": 1, "label": "PER", "start_offset": 2, "end_offset": 10, **fields}])


def prodigy(**fields):
    return "prodigy", "a.jsonl", {"text": TEXT, "spans": [PER], "answer": "accept", "_view_id": "ner_manual", **fields}


def studio(*more, task=(), region=REGION, **annotation):
    annotations = [{"result": [region, *more], **annotation}]
    return "label-studio", "a.json", [{"data": {"text": TEXT}, "annotations": annotations, **dict(task)}]


def labels(**fields):
    return "json-labels", "a.jsonl", {"text": TEXT, "spans": [[2, 10, "PER"]], **fields}


def hypothesis(*more, **fields):
    return "web-annotation", "a.jsonld", [{**NOTED, **fields}, *more]


def argilla(**fields):
    answers = {"entities": [{"value": [PER], "user_id": "u"}]}
    return "argilla", "a.json", [{"id": "1", "fields": {"text": TEXT}, "responses": answers, **fields}]


def tokens(**fields):
    names = ["B-PER", "I-PER", "O"]
    return "huggingface", "a.jsonl", {"tokens": ["Ole", "Kant", "zahlt"], "ner_tags": names, **fields}


def table(head, row):
    return "csv", "a.csv", f"document,layer,label,start,end{head}\n1,entities,PER,2,10{row}\n"


FILES = {
    "argilla, second field": argilla(fields={"text": TEXT, "Zimt": "Kopf"}),
    "argilla, title": argilla(fields={"title": "Zimt", "text": TEXT}),
    "argilla, field that is a list": argilla(fields={"chat": ["Zimt"], "text": TEXT}),
    "argilla, answers that are no list": argilla(responses={"Zimt": "ja"}),
    "argilla, suggested label of the text": argilla(suggestions={"Zimt": {"value": "Politik"}}),
    "tokens, text that differs": tokens(text="Die Ole Kant zahlt in Zimt."),
    "tokens, spans in words": tokens(spans=["PER: Zimt"]),
    "table, unknown column": table(",Zimt", ",ja"),
    "table, cell without a column": table("", ",,Zimt"),
    "doccano, comments": doccano(Comments=["Zimt"]),
    "doccano, small comments": doccano(comments=["Zimt"]),
    "doccano, meta that is text": doccano(meta="Zimt"),
    "doccano, object among pairs": doccano(label=[[2, 10, "PER"], {"Zimt": 3}]),
    "doccano, fourth entry of a label": doccano(label=[[2, 10, "PER", "Zimt"]]),
    "doccano, label of the text is a number": doccano(label=[4711]),
    "doccano, user of a label": entity(user="Zimt"),
    "doccano, more about a label": entity(Zimt="sehr"),
    "prodigy, choice is a number": prodigy(accept=[4711]),
    "prodigy, label is a list": prodigy(label=["Zimt"]),
    "prodigy, meta that is text": prodigy(meta="Zimt"),
    "prodigy, more about a label": prodigy(spans=[{**PER, "Zimt": "sehr"}]),
    "prodigy, more about a relation": prodigy(
        spans=[PER, {"start": 21, "end": 25, "label": "LOC"}],
        relations=[{"head_span": PER, "child_span": {"start": 21}, "label": "claimant", "Zimt": "weil"}],
    ),
    "label studio, meta of the task": studio(task={"meta": {"desk": "Zimt"}}),
    "label studio, note as text": studio(region={**REGION, "meta": {"text": "Zimt"}}),
    "label studio, other meta": studio(region={**REGION, "meta": {"why": "Zimt"}}),
    "label studio, rating": studio({"from_name": "worth", "type": "rating", "value": {"rating": 4711}}),
    "labels, second text": labels(body="Zimt"),
    "labels, second text is an object": labels(data={"desk": "Zimt"}),
    "labels, comments": labels(comments="Zimt"),
    "labels, meta that is text": labels(meta="Zimt"),
    "labels, more about a label": labels(spans=[{**PER, "Zimt": "sehr"}]),
    "labels, second label": labels(spans=[{"start": 2, "end": 10, "labels": ["PER", "Zimt"]}]),
    "labels, fourth entry of a label": labels(spans=[[2, 10, "PER", "Zimt"]]),
    "labels, fifth entry of a label": labels(spans=[[2, 10, "PER", 0.5, "Zimt"]]),
    "labels, more about a relation": labels(
        spans=[{**PER, "id": "a"}, {"start": 21, "end": 25, "label": "LOC", "id": "b"}],
        relations=[{"head": "a", "tail": "b", "label": "claimant", "Zimt": "weil"}],
    ),
    "hypothesis, reply": hypothesis({"id": "a2", "references": ["a1"], "text": "Zimt", "user": "acct:bo@h.example"}),
    "hypothesis, note about the page": hypothesis(
        {"id": "a2", "uri": "https://a.example/t", "target": [{"source": "https://a.example/t"}], "text": "Zimt"}
    ),
    "hypothesis, second note": hypothesis(body=[{"purpose": "commenting", "value": "Zimt"}]),
    "brat, second note": ("brat", "a.ann", "T1\tPER 2 10\tOle Kant\n#1\tNotiz T1\tErste\n#2\tNotiz T1\tZimt\n"),
    "brat, second annotator note": (
        "brat",
        "a.ann",
        "T1\tPER 2 10\tOle Kant\n#1\tAnnotatorNotes T1\tZimt\n#2\tAnnotatorNotes T1\tErste\n",
    ),
    "brat, second value": ("brat", "a.ann", "T1\tPER 2 10\tOle Kant\nA1\tKind T1 Pfeffer\nA2\tKind T1 Zimt\n"),
    "brat, second reference": (
        "brat",
        "a.ann",
        "T1\tPER 2 10\tOle Kant\nN1\tReference T1 Wikidata:Q1\tOle\nN2\tReference T1 Zimt:Q2\tKant\n",
    ),
    "brat, note about a relation": (
        "brat",
        "a.ann",
        "T1\tPER 2 10\tOle Kant\nT2\tLOC 21 25\tKöln\nR1\tclaimant Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R1\tZimt\n",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_each_word_is_read_or_reported(tmp_path, name):
    kind, file, content = FILES[name]
    lines = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (tmp_path / file).write_text(lines, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.texts.csv").write_text(f"document,text\n1,{TEXT}\n", "utf-8")
    articles, problems = read(kind, tmp_path / file)
    kept = "".join(map(to_line, articles)) + "".join(problem.sentence for problem in problems)
    assert "Zimt" in kept or "4711" in kept


@pytest.mark.parametrize("name", ["drafts", "comments"])
def test_other_lists_of_label_studio_are_reported(tmp_path, name):
    _, file, content = studio(task={name: [{"text": "Zimt"}]})
    (tmp_path / file).write_text(json.dumps(content), "utf-8")
    _, problems = read("label-studio", tmp_path / file)
    assert [(problem.code, problem.details["field"]) for problem in problems] == [("row.extra", name)]


def test_replies_are_comments_on_the_labelled_words(tmp_path):
    replies = [
        {"id": "a2", "references": ["a1"], "text": "Sicher?", "user": "acct:bo@h.example", "created": "2026-05-03"},
        {"id": "a3", "references": ["a0"], "text": "Wozu?"},
        {"id": "a4", "references": ["a1", "a2"], "text": ""},
    ]
    _, file, content = hypothesis(*replies)
    (tmp_path / file).write_text(json.dumps(content), "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (article,), problems = read("web-annotation", tmp_path / file)
    (comment,) = article.comments
    (span,) = article.spans
    assert (comment.text, comment.annotator, comment.span) == ("Sicher?", "bo", span.id)
    assert (comment.start, comment.end) == (span.start, span.end) == (2, 10)
    assert [problem.details["id"] for problem in problems] == ["a0"]


def test_each_label_of_an_object_becomes_a_span(tmp_path):
    _, file, content = labels(spans=[{"start": 2, "end": 10, "labels": ["PER", "ORG"], "id": "a"}])
    (tmp_path / file).write_text(json.dumps(content), "utf-8")
    (article,), problems = read("json-labels", tmp_path / file)
    assert {(span.label, span.start, span.end) for span in article.spans} == {("ORG", 2, 10), ("PER", 2, 10)}
    assert problems == []


def test_tokens_are_placed_in_their_text(tmp_path):
    _, file, content = tokens(text="Ole\u00a0Kant  zahlt.")
    (tmp_path / file).write_text(json.dumps(content), "utf-8")
    (article,), problems = read("huggingface", tmp_path / file)
    assert article.document.text == "Ole\u00a0Kant  zahlt."
    assert [span.quote(article.document.text) for span in article.spans] == ["Ole\u00a0Kant"]
    assert problems == []


@pytest.mark.parametrize(
    ("file", "field"),
    [
        (table(",doubt", ",vielleicht"), "doubt"),
        (hypothesis({"id": "a2", "text": "Zimt"}), "target"),
        (prodigy(label={"a": 1}), "label"),
    ],
)
def test_field_of_another_kind_is_named(tmp_path, file, field):
    kind, name, content = file
    (tmp_path / name).write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.texts.csv").write_text(f"document,text\n1,{TEXT}\n", "utf-8")
    (article,), problems = read(kind, tmp_path / name)
    assert len(article.spans) == 1
    assert [problem.details["field"] for problem in problems] == [field]
