"""Training and judging by command."""

import json


def test_a_pipeline_is_trained_judged_and_taken_up(ask, path, tmp_path):
    out = tmp_path / "versuch"
    told = json.loads(ask("train", path, "--out", out, "--split", "50/0/50", "--steps", "2", "--json").out)
    assert told["portions"] == {"train": 1, "dev": 0, "test": 1}
    assert told["steps"] in range(3)  # fewer where nothing is left to learn
    assert told["test"]["documents"] == 1
    said = ask("train", path, "--out", out, "--steps", "1", "--resume", "--use", "Stadt").out
    assert "de_stadt suggests from now on" in said
    assert "de_stadt" in {source["name"] for source in json.loads(ask("sources", "--json").out)["sources"]}
    judged = json.loads(ask("evaluate", path, "--model", out, "--all", "--layer", "entities", "--json").out)
    assert judged["documents"] == 2
    assert judged["all"]["gold"] == 1
    assert judged["all"]["strict"]["f"] <= judged["all"]["partial"]["f"]
    assert len(judged["mistakes"]) >= judged["all"]["gold"] - judged["all"]["right"]
    ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl")
    table = ask("evaluate", path, "--file", tmp_path / "a.jsonl").out
    assert table.splitlines()[1].split() == ["claims.CLAIM", "1", "1", *["100.0"] * 6]
    assert "one of --model" in ask("evaluate", path, code=2).err
    assert "no trained pipeline" in ask("evaluate", path, "--model", tmp_path, code=1).err
    assert "exclude each other" in ask("train", path, "--out", out, "--gold", "--annotator", "anna", code=2).err
