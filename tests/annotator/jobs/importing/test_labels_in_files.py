"""The labels found in imported files."""

import json
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from annotator.formats.registry import importer
from annotator.jobs.importing import import_read
from annotator.jobs.importing.labelled_files import LEFT_OUT, FileLabel, read_labelled
from tests.annotator.made import make_project

_TEXT = "Über Köln 🎈 und Öl"


@pytest.fixture
def file(tmp_path):
    labels = [[5, 9, "loc"], [16, 18, "STOFF"], [0, 4, "STOFF"]]
    path = tmp_path / "doccano.jsonl"
    path.write_text(json.dumps({"id": 1, "text": _TEXT, "label": labels}) + "\nkaputt\n", "utf-8")
    return path


def read(project, path, **renamed):
    return import_read.read([path], options=import_read.read_options(project, None, renamed=renamed))


def test_labels_are_counted_with_their_project_names(file, tmp_path):
    with closing(make_project(tmp_path)) as project:
        incoming = read(project, file)
    assert incoming.labels == (
        FileLabel(label="STOFF", count=2, found=None),
        FileLabel(label="loc", count=1, found=("entities", "LOC")),
    )
    (labelled,) = incoming.labelled
    assert (labelled.path, labelled.format, labelled.documents, labelled.spans) == (file, "doccano", 1, 1)
    assert [problem.code for problem in incoming.problems] == ["row.label", "row.label", "line.json"]


def test_mapped_label_goes_to_its_target(file, tmp_path):
    with closing(make_project(tmp_path)) as project:
        incoming = read(project, file, STOFF="entities.MISC", loc="claims.CLAIM")
    assert [(span.layer, span.label) for span in incoming.annotated[0].spans] == [
        ("entities", "MISC"),
        ("claims", "CLAIM"),
        ("entities", "MISC"),
    ]
    assert [problem.code for problem in incoming.problems] == ["line.json"]


def test_unwanted_label_is_left_out_silently(file, tmp_path):
    with closing(make_project(tmp_path)) as project:
        incoming = read(project, file, STOFF=LEFT_OUT, loc=LEFT_OUT)
    assert incoming.annotated[0].spans == ()
    assert [problem.code for problem in incoming.problems] == ["line.json"]
    assert [heard.found for heard in incoming.labels] == [None, None]


_SPAN = {"start": 5, "end": 9, "label": "LOC"}
_REGION = {"id": "a", "type": "labels", "from_name": "entities", "value": {"start": 5, "end": 9, "labels": ["LOC"]}}
_UNKNOWN: dict[str, Callable[[int], dict[str, Any]]] = {
    "json-labels": lambda n: {
        "text": _TEXT,
        "entities": [{**_SPAN, "confidences": n}, {**_SPAN, "end": 8, "confidences": 2}],
    },
    "jsonl": lambda n: {"text": _TEXT, "spans": [{**_SPAN, "confidences": n}, {**_SPAN, "end": 8, "confidences": 2}]},
    "label-studio": lambda n: {
        "data": {"text": _TEXT},
        "annotations": [{"result": [{**_REGION, "meta": {"confidences": n}}]}],
    },
}


@pytest.mark.parametrize("kind", _UNKNOWN)
@pytest.mark.parametrize("array", [False, True])
def test_unknown_name_is_reported_once_a_file(tmp_path, kind, array):
    without_text = [{**_UNKNOWN[kind](1), "text": "", "data": {}}] * 2
    records = [*map(_UNKNOWN[kind], range(1, 21)), *without_text, _UNKNOWN[kind](1)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(records) if array else "\n".join(map(json.dumps, records)), "utf-8")
    with closing(make_project(tmp_path)) as project:
        wanted = [(path, importer(kind))]
        found = read_labelled(wanted, import_read.read_options(project, None), lambda _: None)
    (problem,) = [each for each in found.problems if each.code.startswith("row.")]
    count = 21 if kind == "jsonl" else 23  # without text, the labels of our own format are not looked at
    told = f"confidences is unknown here and was left out in {count} records; this is the first."
    assert problem.sentence.startswith("a.json, line 1, ")
    assert problem.sentence.endswith(told)
    assert not problem.unread
