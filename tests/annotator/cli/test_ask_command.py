"""`ask` sends articles to a language model only after agreement, and stores nothing but suggestions."""

import json
from contextlib import closing

import pytest

from annotator.model.values import SuggestionState
from annotator.project.project import Project
from annotator.suggest.llm import own_settings
from annotator.suggest.llm.own_settings import OwnModel
from tests.annotator.suggest.llm.scripted import KEY, labels, said, serving


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setattr(own_settings, "place", lambda: tmp_path / "config" / "language-model.json")


@pytest.fixture
def key_file(tmp_path):
    path = tmp_path / "key"
    path.write_text(KEY, encoding="utf-8")
    return path


def suggestions(path):
    with closing(Project.open(path, read_only=True)) as project:
        pending = SuggestionState.PENDING
        ids = [project.read.find_document("Kürzlich")]
        return [each for id_ in ids for each in project.read.suggestions(id_, pending) if each.source == "llm"]


def test_nothing_is_sent_without_agreement(ask, path):
    with serving(labels()) as server:
        told = ask("ask", path, "--address", server.address, "--model", "m", code=1)
        assert "the text of 2 articles" in told.err
        assert server.address.removesuffix("/v1") in told.err
        assert not server.asked
        ask("ask", path, "--address", server.address, "--model", "m", "--agree")
        ask("ask", path, "--address", server.address, "--model", "m")  # agreed before
        assert len(server.asked) == 2  # read already


def test_suggestions_are_stored_with_reason(ask, path, key_file):
    answer = labels(("EU-Kommission", "ORG", "An institution"), ("Köln", "LOC", "A city"), ("Rom", "LOC"))
    with serving(answer) as server:
        place = ("--address", server.address, "--model", "klein", "--key-file", key_file)
        told = json.loads(ask("ask", path, "Kürzlich", *place, "--agree", "--json").out)
    (found,) = suggestions(path)  # another source suggests the city already
    assert found.rule == "language model: An institution"
    assert found.version.startswith("klein~")
    assert (told["suggestions"], told["not_found"], told["usage"]["calls"]) == (1, 1, 1)
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY.encode() not in path.read_bytes()
    assert server.address.encode() not in path.read_bytes()


def test_critic_lists_doubts_and_changes_nothing(ask, path):
    before = path.read_bytes()
    with serving(said({"doubts": [{"number": 1, "reason": "Not an organisation"}]})) as server:
        told = ask("ask", path, "--critic", "--address", server.address, "--model", "m", "--agree", "--json")
    (doubt,) = json.loads(told.out)["doubts"]
    assert doubt["doubt"] == "Not an organisation"
    assert doubt["title"] == "Kürzlich"
    assert path.read_bytes() == before


def test_unreadable_answer_skips_the_article(ask, path):
    with serving(lambda number, *_: said("…") if number == 1 else labels(("Brüssel", "LOC"))) as server:
        told = ask("ask", path, "--address", server.address, "--model", "m", "--agree", code=1)
    assert "could not be read" in told.err
    assert "2 articles asked about: 1 suggestion." in told.out


def test_stored_key_goes_only_to_the_stored_address(ask, path):
    own_settings.save(OwnModel(address="https://llm.example", model="m", key=KEY))
    with serving(labels()) as server:
        ask("ask", path, "Kürzlich", "--address", server.address, "--agree")
        assert "Authorization" not in server.headers[0]
        own_settings.save(OwnModel(address=server.address, model="m", key=KEY))
        ask("ask", path, "Kürzlich", "--again", "--agree")
        assert server.headers[-1]["Authorization"] == f"Bearer {KEY}"


def test_unset_model_is_reported(ask, path):
    assert "No language model is set up" in ask("ask", path, code=1).err
    assert "unencrypted" in ask("ask", path, "--address", "http://llm.example", "--model", "m", code=1).err
