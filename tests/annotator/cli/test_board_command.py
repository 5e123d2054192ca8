"""The `board` command."""

import json


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
    assert "is not a day" in ask("board", path, "--since", "2025-13-77", code=2).err
    assert json.loads(ask("board", path, "--json", "--everyone", "--verdict", "open").out)["claims"] == 1
    assert "cannot be used together" in ask("board", path, "--json", "--csv", code=2).err
    assert "cannot be used together" in ask("board", path, "--everyone", "--annotator", "bert", code=2).err
