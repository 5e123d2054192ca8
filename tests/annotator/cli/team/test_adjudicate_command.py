"""The `adjudicate` command."""

import json

import pytest

from annotator.editing import edits
from annotator.model.values import State
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.annotator.made import span


@pytest.fixture
def team(path):
    """Return a project whose first article anna and ben finished; chris adjudicates."""
    project = Project.open(path)
    document = project.read.find_document("Kürzlich")
    project.set_annotator("ben")
    project.do(edits.add([span(document, "EU", "ORG", annotator="ben"), span(document, "Köln", annotator="ben")]))
    project.do(edits.set_state(None, document, State.DONE, annotator="ben"))
    project.set_annotator("chris")
    project.close()
    return path


def test_dry_run_reports_and_changes_nothing(team, ask):
    before = team.read_bytes()
    said = ask("adjudicate", team, "--auto", "person:ben", "--dry-run").out
    assert "Would settle" in said
    assert "in 1 article" in said
    assert team.read_bytes() == before


def test_json_lists_what_was_settled(team, ask):
    found = json.loads(ask("adjudicate", team, "--auto", "person:ben", "--json").out)
    assert found["rule"] == "person:ben"
    assert found["articles"] == 1
    assert found["settles"] == found["disagreements"] > 0


def test_gold_is_exported_after_adjudication(team, ask, tmp_path):
    ask("adjudicate", team, "--auto", "person:ben")
    ask("check", team)
    ask("export", team, tmp_path / "gold.jsonl", "--format", "jsonl", "--gold")
    records = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text().splitlines()]
    spans = [each for record in records for each in record.get("spans", ())]
    assert {each["annotator"] for each in spans} == {"gold"}
    assert {each["label"] for each in spans} == {"ORG", "LOC"}


def test_training_on_gold_takes_adjudicated_articles(team, ask, tmp_path):
    project = Project.open(team)
    (other,) = set(project.read.document_ids(DocumentQuery(annotator=None))) - {project.read.find_document("Kürzlich")}
    for name in ("anna", "ben"):
        project.set_annotator(name)
        project.do(edits.add([span(other, "Brüssel", annotator=name, text=project.read.text(other))]))
        project.do(edits.set_state(None, other, State.DONE, annotator=name))
    project.set_annotator("chris")
    project.close()
    ask("adjudicate", team, "--auto", "person:ben")
    found = ask("train", team, "--out", tmp_path / "gold", "--gold", "--split", "50/0/50", "--steps", "2", "--json").out
    assert json.loads(found)["portions"] == {"train": 1, "dev": 0, "test": 1}


def test_unknown_rule_is_a_sentence(team, ask):
    said = ask("adjudicate", team, "--auto", "best", code=2)
    assert "There is no rule “best”. Rules: unanimous, most" in said.err


def test_reserved_annotator_is_refused_at_import(team, ask, tmp_path):
    (tmp_path / "a.txt").write_text("Ein Text.", encoding="utf-8")
    said = ask("import", team, tmp_path / "a.txt", "--annotator", "gold", code=1)
    assert "reserved" in said.err
