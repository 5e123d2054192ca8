"""Staging folders, in which files are written before they are moved into place, and what kills leave in them."""

import os
import subprocess
import sys

import pytest

from annotator.system import staging

HOLD = """
import sys
from pathlib import Path
from annotator.system import staging
with staging.room(Path(sys.argv[1])) as room:
    (room / "half.txt").write_text("half")
    print("made", flush=True)
    sys.stdin.read()
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_room_of_a_killed_process_is_cleared(tmp_path):
    target = tmp_path / "Städte 🌆.jsonl"
    target.write_text("da", "utf-8")
    command = [sys.executable, "-c", HOLD, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "made\n"
        staging.clear(tmp_path)
        (found,) = tmp_path.glob(".*")
        assert (found / "made" / "half.txt").is_file()
        process.kill()
    staging.clear(tmp_path)
    assert names(tmp_path) == [target.name]
    staging.clear(tmp_path / "fehlt")


def test_young_room_without_a_lock_is_kept(tmp_path):
    room, file = tmp_path / ".aus.spanwright-ab12_xyz", tmp_path / ".aus.csv.spanwright-0123cdef"
    taking = tmp_path / ".aus.spanwright-ab12_abc"
    for made in (room, taking):
        made.mkdir()
    (taking / "made.lock").touch()
    file.touch()
    staging.clear(tmp_path)
    assert names(tmp_path) == [file.name, taking.name, room.name]
    for left in (room, taking, file):
        os.utime(left, (0, 0))
    staging.clear(tmp_path)
    assert names(tmp_path) == []


def test_files_that_nobody_writes_are_cleared_at_once(tmp_path):
    for name in (".run.json.spanwright-0123cdef", ".near.spanwright-0123cdef"):
        (tmp_path / name).touch()
    room = tmp_path / ".run.json.spanwright-0123cdee"
    room.mkdir()
    staging.clear(tmp_path, unwritten="run.json")
    assert names(tmp_path) == [".near.spanwright-0123cdef", room.name]


def test_other_names_are_not_cleared(tmp_path):
    for name in (".aus.spanwright-mine", "aus.spanwright-ab12_xyz", ".aus.spanwright-ab12_xyz.zip"):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".link.spanwright-ab12_xyz").symlink_to(tmp_path / "elsewhere")
    before = names(tmp_path)
    staging.clear(tmp_path)
    assert names(tmp_path) == before


def test_a_folder_takes_the_place_of_another_whole(tmp_path):
    target = tmp_path / "modell"
    target.mkdir()
    (target / "old.txt").write_text("old")
    with staging.room(target) as room:
        (room / "modell").mkdir()
        (room / "modell" / "new.txt").write_text("new")
        staging.take_place(room / "modell", target)
    assert names(target) == ["new.txt"]
    assert names(tmp_path) == ["modell"]


def test_old_folder_returns_if_the_move_fails(tmp_path):
    target = tmp_path / "modell"
    target.mkdir()
    (target / "old.txt").write_text("old")
    with pytest.raises(FileNotFoundError), staging.room(target) as room:
        staging.take_place(room / "fehlt", target)
    assert names(target) == ["old.txt"]
    assert names(tmp_path) == ["modell"]


def test_folder_moved_aside_returns_to_a_free_place(tmp_path):
    left = tmp_path / ".modell.spanwright-ab12_xyz"
    for name in ("modell", "anderes"):
        (left / "old" / name).mkdir(parents=True)
        (left / "old" / name / "old.txt").write_text("old")
    (tmp_path / "anderes").mkdir()
    (left / "made.lock").write_text("1")
    staging.clear(tmp_path)
    assert names(tmp_path) == ["anderes", "modell"]
    assert names(tmp_path / "modell") == ["old.txt"]
    assert names(tmp_path / "anderes") == []


def test_link_in_a_room_moves_no_files(tmp_path):
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    (home / "letter.txt").write_text("precious")
    room = folder / ".out.spanwright-abcdefgh"
    room.mkdir(parents=True)
    (room / "old").symlink_to(home)
    os.utime(room, (0, 0))
    staging.clear(folder)
    assert (home / "letter.txt").read_text() == "precious"
    assert [path.name for path in folder.iterdir()] == []
