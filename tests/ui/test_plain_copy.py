"""A plain copy of an open project's file is complete soon after an edit, and when the window is closed."""

import sqlite3
import subprocess
import time
from contextlib import closing
from threading import Thread

import pytest

from annotator.store import checkpoints
from annotator.system.errors import StoreError
from tests.ui.reading_job import read_on


def in_copy(path, tmp_path):
    """Return the quotes in a copy of the project file.

    ``cp`` makes the copy: a process that reads and closes the file itself would lose its locks on the file.
    """
    copy = tmp_path / "copy.db"
    subprocess.run(["cp", path, copy], check=True)
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
        return [quote for (quote,) in connection.execute("SELECT quote FROM span")]


def label(window):
    at = window.session.opened.document.text.index("Kapitän")
    window.decisions.label(at, at + 7, "entities", "PER")


@pytest.fixture
def hasty(monkeypatch):
    monkeypatch.setattr(checkpoints, "_REST", 0.1)


def test_a_plain_copy_is_whole_soon_after_an_edit(hasty, window, qtbot, tmp_path):
    path = window.session.project.path
    label(window)
    qtbot.waitUntil(lambda: in_copy(path, tmp_path) == ["Kapitän"], timeout=8_000)


def test_closed_file_becomes_whole_while_a_job_reads(make_window, project_path, qtbot, tmp_path):
    window = make_window(project_path)
    begun = []
    window.desk.files.start(
        read_on, project_path, done=print, failed=print, advanced=lambda done, total: begun.append(done)
    )
    qtbot.waitUntil(lambda: bool(begun), timeout=20_000)
    label(window)
    started = time.monotonic()
    window.session.close_project()
    assert time.monotonic() - started < 2
    assert in_copy(project_path, tmp_path) == ["Kapitän"]


def test_a_checkpoint_that_fails_is_said_in_the_message_bar(window, qtbot):
    error = StoreError("store.not_checkpointed", file="Stadt.spanwright", reason="disk I/O error")
    told = window.session.project._store.checkpoints.failed
    Thread(target=told, args=[error]).start()
    qtbot.waitUntil(lambda: "only in Stadt.spanwright-wal" in window.messages.words, timeout=5_000)
