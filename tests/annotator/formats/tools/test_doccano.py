"""Reading and writing doccano's JSONL."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.reading import NEWS, codes, linked, of_rows, read, said, tidy, without
from tests.annotator.formats.texts import rich

TEXT = "🤗 Ms Weber adds: rents rise."
SAMPLES = Path(__file__).parent / "samples" / "doccano"


def put(path, *records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def quotes(entry):
    return [(span.label, span.quote(entry.document.text)) for span in entry.spans]


def test_spans_and_relations_round_trip_in_utf16(tmp_path):
    article = without(tidy(rich()), labels=())
    report = exporter("doccano-relations").write([article], tmp_path / "a.jsonl", Options())
    assert {loss.reason for loss in of_rows(report)} == {"annotator", "attributes"}
    found, problems = read("doccano", tmp_path / "a.jsonl")
    assert problems == []
    assert said(found[0], attributes=False, annotators=False) == said(article, attributes=False, annotators=False)
    assert linked(found[0]) == linked(article)
    assert found[0].document.publisher == "Rheinbote"
    first = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["entities"][0]
    assert (first["start_offset"], first["end_offset"]) == (3, 14)


@pytest.mark.parametrize("key", ["label", "labels"])
@pytest.mark.parametrize(("start", "end"), [(5, 10), (6, 11)])
def test_word_edges_decide_offset_unit(tmp_path, key, start, end):
    (entry,), problems = read("doccano", put(tmp_path / "a.jsonl", {"text": TEXT, key: [[start, end, "PER"]]}))
    assert problems == []
    assert quotes(entry) == [("PER", "Weber")]


def test_ambiguous_offset_unit_is_reported(tmp_path):
    path = put(tmp_path / "a.jsonl", {"text": "🤗 mithras", "label": [[4, 6, "PER"]]})
    (entry,), problems = read("doccano", path)
    assert quotes(entry) == [("PER", "it")]
    assert codes(problems) == [(1, "", "record.units")]
    for utf16, quote in ((True, "it"), (False, "th")):
        (entry,), problems = read("doccano", path, replace(NEWS, utf16=utf16))
        assert (quotes(entry), problems) == ([("PER", quote)], [])


def test_text_labels_and_other_columns_are_kept(tmp_path):
    records = [
        {"data": "Köln.", "label": ["SPORT"], "url": "https://a.example"},
        {"text": "Bonn.", "labels": "POLITIK"},
    ]
    found, problems = read("doccano", put(tmp_path / "a.jsonl", *records))
    assert problems == []
    assert [[label.value for label in entry.labels] for entry in found] == [["SPORT"], ["POLITIK"]]
    assert found[0].document.url == "https://a.example"


def test_broken_spans_and_relations_are_reported(tmp_path):
    entity = {"id": 1, "label": "PER", "start_offset": 5, "end_offset": 10}
    record = {
        "text": TEXT,
        "label": [[0, 999, "PER"], [0, 0, "PER"], [1], ["a", 2, "PER"]],
        "entities": [entity, {**entity, "label": "=cmd"}, {**entity, "start_offset": -1}],
        "relations": [{"id": 1, "from_id": 1, "to_id": 9, "type": "claimant"}, 3],
    }
    (entry,), problems = read("doccano", put(tmp_path / "a.jsonl", record))
    assert quotes(entry) == [("PER", "Weber")]
    assert [(place, code) for _, place, code in codes(problems)] == [
        ("relations 2", "row.kind"),
        ("spans 2", "row.label"),
        ("spans 3", "row.outside"),
        ("spans 4", "row.outside"),
        ("spans 5", "row.outside"),
        ("spans 6", "row.missing"),
        ("spans 7", "row.kind"),
        ("relations 1", "row.end"),
    ]


def test_words_of_other_programs_are_compared(tmp_path):
    entity = {"label": "PER", "start_offset": 0, "end_offset": 7, "text": "Anna Lee"}
    (entry,), problems = read("doccano", put(tmp_path / "a.jsonl", {"text": "Anna Lee lacht.", "entities": [entity]}))
    assert (len(entry.spans), codes(problems)) == (1, [(1, "spans 1", "row.quote")])


@pytest.mark.parametrize(
    ("name", "told"),
    [("relations", []), ("either_unit", ["record.units"]), ("past_the_end", ["row.outside"])],
)
def test_server_exports_round_trip(tmp_path, name, told):
    found, problems = read("doccano", SAMPLES / f"{name}.jsonl")
    assert [problem.code for problem in problems] == told
    assert [len(entry.spans) for entry in found] == {"relations": [3], "either_unit": [1], "past_the_end": [1, 0]}[name]
    report = exporter("doccano-relations").write(found, tmp_path / "again.jsonl", Options())
    assert report.lost == 0
    again, _ = read("doccano", tmp_path / "again.jsonl")
    assert list(map(quotes, again)) == list(map(quotes, found))
    assert list(map(linked, again)) == list(map(linked, found))
