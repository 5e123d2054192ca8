"""The `board` command."""

import json
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from tests.annotator.made import TEXT, claim, make_project


def test_board_as_table_json_and_csv(path, ask):
    assert "EU" in ask("board", path).out
    assert "1 claim by 1 claimant" in ask("board", path).out
    found = json.loads(ask("board", path, "--json").out)
    assert found["claimants"] == [
        {"name": "EU", "kind": "name", "label": "ORG", "affirms": 1, "refutes": 0, "unclear": 0}
    ]
    assert found["cells"] == [{"claimant": 0, "topic": None, "affirms": 1, "refutes": 0, "unclear": 0}]
    assert ask("board", path, "--csv").out.splitlines()[1] == "EU,name,ORG,,1,0,0,1"
    assert json.loads(ask("board", path, "--json", "--annotator", "anna").out)["claims"] == 1
    assert "No annotator called bert" in ask("board", path, "--annotator", "bert", code=1).err
    assert json.loads(ask("board", path, "--json", "--until", "1999-12-31").out)["claims"] == 0
    assert json.loads(ask("board", path, "--json", "--everyone", "--verdict", "open").out)["claims"] == 1
    assert "cannot be used together" in ask("board", path, "--json", "--csv", code=2).err
    assert "cannot be used together" in ask("board", path, "--everyone", "--annotator", "bert", code=2).err


@pytest.mark.parametrize(("until", "claims"), [("2023", 0), ("2024-02", 1), ("31.3.2024", 1)])
def test_board_takes_days_months_and_years(tmp_path, ask, until, claims):
    with closing(make_project(tmp_path)) as project:
        article = Article(title="Sparen", text=TEXT, language="de", published="2024-02-29")
        (document,) = project.add_articles([article]).ids
        project.do(edits.add([claim(document, "sie spare viel")]))
    found = ask("board", project.path, "--json", "--since", "2023", "--until", until).out
    assert json.loads(found)["claims"] == claims


@pytest.mark.parametrize("day", ["2025-13-77", "gestern", ""])
def test_board_refuses_what_is_not_a_day(path, ask, day):
    assert "is not a day" in ask("board", path, "--since", day, code=2).err


@pytest.mark.parametrize(("field", "known"), [("worthiness", "CFS"), ("verdict", "supported")])
def test_board_refuses_values_that_the_schema_lacks(path, ask, field, known):
    told = ask("board", path, f"--{field}", "grün", code=2).err
    assert f"“grün” is not a value of {field}" in told
    assert ("open, " in told) is (field == "verdict")
    assert json.loads(ask("board", path, "--json", f"--{field}", known).out)["claims"] == 0
