"""Backups beside the project file."""

from contextlib import closing
from pathlib import Path

import pytest

from annotator.processes.worker import no_progress
from annotator.project.project import back_up_daily
from annotator.store import copies
from annotator.store.sqlite_errors import backups
from annotator.system.errors import StoreError
from tests.annotator.made import make_project


def test_the_newest_backups_of_each_reason_are_kept(project):
    made = [project._store.back_up(reason="schema") for _ in range(copies.KEPT_OTHER + 2)]
    daily = project._store.back_up(reason="daily")
    assert [path.exists() for path in made] == [False, False] + [True] * copies.KEPT_OTHER
    assert daily.exists()


def test_backup_made_after_clock_was_set_back_is_kept(project):
    folder = backups(project.path)
    folder.mkdir()
    for day in range(1, copies.KEPT_OTHER + 3):
        (folder / f"Stadt-2099-01-0{day}-000000-000000-schema.spanwright").touch()
    made = [project._store.back_up(reason="schema") for _ in range(3)]
    assert all(path.exists() for path in made)
    assert len(list(folder.iterdir())) == copies.KEPT_OTHER


def test_old_backup_that_cannot_be_deleted_stays(project):
    stuck = backups(project.path) / "Stadt-2020-01-01-000000-000000-schema.spanwright"
    stuck.mkdir(parents=True)
    made = [project._store.back_up(reason="schema") for _ in range(copies.KEPT_OTHER + 1)]
    assert made[-1].exists()
    assert stuck.exists()


def test_backups_of_a_name_with_wild_cards(tmp_path):
    project = make_project(tmp_path, "a[b]*?" if Path("/").exists() else "a[b]")
    with closing(project):
        assert back_up_daily(project.path, progress=no_progress) is not None
        assert back_up_daily(project.path, progress=no_progress) is None


def test_backup_folder_that_cannot_be_made_is_reported(project):
    backups(project.path).write_text("in the way")
    with pytest.raises(StoreError, match=r"could not be backed up to .*Stadt.backups: it is a file"):
        project._store.back_up(reason="schema")
