"""The labels in each part of a split, before anything is written."""

import json
from collections import Counter
from contextlib import closing

import pytest

from annotator.corpus.samples import sample_articles
from annotator.editing import edits
from annotator.formats.fit import Options
from annotator.jobs.exporting import export_files, export_preflight
from annotator.jobs.exporting.export_files import Request
from annotator.project.project import check
from tests.annotator.made import add_article, claim, make_project, span


@pytest.fixture
def project(tmp_path):
    with closing(make_project(tmp_path)) as made:
        for number in range(10):
            text = f"Artikel {number} 🎈 über Köln, er sei lang."
            document = add_article(made, f"Nr. {number}", text)
            rows = [span(document, "Köln", text=text), span(document, "öln", "MISC", text=text)]
            made.do(edits.add([*rows, claim(document, "er sei lang", text=text)]))
        yield made


def request(**options):
    return Request(format="prodigy", options=Options(**options))


def test_preflight_sizes_match_the_exported_files(project, tmp_path):
    asked = request(split="60/20/20", seed=7)
    checked = export_preflight.check(project.path, asked)
    assert [(split.name, split.documents) for split in checked.splits] == [
        ("train", 6),
        ("dev", 2),
        ("test", 2),
    ]
    report = export_files.export(project.path, tmp_path / "aus", asked)
    assert checked.report == report
    for split in checked.splits:
        written = (tmp_path / "aus" / f"{split.name}.jsonl").read_text("utf-8").splitlines()
        labels = Counter(row["label"] for line in written for row in json.loads(line)["spans"])
        assert labels == {label: count for (_, label), count in split.labels.items() if count}
        assert split.labels["entities", "MISC"] == 0  # inside a token: the format cannot hold it


def test_kept_split_is_one_step_and_stable(project, tmp_path):
    first = export_preflight.check(project.path, request(split="60/20/20", seed=7)).report.dealt
    for _ in export_preflight.remembering(project, first):
        pass
    assert project.read.counts.splits() == first
    new = add_article(project, "Neu", "Ein ganz anderer Artikel aus Bonn 🎈.")
    assert project.next_undo(new) is None
    later = export_preflight.check(project.path, request(split="20/20/60", seed=1)).report.dealt
    assert {id_: split for id_, split in later.items() if id_ != new} == first
    for _ in export_preflight.remembering(project, later):
        pass
    assert project.read.annotated(new, None).split == later[new]
    anew = export_preflight.check(project.path, request(split="60/20/20", seed=8, split_anew=True)).report.dealt
    assert anew != later
    for _ in export_preflight.remembering(project, later):  # nothing is new: nothing is logged
        pass
    assert check(project.path, progress=lambda *_: None) == []


def test_only_the_chosen_layers_are_counted(project):
    checked = export_preflight.check(project.path, request(split="80/10/10", layers=("claims",)))
    assert [dict(split.labels) for split in checked.splits] == [{("claims", "CLAIM"): size} for size in (8, 1, 1)]


def test_without_a_split_there_are_no_parts(project):
    assert export_preflight.check(project.path, request()).splits == ()


def test_sample_split_has_a_labelled_test_article(tmp_path):
    with closing(make_project(tmp_path, "Probe")) as made:
        made.add_annotated(sample_articles("anna"))
        checked = export_preflight.check(made.path, Request(format="docbin", options=Options(split="80/10/10")))
    assert [split.documents for split in checked.splits] == [10, 1, 1]
    train, _, test = (sum(split.labels.values()) for split in checked.splits)
    assert min(train, test) > 50
