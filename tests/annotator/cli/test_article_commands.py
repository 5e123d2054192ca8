"""Commands about whole articles, run in this process."""

import json

from tests.annotator.cli.conftest import HOSTILE
from tests.annotator.jobs.importing.test_near_versions import BODY, HEADED
from tests.annotator.made import TEXT


def listed(ask, path, *more):
    return json.loads(ask("list", path, "--json", *more).out)["documents"]


def test_a_priority_is_set_and_listed(ask, path):
    first = listed(ask, path)[0]
    assert first["priority"] == "normal"
    changed = json.loads(ask("prioritise", path, first["id"], HOSTILE, "--to", "high", "--json").out)
    assert len(changed["changed"]) == 2
    assert {each["priority"] for each in listed(ask, path)} == {"high"}
    assert ask("prioritise", path, HOSTILE, "--to", "high").out == "Set high priority for 0 articles.\n"
    assert "low" in ask("prioritise", path, HOSTILE, "--to", "soon", code=2).err


def test_replace_lists_the_fate_of_labels(ask, path, tmp_path):
    old = listed(ask, path)[0]
    (tmp_path / "neu.txt").write_text("Korrigiert. " + TEXT, "utf-8")
    ask("import", path, tmp_path / "neu.txt")
    new = listed(ask, path)[-1]
    told = json.loads(ask("replace", path, old["id"], new["id"], "--json").out)
    assert (told["old"], told["new"]) == (old["id"], new["id"])
    assert {label["fate"] for label in told["labels"]} == {"same"}
    assert old["id"] not in {each["id"] for each in listed(ask, path)}
    assert {each["id"]: each["replaced_by"] for each in listed(ask, path, "--replaced")}[old["id"]] == new["id"]
    assert "already been replaced" in ask("replace", path, old["id"], new["id"], code=1).err


def test_import_with_near_replace_replaces_articles(ask, path, tmp_path):
    for name, text in (("alt", BODY), ("neu", HEADED)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    ask("import", path, tmp_path / "alt.txt")
    told = json.loads(ask("import", path, tmp_path / "neu.txt", "--near", "replace", "--json").out)
    assert (told["replaced"], [each["code"] for each in told["told"]]) == (1, ["replaced"])
    assert len(listed(ask, path)) == 3
    out = ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl").out
    assert "Replaced by a newer version and left out: 1 article;" in out
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 3
    ask("export", path, tmp_path / "b.jsonl", "--format", "jsonl", "--replaced")
    assert len((tmp_path / "b.jsonl").read_text("utf-8").splitlines()) == 4


def test_what_was_replaced_stays_so_in_our_own_jsonl(ask, path, tmp_path):
    old, new = (each["id"] for each in listed(ask, path))
    ask("replace", path, old, new)
    ask("prioritise", path, new, "--to", "low")
    ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl", "--replaced")
    again = tmp_path / "again.spanwright"
    ask("new", again)
    ask("import", again, tmp_path / "a.jsonl")
    assert [each["id"] for each in listed(ask, again)] == [new]
    assert listed(ask, again)[0]["priority"] == "low"
    ask("export", again, tmp_path / "b.jsonl", "--format", "jsonl", "--replaced")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
