"""A copy is verified before it gets its name."""

import sqlite3
from contextlib import closing

import pytest

from annotator.store.checks import quick_check
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project


@pytest.fixture
def copy(tmp_path):
    """A copy of a project, and the counts of its source."""
    project = make_project(tmp_path)
    with project.together():
        for number in range(30):
            add_article(project, str(number), f"{number} " + "Wörter " * 900)
    project.copy_to(tmp_path / "copy.spanwright")
    counted = quick_check.counts(project._store._connection)
    project.close()
    return tmp_path / "copy.spanwright", counted


def test_whole_copy_passes(copy):
    path, counted = copy
    quick_check.verify(path, path, counted, counted)


def test_copy_that_lacks_rows_is_refused(copy):
    path, counted = copy
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM setting")
    with pytest.raises(StoreError, match="is not whole"):
        quick_check.verify(path, path, counted, counted)


def test_copy_of_a_project_in_use_may_differ(copy):
    path, counted = copy
    quick_check.verify(path, path, (0, *counted[1:]), counted)


def test_copy_with_a_damaged_page_is_refused(copy):
    path, counted = copy
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\x5a" * 4096
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is not whole"):
        quick_check.verify(path, path, counted, counted)


def test_backup_of_a_damaged_project_is_not_kept(tmp_path):
    project = make_project(tmp_path)
    for number in range(8):
        add_article(project, str(number), f"{number} " + "Wörter " * 9000)
    project._store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(project.path.read_bytes())
    content[-40_960:] = b"\x5a" * 40_960
    project.path.write_bytes(content)
    project._store._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(StoreError):
        project._store.back_up(reason="daily")
    assert not list((tmp_path / "Stadt.backups").glob("*"))
    project.close()
