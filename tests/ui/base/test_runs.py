"""A killed or crashed run is reported once at the next start; a closed one is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.base.crashes import Run, unclosed_runs

ROOT = Path(__file__).parents[3]
DIE = """
import os, sys
from pathlib import Path
sys.path.insert(0, ".")
from ui.base.crashes import Run
run = Run(Path(sys.argv[1]))
run.begin(int(sys.argv[3]) if len(sys.argv) > 3 else 0)
if sys.argv[2] == "segfault":
    import ctypes
    ctypes.string_at(0)
if sys.argv[2] in ("opening", "settled"):
    run.opening()
if sys.argv[2] == "settled":
    run.settle()
if sys.argv[2] == "closed":
    run.end()
os.kill(os.getpid(), 9)
"""
ASK = "import sys; from pathlib import Path; import ui.base.crashes as r; print(r.unclosed_runs(Path(sys.argv[1])))"


def run(folder, how, *more):
    command = [sys.executable, "-c", DIE, str(folder), how, *map(str, more)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def test_killed_run_is_reported_once(tmp_path):
    run(tmp_path, "killed")
    (found,) = unclosed_runs(tmp_path)
    assert (found.crashed, found.unsettled) == (False, 0)
    assert found.words.startswith("process ")
    assert unclosed_runs(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_crashed_run_has_its_trace(tmp_path):
    run(tmp_path, "segfault")
    (found,) = unclosed_runs(tmp_path)
    assert found.crashed
    assert "Segmentation fault" in found.words
    assert "string_at" in found.words


def test_closed_run_leaves_nothing(tmp_path):
    run(tmp_path, "closed")
    assert unclosed_runs(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_running_process_is_not_a_crash(tmp_path):
    alive = Run(tmp_path)
    alive.begin(0)
    try:
        command = [sys.executable, "-c", ASK, str(tmp_path)]
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert found.stdout == "[]\n"
    finally:
        alive.end()
        import faulthandler

        faulthandler.enable()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("how", "before", "unsettled"), [("opening", 0, 1), ("opening", 1, 2), ("settled", 5, 0)])
def test_failed_starts_are_counted(tmp_path, how, before, unsettled):
    run(tmp_path, how, before)
    (found,) = unclosed_runs(tmp_path)
    assert found.unsettled == unsettled


def test_any_run_file_is_read(tmp_path):
    (tmp_path / "run-1.log").write_bytes(os.urandom(1_000))
    (tmp_path / "run-2.log").write_text("unsettled starts before: ²\nopening\n", "utf-8")
    (tmp_path / "run-3.log").mkdir()
    assert [found.unsettled for found in unclosed_runs(tmp_path)] == [0, 1]


def test_unwritable_folder_has_no_run(tmp_path):
    made = Run(tmp_path / "missing")
    made.begin(0)
    made.note("nothing")
    assert list(tmp_path.rglob("*")) == []
    made.end()
    assert unclosed_runs(tmp_path / "missing") == []
