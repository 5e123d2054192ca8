"""The commands that train and evaluate."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest


def test_a_pipeline_is_trained_judged_and_taken_up(ask, path, tmp_path):
    out = tmp_path / "versuch"
    told = json.loads(ask("train", path, "--out", out, "--split", "50/0/50", "--steps", "2", "--json").out)
    assert told["portions"] == {"train": 1, "dev": 0, "test": 1}
    assert told["steps"] in range(3)  # fewer where nothing is left to learn
    assert told["test"]["documents"] == 1
    said = ask("train", path, "--out", out, "--steps", "1", "--resume", "--use", "Stadt")
    assert "de_stadt is now a suggestion source" in said.out
    assert "Evaluated on only 1 article: the scores say little about others." in said.err
    assert "de_stadt" in {source["name"] for source in json.loads(ask("sources", "--json").out)["sources"]}
    judged = json.loads(ask("evaluate", path, "--model", out, "--all", "--layer", "entities", "--json").out)
    assert judged["documents"] == 2
    assert judged["all"]["gold"] == 1
    assert judged["all"]["strict"]["f"] <= judged["all"]["partial"]["f"]
    assert len(judged["mistakes"]) >= judged["all"]["gold"] - judged["all"]["right"]
    meta = out / "model" / "model-best" / "meta.json"
    meta.write_text(meta.read_text("utf-8") + " ", "utf-8")
    changed = ask("evaluate", path, "--model", out, "--all", code=1).err
    assert "has changed since this project last used it" in changed
    assert ask("evaluate", path, "--model", out, "--all", "--trust").out
    assert ask("evaluate", path, "--model", out, "--all").out
    ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl")
    table = ask("evaluate", path, "--file", tmp_path / "a.jsonl").out
    assert table.splitlines()[1].split() == ["claims.CLAIM", "1", "1", *["100.0"] * 6]
    assert "one of --model" in ask("evaluate", path, code=2).err
    assert "no trained pipeline" in ask("evaluate", path, "--model", tmp_path, code=1).err
    assert "cannot be used together" in ask("train", path, "--out", out, "--gold", "--annotator", "anna", code=2).err


def put_ruler(folder):
    import spacy

    pipeline = spacy.blank("de")
    rules: Any = pipeline.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "LOC", "pattern": "Köln"}])
    pipeline.to_disk(folder)


def test_train_warns_without_test_articles(ask, path, tmp_path):
    said = ask("train", path, "--out", tmp_path / "versuch", "--split", "100/0/0", "--steps", "1")
    assert "No article was left for the test" in said.err
    assert "Only" not in said.err


def test_foreign_pipeline_needs_trust_and_release_is_warned(ask, path, tmp_path):
    theirs = tmp_path / "fremd"
    put_ruler(theirs)
    refused = ask("evaluate", path, "--model", theirs, code=1)
    assert "a pipeline may run code" in refused.err
    assert "--trust" in refused.err
    (theirs / "trial.json").write_text(json.dumps({"parts": {"f" * 32: "test"}}), "utf-8")
    ask("evaluate", path, "--model", theirs, code=1)
    (theirs / "trial.json").unlink()
    meta = json.loads((theirs / "meta.json").read_text("utf-8"))
    (theirs / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=3.1,<3.2"}), "utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        said = ask("evaluate", path, "--model", theirs, "--trust")
    assert "was made for spaCy >=3.1,<3.2, and this is spaCy" in said.err
    assert "W095" not in said.err + said.out


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # spaCy leaves files open
def test_a_package_is_made_of_a_pipeline(ask, path, tmp_path):
    out = tmp_path / "fremd"
    put_ruler(out)
    made = json.loads(ask("package", out, tmp_path / "neu" / "paket", "--name", "Unsere Stadt", "--json").out)[
        "package"
    ]
    assert made.endswith("de_unsere_stadt-0.1.0")
    assert (Path(made) / "setup.py").is_file()
    assert "could not be written" in ask("package", out, path, code=1).err
    assert "no trained pipeline" in ask("package", tmp_path, tmp_path, code=1).err


def test_model_that_ends_its_process_is_reported_in_a_sentence(ask, path, tmp_path, monkeypatch):
    """A component that ends the process simulates native code that reads a damaged file."""
    theirs = tmp_path / "fremd"
    put_ruler(theirs)
    config = theirs / "config.cfg"
    config.write_text(config.read_text("utf-8").replace("spacy.Tokenizer.v1", "deadly.v1"), "utf-8")
    info = tmp_path / "deadly" / "deadly-1.dist-info"
    info.mkdir(parents=True)
    (info.parent / "deadly.py").write_text("import os; os.abort()", "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[spacy_tokenizers]\ndeadly.v1 = deadly:make\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "deadly")  # the process gets it, too
    said = ask("evaluate", path, "--model", theirs, "--trust", code=1)
    assert said.err == f"The model in {theirs} crashed the process that loaded it: it is damaged, and is not used.\n"
