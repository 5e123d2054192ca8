"""One writer for each file, however it is named and however the last one ended."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import StoreError
from annotator.lock import Lock

ROOT = Path(__file__).parents[2]
HOLD = "import sys; from pathlib import Path; from annotator.lock import Lock; lock = Lock(Path(sys.argv[1]));"
HOLD += "print('held', flush=True); sys.stdin.read()"


def test_a_second_writer_is_told_who_holds_it(tmp_path):
    project = tmp_path / "Ü.spanwright"
    lock = Lock(project)
    with pytest.raises(StoreError, match=rf"Ü\.spanwright is open in Spanwright \(process {os.getpid()}\)"):
        Lock(project)
    lock.release()
    Lock(project).release()


def test_a_link_to_a_project_has_the_lock_of_the_project(tmp_path):
    project, link = tmp_path / "a.spanwright", tmp_path / "b.spanwright"
    project.touch()
    link.symlink_to(project)
    lock = Lock(project)
    with pytest.raises(StoreError, match="is open in Spanwright"):
        Lock(link)
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_killed_process_is_taken_over(tmp_path):
    project = tmp_path / "a.spanwright"
    command = [sys.executable, "-c", HOLD, str(project)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"process {process.pid}"):
            Lock(project)
        process.send_signal(signal.SIGKILL)
        process.wait()
    Lock(project).release()


def test_a_folder_without_room_for_a_lock_is_the_system_s_own_error(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        Lock(tmp_path / "nowhere" / "a.spanwright")
