"""Reading and writing Label Studio's JSON."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, of_rows, read, said, tidy, without, written
from tests.annotator.formats.texts import rich

TEXT = "🤗 Ms Weber adds: rents rise."
SAMPLES = Path(__file__).parent / "samples" / "label-studio"


def region(key, start, end, *labels, **fields):
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": key, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **fields}


def put(path, *tasks):
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def task(*result, **fields):
    return {"data": {"text": TEXT}, "annotations": [{"completed_by": 1, "result": list(result)}], **fields}


def test_task_round_trip_without_suggestions(tmp_path):
    article = without(tidy(rich()))
    (back,), problems, report = written("label-studio", tmp_path / "a.json", article)
    assert (problems, of_rows(report)) == ([], [])
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert [(v.label, v.value, v.annotator) for v in back.labels] == [("topic", "Steuern", "ada")]
    assert (back.document.title, back.document.published) == ("Artikel 1 – Müller", "2022-11-30")
    assert back.suggestions == ()


def test_suggestions_become_predictions(tmp_path):
    article = replace(without(tidy(rich())), suggestions=tuple(replace(s, relations=()) for s in rich().suggestions))
    (back,), problems, _ = written("label-studio", tmp_path / "a.json", article, suggestions=True)
    assert problems == []
    (one,) = back.suggestions
    assert (one.layer, one.label, one.parts, one.score, one.source) == (
        "claims",
        "CLAIM",
        article.suggestions[0].parts,
        0.5,
        "rules 1",
    )


def test_labeling_config_has_all_labels(tmp_path):
    exporter("label-studio").write([without(tidy(rich()))], tmp_path / "a.json", Options(schema=SCHEMA))
    config = ElementTree.parse(tmp_path / "a.config.xml").getroot()  # noqa: S314  # our own file
    labels = {group.get("name"): {label.get("value") for label in group} for group in config.iter("Labels")}
    assert labels == {layer.id: {label.id for label in layer.labels} for layer in SCHEMA.layers}
    controls = {control.get("name") for control in config.iter() if control.get("toName") == "text"}
    tasks = json.loads((tmp_path / "a.json").read_text("utf-8"))
    used = {row["from_name"] for row in tasks[0]["annotations"][0]["result"] if "from_name" in row}
    assert used <= controls
    assert {relation.get("value") for relation in config.iter("Relation")} >= {"claimant", "evidence"}


def test_reads_export_of_label_studio(tmp_path):
    stance = {**region("c1", 17, 27), "from_name": "stance", "type": "choices"}
    stance["value"] = {"start": 17, "end": 27, "choices": ["affirms"]}
    found, problems = read(
        "label-studio",
        put(
            tmp_path / "a.json",
            task(
                region("a1", 5, 10, "PER", "ORG"),
                region("c1", 17, 27, "CLAIM", meta={"text": ["sicher?"]}),
                stance,
                {"type": "relation", "from_id": "a1", "to_id": "c1", "direction": "left", "labels": ["CLAIMANT"]},
                {"id": "t", "from_name": "topic", "type": "choices", "value": {"choices": ["politics"]}},
                id=7,
                predictions=[3, 4],
            ),
        ),
    )
    assert problems == []
    (entry,) = found
    quoted = [(s.label, s.quote(TEXT), s.annotator, dict(s.attributes), s.note) for s in entry.spans]
    assert sorted(quoted) == [
        ("CLAIM", "rents rise", "user 1", {"stance": "affirms"}, "sicher?"),
        ("ORG", "Weber", "user 1", {}, ""),
        ("PER", "Weber", "user 1", {}, ""),
    ]
    assert [link[1][0] + " → " + link[2][0] for link in linked(entry)] == ["CLAIM → PER"]
    assert [label.value for label in entry.labels] == ["politics"]
    assert entry.document.meta["external_id"] == 7


def test_utf16_offsets_of_old_exports(tmp_path):
    old = region("a1", 6, 11, "PER")
    old["value"]["text"] = "Weber"
    path = put(tmp_path / "a.json", task(old))
    _, problems = read("label-studio", path)
    assert [problem.code for problem in problems] == ["row.quote", "record.utf16"]
    (entry,), problems = read("label-studio", path, replace(NEWS, utf16=True))
    assert problems == []
    assert entry.spans[0].quote(TEXT) == "Weber"


def test_meaningless_regions_are_reported(tmp_path):
    found, problems = read(
        "label-studio",
        put(
            tmp_path / "a.json",
            task(
                region("a1", 5, 10, "PER"),
                region("a1", 5, 999, "PER"),
                region("a2", 0, 1, "=x/y"),
                {"type": "relation", "from_id": "a1", "to_id": "zz", "labels": ["claimant"]},
                "nothing",
                {"value": 3},
            ),
            {"data": {"text": TEXT}, "annotations": [{"was_cancelled": True, "result": [region("a", 5, 10, "PER")]}]},
            {"data": {}, "annotations": []},
        ),
    )
    assert [len(entry.spans) for entry in found] == [1, 0]
    assert sorted(codes(problems)) == [
        (1, "", "record.text"),
        (1, "annotations 1", "row.cancelled"),
        (1, "annotations 1 result 5", "row.kind"),
        (1, "annotations 1 result 6", "row.kind"),
        (1, "relations 1", "row.end"),
        (1, "spans 2", "row.outside"),
        (1, "spans 3", "row.label"),
    ]


def field(key, name, kind, start=None, end=None, **value):
    """Return a region that is a field of another region or of the whole text."""
    place = {} if start is None else {"start": start, "end": end, "text": TEXT[start:end]}
    return {"id": key, "from_name": name, "to_name": "text", "type": kind, "value": {**place, **value}}


def test_reads_labels_of_all_text_controls(tmp_path):
    page = region("h1", 17, 27, "CLAIM", type="hypertextlabels")
    page["value"]["hypertextlabels"] = page["value"].pop("labels")
    paths = {"start": "/p[1]/text()[1]", "startOffset": 5, "end": "/p[1]/text()[1]", "endOffset": 10, "text": "Weber"}
    right, wrong = [
        {**page, "id": key, "value": {**paths, "globalOffsets": offsets, "hypertextlabels": ["PER"]}}
        for key, offsets in {"h2": {"start": 5, "end": 10}, "h3": {"start": 8, "end": 13}}.items()
    ]
    (entry,), problems = read("label-studio", put(tmp_path / "a.json", task(page, right, wrong)))
    assert [(s.label, s.quote(TEXT)) for s in entry.spans] == [("PER", "Weber"), ("CLAIM", "rents rise")]
    assert codes(problems) == [(1, "spans 3", "row.kind")]  # its offsets are those of another page


def test_reads_fields_of_all_types(tmp_path):
    given = task(
        region("c1", 17, 27, "CLAIM", meta={"text": ["sicher?"]}),
        field("c1", "weight", "rating", 17, 27, rating=4),
        field("c1", "share", "number", 17, 27, number=2.5),
        field("c1", "matter", "taxonomy", 17, 27, taxonomy=[["politics", "taxes"], ["money"]]),
        field("c1", "day", "datetime", 17, 27, datetime="2024-03-05"),
        field("c1", "note", "textarea", 17, 27, text=["nachfragen"]),
        field("t1", "quality", "rating", rating=3),
        field("t2", "matter", "taxonomy", taxonomy=[["politics", "taxes"]]),
        field("t3", "remark", "textarea", text="kurz"),
    )
    (entry,), problems = read("label-studio", put(tmp_path / "a.json", given))
    assert problems == []
    (claim,) = entry.spans
    assert dict(claim.attributes) == {
        "weight": 4,
        "share": 2.5,
        "matter": ["politics / taxes", "money"],
        "day": "2024-03-05",
    }
    assert claim.note == "nachfragen sicher?"
    assert [(v.label, v.value) for v in entry.labels] == [
        ("quality", "3"),
        ("matter", "politics / taxes"),
        ("remark", "kurz"),
    ]


def test_regions_without_rows_are_reported(tmp_path):
    proposed = [
        region("p1", 5, 10, "PER"),
        field("p2", "topic", "choices", choices=["politics"]),
        {"type": "relation", "from_id": "p1", "to_id": "p1", "labels": ["claimant"]},
    ]
    given = task(
        region("a1", 5, 10),
        field("zz", "stance", "choices", 17, 27, choices=["affirms"]),
        field("t1", "topic", "choices"),
        field("t2", "clip", "video", video={"duration": 3}),
        {"type": "relation", "from_id": "a1", "to_id": "a1", "labels": []},
        predictions=[{"model_version": "m1", "result": proposed}],
    )
    (entry,), problems = read("label-studio", put(tmp_path / "a.json", given))
    assert (len(entry.spans), len(entry.labels), len(entry.suggestions)) == (0, 0, 1)
    assert sorted(codes(problems)) == [
        (1, "annotations 1 result 1", "row.empty"),
        (1, "annotations 1 result 2", "row.alone"),
        (1, "annotations 1 result 3", "row.empty"),
        (1, "annotations 1 result 4", "row.empty"),
        (1, "annotations 1 result 5", "row.empty"),
        (1, "predictions 1 result 2", "row.proposed"),
        (1, "predictions 1 result 3", "row.proposed"),
    ]
    assert any("stance belongs to zz, which has no label" in problem.sentence for problem in problems)


def test_server_export_round_trip(tmp_path):
    path = SAMPLES / "export.json"
    assert importer_for(path) is importer("label-studio")
    found, problems = read("label-studio", path)
    assert [(len(entry.spans), len(entry.relations), len(entry.labels)) for entry in found] == [
        (8, 1, 1),
        (6, 0, 1),
        (0, 0, 0),
    ]
    assert [problem.code for problem in problems] == ["row.cancelled", "row.outside", "row.label", "row.id", "row.end"]
    again, told, report = written("label-studio", tmp_path / "again.json", *found)
    assert (told, report.lost) == ([], 0)
    assert list(map(said, again)) == list(map(said, found))
    assert list(map(linked, again)) == list(map(linked, found))
