"""Exit codes, messages about wrong usage and keys of JSON, which scripts rely on."""

import json
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.jobs.merging.copies_merged import LAST
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources import registry
from annotator.suggest.sources.source import EncoderFolder
from tests.annotator.made import span
from tests.annotator.suggest.encoders import make_encoder


@pytest.mark.parametrize(
    "arguments",
    [("new", "x", "--language", "fr"), ("corpus", "prelabel", "a", "b", "--engine", "ray")],
    ids=["command", "command of a group"],
)
def test_wrong_choice_is_reported_in_plain_words(ask, arguments):
    told = ask(*arguments, code=2).err
    assert "is not one of" in told
    assert "Value error" not in told


@pytest.mark.parametrize("rule", ["best", "at-least:0", "at-least:x", "person:"])
def test_unknown_rule_is_wrong_usage(ask, path, rule):
    assert "There is no rule" in ask("adjudicate", path, "--auto", rule, "--dry-run", code=2).err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--to", "lea,max", "--by", "author"), "Articles cannot be mixed by “author”"),
        (("--to", "lea", "--overlap", "10"), "Articles cannot be shared among 2 annotators"),
        (("--to", " , "), "name at least one annotator"),
    ],
    ids=["stratum", "too few people", "nobody"],
)
def test_dealing_that_cannot_be_is_wrong_usage(ask, path, options, sentence):
    assert sentence in ask("deal", path, *options, "--dry-run", code=2).err


def test_sources_say_size_and_speed_of_the_encoder(ask, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "ENCODER", make_encoder(tmp_path / "encoder"))
    found = {row["name"]: row["encoder"] for row in json.loads(ask("sources", "--json").out)["sources"]}
    assert found["claims"] is None
    told = found["de_news"]
    assert told["folder"] == str(tmp_path / "encoder")
    assert told["size"] == sum(path.stat().st_size for path in (tmp_path / "encoder").iterdir())
    assert told["words_per_second"] > 0
    assert "MB, about" in ask("sources").out


def test_evaluate_refuses_an_unknown_annotator(ask, path):
    told = ask("evaluate", path, "--source", "claims", "--annotator", "bert", code=1).err
    assert "No annotator called bert" in told


def test_sources_without_encoder_say_none(ask, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "ENCODER", EncoderFolder(tmp_path / "none"))
    assert all(row["encoder"] is None for row in json.loads(ask("sources", "--json").out)["sources"])


@pytest.mark.parametrize(
    ("edits_", "backup", "code"),
    [([["x"]], "x", 1), (["x"], 7, 1), (["x"], "x" * 5000, 0)],
    ids=["ids that are lists", "a number as name", "a name that is too long"],
)
def test_odd_record_of_the_last_merge_ends_in_words(ask, path, edits_, backup, code):
    with closing(Project.open(path)) as project:
        project.keep(LAST, json.dumps({"edits": edits_, "backup": backup}))
    told = ask("merge", path, "--undo", code=code)
    assert ("There is no merge to undo" in told.err) is (code == 1)


def test_undone_merge_names_the_backup(ask, path, tmp_path):
    copy = tmp_path / "copy.spanwright"
    ask("backup", path, copy)
    with closing(Project.open(copy)) as project:
        (document, *_) = project.read.document_ids(DocumentQuery(annotator=None))
        project.do(edits.add([span(document, "sagt", "MISC")]))
    assert json.loads(ask("merge", path, copy, "--json").out)["edits"] == 1
    told = json.loads(ask("merge", path, "--undo", "--json").out)
    assert told["restored"] == 1
    assert json.loads(ask("merge", path, copy, "--json").out)["edits"] == 0
    again = tmp_path / "again.spanwright"
    ask("backup", told["backup"], again)
    assert json.loads(ask("merge", again, copy, "--json").out)["edits"] == 1
    assert "use the copy from before: " in ask("merge", again, "--undo").out
