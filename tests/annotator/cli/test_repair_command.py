"""The `repair` command."""

import json
import sqlite3
from contextlib import closing

from annotator.project.project import Project


def wipe(path, table):
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)


def test_repair_lists_what_is_saved_and_what_is_not(ask, path, tmp_path):
    wipe(path, "suggestion")
    said = ask("repair", path, tmp_path / "out.spanwright").out
    assert f"Wrote {tmp_path / 'out.spanwright'}." in said
    assert "Suggestions" in said
    assert "it was in a damaged part of the file" in said
    assert "There is no intact backup." in said
    assert "\x1b" not in said
    ask("check", tmp_path / "out.spanwright")


def test_repair_names_the_backup_and_its_missing_steps(ask, path, tmp_path):
    project = Project.open(path)
    project._store.back_up(reason="daily")
    project.set_annotator("ben")
    project.close()
    wipe(path, "span")
    said = ask("repair", path, tmp_path / "out.spanwright").out
    assert "The newest intact backup is" in said
    assert "It is missing no steps." in said


def test_repair_as_json_names_each_row(ask, path, tmp_path):
    wipe(path, "suggestion")
    said = json.loads(ask("repair", path, tmp_path / "out.spanwright", "--json").out)
    assert said["whole"] is False
    assert said["saved"]["span"] == 2
    assert [(row["table"], row["why"]) for row in said["lost"]] == [("suggestion", "gone")]
    assert said["lost"][0]["sentence"]
    assert said["backup"] is None


def test_repairing_another_file_is_refused_in_one_sentence(ask, tmp_path):
    path = tmp_path / "p.spanwright"
    path.write_bytes(b"\x00" * 50_000)
    said = ask("repair", path, tmp_path / "out.spanwright", code=1)
    assert said.err.strip().startswith("Nothing could be saved from p.spanwright")
    assert not (tmp_path / "out.spanwright").exists()
    assert "already exists" in ask("repair", path, path, code=1).err
    assert "There is no project" in ask("repair", tmp_path / "nowhere", tmp_path / "out.spanwright", code=1).err
