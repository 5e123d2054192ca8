"""The command line's messages about full disks, hard links and targets that are not files."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.project.project import Project

ROOT = Path(__file__).parents[3]


def main_into(output, *arguments):
    """Run the real program with its output redirected to a file."""
    with Path(output).open("wb") as stream:
        command = [sys.executable, ROOT / "main.py", *arguments]
        return subprocess.run(command, cwd=ROOT, stdout=stream, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", [["formats"], ["formats", "--json"]])
def test_output_onto_full_disk_ends_in_one_sentence(command):
    done = main_into("/dev/full", *command)
    assert done.stderr == "The output could not be written: the disk is full; make room and try again.\n"
    assert done.returncode == 1


def test_reader_that_goes_away_ends_it_in_silence(path):
    command = f"{sys.executable} {ROOT / 'main.py'} formats --json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) in (("", 0), ("", 1))


def test_second_name_is_warned_of_once(ask, path, tmp_path):
    assert ask("stats", path).err == ""
    other = tmp_path / "Dorf.spanwright"
    other.hardlink_to(path)
    warned = ask("export", other, tmp_path / "out.jsonl", "--format", "jsonl", "--json")
    assert warned.err.count("hard link") == 1
    assert "Dorf.spanwright" in warned.err
    assert json.loads(warned.out)


def test_second_writer_by_hard_link_is_refused(ask, path, tmp_path):
    other = tmp_path / "Dorf.spanwright"
    other.hardlink_to(path)
    with closing(Project.open(path)):
        refused = ask("schema", other, "--set", "news", code=1).err
    assert refused == f"Dorf.spanwright is open in Spanwright (process {os.getpid()}).\n"


def test_lock_file_that_leads_elsewhere_is_reported_and_left(ask, path, tmp_path):
    precious = tmp_path / "bashrc"
    precious.write_text("alias ll='ls -l'")
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    lock.symlink_to(precious)
    refused = ask("schema", path, "--set", "news", code=1).err
    assert str(lock) in refused
    assert "Remove it" in refused
    assert precious.read_text() == "alias ll='ls -l'"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/dev/null", "it is a device"),
        ("pipe", "it is a pipe"),
        ("Stadt.spanwright", "itself"),
        ("loop", "Too many levels of symbolic links"),
    ],
)
def test_export_to_something_other_than_a_file_is_refused(ask, path, tmp_path, name, reason):
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    elif name == "loop":
        (tmp_path / name).symlink_to(tmp_path / name)
    before = (tmp_path / name).lstat()
    refused = ask("export", path, tmp_path / name, "--format", "jsonl", code=1).err
    assert reason in refused
    assert os.path.samestat((tmp_path / name).lstat(), before)


def test_new_project_at_a_looping_link_is_refused(ask, tmp_path):
    loop = tmp_path / "a.spanwright"
    loop.symlink_to(loop)
    assert str(loop) in ask("new", loop, code=1).err
    assert loop.is_symlink()


def test_export_never_replaces_another_project(ask, path, tmp_path):
    other = tmp_path / "Dorf.spanwright"
    ask("backup", path, other)
    content = other.read_bytes()
    refused = ask("export", path, other, "--format", "jsonl", code=1).err
    assert "it belongs to a Spanwright project" in refused
    assert other.read_bytes() == content


def test_export_follows_a_link_and_keeps_it(ask, path, tmp_path):
    link, real = tmp_path / "out.jsonl", tmp_path / "real.jsonl"
    real.write_text("old")
    link.symlink_to(real)
    ask("export", path, link, "--format", "jsonl")
    assert link.is_symlink()
    assert len(real.read_text("utf-8").splitlines()) == 2
