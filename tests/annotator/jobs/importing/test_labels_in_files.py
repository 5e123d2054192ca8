"""The labels found in imported files."""

import json
from contextlib import closing

import pytest

from annotator.jobs.importing import import_read
from annotator.jobs.importing.labelled_files import LEFT_OUT, FileLabel
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
