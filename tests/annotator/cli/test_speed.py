"""`suggest --speed`: both speeds belong to one source, and the words per second are printed."""

import json
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.project.project import Project
from annotator.suggest.sources import registry
from annotator.suggest.sources.source import EncoderFolder
from tests.annotator.made import TEXT, make_project
from tests.annotator.suggest.encoders import make_encoder


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A project, and an encoder that finds no name."""
    monkeypatch.setattr(registry, "ENCODER", make_encoder(tmp_path / "ö", always="O", weight=0.0))
    with closing(make_project(tmp_path)) as project:
        project.add_articles([Article(name="de", title="de", text=TEXT, language="de")])
    return project.path


def names(path):
    with closing(Project.open(path, read_only=True)) as project:
        (document,) = project.read.asking.documents([("none", "1", None)])[-1:]
        return [s for s in project.read.suggestions(document) if s.source == "de_news" and s.waits]


def test_fast_and_thorough_differ_and_neither_is_due_again(ask, path):
    fast = json.loads(ask("suggest", path, "--speed", "fast", "--json").out)
    assert fast["speed"] == "fast"
    assert fast["words_per_second"] > 0
    assert names(path)
    assert json.loads(ask("suggest", path, "--json").out)["documents"] == 0
    thorough = json.loads(ask("suggest", path, "--documents", "all", "--json").out)
    assert (thorough["speed"], thorough["problems"]) == ("thorough", [])
    assert names(path) == []
    assert json.loads(ask("suggest", path, "--speed", "fast", "--json").out)["documents"] == 0


def test_speed_is_printed(ask, path):
    assert "Speed: thorough, " in ask("suggest", path).out


def test_spoilt_encoder_is_reported_once(ask, path):
    (registry.ENCODER.folder / "names.npz").write_bytes(b"PK")
    told = ask("suggest", path, code=1)
    assert told.err.count("The thorough model of de_news cannot be used: names.npz is damaged") == 1
    assert names(path)


def test_without_encoder_speed_is_fast(ask, path, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "ENCODER", EncoderFolder(tmp_path / "none"))
    assert json.loads(ask("suggest", path, "--speed", "thorough", "--json").out)["speed"] == "fast"
