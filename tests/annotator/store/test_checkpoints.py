"""A plain copy of the file is complete soon after the last edit, and no edit waits for the checkpoint."""

import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store import checkpoints, wal
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span

_ROOT = Path(__file__).parents[3]
_SOON = 8  # seconds; a loaded machine takes its time


@pytest.fixture(autouse=True)
def hasty(monkeypatch):
    monkeypatch.setattr(checkpoints, "_REST", 0.05)
    monkeypatch.setattr(checkpoints, "_LONG_REST", 0.1)
    monkeypatch.setattr(checkpoints, "_PAUSE", 0.01)
    monkeypatch.setattr(checkpoints, "_PAUSE_AFTER_FAILURE", 0.05)


@pytest.fixture(params=[False, True], ids=["command line", "window"])
def opened(request, tmp_path):
    """Open a project; return it with a list that receives the errors of its checkpoints."""
    told: list[StoreError] = []
    with closing(make_project(tmp_path)) as project:
        if request.param:
            project.give_way(told.append)
        else:
            project._store.checkpoints.failed = told.append
        yield project, told


def in_copy(path):
    """Count the labels in a copy of the project file.

    ``cp`` makes the copy: a process that reads and closes the file itself would lose its locks on the file.
    """
    copy = path.with_name("copy.db")
    subprocess.run(["cp", path, copy], check=True)
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM span").fetchone()[0]
    except sqlite3.DatabaseError:  # it was copied in the midst of a checkpoint
        return -1


def soon(holds):
    """Wait until a condition is true."""
    end = time.monotonic() + _SOON
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def label(project, document, times=1):
    for _ in range(times):
        project.do(edits.add(span(document, "Köln")))


def test_file_alone_is_complete_after_a_rest(opened):
    project, told = opened
    document = add_article(project)
    for labels in (1, 2, 3):
        label(project, document)
        soon(lambda: in_copy(project.path) == labels)  # noqa: B023  # asked at once
        soon(lambda: not wal.size(project.path))
    assert not told


def test_log_of_a_crash_is_checkpointed_without_an_edit(tmp_path):
    left = tmp_path / "left"
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        project.checkpoint(truncate=True)
        label(project, document)
        left.mkdir()
        for kind in ("", "-wal"):
            shutil.copy(wal.beside(project.path, kind), left)
    path = left / "Stadt.spanwright"
    assert in_copy(path) == 0
    with closing(Project.open(path)):
        soon(lambda: in_copy(path) == 1)


_READER = """
import sys
from pathlib import Path
from annotator.store.store import Store
store = Store.open(Path(sys.argv[1]), read_only=True)
with store.snapshot():
    store.read.annotators()
    print("reads", flush=True)
    sys.stdin.readline()
"""


def test_file_is_complete_after_a_reading_job(opened):
    project, told = opened
    document = add_article(project)
    soon(lambda: not wal.size(project.path))
    command = [sys.executable, "-c", _READER, str(project.path)]
    with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reads\n"
        label(project, document, 5)
        time.sleep(0.3)
        assert in_copy(project.path) == 0
        reader.communicate("\n")
    soon(lambda: in_copy(project.path) == 5)
    assert not told


def test_no_checkpoint_during_a_long_edit(opened):
    project, _ = opened
    document = add_article(project)
    label(project, document)
    with project.together():
        label(project, document)
        before = project.path.stat().st_mtime_ns, wal.size(project.path)
        time.sleep(0.3)
        assert (project.path.stat().st_mtime_ns, wal.size(project.path)) == before
    soon(lambda: in_copy(project.path) == 2)


def test_alternating_edits_and_checkpoints_lose_nothing(opened, monkeypatch):
    monkeypatch.setattr(checkpoints, "_REST", 0.0)
    monkeypatch.setattr(checkpoints, "_LONG_REST", 0.0)
    project, told = opened
    document = add_article(project)
    label(project, document, 300)
    soon(lambda: in_copy(project.path) == 300)
    assert check(project.path, progress=no_progress) == []
    assert not told


def test_edits_beside_checkpoints_of_a_long_log_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoints, "LONG", 1)
    monkeypatch.setattr(checkpoints, "_OFTEN", 0.01)
    with closing(make_project(tmp_path)) as project:
        project.give_way(lambda _: None)
        document = add_article(project)
        for number in range(5):
            add_article(project, f"lang {number}", f"{number} " + "Wörter und Zahlen " * 40_000)
            label(project, document)
        soon(lambda: in_copy(project.path) == 5)


def test_long_log_is_checkpointed_without_a_rest(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoints, "LONG", 1 << 20)
    monkeypatch.setattr(checkpoints, "_OFTEN", 0.1)
    monkeypatch.setattr(checkpoints, "_PATIENCE", 0.2)
    monkeypatch.setattr(checkpoints, "_REST", 1_000)
    with closing(make_project(tmp_path)) as project:
        project.give_way(lambda _: None)
        document = add_article(project)
        end = time.monotonic() + _SOON
        while in_copy(project.path) <= 0:
            assert time.monotonic() < end
            label(project, document, 20)


def test_full_disk_is_reported_once_and_retried(small_disk):
    told: list[StoreError] = []
    with closing(make_project(small_disk)) as project:
        document = add_article(project)
        project.give_way(told.append)
        soon(lambda: not wal.size(project.path))
        with project.together():  # no checkpoint before the disk is full
            add_article(project, "lang", "Wörter und Zahlen " * 12_000)
            filler = small_disk / "filler"
            with suppress(OSError), filler.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
            _shrink(filler, wal.size(project.path) + (600 << 10))
        with suppress(OSError), (small_disk / "rest").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        soon(lambda: told)
        time.sleep(0.3)
        assert [error.code for error in told] == ["store.not_checkpointed"]
        assert "Stadt.spanwright-wal" in str(told[0])
        filler.unlink()
        (small_disk / "rest").unlink()
        soon(lambda: not wal.size(project.path))
        assert project.read.document(document).title == "Kürzlich"


def _shrink(path, room):
    with path.open("rb+") as file:
        file.truncate(max(0, path.stat().st_size - room))


def test_checkpoint_does_not_recreate_a_deleted_file(opened):
    project, told = opened
    add_article(project)
    for kind in ("", "-wal", "-shm"):
        wal.beside(project.path, kind).unlink()
    time.sleep(0.3)
    assert not project.path.exists()
    assert not told


def test_close_interrupts_a_checkpoint(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    label(project, document, 20)
    started = time.monotonic()
    project.close()
    assert time.monotonic() - started < 2
    assert in_copy(project.path) == 20
    assert not wal.beside(project.path, "-wal").exists()


def test_close_ends_the_checkpoint_thread(tmp_path):
    with closing(make_project(tmp_path)) as project:
        add_article(project)
        thread = project._store.checkpoints._thread
        assert isinstance(thread, Thread)
        assert thread.is_alive()
    assert not thread.is_alive()
    with closing(Project.open(project.path, read_only=True)) as reader:
        assert reader._store.checkpoints._thread is None
