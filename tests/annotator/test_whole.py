"""Files that are written as a whole."""

import subprocess
import sys

import pytest

from annotator.whole import put

KILLED = """
import os, sys
from pathlib import Path
from annotator.whole import put

sys.addaudithook(lambda event, _: os._exit(9) if event == "os.rename" else None)
put(Path(sys.argv[1]), b"new")
"""


def test_a_file_is_written_and_nothing_else_beside_it_is_touched(tmp_path):
    target = tmp_path / "Städte 🌆.csv"
    (tmp_path / "Städte 🌆.csv.tmp").write_bytes(b"mine")
    for content in (b"old", b"\xff\x00new"):
        put(target, content)
        assert target.read_bytes() == content
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        target.name: b"\xff\x00new",
        f"{target.name}.tmp": b"mine",
    }


def test_where_it_cannot_be_put_nothing_is_left(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        put(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "fehlt" / "x", b"x")


def test_a_process_that_is_killed_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.json"
    put(target, b"old")
    assert subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False).returncode == 9
    assert target.read_bytes() == b"old"


def test_others_may_read_what_is_written_as_they_may_any_other_file(tmp_path):
    put(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
