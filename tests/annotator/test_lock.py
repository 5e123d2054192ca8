import os
import subprocess
import sys

import pytest

from annotator.errors import StoreError
from annotator.lock import Lock

HOLD = """
import sys
from pathlib import Path
from annotator.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_refused_and_told_who_writes(tmp_path):
    project = tmp_path / "Größe 🌊.spanwright"
    lock = Lock(project)
    try:
        with pytest.raises(StoreError) as caught:
            Lock(project)
    finally:
        lock.release()
    assert caught.value.code == "store.locked"
    assert caught.value.details == {"file": "Größe 🌊.spanwright", "process": str(os.getpid())}


def test_after_release_the_next_may_write(tmp_path):
    project = tmp_path / "a.spanwright"
    Lock(project).release()
    Lock(project).release()
    assert (tmp_path / "a.spanwright.lock").read_text() == str(os.getpid())


def test_two_projects_do_not_get_in_each_others_way(tmp_path):
    first, second = Lock(tmp_path / "a.spanwright"), Lock(tmp_path / "b.spanwright")
    first.release()
    second.release()


def test_a_process_that_is_killed_lets_go(tmp_path):
    project = tmp_path / "a.spanwright"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=rf"process {other.pid}"):
            Lock(project)
        other.kill()
    Lock(project).release()


def test_a_lock_file_of_strange_content_is_no_reason_to_fail(tmp_path):
    project = tmp_path / "a.spanwright"
    lock = Lock(project)
    (tmp_path / "a.spanwright.lock").write_bytes("näh\0".encode("cp1252"))
    try:
        with pytest.raises(StoreError, match="is open in Spanwright"):
            Lock(project)
    finally:
        lock.release()


def test_where_no_lock_can_be_made_the_system_says_so(tmp_path):
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "weg" / "a.spanwright")


def test_a_link_to_a_project_has_the_lock_of_the_project(tmp_path):
    project, link = tmp_path / "a.spanwright", tmp_path / "b.spanwright"
    project.touch()
    link.symlink_to(project)
    lock = Lock(project)
    with pytest.raises(StoreError, match="is open in Spanwright"):
        Lock(link)
    lock.release()
