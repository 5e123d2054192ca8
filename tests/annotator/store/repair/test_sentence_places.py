"""A repair keeps no sentence whose place is outside its text."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from annotator.processes.worker import no_progress
from annotator.project.project import check
from annotator.store.repair.repairing import repair
from tests.annotator.store.damaged_files import make_base


@pytest.fixture
def path(tmp_path):
    (tmp_path / "base").mkdir()
    return shutil.copy(make_base(tmp_path / "base", articles=4).closed, tmp_path / "Stadt.spanwright")


@pytest.mark.parametrize(("start", "end"), [(98, 37), (3, 1_000_000), (-1, 4)])
def test_sentences_outside_their_text_are_left_out(path, tmp_path, start, end):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        (document,) = connection.execute("SELECT id FROM document LIMIT 1").fetchone()
        connection.execute("INSERT OR REPLACE INTO held_sentence VALUES (?, ?, ?)", [document, start, end])
        connection.execute("INSERT INTO sentence_mark VALUES (?, 'anna', ?, ?, 'seen')", [document, start, end])
    repaired = repair(path, tmp_path / "neu.spanwright")
    assert check(tmp_path / "neu.spanwright", progress=no_progress) == []
    assert [row.table for row in repaired.lost] == ["sentence_mark"]
