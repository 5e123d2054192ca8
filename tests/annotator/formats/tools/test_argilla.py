"""Reading and writing Argilla's records."""

import json

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from tests.annotator.formats.reading import SCHEMA, codes, of_rows, quotes_of, read
from tests.annotator.formats.texts import rich

TEXT = "🎈 Karla Wirth sagte: „Die Brücke hält.“"
USER = "0b4a1d1e-2a0f-4f0e-9d9c-1d8f0c9b7a11"


def record(**fields):
    return {
        "id": "r1",
        "fields": {"text": TEXT},
        "metadata": {"ressort": "Lokales"},
        "suggestions": {"names": {"value": [{"start": 2, "end": 13, "label": "PER"}], "score": 0.75, "agent": "m1"}},
        "responses": {
            "names": [{"value": [{"label": "PER", "start": 2, "end": 13}], "user_id": USER}],
            "ton": [{"value": "sachlich", "user_id": USER}],
            "themen": [{"value": ["Bau", "Geld"], "user_id": USER}],
            "note": [{"value": 3, "user_id": USER}],
        },
        "vectors": {},
        "status": "completed",
        "_server_id": "x",
        **fields,
    }


def put(path, *records):
    path.write_text(json.dumps(list(records)), "utf-8")
    return path


def test_reads_answers_suggestions_and_labels_of_article(tmp_path):
    path = put(tmp_path / "a.json", record())
    assert importer_for(path) is importer("argilla")
    (entry,), problems = read("argilla", path)
    assert problems == []
    assert quotes_of(entry) == [("PER", "Karla Wirth")]
    assert entry.spans[0].annotator == USER
    (draft,) = entry.suggestions
    assert (draft.label, draft.score, draft.source) == ("PER", 0.75, "m1")
    assert sorted((label.label, label.value) for label in entry.labels) == [
        ("note", "3"),
        ("themen", "Bau"),
        ("themen", "Geld"),
        ("ton", "sachlich"),
    ]
    assert entry.document.meta["ressort"] == "Lokales"


def test_answer_of_unknown_kind_is_reported(tmp_path):
    path = put(tmp_path / "a.json", record(responses={"rank": [{"value": [{"rank": 1}], "user_id": USER}]}))
    (entry,), problems = read("argilla", path)
    assert codes(problems) == [(1, "responses rank", "record.labels")]
    assert entry.spans == ()


def test_annotators_and_suggestions_come_back(tmp_path):
    report = exporter("argilla").write([rich()], tmp_path / "a.json", Options(schema=SCHEMA, suggestions=True))
    assert {loss.reason for loss in of_rows(report)} >= {"attributes", "relation"}
    (written,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert set(written) == {"id", "status", "fields", "metadata", "suggestions", "responses", "vectors"}
    (entry,), problems = read("argilla", tmp_path / "a.json")
    assert problems == []
    assert sorted((s.label, s.annotator) for s in entry.spans) == sorted((s.label, s.annotator) for s in rich().spans)
    assert [(label.annotator, label.value) for label in entry.labels] == [("ada", "Steuern")]
    assert [(one.label, one.score, one.source) for one in entry.suggestions] == [("CLAIM", 0.5, "rules")]
