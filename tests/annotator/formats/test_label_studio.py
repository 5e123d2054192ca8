"""Label Studio's JSON."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotator.formats.fit import Options
from annotator.formats.table import exporter, importer, importer_for
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, read, said, tidy, without, written
from tests.annotator.formats.texts import rich

TEXT = "🤗 Mr Smith said: taxes fall."
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "label-studio"  # by the tools themselves


def region(key, start, end, *labels, **fields):
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": key, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **fields}


def put(path, *tasks):
    path.write_text(json.dumps(tasks), "utf-8")
    return path


def task(*result, **fields):
    return {"data": {"text": TEXT}, "annotations": [{"completed_by": 1, "result": list(result)}], **fields}


def test_a_task_comes_back_with_everything_but_its_suggestions(tmp_path):
    article = without(tidy(rich()))
    (back,), problems, report = written("label-studio", tmp_path / "a.json", article)
    assert (problems, report.losses) == ([], ())
    assert said(back) == said(article)
    assert linked(back) == linked(article)
    assert [(v.label, v.value, v.annotator) for v in back.labels] == [("topic", "Steuern", "ada")]
    assert (back.document.title, back.document.published) == ("Artikel 1 – Müller", "2022-11-30")
    assert back.suggestions == ()


def test_suggestions_are_predictions(tmp_path):
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


def test_the_labeling_config_offers_all_labels_of_the_project(tmp_path):
    exporter("label-studio").write([without(tidy(rich()))], tmp_path / "a.json", Options(schema=SCHEMA))
    config = ElementTree.parse(tmp_path / "a.config.xml").getroot()  # noqa: S314  # our own file
    labels = {group.get("name"): {label.get("value") for label in group} for group in config.iter("Labels")}
    assert labels == {layer.id: {label.id for label in layer.labels} for layer in SCHEMA.layers}
    controls = {control.get("name") for control in config.iter() if control.get("toName") == "text"}
    tasks = json.loads((tmp_path / "a.json").read_text("utf-8"))
    used = {row["from_name"] for row in tasks[0]["annotations"][0]["result"] if "from_name" in row}
    assert used <= controls
    assert {relation.get("value") for relation in config.iter("Relation")} >= {"claimant", "evidence"}


def test_what_label_studio_writes_is_read(tmp_path):
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
        ("CLAIM", "taxes fall", "user 1", {"stance": "affirms"}, "sicher?"),
        ("ORG", "Smith", "user 1", {}, ""),
        ("PER", "Smith", "user 1", {}, ""),
    ]
    assert [link[1][0] + " → " + link[2][0] for link in linked(entry)] == ["CLAIM → PER"]
    assert [label.value for label in entry.labels] == ["politics"]
    assert entry.document.meta["external_id"] == 7


def test_offsets_of_old_exports_are_told_and_read_anew_on_request(tmp_path):
    old = region("a1", 6, 11, "PER")
    old["value"]["text"] = "Smith"
    path = put(tmp_path / "a.json", task(old))
    _, problems = read("label-studio", path)
    assert [problem.code for problem in problems] == ["row.quote", "record.utf16"]
    (entry,), problems = read("label-studio", path, replace(NEWS, utf16=True))
    assert problems == []
    assert entry.spans[0].quote(TEXT) == "Smith"


def test_what_a_server_accepts_and_means_nothing_is_told(tmp_path):
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


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="samples are not at hand")
def test_an_export_of_a_server_is_read_and_written_again(tmp_path):
    for path in SAMPLES.iterdir():
        shutil.copy(path, tmp_path / path.name)
    (path,) = tmp_path.glob("*.json")
    assert importer_for(path) is importer("label-studio")
    found, problems = read("label-studio", path)
    assert found
    odd = {"row.attribute", "row.cancelled", "row.end", "row.id", "row.label", "row.outside"}  # it was fed with them
    assert {problem.code for problem in problems} <= odd
    again, told, report = written("label-studio", tmp_path / "again.json", *found)
    assert (told, report.lost) == ([], 0)
    assert list(map(said, again)) == list(map(said, found))
    assert list(map(linked, again)) == list(map(linked, found))
